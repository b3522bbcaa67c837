// SPDX-License-Identifier: GPL-3.0-or-later
#include "ask.h"
#include "catalogue.h"
#include "hand.h"
#include "text.h"

#include <QTest>

using namespace rheobase;

namespace {

struct Task {
    const char *name, *model, *lines;
};

constexpr Task approach{
    "approach", "passive",
    "axes: t 0 … 140 ms, V -72 … -58 mV\ngiven: V(20 ms) = -70 mV\n"
    "V(28 ms) = -63.7 mV ± 2 mV -> speed: Half a minute, and much of the way is done.\n"
    "V(100 ms) = -60 mV ± 1 mV -> level: It ends at −60 mV.\nrises from 20 ms to 60 ms\nslope falls from 20 ms to 60 ms\n"
    "flat from 80 ms to 120 ms\nfalls from 120 ms to 140 ms\n"
    "else flat from 24 ms to 110 ms -> instant: The capacitor must be filled.\n"
    "else straight from 20 ms to 60 ms and rises from 20 ms to 60 ms -> ramp: As V rises, more leaks out.\n"};
constexpr Task jump{"jump", "perfect-integrate-and-fire",
                    "axes: t 0 … 100 ms, V -75 … -45 mV\ngiven: V(20 ms) = -65 mV\n"
                    "V(22 ms) - V(20 ms) = 10 mV ± 3 mV -> height: 8 pC on 0.8 nF.\nflat after 25 ms\n"
                    "else V(30 ms) = -65 mV ± 3 mV -> V-is-I: V is the sum of the current.\n"
                    "else falls from 30 ms to 80 ms -> capacitor-leaks: Nothing lets it out.\n"};
constexpr Task rebound{"rebound", "hodgkin-huxley",
                       "axes: t 0 … 80 ms, V -100 … 60 mV\ngiven: V(10 ms) = -65 mV\nbelow -80 mV at 35 ms -> up: It is pulled down.\n"
                       "a spike after 40 ms -> only-up-fires: It fires, though nothing pushed it up.\none peak after 40 ms\n"};
constexpr Task passiveFall{
    "small", "hodgkin-huxley",
    "axes: t 0 … 60 ms, V -80 … 40 mV\ngiven: V(10 ms) = -65 mV\nbelow -40 mV -> graded-spike: No sodium, no spike.\n"
    "one peak\nV(50 ms) = -65 mV ± 5 mV\nbelow threshold\n"};
constexpr Task typeOne{"type-one", "leaky-integrate-and-fire",
                       "axes: I 0 … 8 nA, rate 0 … 300 Hz\nzero below 1.9 nA -> no-rheobase: Below the rheobase nothing happens.\n"
                       "rises above 2.1 nA\nslope falls above 2.3 nA\nstarts below 60 Hz -> type-II-here: It begins slowly.\n"};
constexpr Task typeTwo{"type-two", "hodgkin-huxley",
                       "axes: I 0 … 20 µA/cm², rate 0 … 120 Hz\njumps above 45 Hz -> any-rate: It jumps.\nzero below 5.5 µA/cm²\n"};
constexpr Task line{"line", "perfect-integrate-and-fire",
                    "axes: I 0 … 2 nA, rate 0 … 200 Hz\nthrough (0, 0) ± 8 Hz -> rheobase-everywhere: Here any current is enough.\n"
                    "straight\nrises throughout\n"};
constexpr Task loop{"loop", "fitzhugh-nagumo",
                    "axes: v -2.5 … 2.5, w -1 … 2\ngiven: until 22 ms\n"
                    "first right, then up, left, down -> slant: At its own nullcline a variable stands still.\n"};

Sketch sketchOf(const Task& task)
{
    std::vector<Line> lines;
    for (const std::string_view text : reading::linesOf(task.lines)) lines.push_back({lines.size() + 1, std::string(text)});
    return sketchFrom(lines, defaultExperiment(*findModel(task.model)), {});
}

Ask askOf(const Task& task)
{
    Ask ask;
    ask.kind = Ask::Kind::sketch;
    ask.sketch = sketchOf(task);
    return ask;
}

/// Points of an exponential approach from one value to another.
Stroke bent(double from, double to, double begin, double tau, double end)
{
    Stroke made;
    for (double x = begin; x <= end; x += (end - begin) / 24) made.emplace_back(x, to + (from - to) * std::exp((begin - x) / tau));
    return made;
}

Stroke joined(Stroke first, const Stroke& second)
{
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

struct Shape {
    const Task* task;
    const char* name;
    Stroke corners;
    const char* tag; ///< null: right
};

std::vector<Shape> shapes()
{
    return {
        {&approach, "exponential", joined(bent(-70, -60, 20, 8, 120), bent(-60, -70, 120.5, 8, 140)), nullptr},
        {&approach, "ramp", {{20, -70}, {75, -60}, {120, -60}, {140, -69}}, "ramp"},
        {&approach, "instant", {{20, -70}, {21, -60}, {120, -60}, {121, -70}, {140, -70}}, "instant"},
        {&approach, "too high", joined(bent(-70, -58.2, 20, 8, 120), {{140, -70}}), "level"},
        {&jump, "stays", {{20, -65}, {22, -55}, {100, -55}}, nullptr},
        {&jump, "falls back", joined({{20, -65}, {22, -55}}, bent(-55, -65, 23, 30, 100)), "capacitor-leaks"},
        {&jump, "copy", {{20, -65}, {20.3, -55}, {22, -55}, {22.3, -65}, {100, -65}}, "V-is-I"},
        {&jump, "twice", {{20, -65}, {22, -48}, {100, -48}}, "height"},
        {&rebound, "spike", {{10, -65}, {14, -85}, {40, -85}, {44, -50}, {45, 40}, {47, -76}, {60, -66}, {80, -65}}, nullptr},
        {&rebound, "back", joined({{10, -65}, {14, -85}, {40, -85}}, bent(-85, -65, 40, 6, 80)), "only-up-fires"},
        {&rebound, "up", {{10, -65}, {14, -45}, {40, -45}, {44, 40}, {47, -75}, {80, -65}}, "up"},
        {&passiveFall, "small bump", {{10, -65}, {12, -50}, {16, -60}, {25, -65}, {60, -65}}, nullptr},
        {&passiveFall, "spike", {{10, -65}, {12, 30}, {15, -65}, {60, -65}}, "graded-spike"},
        {&typeOne, "continuous", joined({{0, 0}, {2, 0}}, bent(0, 270, 2, 2.6, 8)), nullptr},
        {&typeOne, "from zero", joined({{0, 0}}, bent(0, 270, 0.05, 3, 8)), "no-rheobase"},
        {&typeOne, "jump", joined({{0, 0}, {2, 0}, {2.05, 110}}, bent(110, 270, 2.1, 2.6, 8)), "type-II-here"},
        {&typeTwo, "jump", {{0, 0}, {6.3, 0}, {6.5, 53}, {12, 80}, {20, 100}}, nullptr},
        {&typeTwo, "continuous", joined({{0, 0}, {6.3, 0}}, bent(0, 100, 6.3, 5, 20)), "any-rate"},
        {&line, "straight", {{0, 0}, {2, 167}}, nullptr},
        {&line, "late", {{0, 0}, {0.5, 0}, {2, 167}}, ""},
        {&loop, "round", {{-0.5, -0.6}, {1.8, -0.6}, {1.9, 0}, {1.2, 1.2}, {-1.7, 1.2}, {-1.9, 0.4}, {-1.3, -0.5}}, nullptr},
        {&loop, "slant", {{-0.5, -0.6}, {-1.2, 0.6}, {-1.2, 1.5}, {1, 1.6}, {1.5, -0.5}}, "slant"},
    };
}

}

class TestSketch : public QObject {
    Q_OBJECT

private slots:
    void judgesAsMeant_data();
    void judgesAsMeant();
    void refuses_data();
    void refuses();
    void comesBeforeAnother();
    void laterReplaces();
    void whatWasDrawnIsUndone();
    void runsDrawOnTheSameAxes_data();
    void runsDrawOnTheSameAxes();
    void nothingIsAnAnswer();
    void runsAreCompared_data();
    void runsAreCompared();
};

void TestSketch::judgesAsMeant_data()
{
    QTest::addColumn<int>("shape");
    QTest::addColumn<int>("hand");
    QTest::addColumn<unsigned>("seed");
    const auto all = shapes();
    for (std::size_t i = 0; i < all.size(); ++i)
        for (const Hand hand : hands)
            for (unsigned seed = 1; seed <= 3; ++seed)
                QTest::addRow("%s %s, %s %u", all[i].task->name, all[i].name, nameOf(hand).c_str(), seed)
                    << static_cast<int>(i) << static_cast<int>(hand) << seed;
}

void TestSketch::judgesAsMeant()
{
    QFETCH(int, shape);
    QFETCH(int, hand);
    QFETCH(unsigned, seed);
    const Shape drawn = shapes()[static_cast<std::size_t>(shape)];
    const Ask ask = askOf(*drawn.task);
    const Stroke stroke = drawnBy(static_cast<Hand>(hand), seed, *ask.sketch, drawn.corners);
    const Reply reply = judge(ask, stroke, {});
    for (const Sketch::Rule& rule : ask.sketch->rules)
        if (!rule.isMistake && !drawn.tag && !has(*ask.sketch, stroke, rule.features[0], {}))
            QWARN(std::string(wordsOf(*ask.sketch, rule.features[0])).c_str());
    QCOMPARE(reply.isRight, std::optional(drawn.tag == nullptr));
    QCOMPARE(QString::fromStdString(reply.tag), QString(drawn.tag ? drawn.tag : ""));
}

void TestSketch::refuses_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* line, const char* sentence) { QTest::newRow(line) << line << sentence; };
    row("V(40 ms) = -60 mV ± 0.1 mV", "A hand does not draw that exactly: write ± 0.28 mV or more.");
    row("V(40 ms) = -60 mV", "A hand does not draw that exactly: write ± 0.28 mV or more.");
    row("V(40 ms) = -60 nA ± 1 nA", "V is a potential; -60 nA is a current.");
    row("V(40 mV) = -60 mV ± 1 mV", "t is a time; 40 mV is a potential.");
    row("V(400 ms) = -60 mV ± 1 mV", "400 ms lies outside of the axes of the sketch.");
    row("V(40 ms) = -20 mV ± 1 mV", "-20 mV ± 1 mV lies outside of the axes of the sketch.");
    row("rises from 20 ms to 22 ms", "A hand draws nothing that narrow: write a part of 5.6 ms or more.");
    row("jumps", "\"jumps\" is no feature of a sketch: one is \"V(…) = … ± …\", \"rises from … to …\" or \"flat after …\".");
    row("starts below -60 mV", "Where firing starts is seen in a sketch of rate against I.");
    row("else rises", "Behind a feature stands \"-> tag: what the student hears\", not \"\".");
    row("rises and flat after 80 ms", "Write each feature on a line of its own.");
    row("before: other", "There is no \"other\" here, nor anything else of the kind.");
    row("first right, then up", "Directions are those of a path in the plane of two states.");
    row("candidate: (20, -70)", "A candidate is a row of points: \"candidate: (20, -70) (140, -60) -> tag\".");
    row("axes: t 0 … 100 ms, rate 0 … 100 Hz",
        "A sketch is V against t, rate against I, or one state against another, not rate against t.");
    row("axes: t 100 … 0 ms, V -75 … -45 mV", "An axis is \"V -75 … -45 mV\": a name, and from where to where, not \"t 100 … 0 ms\".");
}

void TestSketch::refuses()
{
    QFETCH(QString, line);
    QFETCH(QString, sentence);
    const std::vector<Line> lines{{7, "axes: t 0 … 140 ms, V -72 … -58 mV"}, {8, line.toStdString()}};
    try {
        sketchFrom(lines, defaultExperiment(*findModel("passive")), {});
        QFAIL("it is taken");
    } catch (const Refusal& refusal) {
        QCOMPARE(QString::fromStdString(refusal.sentence), sentence);
        QCOMPARE(refusal.line, 8u);
    }
}

void TestSketch::comesBeforeAnother()
{
    const std::vector<Line> lines{{1, "axes: t 0 … 100 ms, V -70 … -50 mV"}, {2, "before: slow"}};
    const std::vector<std::string> others{"slow"};
    const Sketch sketch = sketchFrom(lines, defaultExperiment(*findModel("passive")), others);
    const Feature& feature = sketch.rules[0].features[0];
    const Stroke quick{{0, -70}, {20, -55}, {100, -55}}, slow{{0, -70}, {60, -55}, {100, -55}};
    QVERIFY(has(sketch, quick, feature, {{"slow", slow}}));
    QVERIFY(!has(sketch, slow, feature, {{"slow", quick}}));
    QVERIFY(!has(sketch, slow, feature, {{"slow", slow}}));
    QVERIFY(!has(sketch, quick, feature, {}));
}

void TestSketch::laterReplaces()
{
    Drawing drawing(Drawing::Kind::function, 0, 0.5);
    drawing.begin({0, 0.5});
    drawing.moveTo({1, 0.5});
    QVERIFY(drawing.isComplete());
    drawing.begin({0.4, 0.8});
    drawing.moveTo({0.6, 0.8});
    QCOMPARE(*drawing.at(0.5), 0.8);
    QCOMPARE(*drawing.at(0.3), 0.5);
    QCOMPARE(*drawing.at(0.7), 0.5);
    drawing.moveTo({0.45, 0.2}); // back again
    QVERIFY(std::abs(*drawing.at(0.5) - 0.4) < 0.01);
    drawing.undo();
    QCOMPARE(*drawing.at(0.5), 0.5);
}

void TestSketch::whatWasDrawnIsUndone()
{
    Drawing drawing(Drawing::Kind::function, 0.2, std::nullopt);
    QVERIFY(drawing.isEmpty());
    QVERIFY(!drawing.canUndo());
    drawing.begin({0.2, 0.1});
    drawing.moveTo({0.5, 0.4});
    QVERIFY(std::abs(drawing.reached() - 0.5) < 0.01);
    drawing.bend(0.4, 0.9, 0.3);
    QVERIFY(std::abs(*drawing.at(0.4) - 0.9) < 0.01);
    drawing.undo();
    QVERIFY(std::abs(*drawing.at(0.4) - 0.3) < 0.01);
    drawing.undo();
    QVERIFY(drawing.isEmpty());
}

void TestSketch::runsDrawOnTheSameAxes_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("lines");
    QTest::newRow("rate of the leaky neuron")
        << "leaky-integrate-and-fire"
        << "axes: I 1.8 … 2.4 nA, rate 0 … 80 Hz\nzero below 1.9 nA\nstarts below 25 Hz\nslope falls after 2.02 nA";
    QTest::newRow("rate of the squid axon") << "hodgkin-huxley" << typeTwo.lines;
    QTest::newRow("rate of the perfect neuron") << "perfect-integrate-and-fire"
                                                << "axes: I 0 … 2 nA, rate 0 … 300 Hz\nthrough (0, 0) ± 8 Hz\nrises throughout";
}

void TestSketch::runsDrawOnTheSameAxes()
{
    QFETCH(QString, model);
    QFETCH(QString, lines);
    const Experiment experiment = defaultExperiment(*findModel(model.toStdString()));
    std::vector<Line> read;
    for (const QString& text : lines.split('\n', Qt::SkipEmptyParts)) read.push_back({1, text.toStdString()});
    const Sketch sketch = sketchFrom(read, experiment, {});
    const Stroke curve = curveOf(sketch, experiment);
    QVERIFY(curve.size() > 100);
    for (const Sketch::Rule& rule : sketch.rules)
        QVERIFY2(has(sketch, curve, rule.features[0], {}), std::string(wordsOf(sketch, rule.features[0])).c_str());
}

void TestSketch::nothingIsAnAnswer()
{
    const Reply reply = judge(askOf(approach), Stroke(), {});
    QVERIFY(!reply.isRight);
    QVERIFY(reply.problem.empty());
}

void TestSketch::runsAreCompared_data()
{
    QTest::addColumn<QString>("drawn");
    QTest::addColumn<QString>("run");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* name, const char* drawn, const char* run, const char* sentence) {
        QTest::newRow(name) << drawn << run << sentence;
    };
    row("higher and later", "0,-70 20,30 40,-70 100,-70", "0,-70 23,38 40,-70 100,-70",
        "The peak is 8 mV higher and 3 ms later than drawn.");
    row("lower and earlier", "0,-70 20,30 40,-70 100,-70", "0,-70 15,10 40,-70 100,-70",
        "The peak is 20 mV lower and 5 ms earlier than drawn.");
    row("not drawn", "0,-70 100,-70", "0,-70 20,30 40,-70 100,-70", "There is a peak of 30 mV at 20 ms that was not drawn.");
    row("the same", "0,-70 100,-20", "0,-70 100,-20", "It is nowhere farther than 4 mV from what was drawn.");
    row("above", "0,-70 100,-70", "0,-70 50,-40 100,-40", "It is up to 30 mV higher than drawn, most of all at 50 ms.");
}

void TestSketch::runsAreCompared()
{
    QFETCH(QString, drawn);
    QFETCH(QString, run);
    QFETCH(QString, sentence);
    const std::vector<Line> lines{{1, "axes: t 0 … 100 ms, V -80 … 50 mV"}};
    const Sketch sketch = sketchFrom(lines, defaultExperiment(*findModel("hodgkin-huxley")), {});
    const auto lineOf = [](const QString& text) {
        Stroke made;
        for (const QString& point : text.split(' '))
            made.emplace_back(point.section(',', 0, 0).toDouble(), point.section(',', 1, 1).toDouble());
        return made;
    };
    QCOMPARE(QString::fromStdString(comparison(sketch, lineOf(drawn), lineOf(run))), sentence);
}

QTEST_GUILESS_MAIN(TestSketch)
#include "tst_sketch.moc"
