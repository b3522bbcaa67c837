// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure_sheet.h"

#include "caption.h"
#include "words.h"

#include <QBuffer>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSvgGenerator>

#include <cmath>

namespace rheobase {

namespace {

constexpr int svgUnitsPerInch = 2540; // a hundredth of a millimetre
constexpr int pdfDpi = 1200;
const QString program = QStringLiteral("Rheobase " RHEOBASE_VERSION);

/// Qt leaves many groups empty, and names no font for a reader who has not ours.
QByteArray tidied(const QByteArray& svg)
{
    static const QRegularExpression emptyGroup(QStringLiteral("<g [^>]*>\\s*</g>\\s*")), font(QStringLiteral("font-family=\"([^\",]+)\""));
    QString text = QString::fromUtf8(svg);
    text.remove(emptyGroup);
    return text.replace(font, QStringLiteral("font-family=\"\\1, Helvetica, Arial, sans-serif\"")).toUtf8();
}

/// Qt rounds pages to whole points; this gives the page its true size, in as many bytes, so that no offset changes.
QByteArray withPageSize(QByteArray pdf, QSizeF points)
{
    static const QByteArray start = "/MediaBox [0 0 ";
    const qsizetype from = pdf.indexOf(start) + start.size(), length = pdf.indexOf(']', from) - from;
    const QByteArray exact = QByteArray::number(points.width(), 'f', 6) + ' ' + QByteArray::number(points.height(), 'f', 6);
    if (from < start.size() || exact.size() > length) return pdf;
    return pdf.replace(from, length, exact.rightJustified(length, ' '));
}

}

QSize FigureSize::pixels() const
{
    const QSizeF exact = millimetres / 25.4 * dpi;
    return {static_cast<int>(std::lround(std::min(exact.width(), 1e6))), static_cast<int>(std::lround(std::min(exact.height(), 1e6)))};
}

QString FigureSheet::title() const { return QStringLiteral("Rheobase: %1").arg(spoken(experimentOf(content).model->name)); }

void FigureSheet::draw(QPaintDevice& device, double unitsPerPoint, double down) const
{
    QPainter painter(&device);
    painter.scale(unitsPerPoint, unitsPerPoint);
    painter.translate(0, down);
    drawFigure(painter, size.points(), content, style);
}

QByteArray FigureSheet::png() const
{
    const QSize pixels = size.pixels();
    if (pixels.isEmpty() || qint64{pixels.width()} * pixels.height() > mostPixels) return {};
    QImage image(pixels, QImage::Format_RGB32);
    if (image.isNull()) return {};
    image.fill(style.theme->panel);
    draw(image, size.dpi / 72);
    const int perMetre = qRound(size.dpi / 0.0254); // after painting: point fonts would be scaled by it
    image.setDotsPerMeterX(perMetre);
    image.setDotsPerMeterY(perMetre);
    image.setText(QStringLiteral("rheobase"), QString::fromUtf8(document));
    image.setText(QStringLiteral("Title"), title());
    image.setText(QStringLiteral("Description"),
                  captionBelow(content).isEmpty() ? captionOf(experimentOf(content)) : captionBelow(content));
    image.setText(QStringLiteral("Software"), program);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, "PNG") ? buffer.data() : QByteArray();
}

QByteArray FigureSheet::svg() const
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setResolution(svgUnitsPerInch);
    const QSize units = (size.millimetres * 100).toSize();
    svg.setSize(units);
    svg.setViewBox(QRect({}, units));
    svg.setTitle(title().toHtmlEscaped()); // Qt writes both as they are
    svg.setDescription(QString::fromUtf8(document).toHtmlEscaped());
    draw(svg, svgUnitsPerInch / 72.0);
    return tidied(buffer.data());
}

QByteArray FigureSheet::pdf() const
{
    const QSizeF points = size.points();
    const QSize page(static_cast<int>(std::ceil(points.width())), static_cast<int>(std::ceil(points.height())));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter pdf(&buffer);
        pdf.setPageSize(QPageSize(page, {}, QPageSize::ExactMatch));
        pdf.setPageMargins({});
        pdf.setResolution(pdfDpi);
        pdf.setTitle(title());
        pdf.setCreator(program);
        pdf.addFileAttachment(QStringLiteral("experiment.rheobase"), document, QStringLiteral("application/json"));
        draw(pdf, pdfDpi / 72.0, page.height() - points.height()); // a page grows upwards from its lower left corner
    }
    return withPageSize(buffer.data(), points);
}

}
