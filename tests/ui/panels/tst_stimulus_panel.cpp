// SPDX-License-Identifier: GPL-3.0-or-later
// A robot user sets how long a run lasts, while the neuron lives on.
#include "catalogue.h"
#include "difference.h"
#include "quantity_editor.h"
#include "session.h"
#include "stimulus_panel.h"
#include "sweep_view.h"
#include "theme.h"
#include "words.h"

#include <QApplication>
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
    QuantityEditor& editor() const { return *m_panel.findChild<QuantityEditor*>("duration"); }
    QLineEdit& field() const { return *editor().findChild<QLineEdit*>(); }
    void enter(const QString& text) const
    {
        field().setFocus();
        QTRY_VERIFY(field().hasFocus());
        QCoreApplication::processEvents();
        field().selectAll();
        QTest::keyClicks(&field(), text);
        QTest::keyClick(&field(), Qt::Key_Return);
    }
    QString refusal() const
    {
        for (const QLabel* label : editor().findChildren<QLabel*>())
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

QTEST_MAIN(TestStimulusPanel)
#include "tst_stimulus_panel.moc"
