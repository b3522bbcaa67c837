// SPDX-License-Identifier: GPL-3.0-or-later
#include "mat.h"

#include "carried_document.h"
#include "inflate.h"
#include "system.h"

#include <QIODevice>
#include <QtEndian>

#include <algorithm>
#include <matio.h>
#include <memory>

namespace rheobase {

namespace {

using Variable = std::unique_ptr<matvar_t, decltype(&Mat_VarFree)>;

/// A name as MATLAB takes it: letters, digits and "_", the first a letter, and not too long.
std::string legalName(const std::string& name)
{
    constexpr std::size_t longest = 63;
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    std::string legal = name.empty() || !isLetter(name[0]) ? "x" + name : name;
    std::ranges::replace_if(
        legal, [&](char c) { return !isLetter(c) && !(c >= '0' && c <= '9'); }, '_');
    return legal.substr(0, longest);
}

Variable numbers(const std::string& name, const std::vector<double>& values)
{
    std::size_t size[] = {values.size(), 1};
    return {Mat_VarCreate(name.c_str(), MAT_C_DOUBLE, MAT_T_DOUBLE, 2, size, const_cast<double*>(values.data()), MAT_F_DONT_COPY_DATA),
            Mat_VarFree};
}

Variable text(const char* name, const QString& letters)
{
    std::size_t size[] = {1, static_cast<std::size_t>(letters.size())};
    return {Mat_VarCreate(name, MAT_C_CHAR, MAT_T_UTF16, 2, size, const_cast<ushort*>(letters.utf16()), 0), Mat_VarFree};
}

Variable unitsOf(const NumberTable& table)
{
    std::vector<std::string> names;
    for (const NumberColumn& column : table.columns) names.push_back(legalName(column.name));
    std::vector<const char*> fields;
    for (const std::string& name : names) fields.push_back(name.c_str());
    std::size_t size[] = {1, 1};
    Variable units{Mat_VarCreateStruct("units", 2, size, fields.data(), static_cast<unsigned>(fields.size())), Mat_VarFree};
    for (std::size_t i = 0; i < fields.size(); ++i)
        Mat_VarSetStructFieldByName(units.get(), fields[i], 0, text(nullptr, QString::fromStdString(table.columns[i].unit)).release());
    return units;
}

/// A document in letters that every reader knows.
QString inAscii(const QByteArray& json)
{
    QString ascii;
    for (const QChar c : QString::fromUtf8(json))
        ascii += c.unicode() < 0x80 ? QString(c) : QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
    return ascii;
}

bool writeMat(const NumberTable& table, const char* path)
{
    mat_t* const file = Mat_CreateVer(path, "MATLAB 5.0 MAT-file, written by Rheobase " RHEOBASE_VERSION, MAT_FT_MAT5);
    if (!file) return false;
    const auto add = [file](const Variable& v) { return v && Mat_VarWrite(file, v.get(), MAT_COMPRESSION_NONE) == 0; };
    bool isWritten = add(text("experiment", inAscii(table.experiment))) && add(unitsOf(table));
    if (table.spikes) isWritten = isWritten && add(numbers("spikes_ms", *table.spikes));
    for (const NumberColumn& column : table.columns) isWritten = isWritten && add(numbers(legalName(column.name), column.values));
    return Mat_Close(file) == 0 && isWritten;
}

/// Fewer there cannot be: what writes the file does not see all that fails.
std::size_t leastBytes(const NumberTable& table)
{
    std::size_t bytes = 0;
    for (const NumberColumn& column : table.columns) bytes += column.values.size() * sizeof(double);
    return bytes;
}

// ------------------------------------------------------------------------------------------------------------ reading

enum Type : quint32 { int8 = 1, uint8 = 2, uint16 = 4, matrix = 14, compressed = 15, utf8 = 16, utf16 = 17 };
constexpr qsizetype headBytes = 1024;                               // flags, dimensions and name, and more
constexpr qint64 mostTextBytes = 2 * mostDocumentBytes + headBytes; // of two bytes a letter

quint32 numberAt(QByteArrayView bytes, qsizetype place) { return qFromLittleEndian<quint32>(bytes.data() + place); }

/// A part of a matrix, and where the next one begins.
struct Element {
    quint32 type = 0;
    QByteArrayView bytes;
    qsizetype next = 0;
};

/// What is short stands in its own tag.
std::optional<Element> elementAt(QByteArrayView in, qsizetype place)
{
    constexpr qsizetype tag = 8, unit = 8;
    if (place > in.size() || in.size() - place < tag) return std::nullopt;
    const quint32 type = numberAt(in, place), size = numberAt(in, place + 4);
    if (const quint32 shortSize = type >> 16; shortSize > 0) {
        if (shortSize > 4) return std::nullopt;
        return Element{type & 0xffff, in.sliced(place + 4, shortSize), place + tag};
    }
    const qsizetype there = std::min<qsizetype>(size, in.size() - place - tag);
    return Element{type, in.sliced(place + tag, there), place + tag + (qsizetype{size} + unit - 1) / unit * unit};
}

/// The name of a matrix, and where its values stand.
std::optional<Element> nameOf(QByteArrayView content)
{
    auto part = elementAt(content, 0);               // flags
    if (part) part = elementAt(content, part->next); // dimensions
    return part ? elementAt(content, part->next) : std::nullopt;
}

QString textOf(QByteArrayView content, qsizetype place)
{
    const auto values = elementAt(content, place);
    if (!values) return {};
    if (values->type == int8 || values->type == uint8 || values->type == utf8) return QString::fromUtf8(values->bytes);
    if (values->type != uint16 && values->type != utf16) return {};
    QString letters(values->bytes.size() / 2, QChar());
    for (qsizetype i = 0; i < letters.size(); ++i) letters[i] = QChar(qFromLittleEndian<quint16>(values->bytes.data() + 2 * i));
    return letters;
}

/// Whether the variable of this name begins like that.
bool isCalled(QByteArrayView start, const QByteArray& name)
{
    const auto found = nameOf(start);
    return found && found->bytes == QByteArrayView(name);
}

/// What stands in a variable of `size` bytes, if it has this name; otherwise goes past it.
QByteArray contentIf(QIODevice& file, quint32 type, qint64 size, const QByteArray& name)
{
    if (type == compressed && size <= mostTextBytes) {
        const QByteArray packed = file.read(size), start = inflated(packed, headBytes);
        return isCalled(start.mid(8), name) ? inflated(packed, mostTextBytes).mid(8) : QByteArray();
    }
    const QByteArray start = file.read(type == matrix ? std::min<qint64>(size, headBytes) : 0);
    const qint64 rest = size - start.size();
    if (isCalled(start, name) && size <= mostTextBytes) return start + file.read(rest);
    file.skip(rest);
    return {};
}

}

QByteArray matOf(const NumberTable& table)
{
    const auto bytes = writtenTo([&table](const char* path) { return writeMat(table, path); });
    return bytes && bytes->size() > leastBytes(table) ? QByteArray::fromStdString(*bytes) : QByteArray();
}

QString textInMat(QIODevice& file, const QByteArray& name)
{
    constexpr qint64 headSize = 128, mostVariables = 10'000;
    if (!file.read(headSize).endsWith("IM")) return {}; // the other order of bytes
    for (qint64 i = 0; i < mostVariables; ++i) {
        const QByteArray tag = file.read(8);
        if (tag.size() < 8) return {};
        const QByteArray content = contentIf(file, numberAt(tag, 0), numberAt(tag, 4), name);
        if (!content.isEmpty()) return textOf(content, nameOf(content)->next);
    }
    return {};
}

}
