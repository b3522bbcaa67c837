// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue.h"
#include "solver.h"
#include "trace.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <vector>

/// What the tests of core share: runs, stimuli by name, an independent integrator, rows of models and solvers.
namespace rheobase {

/// A trace that keeps every row as precisely as it was computed, too.
class Recording : public Trace {
public:
    explicit Recording(const Model& model) : Trace(model), m_rows(columns().size()) {}

    void record(Mark mark, double time, double I, std::span<const double> state, std::span<const double> terms) override
    {
        if (mark == Mark::start) clear();
        Trace::record(mark, time, I, state, terms);
        for (std::size_t i = 0; i < m_rows.size() && mark != Mark::crossing; ++i) m_rows[i].push_back(latest(i));
    }
    void clear()
    {
        Trace::clear();
        for (auto& column : m_rows) column.clear();
    }
    std::span<const double> column(std::size_t index) const { return m_rows[index]; }
    std::span<const double> time() const { return m_rows[Columns::time]; }
    std::span<const double> input() const { return m_rows[Columns::given]; }
    std::span<const double> state(std::size_t index) const { return m_rows[columns().of(Role::state, index)]; }
    std::span<const double> term(std::size_t index) const { return m_rows[columns().of(Role::term, index)]; }

private:
    std::vector<std::vector<double>> m_rows;
};

/// A finished run.
struct Outcome {
    Recording trace;
    Neuron neuron;
    std::optional<Divergence> divergence;

    double finalV() const { return neuron.state[0]; }
};

inline Outcome simulate(const Experiment& experiment, double duration, std::uint64_t every = 1)
{
    Recording trace(*experiment.model);
    const auto solver = makeSolver(experiment);
    solver->endAt(duration);
    solver->recordNow(Mark::start, trace);
    solver->advance(stepsTo(duration, experiment.dt), every, trace);
    return {std::move(trace), solver->neuron(), solver->divergence()};
}

/// Waits until this process has computed for so long (ms of a processor).
inline void waitForWork(double milliseconds)
{
    const std::clock_t until = std::clock() + static_cast<std::clock_t>(milliseconds / 1000 * CLOCKS_PER_SEC);
    QVERIFY(QTest::qWaitFor([until] { return std::clock() >= until; }, 60'000));
}

/// A stimulus component by its shape's name and values.
inline StimulusComponent shaped(std::string_view id, std::vector<double> values) { return {stimulusShape(id), std::move(values)}; }

/// A model's default experiment under the current `amplitude`.
inline Experiment under(const Model& model, double amplitude)
{
    Experiment experiment = defaultExperiment(model);
    experiment.stimulus = {shaped("constant", {amplitude})};
    return experiment;
}

inline void set(Experiment& experiment, std::string_view name, double value)
{
    experiment.parameters[indexOf(experiment.model->parameters, name).value()] = value;
}

inline double parameterOf(const Experiment& experiment, std::string_view name)
{
    return experiment.parameters[indexOf(experiment.model->parameters, name).value()];
}

/// Integrates a model's derivative by Boost's controlled Fehlberg 7(8) method, independent of the project's methods; the
/// input is smooth from `from` to `to`.
std::vector<double> integrated(const Model& model, std::span<const double> parameters, std::vector<double> x, double from, double to,
                               const std::function<double(double)>& input);

/// One row of a test's data for each model, or for each model with each solver that can run it.
inline void modelRows()
{
    QTest::addColumn<const Model*>("model");
    for (const Model& model : catalogue()) QTest::addRow("%s", model.id.data()) << &model;
}

inline void modelAndSolverRows()
{
    QTest::addColumn<const Model*>("model");
    QTest::addColumn<SolverKind>("solver");
    for (const Model& model : catalogue())
        for (const SolverKind kind : solversFor(model))
            QTest::addRow("%s, %s", model.id.data(), description(kind).id.data()) << &model << kind;
}

/// True where two runs recorded the same bits.
inline bool identical(const Recording& a, const Recording& b)
{
    if (a.columns().size() != b.columns().size() || !std::ranges::equal(a.spikes(), b.spikes())) return false;
    for (std::size_t i = 0; i < a.columns().size(); ++i)
        if (!std::ranges::equal(a.column(i), b.column(i))) return false;
    return true;
}

/// How a value misses what is expected of it; empty where it does not.
inline QString missOf(double value, double expected, double tolerance)
{
    if (std::abs(value - expected) <= tolerance) return {};
    return QString(" is %1, expected %2 ± %3").arg(value, 0, 'g', 17).arg(expected, 0, 'g', 17).arg(tolerance);
}

}

Q_DECLARE_METATYPE(const rheobase::Model*)
Q_DECLARE_METATYPE(rheobase::SolverKind)

/// Fails with both numbers where |value − expected| > tolerance.
#define COMPARE_WITHIN(value, expected, tolerance)                                                                                \
    do {                                                                                                                          \
        if (const QString miss = rheobase::missOf(value, expected, tolerance); !miss.isEmpty()) QFAIL(qPrintable(#value + miss)); \
    } while (false)
