// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace rheobase {

/// The first bytes, at most so many, of what zlib packed. What is broken ends where it breaks.
QByteArray inflated(QByteArrayView packed, qsizetype most);

}
