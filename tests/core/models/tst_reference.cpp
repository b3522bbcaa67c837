// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixed_points.h"
#include "reference.h"

#include <QRegularExpression>

using namespace rheobase;

Q_DECLARE_METATYPE(rheobase::reference::Case)

namespace {

/// The value of check.py's rule: how far V lies from the reference beyond what a shift in time of `shift` ms explains.
double excessOf(double V, double expected, double slope, double shift)
{
    return std::max(0.0, std::abs(V - expected) - shift * std::abs(slope));
}

/// The recorded V nearest to `expected` among the rows at time t (two at a jump).
std::optional<double> recordedV(const Recording& trace, double t, double expected)
{
    std::optional<double> best;
    for (std::size_t i = trace.firstAt(t - 1e-6); i < trace.rows() && trace.time()[i] <= t + 1e-6; ++i)
        if (const double V = trace.state(0)[i]; !best || std::abs(V - expected) < std::abs(*best - expected)) best = V;
    return best;
}

bool nearSpike(std::span<const double> spikes, double t, double distance)
{
    return std::ranges::any_of(spikes, [&](double s) { return std::abs(s - t) <= distance; });
}

/// The spikes before a time.
std::vector<double> before(std::span<const double> spikes, double until)
{
    std::vector<double> kept;
    std::ranges::copy_if(spikes, std::back_inserter(kept), [&](double s) { return s < until; });
    return kept;
}

/// The intervals between spikes, from the time 0 on.
struct Firing {
    double latency = NAN, firstInterval = NAN, steadyInterval = NAN;
};

/// Under a constant current from time 0, where the last two intervals agree the firing lasts.
Firing firingOf(Experiment experiment, double I, double duration)
{
    experiment.stimulus = {shaped("constant", {I})};
    const Outcome run = simulate(experiment, duration, 1'000'000);
    const auto spikes = run.trace.spikes();
    Firing firing;
    if (!spikes.empty()) firing.latency = spikes[0];
    if (spikes.size() > 1) firing.firstInterval = spikes[1] - spikes[0];
    if (spikes.size() > 3 && spikes.back() > duration * 2 / 3) firing.steadyInterval = spikes.back() - spikes[spikes.size() - 2];
    return firing;
}

}

/// The program against independent reference solutions, at the level "strict" of check.py.
class TestReference : public QObject {
    Q_OBJECT

private slots:
    void traces_data();
    void traces();
    void exactModelsToSixDigits_data();
    void exactModelsToSixDigits();
    void firing_data();
    void firing();
    void rates_data();
    void rates();
    void closedForms();
    void fixedPointsAndStability_data();
    void fixedPointsAndStability();
    void scripts_data();
    void scripts();
    void membraneAtRest();
};

void TestReference::traces_data()
{
    QTest::addColumn<reference::Case>("reference");
    QTest::addColumn<SolverKind>("solver");
    for (const reference::Case& c : reference::traces())
        for (const SolverKind kind : {SolverKind::exact, SolverKind::rungeKutta4, SolverKind::dormandPrince})
            if (kind != SolverKind::exact || c.experiment.model->linear)
                QTest::addRow("%s, %s", qPrintable(c.id), description(kind).id.data()) << c << kind;
}

void TestReference::traces()
{
    QFETCH(reference::Case, reference);
    QFETCH(SolverKind, solver);
    reference.experiment.solver = solver;
    reference.experiment.dt = 0.01;
    const Model& model = *reference.experiment.model;
    if (solver == SolverKind::rungeKutta4 && model.jumps && !model.linear) { // an upstroke that runs away takes less than a step
        reference.experiment.dt = 0.001;
        reference.spikeTolerance = reference.usualSpikeTolerance;
        reference.voltageTolerance = reference.usualVoltageTolerance;
    }
    QCOMPARE(QString::fromStdString(problem(reference.experiment)), QString());
    const Outcome run = simulate(reference.experiment, reference.duration);
    QVERIFY(!run.divergence);

    const auto spikes = before(run.trace.spikes(), reference.compareUntil), expected = before(reference.spikes, reference.compareUntil);
    QCOMPARE(spikes.size(), expected.size());
    for (std::size_t i = 0; i < spikes.size(); ++i) COMPARE_WITHIN(spikes[i], expected[i], reference.spikeTolerance);
    std::size_t compared = 0;
    for (std::size_t i = 0; i < reference.time.size() && reference.time[i] < reference.compareUntil; ++i) {
        if (reference.resets && nearSpike(reference.spikes, reference.time[i], reference.spikeTolerance + 1e-6)) continue;
        const auto V = recordedV(run.trace, reference.time[i], reference.V[i]);
        QVERIFY2(V, qPrintable(QString("no row at %1 ms").arg(reference.time[i])));
        COMPARE_WITHIN(excessOf(*V, reference.V[i], reference.slope[i], reference.spikeTolerance), 0, reference.voltageTolerance);
        ++compared;
    }
    QVERIFY(compared > reference.time.size() / 2);
}

void TestReference::exactModelsToSixDigits_data()
{
    QTest::addColumn<reference::Case>("reference");
    QTest::addColumn<double>("dt");
    for (const reference::Case& c : reference::traces())
        for (const double dt : {0.01, 0.05, 1.0})
            if (c.experiment.model->linear) QTest::addRow("%s, Δt %g ms", qPrintable(c.id), dt) << c << dt;
}

/// The exact models do not need a small step: spikes to 1e-6 ms and V to 1e-6 mV at any Δt.
void TestReference::exactModelsToSixDigits()
{
    QFETCH(reference::Case, reference);
    QFETCH(double, dt);
    reference.experiment.dt = dt;
    const Outcome run = simulate(reference.experiment, reference.duration);
    const auto spikes = before(run.trace.spikes(), reference.compareUntil), expected = before(reference.spikes, reference.compareUntil);
    QCOMPARE(spikes.size(), expected.size());
    for (std::size_t i = 0; i < spikes.size(); ++i) COMPARE_WITHIN(spikes[i], expected[i], 1e-6);
    for (std::size_t i = 0; i < reference.time.size(); ++i) {
        if (nearSpike(reference.spikes, reference.time[i], 1e-6)) continue;
        if (const auto V = recordedV(run.trace, reference.time[i], reference.V[i])) COMPARE_WITHIN(*V, reference.V[i], 1e-6);
    }
}

void TestReference::firing_data()
{
    QTest::addColumn<QString>("set");
    QTest::addColumn<double>("I");
    QTest::addColumn<double>("latency");
    QTest::addColumn<double>("firstInterval");
    QTest::addColumn<double>("steadyInterval");
    for (const QJsonObject& entry : reference::entriesOf("table")) {
        if (!entry["case"].toString().startsWith("fi_")) continue;
        const QString set = entry["case"].toString().mid(3);
        const auto table = reference::columns(entry["files"].toObject()["table"].toString());
        for (std::size_t i = 0; i < table.at("I").size(); ++i)
            QTest::addRow("%s at %g", qPrintable(set), table.at("I")[i])
                << set << table.at("I")[i] << table.at("latency_ms")[i] << table.at("first_ISI_ms")[i] << table.at("steady_ISI_ms")[i];
    }
}

void TestReference::firing()
{
    QFETCH(QString, set);
    QFETCH(double, I);
    QFETCH(double, latency);
    QFETCH(double, firstInterval);
    QFETCH(double, steadyInterval);
    Experiment experiment = reference::experimentOfSet(set);
    const bool isSlow = !experiment.model->linear && set != "hh";
    if (experiment.model->jumps && !experiment.model->linear) experiment.solver = SolverKind::dormandPrince;
    const Firing firing = firingOf(experiment, I, isSlow ? 6000 : 1500);
    const auto same = [](double value, double expected) {
        if (std::isnan(expected)) QVERIFY(std::isnan(value));
        else COMPARE_WITHIN(value, expected, 1e-4 + 2e-4 * expected);
    };
    same(firing.latency, latency);
    same(firing.firstInterval, firstInterval);
    same(firing.steadyInterval, steadyInterval);
}

void TestReference::rates_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"hh", "wb", "tm"}) QTest::addRow("%s", name) << QString(name);
}

void TestReference::rates()
{
    QFETCH(QString, name);
    const Model& model = *findModel(reference::mappingOf(name, {}).model);
    const auto table = reference::columns(name + "_rates.csv");
    const auto& V = table.at("V_mV");
    QVERIFY(V.size() > 20);
    const double speed = name == "wb" ? 5 : 1; // φ, before which the table is
    int compared = 0;
    for (std::size_t i = 0; i < V.size(); ++i) {
        std::vector<double> x(model.state.size(), 0.1);
        x[0] = V[i];
        const auto terms = model.termsAt(x, model.defaults());
        for (const auto& [column, values] : table) {
            const QString term = QString(column).remove(QRegularExpression("_ms$"));
            const auto index = indexOf(model.terms, term.toStdString());
            if (!index) continue;
            const double expected = term.startsWith("tau") ? values[i] / speed : values[i];
            COMPARE_WITHIN(terms[*index], expected, 2e-11 * std::abs(expected) + 1e-14);
            ++compared;
        }
    }
    QVERIFY(compared > 200);
}

/// analytic.csv: firing rates and the impedance of the membrane, from formulas.
void TestReference::closedForms()
{
    const auto lines = QString::fromUtf8(reference::contents("analytic.csv")).split('\n', Qt::SkipEmptyParts);
    int compared = 0;
    for (const QString& line : lines) {
        const auto cells = line.split(',');
        const double argument = cells[2].section('=', 1).toDouble(), value = cells[3].toDouble();
        if (cells[0] == "rate") {
            Experiment e = reference::experimentOfSet(cells[1]);
            if (!e.model->linear) e.solver = SolverKind::dormandPrince;
            const Firing firing = firingOf(e, argument, e.model->linear ? 1000 : 3000);
            if (value == 0) QVERIFY(std::isnan(firing.steadyInterval));
            else COMPARE_WITHIN(1000 / firing.steadyInterval, value, (e.model->linear ? 1e-9 : 1e-6) * value);
            ++compared;
        } else if (cells[0] == "rheobase") {
            const Experiment e = reference::experimentOfSet(cells[1]);
            const auto derived = indexOf(e.model->derived, "I_th");
            if (!derived) continue;
            COMPARE_WITHIN(e.model->derivedFrom(e.parameters)[*derived], value, 1e-12);
            ++compared;
        } else if (cells[0].startsWith("rest ") && cells[0] != "rest w") {
            const Experiment e = reference::experimentOfSet(cells[1]);
            COMPARE_WITHIN(restingPoint(*e.model, e.parameters, 0).value().state[0], value, 1e-9);
            ++compared;
        } else if (cells[0] == "impedance") {
            Experiment e = reference::experimentOfSet(cells[1]);
            const double frequency = cells[2].section(' ', 0, 0).toDouble(), amplitude = 0.1;
            e.stimulus = {shaped("sine", {0, 1e6, amplitude, frequency, 0, 0})};
            const Outcome run = simulate(e, 1000 + 1000 / frequency);
            const auto V = run.trace.state(0).subspan(run.trace.firstAt(1000));
            const auto [low, high] = std::ranges::minmax(V);
            COMPARE_WITHIN((high - low) / 2 / amplitude, value, 1e-4 * value);
            ++compared;
        }
    }
    QVERIFY2(compared >= 20, qPrintable(QString::number(compared)));
}

void TestReference::fixedPointsAndStability_data()
{
    QTest::addColumn<QString>("set");
    QTest::addColumn<QString>("what");
    QTest::addColumn<double>("I");
    QTest::addColumn<double>("V");
    QTest::addColumn<double>("period");
    QTest::addColumn<QString>("note");
    const auto lines = QString::fromUtf8(reference::contents("bifurcations.csv")).split('\n', Qt::SkipEmptyParts);
    for (const QString& line : lines.mid(1)) {
        const auto cells = line.split(',');
        if (cells[1] == "Hopf" || cells[1] == "saddle-node" || cells[1].startsWith("fixed point"))
            QTest::addRow("%s, %s at %s", qPrintable(cells[0]), qPrintable(cells[1]), qPrintable(cells[2]))
                << cells[0] << cells[1] << cells[2].toDouble() << cells[3].toDouble() << cells[4].toDouble() << cells[5];
    }
}

/// bifurcations.csv: where fixed points are, and where they gain or lose stability.
void TestReference::fixedPointsAndStability()
{
    QFETCH(QString, set);
    QFETCH(QString, what);
    QFETCH(double, I);
    QFETCH(double, V);
    QFETCH(double, period);
    QFETCH(QString, note);
    const Experiment e = reference::experimentOfSet(set);
    if (what.startsWith("fixed point")) {
        const auto points = fixedPoints(*e.model, e.parameters, I);
        const auto it = std::ranges::find_if(points, [&](const FixedPoint& p) { return std::abs(p.state[0] - V) < 1e-6; });
        QVERIFY(it != points.end());
        QVERIFY2(isStable(it->stability) == (note == "stable"), nameOf(it->stability).data());
        return;
    }
    const auto changes = stabilityChanges(*e.model, e.parameters);
    const auto nearest = std::ranges::min_element(changes, {}, [&](const StabilityChange& c) { return std::abs(c.V - V); });
    const bool isFound = nearest != changes.end() && std::abs(nearest->V - V) < 1e-4 * (1 + std::abs(V));
    if (!isFound && what == "saddle-node") { // of two points that are both unstable, the analysis has nothing to say
        for (const double change : {-1e-3, 1e-3})
            for (const FixedPoint& p : fixedPoints(*e.model, e.parameters, I + change * (1 + std::abs(I))))
                if (std::abs(p.state[0] - V) < 0.1 * (1 + std::abs(V))) QVERIFY(!isStable(p.stability));
        return;
    }
    QVERIFY(isFound);
    COMPARE_WITHIN(nearest->I, I, 1e-6 * (1 + std::abs(I)));
    COMPARE_WITHIN(nearest->period, period, 1e-6 * period);
}

void TestReference::scripts_data()
{
    QTest::addColumn<QJsonObject>("entry");
    for (const QJsonObject& entry : reference::entriesOf("script")) QTest::addRow("%s", qPrintable(entry["case"].toString())) << entry;
}

/// Izhikevich's own scripts, to the letter: every spike at the very step.
void TestReference::scripts()
{
    QFETCH(QJsonObject, entry);
    const Experiment e = reference::scriptOf(entry);
    QCOMPARE(QString::fromStdString(problem(e)), QString());
    const Outcome run = simulate(e, entry["T_ms"].toDouble() + e.dt);
    const auto expected = reference::columns(entry["files"].toObject()["spikes"].toString()).at("time_ms");
    QVERIFY(!run.divergence);
    QCOMPARE(run.trace.spikes().size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) COMPARE_WITHIN(run.trace.spikes()[i], expected[i], 1e-6);
}

void TestReference::membraneAtRest()
{
    const Model& model = *findModel("hodgkin-huxley");
    Experiment e = defaultExperiment(model);
    e.initial[0] = -65;
    const Neuron neuron = start(e);
    COMPARE_WITHIN(neuron.state[1], 0.0529324852572, 1e-12);
    COMPARE_WITHIN(neuron.state[2], 0.596120753508, 1e-12);
    COMPARE_WITHIN(neuron.state[3], 0.317676914061, 1e-12);
    const auto terms = model.termsAt(neuron.state, neuron.parameters);
    COMPARE_WITHIN(terms[0] + terms[1] + terms[2], -0.0042237091825, 1e-12);
}

QTEST_GUILESS_MAIN(TestReference)
#include "tst_reference.moc"
