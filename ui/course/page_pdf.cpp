// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_pdf.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTextDocument>
#include <QUrl>

namespace rheobase {

namespace {

constexpr double dotsPerMillimetre = 300 / 25.4;

QImage drawn(const QString& svg, QSizeF millimetres)
{
    QImage image((millimetres * dotsPerMillimetre).toSize(), QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    QSvgRenderer(svg.toUtf8()).render(&painter);
    return image;
}

/// A text document knows no drawings, but pictures.
QString withPictures(const QString& html, QTextDocument& document)
{
    static const QRegularExpression drawing("<svg .*?width=\"(\\d+)mm\" height=\"(\\d+)mm\".*?</svg>",
                                            QRegularExpression::DotMatchesEverythingOption);
    QString made;
    qsizetype from = 0, count = 0;
    for (auto it = drawing.globalMatch(html); it.hasNext();) {
        const auto match = it.next();
        const QSizeF size(match.captured(1).toDouble(), match.captured(2).toDouble());
        const QString name = QStringLiteral("drawing:%1").arg(++count);
        document.addResource(QTextDocument::ImageResource, QUrl(name), drawn(match.captured(), size));
        constexpr double points = 72 / 25.4;
        made += html.mid(from, match.capturedStart() - from)
                + QStringLiteral("<p><img src=\"%1\" width=\"%2\" height=\"%3\"></p>")
                      .arg(name)
                      .arg(size.width() * points)
                      .arg(size.height() * points);
        from = match.capturedEnd();
    }
    return made + html.mid(from);
}

}

QByteArray pdfOf(const QString& html)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setResolution(72); // a point is a pixel, as the document lays out
    writer.setPageMargins(QMarginsF(14, 14, 14, 14), QPageLayout::Millimeter);
    QTextDocument document;
    document.documentLayout()->setPaintDevice(&writer);
    document.setPageSize(writer.pageLayout().paintRectPoints().size());
    document.setDocumentMargin(0);
    document.setDefaultFont(QFont("Inter", 10));
    // of blanks, a text document draws no lines below
    QString page = withPictures(html, document);
    page.replace("<span class=\"blank\"></span>", "____________________");
    page.replace("<div class=\"line\"></div>", "<p>________________________________________________________________</p>");
    document.setHtml(page);
    document.print(&writer);
    return buffer.data();
}

}
