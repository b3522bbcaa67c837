// SPDX-License-Identifier: GPL-3.0-or-later
// A robot user sets how long a run lasts, while the neuron lives on.
#include "catalogue.h"
#include "difference.h"
#include "quantity_editor.h"
#include "robot.h"
#include "session.h"
#include "stimulus_panel.h"
#include "sweep_view.h"
#include "theme.h"
#include "words.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace rheobase;

namespace {

/// The panel of a model, with the solver's settings open.
class Desk {
public:
    explicit Desk(const Model& model) : m_session(defaultExperiment(model)), m_panel(m_session)
    {
        m_panel.resize(420, 900);
        m_panel.show();
        m_panel.activateWindow();
        QTest::mouseClick(m_panel.findChild<QToolButton*>("solverHeading"), Qt::LeftButton);
    }
    QuantityEditor& editor(const char* name = "duration") const { return *m_panel.findChild<QuantityEditor*>(name); }
    QLineEdit& field(const char* name = "duration") const { return *editor(name).findChild<QLineEdit*>(); }
    void enter(const QString& text, const char* name = "duration") const
    {
        QLineEdit& box = field(name);
        box.setFocus();
        QTRY_VERIFY(box.hasFocus());
        QCoreApplication::processEvents();
        box.selectAll();
        QTest::keyClicks(&box, text);
        QTest::keyClick(&box, Qt::Key_Return);
    }
    QCheckBox& repeats() const { return *m_panel.findChild<QCheckBox*>("repeats"); }
    void chooseShape(const char* id) const
    {
        auto* shapes = m_panel.findChild<QComboBox*>("shape0");
        choose(shapes, static_cast<int>(stimulusShape(id) - stimulusShapes().data()));
    }
    double repeat() const { return m_session.experiment().stimulus.repeat; }
    QString refusal(const char* name = "duration") const
    {
        for (const QLabel* label : editor(name).findChildren<QLabel*>())
            if (label->property("role") == "refusal" && label->isVisible()) return label->text();
        return {};
    }
    Session& session() { return m_session; }

private:
    Session m_session;
    StimulusPanel m_panel;
};

}

class TestStimulusPanel : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { applyLook(*qApp, Look::light); }
    void durationIsSet_data();
    void durationIsSet();
    void durationLeavesTheNeuronAlone();
    void impossibleDurationsAreRefused();
    void theStimulusIsRepeated();
    void whatLastsCannotBeRepeated();
    void otherShapesKeepARepetitionThatFits();
};

void TestStimulusPanel::durationIsSet_data()
{
    QTest::addColumn<QString>("id");
    for (const Model& model : catalogue()) QTest::newRow(model.id.data()) << fromView(model.id);
}

void TestStimulusPanel::durationIsSet()
{
    QFETCH(QString, id);
    Desk desk(*findModel(id.toStdString()));
    QVERIFY(desk.editor().isVisible());
    QCOMPARE(desk.field().text(), QStringLiteral("1000"));
    QVERIFY2(desk.editor().accessibleName().contains("Duration"), qPrintable(desk.editor().accessibleName()));
    const Experiment before = desk.session().experiment();
    desk.enter("250");
    QTRY_COMPARE(desk.session().experiment().duration, 250.0);
    QCOMPARE(difference(before, desk.session().experiment()), QStringLiteral("duration 1000 → 250\u202fms"));
    desk.session().undoStack().undo();
    QVERIFY(desk.session().experiment() == before);
    QCOMPARE(desk.field().text(), QStringLiteral("1000"));
}

/// It goes on beyond the duration, no change is marked in it, and no curve beside it is computed anew.
void TestStimulusPanel::durationLeavesTheNeuronAlone()
{
    Desk desk(*findModel("leaky-integrate-and-fire"));
    Session& session = desk.session();
    QSignalSpy restarts(&session, &Session::restarted);
    QTRY_VERIFY(session.trace().latestTime() > 20);
    restarts.clear();
    const Experiment before = session.experiment();
    desk.enter("15");
    QTRY_COMPARE(session.experiment().duration, 15.0);
    QVERIFY(underConstant(before) == underConstant(session.experiment()));
    const double now = session.trace().latestTime();
    QTRY_VERIFY(session.trace().latestTime() > now + 5);
    Experiment next = session.experiment();
    next.parameters[0] *= 1.5;
    session.edit(next); // is confirmed after whatever came before
    QTRY_COMPARE(session.changes().size(), std::size_t{1});
    QVERIFY2(session.changes()[0].text.startsWith("Change C "), qPrintable(session.changes()[0].text));
    QCOMPARE(restarts.count(), 0);
}

void TestStimulusPanel::impossibleDurationsAreRefused()
{
    Desk desk(*findModel("hodgkin-huxley"));
    desk.enter("-5");
    QTRY_VERIFY2(desk.refusal().contains("duration must be at least 0"), qPrintable(desk.refusal()));
    QCOMPARE(desk.session().experiment().duration, 1000.0);
}

/// By the switch, then by the number, each a step that can be undone and says what it was.
void TestStimulusPanel::theStimulusIsRepeated()
{
    Desk desk(*findModel("leaky-integrate-and-fire"));
    desk.chooseShape("step");
    QTRY_VERIFY(desk.repeats().isEnabled());
    QVERIFY(!desk.editor("repeat").isVisible());
    QTest::mouseClick(&desk.repeats(), Qt::LeftButton, {}, {8, desk.repeats().height() / 2});
    QTRY_COMPARE(desk.repeat(), 200.0);
    QCOMPARE(desk.session().undoStack().undoText(), QStringLiteral("Repeat the stimulus every 200\u202fms"));
    QTRY_VERIFY(desk.editor("repeat").isVisible());
    desk.enter("0.25 s", "repeat");
    QTRY_COMPARE(desk.repeat(), 250.0);
    QCOMPARE(desk.session().undoStack().undoText(), QStringLiteral("Change repetition to 250\u202fms"));
    desk.enter("110", "repeat");
    QTRY_VERIFY2(desk.refusal("repeat").contains("longer than the stimulus, which ends at 120 ms"), qPrintable(desk.refusal("repeat")));
    QCOMPARE(desk.repeat(), 250.0);
    QTest::keyClick(&desk.field("repeat"), Qt::Key_Escape);
    desk.session().undoStack().undo();
    desk.session().undoStack().undo();
    QTRY_VERIFY(!desk.repeats().isChecked() && !desk.editor("repeat").isVisible());
    desk.session().undoStack().redo();
    QTRY_VERIFY(desk.repeats().isChecked());
    QTest::keyClick(&desk.repeats(), Qt::Key_Space);
    QTRY_COMPARE(desk.repeat(), 0.0);
    QCOMPARE(desk.session().undoStack().undoText(), QStringLiteral("Let the stimulus come once"));
}

void TestStimulusPanel::whatLastsCannotBeRepeated()
{
    Desk desk(*findModel("leaky-integrate-and-fire"));
    QVERIFY(!desk.repeats().isEnabled());
    QVERIFY2(desk.repeats().toolTip().contains("Nothing ends here"), qPrintable(desk.repeats().toolTip()));
}

void TestStimulusPanel::otherShapesKeepARepetitionThatFits()
{
    Desk desk(*findModel("leaky-integrate-and-fire"));
    desk.chooseShape("step");
    QTRY_VERIFY(desk.repeats().isEnabled());
    QTest::keyClick(&desk.repeats(), Qt::Key_Space);
    desk.enter("150", "repeat");
    QTRY_COMPARE(desk.repeat(), 150.0);
    desk.chooseShape("pulse-train"); // which ends at 201 ms
    QTRY_COMPARE(desk.repeat(), 500.0);
    desk.chooseShape("constant");
    QTRY_COMPARE(desk.repeat(), 0.0);
    QVERIFY(problem(desk.session().experiment()).empty());
}

QTEST_MAIN(TestStimulusPanel)
#include "tst_stimulus_panel.moc"
