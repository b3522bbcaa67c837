// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "experiment.h"
#include "nice.h"
#include "phase.h"

#include <QByteArray>
#include <QPointF>
#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace rheobase {

class Session;
class Trace;

/// Which part of state space a phase plane shows, and how.
struct PhaseChoice {
    std::size_t across = 0;
    std::optional<std::size_t> up; ///< empty: dV/dt
    Rest rest = Rest::held;        ///< what the states do that are not shown
    double tail = 20;              ///< ms of the past
    bool operator==(const PhaseChoice&) const = default;
};

/// The usual choice for a model: its potential across, its slowest other state up; a model of one state shows dV/dt.
PhaseChoice usualChoice(const Model& model);

/// A fixed point in the plane.
struct PhaseMark {
    QPointF at;
    Stability stability;
    bool isVirtual;
    QString label;
};

/// A value of a state that is marked by a line: threshold, reset.
struct PhaseLine {
    double value;
    const Quantity* parameter; ///< that it is
    QString label;
};

/// A point of the past, in the plane; `jumped`: it was reached at once.
struct PhaseStep {
    QPointF at;
    double age; ///< 0 now … 1 at the end of the tail
    bool jumped;
};

using Polyline = std::vector<QPointF>;

/// All that a phase plane shows, as a value: the window, figures and tables are made from it.
struct PhaseScene {
    const Model* model = nullptr;
    PhaseChoice choice;
    Range across, up;
    std::vector<PhaseStep> trail;                       ///< in order of time
    std::vector<Polyline> acrossNullcline, upNullcline; ///< the latter is dV/dt over V where that is shown
    std::vector<std::pair<QPointF, QPointF>> field;     ///< a place, and the rates of change there per ms
    std::vector<PhaseMark> marks;
    std::vector<PhaseLine> lines; ///< of the potential
    QString note;                 ///< how the states that are not shown are treated; empty where there are none
};

/// What the last row of a session's trace is, and what has just been.
std::vector<PhaseStep> phaseTrail(const Trace& trace, const PhaseChoice& choice);
/// Threshold, reset and battery of a model that jumps; the battery is called rest where it is the resting potential.
std::vector<PhaseLine> phaseLines(const Experiment& experiment, std::optional<double> rest);
/// The ranges of both axes: of the states' tables, and of what is to be seen.
std::pair<Range, Range> phaseRanges(const PhaseScene& scene, std::span<const FixedPoint> points, const Experiment& experiment, double I);
/// Fills in what depends on the present state and current, within the scene's ranges.
void addFlow(PhaseScene& scene, const Experiment& experiment, std::vector<double> state, double I);
/// The fixed points as marks in the plane.
std::vector<PhaseMark> phaseMarks(const PhaseChoice& choice, std::span<const FixedPoint> points);

/// "stable focus", in the user's language.
QString wordsFor(Stability stability);
/// What stands at an axis: "n", "V (mV)", "dV/dt (mV/ms)".
QString axisLabel(const Model& model, std::optional<std::size_t> state);

/// The scene as a table: "series,part,V_mV,n" and a row a point.
QByteArray phaseTable(const PhaseScene& scene);

}
