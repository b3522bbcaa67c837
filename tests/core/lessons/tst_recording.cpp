// SPDX-License-Identifier: GPL-3.0-or-later
#include "a_lesson.h"
#include "measures.h"
#include "recording.h"
#include "rehearsal.h"
#include "setting.h"
#include "shadow_run.h"
#include "start.h"

#include <QTest>

using namespace rheobase;

namespace {

/// A lesson of one step with these blocks.
std::string textWith(const std::string& blocks)
{
    return "---\nlesson: recorded\ntitle: Recorded\nminutes: 5\ngoal: Record.\n---\n\n## One {#one}\n\n" + blocks;
}

Lesson read(const std::string& text)
{
    const auto lesson = readLesson(text, testStage());
    if (const auto* refusal = std::get_if<Refusal>(&lesson))
        qWarning("line %zu: %s", refusal->line, std::string(refusal->sentence).c_str());
    return std::get<Lesson>(lesson);
}

/// All that a lesson can set is another one.
Experiment changed(const Model& model)
{
    Experiment e = defaultExperiment(model);
    e.parameters[0] = std::min(1.1 * e.parameters[0], model.parameters[0].max);
    e.stimulus = {component(*stimulusShape("step"), model.input), component(*stimulusShape("step"), model.input)};
    e.stimulus[1].values[0] = 61.5;
    e.stimulus[1].values[1] = 73.25;
    e.noise = {Noise::Kind::ornsteinUhlenbeck, 0.25, 3};
    e.seed = 17;
    if (!clampRefusal(model).empty()) return e;
    e.mode = Mode::voltageClamp;
    e.clamp.steps = {model.state[0].min, model.state[0].max};
    e.clamp.chosen = 0;
    e.clamp.hasPrepulse = true;
    e.clamp.width = 7.5;
    if (const auto g = indexOf(model.parameters, Part::conductance)) e.clamp.blocked[*g] = 40;
    return e;
}

}

/// What is recorded reads back as what was there.
class TestRecording : public QObject {
    Q_OBJECT

private slots:
    void experimentsReadBack_data();
    void experimentsReadBack();
    void whatLessonsCannotSayIsKnown();
    void actionsLeadFromOneToTheOther();
    void measuredNumbersAreChecks();
    void ghostsAndReadingsAreChecks();
    void solutionsGoIntoTheTeachersBlock();
};

void TestRecording::experimentsReadBack_data()
{
    QTest::addColumn<int>("model");
    for (std::size_t i = 0; i < catalogue().size(); ++i) QTest::newRow(std::string(catalogue()[i].id).c_str()) << static_cast<int>(i);
}

void TestRecording::experimentsReadBack()
{
    QFETCH(int, model);
    const Model& m = catalogue()[static_cast<std::size_t>(model)];
    Experiment pair = *testStage().preset(m, "pair"), silent = defaultExperiment(m);
    silent.stimulus.clear();
    Experiment gap = pair;
    setValue(gap, "two-pulses.gap", 7.125);
    for (const Experiment& e : {defaultExperiment(m), pair, gap, silent, changed(m)}) {
        const Scene scene{.show = {"potential", "map"}, .trigger = "onset", .window = 150};
        const Lesson lesson = read(textWith(startBlock(e, scene, testStage())));
        QVERIFY(lesson.steps[0].experiment == e);
        QVERIFY(lesson.steps[0].scene.show == scene.show && lesson.steps[0].scene.trigger == "onset");
        QCOMPARE(lesson.steps[0].scene.window, scene.window);
        QVERIFY(isSayable(e, testStage()));
    }
    QVERIFY(startBlock(gap, {}, testStage()).find("preset: pair\nset: two-pulses.gap = 7.125 ms\n") != std::string::npos);
}

void TestRecording::whatLessonsCannotSayIsKnown()
{
    Experiment e = defaultExperiment(*findModel("hodgkin-huxley"));
    e.dt = 0.02;
    QVERIFY(!isSayable(e, testStage()));
}

void TestRecording::actionsLeadFromOneToTheOther()
{
    for (const Model& from : catalogue())
        for (const Model& to : catalogue()) {
            const Experiment begin = *testStage().preset(from, "pair"), end = changed(to);
            Experiment made = begin;
            std::map<std::string, std::string> answers;
            applyActions(actionsBetween(begin, end, testStage()), 1, made, answers, testStage());
            QVERIFY(made == end);
        }
    const Experiment same = defaultExperiment(*findModel("passive"));
    QVERIFY(actionsBetween(same, same, testStage()).empty());
}

/// A recorded check holds of what it was recorded of, with its unit and its measure.
void TestRecording::measuredNumbersAreChecks()
{
    for (const char* id : {"leaky-integrate-and-fire", "hodgkin-huxley"}) {
        Experiment e = defaultExperiment(*findModel(id));
        setValue(e, "I", *id == 'l' ? 2.4 : 12);
        const auto run = shadowRun(e, 500, true, {});
        std::size_t count = 0;
        for (const Measure& measure : measures()) {
            const std::string clause = clauseOf(measure, run->measured, 500);
            if (clause.empty()) continue;
            ++count;
            const Lesson lesson = read(textWith(startBlock(e, {}, testStage()) + '\n' + checkBlock("c", {clause}, false)));
            eachPart<Check>(lesson, [&](const Step&, const Check& check) {
                QVERIFY2(judge(check, {e}).verdict == Verdict::yes, clause.c_str());
                Experiment other = e;
                setValue(other, "I", 0);
                QVERIFY2((measure.id != "spikes" && measure.id != "mean-rate") || judge(check, {other}).verdict == Verdict::no,
                         clause.c_str());
            });
        }
        QVERIFY(count >= 5);
    }
}

void TestRecording::ghostsAndReadingsAreChecks()
{
    const Experiment e = *testStage().preset(*findModel("leaky-integrate-and-fire"), "pair");
    Experiment ghost = e;
    QVERIFY(ghostClause(ghost, e).empty());
    setValue(ghost, "R", 20);
    QCOMPARE(ghostClause(ghost, e), std::string("ghost.exists with R = 20 MΩ"));
    const std::string dV = clauseOf("cursor.dV", -8.4321, 0.42, "mV");
    QCOMPARE(dV, std::string("cursor.dV = -8.43 mV ± 0.42 mV"));
    const Lesson lesson = read(textWith(startBlock(e, {}, testStage()) + '\n' + checkBlock("c", {ghostClause(ghost, e), dV}, true)));
    eachPart<Check>(lesson, [&](const Step&, const Check& check) {
        Bench bench{.readings = {{"cursor.dV", -8.4}}, .ghosts = {ghost}};
        QVERIFY(judge(check, {e, {}, bench}).verdict == Verdict::yes);
        bench.ghosts.clear();
        QVERIFY(judge(check, {e, {}, bench}).verdict != Verdict::yes);
    });
}

void TestRecording::solutionsGoIntoTheTeachersBlock()
{
    Experiment e = *testStage().preset(*findModel("leaky-integrate-and-fire"), "pair"), solved = e;
    setValue(solved, "two-pulses.amplitude", 12);
    const auto run = shadowRun(solved, 200, true, {});
    const std::string check = checkBlock("fires", {clauseOf(measure("spikes"), run->measured, 200)}, false);
    const std::string text = textWith(startBlock(e, {}, testStage()) + '\n' + check);
    const std::string once = withSolution(text, "fires", actionsBetween(e, solved, testStage()));
    QVERIFY(rehearse(read(text), testStage()).complaints.size() == 1); // it has no solution
    const Rehearsal found = rehearse(read(once), testStage());
    QVERIFY2(found.complaints.empty(), found.complaints.empty() ? "" : std::string(found.complaints[0].sentence).c_str());
    QCOMPARE(found.trials, std::size_t{1});
    QCOMPARE(rehearse(read(withSolution(once, "fires", "set two-pulses.amplitude = 13 nA")), testStage()).trials, std::size_t{2});
}

QTEST_GUILESS_MAIN(TestRecording)
#include "tst_recording.moc"
