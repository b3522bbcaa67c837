// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clamp_family.h"
#include "nice.h"

#include <QByteArray>
#include <QPolygonF>
#include <QString>

#include <optional>
#include <vector>

namespace rheobase {

/// A family of curves over the time of an episode, one for each test potential.
struct ClampCurves {
    Quantity of;                   ///< the commanded potential, the current that the clamp takes, or one of the membrane's currents
    std::vector<QPolygonF> sweeps; ///< ms, value
    std::optional<QPointF> peak{}; ///< of the chosen step during the test, where it comes to one
    Range across{0, 1}, up{0, 1};
};

/// All that a clamped membrane shows over time, as a value: the window, figures and tables are made from it.
struct ClampScene {
    const Model* model = nullptr;
    VoltageClamp clamp;
    bool isAlone = false;            ///< the chosen step only
    std::vector<ClampCurves> rows{}; ///< the command, the current that the clamp takes, then those of the membrane

    /// Sweeps in the order in which they are drawn: the chosen one last and over the others.
    std::vector<std::size_t> order() const;
    /// From the lowest test potential (0) to the highest (1).
    double rank(std::size_t step) const;
    /// From when to when the test lasts, in ms.
    Range test() const { return {testStart(clamp), testStart(clamp) + clamp.width}; }
};

/// The scene of a family that was computed; peaks are read off the chosen step alone, whose rows are closer.
ClampScene clampScene(const ClampFamily& family, const ClampFamily& chosen);
/// The same under a command that is a moment newer: its line at once, the currents as they were.
void recommand(ClampScene& scene, const VoltageClamp& clamp);
/// The scene as a table: "step,time_ms,V_mV,I_µA/cm²,I_Na_µA/cm²,…" and a row a sample.
QByteArray clampTable(const ClampFamily& family);
/// The terms that a scene shows of a model: its ionic currents, those with gates first.
std::vector<std::size_t> clampedTerms(const Model& model);

}
