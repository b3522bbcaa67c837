// SPDX-License-Identifier: GPL-3.0-or-later
#include "carriers.h"
#include "inflate.h"

#include <QIODevice>
#include <QtEndian>

namespace rheobase {

namespace {

constexpr int mostChunks = 1 << 20;
const QByteArray keyword("rheobase\0", 9);

QByteArray unpacked(QByteArrayView packed)
{
    const QByteArray text = inflated(packed, mostDocumentBytes + 1);
    if (text.size() > mostDocumentBytes) throw TooLarge();
    return text;
}

QByteArray fromLatin1(QByteArrayView text) { return QString::fromLatin1(text).toUtf8(); }

/// The text of a chunk iTXt after its keyword: is it packed, how, language, translated keyword, text.
QByteArray internationalText(QByteArrayView rest)
{
    qsizetype start = rest.size() > 2 ? 2 : -1;
    for (int i = 0; i < 2 && start >= 0; ++i) {
        const qsizetype end = rest.indexOf('\0', start);
        start = end < 0 ? -1 : end + 1;
    }
    if (start < 0) return {};
    return rest[0] ? unpacked(rest.sliced(start)) : rest.sliced(start).toByteArray();
}

QByteArray textOf(const QByteArray& type, QByteArrayView rest)
{
    if (type == "tEXt") return fromLatin1(rest);
    if (type == "zTXt") return rest.isEmpty() ? QByteArray() : fromLatin1(unpacked(rest.sliced(1)));
    return internationalText(rest);
}

}

QByteArray fromPng(QIODevice& file)
{
    file.skip(8);
    for (int chunk = 0; chunk < mostChunks; ++chunk) {
        const QByteArray head = file.read(8), type = head.mid(4);
        if (head.size() < 8) return {};
        const qint64 size = qFromBigEndian<quint32>(head.constData());
        if (size > file.size() - file.pos()) return {};
        const bool isText = type == "tEXt" || type == "zTXt" || type == "iTXt";
        if (isText && file.peek(keyword.size()) == keyword) {
            if (size > mostDocumentBytes) throw TooLarge();
            return textOf(type, QByteArrayView(file.read(size)).sliced(keyword.size()));
        }
        if (file.skip(size + 4) != size + 4) return {}; // the sum is not looked at
    }
    return {};
}

}
