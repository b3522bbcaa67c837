// SPDX-License-Identifier: GPL-3.0-or-later
// The f–I curve: its numbers, the operating point that is dragged, ghosts, the type of onset.
#include "catalogue.h"
#include "pointer.h"
#include "rate_plot.h"
#include "robot.h"
#include "session.h"
#include "steady_rate.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace rheobase;

class TestRatePlot : public QObject {
    Q_OBJECT

    std::unique_ptr<Session> m_session;
    std::unique_ptr<RatePlot> m_plot;

    void open(const char* model)
    {
        m_session = std::make_unique<Session>(defaultExperiment(*findModel(model)));
        m_plot = std::make_unique<RatePlot>(*m_session);
        m_plot->resize(420, 480);
        m_plot->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_plot.get()));
        QTRY_VERIFY_WITH_TIMEOUT(m_session->rheobase().has_value(), 300'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_plot->isSettled(), 300'000);
        QTRY_VERIFY(m_session->model().id == "passive" || scene().curve.size() == 200);
    }
    const RateScene& scene() const { return m_plot->picture().scene(); }
    double I() const { return m_session->experiment().stimulus[0].values[0]; }

private slots:
    void initTestCase() { applyLook(*qApp, Look::light); }
    void cleanup()
    {
        m_plot.reset();
        m_session.reset();
    }

    void theCurveIsTheClosedForm_data()
    {
        QTest::addColumn<QByteArray>("model");
        for (const char* model : {"perfect-integrate-and-fire", "leaky-integrate-and-fire"}) QTest::newRow(model) << QByteArray(model);
    }
    void theCurveIsTheClosedForm()
    {
        QFETCH(QByteArray, model);
        open(model.constData());
        int firing = 0;
        for (const QPointF& p : scene().curve) {
            const double expected = *steadyRate(m_session->model(), m_session->experiment().parameters, p.x());
            if (expected < 6) continue; // fewer than two intervals in the last part of half a second
            ++firing;
            QVERIFY2(std::abs(p.y() - expected) < 1e-6 * expected, qPrintable(QString::number(p.x())));
        }
        QVERIFY(firing > 100);
        QCOMPARE(scene().formula.isEmpty(), false);
        QTRY_VERIFY(scene().onset.contains("Type I "));
    }

    void theSquidAxonBeginsWithAJump()
    {
        open("hodgkin-huxley");
        QCOMPARE(rateAt(scene().curve, 0), 0.0);
        QVERIFY(std::abs(rateAt(scene().curve, 10) - 68.3) < 0.15);
        QVERIFY(std::abs(rateAt(scene().curve, 20) - 86.5) < 0.15);
        QVERIFY(scene().formula.isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(scene().onset.contains("Type II "), 300'000);
    }

    void aModelWithoutSpikesSaysSo()
    {
        m_session = std::make_unique<Session>(defaultExperiment(*findModel("passive")));
        m_plot = std::make_unique<RatePlot>(*m_session);
        m_plot->show();
        QTRY_VERIFY(m_plot->findChild<QLabel*>("words")->text().contains("no spikes"));
        QVERIFY(scene().curve.isEmpty());
        QVERIFY(!m_plot->findChild<QPushButton*>("keep")->isEnabled());
    }

    void theOperatingPointIsDraggedAlong()
    {
        open("leaky-integrate-and-fire");
        QTRY_VERIFY(scene().operating.has_value());
        QCOMPARE(scene().operating->x(), I());
        const double before = I();
        RatePicture* picture = &m_plot->picture();
        const QPoint from = picture->pixelAt(*scene().operating).toPoint(), to = picture->pixelAt({5, 0}).toPoint();
        QTest::mousePress(picture, Qt::LeftButton, {}, from);
        for (int i = 1; i <= 8; ++i) QTest::mouseMove(picture, from + (to - from) * i / 8);
        QTest::mouseRelease(picture, Qt::LeftButton, {}, to);
        QVERIFY(std::abs(I() - 5) < 0.05);
        QTRY_COMPARE(scene().operating->x(), I());
        QTRY_VERIFY(std::abs(scene().operating->y() - *steadyRate(m_session->model(), m_session->experiment().parameters, I())) < 1);
        QCOMPARE(m_session->undoStack().index(), 1);
        m_session->undoStack().undo();
        QCOMPARE(I(), before);
    }

    /// Up and down it is a rate that the hand wants.
    void theOperatingPointIsDraggedToARate()
    {
        open("leaky-integrate-and-fire");
        QTRY_VERIFY(scene().operating.has_value());
        const double before = I();
        RatePicture* picture = &m_plot->picture();
        const QPoint from = picture->pixelAt(*scene().operating).toPoint(), to = picture->pixelAt({I() + 0.05, 100}).toPoint();
        const double wanted = picture->valueAt(to).y() + scene().operating->y() - picture->valueAt(from).y();
        drag(picture, from, to);
        const double rate = *steadyRate(m_session->model(), m_session->experiment().parameters, I());
        QVERIFY2(std::abs(rate - wanted) < 1e-3, qPrintable(QStringLiteral("%1 is not %2").arg(rate).arg(wanted)));
        QTRY_VERIFY(std::abs(scene().operating->y() - rate) < 1);
        QCOMPARE(m_session->undoStack().index(), 1);
        m_session->undoStack().undo();
        QCOMPARE(I(), before);
    }

    /// Between silence and the first rate of the squid axon there is nothing.
    void aRateThatTheCurveJumpsOverIsNotReached()
    {
        open("hodgkin-huxley");
        QTRY_VERIFY_WITH_TIMEOUT(m_plot->isSettled() && scene().operating, 300'000);
        RatePicture* picture = &m_plot->picture();
        const QPoint from = picture->pixelAt(*scene().operating).toPoint();
        drag(picture, from, QPoint(from.x(), picture->pixelAt({0, 40}).toPoint().y()));
        QVERIFY2(I() > 6 && I() < 6.7, qPrintable(QString::number(I())));
        QTRY_VERIFY_WITH_TIMEOUT(m_plot->isSettled() && scene().operating && scene().operating->y() > 48, 300'000);
    }

    void arrowKeysMoveThePointToARate()
    {
        open("leaky-integrate-and-fire");
        QTRY_VERIFY(scene().operating.has_value());
        const auto rate = [this] { return *steadyRate(m_session->model(), m_session->experiment().parameters, I()); };
        const double before = rate();
        QTest::keyClick(&m_plot->picture(), Qt::Key_Up);
        QVERIFY(rate() > before);
        QVERIFY(std::abs(rate() - std::round(rate())) < 1e-3); // a round one
        QTRY_COMPARE(scene().operating->x(), I());
        QTest::keyClick(&m_plot->picture(), Qt::Key_Down);
        QTest::keyClick(&m_plot->picture(), Qt::Key_Down);
        QVERIFY(rate() < before);
    }

    /// A step of 36 µA/cm² that has ended: the curve's 105 Hz are not what the silent neuron does.
    void thePointGlowsOnlyWhileTheRunIsUnderItsCurrent()
    {
        open("hodgkin-huxley");
        m_session->pause();
        QVERIFY(scene().isLive && m_plot->picture().assumption().isEmpty());
        const auto live = [this](double time) {
            m_session->advanceBy(time - m_session->status().time);
            const auto isThere = [&] { return m_session->status().time > time - 0.1 && m_session->trace().latestTime() > time - 0.1; };
            return QTest::qWaitFor(isThere, 60'000);
        };
        Experiment stepped = m_session->experiment();
        stepped.stimulus = {{stimulusShape("step"), {20, 120, 36}}};
        m_session->edit(stepped);
        m_session->restart();
        QTRY_VERIFY(m_session->status().time < 1 && m_session->trace().latestTime() < 1);
        QTRY_VERIFY(!scene().isLive); // not yet
        QVERIFY(live(60));
        QTRY_VERIFY(scene().isLive);
        QVERIFY(live(300));
        QTRY_VERIFY(!scene().isLive);
        QTRY_VERIFY_WITH_TIMEOUT(m_plot->isSettled(), 300'000);
        QTRY_VERIFY(scene().operating && std::abs(scene().operating->y() - 105) < 0.3); // the curve's rate there
        QCOMPARE(m_plot->picture().assumption(), "if 36\u202fµA/cm² lasted");
        QVERIFY(m_plot->picture().accessibleDescription().contains("if 36"));
        const QImage silent = m_plot->picture().grab().toImage();
        stepped.stimulus = {{stimulusShape("constant"), {36}}};
        m_session->edit(stepped);
        QTRY_VERIFY(scene().isLive && m_plot->picture().assumption().isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(m_plot->isSettled(), 300'000);
        QVERIFY(m_plot->picture().grab().toImage() != silent);
        m_session->setInjecting(true); // a hand adds to it
        QTRY_VERIFY(!scene().isLive);
    }

    void arrowKeysMoveTheOperatingPoint()
    {
        open("leaky-integrate-and-fire");
        QTRY_VERIFY(scene().operating.has_value());
        const double before = I();
        QTest::keyClick(&m_plot->picture(), Qt::Key_Right);
        QVERIFY(I() > before);
        QTRY_COMPARE(scene().operating->x(), I());
        QTest::keyClick(&m_plot->picture(), Qt::Key_Left);
        QTest::keyClick(&m_plot->picture(), Qt::Key_Left);
        QVERIFY(I() < before);
    }

    void aKeptCurveTellsWhatDiffers()
    {
        open("leaky-integrate-and-fire");
        m_plot->findChild<QPushButton*>("keep")->click();
        m_session->setParameter(*indexOf(m_session->model().parameters, "R"), 14);
        QTRY_COMPARE(scene().ghosts.size(), std::size_t{1});
        QTRY_VERIFY(scene().ghosts[0].label.contains("R 10"));
        QTRY_VERIFY(m_plot->isSettled());
        QTRY_VERIFY(rateAt(scene().curve, 4) > rateAt(scene().ghosts[0].curve, 4) + 5); // a greater R fires faster
        m_plot->findChild<QPushButton*>("forget")->click();
        QTRY_VERIFY(scene().ghosts.empty());
    }

    void theNewestOfManyEditsWins()
    {
        open("leaky-integrate-and-fire");
        const auto R = *indexOf(m_session->model().parameters, "R");
        const Gesture drag = m_session->beginGesture();
        for (int i = 0; i < 50; ++i) {
            m_session->setParameter(R, 5 + 0.3 * i, drag);
            QCoreApplication::processEvents();
        }
        QTRY_VERIFY(m_plot->isSettled());
        const double expected = *steadyRate(m_session->model(), m_session->experiment().parameters, scene().curve[120].x());
        QTRY_VERIFY(std::abs(scene().curve[120].y() - expected) < 1e-6 * expected);
    }

    void theReadingIsChosen()
    {
        open("leaky-integrate-and-fire");
        const double byInterval = rateAt(scene().curve, 4);
        auto* reading = m_plot->findChild<QComboBox*>("reading");
        QTest::keyClick(reading, Qt::Key_Down);
        QTRY_VERIFY(rateAt(scene().curve, 4) != byInterval);
        QVERIFY(std::abs(rateAt(scene().curve, 4) - byInterval) < 4); // half a second counts to within 2 Hz
    }

    void theTableHasEveryPoint()
    {
        open("leaky-integrate-and-fire");
        const auto lines = m_plot->table().trimmed().split('\n');
        QCOMPARE(lines[0], QByteArray("series,I_nA,rate_Hz"));
        QCOMPARE(lines.size(), 1 + scene().curve.size() + scene().formula.size());
        QVERIFY(lines[1].startsWith("\"computed\","));
    }
};

QTEST_MAIN(TestRatePlot)
#include "tst_rate_plot.moc"
