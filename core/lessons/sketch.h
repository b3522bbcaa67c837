// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "blocks.h"
#include "drawing.h"
#include "experiment.h"

#include <map>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace rheobase {

/// An axis of a sketch: "t", "I", "rate", a state.
struct SketchAxis {
    std::string name{};
    Quantity quantity{};
    double least = 0, most = 1;
    double part(double value) const { return (value - least) / (most - least); } ///< 0 … 1 within the axis
    double value(double part) const { return least + part * (most - least); }
    double length() const { return most - least; }
    bool contains(double value) const { return value >= least && value <= most; }
};

/// The firing rate, which is up in a sketch of an f–I curve.
const Quantity& rateOfSketches();

/// What is looked for in a curve that is drawn; in the units of its axes.
struct Feature {
    enum class Kind {
        value,      ///< V(40 ms) = -60 mV ± 3 mV
        difference, ///< V(22 ms) - V(20 ms) = 10 mV ± 3 mV
        rises,
        falls,
        slopeFalls,
        slopeRises,
        flat,
        straight,
        onePeak,
        below,       ///< a level, in a part
        above,       ///< the same
        spike,       ///< above the level of a spike, in a part
        startsBelow, ///< the rate at which firing begins
        jumpsAbove,  ///< the same
        zero,
        before, ///< another sketch
        path,   ///< "first right, then up, left, down"
    };
    Kind kind = Kind::value;
    double from = 0, to = 0;         ///< the part of x; of a value both are its place, of a difference both places
    double value = 0, tolerance = 0; ///< of y
    std::string other{};             ///< the sketch that is meant
    std::vector<std::string> directions{};
};

/// A prediction that is drawn: axes, where the pencil begins, and what is looked for.
struct Sketch {
    enum class Plane { trace, rate, phase };
    /// What is wanted, and what is said where it is missing; or a typical mistake, what is said where all of it is there.
    struct Rule {
        std::vector<Feature> features;
        bool isMistake = false;
        std::string tag{}, feedback{};
        std::size_t line = 0;
    };
    /// A curve to choose instead of drawing; by its tag the mistake that it is, right without one.
    struct Candidate {
        Stroke points;
        std::string tag;
        std::size_t line;
    };
    Plane plane = Plane::trace;
    SketchAxis across{}, up{};
    std::optional<double> givenX{}, givenY{}; ///< where the pencil begins, as far as the lesson says
    double givenUntil = 0;                    ///< ms, until when the run gives the rest
    double spikeLevel = 0;
    std::vector<Rule> rules{};
    std::vector<Candidate> candidates{};

    /// As they are written: "t 0 … 140 ms, V -72 … -58 mV".
    std::string axes() const;
    bool isFunction() const { return plane != Plane::phase; }
    double begin() const { return givenX.value_or(across.least); }
};

/// The strokes of other sketches, by their asks.
using Strokes = std::map<std::string, Stroke, std::less<>>;

/// Reads the lines of an ask from "axes:" on. `others` are the sketches before. Throws a Refusal of units that do not fit, and of tolerances
/// that are finer than a hand draws.
Sketch sketchFrom(std::span<const Line> lines, const Experiment& experiment, std::span<const std::string> others);
/// A candidate's points, joined as a hand would.
Stroke drawn(const Sketch& sketch, const Sketch::Candidate& candidate);

/// Whether a stroke has a feature, as far as a hand can be told from another.
bool has(const Sketch& sketch, const Stroke& stroke, const Feature& feature, const Strokes& others);
/// What is looked for, in words.
Sentence wordsOf(const Sketch& sketch, const Feature& feature);

/// What a run does otherwise than was drawn: of peaks how much higher and later, else where both are farthest apart.
Sentence comparison(const Sketch& sketch, const Stroke& stroke, const Stroke& run);

/// The experiment from rest under a lasting current instead of its stimulus, for curves of rates.
Experiment underLasting(Experiment experiment);
/// The curve that a run of the experiment draws on these axes; empty where it takes too long.
Stroke curveOf(const Sketch& sketch, const Experiment& experiment, const std::stop_token& stop = {});

}
