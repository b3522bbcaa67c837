// SPDX-License-Identifier: GPL-3.0-or-later
// What the neuron itself draws on the axes of a sketch.
#include "shadow_run.h"
#include "sketch.h"
#include "sweep.h"

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr double settled = 1000, ofPath = 200; // ms
constexpr std::size_t rates = 241;

/// One value a column: the one that is farthest from the column before, so that no spike is lost.
Stroke overTime(const Sketch& sketch, const Trace& trace, std::size_t column)
{
    Stroke made;
    const double width = (sketch.across.most - sketch.begin()) / static_cast<double>(Drawing::columns);
    for (std::size_t c = 0; c <= Drawing::columns; ++c) {
        const double t = sketch.begin() + width * static_cast<double>(c);
        const std::size_t first = trace.firstAfter(t - width / 2), last = std::min(trace.firstAfter(t + width / 2), trace.rows());
        if (first >= last) continue;
        const Extent there = trace.extent(column, first, last);
        const double before = made.empty() ? trace.value(column, first) : made.back().second;
        made.emplace_back(t, std::abs(there.most - before) >= std::abs(there.least - before) ? there.most : there.least);
    }
    return made;
}

Stroke rateCurve(const Sketch& sketch, const Experiment& experiment, const std::stop_token& stop)
{
    Sweep sweep{underLasting(experiment), {{"I", sketch.across.least, sketch.across.most, rates}}};
    sweep.rateError = previewError;
    if (!problem(sweep).empty()) return {};
    Stroke made;
    const auto points = run(sweep, stop);
    for (std::size_t i = 0; i < points.size(); ++i)
        made.emplace_back(sweep.axes[0].at(i),
                          std::isfinite(points[i].lastInterval) && points[i].rate > 0 ? 1000 / points[i].lastInterval : 0.0);
    return made;
}

}

Experiment underLasting(Experiment experiment)
{
    experiment.stimulus = {};
    experiment.noise = {};
    experiment.injection = 0;
    experiment.initial.assign(experiment.model->state.size(), std::nullopt);
    experiment.duration = settled;
    return experiment;
}

Stroke curveOf(const Sketch& sketch, const Experiment& experiment, const std::stop_token& stop)
{
    if (sketch.plane == Sketch::Plane::rate) return rateCurve(sketch, experiment, stop);
    const bool isPath = sketch.plane == Sketch::Plane::phase;
    const auto made = shadowRun(experiment, isPath ? sketch.givenUntil + ofPath : sketch.across.most, true, stop);
    if (!made) return {};
    const Columns columns(*experiment.model);
    if (!isPath) return overTime(sketch, made->trace, *columns.named(sketch.up.name));
    Stroke path;
    const std::size_t stride = std::max<std::size_t>(1, made->trace.rows() / 2000);
    for (std::size_t row = made->trace.firstAfter(sketch.givenUntil); row < made->trace.rows(); row += stride)
        path.emplace_back(made->trace.value(*columns.named(sketch.across.name), row),
                          made->trace.value(*columns.named(sketch.up.name), row));
    return path;
}

}
