// SPDX-License-Identifier: GPL-3.0-or-later
#include "carried_document.h"

#include "carriers.h"
#include "mat.h"
#include "npz.h"
#include "scan.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QIODevice>

#include <algorithm>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rheobase::CarriedDocument)
};

constexpr qint64 mostPictureBytes = 128 << 20; // that is gone through byte by byte

/// What carries a document, by how it begins. Of tables the head is enough, however large they are.
struct Carrier {
    const char* start;
    QByteArray (*documentIn)(QIODevice& file);
    bool isTable = false, isWhollyRead = false;
};
constexpr Carrier carriers[] = {
    {"#", fromCsv, true}, {"PK", fromNpz, true},       {"MATLAB 5", fromMat, true},
    {"\x89PNG", fromPng}, {"<", fromSvg, false, true}, {"%PDF", fromPdf, false, true},
};

/// The first bytes of a device, at most so many.
QByteArray firstOf(QIODevice& device, qint64 most)
{
    constexpr qint64 step = 1 << 20;
    QByteArray bytes;
    for (QByteArray part = device.read(std::min(step, most)); !part.isEmpty(); part = device.read(std::min(step, most - bytes.size())))
        bytes += part;
    return bytes;
}

QByteArray checked(const QByteArray& text)
{
    if (text.size() > mostDocumentBytes) throw TooLarge();
    return text;
}

QByteArray whole(QIODevice& device)
{
    if (device.size() > mostDocumentBytes) throw TooLarge();
    const QByteArray text = firstOf(device, mostDocumentBytes + 1);
    return checked(text);
}

/// In a picture one goes here and there; of one that flows the beginning has to do.
QByteArray inPicture(const Carrier& carrier, QIODevice& device)
{
    if (carrier.isWhollyRead && device.size() > mostPictureBytes) throw TooLarge();
    if (!device.isSequential()) return carrier.documentIn(device);
    QByteArray bytes = firstOf(device, mostDocumentBytes + 1);
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    const QByteArray text = carrier.documentIn(buffer);
    if (text.isEmpty() && bytes.size() > mostDocumentBytes) throw TooLarge();
    return text;
}

}

bool isDocument(const QByteArray& text)
{
    const auto first = std::ranges::find_if_not(text, [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); });
    return first != text.end() && *first == '{' && text.contains(experimentFormat);
}

QByteArray fromCsv(QIODevice& file)
{
    using End = Scan::Part::End;
    constexpr QByteArrayView mark("# experiment: ");
    Scan scan(file);
    for (qsizetype lines = 0; scan.next(1) == QByteArrayView("#"); ++lines) {
        if (lines > mostDocumentBytes / 8) throw TooLarge();
        if (scan.next(mark.size()) != mark) {
            if (scan.skipPast("\n", mostDocumentBytes) == End::limit) throw TooLarge();
            continue;
        }
        scan.skip(mark.size());
        const Scan::Part line = scan.until("\n", mostDocumentBytes);
        if (line.end == End::limit) throw TooLarge();
        return line.bytes.trimmed();
    }
    return {};
}

QByteArray fromNpz(QIODevice& file) { return checked(textInNpz(file, "experiment").toUtf8()); }

QByteArray fromMat(QIODevice& file) { return checked(textInMat(file, "experiment").toUtf8()); }

std::optional<QByteArray> carriedDocument(QIODevice& device, QString* error)
try {
    const QByteArray start = device.peek(8);
    const auto carrier = std::ranges::find_if(carriers, [&](const Carrier& c) { return start.startsWith(c.start); });
    if (carrier == std::end(carriers)) return whole(device);
    const QByteArray text = carrier->isTable ? carrier->documentIn(device) : inPicture(*carrier, device);
    if (!text.isEmpty()) return text;
    *error = carrier->isTable ? Words::tr("the table carries no experiment.") : Words::tr("the picture carries no experiment.");
    return std::nullopt;
} catch (const TooLarge&) {
    *error = Words::tr("the file is larger than any experiment.");
    return std::nullopt;
}

}
