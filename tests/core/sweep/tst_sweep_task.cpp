// SPDX-License-Identifier: GPL-3.0-or-later
#include "sweeps.h"

#include <atomic>

using namespace rheobase;

class TestSweepTask : public QObject {
    Q_OBJECT
private slots:
    void coarseToFineIsAnOrder();
    void taskGivesTheSame();
    void taskIsSuperseded();
    void taskIsCancelled();
};

void TestSweepTask::coarseToFineIsAnOrder()
{
    for (const auto& [rows, columns] :
         {std::pair(1u, 200u), std::pair(64u, 64u), std::pair(7u, 33u), std::pair(50u, 1u), std::pair(1u, 1u)}) {
        const auto order = coarseToFine(sweepOf("leaky-integrate-and-fire", {{"R", 1, 2, rows}, {"I", 0, 1, columns}}, 1));
        auto sorted = order;
        std::ranges::sort(sorted);
        QCOMPARE(sorted.size(), std::size_t{rows} * columns);
        for (std::size_t i = 0; i < sorted.size(); ++i) QCOMPARE(sorted[i], i);
    }
    const auto order = coarseToFine(sweepOf("leaky-integrate-and-fire", {{"I", 0, 1, 200}}, 1));
    QCOMPARE((std::vector(order.begin(), order.begin() + 4)), (std::vector<std::size_t>{0, 16, 32, 48}));
    QVERIFY(std::ranges::find(order.begin(), order.begin() + 15, 199u) != order.begin() + 15);
}

void TestSweepTask::taskGivesTheSame()
{
    const Sweep sweep = sweepOf("hodgkin-huxley", {{"g_Na", 80, 140, 8}, {"I", 0, 20, 25}}, 30);
    std::atomic<int> told = 0;
    SweepTask task([&] { ++told; }, 2);
    QCOMPARE(task.results().generation, 0u);
    QCOMPARE(task.request(sweep), 1u);
    QTRY_VERIFY(!task.isBusy());
    const SweepResults results = task.results();
    QVERIFY(results.finished() && results.doneCount == 200 && results.sweep == sweep);
    QVERIFY(std::ranges::all_of(results.done, [](auto done) { return done == 1; }));
    QVERIFY(same(results.points, run(sweep)));
    QTRY_VERIFY(told >= 1);
}

/// What is asked for last is what comes; nothing of the one before is mixed in.
void TestSweepTask::taskIsSuperseded()
{
    SweepTask task;
    Sweep endless = sweepOf("hodgkin-huxley", {{"I", 0, 20, 500}}, 1e7);
    const Sweep last = sweepOf("leaky-integrate-and-fire", {{"I", 0, 4, 300}}, 500);
    for (int i = 0; i < 20; ++i) {
        task.request(i % 2 ? endless : withoutShortCut(endless)); // nobody waits for an endless one, or this would take hours
        waitForWork(i);
    }
    QCOMPARE(task.request(last), 21u);
    QTRY_VERIFY(task.results().finished());
    QVERIFY(same(task.results().points, run(last)));
    QVERIFY(!task.isBusy());
}

void TestSweepTask::taskIsCancelled()
{
    SweepTask task;
    task.request(sweepOf("hodgkin-huxley", {{"I", 0, 20, 500}}, 1e7));
    task.cancel();
    QVERIFY(!task.isBusy());
    QCOMPARE(task.results().doneCount, 0u);
    task.request(sweepOf("leaky-integrate-and-fire", {{"I", 0, 20, 5}}, 10));
    QTRY_VERIFY(task.results().finished());
}

QTEST_APPLESS_MAIN(TestSweepTask)
#include "tst_sweep_task.moc"
