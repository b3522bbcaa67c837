// SPDX-License-Identifier: GPL-3.0-or-later
#include "support.h"

using namespace rheobase;

namespace {

/// Every corner of the box of a model's sliders, its current included; corners that break an order are left out.
std::vector<Experiment> corners(const Model& model)
{
    std::vector<Experiment> all;
    const std::size_t n = model.parameters.size();
    for (std::size_t mask = 0; mask < std::size_t{2} << n; ++mask) {
        const auto end = [&](std::size_t i, const Quantity& q) { return (mask >> i & 1) ? q.max : q.min; };
        Experiment e = under(model, end(n, model.input));
        for (std::size_t i = 0; i < n; ++i) e.parameters[i] = end(i, model.parameters[i]);
        if (problem(e).empty()) all.push_back(e);
    }
    return all;
}

/// How long (ms) each of them is run, so that models of many parameters take no longer than others.
double timeFor(const std::vector<Experiment>& all) { return std::clamp(50'000.0 / static_cast<double>(all.size()), 20.0, 200.0); }

/// True where the run says that it fires faster than any neuron, which is no fault of a solver.
bool firesWithoutEnd(const Outcome& run)
{
    return run.divergence && std::string(run.divergence->reason).find("without end") != std::string::npos;
}

QString nameOf(const Experiment& e)
{
    QString name;
    for (std::size_t i = 0; i < e.parameters.size(); ++i)
        name += QString("%1 %2, ").arg(e.model->parameters[i].symbol.data()).arg(e.parameters[i]);
    return name + QString("I %1").arg(e.stimulus[0].values[0]);
}

/// What a run at a corner must not do: leave a number that is none, or a gate outside 0…1, without a word.
QString silentFault(const Outcome& run, double slack = 1e-6)
{
    const Model& model = run.trace.model();
    for (std::size_t i = 0; i < model.state.size(); ++i) {
        const Domain& range = model.state[i].domain;
        for (const double x : run.trace.state(i))
            if (!std::isfinite(x) || (!run.divergence && (x < range.least - slack || x > range.most + slack)))
                return QString("%1 is %2").arg(model.state[i].symbol.data()).arg(x);
    }
    if (run.divergence && (run.divergence->reason.empty() || run.divergence->remedy.empty() || !(run.divergence->time >= 0)))
        return "divergence without time, reason or remedy";
    return {};
}

}

/// Sliders may not make the program explode.
class TestStability : public QObject {
    Q_OBJECT

private slots:
    void cornersWithTheDefaultSolver_data() { modelRows(); }
    void cornersWithTheDefaultSolver();
    void exponentialEulerSurvivesEveryCorner_data() { modelRows(); }
    void exponentialEulerSurvivesEveryCorner();
    void adaptiveSolverAtCorners();
    void boundedCornersStayFinite();
    void wildSlidersMidRun_data() { modelAndSolverRows(); }
    void wildSlidersMidRun();
};

void TestStability::cornersWithTheDefaultSolver()
{
    QFETCH(const Model*, model);
    std::size_t reported = 0;
    const auto all = corners(*model);
    for (const Experiment& e : all) {
        const Outcome run = simulate(e, timeFor(all));
        const QString fault = silentFault(run);
        QVERIFY2(fault.isEmpty(), qPrintable(nameOf(e) + ": " + fault));
        reported += run.divergence.has_value();
    }
    qInfo("%zu corners with %s: %zu finite, %zu reported as diverged", all.size(), description(model->solver).id.data(),
          all.size() - reported, reported);
    if (model->linear) QCOMPARE(reported, std::size_t{0});
    QVERIFY(reported < all.size() / 2);
}

void TestStability::exponentialEulerSurvivesEveryCorner()
{
    QFETCH(const Model*, model);
    const auto all = corners(*model);
    for (Experiment e : all) {
        e.solver = SolverKind::exponentialEuler;
        const Outcome run = simulate(e, timeFor(all), 10);
        QVERIFY2(!run.divergence || firesWithoutEnd(run),
                 qPrintable(nameOf(e) + QString::fromStdString(run.divergence ? std::string(run.divergence->reason) : "")));
        const QString fault = silentFault(run);
        QVERIFY2(fault.isEmpty(), qPrintable(nameOf(e) + ": " + fault));
    }
}

/// Without a leak V runs away and gates become ever faster: the adaptive solver says so instead of standing still.
void TestStability::adaptiveSolverAtCorners()
{
    std::size_t reported = 0, count = 0;
    const auto all = corners(*findModel("hodgkin-huxley"));
    for (std::size_t i = 0; i < all.size(); i += 7, ++count) {
        Experiment e = all[i];
        e.solver = SolverKind::dormandPrince;
        e.dt = 0.1;
        const Outcome run = simulate(e, 100);
        const QString fault = silentFault(run);
        QVERIFY2(fault.isEmpty(), qPrintable(nameOf(e) + ": " + fault));
        reported += run.divergence.has_value();
    }
    qInfo("%zu corners: %zu finite, %zu reported as diverged", count, count - reported, reported);
}

/// With every conductance at its usual value no other slider of the squid axon's batteries makes it diverge at 6.3 °C.
void TestStability::boundedCornersStayFinite()
{
    for (const char* name : {"E_Na", "E_K", "E_L", "C", "g_Na", "g_K"})
        for (const bool high : {false, true}) {
            Experiment e = under(*findModel("hodgkin-huxley"), 10);
            const Quantity& q = e.model->parameters[indexOf(e.model->parameters, name).value()];
            set(e, name, high ? q.max : q.min);
            const Outcome run = simulate(e, 200);
            QVERIFY2(!run.divergence, qPrintable(nameOf(e)));
        }
}

/// A hand on every slider at once, each 2 ms, from corner to corner.
void TestStability::wildSlidersMidRun()
{
    QFETCH(const Model*, model);
    QFETCH(SolverKind, solver);
    const auto all = corners(*model);
    Experiment e = defaultExperiment(*model);
    e.solver = solver;
    Outcome run{Recording(*model), start(e), {}};
    auto engine = makeSolver(e);
    engine->recordNow(Mark::start, run.trace);
    for (std::size_t k = 0; k < 200; ++k) {
        e.parameters = all[k * 37 % all.size()].parameters;
        e.stimulus = all[k * 37 % all.size()].stimulus;
        engine->apply(e);
        engine->advance(40, 1, run.trace);
        run.divergence = engine->divergence();
        if (run.divergence) engine = makeSolver(e);
        const QString fault = silentFault(run, 1e-3);
        QVERIFY2(fault.isEmpty(), qPrintable(nameOf(e) + ": " + fault));
        if (!run.divergence) QVERIFY(std::ranges::is_sorted(run.trace.time()));
        run.trace.clear();
    }
}

QTEST_GUILESS_MAIN(TestStability)
#include "tst_stability.moc"
