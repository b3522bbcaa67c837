// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nice.h"

#include <QRectF>

#include <optional>
#include <span>

class QPainter;

namespace rheobase {

class Trace;
struct Experiment;

/// A part of a run (ms) that is drawn from the left, `opacity` 0 … 1.
struct CardSweep {
    Range span;
    double opacity = 1;
};

/// The axes of a card's picture, which have no numbers: the potential above the current.
struct CardAxes {
    double length; ///< ms
    Range potential, current;
    std::optional<double> threshold; ///< mV; of models that jump
};

/// Those into which a stretch of a run fits.
CardAxes axesFor(const Trace& trace, const Experiment& experiment, Range stretch);

/// Draws parts of a run, the last one on top.
void paintRun(QPainter& painter, const QRectF& place, const Trace& trace, const CardAxes& axes, std::span<const CardSweep> sweeps);

}
