// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clamp.h"
#include "model.h"
#include "sentence.h"
#include "spike_rule.h"
#include "stimulus.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rheobase {

/// A model, its parameter values, its state and its time: a plain value; copy it to branch.
struct Neuron {
    const Model* model = nullptr;
    std::vector<double> parameters, state;
    double time = 0;                                             ///< ms
    std::uint64_t step = 0;                                      ///< steps since the start; the key of the noise
    double heldUntil = -std::numeric_limits<double>::infinity(); ///< ms; end of the refractory period
    double noise = 0;                                            ///< the present value of Ornstein–Uhlenbeck noise
    SpikePhase spike;                                            ///< of models that do not jump
    bool operator==(const Neuron&) const = default;
};

/// How long a run may last.
inline constexpr Quantity runDuration{"duration", "ms", 1000, 10, 1e5, "duration of a run", Part::none, Scale::logarithmic, {0, 1e9}};

/// What the current that is added by hand is called where settings have names.
inline constexpr std::string_view injectionName = "injection";

/// What a lesson keeps secret of a neuron, to be measured.
struct Seal {
    std::string lesson, step;       ///< that drew the values
    std::vector<std::string> names; ///< of parameters, in the order of the table; empty: nothing is sealed
    bool operator==(const Seal&) const = default;
};

/// All that a user can set, as one value. It is what is saved, undone, replayed, exported.
struct Experiment {
    const Model* model = nullptr;
    std::vector<double> parameters;             ///< in the order of the model's table
    std::vector<std::optional<double>> initial; ///< one a state; what is not given: see start()
    Stimulus stimulus;
    double injection = 0; ///< the current added while a key or button is held
    Mode mode = Mode::currentClamp;
    VoltageClamp clamp; ///< what is commanded in voltage clamp, where stimulus, injection and noise are off
    Noise noise;
    SolverKind solver = SolverKind::rungeKutta4;
    double dt = 0.01; ///< ms
    std::uint64_t seed = 1;
    double spikeLevel = 0;               ///< mV; of models that do not jump
    std::optional<double> spikeRearm;    ///< mV, below which V has been before another spike begins; see rearmLevel()
    Seal seal;                           ///< which of the parameters nobody is told
    double duration = runDuration.value; ///< ms that a run lasts where one is made from beginning to end; the live one goes on
    bool operator==(const Experiment&) const = default;
};

/// The current that stimulus, noise and injection are.
inline const Quantity& injected(const Experiment& experiment) { return experiment.model->input; }
/// What is given to the neuron: the injected current, or the commanded potential.
Quantity given(const Experiment& experiment);
/// The current that is recorded: what is injected, or what the clamp takes.
Quantity recordedCurrent(const Experiment& experiment);
/// True where V is commanded.
inline bool isClamped(const Experiment& experiment) { return experiment.mode == Mode::voltageClamp; }
/// The parameters with which it runs: those that are set, less what is blocked while it is clamped.
std::vector<double> effectiveParameters(const Experiment& experiment);

/// Below which V (mV) has been before another spike begins: `spikeRearm`, or as far below the spike level as the model states.
double rearmLevel(const Experiment& experiment);

/// The model's defaults under a constant current.
Experiment defaultExperiment(const Model& model);

/// The default experiment with the neuron of another: its parameters, and what counts as its spike.
Experiment sameNeuron(const Experiment& experiment);

/// The neuron of an experiment at time 0: at its holding potential while it is clamped; else where it rests without input, if it does; else at the potential of its model's table, as it is
/// where `initial` gives the potential, with gates at their steady state for it.
Neuron start(const Experiment& experiment);

/// One sentence on what makes the experiment impossible (a value outside physics, an order broken, a solver that does
/// not fit …) with its remedy; empty where it can run.
Sentence problem(const Experiment& experiment);

/// One sentence on why `value` is impossible for this quantity; empty where it is possible; it names the
/// quantity `called`, or by its identifier where that is empty.
Sentence problem(const Quantity& quantity, double value, std::string_view called = {});

/// The range of Δt in ms that a user may set.
inline constexpr Quantity stepSize{"Δt", "ms", 0.01, 0.001, 1, "step size", Part::none, Scale::logarithmic, {1e-6, 100}};

}
