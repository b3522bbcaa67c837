// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner.h"
#include "support.h"

using namespace rheobase;

namespace {

constexpr double fullSpeed = std::numeric_limits<double>::infinity();

const Model& leaky() { return *findModel("leaky-integrate-and-fire"); }

/// A runner whose rows and confirmations are read while a test waits.
struct Watched {
    Runner runner;
    Recording trace;
    std::vector<Applied> applied;

    explicit Watched(const Experiment& e) : runner(e), trace(*e.model) {}
    void look()
    {
        runner.drain(trace, 100'000);
        for (const Applied& a : runner.takeApplied()) applied.push_back(a);
    }
    double last() const { return trace.empty() ? -1 : trace.time().back(); }
    /// Posts, and waits until it took effect.
    Applied confirmed(Command command)
    {
        const std::uint64_t serial = runner.post(std::move(command));
        const auto isDone = [&] { return look(), !applied.empty() && applied.back().serial >= serial; };
        return QTest::qWaitFor(isDone, 60'000) ? applied.back() : Applied{};
    }
    bool reaches(double time)
    {
        return QTest::qWaitFor([&] { return look(), last() >= time; }, 60'000);
    }
};

/// The first rows of both are the same bits, as far as the shorter one goes.
bool beginsLike(const Recording& part, const Recording& whole)
{
    if (part.rows() > whole.rows()) return false;
    for (std::size_t c = 0; c < part.columns().size(); ++c)
        if (!std::ranges::equal(part.column(c), whole.column(c).first(part.rows()))) return false;
    return true;
}

}

class TestRunner : public QObject {
    Q_OBJECT
private slots:
    void beginsPausedWithTheFirstSample();
    void commandsTakeEffectBetweenSteps();
    void parametersKeepTheState();
    void lookingChangesNothing_data() { modelRows(); }
    void lookingChangesNothing();
    void aFullRingLosesNothing();
    void divergenceIsTold();
    void singleStepsAndRestart();
    void aGivenStateIsTakenOver();
};

void TestRunner::beginsPausedWithTheFirstSample()
{
    Watched w(under(leaky(), 3));
    QVERIFY(w.reaches(0));
    w.confirmed(command::Pause{});
    QCOMPARE(w.trace.rows(), std::size_t{1});
    QVERIFY(!w.runner.status().running);
}

void TestRunner::commandsTakeEffectBetweenSteps()
{
    const Experiment e = under(leaky(), 3);
    Watched w(e);
    w.confirmed(command::SetSpeed{fullSpeed});
    w.confirmed(command::Run{});
    double before = 0;
    for (int i = 0; i < 20; ++i) {
        Experiment next = e;
        set(next, "R", 10 + i % 3);
        const Applied at = w.confirmed(command::Apply{next});
        COMPARE_WITHIN(at.time, static_cast<double>(at.step) * e.dt, 1e-6);
        QVERIFY(at.time >= before);
        before = at.time;
    }
    for (std::size_t i = 1; i < w.applied.size(); ++i) QCOMPARE(w.applied[i].serial, w.applied[i - 1].serial + 1);
}

void TestRunner::parametersKeepTheState()
{
    Experiment e = under(leaky(), 1.5);
    Watched w(e);
    w.confirmed(command::SingleStep{100});
    QVERIFY(w.reaches(100 * e.dt));
    const double V = w.trace.state(0).back();
    set(e, "R", 12);
    const Applied at = w.confirmed(command::Apply{e});
    COMPARE_WITHIN(at.time, 100 * e.dt, 1e-9);
    w.confirmed(command::SingleStep{1});
    QVERIFY(w.reaches(100.5 * e.dt));
    const double decay = std::exp(-e.dt / (12 * 0.8)), aim = -70 + 12 * 1.5;
    COMPARE_WITHIN(w.trace.state(0).back(), aim + (V - aim) * decay, 1e-9);
}

/// Pausing, pace and recording interval: the very bits of an undisturbed run.
void TestRunner::lookingChangesNothing()
{
    QFETCH(const Model*, model);
    Experiment e = under(*model, model->input.max / 8);
    e.noise = {Noise::Kind::ornsteinUhlenbeck, model->input.max / 20, 5};
    Watched w(e);
    w.confirmed(command::Run{});
    for (const double speed : {40.0, fullSpeed, 300.0}) {
        w.confirmed(command::SetSpeed{speed});
        QVERIFY(w.reaches(w.last() + 3));
        w.confirmed(command::Pause{});
        w.confirmed(command::Run{});
    }
    w.confirmed(command::Pause{});
    w.look();
    const Outcome undisturbed = simulate(e, w.last() + 1);
    QVERIFY(beginsLike(w.trace, undisturbed.trace));

    Watched seldom(e);
    seldom.confirmed(command::RecordEvery{7});
    const auto steps = static_cast<std::uint64_t>(std::llround(7 / e.dt));
    seldom.confirmed(command::SetSpeed{fullSpeed});
    seldom.confirmed(command::Run{});
    QVERIFY(seldom.reaches(static_cast<double>(steps) * e.dt));
    seldom.confirmed(command::Pause{});
    seldom.look();
    const Outcome same = simulate(e, seldom.last() + 1, 7);
    QVERIFY(beginsLike(seldom.trace, same.trace));
}

void TestRunner::aFullRingLosesNothing()
{
    const Experiment e = under(leaky(), 3);
    Runner runner(e, 1);
    runner.post(command::SetSpeed{fullSpeed});
    runner.post(command::Run{});
    double before = -1;
    const auto standsStill = [&] {
        const double now = runner.status().time;
        return std::exchange(before, now) == now && now > 0;
    };
    QTRY_VERIFY(standsStill());
    Recording trace(*e.model);
    QTRY_VERIFY((runner.drain(trace, 50'000), trace.rows() > 100'000));
    QVERIFY(beginsLike(trace, simulate(e, trace.time().back() + 1).trace));
}

void TestRunner::divergenceIsTold()
{
    Experiment e = under(*findModel("hodgkin-huxley"), 10);
    e.solver = SolverKind::forwardEuler;
    e.dt = 0.5;
    Watched w(e);
    w.confirmed(command::SetSpeed{fullSpeed});
    w.confirmed(command::Run{});
    QTRY_VERIFY((w.look(), w.runner.status().divergence));
    const RunStatus status = w.runner.status();
    QVERIFY(!status.running && status.divergence->time > 0);
    QVERIFY(!status.divergence->reason.empty() && !status.divergence->remedy.empty());
    QVERIFY(w.trace.rows() > 0); // the trace is kept
    e.dt = 0.01;
    w.confirmed(command::Apply{e});
    w.confirmed(command::Restart{});
    w.confirmed(command::Run{});
    QVERIFY(w.reaches(1));
    QVERIFY(!w.runner.status().divergence);
}

void TestRunner::singleStepsAndRestart()
{
    const Experiment e = under(leaky(), 3);
    Watched w(e);
    for (std::uint64_t i = 1; i <= 5; ++i) QCOMPARE(w.confirmed(command::SingleStep{}).step, i);
    QTRY_COMPARE((w.look(), w.trace.rows()), std::size_t{6});
    QVERIFY(!w.runner.status().running);
    QCOMPARE(w.confirmed(command::Restart{}).step, std::uint64_t{0});
    QTRY_COMPARE((w.look(), w.trace.rows()), std::size_t{1});
    QCOMPARE(w.trace.state(0).back(), start(e).state[0]);
}

void TestRunner::aGivenStateIsTakenOver()
{
    Watched w(under(leaky(), 0));
    w.confirmed(command::SingleStep{10});
    const Applied at = w.confirmed(command::SetState{{-55}});
    QCOMPARE(at.step, std::uint64_t{10});
    QTRY_COMPARE((w.look(), w.trace.state(0).back()), -55.0);
}

QTEST_GUILESS_MAIN(TestRunner)
#include "tst_runner.moc"
