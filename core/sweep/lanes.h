// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace rheobase {

/// How the neurons of a sweep are carried from step to step, side by side.
enum class LaneMethod { rungeKutta4, staggered };

/// Neurons side by side, and what carries them: plain arrays, so that one instruction set's code sees nothing of another's.
/// The value i of the neuron in lane k is at [i * stride + k].
struct Lanes {
    std::size_t stride;
    std::size_t lanes; ///< a multiple of LaneKernel::width
    double* state;
    const double* parameters;
    const double* input;   ///< the constant current of each lane
    const double* lengths; ///< of each step, in ms
    const double* pace;    ///< of each lane: the part of each length that its steps have
    std::size_t steps;
    bool first, last;         ///< the run begins or ends with these steps
    double spikeLevel;        ///< mV
    double *lowest, *highest; ///< of the membrane potential at the steps so far, mV
    bool* strayed;            ///< made true of a lane whose numbers left the model's range
    /// Told of a lane whose potential has risen through the spike level in a step; states before and after it.
    void (*crossed)(void* listener, std::size_t lane, std::size_t step, const double* before, const double* after);
    void* listener;
};

/// Carries lanes over all their steps.
struct LaneKernel {
    void (*carry)(const Lanes& lanes) = nullptr;
    std::size_t width = 0; ///< lanes at a time
};

/// Neurons of one linear state under one noise, side by side; [k] is lane k. In a step V becomes decay V + drift + gain noise.
struct LinearLanes {
    std::size_t lanes; ///< a multiple of LinearKernel::width
    double *V, *decay, *drift, *gain;
    const double* level;       ///< mV; a step that leads here or above is looked into
    double* quietUntil;        ///< ms; a step that ends after this is looked into
    const double *noise, *end; ///< of each step; its end in ms
    std::size_t steps;
    double *lowest, *highest; ///< of V at the steps so far, mV
    /// Told of a step that is to be looked into, with V before it; puts right what there is of its lane.
    void (*look)(void* listener, std::size_t lane, std::size_t step, double before);
    void* listener;
};

/// Carries linear lanes over all their steps.
struct LinearKernel {
    void (*carry)(const LinearLanes& lanes) = nullptr;
    std::size_t width = 0; ///< lanes at a time
};

/// An instruction set and its kernels; `find` gives none for a model that has no kernel with that method.
struct InstructionSet {
    std::string_view name;
    bool (*isSupported)();
    LaneKernel (*find)(std::string_view model, LaneMethod method);
    LinearKernel (*linear)();
};

/// All that this machine has, best first; the last is what every machine has.
std::vector<InstructionSet> instructionSets();
/// The best of them, or the one named by RHEOBASE_SIMD in the environment.
InstructionSet instructionSet();

}
