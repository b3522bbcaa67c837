// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "byte_sink.h"
#include "number_table.h"

#include <boost/crc.hpp>

#include <span>
#include <vector>

class QIODevice;

namespace rheobase {

/// Arrays under names in a file for numpy.load(): a stored zip archive of .npy files. What goes wrong, the sink knows.
class NpzWriter {
public:
    /// Places from `far` on are written in zip's long form, which older readers do not know.
    explicit NpzWriter(ByteSink& file, quint64 far = 0xffffffff) : m_file(file), m_far(far) {}

    /// Begins an array of so many doubles or floats, which add() appends.
    template<class Number> void beginNumbers(const QByteArray& name, quint64 count)
    {
        begin(name, 'f' + QByteArray::number(sizeof(Number)), QByteArray::number(count) + ',', count * sizeof(Number));
    }
    template<class Number> bool add(std::span<const Number> values) { return append(values.data(), values.size_bytes()); }
    /// A whole array of its own: one string.
    void addText(const QByteArray& name, const QString& text);
    /// Ends the archive; the file is not committed yet.
    bool finish();

private:
    struct Member {
        QByteArray name;
        quint64 size, place;
        boost::crc_32_type sum{};
    };
    bool write(const QByteArray& bytes);
    void begin(const QByteArray& name, const QByteArray& type, const QByteArray& shape, quint64 bytes);
    bool append(const void* bytes, std::size_t size);
    void end();
    QByteArray inDirectory(const Member& member) const;

    ByteSink& m_file;
    quint64 m_far, m_size = 0;
    std::vector<Member> m_members;
};

/// A table as such a file: an array for each column, spikes_ms and the experiment.
QByteArray npzOf(const NumberTable& table);

/// The text that was added to such a file under this name, read from its beginning on; empty where there is none, or another program packed
/// it in another way.
QString textInNpz(QIODevice& file, const QByteArray& name);

}
