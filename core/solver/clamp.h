// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model.h"
#include "sentence.h"
#include "stimulus.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace rheobase {

/// What an electrode does to the membrane: it injects a current, so that V is free, or it takes whatever current keeps V as commanded.
enum class Mode { currentClamp, voltageClamp };
/// The name of each mode in files and lessons.
inline constexpr std::string_view modeIds[] = {"current-clamp", "voltage-clamp"};

/// A commanded potential: held, perhaps at another for a prepulse, at a test potential, perhaps at that of a tail, and held again. A family
/// is one episode for each test potential. Potentials in the unit of V (mV), times in ms.
struct VoltageClamp {
    double hold = 0;
    double before = 5; ///< at holding, before the first change
    bool hasPrepulse = false, hasTail = false;
    double prepulse = 0, prepulseWidth = 50;
    double gap = 0;            ///< at holding, between prepulse and test
    std::vector<double> steps; ///< the test potentials
    std::size_t chosen = 0;    ///< the step that a run commands; with `repeat` the first of those that it goes through
    double width = 20;         ///< of the test
    double tail = 0, tailWidth = 10;
    double after = 5;            ///< at holding, at the end
    double repeat = 0;           ///< from one episode of a run to the next, which takes the next step; 0: there is one
    double seriesResistance = 0; ///< V unit / current unit; 0: V is what is commanded
    bool isCapacitive = false;   ///< the recorded current includes C dV/dt
    bool subtractsLeak = false;  ///< of a family: P/4, see clampFamily()
    double subtractFrom = 0;     ///< where V is held for the quarter steps
    std::vector<double> blocked; ///< per cent of each parameter that is a conductance; one a parameter of the model
    bool operator==(const VoltageClamp&) const = default;
};

/// A number of a voltage clamp: what it is, and where. Forms, documents and texts go through these.
struct ClampSetting {
    Quantity quantity;
    double VoltageClamp::*member;
};
/// Every number besides test potentials and blocked channels, for this model.
std::vector<ClampSetting> clampSettings(const Model& model);
/// What is on or off, by its name in files and lessons.
struct ClampSwitch {
    std::string_view name;
    bool VoltageClamp::*member;
};
inline constexpr ClampSwitch clampSwitches[] = {{"prepulse", &VoltageClamp::hasPrepulse},
                                                {"tail", &VoltageClamp::hasTail},
                                                {"capacitive", &VoltageClamp::isCapacitive},
                                                {"subtractsLeak", &VoltageClamp::subtractsLeak}};
/// A test potential of this model.
Quantity testPotential(const Model& model);
/// How much of a conductance is blocked, for this parameter: its symbol is that of the substance ("TTX"), where it has one, else of the
/// conductance.
Quantity blockedShare(const Quantity& conductance);
/// The parameter that is a conductance and has this name, or whose blocker has it.
std::optional<std::size_t> blockable(const Model& model, std::string_view name);
/// The substance that blocks channels for ions of this owner ("Na": "TTX", "K": "TEA"); empty where there is no such habit.
std::string_view blockerOf(std::string_view owner);

/// The most test potentials of a family, and of those that are drawn over one another.
inline constexpr std::size_t mostClampSteps = 1000, mostOverlaidSteps = 16;

/// From a holding potential to eleven test potentials, within the range of V.
VoltageClamp defaultClamp(const Model& model);

/// One sentence on why a model cannot be clamped, with its remedy; empty where it can.
Sentence clampRefusal(const Model& model);
/// The same of the clamp's values.
Sentence problem(const VoltageClamp& clamp, const Model& model);

/// What is commanded in an episode with this test potential: one piece after another, the last without end.
std::vector<Piece> commandOf(const VoltageClamp& clamp, double test);
/// When the test begins, and how long an episode lasts, in ms.
double testStart(const VoltageClamp& clamp);
double lengthOf(const VoltageClamp& clamp);
/// What a run of this clamp commands, episode by episode.
Drive drivenBy(const VoltageClamp& clamp);

/// The parameters of a membrane whose channels are partly blocked.
std::vector<double> withBlocked(const Model& model, std::span<const double> parameters, const VoltageClamp& clamp);

}
