// SPDX-License-Identifier: GPL-3.0-or-later
#include "export.h"

#include "csv.h"
#include "experiment_file.h"
#include "whole_file.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>
#include <QMimeData>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Export)
};

constexpr std::size_t rowsAtATime = 4096;

bool finish(WholeFile& file, QString* error)
{
    if (file.commit()) return true;
    *error = file.problem();
    return false;
}

/// A row in the order of the header; what has been given up is left empty.
void appendRow(QByteArray& text, const Trace& trace, std::size_t row)
{
    appendNumber(text, trace.time(row));
    const auto add = [&](std::size_t column) {
        text += ',';
        if (const float value = trace.value(column, row); !std::isnan(value)) appendNumber(text, value);
    };
    add(2);
    add(1);
    for (std::size_t column = 3; column < trace.columns(); ++column) add(column);
    text += '\n';
}

/// The index of the first row after a time.
std::size_t firstAfter(const Trace& trace, double time)
{
    return trace.firstAt(std::nextafter(time, std::numeric_limits<double>::infinity()));
}

}

std::span<const FigurePreset> figurePresets()
{
    static const FigurePreset presets[] = {
        {QT_TRANSLATE_NOOP("Export", "One column, 85 mm"), {{85, 55}, 600}, 8, 0.75},
        {QT_TRANSLATE_NOOP("Export", "Two columns, 180 mm"), {{180, 90}, 600}, 8, 0.75},
        {QT_TRANSLATE_NOOP("Export", "Slide 16:9, 1920 × 1080"), {QSizeF(1920, 1080) * 25.4 / 144, 144}, 18, 2},
    };
    return presets;
}

bool saveFigure(const QString& path, const FigureContent& content, const FigureSize& size, const FigureStyle& style, QString* error,
                std::span<const Change> changes)
{
    const Picture picture{content, size, style, toLine(*content.experiment, changes)};
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending != u"png" && ending != u"svg" && ending != u"pdf") {
        *error = Words::tr("“%1” does not say what to write: let the name end in .png, .svg or .pdf.").arg(QFileInfo(path).fileName());
        return false;
    }
    WholeFile file(path); // before drawing: an impossible place is said at once
    if (!file.problem().isEmpty()) return finish(file, error);
    const QByteArray bytes = ending == u"png" ? picture.png() : ending == u"svg" ? picture.svg() : picture.pdf();
    if (bytes.isEmpty()) {
        *error = Words::tr("%1 × %2 pixels cannot be drawn: choose another size or resolution, or a vector format (SVG, PDF).")
                     .arg(size.pixels().width())
                     .arg(size.pixels().height());
        return false;
    }
    file.write(bytes);
    return finish(file, error);
}

bool saveCsv(const QString& path, const Trace& trace, const Experiment& experiment, double from, double to, QString* error,
             std::span<const Change> changes, const Progress& progress)
{
    WholeFile file(path);
    QByteArray text = csvHead(experiment, changes);
    // While progress is told the run may go on, and give up its oldest rows.
    const std::size_t run = trace.runs(), first = std::max(trace.firstAt(from), trace.rawFrom(1)), end = firstAfter(trace, to);
    for (std::size_t row = first; row < end && file.problem().isEmpty();) {
        if (trace.runs() != run || trace.rawFrom(1) > row) {
            *error = Words::tr("The run gave up rows before they were written: pause it, and export again.");
            return false;
        }
        for (const std::size_t next = std::min(end, row + rowsAtATime); row < next; ++row) appendRow(text, trace, row);
        file.write(text);
        text.resize(0); // keeps its memory
        if (progress && !progress(static_cast<double>(row - first) / static_cast<double>(end - first))) {
            error->clear();
            return false;
        }
    }
    file.write(text); // the head, where there are no rows
    return finish(file, error);
}

bool saveSpikes(const QString& path, const Trace& trace, const Experiment& experiment, QString* error, std::span<const Change> changes)
{
    QByteArray text = csvRemarks(experiment, changes) + "spike_time_ms\n";
    for (const double time : trace.spikes()) {
        appendNumber(text, time);
        text += '\n';
    }
    WholeFile file(path);
    file.write(text);
    return finish(file, error);
}

bool saveTable(const QString& path, const QByteArray& table, const Experiment& experiment, QString* error, std::span<const Change> changes)
{
    WholeFile file(path);
    file.write(csvRemarks(experiment, changes) + table);
    return finish(file, error);
}

QMimeData* figureMimeData(const FigureContent& content, const FigureSize& size, const FigureStyle& style, std::span<const Change> changes)
{
    const Picture picture{content, size, style, toLine(*content.experiment, changes)};
    const QByteArray png = picture.png();
    auto* mime = new QMimeData;
    mime->setImageData(QImage::fromData(png, "PNG"));
    mime->setData(QStringLiteral("image/png"), png);
    mime->setData(QStringLiteral("image/svg+xml"), picture.svg());
    return mime;
}

Trace excerpt(const Trace& trace, double from, double to)
{
    Trace copy(trace.model());
    const std::size_t first = std::max(trace.firstAt(from), trace.rawFrom(1)), begin = first > trace.rawFrom(1) ? first - 1 : first,
                      end = std::min(trace.rows(), firstAfter(trace, to) + 1);
    auto spike = std::ranges::lower_bound(trace.spikes(), from);
    const std::size_t states = trace.model().state.size();
    std::vector<double> values(trace.columns());
    for (std::size_t row = begin; row < end; ++row) {
        values[0] = trace.time(row);
        for (std::size_t i = 1; i < values.size(); ++i) values[i] = trace.value(i, row);
        const std::span<const double> all(values), state = all.subspan(2, states), terms = all.subspan(2 + states);
        Mark mark = Mark::sample;
        for (; spike != trace.spikes().end() && *spike <= values[0]; ++spike) {
            if (trace.model().jumps) mark = Mark::peak;
            else copy.record(Mark::crossing, *spike, values[1], state, terms);
        }
        copy.record(mark, values[0], values[1], state, terms);
    }
    return copy;
}

}
