// SPDX-License-Identifier: GPL-3.0-or-later
#include "export.h"

#include "csv.h"
#include "experiment_file.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>
#include <QMimeData>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <cmath>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Export)
};

constexpr double svgUnitsPerInch = 2540; // a hundredth of a millimetre
constexpr int pdfDpi = 1200;

QString title(const FigureContent& content) { return QStringLiteral("Rheobase: %1").arg(fromView(content.experiment->model->name)); }

void draw(QPaintDevice& device, double unitsPerPoint, const FigureContent& content, const FigureSize& size, const FigureStyle& style)
{
    QPainter painter(&device);
    painter.scale(unitsPerPoint, unitsPerPoint);
    drawFigure(painter, size.points(), content, style);
}

QByteArray asPng(const FigureContent& content, const FigureSize& size, const FigureStyle& style, const QByteArray& document)
{
    QImage image(size.pixels(), QImage::Format_ARGB32);
    image.fill(style.theme->panel);
    draw(image, size.dpi / 72, content, size, style);
    const int perMetre = qRound(size.dpi / 0.0254); // after painting: point fonts would be scaled by it
    image.setDotsPerMeterX(perMetre);
    image.setDotsPerMeterY(perMetre);
    image.setText(QStringLiteral("rheobase"), QString::fromUtf8(document));
    image.setText(QStringLiteral("Title"), title(content));
    image.setText(QStringLiteral("Software"), QStringLiteral("Rheobase " RHEOBASE_VERSION));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, "PNG") ? buffer.data() : QByteArray();
}

QByteArray asSvg(const FigureContent& content, const FigureSize& size, const FigureStyle& style, const QByteArray& document)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setResolution(static_cast<int>(svgUnitsPerInch));
    const QSize units = (size.millimetres * 100).toSize();
    svg.setSize(units);
    svg.setViewBox(QRect({}, units));
    svg.setTitle(title(content));
    svg.setDescription(QString::fromUtf8(document));
    draw(svg, svgUnitsPerInch / 72, content, size, style);
    return buffer.data();
}

QByteArray asPdf(const FigureContent& content, const FigureSize& size, const FigureStyle& style, const QByteArray& document)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter pdf(&buffer);
        pdf.setPageSize(QPageSize(size.millimetres, QPageSize::Millimeter, {}, QPageSize::ExactMatch));
        pdf.setPageMargins({});
        pdf.setResolution(pdfDpi);
        pdf.setTitle(title(content));
        pdf.setCreator(QStringLiteral("Rheobase " RHEOBASE_VERSION));
        pdf.addFileAttachment(QStringLiteral("experiment.rheobase"), document, QStringLiteral("application/json"));
        draw(pdf, pdfDpi / 72.0, content, size, style);
    }
    return buffer.data();
}

bool write(const QString& path, const QByteArray& bytes, QString* error)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit()) return true;
    *error = Words::tr("“%1” cannot be written: %2. Choose another folder or name, or free some space.").arg(path, file.errorString());
    return false;
}

}

QSize FigureSize::pixels() const { return {qRound(millimetres.width() / 25.4 * dpi), qRound(millimetres.height() / 25.4 * dpi)}; }

std::span<const FigurePreset> figurePresets()
{
    static const FigurePreset presets[] = {
        {QT_TRANSLATE_NOOP("Export", "One column (85 mm)"), {{85, 55}, 600}, 8, 0.75},
        {QT_TRANSLATE_NOOP("Export", "Two columns (180 mm)"), {{180, 90}, 600}, 8, 0.75},
        {QT_TRANSLATE_NOOP("Export", "Slide (16:9, 1920 × 1080)"), {{338.6667, 190.5}, 144}, 18, 2},
    };
    return presets;
}

bool saveFigure(const QString& path, const FigureContent& content, const FigureSize& size, const FigureStyle& style, QString* error, std::span<const Change> changes)
{
    const QByteArray document = toLine(*content.experiment, changes);
    const QString ending = QFileInfo(path).suffix().toLower();
    QByteArray bytes;
    if (ending == u"png") bytes = asPng(content, size, style, document);
    else if (ending == u"svg") bytes = asSvg(content, size, style, document);
    else if (ending == u"pdf") bytes = asPdf(content, size, style, document);
    else {
        *error = Words::tr("“%1” does not say what to write: let the name end in .png, .svg or .pdf.").arg(QFileInfo(path).fileName());
        return false;
    }
    if (bytes.isEmpty()) {
        *error = Words::tr("The picture is too large (%1 × %2 pixels); choose a smaller size or resolution.").arg(size.pixels().width()).arg(size.pixels().height());
        return false;
    }
    return write(path, bytes, error);
}

bool saveCsv(const QString& path, const Trace& trace, const Experiment& experiment, double from, double to, QString* error, std::span<const Change> changes)
{
    QByteArray text = csvHead(experiment, changes);
    const std::size_t states = trace.model().state.size();
    std::vector<double> values(trace.columns());
    for (std::size_t row = trace.firstAt(from); row < trace.rows() && trace.time()[row] <= to; ++row) {
        for (std::size_t i = 0; i < values.size(); ++i) values[i] = trace.column(i)[row];
        const std::span<const double> all(values);
        appendCsvRow(text, values[0], values[1], all.subspan(2, states), all.subspan(2 + states));
    }
    return write(path, text, error);
}

bool saveSpikes(const QString& path, const Trace& trace, const Experiment& experiment, QString* error, std::span<const Change> changes)
{
    QByteArray text = csvHead(experiment, changes);
    text.truncate(text.lastIndexOf('\n', -2) + 1); // the header of a trace
    text += "spike_time_ms\n";
    for (const double time : trace.spikes()) {
        appendNumber(text, time);
        text += '\n';
    }
    return write(path, text, error);
}

QMimeData* figureMimeData(const FigureContent& content, const FigureSize& size, const FigureStyle& style)
{
    const QByteArray document = toLine(*content.experiment);
    const QByteArray png = asPng(content, size, style, document);
    auto* mime = new QMimeData;
    mime->setImageData(QImage::fromData(png, "PNG"));
    mime->setData(QStringLiteral("image/png"), png);
    mime->setData(QStringLiteral("image/svg+xml"), asSvg(content, size, style, document));
    return mime;
}

}
