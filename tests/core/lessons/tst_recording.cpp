// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording.h"

#include "a_lesson.h"
#include "setting.h"
#include "support.h"

using namespace rheobase;

namespace {

/// A lesson of one step, with these blocks.
std::string lessonWith(const std::string& blocks)
{
    return "---\nlesson: x\ntitle: X\ngoal: X.\nminutes: 1\n---\n\n## X {#x}\n\n" + blocks;
}

Experiment strange(const Model& model)
{
    Experiment e = defaultExperiment(model);
    e.parameters[0] *= 1.25;
    e.stimulus = {shaped("step", {10, 30.5, 0.1}), shaped("sine", {0, 100, 1, 7, 0.5, -0.25})};
    e.noise = {Noise::Kind::ornsteinUhlenbeck, 0.125, 7};
    e.seed = 42;
    return e;
}

}

/// What is recorded reads back.
class TestRecording : public QObject {
    Q_OBJECT

private slots:
    void experiments_data() { modelRows(); }
    void experiments();
    void checks();
    void solutions_data() { modelRows(); }
    void solutions();
};

void TestRecording::experiments()
{
    QFETCH(const Model*, model);
    for (const Experiment& e : {defaultExperiment(*model), strange(*model)}) {
        const Lesson lesson = lessonOf(lessonWith(startBlock(e, {"potential", "circuit"})));
        QCOMPARE(lesson.steps[0].experiment, e);
        QCOMPARE(lesson.steps[0].scene.show, (std::vector<std::string>{"potential", "circuit"}));
    }
    Experiment silent = defaultExperiment(*model);
    silent.stimulus.clear();
    QCOMPARE(lessonOf(lessonWith(startBlock(silent))).steps[0].experiment, silent);
}

void TestRecording::checks()
{
    const Experiment e = defaultExperiment(*findModel("leaky-integrate-and-fire"));
    const std::string blocks =
        startBlock(e) + '\n' + checkBlock("a", "rate", 41.25, 2, "Hz", 2000) + '\n' + checkBlock("b", "C", 0.8, 0, "nF", 0);
    const Lesson lesson = lessonOf(lessonWith(blocks));
    const Check a = partOf<Check>(lesson, "a"), b = partOf<Check>(lesson, "b");
    QCOMPARE(a.clauses[0].text, "run 2000 ms: rate = 41.25 Hz ± 2 Hz");
    QCOMPARE(*a.clauses[0].run, 2000.0);
    QCOMPARE(b.clauses[0].text, "C = 0.8 nF");
}

void TestRecording::solutions()
{
    QFETCH(const Model*, model);
    const Experiment begin = defaultExperiment(*model), end = strange(*model);
    QCOMPARE(actionsFrom(begin, begin), "");
    const std::string line = "solution a: " + actionsFrom(begin, end);
    const Lesson lesson = lessonOf(lessonWith(startBlock(begin) + "\n```check a\nseed = 1\n```\n\n```teacher\n" + line + "\n```\n"));
    QCOMPARE(lesson.trials[0].experiment, end);
    QVERIFY(
        actionsFrom(defaultExperiment(*findModel("passive")), strange(*findModel("hodgkin-huxley"))).starts_with("model hodgkin-huxley; "));
}

QTEST_GUILESS_MAIN(TestRecording)
#include "tst_recording.moc"
