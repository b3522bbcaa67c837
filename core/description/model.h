// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "matrix.h"
#include "quantity.h"
#include "symbol.h"

#include <limits>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace rheobase {

class Solver;
struct Experiment;
struct Neuron;

/// The most states and terms that a model may have.
inline constexpr std::size_t mostStates = mostMatrixRows, mostTerms = 53;

/// How a neuron is carried from one step to the next.
enum class SolverKind {
    exact,
    forwardEuler,
    heun,
    rungeKutta4,
    exponentialEuler,
    dormandPrince,
    quickDormandPrince,
    published2003,
    published2004
};
/// True of the solvers that choose their own steps.
constexpr bool isAdaptive(SolverKind kind) { return kind == SolverKind::dormandPrince || kind == SolverKind::quickDormandPrince; }

/// A solver's name in files and commands, its name on screen, its order of convergence.
struct SolverDescription {
    SolverKind kind;
    std::string_view id, name;
    int order; ///< 0: exact
};
/// Every solver, in the order of SolverKind.
std::span<const SolverDescription> solverDescriptions();
/// What is known of a solver.
const SolverDescription& description(SolverKind kind);

/// A demand on two parameters: the lower one stays below the upper one.
struct Order {
    std::size_t lower, upper;
};

/// A neuron model with its number type hidden: its tables, and its functions on plain arrays in the order of the tables.
/// state[0] is the membrane potential. All that ui and tests see of a model.
struct Model {
    std::string_view id, name, source;
    std::string_view brief; ///< the name where there is little room
    Quantity input;         ///< the injected current
    std::span<const Quantity> parameters, state, terms, derived;
    std::span<const Order> orders;
    bool jumps;        ///< has a threshold and a reset
    bool runsUp;       ///< jumps after an upstroke of its own: near its threshold V runs away by itself
    bool linear;       ///< one state, linear: the exact solver applies
    bool published;    ///< came with the scripts of 2003 and 2004 (published.h)
    double spikeLevel; ///< mV; of models that do not jump
    double spikeRearm; ///< mV below it V has been before another spike begins
    SolverKind solver; ///< the default solver
    double step;       ///< the default Δt in ms

    /// The named parts of the equation at state x with parameters p.
    void (*evaluate)(const double* x, const double* p, double* terms);
    /// dx/dt, per ms, under the current I.
    void (*derivative)(const double* x, const double* p, double I, double* dxdt);
    /// ∂(dx/dt)/∂x, row by row, from dual numbers.
    void (*jacobian)(const double* x, const double* p, double I, double* rows);
    /// The quantities that follow from the parameters alone (τ = RC, rheobase …).
    void (*derive)(const double* p, double* derived);
    /// How far the state is past threshold or spike level, in mV.
    double (*excess)(const double* x, const double* p);
    /// The state in which a neuron starts, before gates are set to their steady state.
    void (*start)(const double* p, double* x);
    /// The equations, from the code above run on symbols.
    std::vector<Equation> (*equations)();
    /// The time in ms from one spike to the next under a lasting current that makes it fire, in closed form; empty where there is none.
    Symbol (*interval)();
    /// A solver for an experiment with this model.
    std::unique_ptr<Solver> (*makeSolver)(const Experiment&, const Neuron&);

    /// True where it has spikes; where they are crossings of its spike level.
    bool fires() const { return jumps || spikeLevel < std::numeric_limits<double>::infinity(); }
    bool hasSpikeLevel() const { return !jumps && fires(); }
    /// True where a spike is but a reset, so that pictures draw one above the threshold. It is in no data.
    bool spikesAreDrawn() const { return jumps && !runsUp; }
    /// The tables' default parameters; terms at a state; derived quantities of parameters.
    std::vector<double> defaults() const;
    std::vector<double> termsAt(std::span<const double> x, std::span<const double> p) const;
    std::vector<double> derivedFrom(std::span<const double> p) const;
};

/// True where the solver can run the model.
bool canRun(const Model& model, SolverKind kind);

/// The solvers that can run a model.
std::vector<SolverKind> solversFor(const Model& model);

/// The first pair of parameters that breaks one of the model's orders; null where all hold.
const Order* brokenOrder(const Model& model, std::span<const double> parameters);

/// Between which values the model's orders keep a parameter, as the others are; neither may be reached.
std::pair<double, double> orderLimits(const Model& model, std::span<const double> parameters, std::size_t parameter);

/// The other states at rest while state[0] is held at v: gates at their steady state (Newton's method, one step for a linear gate).
std::vector<double> steadyState(const Model& model, std::span<const double> parameters, std::vector<double> x);

}
