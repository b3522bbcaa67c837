// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace rheobase {

/// What takes bytes one after another, and some of them once more.
class ByteSink {
public:
    virtual ~ByteSink() = default;
    virtual bool write(const QByteArray& bytes) = 0;
    /// Puts other bytes in the place of some that were written; then goes on at the end.
    virtual bool rewrite(qint64 place, const QByteArray& bytes) = 0;
};

}
