// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "experiment.h"

#include <QString>

#include <vector>

namespace rheobase {

/// One plot of a stack: the columns of a Trace that share a voltage, current, … axis.
struct PlotRow {
    QString id;                       ///< "potential", "current", "gates", "currents", "rates" …
    QString title;                    ///< with the unit: "Membrane potential V (mV)"
    std::vector<std::size_t> columns; ///< of the Trace
    bool shownAtFirst;
};

/// What stands above a plot of a quantity: "Membrane potential V (mV)".
QString titleOf(const Quantity& quantity);

/// The plots of a model, from its tables: the potential, the injected current, the other states, then terms by unit.
std::vector<PlotRow> plotRows(const Model& model);
/// The same of an experiment, whose current is injected or that of a clamp.
std::vector<PlotRow> plotRows(const Experiment& experiment);

}
