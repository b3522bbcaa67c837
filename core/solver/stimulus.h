// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quantity.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace rheobase {

/// A part of a current: from ≤ t < to, base + slope·(t − from) + amplitude·sin(omega·(t − from) + phase).
/// Times in ms, omega in rad/ms, the rest in the model's current unit.
struct Piece {
    double from, to, base = 0, slope = 0, amplitude = 0, omega = 0, phase = 0;
};

/// What a stimulus shape is: a name, a table of its values, and the pieces they make.
/// A row that isCurrent() takes unit, default and range from the model's input.
struct StimulusShape {
    std::string_view id, name, meaning;
    std::span<const Quantity> values;
    std::vector<Piece> (*pieces)(std::span<const double> values);
};

/// Every shape: constant, step, pulse-train, two-pulses, ramp, sine.
std::span<const StimulusShape> stimulusShapes();
/// The shape with this id; null where there is none.
const StimulusShape* stimulusShape(std::string_view id);
/// The table of a shape for a model with this input: units, defaults and ranges filled in.
std::vector<Quantity> quantities(const StimulusShape& shape, const Quantity& input);

/// One shape with its values, in the order of the shape's table. A sum of components is a stimulus.
struct StimulusComponent {
    const StimulusShape* shape;
    std::vector<double> values;
    bool operator==(const StimulusComponent&) const = default;
};

/// A component with the shape's defaults for a model with this input.
StimulusComponent component(const StimulusShape& shape, const Quantity& input);

/// The widths of pulses in ms, whose charge is finite for every allowed current, and for which a current can make it as large as a spike
/// needs.
inline constexpr Domain pulseWidths{1e-3, 1e4};

/// A sum of shapes. Those that end can begin again and again, in episodes.
struct Stimulus : std::vector<StimulusComponent> {
    using vector::vector;
    double repeat = 0; ///< ms from the start of one episode to that of the next; 0: there is only one
    bool operator==(const Stimulus&) const = default;
};

/// The time from one episode to the next; of less, edges could not be told apart late in a run.
inline constexpr Quantity repetition{"repeat",           "ms",       200, 10, 1e4, "time from one episode to the next", Part::period,
                                     Scale::logarithmic, {1e-3, 1e9}};

/// When the last of its shapes that end does so, in ms; empty where none does, so that there is nothing to repeat.
std::optional<double> endOf(const Stimulus& stimulus);

/// The pieces of all its components, in the first episode. Two edges that rounding alone keeps apart are one, so that pulses that touch leave no gap.
std::vector<Piece> piecesOf(const Stimulus& stimulus);

/// Noise added to the current, held for one Δt at a time, keyed by (seed, step).
struct Noise {
    /// white: σ in current·√ms, each step gets σ/√Δt · N(0,1). ornsteinUhlenbeck: standard deviation σ, correlation time τ in ms.
    enum class Kind { none, white, ornsteinUhlenbeck };
    Kind kind = Kind::none;
    double sigma = 0;
    double tau = 5;
    bool operator==(const Noise&) const = default;
};

/// The name of each kind of noise in files and commands.
inline constexpr std::string_view noiseIds[] = {"none", "white", "ornstein-uhlenbeck"};
/// Its name on screen.
std::string_view nameOf(Noise::Kind kind);
/// σ and τ of the noise for a model with this input.
std::vector<Quantity> noiseQuantities(Noise::Kind kind, const Quantity& input);

/// The standard normal number of this seed and step (Philox 4×32-10, Salmon et al. 2011; Box–Muller).
double normal(std::uint64_t seed, std::uint64_t step);

/// The noise of a step of dt ms, given that of the step before.
double noiseAt(const Noise& noise, double dt, std::uint64_t seed, std::uint64_t step, double before);

/// By how much (mV) the threshold of a neuron that jumps is lowered within steps of dt ms under white noise, where V rises by `gain` a ms for
/// each unit of current: 0.5826 σ√Δt gain. Between the steps' ends, V of the noise that is meant would pass the threshold and come back; with
/// this it fires as often as under that noise. `room`: how far (mV) the reset is below the threshold; the lowered one stays halfway above it. (0.5826 = −ζ(½)/√(2π): Broadie, Glasserman & Kou, Math. Finance 7:325, 1997.)
double thresholdLoweredBy(const Noise& noise, double dt, double gain, double room);

/// A stimulus or a command made ready for a solver: which pieces are on, and where that changes. Moves forwards in time only, or restarts by seek.
class Drive {
public:
    Drive() = default;
    explicit Drive(const Stimulus& stimulus);
    /// Pieces that come again every `period` ms; 0: once.
    Drive(std::vector<Piece> pieces, double period);
    /// Makes the interval that contains t the present one.
    void seek(double t);
    /// Where the present interval ends; infinity after the last edge.
    double nextEdge() const { return m_nextEdge; }
    /// The current at t by the pieces of the present interval (the limit from the left at its end).
    double at(double t) const
    {
        double current = m_constant;
        for (const Piece& p : m_varying) current += valueAt(p, t);
        return current;
    }
    /// The current at t by the pieces whose edges are both farther from t than `near`, on a grid of which edges are no part; pieces that
    /// begin with the run are on from there.
    double within(double t, double near) const;
    /// The sum of the pieces that are constant in the present interval.
    double constant() const { return m_constant; }
    /// The pieces with a slope or a sine in the present interval.
    std::span<const Piece> varying() const { return m_varying; }
    /// The current of one piece at t.
    [[gnu::pure]] static double valueAt(const Piece& piece, double t);

private:
    double episodeAt(double t) const;
    double edgeAfter(double t, double episode) const;

    std::vector<Piece> m_pieces, m_varying;
    std::vector<double> m_edges;
    double m_period = 0; // of episodes
    double m_constant = 0, m_nextEdge = std::numeric_limits<double>::infinity();
};

/// The current of a stimulus at time t in ms (limit from the right at edges).
double current(const Stimulus& stimulus, double t);

}
