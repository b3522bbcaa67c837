// SPDX-License-Identifier: GPL-3.0-or-later
#include "inflate.h"

#include <algorithm>

#define ZLIB_CONST
#include <zlib.h>

namespace rheobase {

QByteArray inflated(QByteArrayView packed, qsizetype most)
{
    constexpr qsizetype step = 64 << 10;
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK) return {};
    stream.next_in = reinterpret_cast<const Bytef*>(packed.data());
    stream.avail_in = static_cast<uInt>(packed.size());
    QByteArray bytes;
    for (int result = Z_OK; result == Z_OK && bytes.size() < most;) {
        const qsizetype size = bytes.size(), room = std::min(step, most - size);
        bytes.resize(size + room);
        stream.next_out = reinterpret_cast<Bytef*>(bytes.data() + size);
        stream.avail_out = static_cast<uInt>(room);
        result = ::inflate(&stream, Z_NO_FLUSH);
        bytes.resize(size + room - static_cast<qsizetype>(stream.avail_out));
    }
    inflateEnd(&stream);
    return bytes;
}

}
