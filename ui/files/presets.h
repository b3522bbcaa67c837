// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "experiment.h"

#include <QString>

#include <vector>

namespace rheobase {

/// A ready-made experiment with its source: a document among the resources, which also states a name, a source and a note.
struct Preset {
    QString id;     ///< in commands: "rest-at-0"
    QString name;   ///< on screen
    QString source; ///< who used these values
    QString note;   ///< what to look at
    Experiment experiment;
};

/// The presets of a model, in the order of the menu.
std::vector<Preset> presetsFor(const Model& model);

}
