// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "experiment.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <string_view>

namespace rheobase {

/// How strong a rectangular pulse of current into a neuron at rest must be to make it fire, against how long it lasts.
struct StrengthDuration {
    std::vector<double> widths; ///< ms
    /// In the model's current unit, to 1e-6 relative; NaN where no current is strong enough or the response is graded, 0 where the neuron fires without any.
    std::vector<double> thresholds;
    double rheobase;       ///< the threshold of a pulse without end, as searchRheobase(); NaN where none is found
    double chronaxie;      ///< the width in ms at which the threshold is twice the rheobase; NaN without, and where the rheobase is 0
    bool isGraded = false; ///< there is no rheobase, as responses grow with the current instead of being all or none
};

/// The curve at these widths (ms), by bisection; stops early (empty) when asked to. `progress` is told the number of widths done.
std::optional<StrengthDuration> strengthDuration(const Experiment& experiment, std::span<const double> widths, std::stop_token stop = {},
                                                 const std::function<void(std::size_t done)>& progress = {});

/// The threshold of a pulse, in the model's current unit; NaN where there is none, or the response is graded.
struct PulseThreshold {
    double width; ///< ms
    double I;
};

/// How long the pulses of a stimulus last, in ms: of its first component that has pulses, or is a step shorter than 100 ms. Empty of others, of
/// which the rheobase tells.
std::optional<double> pulseWidthOf(const Stimulus& stimulus);
/// The threshold of a rectangular pulse of this width (ms) from rest, to 1e-6; stops early (empty) when asked to.
std::optional<PulseThreshold> pulseThreshold(const Experiment& experiment, double width, const std::stop_token& stop);

/// The threshold of a pulse of this width in closed form, of linear models with a threshold: rheobase/(1 − e^(−width/τ)), and without a
/// leak the charge for one spike over the width. Empty for other models. Lapicque, J. Physiol. Pathol. Gén. 9:620 (1907).
std::optional<double> lapicqueThreshold(const Model& model, std::span<const double> parameters, double width);

/// The unit of current times ms for a model: pC for nA, nC/cm² for µA/cm²; empty for a unit without such a name.
Unit chargeUnit(const Model& model);

}
