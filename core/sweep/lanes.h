// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace rheobase {

/// How the neurons of a sweep are carried from step to step, side by side.
enum class LaneMethod { rungeKutta4, staggered };

/// So many lanes or a few more, as a kernel that takes `width` at a time needs.
constexpr std::size_t wholePacks(std::size_t lanes, std::size_t width) { return (lanes + width - 1) / width * width; }

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
    bool first, last;          ///< the run begins or ends with these steps
    double spikeLevel, rearm;  ///< mV
    double *lastV, *lastSlope; ///< of each lane, before the step that comes: V in mV, dV/dt in mV/ms
    double *armed, *spedUp;    ///< of each lane, 1 or 0: its SpikePhase
    double *lowest, *highest;  ///< of the membrane potential at the steps so far, mV
    bool* strayed;             ///< made true of a lane whose numbers left the model's range
    /// Told of an armed lane whose potential has risen through the spike level in a step: states before and after it, and whether it had
    /// sped up before this step.
    void (*crossed)(void* listener, std::size_t lane, std::size_t step, const double* before, const double* after, bool spedUp);
    void* listener;
};

/// Carries lanes over all their steps.
struct LaneKernel {
    void (*carry)(const Lanes& lanes) = nullptr;
    std::size_t width = 0; ///< lanes at a time
};

/// Neurons of one linear state under constant currents, side by side: dV/dt = aV + k; [i] is lane i. Times in ms, potentials in mV.
struct CourseLanes {
    std::size_t lanes; ///< a multiple of CourseKernel::width
    const double *a, *k, *start, *threshold, *reset, *refractory;
    double end, lastSpike, partStart; ///< of the run; the latest spike that counts; where the part that rates are of begins
    double *spikes, *latency, *interval, *rate, *variation, *lowest, *highest, *last; ///< the answers; NaN where SweepPoint has it
};

/// Follows lanes to their end.
struct CourseKernel {
    void (*follow)(const CourseLanes& lanes) = nullptr;
    std::size_t width = 0; ///< lanes at a time
};

/// A step that took V of a lane to the threshold.
struct Crossing {
    std::size_t lane, step;
    double before; ///< V at the beginning of the step, mV
};

/// Neurons of one linear state under one noise, side by side; [i] is lane i. In a step V becomes decay V + drift + gain noise. A lane
/// that crosses its threshold stays at its reset; at its step of release V becomes its base + its slope noise, and then it is free again.
struct LinearLanes {
    std::size_t lanes; ///< a multiple of LinearKernel::width
    double *V, *decay, *drift, *gain, *release;
    const double *threshold, *reset, *base, *slope, *freeDecay, *freeDrift, *freeGain;
    const double* noise;      ///< of each step
    double first;             ///< the number of the first step
    std::size_t steps;        ///< no more than a refractory period has
    double *lowest, *highest; ///< of V at the steps so far, and of thresholds that were crossed, mV
    Crossing* crossings;      ///< has room for as many as there are lanes
    std::size_t* crossingCount;
};

/// Carries linear lanes over all their steps; and the closed forms for rows of `count` neurons, a multiple of the width.
struct LinearKernel {
    void (*carry)(const LinearLanes& lanes) = nullptr;
    /// linear::timeToThreshold of each.
    void (*rise)(std::size_t count, const double* excess, const double* a, const double* rate, double* time) = nullptr;
    /// time φ₁(a time) of each: by how much V moves in this time, divided by its slope at the beginning.
    void (*reach)(std::size_t count, const double* a, const double* time, double* reach) = nullptr;
    std::size_t width = 0; ///< lanes at a time
};

/// An instruction set and its kernels; `find` gives none for a model that has no kernel with that method.
struct InstructionSet {
    std::string_view name;
    bool (*isSupported)();
    LaneKernel (*find)(std::string_view model, LaneMethod method);
    LinearKernel (*linear)();
    CourseKernel (*course)();
};

/// All that this machine has, best first; the last is what every machine has.
std::vector<InstructionSet> instructionSets();
/// The best of them, or the one named by RHEOBASE_SIMD in the environment.
InstructionSet instructionSet();

}
