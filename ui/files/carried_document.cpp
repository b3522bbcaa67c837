// SPDX-License-Identifier: GPL-3.0-or-later
#include "carried_document.h"

#include "npz.h"

#include <QCoreApplication>
#include <QImageReader>
#include <QIODevice>
#include <QRegularExpression>
#include <QtEndian>
#include <QXmlStreamReader>

#include <algorithm>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rheobase::CarriedDocument)
};

bool isDocument(const QByteArray& text) { return text.trimmed().startsWith('{') && text.contains(experimentFormat); }

QByteArray fromPng(QIODevice& file) { return QImageReader(&file, "png").text("rheobase").toUtf8(); }

QByteArray fromSvg(QIODevice& file)
{
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() != QLatin1String("desc")) continue;
        const QByteArray text = xml.readElementText(QXmlStreamReader::SkipChildElements).toUtf8();
        if (isDocument(text)) return text;
    }
    return {};
}

/// zlib's format, without the length that qUncompress wants to know first.
QByteArray inflated(const QByteArray& data)
{
    const quint32 guess = qToBigEndian(static_cast<quint32>(data.size()) * 4);
    return qUncompress(QByteArray(reinterpret_cast<const char*>(&guess), sizeof guess) + data);
}

/// The stream of a PDF object, plain or deflated; other filters give nothing.
QByteArray pdfStream(const QByteArray& pdf, const QByteArray& number)
{
    const qsizetype object = pdf.indexOf("\n" + number + " 0 obj");
    if (object < 0) return {};
    const qsizetype keyword = pdf.indexOf("stream", object);
    if (keyword < 0) return {};
    const qsizetype line = pdf.indexOf('\n', keyword) + 1;
    const QByteArray data = pdf.mid(line, pdf.indexOf("endstream", line) - line);
    return pdf.mid(object, keyword - object).contains("/FlateDecode") ? inflated(data) : data.trimmed();
}

QByteArray fromPdf(QIODevice& file)
{
    const QByteArray pdf = file.readAll();
    static const QRegularExpression reference("/EF\\s*<<\\s*/U?F\\s+(\\d+)\\s+0\\s+R");
    auto matches = reference.globalMatch(QString::fromLatin1(pdf));
    while (matches.hasNext()) {
        const QByteArray text = pdfStream(pdf, matches.next().captured(1).toLatin1());
        if (isDocument(text)) return text;
    }
    return {};
}

QByteArray fromCsv(QIODevice& file)
{
    static const QByteArray mark = "# experiment: ";
    for (QByteArray line = file.readLine(); line.startsWith('#'); line = file.readLine())
        if (line.startsWith(mark)) return line.mid(mark.size()).trimmed();
    return {};
}

QByteArray fromNpz(QIODevice& file) { return textInNpz(file, "experiment").toUtf8(); }

/// What carries a document, by how it begins. Of tables the head is enough, however large they are.
struct Carrier {
    const char* start;
    QByteArray (*documentIn)(QIODevice& file);
    bool isTable = false;
};
constexpr Carrier carriers[] = {
    {"#", fromCsv, true}, {"PK", fromNpz, true}, {"\x89PNG", fromPng}, {"<", fromSvg}, {"%PDF", fromPdf},
};

}

std::optional<QByteArray> carriedDocument(QIODevice& device, QString* error)
{
    const QByteArray start = device.peek(8);
    const auto carrier = std::ranges::find_if(carriers, [&](const Carrier& c) { return start.startsWith(c.start); });
    const bool isCarried = carrier != std::end(carriers), isTable = isCarried && carrier->isTable;
    if (!isTable && device.size() > mostDocumentBytes) {
        *error = Words::tr("the file is larger than any experiment.");
        return std::nullopt;
    }
    if (!isCarried) return device.readAll();
    const QByteArray text = carrier->documentIn(device);
    if (!text.isEmpty()) return text;
    *error = isTable ? Words::tr("the table carries no experiment.") : Words::tr("the picture carries no experiment.");
    return std::nullopt;
}

}
