// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clamp_measures.h"
#include "graph_picture.h"

#include <QStringList>

#include <optional>
#include <stop_token>
#include <vector>

namespace rheobase {

/// What is wanted of a clamped membrane: the experiment, and which of its gated currents, or none: the whole.
struct ClampQuestion {
    Experiment experiment;
    std::size_t current = 0; ///< of gatedTerms()
    bool isWhole = false;
};

/// Graphs, and what they tell of the chosen step: a name and a value each, the latter empty in a heading.
struct ClampAnswer {
    ClampQuestion question;
    std::vector<ClampGraph> graphs;
    struct Reading {
        QString name, value;
    };
    std::vector<Reading> readings;
};

/// The terms that are gated currents.
std::vector<std::size_t> gatedTerms(const Model& model);

/// Currents over the test potential, peak and steady state; activation and inactivation of one.
std::optional<ClampAnswer> currentVoltageGraphs(const ClampQuestion& question, const std::stop_token& stop);
/// What flows right after the test, and how fast it falls, over the test potential.
std::optional<ClampAnswer> tailGraphs(const ClampQuestion& question, const std::stop_token& stop);
/// What a second pulse finds again of a current, over the time since the first one.
std::optional<ClampAnswer> recoveryGraphs(const ClampQuestion& question, const std::stop_token& stop);

}
