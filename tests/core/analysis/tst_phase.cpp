// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiled_model.h"
#include "phase.h"
#include "reference.h"
#include "rheobase.h"

#include <numbers>
#include <random>

using namespace rheobase;

namespace {

/// Two-variable caricature of excitability. FitzHugh, Biophys. J. 1:445 (1961).
struct FitzHughNagumo {
    static constexpr std::string_view id = "fitzhugh-nagumo", name = "FitzHugh–Nagumo", source = "FitzHugh, Biophys. J. 1:445 (1961)";
    static constexpr Quantity input{"I", "", 0.5, -1, 2, "injected current", Part::injectedCurrent};
    static constexpr double spikeLevel = 0.5;

    // clang-format off
    template<class R> struct Parameters { R a, b, tau; };
    template<class R> struct State      { R v, w; };
    template<class R> struct Terms      { R cubic; };
    using P = Parameters<double>; using X = State<double>; using T = Terms<double>;

    static constexpr auto parameters = table<P>({
        {&P::a,   {"a", "",  0.7, -1,   2, "excitability"}},
        {&P::b,   {"b", "",  0.8,  0,   2, "recovery gain"}},
        {&P::tau, {"τ", "", 12.5,  1, 100, "recovery time constant", Part::timeConstant, Scale::logarithmic}},
    });
    static constexpr auto state = table<X>({
        {&X::v, {"v", "", -1.2, -3, 3, "membrane potential", Part::membranePotential}},
        {&X::w, {"w", "", -0.6, -2, 3, "recovery variable"}},
    });
    static constexpr auto terms = table<T>({{&T::cubic, {"f(v)", "", 0, -3, 3, "fast current"}}});
    // clang-format on

    template<class R> static Terms<R> evaluate(const State<R>& x, const Parameters<R>&) { return {.cubic = x.v - x.v * x.v * x.v / 3}; }
    template<class R> static State<R> derivative(const State<R>& x, const Terms<R>& t, const Parameters<R>& p, const R& I)
    {
        return {.v = t.cubic - x.w + I, .w = (x.v + p.a - p.b * x.w) / p.tau};
    }
};

const Model& fitzHughNagumo()
{
    static const Model model = modelOf<FitzHughNagumo>();
    return model;
}

const Model& squid() { return *findModel("hodgkin-huxley"); }

/// All nullclines' points, each with the rate that must be zero there.
template<class F> void eachPoint(const std::vector<PhasePlane::Line>& lines, F&& f)
{
    for (const auto& line : lines)
        for (const auto& point : line) f(point);
}

std::size_t count(const std::vector<PhasePlane::Line>& lines)
{
    std::size_t points = 0;
    eachPoint(lines, [&](auto) { ++points; });
    return points;
}

}

/// Fixed points, their stability, nullclines: against closed forms and reference values.
class TestPhase : public QObject {
    Q_OBJECT

private slots:
    void jacobianEqualsDifferences_data() { modelRows(); }
    void jacobianEqualsDifferences();
    void classification();
    void leakyRestsWhereTheFormulaSays();
    void aFixedPointBeyondTheThresholdIsVirtual();
    void withoutALeakThereIsNone();
    void fitzHughNagumoFixedPoint();
    void fitzHughNagumoBistable();
    void squidAxonRests();
    void squidAxonAboveTheHopfPoint();
    void hopfPointsOfTheSquidAxon();
    void hopfPointsOfFitzHughNagumo();
    void trajectoriesAgreeWithStability();
    void cubicNullcline();
    void nullclinesCrossInTheFixedPoint();
    void heldAndFollowingRests();
};

void TestPhase::jacobianEqualsDifferences()
{
    QFETCH(const Model*, model);
    const std::size_t n = model->state.size();
    std::mt19937 random(1);
    const auto p = model->defaults();
    for (int k = 0; k < 50; ++k) {
        std::vector<double> x(n), exact(n * n), below(n), above(n);
        for (std::size_t i = 0; i < n; ++i) x[i] = std::uniform_real_distribution(model->state[i].min, model->state[i].max)(random);
        if (model->jumps) x[0] -= std::max(0.0, model->excess(x.data(), p.data()) + 1); // beyond the threshold there is none
        model->jacobian(x.data(), p.data(), 1, exact.data());
        for (std::size_t j = 0; j < n; ++j) {
            const double kept = x[j], h = 1e-5 * (model->state[j].max - model->state[j].min);
            x[j] = kept - h, model->derivative(x.data(), p.data(), 1, below.data());
            x[j] = kept + h, model->derivative(x.data(), p.data(), 1, above.data());
            x[j] = kept;
            for (std::size_t i = 0; i < n; ++i)
                COMPARE_WITHIN(exact[i * n + j], (above[i] - below[i]) / (2 * h),
                               1e-5 * (1 + std::abs(exact[i * n + j])) + 1e-10 * std::abs(above[i]) / h);
        }
    }
}

void TestPhase::classification()
{
    const auto of = [](Eigenvalues values) { return classified(values); };
    QCOMPARE(of({-1, -2}), Stability::stableNode);
    QCOMPARE(of({{-1, 3}, {-1, -3}}), Stability::stableFocus);
    QCOMPARE(of({2, -1}), Stability::saddle);
    QCOMPARE(of({2, 1}), Stability::unstableNode);
    QCOMPARE(of({{1, 3}, {1, -3}}), Stability::unstableFocus);
    QCOMPARE(of({{1, 3}, {1, -3}, -1, -2}), Stability::saddleFocus);
    QCOMPARE(of({{0, 3}, {0, -3}}), Stability::marginal);
    QCOMPARE(of({std::nan("")}), Stability::marginal);
    QVERIFY(isStable(Stability::stableFocus) && !isStable(Stability::marginal));
}

void TestPhase::leakyRestsWhereTheFormulaSays()
{
    Experiment e = under(*findModel("leaky-integrate-and-fire"), 0);
    for (const double I : {-1.0, 0.0, 1.3, 1.99, 800.0}) {
        const auto points = fixedPoints(*e.model, e.parameters, I);
        QCOMPARE(points.size(), std::size_t{1});
        COMPARE_WITHIN(points[0].state[0], -70 + 10 * I, 1e-10);
        COMPARE_WITHIN(points[0].eigenvalues[0].real(), -1 / 8.0, 1e-12);
        QCOMPARE(points[0].stability, Stability::stableNode);
    }
}

void TestPhase::aFixedPointBeyondTheThresholdIsVirtual()
{
    const Experiment e = under(*findModel("leaky-integrate-and-fire"), 0);
    QVERIFY(!fixedPoints(*e.model, e.parameters, 1.999)[0].isVirtual);
    QVERIFY(fixedPoints(*e.model, e.parameters, 2.001)[0].isVirtual);
    QVERIFY(restingPoint(*e.model, e.parameters, 1.999));
    QVERIFY(!restingPoint(*e.model, e.parameters, 2.001));
}

void TestPhase::withoutALeakThereIsNone()
{
    const Model& perfect = *findModel("perfect-integrate-and-fire");
    for (const double I : {0.0, 1.0}) QVERIFY(fixedPoints(perfect, perfect.defaults(), I).empty());
    Experiment e = defaultExperiment(squid());
    for (const char* name : {"g_Na", "g_K", "g_L"}) set(e, name, 0);
    QVERIFY(fixedPoints(squid(), e.parameters, 0).empty());
}

/// Rest and Hopf period from the closed form: v − v³/3 = (v + a)/b at I = 0.
void TestPhase::fitzHughNagumoFixedPoint()
{
    const Model& model = fitzHughNagumo();
    const auto points = fixedPoints(model, model.defaults(), 0);
    QCOMPARE(points.size(), std::size_t{1});
    COMPARE_WITHIN(points[0].state[0], -1.19940803524, 1e-10);
    COMPARE_WITHIN(points[0].state[1], -0.624260044055, 1e-10);
    const double slope = 1 - points[0].state[0] * points[0].state[0], trace = slope - 0.8 / 12.5, determinant = (1 - 0.8 * slope) / 12.5;
    const std::complex<double> expected = trace / 2 + std::sqrt(std::complex<double>(trace * trace / 4 - determinant));
    COMPARE_WITHIN(points[0].eigenvalues[0].real(), expected.real(), 1e-12);
    COMPARE_WITHIN(points[0].eigenvalues[0].imag(), expected.imag(), 1e-12);
    QCOMPARE(points[0].stability, Stability::stableFocus);
    QCOMPARE(fixedPoints(model, model.defaults(), 0.4)[0].stability, Stability::unstableFocus);
    QCOMPARE(fixedPoints(model, model.defaults(), 0.8)[0].stability, Stability::unstableNode);
}

/// With a flat w nullcline there are three: outer ones stable, a saddle between.
void TestPhase::fitzHughNagumoBistable()
{
    const std::vector<double> p{0, 2, 12.5};
    const auto points = fixedPoints(fitzHughNagumo(), p, 0);
    QCOMPARE(points.size(), std::size_t{3});
    for (const auto& [index, v] : {std::pair(0, -std::sqrt(1.5)), std::pair(1, 0.0), std::pair(2, std::sqrt(1.5))}) {
        const FixedPoint& point = points[static_cast<std::size_t>(index)];
        COMPARE_WITHIN(point.state[0], v, 1e-10);
        QCOMPARE(point.stability == Stability::saddle, index == 1);
        QCOMPARE(isStable(point.stability), index != 1);
    }
}

void TestPhase::squidAxonRests()
{
    const auto p = squid().defaults();
    const auto points = fixedPoints(squid(), p, 0);
    QCOMPARE(points.size(), std::size_t{1});
    COMPARE_WITHIN(points[0].state[0], -64.99638, 1e-5);
    QCOMPARE(points[0].stability, Stability::stableFocus);
    std::vector<double> rate(4);
    squid().derivative(points[0].state.data(), p.data(), 0, rate.data());
    for (const double r : rate) COMPARE_WITHIN(r, 0.0, 1e-11);
    QCOMPARE(restingPotential(squid(), p).value(), points[0].state[0]);
    // The eigenvalues solve the characteristic equation: their sum and product are trace and determinant of the differences.
    std::complex<double> sum = 0;
    for (const auto& value : points[0].eigenvalues) sum += value;
    std::vector<double> jacobian(16);
    squid().jacobian(points[0].state.data(), p.data(), 0, jacobian.data());
    COMPARE_WITHIN(sum.real(), jacobian[0] + jacobian[5] + jacobian[10] + jacobian[15], 1e-12);
}

void TestPhase::squidAxonAboveTheHopfPoint()
{
    const auto points = fixedPoints(squid(), squid().defaults(), 20);
    QCOMPARE(points.size(), std::size_t{1});
    QCOMPARE(points[0].stability, Stability::saddleFocus);
    QVERIFY(points[0].eigenvalues[0].real() > 0 && points[0].eigenvalues[0].imag() > 0);
    QVERIFY(points[0].eigenvalues[2].real() < 0);
    QVERIFY(!restingPoint(squid(), squid().defaults(), 20));
}

/// bifurcations.csv of the reference solutions: I, V and the linear period.
void TestPhase::hopfPointsOfTheSquidAxon()
{
    const auto changes = stabilityChanges(squid(), squid().defaults());
    QCOMPARE(changes.size(), std::size_t{2});
    COMPARE_WITHIN(changes[0].I, 9.775437995, 1e-6);
    COMPARE_WITHIN(changes[0].V, -59.654144, 1e-5);
    COMPARE_WITHIN(changes[0].period, 10.717883, 1e-5);
    COMPARE_WITHIN(changes[1].I, 154.5224337, 1e-5);
    COMPARE_WITHIN(changes[1].V, -43.058092, 1e-5);
    COMPARE_WITHIN(changes[1].period, 5.9112394, 1e-6);
}

void TestPhase::hopfPointsOfFitzHughNagumo()
{
    const auto changes = stabilityChanges(fitzHughNagumo(), fitzHughNagumo().defaults());
    QCOMPARE(changes.size(), std::size_t{2});
    COMPARE_WITHIN(changes[0].I, 0.331281337455, 1e-9);
    COMPARE_WITHIN(changes[1].I, 1.41871866255, 1e-9);
    for (const auto& change : changes) COMPARE_WITHIN(change.period, 22.8059168654, 1e-7);
}

/// A little beside the fixed point the neuron comes back with the period and the damping that the eigenvalues say.
void TestPhase::trajectoriesAgreeWithStability()
{
    const auto p = squid().defaults();
    const FixedPoint rest = restingPoint(squid(), p, 5).value();
    std::vector<double> x = rest.state;
    x[0] += 1e-4;
    x = integrated(squid(), p, x, 0, 40, [](double) { return 5; }); // the fast directions are gone
    const std::complex<double> slow = rest.eigenvalues[0];
    const double period = 2 * std::numbers::pi / slow.imag();
    const auto later = integrated(squid(), p, x, 0, period, [](double) { return 5; });
    COMPARE_WITHIN((later[0] - rest.state[0]) / (x[0] - rest.state[0]), std::exp(slow.real() * period), 2e-3);
}

void TestPhase::cubicNullcline()
{
    PhasePlane plane(fitzHughNagumo(), fitzHughNagumo().defaults(), 0.5, {0, 0}, {0, -3, 3}, {1, -2, 3});
    const auto lines = plane.nullclines();
    QCOMPARE(lines.across.size(), std::size_t{1});
    QCOMPARE(lines.up.size(), std::size_t{1});
    QVERIFY(count(lines.across) > 60 && count(lines.up) > 60);
    eachPoint(lines.across, [](auto point) { COMPARE_WITHIN(point[1], point[0] - std::pow(point[0], 3) / 3 + 0.5, 2e-4); });
    eachPoint(lines.up, [](auto point) { COMPARE_WITHIN(point[1], (point[0] + 0.7) / 0.8, 2e-4); });
    const auto& cubic = lines.across[0];
    for (std::size_t i = 1; i < cubic.size(); ++i) QVERIFY(std::hypot(cubic[i][0] - cubic[i - 1][0], cubic[i][1] - cubic[i - 1][1]) < 0.2);
}

void TestPhase::nullclinesCrossInTheFixedPoint()
{
    const auto p = squid().defaults();
    const FixedPoint rest = restingPoint(squid(), p, 0).value();
    PhasePlane plane(squid(), p, 0, rest.state, {0, -70, -60}, {3, 0.2, 0.45});
    for (const auto& lines : {plane.nullclines().across, plane.nullclines().up}) {
        double nearest = 1;
        eachPoint(lines, [&](auto point) {
            nearest = std::min(nearest, std::hypot((point[0] - rest.state[0]) / 10, (point[1] - rest.state[3]) / 0.25));
        });
        QVERIFY(nearest < 0.02);
    }
    const auto rates = plane.rates({rest.state[0], rest.state[3]});
    COMPARE_WITHIN(rates[0], 0.0, 1e-11);
    COMPARE_WITHIN(rates[1], 0.0, 1e-11);
}

/// With h, n held the plane V–m has a fast nullcline of its own; where they follow V its zero is that of the steady-state current.
void TestPhase::heldAndFollowingRests()
{
    const auto p = squid().defaults();
    const FixedPoint rest = restingPoint(squid(), p, 0).value();
    std::vector<double> x = rest.state;
    x[2] = 0.2;
    const PhasePlane::Axis V{0, -100, 60}, m{1, 0, 1};
    PhasePlane held(squid(), p, 0, x, V, m), follows(squid(), p, 0, x, V, m, Rest::followsPotential),
        turned(squid(), p, 0, x, m, V, Rest::followsPotential);
    const PhasePlane::Point at{rest.state[0], rest.state[1]};
    QVERIFY(std::abs(held.rates(at)[0]) > 0.1);
    COMPARE_WITHIN(follows.rates(at)[0], 0.0, 1e-10);
    COMPARE_WITHIN(turned.rates({at[1], at[0]})[1], 0.0, 1e-10);
    const auto a = follows.nullclines(), b = turned.nullclines();
    QCOMPARE(count(a.across), count(b.up));
    QCOMPARE(count(a.up), count(b.across));
}

QTEST_GUILESS_MAIN(TestPhase)
#include "tst_phase.moc"
