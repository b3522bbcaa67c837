// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue.h"
#include "formulas.h"
#include "solver.h"

#include <QTest>

#include <cmath>

using namespace rheobase;

namespace {

constexpr const char *leaky = "leaky-integrate-and-fire", *perfect = "perfect-integrate-and-fire", *squid = "hodgkin-huxley";

/// A run of so many ms, and its rows.
struct Recorded {
    Experiment experiment;
    Trace trace;
    explicit Recorded(const Experiment& e, double duration) : experiment(e), trace(*e.model)
    {
        const auto solver = makeSolver(e);
        solver->recordNow(Mark::start, trace);
        solver->advance(stepsTo(duration, e.dt), 1, trace);
    }
    MeasuredRun run() const { return measured(trace, experiment); }
};

Experiment under(const char* model, const char* shape, std::initializer_list<double> values)
{
    Experiment e = defaultExperiment(*findModel(model));
    e.stimulus = {component(*stimulusShape(shape), e.model->input)};
    std::ranges::copy(values, e.stimulus[0].values.begin());
    return e;
}

double told(const MeasuredRun& run, std::string_view what, bool isSteady)
{
    const Experiment& e = run.experiment;
    const auto formulas = formulasOf(what, *e.model, isSteady);
    const auto derived = e.model->derivedFrom(e.parameters);
    const auto given = givenOf(run);
    return formulas.empty() ? std::nan("") : valueOf(formulas.back(), {e.parameters, {}, {}, derived, current(e.stimulus, run.now), given});
}

double measuredValue(const MeasuredRun& run, std::string_view what)
{
    const Measure& m = measure(what);
    return (m.ofRun ? m.ofRun(run) : m.ofExperiment(run.experiment, {})).value_or(std::nan(""));
}

}

/// Formulas come to what is measured.
class TestFormulas : public QObject {
    Q_OBJECT
private slots:
    void agreeWithTheMeasure_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<double>("I");
        QTest::addColumn<QString>("what");
        for (const auto& [model, I] : {std::pair(leaky, 2.4), std::pair(leaky, 5.0), std::pair(perfect, 0.5), std::pair(squid, 10.0)})
            for (const char* what : {"rate", "rate.formula", "rate.last", "mean-rate", "cv", "rheobase", "tau", "chronaxie", "rest"})
                QTest::addRow("%s at %g: %s", model, I, what) << model << I << what;
    }
    void agreeWithTheMeasure()
    {
        QFETCH(QString, model);
        QFETCH(double, I);
        QFETCH(QString, what);
        const Recorded recorded(under(model.toUtf8(), "constant", {I}), 300);
        const std::string id = what.toStdString();
        const double formula = told(recorded.run(), id, true), value = measuredValue(recorded.run(), id);
        const bool isKnown = !formulasOf(id, *recorded.experiment.model, true).empty();
        QCOMPARE(isKnown, std::isfinite(formula));
        const double tolerance = id == "chronaxie" ? 1e-4 : 1e-6;
        if (isKnown)
            QVERIFY2(std::abs(formula - value) <= tolerance * std::max(1.0, std::abs(value)),
                     qPrintable(QStringLiteral("%1 is not %2").arg(formula).arg(value)));
        else QVERIFY2(model == squid || model == perfect, "a leaky neuron has a formula for each");
    }

    void impedanceOfTheMembrane()
    {
        for (const char* model : {"passive", leaky}) {
            const Recorded recorded(under(model, "sine", {0, 1e4, 0.1, 50, 0, 0.5}), 10);
            const double value = measuredValue(recorded.run(), "impedance");
            QVERIFY(value > 3 && value < 9);
            QVERIFY(std::abs(told(recorded.run(), "impedance", false) - value) < 1e-9);
        }
        QVERIFY(formulasOf("impedance", *findModel(squid), false).empty());
    }

    void derivedQuantities()
    {
        for (const Model& model : catalogue()) {
            const Recorded recorded(defaultExperiment(model), 1);
            const auto derived = model.derivedFrom(recorded.experiment.parameters);
            for (std::size_t i = 0; i < derived.size(); ++i) {
                const std::string id = identifier(model.derived[i].symbol);
                if (!formulasOf(id, model, true).empty()) QCOMPARE(told(recorded.run(), id, true), derived[i]);
            }
        }
    }

    void areWrittenAsInABook()
    {
        const auto formula = formulasOf("rate", *findModel(leaky), true);
        QCOMPARE(text(formula[0].right), std::string("t_ref + tau * ln((E_L + R * I - V_reset) / (E_L + R * I - V_th))"));
        QCOMPARE(latex(formula[0].right),
                 std::string("t_{\\mathrm{ref}} + \\tau\\,\\ln\\,\\frac{E_{\\mathrm{L}} + R\\,I - V_{\\mathrm{reset}}}{E_{\\mathrm{L}} + "
                             "R\\,I - V_{\\mathrm{th}}}"));
        QCOMPARE(text(formula[1].right), std::string("1 / T"));
        QCOMPARE(latex(formulasOf("impedance", *findModel("passive"), false)[0].right),
                 std::string("\\frac{R}{\\sqrt{1 + (\\omega\\,\\tau)^{2}}}"));
    }

    /// The fewest spikes with which each has a value.
    void tellHowManySpikesAreNeeded()
    {
        for (const Measure& m : measures()) {
            if (!m.ofRun || m.id == "threshold" || m.id == "amplitude" || m.id == "ahp" || m.id == "half-width" || m.id == "upstroke")
                continue;
            const std::size_t needed = spikesNeeded(m.id);
            MeasuredRun run{defaultExperiment(*findModel(leaky)), SpikeTally(), 100};
            for (std::size_t i = 0; i < needed; ++i) {
                QVERIFY2(!m.ofRun(run), m.id.data());
                run.spikes.addSpike(20.0 * static_cast<double>(i) + 20);
            }
            run.now = 20.0 * static_cast<double>(needed) + 1;
            if (needed > 0 && !isOfShape(m.id)) QVERIFY2(m.ofRun(run), m.id.data());
        }
    }
};

QTEST_GUILESS_MAIN(TestFormulas)
#include "tst_formulas.moc"
