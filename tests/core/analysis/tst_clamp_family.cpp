// SPDX-License-Identifier: GPL-3.0-or-later
#include "clamp_family.h"
#include "reference.h"
#include "relaxation.h"

using namespace rheobase;

namespace {

const Model& squid() { return *findModel("hodgkin-huxley"); }

std::size_t term(const Model& model, std::string_view name) { return indexOf(model.terms, name).value(); }

/// The default clamp of a model with these test potentials, without a rest before and after.
Experiment clamped(const Model& model, std::vector<double> steps, double width)
{
    Experiment e = defaultExperiment(model);
    e.mode = Mode::voltageClamp;
    e.clamp.steps = std::move(steps);
    e.clamp.chosen = 0;
    e.clamp.before = e.clamp.after = 0;
    e.clamp.width = width;
    return e;
}

/// A reference case's protocol: hold, perhaps a prepulse, a test, hold.
Experiment protocolOf(const QJsonObject& entry, double end)
{
    const QJsonArray levels = entry["protocol"].toArray();
    const auto at = [&](qsizetype i, const char* key) { return levels[i].toObject()[QLatin1String(key)].toDouble(); };
    const qsizetype test = levels.size() - 2;
    Experiment e = clamped(squid(), {at(test, "V")}, at(test + 1, "t") - at(test, "t"));
    e.clamp.hold = at(0, "V");
    e.clamp.before = at(1, "t");
    e.clamp.hasPrepulse = test == 2;
    e.clamp.prepulse = at(1, "V");
    e.clamp.prepulseWidth = at(2, "t") - at(1, "t");
    e.clamp.after = end - at(test + 1, "t");
    return e;
}

double greatest(const std::vector<double>& values)
{
    double most = 0;
    for (const double value : values) most = std::max(most, std::abs(value));
    return most;
}

void smoothRows()
{
    QTest::addColumn<const Model*>("model");
    for (const Model& model : catalogue())
        if (clampRefusal(model).empty()) QTest::addRow("%s", model.id.data()) << &model;
}

/// A protocol that has everything.
Experiment fullProtocol(const Model& model)
{
    Experiment e = defaultExperiment(model);
    e.mode = Mode::voltageClamp;
    const Quantity& V = model.state[0];
    e.clamp.hasPrepulse = e.clamp.hasTail = true;
    e.clamp.prepulse = V.min;
    e.clamp.tail = (V.min + e.clamp.hold) / 2;
    e.clamp.gap = 1;
    e.clamp.steps = {V.min, (V.min + V.max) / 2, V.max};
    return e;
}

}

class TestClampFamily : public QObject {
    Q_OBJECT

private slots:
    void referenceCases_data();
    void referenceCases();
    void squidAxonGivesItsPeaks();
    void prepulsesRemoveInactivation();
    void statesFollowTheirClosedForm_data() { smoothRows(); }
    void statesFollowTheirClosedForm();
    void everySolverAgrees_data() { smoothRows(); }
    void everySolverAgrees();
    void statesThatAreNoGatesAreIntegrated();
    void currentIsWhatKeepsV_data() { smoothRows(); }
    void currentIsWhatKeepsV();
    void blockedChannelsCarryNoCurrent();
    void leakIsSubtracted();
    void capacitiveTransientMovesTheCharge();
    void seriesResistanceCostsPotential();
    void smallSeriesResistanceIsNone_data() { smoothRows(); }
    void smallSeriesResistanceIsNone();
    void everyCornerIsFinite_data() { smoothRows(); }
    void everyCornerIsFinite();
    void stoppedFamilyIsShort();
};

void TestClampFamily::referenceCases_data()
{
    QTest::addColumn<QJsonObject>("entry");
    for (const auto& entry : reference::index())
        if (const QJsonObject object = entry.toObject(); object["kind"].toString() == "vclamp")
            QTest::addRow("%s", qPrintable(object["case"].toString())) << object;
}

void TestClampFamily::referenceCases()
{
    QFETCH(QJsonObject, entry);
    const auto table = reference::columns(entry["files"].toObject()["table"].toString());
    const auto& times = table.at("time_ms");
    Experiment e = protocolOf(entry, times.back());
    const ClampFamily family = clampFamily(e, {.interval = times[1] - times[0], .terms = {}, .solver = {}});
    QCOMPARE(family.times.size(), times.size());
    const ClampSweep& sweep = family.sweeps.at(0);
    const std::pair<const char*, const std::vector<double>*> columns[] = {{"V_mV", &sweep.V},
                                                                          {"I_ion", &sweep.I},
                                                                          {"m", &sweep.states[0]},
                                                                          {"h", &sweep.states[1]},
                                                                          {"n", &sweep.states[2]},
                                                                          {"I_Na", &sweep.terms[term(squid(), "I_Na")]},
                                                                          {"I_K", &sweep.terms[term(squid(), "I_K")]}};
    for (const auto& [name, values] : columns) {
        const auto& expected = table.at(name);
        const double tolerance = 1e-10 * std::max(1.0, greatest(expected)); // the tables have twelve digits
        for (std::size_t i = 0; i < times.size(); ++i)
            QVERIFY2(missOf((*values)[i], expected[i], tolerance).isEmpty(),
                     qPrintable(QString("%1 at %2 ms").arg(name).arg(times[i]) + missOf((*values)[i], expected[i], tolerance)));
    }
}

void TestClampFamily::squidAxonGivesItsPeaks()
{
    const ClampFamily family = clampFamily(clamped(squid(), {-40, -20, 0, 20, 40, 60}, 20));
    const double peaks[] = {-416, -1238, -1457, -1115, -425, 462}, steady[] = {280, 998, 1890, 2792, 3665, 4507};
    for (std::size_t i = 0; i < 6; ++i) {
        const auto& sodium = family.sweeps[i].terms[term(squid(), "I_Na")];
        const auto peak = std::ranges::max_element(sodium, {}, [](double I) { return std::abs(I); });
        COMPARE_WITHIN(*peak, peaks[i], 0.5);
        COMPARE_WITHIN(family.sweeps[i].terms[term(squid(), "I_K")].back(), steady[i], 0.5);
    }
}

void TestClampFamily::prepulsesRemoveInactivation()
{
    Experiment e = clamped(squid(), {0}, 20);
    e.clamp.hasPrepulse = true;
    e.clamp.prepulseWidth = 500;
    const std::pair<double, double> expected[] = {{-100, -2400}, {-80, -2247}, {-65, -1457}, {-50, -400}};
    for (const auto& [V, peak] : expected) {
        e.clamp.prepulse = V;
        const ClampFamily family = clampFamily(e);
        COMPARE_WITHIN(std::ranges::min(family.sweeps[0].terms[term(squid(), "I_Na")]), peak, 0.5);
    }
}

void TestClampFamily::statesFollowTheirClosedForm()
{
    QFETCH(const Model*, model);
    const Experiment e = fullProtocol(*model);
    const ClampFamily family = clampFamily(e);
    QCOMPARE(family.sweeps.size(), 3u);
    for (const ClampSweep& sweep : family.sweeps) {
        std::vector<double> x = start(e).state, rate(x.size()), slopes(x.size() * x.size());
        std::vector<double> scale(model->terms.size());
        for (std::size_t i = 0; i < scale.size(); ++i) scale[i] = greatest(sweep.terms[i]);
        std::size_t row = 0;
        for (const Piece& piece : commandOf(e.clamp, sweep.step)) {
            x[0] = piece.base;
            const auto from = x, rest = steadyState(*model, e.parameters, x);
            model->jacobian(rest.data(), e.parameters.data(), 0, slopes.data());
            const auto at = [&](double t) {
                auto y = from;
                for (std::size_t i = 1; i < y.size(); ++i)
                    y[i] = rest[i] + (from[i] - rest[i]) * std::exp(slopes[i * (y.size() + 1)] * (t - piece.from));
                return y;
            };
            for (; row < family.times.size() && family.times[row] < piece.to - 1e-9; ++row) {
                const auto y = at(family.times[row]);
                const auto terms = model->termsAt(y, e.parameters);
                for (std::size_t i = 0; i < terms.size(); ++i)
                    COMPARE_WITHIN(sweep.terms[i][row], terms[i], 1e-9 * std::max(scale[i], 1e-9));
            }
            if (row < family.times.size()) x = at(piece.to);
        }
        QCOMPARE(row, family.times.size());
    }
}

void TestClampFamily::everySolverAgrees()
{
    QFETCH(const Model*, model);
    Experiment e = fullProtocol(*model);
    const double gentle = (model->state[0].min + 3 * e.clamp.hold) / 4; // where gates are not so fast that explicit steps are unstable
    e.clamp.prepulse = e.clamp.steps[0] = gentle;
    e.dt = model->step / 4;
    const ClampFamily closed = clampFamily(e);
    for (const SolverKind kind : solversFor(*model)) {
        const double tolerance = description(kind).order == 1 && kind != SolverKind::exponentialEuler ? 0.05 : 1e-3; // of the greatest
        const ClampFamily solved = clampFamily(e, {.interval = 0, .terms = {}, .solver = kind});
        QCOMPARE(solved.times, closed.times);
        for (std::size_t s = 0; s < closed.sweeps.size(); ++s) {
            const double allowed = tolerance * greatest(closed.sweeps[s].I);
            for (std::size_t i = 0; i < closed.times.size(); ++i) {
                const QString miss = missOf(solved.sweeps[s].I[i], closed.sweeps[s].I[i], allowed);
                QVERIFY2(
                    miss.isEmpty(),
                    qPrintable(QString("%1, step %2, %3 ms%4").arg(description(kind).id.data()).arg(s).arg(closed.times[i]).arg(miss)));
            }
        }
    }
}

/// A model whose states depend on one another, and not linearly, at a fixed V.
void TestClampFamily::statesThatAreNoGatesAreIntegrated()
{
    Model coupled = squid();
    coupled.derivative = [](const double* x, const double*, double I, double* f) {
        f[0] = I - x[1];
        f[1] = x[2];
        f[2] = -x[1];
        f[3] = -x[3] * x[3];
    };
    coupled.jacobian = [](const double* x, const double*, double, double* rows) {
        std::fill_n(rows, 16, 0.0);
        rows[1] = -1;
        rows[6] = 1;
        rows[9] = -1;
        rows[15] = -2 * x[3];
    };
    const auto p = coupled.defaults();
    Relaxation relaxation(coupled, p, {-20, 1, 0, 0.5});
    QVERIFY(!relaxation.isClosed());
    for (const double t : {0.0, 0.5, 2.0, 7.5}) {
        const auto& x = relaxation.at(t);
        COMPARE_WITHIN(x[0], -20, 0);
        COMPARE_WITHIN(x[1], std::cos(t), 1e-9);
        COMPARE_WITHIN(x[2], -std::sin(t), 1e-9);
        COMPARE_WITHIN(x[3], 1 / (2 + t), 1e-9);
    }
}

void TestClampFamily::currentIsWhatKeepsV()
{
    QFETCH(const Model*, model);
    const Experiment e = fullProtocol(*model);
    const ClampFamily family = clampFamily(e);
    const std::size_t n = model->state.size();
    for (const ClampSweep& sweep : family.sweeps)
        for (std::size_t row = 0; row < family.times.size(); row += 7) {
            std::vector<double> x(n), rate(n);
            x[0] = sweep.V[row];
            for (std::size_t i = 1; i < n; ++i) x[i] = sweep.states[i - 1][row];
            model->derivative(x.data(), e.parameters.data(), sweep.I[row], rate.data());
            COMPARE_WITHIN(rate[0], 0, 1e-9 * std::max(1.0, std::abs(sweep.I[row])));
        }
}

void TestClampFamily::blockedChannelsCarryNoCurrent()
{
    Experiment e = clamped(squid(), {0}, 20);
    const ClampFamily whole = clampFamily(e);
    e.clamp.blocked[indexOf(squid().parameters, "g_Na").value()] = 100;
    e.clamp.blocked[indexOf(squid().parameters, "g_K").value()] = 25;
    const ClampFamily blocked = clampFamily(e);
    QCOMPARE(greatest(blocked.sweeps[0].terms[term(squid(), "I_Na")]), 0.0);
    for (std::size_t i = 0; i < whole.times.size(); ++i)
        COMPARE_WITHIN(blocked.sweeps[0].terms[term(squid(), "I_K")][i], 0.75 * whole.sweeps[0].terms[term(squid(), "I_K")][i], 1e-9);
    QCOMPARE(blockerOf("Na"), std::string_view("TTX"));
    QCOMPARE(blockerOf("K"), std::string_view("TEA"));
    QVERIFY(blockerOf("L").empty());
}

void TestClampFamily::leakIsSubtracted()
{
    Experiment e = clamped(*findModel("passive"), {-100, -20, 30}, 10);
    e.clamp.before = 2;
    e.clamp.isCapacitive = true;
    e.clamp.subtractsLeak = true;
    for (const ClampSweep& sweep : clampFamily(e).sweeps) // a membrane that only leaks: nothing is left but the holding current
        for (const double I : sweep.I) COMPARE_WITHIN(I, sweep.I[0], 1e-9);
    Experiment axon = clamped(squid(), {0}, 20);
    axon.clamp.before = 2;
    const ClampFamily raw = clampFamily(axon);
    axon.clamp.subtractsLeak = true;
    const ClampFamily subtracted = clampFamily(axon);
    const std::size_t step = 200;
    COMPARE_WITHIN(raw.sweeps[0].I[step] - subtracted.sweeps[0].I[step], 0.3 * 65, 1.5); // g_L ΔV, and a little of what −100 mV leaves open
    QCOMPARE(subtracted.sweeps[0].I[step - 1], raw.sweeps[0].I[step - 1]);
}

void TestClampFamily::capacitiveTransientMovesTheCharge()
{
    Experiment e = clamped(squid(), {0}, 5);
    e.clamp.before = 1;
    const ClampFamily without = clampFamily(e);
    e.clamp.isCapacitive = true;
    for (const auto& solver : {std::optional<SolverKind>(), std::optional(SolverKind::rungeKutta4)}) {
        const ClampFamily with = clampFamily(e, {.interval = 0, .terms = {}, .solver = solver});
        double charge = 0;
        for (std::size_t i = 0; i < with.times.size(); ++i) charge += (with.sweeps[0].I[i] - without.sweeps[0].I[i]) * e.dt;
        COMPARE_WITHIN(charge, 65 * parameterOf(e, "C"), solver ? 0.1 : 1e-6); // nC/cm²
    }
}

void TestClampFamily::seriesResistanceCostsPotential()
{
    Experiment e = clamped(squid(), {0}, 20);
    e.clamp.before = 1;
    e.clamp.seriesResistance = 0.007; // kΩ·cm², Hodgkin, Huxley & Katz (1952)
    e.clamp.isCapacitive = true;
    const ClampFamily family = clampFamily(e);
    const ClampSweep& sweep = family.sweeps[0];
    for (std::size_t i = 0; i < family.times.size(); ++i)
        COMPARE_WITHIN(sweep.V[i], (family.times[i] < 1 ? -65 : 0) - 0.007 * sweep.I[i], 1e-6);
    QVERIFY(std::ranges::max(sweep.V) > 5); // by the inward current
    e.clamp.isCapacitive = false;
    const ClampFamily ionic = clampFamily(e);
    const std::size_t n = squid().state.size();
    for (std::size_t i = 0; i < ionic.times.size(); i += 11) {
        std::vector<double> x(n), rate(n);
        x[0] = ionic.sweeps[0].V[i];
        for (std::size_t k = 1; k < n; ++k) x[k] = ionic.sweeps[0].states[k - 1][i];
        squid().derivative(x.data(), e.parameters.data(), ionic.sweeps[0].I[i], rate.data());
        COMPARE_WITHIN(rate[0], 0, 1e-6);
    }
}

void TestClampFamily::smallSeriesResistanceIsNone()
{
    QFETCH(const Model*, model);
    Experiment e = fullProtocol(*model);
    e.clamp.steps.back() = (model->state[0].max + e.clamp.hold) / 2;
    const ClampFamily ideal = clampFamily(e);
    const auto settings = clampSettings(*model);
    const Quantity& R = std::ranges::find(settings, &VoltageClamp::seriesResistance, &ClampSetting::member)->quantity;
    e.clamp.seriesResistance = 1e-3 * R.max;
    const ClampFamily real = clampFamily(e);
    for (std::size_t s = 0; s < ideal.sweeps.size(); ++s)
        COMPARE_WITHIN(real.sweeps[s].I.back(), ideal.sweeps[s].I.back(), 1e-2 * greatest(ideal.sweeps[s].I));
}

/// Every parameter at either end of its slider, with the others at their defaults or all at that end.
void TestClampFamily::everyCornerIsFinite()
{
    QFETCH(const Model*, model);
    const Quantity& V = model->state[0];
    const std::size_t n = model->parameters.size();
    for (std::size_t corner = 0; corner < 2 * (n + 1); ++corner) {
        Experiment e = clamped(*model, {V.min, V.max}, 5);
        for (std::size_t i = 0; i < n; ++i)
            if (corner / 2 == n || corner / 2 == i) e.parameters[i] = corner % 2 == 0 ? model->parameters[i].min : model->parameters[i].max;
        if (!problem(e).empty()) continue;
        for (const ClampSweep& sweep : clampFamily(e, {.interval = 0.1, .terms = {}, .solver = {}}).sweeps) {
            const auto isFinite = [](const std::vector<double>& column) {
                return std::ranges::all_of(column, [](double x) { return std::isfinite(x); });
            };
            QVERIFY2(isFinite(sweep.I), qPrintable(QString("corner %1, step %2").arg(corner).arg(sweep.step)));
            QVERIFY(std::ranges::all_of(sweep.states, isFinite) && std::ranges::all_of(sweep.terms, isFinite));
        }
    }
}

void TestClampFamily::stoppedFamilyIsShort()
{
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(clampFamily(clamped(squid(), {0, 10}, 20), {}, stop.get_token()).sweeps.empty());
}

QTEST_GUILESS_MAIN(TestClampFamily)
#include "tst_clamp_family.moc"
