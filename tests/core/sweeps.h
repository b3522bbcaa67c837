// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "measures.h"
#include "support.h"
#include "sweep.h"

/// What tests of sweeps share.
namespace rheobase {

inline Sweep sweepOf(std::string_view id, std::vector<SweepAxis> axes, double duration)
{
    Sweep sweep{.experiment = defaultExperiment(*findModel(id)), .axes = std::move(axes)};
    sweep.experiment.duration = duration;
    return sweep;
}

inline bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

/// The same numbers to the bit.
inline bool same(const SweepPoint& a, const SweepPoint& b)
{
    return a.spikes == b.spikes && same(a.latency, b.latency) && same(a.rate, b.rate) && same(a.firstInterval, b.firstInterval)
           && same(a.lastInterval, b.lastInterval) && same(a.variation, b.variation) && same(a.lowest, b.lowest)
           && same(a.highest, b.highest) && a.diverged == b.diverged
           && std::ranges::equal(a.finalState, b.finalState, [](double x, double y) { return same(x, y); });
}

inline bool same(const std::vector<SweepPoint>& a, const std::vector<SweepPoint>& b)
{
    return std::ranges::equal(a, b, [](const SweepPoint& x, const SweepPoint& y) { return same(x, y); });
}

/// An experiment in which nothing but its form differs, so that no short cut applies.
inline Sweep withoutShortCut(Sweep sweep)
{
    sweep.experiment.stimulus.push_back(shaped("step", {1e8, 1e8 + 1, 1}));
    return sweep;
}

/// What the table of measures says of a run, as a sweep answers it: a silent neuron's rate is 0, what else is undefined is no number.
inline double expectedOf(const SweepAnswer& answer, const MeasuredRun& run, bool diverged)
{
    if (answer.measure == "spikes") return static_cast<double>(run.spikes.count()); // none of a model without them
    const double none =
        answer.measure == "rate" && run.spikes.countInWindow() == 0 && !diverged ? 0 : std::numeric_limits<double>::quiet_NaN();
    return measure(answer.measure).ofRun(run).value_or(none);
}

/// The program's own run of one point: measures to a relative accuracy, extremes, state.
inline void compareWithRun(const Sweep& sweep, std::size_t index, const SweepPoint& point, double accuracy = 0)
{
    const Experiment experiment = experimentAt(sweep, index);
    const Outcome single = simulate(experiment, sweep.experiment.duration);
    const MeasuredRun run = measured(single.trace, experiment, 0, sweep.experiment.duration, sweep.settle);
    for (const SweepAnswer& answer : sweepAnswers()) {
        if (answer.column.ends_with("est")) continue; // of rows that are not rounded, below
        const double is = answer.of(point), should = expectedOf(answer, run, single.divergence.has_value());
        QVERIFY2(same(is, should) || std::abs(is - should) <= accuracy * std::max(1.0, std::abs(should)),
                 qPrintable(QString("%1 at point %2: %3, measured %4").arg(answer.measure.data()).arg(index).arg(is).arg(should)));
    }
    const auto V = single.trace.state(0);
    const double rounding = std::max(accuracy * 100, 1e-12); // a neuron at rest moves by that
    COMPARE_WITHIN(point.lowest, *std::ranges::min_element(V), rounding);
    COMPARE_WITHIN(point.highest, *std::ranges::max_element(V), rounding);
    for (std::size_t i = 0; i < single.neuron.state.size(); ++i) COMPARE_WITHIN(point.finalState[i], single.neuron.state[i], rounding);
    QCOMPARE(point.diverged, single.divergence.has_value());
}

/// The same spikes, and all else to 1e-9.
inline void compareClosely(const std::vector<SweepPoint>& points, const std::vector<SweepPoint>& stepped)
{
    const auto compare = [](const char* what, double a, double b, std::size_t i) {
        QVERIFY2(same(a, b) || std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(b)),
                 qPrintable(QString("%1 at point %2: %3, stepped %4").arg(what).arg(i).arg(a, 0, 'g', 17).arg(b, 0, 'g', 17)));
    };
    QCOMPARE(points.size(), stepped.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        const SweepPoint &a = points[i], &b = stepped[i];
        QVERIFY2(a.spikes == b.spikes, qPrintable(QString("spikes at point %1: %2, stepped %3").arg(i).arg(a.spikes).arg(b.spikes)));
        compare("latency", a.latency, b.latency, i);
        compare("rate", a.rate, b.rate, i);
        compare("first interval", a.firstInterval, b.firstInterval, i);
        compare("last interval", a.lastInterval, b.lastInterval, i);
        compare("variation", a.variation, b.variation, i);
        compare("lowest", a.lowest, b.lowest, i);
        compare("highest", a.highest, b.highest, i);
        compare("final V", a.finalState[0], b.finalState[0], i);
        QCOMPARE(a.diverged, b.diverged);
    }
}

}
