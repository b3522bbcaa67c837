// SPDX-License-Identifier: GPL-3.0-or-later
#include "npz.h"

#include <QIODevice>
#include <QtEndian>

#include <bit>

namespace rheobase {

namespace {

constexpr quint16 version = 20, longVersion = 45, date = 0x21; // of zip; 1980-01-01: the same data are the same file
constexpr quint32 elsewhere = 0xffffffff;
constexpr quint16 elsewhereShort = 0xffff;
constexpr int sumOffset = 14, sizeOffset = 18, nameOffset = 26, headSize = 30;
constexpr qint64 mostTextBytes = 64 << 20;
constexpr int mostMembers = 10'000;

const QByteArray memberMark = "PK\x03\x04", npyMark("\x93NUMPY\x01\x00", 8);

class Memory : public ByteSink {
public:
    bool write(const QByteArray& more) override
    {
        bytes += more;
        return true;
    }
    bool rewrite(qint64 place, const QByteArray& other) override
    {
        bytes.replace(place, other.size(), other);
        return true;
    }
    QByteArray bytes;
};

template<class Number> Number unpacked(const QByteArray& bytes, qsizetype place)
{
    return qFromLittleEndian<Number>(bytes.constData() + place);
}

template<class... T> QByteArray packed(T... values)
{
    QByteArray bytes;
    const auto append = [&bytes](auto value) {
        const auto little = qToLittleEndian(value);
        bytes.append(reinterpret_cast<const char*>(&little), sizeof little);
    };
    (append(values), ...);
    return bytes;
}

/// What zip says of a member in both places: how it is stored, its sum and size.
QByteArray description(quint16 needs, quint32 sum, quint64 size, const QByteArray& name, quint16 extra)
{
    const auto bytes = static_cast<quint32>(size);
    return packed(needs, quint16{0}, quint16{0}, quint16{0}, date, sum, bytes, bytes, static_cast<quint16>(name.size()), extra);
}

/// The start of a .npy file.
QByteArray npyHead(const QByteArray& type, const QByteArray& shape)
{
    constexpr int before = 10, unit = 64;
    const char order = std::endian::native == std::endian::little ? '<' : '>';
    QByteArray words = QByteArray("{'descr': '") + order + type + "', 'fortran_order': False, 'shape': (" + shape + "), }";
    words.append(unit - 1 - (before + words.size()) % unit, ' ');
    words += '\n';
    return npyMark + packed(static_cast<quint16>(words.size())) + words;
}

/// The string in a .npy file, which is of this machine's order of bytes.
QString textInNpy(const QByteArray& npy)
{
    const qsizetype before = npyMark.size() + 2;
    if (!npy.startsWith(npyMark) || npy.size() < before) return {};
    const qsizetype head = before + unpacked<quint16>(npy, npyMark.size());
    const QByteArray type = QByteArray("'") + (std::endian::native == std::endian::little ? '<' : '>') + 'U';
    if (npy.size() < head || !npy.mid(before, head - before).contains(type)) return {};
    if (head % qsizetype{alignof(char32_t)} != 0) return {};
    const auto* const letters = reinterpret_cast<const char32_t*>(npy.constData() + head);
    return QString::fromUcs4(letters, (npy.size() - head) / qsizetype{sizeof(char32_t)});
}

}

bool NpzWriter::write(const QByteArray& bytes)
{
    m_size += static_cast<quint64>(bytes.size());
    return m_file.write(bytes);
}

void NpzWriter::begin(const QByteArray& name, const QByteArray& type, const QByteArray& shape, quint64 bytes)
{
    end();
    const QByteArray head = npyHead(type, shape);
    const Member& member = m_members.emplace_back(Member{name + ".npy", bytes + static_cast<quint64>(head.size()), m_size});
    write(memberMark + description(version, 0, member.size, member.name, 0) + member.name);
    append(head.data(), static_cast<std::size_t>(head.size()));
}

bool NpzWriter::append(const void* bytes, std::size_t size)
{
    m_members.back().sum.process_bytes(bytes, size);
    return write(QByteArray::fromRawData(static_cast<const char*>(bytes), static_cast<qsizetype>(size)));
}

/// Writes the sum of the last member where it belongs, before it.
void NpzWriter::end()
{
    if (m_members.empty()) return;
    const Member& last = m_members.back();
    m_file.rewrite(static_cast<qint64>(last.place) + sumOffset, packed(quint32{last.sum.checksum()}));
}

void NpzWriter::addText(const QByteArray& name, const QString& text)
{
    const QList<uint> letters = text.toUcs4();
    const std::size_t bytes = static_cast<std::size_t>(letters.size()) * sizeof(uint);
    begin(name, 'U' + QByteArray::number(letters.size()), {}, bytes);
    append(letters.data(), bytes);
}

QByteArray NpzWriter::inDirectory(const Member& member) const
{
    const bool isFar = member.place >= m_far;
    const QByteArray extra = isFar ? packed(quint16{1}, quint16{8}, member.place) : QByteArray();
    return packed(quint32{0x02014b50}, longVersion)
           + description(isFar ? longVersion : version, member.sum.checksum(), member.size, member.name, static_cast<quint16>(extra.size()))
           + packed(quint16{0}, quint16{0}, quint16{0}, quint32{0}, isFar ? elsewhere : static_cast<quint32>(member.place)) + member.name
           + extra;
}

bool NpzWriter::finish()
{
    end();
    QByteArray directory;
    for (const Member& member : m_members) directory += inDirectory(member);
    const quint64 place = m_size, size = static_cast<quint64>(directory.size()), count = m_members.size();
    write(directory);
    const bool isFar = place >= m_far;
    if (isFar) {
        const quint64 end = m_size;
        write(packed(quint32{0x06064b50}, quint64{44}, longVersion, longVersion, quint32{0}, quint32{0}, count, count, size, place)
              + packed(quint32{0x07064b50}, quint32{0}, end, quint32{1}));
    }
    const auto entries = isFar ? elsewhereShort : static_cast<quint16>(count);
    return write(packed(quint32{0x06054b50}, quint16{0}, quint16{0}, entries, entries, isFar ? elsewhere : static_cast<quint32>(size),
                        isFar ? elsewhere : static_cast<quint32>(place), quint16{0}));
}

QByteArray npzOf(const NumberTable& table)
{
    Memory memory;
    NpzWriter npz(memory);
    const auto add = [&npz](const std::string& name, std::span<const double> values) {
        npz.beginNumbers<double>(QByteArray::fromStdString(name), values.size());
        npz.add(values);
    };
    npz.addText("experiment", QString::fromUtf8(table.experiment));
    if (table.spikes) add("spikes_ms", *table.spikes);
    for (const NumberColumn& column : table.columns) add(column.name, column.values);
    npz.finish();
    return memory.bytes;
}

QString textInNpz(QIODevice& file, const QByteArray& name)
{
    constexpr quint16 stored = 0;
    constexpr int methodOffset = 8;
    for (int member = 0; member < mostMembers; ++member) {
        const QByteArray head = file.read(headSize);
        if (head.size() < headSize || !head.startsWith(memberMark)) return {};
        const QByteArray found = file.read(unpacked<quint16>(head, nameOffset));
        const auto size = unpacked<quint32>(head, sizeOffset), extra = quint32{unpacked<quint16>(head, nameOffset + 2)};
        const bool isStored = unpacked<quint16>(head, methodOffset) == stored && size != elsewhere;
        if (!isStored || file.skip(extra) != extra) return {};
        if (found == name + ".npy") return size > mostTextBytes ? QString() : textInNpy(file.read(size));
        if (file.skip(size) != size) return {};
    }
    return {};
}

}
