// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace rheobase {

/// How the neurons of a sweep are carried from step to step, side by side.
enum class LaneMethod { rungeKutta4, heun, forwardEuler, staggered };

/// So many lanes or a few more, as a kernel that takes `width` at a time needs.
constexpr std::size_t wholePacks(std::size_t lanes, std::size_t width) { return (lanes + width - 1) / width * width; }

/// Whoever has neurons carried side by side, told of what happens to a lane within a step, which is counted from the first of Lanes.
struct LaneListener {
    void* self;
    /// An armed lane of smooth neurons whose potential has risen through the spike level: states before and after the step, and whether it
    /// had sped up before.
    void (*crossed)(void* self, std::size_t lane, std::size_t step, const double* before, const double* after, bool spedUp);
    /// A lane that jumps has done so, at t in ms: its state then. False where it fires without end.
    bool (*jumped)(void* self, std::size_t lane, double t, const double* state);
    /// The number of the step in which a hold until t in ms ends.
    double (*releaseOf)(void* self, double t);
    /// A step in which a lane jumps, or is held no more, under a current that is not constant in it: it is to be done alone. Its state
    /// before, which is to become that after; V (mV) at its lowest and highest; and the end of its hold in ms.
    void (*doAlone)(void* self, std::size_t lane, std::size_t step, double* state, double& lowest, double& highest, double& heldUntil);
};

/// Neurons side by side, and what carries them: plain arrays, so that one instruction set's code sees nothing of another's.
/// The value i of the neuron in lane k is at [i * stride + k].
struct Lanes {
    std::size_t stride;
    std::size_t lanes; ///< a multiple of LaneKernel::width
    double* state;
    const double* parameters;
    /// The current of lane k without noise, at the beginning (stage 0), the middle and the end of each step:
    /// [step * driveStep + stage * driveStage + k]; both are 0 of currents that do not change in these steps.
    const double* drive;
    std::size_t driveStep, driveStage;
    const double* lastDrive; ///< of each lane, with which the step before the first one began
    /// The current that is added in a step, in lane k: [step * noiseStep + k * noiseLane].
    const double* noise;
    std::size_t noiseStep, noiseLane;
    const double* times;   ///< of each step's beginning and of the last one's end, in ms
    const double* lengths; ///< of each step, in ms
    const double* pace;    ///< of each lane: the part of each length that its steps have
    std::size_t steps;
    double firstStep;            ///< the number of the first one in the run
    bool first, last;            ///< the run begins or ends with these steps
    double spikeLevel, rearm;    ///< mV; of smooth neurons
    double *lastV, *lastSlope;   ///< of each lane, before the step that comes: V in mV, dV/dt in mV/ms
    double *armed, *spedUp;      ///< of each lane, 1 or 0: its SpikePhase
    const double* lowered;       ///< mV, of each lane that jumps: see thresholdLoweredBy()
    double *heldUntil, *release; ///< of each lane that jumps: the end of its last hold in ms, and the number of the step in which that is
    double *lowest, *highest;    ///< of the membrane potential at the steps so far, mV
    bool* strayed;               ///< made true of a lane whose numbers left the model's range
    LaneListener listener;
    /// By how much V (mV) may bend upwards in a step of neurons that jump, without being taken through it alone and by shorter steps; 0: the
    /// steps are as they are.
    double mostBend;
    bool keepsExtremes; ///< lowest and highest are asked for
    bool isPlain;       ///< currents are constant and without noise, and all lanes have the whole pace
    /// Whether a step has one current from its beginning to its end, in every lane.
    bool isConstantInSteps() const { return driveStage == 0; }
    bool hasNoise() const { return noiseStep != 0; }
};

/// Carries lanes over all their steps.
struct LaneKernel {
    void (*carry)(const Lanes& lanes) = nullptr;
    std::size_t width = 0; ///< lanes at a time
    /// How far (mV) the reset of a neuron that jumps is below its threshold, by its parameters.
    double (*room)(const double* parameters) = nullptr;
};

/// The kernels of one model; without `carry` where a method does not apply.
struct ModelKernels {
    std::string_view id;
    LaneKernel rungeKutta4, heun, forwardEuler, staggered;
    const LaneKernel& by(LaneMethod method) const
    {
        return method == LaneMethod::rungeKutta4 ? rungeKutta4
               : method == LaneMethod::heun      ? heun
               : method == LaneMethod::staggered ? staggered
                                                 : forwardEuler;
    }
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

/// An instruction set and its kernels: of each model, and of neurons of one linear state.
struct InstructionSet {
    std::string_view name;
    bool (*isSupported)();
    const std::vector<ModelKernels>& (*models)();
    LinearKernel (*linear)();
    CourseKernel (*course)();
    /// Without `carry` where a model has no kernel with that method.
    LaneKernel find(std::string_view model, LaneMethod method) const;
};

/// All that this machine has, best first; the last is what every machine has.
std::vector<InstructionSet> instructionSets();
/// The best of them, or the one named by RHEOBASE_SIMD in the environment.
InstructionSet instructionSet();

}
