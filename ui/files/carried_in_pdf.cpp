// SPDX-License-Identifier: GPL-3.0-or-later
#include "carriers.h"
#include "inflate.h"
#include "scan.h"

#include <QIODevice>

#include <set>

namespace rheobase {

namespace {

constexpr std::size_t mostAttachments = 1000;
constexpr qsizetype mostDictionary = 4096;

/// Goes behind a token and the space before it; false where something else stands.
bool eat(QByteArrayView& text, QByteArrayView token)
{
    while (!text.isEmpty() && QByteArrayView(" \r\n\t").contains(text[0])) text = text.sliced(1);
    if (!text.startsWith(token)) return false;
    text = text.sliced(token.size());
    return true;
}

/// The number of the object in "<< /F 12 0 R", which follows /EF.
QByteArray referenced(QByteArrayView text)
{
    if (!eat(text, "<<") || !(eat(text, "/UF") || eat(text, "/F")) || !eat(text, "")) return {};
    qsizetype digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
    const QByteArray number = text.first(digits).toByteArray();
    text = text.sliced(digits);
    return eat(text, "0") && eat(text, "R") ? number : QByteArray();
}

std::set<QByteArray> attachments(QIODevice& file)
{
    Scan scan(file);
    std::set<QByteArray> numbers;
    while (numbers.size() < mostAttachments && scan.skipPast("/EF") == Scan::Part::End::mark)
        if (const QByteArray number = referenced(scan.next(64)); !number.isEmpty()) numbers.insert(number);
    return numbers;
}

/// The number at the start of a line, behind which " 0 obj" stood.
QByteArray numberBefore(const Scan& scan)
{
    const QByteArray before = scan.before().chopped(6).toByteArray();
    return before.mid(std::max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
}

/// The document in the stream of an object; `left` is what all of them may still hold.
QByteArray documentIn(Scan& scan, qsizetype& left)
{
    const Scan::Part head = scan.until("stream", mostDictionary);
    if (head.end != Scan::Part::End::mark) return {};
    if (scan.next(1) == QByteArrayView("\r")) scan.skip(1);
    scan.skip(1);
    const Scan::Part data = scan.until("endstream", mostDocumentBytes);
    const bool isPacked = head.bytes.contains("/FlateDecode");
    const QByteArray start = isPacked ? inflated(data.bytes, 64) : data.bytes.left(64);
    if (!start.trimmed().startsWith('{')) return {};
    const QByteArray text = isPacked ? inflated(data.bytes, left + 1) : data.bytes.trimmed();
    if (text.size() > left || data.end == Scan::Part::End::limit) throw TooLarge();
    left -= text.size();
    return isDocument(text) ? text : QByteArray();
}

}

QByteArray fromPdf(QIODevice& file)
{
    std::set<QByteArray> wanted = attachments(file);
    file.seek(0);
    Scan scan(file);
    qsizetype left = mostDocumentBytes;
    while (!wanted.empty() && scan.skipPast(" 0 obj") == Scan::Part::End::mark) {
        if (wanted.erase(numberBefore(scan)) == 0) continue;
        if (const QByteArray text = documentIn(scan, left); !text.isEmpty()) return text;
    }
    return {};
}

}
