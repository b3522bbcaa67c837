// SPDX-License-Identifier: GPL-3.0-or-later
#include "card_picture.h"

#include "envelope.h"
#include "polyline.h"
#include "theme.h"
#include "trace.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr double tolerance = 0.15;                    // px
constexpr double currentShare = 0.16, gapShare = 0.1; // of the height
constexpr double spikeShare = 1.2;                    // of the way to the threshold: how far above it a spike that is but a reset is drawn

/// Maps times from `from` on and values to a place.
struct Frame {
    QRectF place;
    double from, length;
    Range values;

    QPointF at(double time, double value) const
    {
        return {place.left() + (time - from) / length * place.width(),
                place.bottom() - (value - values.first) / (values.second - values.first) * place.height()};
    }
    void draw(QPainter& painter, const Trace& trace, std::size_t column, Range span) const
    {
        QVector<QPointF> line;
        for (const QPointF& point : envelope(trace, column, span, length / place.width()))
            if (point.x() >= span.first - 1e-9 && point.x() <= span.second + 1e-9) line << at(point.x(), point.y());
        painter.drawPolyline(simplified(line, tolerance));
    }
};

Range around(const Extent& extent)
{
    return extent.most > extent.least ? Range{extent.least, extent.most} : Range{extent.least - 1, extent.least + 1};
}

QPen line(const QColor& colour, double opacity)
{
    QColor faded = colour;
    faded.setAlphaF(static_cast<float>(opacity));
    return {faded, exactly(1.6), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

}

CardAxes axesFor(const Trace& trace, const Experiment& experiment, Range stretch)
{
    const Model& model = *experiment.model;
    const std::size_t first = trace.firstAt(stretch.first), end = trace.firstAfter(stretch.second);
    CardAxes axes{.length = stretch.second - stretch.first,
                  .potential = around(trace.extent(Columns::potential, first, end)),
                  .current = around(trace.extent(Columns::given, first, end)),
                  .threshold = {}};
    axes.current.first = std::min(axes.current.first, 0.0);
    axes.current.second = std::max(axes.current.second, 0.0);
    if (!model.jumps) return axes;
    const std::vector<double> state = start(experiment).state;
    const double threshold = state[0] - model.excess(state.data(), experiment.parameters.data());
    const double way = threshold - std::min(axes.potential.first, state[0]);
    axes.threshold = threshold;
    axes.potential.second = threshold + (model.spikesAreDrawn() && !trace.spikes().empty() ? spikeShare : 0.15) * way;
    return axes;
}

void paintRun(QPainter& painter, const QRectF& place, const Trace& trace, const CardAxes& axes, std::span<const CardSweep> sweeps)
{
    const double below = currentShare * place.height(), gap = gapShare * place.height();
    Frame upper{place.adjusted(0, 0, 0, -below - gap), 0, axes.length, axes.potential};
    Frame lower{place.adjusted(0, place.height() - below, 0, 0), 0, axes.length, axes.current};
    painter.setRenderHint(QPainter::Antialiasing);
    if (axes.threshold) {
        painter.setPen(QPen(theme().threshold, exactly(1), Qt::DashLine));
        painter.drawLine(upper.at(0, *axes.threshold), upper.at(axes.length, *axes.threshold));
    }
    for (const CardSweep& sweep : sweeps) {
        upper.from = lower.from = sweep.span.first;
        painter.setPen(line(theme().current, sweep.opacity));
        lower.draw(painter, trace, Columns::given, sweep.span);
        painter.setPen(line(theme().potential, sweep.opacity));
        upper.draw(painter, trace, Columns::potential, sweep.span);
        if (!trace.model().spikesAreDrawn()) continue;
        for (auto spike = std::ranges::lower_bound(trace.spikes(), sweep.span.first);
             spike != trace.spikes().end() && *spike <= sweep.span.second; ++spike)
            painter.drawLine(upper.at(*spike, *axes.threshold), upper.at(*spike, axes.potential.second));
    }
}

}
