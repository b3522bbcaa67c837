// SPDX-License-Identifier: GPL-3.0-or-later
#include "carried_document.h"

#include <QCoreApplication>
#include <QFile>
#include <QImageReader>
#include <QRegularExpression>
#include <QtEndian>
#include <QXmlStreamReader>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rheobase::CarriedDocument)
};

/// A picture or document that is larger than this is not one of ours.
constexpr qint64 mostBytes = 512 << 20;

bool isDocument(const QByteArray& text) { return text.trimmed().startsWith('{') && text.contains(experimentFormat); }

QByteArray fromPng(QFile& file) { return QImageReader(&file, "png").text("rheobase").toUtf8(); }

QByteArray fromSvg(QFile& file)
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

QByteArray fromPdf(QFile& file)
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

QByteArray fromCsv(QFile& file)
{
    static const QByteArray mark = "# experiment: ";
    for (QByteArray line = file.readLine(); line.startsWith('#'); line = file.readLine())
        if (line.startsWith(mark)) return line.mid(mark.size()).trimmed();
    return {};
}

}

QByteArray carriedDocument(const QString& path, QString* error)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        *error = file.errorString() + u'.';
        return {};
    }
    const QByteArray start = file.peek(8);
    if (start.startsWith('#')) {
        const QByteArray text = fromCsv(file);
        if (text.isEmpty()) *error = Words::tr("the table carries no experiment.");
        return text;
    }
    if (file.size() > mostBytes) {
        *error = Words::tr("the file is larger than any experiment.");
        return {};
    }
    const bool png = start.startsWith("\x89PNG"), svg = start.startsWith('<'), pdf = start.startsWith("%PDF");
    if (!png && !svg && !pdf) return file.readAll();
    const QByteArray text = png ? fromPng(file) : svg ? fromSvg(file) : fromPdf(file);
    if (text.isEmpty()) *error = Words::tr("the picture carries no experiment.");
    return text;
}

}
