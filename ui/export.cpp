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

/// The index of the first row after a time.
std::size_t firstAfter(const Trace& trace, double time)
{
    return trace.firstAt(std::nextafter(time, std::numeric_limits<double>::infinity()));
}

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
    if (!file.problem().isEmpty()) return file.commit(error);
    const QByteArray bytes = ending == u"png" ? picture.png() : ending == u"svg" ? picture.svg() : picture.pdf();
    if (bytes.isEmpty()) {
        *error = Words::tr("%1 × %2 pixels cannot be drawn: choose another size or resolution, or a vector format (SVG, PDF).")
                     .arg(size.pixels().width())
                     .arg(size.pixels().height());
        return false;
    }
    file.write(bytes);
    return file.commit(error);
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
    return file.commit(error);
}

bool saveTable(const QString& path, const QByteArray& table, const Experiment& experiment, QString* error, std::span<const Change> changes)
{
    WholeFile file(path);
    file.write(csvRemarks(experiment, changes) + table);
    return file.commit(error);
}

QMimeData* figureMimeData(const FigureContent& content, const FigureSize& size, const FigureStyle& style, const QByteArray& table,
                          std::span<const Change> changes)
{
    const Picture picture{content, size, style, toLine(*content.experiment, changes)};
    const QByteArray png = picture.png();
    auto* mime = new QMimeData;
    mime->setImageData(QImage::fromData(png, "PNG"));
    mime->setData(QStringLiteral("image/png"), png);
    mime->setData(QStringLiteral("image/svg+xml"), picture.svg());
    mime->setData(QStringLiteral("text/csv"), table);
    mime->setText(toSpreadsheet(table, QLocale::system()));
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
