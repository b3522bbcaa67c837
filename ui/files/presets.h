// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "experiment.h"

#include <QString>

#include <optional>
#include <vector>

namespace rheobase {

/// How plots show a preset: what begins a sweep, how long the window is in ms, how many sweeps stay.
struct PresetView {
    QString trigger; ///< "onset"
    double window;
    int sweeps;
};

/// A ready-made experiment with its source: a document among the resources, which also states what is below.
struct Preset {
    QString id;       ///< in commands: "rest-at-0"
    QString name;     ///< on screen
    QString question; ///< that it answers
    QString look;     ///< what to look for
    QString source;   ///< who used these values
    std::optional<PresetView> view;
    Experiment experiment;
};

/// The presets of a model, in the order of the menu.
std::vector<Preset> presetsFor(const Model& model);

}
