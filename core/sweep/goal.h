// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "experiment.h"

#include <optional>
#include <stop_token>
#include <string>

namespace rheobase {

/// What an experiment is to give: a measure by its id ("rate"), or what follows from the parameters by its identifier ("tau"), with a
/// value; by one value of the experiment, named as the axis of a sweep ("I", "R", "step.start").
struct Goal {
    std::string what;
    double value = 0;
    std::string by;
    bool operator==(const Goal&) const = default;
};

/// What can be a goal of this experiment: its name, unit and meaning; empty where there is no such thing.
std::optional<Quantity> goalQuantity(const Experiment& experiment, std::string_view what);
/// Every such thing of a model.
std::vector<std::string> goalNames(const Model& model);

/// One sentence on what makes the goal impossible to seek, with its remedy; empty where it can be sought.
Sentence problem(const Experiment& experiment, const Goal& goal);

/// How much an answer costs: none to speak of, a run, or a search of many runs.
enum class GoalCost { none, run, search };
GoalCost costOf(const Experiment& experiment, std::string_view what);

/// What a run of the experiment for its duration, or the neuron itself, gives; NaN where that is undefined or it was stopped. A rate is
/// measured of the settled half of the time the stimulus is on, and is 0 of a silent neuron.
double answerOf(const Experiment& experiment, std::string_view what, const std::stop_token& stop);

}
