// SPDX-License-Identifier: GPL-3.0-or-later
// The ladder of models: who remembers, who forgets, each by its own rheobase.
#include "catalogue.h"
#include "ladder_view.h"
#include "session.h"
#include "words.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace rheobase;

class TestLadderView : public QObject {
    Q_OBJECT

    std::unique_ptr<Session> m_session;
    std::unique_ptr<LadderView> m_view;

    /// Opens a view of these models.
    void open(const QStringList& models, const char* live = "leaky-integrate-and-fire")
    {
        m_view.reset();
        m_session = std::make_unique<Session>(defaultExperiment(*findModel(live)));
        m_view = std::make_unique<LadderView>(*m_session);
        m_view->resize(372, 800);
        for (const Model& model : catalogue()) {
            auto* action = m_view->findChild<QAction*>(fromView(model.id));
            if (action->isChecked() != models.contains(fromView(model.id))) action->trigger();
        }
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        QTRY_VERIFY_WITH_TIMEOUT(m_view->isSettled(), 120'000);
    }
    void choose(const char* protocol)
    {
        auto* box = m_view->findChild<QComboBox*>("protocol");
        int wanted = 0;
        for (const LadderProtocol& each : ladderProtocols())
            if (QLatin1String(each.id) == QLatin1String(protocol)) wanted = static_cast<int>(&each - ladderProtocols().data());
        while (box->currentIndex() < wanted) QTest::keyClick(box, Qt::Key_Down);
        QTRY_VERIFY_WITH_TIMEOUT(m_view->isSettled(), 120'000);
    }
    void type(const char* editor, const QString& value)
    {
        auto* box = m_view->findChild<QWidget*>(editor)->findChild<QLineEdit*>();
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, value);
        QTest::keyClick(box, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(m_view->isSettled(), 120'000);
    }
    std::size_t spikes(std::size_t rung) const { return m_view->ladder().rungs[rung].trace->spikes().size(); }
    QString words() const { return m_view->findChild<QLabel*>("words")->text(); }

private slots:
    void initTestCase() { applyLook(*qApp, Look::light); }
    void cleanup()
    {
        m_view.reset();
        m_session.reset();
    }

    void theLeakForgetsTheFirstPulse()
    {
        open({"perfect-integrate-and-fire", "leaky-integrate-and-fire"});
        type("gap", "80");
        QCOMPARE(spikes(0), std::size_t{1});
        QVERIFY(m_view->ladder().rungs[0].trace->spikes()[0] > 90); // by the second pulse, not by the first
        QCOMPARE(spikes(1), std::size_t{0});
        QTest::mouseClick(m_view->findChild<QToolButton*>("leakOff"), Qt::LeftButton);
        QTRY_VERIFY(m_view->isSettled());
        QCOMPARE(m_view->ladder().rungs.size(), std::size_t{3});
        QCOMPARE(spikes(1), std::size_t{0});
        QCOMPARE(spikes(2), std::size_t{1}); // it lies next to the one with the leak
        QVERIFY(m_view->ladder().rungs[2].neuron.isWithoutLeak);
        QCOMPARE(m_view->ladder().rungs[2].trace->value(2, 0), -70.0f);
        type("gap", "1");
        QCOMPARE(spikes(1), std::size_t{1});
    }

    void eachHasItsOwnRheobase()
    {
        open({"perfect-integrate-and-fire", "leaky-integrate-and-fire", "hodgkin-huxley"});
        choose("step");
        const auto& rungs = m_view->ladder().rungs;
        QCOMPARE(rungs.size(), std::size_t{3});
        QCOMPARE(rungs[1].unit, 2.0);
        QVERIFY(rungs[1].isUnitOwn);
        QVERIFY(std::abs(rungs[2].unit - 2.24) < 0.05);
        QVERIFY(!rungs[0].isUnitOwn);
        QCOMPARE(rungs[0].unit, 2.0); // the leaky neuron's
        QTRY_VERIFY(words().contains("Perfect integrate-and-fire has no rheobase"));
        type("strength", "0.98");
        QCOMPARE(spikes(1) + spikes(2), std::size_t{0});
        QVERIFY(spikes(0) > 5);
        type("strength", "1.02");
        QVERIFY(spikes(1) > 1);
        QCOMPARE(spikes(2), std::size_t{1});
        for (const LadderRung& rung : rungs) {
            const double I = rung.trace->value(1, rung.trace->firstAt(50));
            QVERIFY(std::abs(I / rung.unit - 1.02) < 1e-6);
        }
    }

    void stepsBelowAndAboveAreToldApart()
    {
        open({"leaky-integrate-and-fire"});
        choose("below-and-above");
        QVERIFY(spikes(0) > 0);
        QVERIFY(m_view->ladder().rungs[0].trace->spikes()[0] > 110);
    }

    void theLiveModelHasTheLiveParameters()
    {
        open({"perfect-integrate-and-fire", "leaky-integrate-and-fire"});
        m_session->setParameter(*indexOf(m_session->model().parameters, "R"), 20);
        QTRY_VERIFY(m_view->isSettled());
        QCOMPARE(m_view->ladder().rungs[0].unit, 1.0);
        QCOMPARE(m_view->ladder().rungs[1].unit, 1.0);
        m_session->load(defaultExperiment(*findModel("hodgkin-huxley")), "other");
        QTRY_VERIFY(m_view->isSettled());
        QCOMPARE(m_view->ladder().rungs[1].unit, 2.0);
    }

    void modelsAreChosen()
    {
        open({"passive"});
        QCOMPARE(m_view->picture().plots().size(), std::size_t{2});
        QTRY_VERIFY(m_view->picture().plots()[0]->title().contains("no spikes"));
        QVERIFY(!m_view->findChild<QToolButton*>("leakOff")->isEnabled());
        m_view->findChild<QAction*>("passive")->trigger();
        QTRY_VERIFY(words().contains("Choose models"));
        QTRY_VERIFY(m_view->picture().plots().empty());
    }

    void whatIsShownIsExported()
    {
        open({"perfect-integrate-and-fire", "leaky-integrate-and-fire"});
        const auto lines = m_view->table().trimmed().split('\n');
        const auto& rungs = m_view->ladder().rungs;
        QCOMPARE(lines[0], QByteArray("model,time_ms,V_mV,I_over_I_th"));
        QCOMPARE(lines.size(), qsizetype(1 + rungs[0].trace->rows() + rungs[1].trace->rows()));
        QVERIFY(lines[1].startsWith("\"perfect-integrate-and-fire\",0,-65,0"));
        QImage image(800, 600, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        drawFigure(painter, QSizeF(image.size()), m_view->figure(), {});
        painter.end();
        int blue = 0;
        for (int x = 0; x < image.width(); ++x)
            for (int y = 0; y < image.height(); ++y) {
                const QColor pixel = image.pixelColor(x, y);
                blue += pixel.blue() > pixel.red() + 60;
            }
        QVERIFY(blue > 200);
    }
};

QTEST_MAIN(TestLadderView)
#include "tst_ladder_view.moc"
