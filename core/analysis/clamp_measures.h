// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clamp_family.h"

#include <cstddef>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace rheobase {

/// An extreme of a current during the test: its value, and when it is, in ms after the test began.
struct ClampPeak {
    double value = 0, time = 0;
};

/// What one current does at one test potential. A value that there is not is not a number.
struct ClampPoint {
    double V = 0;
    ClampPeak greatest; ///< of either sign
    ClampPeak inward;   ///< the least value
    double steady = 0;  ///< at the end of the test
    double tail = 0;    ///< right after the test
    double tailTime;    ///< ms in which what follows falls to 1/e of the way to its last value
};

/// A current, the term with this index or the whole that the clamp takes, over the test potentials of a family.
std::vector<ClampPoint> currentVoltage(const ClampFamily& family, std::optional<std::size_t> term);

/// Where a current of these points changes its sign, in mV, between two neighbours; of the greatest values. Empty where it does not.
std::optional<double> reversalOf(std::span<const ClampPoint> points);

/// A share between 0 and 1 for each potential, gap or other x.
struct ClampCurve {
    std::vector<double> x, share;
};

/// The peak conductance of an ionic current, relative to the greatest of the family. Empty where the current has no driving force.
ClampCurve activation(const ClampFamily& family, std::size_t term);

/// The greatest current at the experiment's chosen test after a prepulse of each potential, relative to the greatest of all: what the
/// prepulse leaves to be activated. The prepulse is as long as the experiment's.
ClampCurve inactivation(const Experiment& experiment, std::size_t term, std::span<const double> prepulses,
                        const std::stop_token& stop = {});

/// Two equal pulses, the experiment's chosen test, with each of these gaps (ms) at holding between them: the greatest current of the second,
/// relative to that of the first.
ClampCurve recovery(const Experiment& experiment, std::size_t term, std::span<const double> gaps, const std::stop_token& stop = {});

}
