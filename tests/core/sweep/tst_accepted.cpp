// SPDX-License-Identifier: GPL-3.0-or-later
#include "alone.h"
#include "grid.h"
#include "sweeps.h"

#include <random>

using namespace rheobase;

/// Whatever values are accepted: what a run tells is finite or the run says that it diverged, and a sweep says the same.
class TestAccepted : public QObject {
    Q_OBJECT

private slots:
    void runsAreFinite_data() { modelRows(); }
    void runsAreFinite();
    void sweepsSayTheSame_data() { modelRows(); }
    void sweepsSayTheSame();
    void firingWithoutEndDoesNotDependOnTheStep_data();
    void firingWithoutEndDoesNotDependOnTheStep();
    void noiseOfTheSlidersEndIsBorne_data() { modelRows(); }
    void noiseOfTheSlidersEndIsBorne();
    void whatDivergedHasNoRate();
};

namespace {

/// Draws values that are accepted, from all magnitudes.
class Draw {
public:
    explicit Draw(unsigned seed) : m_random(seed) {}

    bool oneOf(unsigned n) { return m_random() % n == 0; }
    std::size_t below(std::size_t n) { return m_random() % n; }
    /// The default, an end of the slider or of the domain, or any magnitude between.
    double of(const Quantity& q)
    {
        const double sign = q.domain.least < 0 && oneOf(2) ? -1 : 1;
        const double any = sign * std::pow(10, std::uniform_real_distribution(-10.0, 9.5)(m_random));
        const double values[] = {q.value, q.min, q.max, q.domain.leastAllowed(), q.domain.most, any, any, any};
        const double value = std::clamp(values[below(std::size(values))], q.domain.leastAllowed(), q.domain.most);
        return q.domain.whole ? std::floor(value) : value;
    }
    StimulusComponent stimulus(const Quantity& input)
    {
        const auto shapes = stimulusShapes();
        StimulusComponent made = component(shapes[oneOf(2) ? 0 : below(shapes.size())], input);
        const auto rows = quantities(*made.shape, input);
        for (std::size_t i = 0; i < rows.size(); ++i) made.values[i] = oneOf(2) ? made.values[i] : of(rows[i]);
        return made;
    }
    /// Of some steps.
    Experiment experiment(const Model& model)
    {
        for (;;) {
            Experiment e = defaultExperiment(model);
            for (std::size_t i = 0; i < e.parameters.size(); ++i)
                if (oneOf(2)) e.parameters[i] = of(model.parameters[i]);
            for (std::size_t i = 0; i < e.initial.size(); ++i)
                if (oneOf(4)) e.initial[i] = of(model.state[i]);
            e.stimulus.clear();
            for (int i = 0; i < 2; ++i)
                if (i == 0 || oneOf(4)) e.stimulus.push_back(stimulus(model.input));
            e.noise.kind = static_cast<Noise::Kind>(oneOf(2) ? 0 : below(3));
            const auto rows = noiseQuantities(e.noise.kind, model.input);
            if (!rows.empty()) e.noise.sigma = of(rows[0]);
            if (rows.size() > 1) e.noise.tau = of(rows[1]);
            const auto solvers = solversFor(model);
            if (oneOf(2)) e.solver = solvers[below(solvers.size())];
            e.dt = std::pow(10, std::uniform_real_distribution(-5.0, 1.0)(m_random));
            e.duration = e.dt * (1 + static_cast<double>(below(300)));
            if (problem(e).empty()) return e;
        }
    }

private:
    std::mt19937 m_random;
};

QString told(const Experiment& e)
{
    QString text = QString("%1, Δt %2 for %3 ms;").arg(description(e.solver).id.data()).arg(e.dt, 0, 'g', 17).arg(e.duration, 0, 'g', 17);
    const auto add = [&](std::string_view name, double value) { text += QString(" %1=%2").arg(name.data()).arg(value, 0, 'g', 17); };
    for (std::size_t i = 0; i < e.parameters.size(); ++i) add(e.model->parameters[i].symbol, e.parameters[i]);
    for (std::size_t i = 0; i < e.initial.size(); ++i)
        if (e.initial[i]) add(e.model->state[i].symbol, *e.initial[i]);
    for (const StimulusComponent& c : e.stimulus) {
        text += QString("; ") + c.shape->id.data();
        for (const double value : c.values) add("", value);
    }
    text += QString("; noise %1, %2, %3").arg(static_cast<int>(e.noise.kind)).arg(e.noise.sigma).arg(e.noise.tau);
    return text;
}

/// Counts numbers that are none.
struct Counting : Recorder {
    std::size_t wrong = 0;
    void record(Mark mark, double time, double I, std::span<const double> state, std::span<const double> terms) override
    {
        if (mark == Mark::crossing) return;
        const auto isWrong = [](double x) { return !std::isfinite(x); };
        wrong += isWrong(time) + isWrong(I);
        wrong += static_cast<std::size_t>(std::ranges::count_if(state, isWrong) + std::ranges::count_if(terms, isWrong));
    }
};

}

void TestAccepted::runsAreFinite()
{
    QFETCH(const Model*, model);
    Draw draw(1);
    for (int i = 0; i < 600; ++i) {
        const Experiment e = draw.experiment(*model);
        const auto solver = makeSolver(e);
        Counting rows;
        solver->recordNow(Mark::start, rows);
        solver->advance(static_cast<std::uint64_t>(std::ceil(e.duration / e.dt)), 1, rows);
        QVERIFY2(rows.wrong == 0, qPrintable(told(e)));
        for (const double x : solver->neuron().state) QVERIFY2(std::isfinite(x), qPrintable(told(e)));
        for (const double x : model->derivedFrom(e.parameters)) QVERIFY2(std::isfinite(x), qPrintable(told(e)));
    }
}

/// Closed forms and noise side by side to rounding, lanes to the bit.
void TestAccepted::sweepsSayTheSame()
{
    QFETCH(const Model*, model);
    Draw draw(2);
    for (int i = 0; i < 150; ++i) {
        Experiment e = draw.experiment(*model);
        if (draw.oneOf(2)) e.stimulus = {draw.stimulus(model->input)};
        if (!problem(e).empty() || !Grid::placeOf(e, "I")) continue;
        const double I = e.stimulus[0].values[*indexOf(e.stimulus[0].shape->values, Part::amplitude)];
        const Sweep sweep{.experiment = e, .axes = {{"I", I, I / 2, 2}}};
        if (!problem(sweep).empty()) continue;
        const auto points = run(sweep);
        for (std::size_t k = 0; k < points.size(); ++k) {
            const SweepPoint &is = points[k], should = answerAlone(Grid(sweep), k, {});
            const QByteArray at = told(experimentAt(sweep, k)).toUtf8();
            QVERIFY2(is.diverged == should.diverged, at);
            if (is.diverged) continue;
            const auto spikes = static_cast<double>(should.spikes);
            QVERIFY2(std::abs(static_cast<double>(is.spikes) - spikes) <= 1 + 1e-6 * spikes,
                     at + ": " + QByteArray::number(quint64(is.spikes)) + " and " + QByteArray::number(spikes));
            // Where V moves that fast, the rounding of times moves it, too.
            double slope = 0;
            for (const double V : {should.lowest, should.highest}) {
                std::vector<double> x(should.finalState.begin(), should.finalState.end()), rate(model->state.size());
                x[0] = V;
                const double peak = 6 * e.noise.sigma / (e.noise.kind == Noise::Kind::white ? std::sqrt(e.dt) : 1);
                for (const double sign : {-1, 1}) {
                    const Experiment at = experimentAt(sweep, k);
                    model->derivative(x.data(), at.parameters.data(), current(at.stimulus, at.duration / 2) + sign * peak, rate.data());
                    slope = std::max(slope, std::abs(rate[0]));
                }
            }
            const double scale = std::max({1.0, std::abs(should.lowest), std::abs(should.highest), 1e-8 * slope * e.duration});
            QVERIFY2(std::abs(is.lowest - should.lowest) <= 1e-6 * scale && std::abs(is.highest - should.highest) <= 1e-6 * scale, at);
            for (std::size_t s = 0; s < model->state.size(); ++s)
                QVERIFY2(std::abs(is.finalState[s] - should.finalState[s]) <= 1e-6 * scale || is.spikes > 0, at);
        }
    }
}

void TestAccepted::firingWithoutEndDoesNotDependOnTheStep_data()
{
    QTest::addColumn<double>("C");
    QTest::addColumn<bool>("diverges");
    QTest::newRow("a period of 2.8e-6 ms") << 1e-7 << true;
    QTest::newRow("just more often than the limit") << 3.6e-6 << true;
    QTest::newRow("just more seldom") << 3.62e-6 << false;
}

/// τ ln 16 = 27.7 C; noise so weak that it changes nothing has the sweep step.
void TestAccepted::firingWithoutEndDoesNotDependOnTheStep()
{
    QFETCH(double, C);
    QFETCH(bool, diverges);
    for (const double dt : {1e-4, 0.05, 1.0})
        for (const double sigma : {0.0, 1e-12}) {
            Experiment e = defaultExperiment(*findModel("leaky-integrate-and-fire"));
            set(e, "C", C);
            set(e, "t_ref", 0);
            e.dt = dt;
            e.duration = 3;
            if (sigma > 0) e.noise = {Noise::Kind::white, sigma, 5};
            const Sweep sweep{.experiment = e, .axes = {{"I", 2.1, 2.1, 1}}};
            QCOMPARE(simulate(e, e.duration).divergence.has_value(), diverges);
            QCOMPARE(run(sweep)[0].diverged, diverges);
        }
}

void TestAccepted::noiseOfTheSlidersEndIsBorne()
{
    QFETCH(const Model*, model);
    for (const auto kind : {Noise::Kind::white, Noise::Kind::ornsteinUhlenbeck}) {
        Experiment e = defaultExperiment(*model);
        const auto rows = noiseQuantities(kind, model->input);
        e.noise = {kind, rows[0].max, 5};
        const auto solver = makeSolver(e);
        Counting rows10s;
        solver->advance(static_cast<std::uint64_t>(10'000 / e.dt), 1000, rows10s);
        QVERIFY2(!solver->divergence(), solver->divergence() ? std::string(solver->divergence()->reason).c_str() : "");
    }
}

void TestAccepted::whatDivergedHasNoRate()
{
    Sweep sweep = sweepOf("leaky-integrate-and-fire", {{"C", 1e-7, 1e-6, 2}}, 10);
    set(sweep.experiment, "t_ref", 0);
    for (const SweepPoint& point : run(sweep)) QVERIFY(point.diverged && point.spikes == FiringLimit::most + 1 && std::isnan(point.rate));
}

QTEST_APPLESS_MAIN(TestAccepted)
#include "tst_accepted.moc"
