// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <limits>

class QIODevice;

namespace rheobase {

/// Goes through a device once, forwards, with a block of it in memory however large it is.
class Scan {
public:
    /// Bytes up to a mark, and how they ended: by the mark, by the end of the device, or because they became too many.
    struct Part {
        enum class End { mark, device, limit };
        QByteArray bytes;
        End end = End::mark;
    };

    explicit Scan(QIODevice& device) : m_device(device) {}

    /// Goes behind the next place where the mark stands.
    Part::End skipPast(QByteArrayView mark, qint64 most = std::numeric_limits<qint64>::max());
    /// What stands before the next mark; goes behind it.
    Part until(QByteArrayView mark, qsizetype most);
    /// The next bytes, fewer at the end of the device; goes nowhere.
    QByteArrayView next(qsizetype size);
    /// The bytes before this place, at most `lookback`.
    QByteArrayView before() const;
    void skip(qsizetype size) { m_place += next(size).size(); }

    static constexpr qsizetype lookback = 24;

private:
    bool readOn();

    QIODevice& m_device;
    QByteArray m_block;
    qsizetype m_place = 0;
};

}
