// SPDX-License-Identifier: GPL-3.0-or-later
// Edits of a session: what they are called, what is refused, and which are one step of undo.
#include "catalogue.h"
#include "difference.h"
#include "session.h"
#include "words.h"

#include <QTest>

using namespace rheobase;

namespace {

const Model& leakyModel() { return *findModel("leaky-integrate-and-fire"); }
Experiment leaky() { return defaultExperiment(leakyModel()); }
std::size_t parameter(const char* name) { return *indexOf(leakyModel().parameters, name); }

Experiment withParameter(Experiment e, const char* name, double value)
{
    e.parameters[parameter(name)] = value;
    return e;
}

QString plain(QString text) { return text.replace(QChar(0x202f), u' '); }

}

class TestSession : public QObject {
    Q_OBJECT

private slots:
    void aStepIsCalledAfterWhatDiffers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("label");
        const auto row = [](const char* name, const char* text, const char* label) {
            QTest::newRow(name) << QString(text) << QString(label);
        };
        row("parameter", "Change V_th to −40 mV", "V_th −50 → −40 mV");
        row("two", "Change C to 1 nF and R to 14 MΩ", "");
        row("amplitude", "Change I to 3 nA", "I 2.1 → 3 nA");
        row("onset", "Change start to 35 ms", "start 20 → 35 ms");
        row("shape", "Choose Step", "Constant current → Step");
        row("one more shape", "Add a shape", "Constant current → Constant current + Step");
        row("one shape less", "Remove a shape", "Constant current → no stimulus");
        row("noise", "White noise", "no noise → white noise");
        row("no noise", "No noise", "white noise → no noise");
        row("sigma", "Change noise σ to 0.2 nA", "noise σ 0.1 → 0.2 nA");
        row("solver", "Solve by Runge–Kutta 4", "Exact → Runge–Kutta 4");
        row("step", "Change Δt to 0.1 ms", "Δt 0.05 → 0.1 ms");
        row("start", "Change start of V to −60 mV", "start of V: at rest → −60 mV");
        row("injection", "Change ΔI to 1 nA", "ΔI 4 → 1 nA");
        row("seed", "Change seed to 7", "seed 1 → 7");
        row("model", "Choose Passive membrane", "Leaky integrate-and-fire → Passive membrane");
    }
    void aStepIsCalledAfterWhatDiffers()
    {
        QFETCH(QString, text);
        QFETCH(QString, label);
        const QString row = QTest::currentDataTag();
        const StimulusComponent step{stimulusShape("step"), {20, 120, 3}};
        Experiment before = leaky(), after = leaky();
        if (row == "onset") before.stimulus = after.stimulus = {step};
        if (row == "no noise" || row == "sigma") before.noise = after.noise = {Noise::Kind::white, 0.1};
        if (row == "parameter") after = withParameter(after, "V_th", -40);
        if (row == "two") after = withParameter(withParameter(after, "C", 1), "R", 14);
        if (row == "amplitude") after.stimulus[0].values = {3};
        if (row == "onset") after.stimulus[0].values[0] = 35;
        if (row == "shape") after.stimulus = {step};
        if (row == "one more shape") after.stimulus.push_back(step);
        if (row == "one shape less") after.stimulus.clear();
        if (row == "noise") after.noise = {Noise::Kind::white, 0.1};
        if (row == "no noise") after.noise.kind = Noise::Kind::none;
        if (row == "sigma") after.noise.sigma = 0.2;
        if (row == "solver") after.solver = SolverKind::rungeKutta4;
        if (row == "step") after.dt = 0.1;
        if (row == "start") after.initial[0] = -60;
        if (row == "injection") after.injection = 1;
        if (row == "seed") after.seed = 7;
        if (row == "model") after = defaultExperiment(*findModel("passive"));

        QCOMPARE(plain(editText(before, after)), text);
        const auto found = differences(before, after);
        QCOMPARE(found.size(), std::size_t{label.isEmpty() ? 2u : 1u});
        if (!label.isEmpty()) QCOMPARE(plain(found[0].label), label);
        QVERIFY(differences(after, after).empty());

        Session session(before);
        session.load(after);
        QCOMPARE(plain(session.undoStack().undoText()), text);
        session.undoStack().undo();
        QCOMPARE(session.experiment(), before);
    }

    void aClampIsCalledAfterWhatDiffers()
    {
        const Model& squid = *findModel("hodgkin-huxley");
        Experiment before = defaultExperiment(squid);
        Session session(before);
        const auto changed = [&](auto change) {
            Experiment next = session.experiment();
            change(next);
            const auto found = differences(session.experiment(), next);
            if (!session.edit(next).empty()) return QStringLiteral("refused");
            return found.empty() ? QString() : plain(session.undoStack().undoText() + QStringLiteral(" | ") + found[0].label);
        };
        QCOMPARE(changed([](Experiment& e) { e.mode = Mode::voltageClamp; }), "Choose voltage clamp | current clamp → voltage clamp");
        QCOMPARE(changed([](Experiment& e) { e.clamp.hold = -80; }), "Change holding potential to −80 mV | holding potential −65 → −80 mV");
        QCOMPARE(changed([](Experiment& e) { e.clamp.hasPrepulse = true; }), "Add prepulse | without prepulse → with prepulse");
        QCOMPARE(changed([](Experiment& e) { e.clamp.chosen = 0; }), "Change chosen step to −40 mV | chosen step 0 → −40 mV");
        QCOMPARE(changed([](Experiment& e) { e.clamp.steps[2] = -21; }), "Change test potential to −21 mV | test potential −20 → −21 mV");
        QCOMPARE(changed([](Experiment& e) { e.clamp.steps.resize(3); }),
                 "Test potentials −40 to −21 mV in 3 steps | −40 to 60 mV in 11 steps → −40 to −21 mV in 3 steps");
        QCOMPARE(changed([&](Experiment& e) { e.clamp.blocked[*indexOf(squid.parameters, "g_Na")] = 50; }),
                 "Change blocked g_Na to 50 % | blocked g_Na 0 → 50 %");
        while (session.undoStack().canUndo()) session.undoStack().undo();
        QCOMPARE(session.experiment(), before);
        QVERIFY(session.edit(defaultExperiment(squid)).empty());
    }

    void whatIsImpossibleIsRefusedWithASentence()
    {
        Session session(leaky());
        const Sentence order = session.setParameter(parameter("V_th"), -80);
        QCOMPARE(spoken(order), "V_reset must be below V_th (−80 mV).");
        QCOMPARE(spoken(session.setParameter(parameter("R"), -1)), "R must be greater than 0 MΩ.");
        Experiment next = session.experiment();
        next.dt = 0;
        QVERIFY(spoken(session.edit(next)).startsWith("dt must be"));
        QVERIFY(spoken(session.setState({std::nan("")})).startsWith("V must be"));
        QCOMPARE(session.experiment(), leaky());
        QCOMPARE(session.undoStack().count(), 0);
        QVERIFY(session.setParameter(parameter("R"), 14).empty());
        QVERIFY(session.setParameter(parameter("R"), 14).empty()); // the same again is no step
        QCOMPARE(session.undoStack().count(), 1);
    }

    void editsOfAGestureAreOneStep()
    {
        Session session(leaky());
        const auto R = parameter("R");
        const Gesture drag = session.beginGesture(), another = session.beginGesture();
        QVERIFY(drag && another && drag != another && !Gesture());
        for (const double value : {11.0, 12.0, 13.0}) QVERIFY(session.setParameter(R, value, drag).empty());
        QCOMPARE(session.undoStack().count(), 1);
        QCOMPARE(plain(session.undoStack().undoText()), "Change R to 13 MΩ");
        QVERIFY(session.setParameter(R, 14, another).empty());
        QCOMPARE(session.undoStack().count(), 2);
        for (const double value : {15.0, 16.0}) QVERIFY(session.setParameter(R, value).empty());
        QCOMPARE(session.undoStack().count(), 4);
        for (int i = 0; i < 4; ++i) session.undoStack().undo();
        QCOMPARE(session.experiment(), leaky());
        // A drag that ends where it began leaves no step.
        const Gesture back = session.beginGesture();
        for (const double value : {11.0, 10.0}) QVERIFY(session.setParameter(R, value, back).empty());
        QCOMPARE(session.undoStack().count(), 0);
    }
};

QTEST_MAIN(TestSession)
#include "tst_session.moc"
