// SPDX-License-Identifier: GPL-3.0-or-later
#include "clamp_family.h"

#include "nice.h"
#include "relaxation.h"
#include "solver.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rheobase {

namespace {

/// Takes in rows of one sweep.
class SweepWriter : public Recorder {
public:
    SweepWriter(ClampSweep& sweep, std::size_t rows, const std::vector<bool>& kept) : m_sweep(sweep), m_kept(kept)
    {
        for (auto* column : {&sweep.V, &sweep.I}) column->reserve(rows);
        for (auto& column : sweep.states) column.reserve(rows);
        for (std::size_t i = 0; i < kept.size(); ++i)
            if (kept[i]) sweep.terms[i].reserve(rows);
    }
    void record(Mark, double, double I, std::span<const double> state, std::span<const double> terms) override
    {
        m_sweep.V.push_back(state[0]);
        m_sweep.I.push_back(I);
        for (std::size_t i = 1; i < state.size(); ++i) m_sweep.states[i - 1].push_back(state[i]);
        for (std::size_t i = 0; i < terms.size(); ++i)
            if (m_kept[i]) m_sweep.terms[i].push_back(terms[i]);
    }

private:
    ClampSweep& m_sweep;
    const std::vector<bool>& m_kept;
};

/// ∂(dV/dt)/∂I = 1/C, which no state changes: from currents so great that rounding is that of the result.
double slopeByCurrent(const Model& model, std::span<const double> parameters, const std::vector<double>& x)
{
    constexpr double great = 0x1p20;
    std::vector<double> up(x.size()), down(x.size());
    model.derivative(x.data(), parameters.data(), great, up.data());
    model.derivative(x.data(), parameters.data(), -great, down.data());
    return (up[0] - down[0]) / (2 * great);
}

/// Computes sweeps of one experiment.
class Clamping {
public:
    Clamping(Experiment experiment, const ClampRows& rows, std::span<const double> times)
        : m_experiment(std::move(experiment)),
          m_times(times),
          m_interval(rows.interval),
          m_solver(rows.solver),
          m_parameters(effectiveParameters(m_experiment)),
          m_kept(m_experiment.model->terms.size(), !rows.terms.has_value())
    {
        if (rows.terms)
            for (const std::size_t term : *rows.terms) m_kept[term] = true;
        if (m_experiment.clamp.seriesResistance > 0 && !m_solver) m_solver = SolverKind::dormandPrince;
    }

    ClampSweep sweep(double step) const
    {
        ClampSweep sweep;
        sweep.step = step;
        sweep.states.resize(m_experiment.model->state.size() - 1);
        sweep.terms.resize(m_kept.size());
        SweepWriter writer(sweep, m_times.size(), m_kept);
        m_solver ? solve(step, writer, sweep) : relax(step, writer);
        return sweep;
    }

private:
    void relax(double step, Recorder& recorder) const
    {
        const Model& model = *m_experiment.model;
        const double end = m_times.back();
        std::vector<double> x = start(m_experiment).state, rate(x.size()), terms(model.terms.size());
        const double slope = slopeByCurrent(model, m_parameters, x);
        std::size_t row = 0;
        double before = x[0], current = 0, until = 0; // of the charge that an edge moves
        for (const Piece& piece : commandOf(m_experiment.clamp, step)) {
            if (row == m_times.size() || (piece.from >= end && piece.from > 0)) break;
            x[0] = piece.base;
            current = (x[0] - before) / (slope * m_interval);
            until = piece.from + m_interval * (1 - 1e-6);
            before = x[0];
            Relaxation relaxation(model, m_parameters, x);
            const bool isLast = piece.to >= end;
            for (; row < m_times.size() && (isLast || m_times[row] < piece.to - 1e-9 * m_interval); ++row) {
                const double t = m_times[row];
                const auto& state = relaxation.at(std::max(0.0, t - piece.from));
                model.evaluate(state.data(), m_parameters.data(), terms.data());
                model.derivative(state.data(), m_parameters.data(), 0, rate.data());
                const bool isJumping = m_experiment.clamp.isCapacitive && t < until;
                recorder.record(Mark::sample, t, -rate[0] / slope + (isJumping ? current : 0), state, terms);
            }
            if (!isLast) x = relaxation.at(piece.to - piece.from);
        }
    }

    void solve(double step, Recorder& recorder, ClampSweep& sweep) const
    {
        Experiment e = m_experiment;
        e.clamp.steps = {step};
        e.clamp.chosen = 0;
        e.clamp.repeat = 0;
        if (e.clamp.after == 0)
            (e.clamp.hasTail ? e.clamp.tailWidth : e.clamp.width) += 1; // the last row is not what comes after the episode
        e.solver = *m_solver;
        e.dt = m_interval;
        const auto solver = makeSolver(e);
        solver->endAt(m_times.back());
        solver->recordNow(Mark::start, recorder);
        solver->advance(m_times.size() - 1, 1, recorder);
        fill(sweep);
    }

    /// Where a run diverged, its last rows are no numbers.
    void fill(ClampSweep& sweep) const
    {
        const auto extend = [&](std::vector<double>& column) { column.resize(m_times.size(), std::numeric_limits<double>::quiet_NaN()); };
        extend(sweep.V);
        extend(sweep.I);
        for (auto& column : sweep.states) extend(column);
        for (std::size_t i = 0; i < m_kept.size(); ++i)
            if (m_kept[i]) extend(sweep.terms[i]);
    }

    Experiment m_experiment;
    std::span<const double> m_times;
    double m_interval;
    std::optional<SolverKind> m_solver;
    std::vector<double> m_parameters;
    std::vector<bool> m_kept;
};

/// The same episode with steps of a quarter, from where V is held for them.
Experiment quarterOf(Experiment e)
{
    VoltageClamp& c = e.clamp;
    const auto quarter = [&](double V) { return c.subtractFrom + (V - c.hold) / 4; };
    c.prepulse = quarter(c.prepulse);
    c.tail = quarter(c.tail);
    c.hold = c.subtractFrom;
    return e;
}

void subtract(ClampSweep& sweep, const ClampSweep& quarter)
{
    for (std::size_t i = 0; i < sweep.I.size(); ++i) sweep.I[i] -= 4 * (quarter.I[i] - quarter.I[0]);
}

std::vector<double> timesOf(double length, double interval)
{
    const StepTimes grid(interval);
    std::vector<double> times(stepsTo(length, interval) + 1);
    for (std::size_t i = 0; i < times.size(); ++i) times[i] = std::min(length, grid.at(static_cast<double>(i)));
    return times;
}

}

ClampFamily clampFamily(const Experiment& experiment, const ClampRows& rows, const std::stop_token& stop)
{
    ClampFamily family{.experiment = experiment, .times = {}, .sweeps = {}};
    Experiment& e = family.experiment;
    e.mode = Mode::voltageClamp;
    ClampRows wanted = rows;
    if (wanted.interval == 0 || (wanted.solver && !isAdaptive(*wanted.solver))) wanted.interval = e.dt;
    family.times = timesOf(lengthOf(e.clamp), wanted.interval);
    const Clamping clamping(e, wanted, family.times),
        quarters(quarterOf(e), {wanted.interval, std::vector<std::size_t>{}, wanted.solver}, family.times);
    for (const double step : e.clamp.steps) {
        if (stop.stop_requested()) break;
        family.sweeps.push_back(clamping.sweep(step));
        if (e.clamp.subtractsLeak) subtract(family.sweeps.back(), quarters.sweep(e.clamp.subtractFrom + (step - e.clamp.hold) / 4));
    }
    return family;
}

Experiment withSteps(Experiment experiment, double from, double to, std::size_t count)
{
    auto& steps = experiment.clamp.steps;
    steps.resize(count);
    for (std::size_t i = 0; i < count; ++i) steps[i] = evenly(from, to, i, count);
    experiment.clamp.chosen = count / 2;
    return experiment;
}

}
