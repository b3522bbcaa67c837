// SPDX-License-Identifier: GPL-3.0-or-later
#include "card_run.h"

#include "events.h"
#include "measures.h"
#include "solver.h"
#include "words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rheobase::Gallery)
};

constexpr double before = 0.2;               // of a window, as triggered plots have it
constexpr auto atOnce = std::uint64_t{1000}; // steps between two looks at whether to stop
constexpr double rowSpacing = 0.05;          // ms
constexpr double alike = 0.01;               // currents that need not both be told

QString rheobaseTold(const Rheobase& found, const Model& model)
{
    const auto unit = model.input.unit;
    if (found.isGraded) return Words::tr("no rheobase: graded");
    if (!std::isfinite(found.spike)) return Words::tr("no rheobase");
    if (found.spike < 0) return Words::tr("fires without input");
    const bool differ = std::isfinite(found.sustained) && std::abs(found.sustained - found.spike) > alike * std::abs(found.spike);
    if (!differ) return Words::tr("rheobase %1").arg(shown(found.spike, unit, 3));
    return Words::tr("rheobase %1").arg(QStringLiteral("%1 · %2").arg(shown(found.spike, 3), shown(found.sustained, unit, 3)));
}

}

Range stretchOf(const Preset& preset)
{
    const Model& model = *preset.experiment.model;
    const auto onset = preset.view ? nextOnset(preset.experiment.stimulus, 0) : std::nullopt;
    if (!onset) return {0, model.jumps || model.linear ? 200 : 100};
    const double window = preset.view->window;
    return {std::max(0.0, *onset - before * window), *onset + (1 - before) * window};
}

std::shared_ptr<const Trace> runOf(const Preset& preset, const std::stop_token& stop)
{
    const Experiment& e = preset.experiment;
    const auto trace = std::make_shared<Trace>(*e.model);
    const auto solver = makeSolver(e);
    const auto every = static_cast<std::uint64_t>(std::max(1.0, std::round(rowSpacing / e.dt)));
    solver->recordNow(Mark::start, *trace);
    for (std::uint64_t left = stepsTo(stretchOf(preset).second, e.dt); left > 0 && !solver->divergence();) {
        if (stop.stop_requested()) return nullptr;
        const std::uint64_t steps = std::min(left, atOnce);
        solver->advance(steps, every, *trace, stop);
        left -= steps;
    }
    return trace;
}

std::optional<CardNumbers> numbersOf(const Experiment& experiment, const std::stop_token& stop)
{
    const CardNumbers numbers{restingPotential(*experiment.model, experiment.parameters), rheobaseOf(experiment, stop)};
    return stop.stop_requested() ? std::nullopt : std::optional(numbers);
}

QString told(const CardNumbers& numbers, const Model& model)
{
    const QString rest = numbers.rest ? Words::tr("rest %1").arg(shown(*numbers.rest, model.state[0].unit, 3)) : Words::tr("no rest");
    return numbers.rheobase ? QStringLiteral("%1 · %2").arg(rest, rheobaseTold(*numbers.rheobase, model)) : rest;
}

}
