// SPDX-License-Identifier: GPL-3.0-or-later
#include "carriers.h"
#include "scan.h"

#include <QIODevice>

#include <algorithm>

namespace rheobase {

namespace {

constexpr qsizetype mostAttributes = 4096, mostEntity = 12;

/// What "&amp;" or "&#38;" stands for, without & and ;. What the drawing defines itself is not known, and gives nothing.
QByteArray entity(const QByteArray& name)
{
    constexpr std::pair<const char*, const char*> known[] = {{"lt", "<"}, {"gt", ">"}, {"amp", "&"}, {"quot", "\""}, {"apos", "'"}};
    const auto it = std::ranges::find_if(known, [&name](const auto& each) { return name == each.first; });
    if (it != std::end(known)) return it->second;
    const bool isHexadecimal = name.startsWith("#x");
    const char32_t letter = name.startsWith('#') ? name.mid(isHexadecimal ? 2 : 1).toUInt(nullptr, isHexadecimal ? 16 : 10) : 0;
    return letter ? QString::fromUcs4(&letter, 1).toUtf8() : QByteArray();
}

void appendText(QByteArray& text, const QByteArray& escaped)
{
    for (qsizetype place = 0; place < escaped.size();) {
        const qsizetype found = escaped.indexOf('&', place), start = found < 0 ? escaped.size() : found;
        text.append(escaped.constData() + place, start - place);
        const QByteArrayView rest = QByteArrayView(escaped).sliced(start);
        const qsizetype end = rest.first(std::min(mostEntity, rest.size())).indexOf(';');
        if (end > 0) text += entity(rest.sliced(1, end - 1).toByteArray());
        place = start + std::max<qsizetype>(1, end + 1);
    }
}

bool isOpening(const Scan& scan, QByteArrayView after)
{
    const QByteArrayView before = scan.before();
    constexpr QByteArrayView name("desc");
    const char first = before.size() > name.size() ? before[before.size() - name.size() - 1] : ' ';
    return (first == '<' || first == ':') && !after.isEmpty() && QByteArrayView("> \t\r\n").contains(after[0]);
}

Scan::Part within(Scan& scan, QByteArrayView mark)
{
    Scan::Part part = scan.until(mark, mostDocumentBytes);
    if (part.end == Scan::Part::End::limit) throw TooLarge();
    return part;
}

/// The text of an element up to its end or to one within it.
QByteArray textIn(Scan& scan)
{
    QByteArray text;
    while (true) {
        const Scan::Part part = within(scan, "<");
        if (part.end == Scan::Part::End::device) return {};
        appendText(text, part.bytes);
        if (scan.next(8) != QByteArrayView("![CDATA[")) return text;
        scan.skip(8);
        text += within(scan, "]]>").bytes;
        if (text.size() > mostDocumentBytes) throw TooLarge();
    }
}

/// True where a text may follow that begins as a document does.
bool mayFollow(Scan& scan)
{
    const QByteArray start = scan.next(64).toByteArray().trimmed();
    return start.isEmpty() || QByteArrayView("{&<").contains(start[0]);
}

}

QByteArray fromSvg(QIODevice& file)
{
    Scan scan(file);
    while (scan.skipPast("desc") == Scan::Part::End::mark) {
        if (!isOpening(scan, scan.next(1)) || scan.skipPast(">", mostAttributes) != Scan::Part::End::mark) continue;
        if (!mayFollow(scan)) continue;
        const QByteArray text = textIn(scan);
        if (isDocument(text)) return text;
    }
    return {};
}

}
