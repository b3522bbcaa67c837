// SPDX-License-Identifier: GPL-3.0-or-later
// The parameter map: its numbers, what the pointer reads, and a click that sets two values.
#include "catalogue.h"
#include "map_plot.h"
#include "measure_words.h"
#include "session.h"
#include "steady_rate.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QTest>

using namespace rheobase;

class TestMapPlot : public QObject {
    Q_OBJECT

    std::unique_ptr<Session> m_session;
    std::unique_ptr<MapPlot> m_plot;

    void open(const char* model)
    {
        m_session = std::make_unique<Session>(defaultExperiment(*findModel(model)));
        m_session->pause();
        m_plot = std::make_unique<MapPlot>(*m_session);
        m_plot->resize(420, 480);
        m_plot->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_plot.get()));
    }
    void settle()
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_plot->isSettled(), 300'000);
        QTRY_COMPARE(scene().results.doneCount, std::size_t{64 * 64});
    }
    const MapScene& scene() const { return m_plot->picture().scene(); }
    QComboBox* box(const char* name) const { return m_plot->findChild<QComboBox*>(name); }

private slots:
    void initTestCase() { applyLook(*qApp, Look::light); }
    void cleanup()
    {
        m_plot.reset();
        m_session.reset();
    }

    void everyCellIsTheClosedForm()
    {
        open("leaky-integrate-and-fire");
        settle();
        const Sweep& sweep = scene().results.sweep;
        const auto R = *indexOf(m_session->model().parameters, "R");
        int firing = 0;
        for (std::size_t i = 0; i < 64; ++i)
            for (std::size_t j = 0; j < 64; ++j) {
                std::vector<double> parameters = m_session->experiment().parameters;
                parameters[R] = sweep.axes[1].at(j);
                const double rate = sweepAnswer("rate").of(*scene().at(i, j));
                const double expected = *steadyRate(m_session->model(), parameters, sweep.axes[0].at(i));
                if (expected > 12) QVERIFY2(std::abs(rate - expected) < 1e-6 * expected, qPrintable(QStringLiteral("%1 %2").arg(i).arg(j)));
                firing += expected > 12;
            }
        QVERIFY(firing > 1000);
    }

    void aClickSetsBothValuesInOneStep()
    {
        open("leaky-integrate-and-fire");
        settle();
        const Experiment before = m_session->experiment();
        const auto* picture = &m_plot->picture();
        const double I = scene().results.sweep.axes[0].at(40), R = scene().results.sweep.axes[1].at(20);
        QTest::mouseClick(&m_plot->picture(), Qt::LeftButton, {}, picture->pixelAt({I, R}).toPoint());
        QCOMPARE(m_session->experiment().stimulus[0].values[0], I);
        QCOMPARE(m_session->experiment().parameters[*indexOf(m_session->model().parameters, "R")], R);
        QTRY_COMPARE(scene().present, std::optional(QPointF(I, R)));
        QCOMPARE(m_session->undoStack().index(), 1);
        m_session->undoStack().undo();
        QVERIFY(m_session->experiment() == before);
    }

    void keysPointAndChoose()
    {
        open("leaky-integrate-and-fire");
        settle();
        const Experiment before = m_session->experiment();
        QTest::keyClick(&m_plot->picture(), Qt::Key_Right);
        QTest::keyClick(&m_plot->picture(), Qt::Key_Up);
        QTest::keyClick(&m_plot->picture(), Qt::Key_Return);
        QVERIFY(m_session->experiment().stimulus[0].values[0] > before.stimulus[0].values[0]);
        QVERIFY(m_session->experiment() != before);
    }

    void axesAreNeverTheSame()
    {
        open("leaky-integrate-and-fire");
        box("up")->setFocus();
        for (int i = 0; i < box("up")->count() + 1; ++i) {
            QTest::keyClick(box("up"), Qt::Key_Up);
            QVERIFY(box("up")->currentIndex() != box("across")->currentIndex());
        }
        settle();
    }

    void whatTheAxesVaryDoesNotComputeAnew()
    {
        open("leaky-integrate-and-fire");
        settle();
        const auto generation = scene().results.generation;
        m_session->setParameter(*indexOf(m_session->model().parameters, "R"), 20);
        QTRY_COMPARE(scene().present->y(), 20.0);
        QCOMPARE(scene().results.generation, generation);
        m_session->setParameter(*indexOf(m_session->model().parameters, "C"), 1);
        QTRY_VERIFY(scene().results.generation > generation);
    }

    void theSquidAxonIsMappedCoarseToFine()
    {
        open("hodgkin-huxley");
        QTRY_VERIFY_WITH_TIMEOUT(scene().results.doneCount > 0 && scene().at(63, 63), 300'000); // what there is stands for what is to come
        settle();
        box("measure")->setFocus();
        for (int i = 1; i < box("measure")->count(); ++i) {
            QTest::keyClick(box("measure"), Qt::Key_Down);
            QTRY_COMPARE(scene().measure, mapMeasures()[static_cast<std::size_t>(i)]);
            QVERIFY(scene().colours().second > 0);
        }
    }

    /// The choices are measures that a sweep answers, by their names; what is chosen is defined in the tool tip.
    void theChoicesAreMeasures()
    {
        open("leaky-integrate-and-fire");
        QComboBox* choices = box("measure");
        QCOMPARE(choices->count(), static_cast<int>(mapMeasures().size()));
        choices->setFocus();
        for (int i = 0; i < choices->count(); ++i) {
            const std::string_view id = mapMeasures()[static_cast<std::size_t>(i)];
            QCOMPARE(sweepAnswer(id).measure, id);
            QCOMPARE(choices->itemText(i), nameOf(measure(id)));
            QTRY_COMPARE(choices->toolTip(), definitionOf(id));
            QTest::keyClick(choices, Qt::Key_Down);
        }
    }

    void theTableHasEveryNeuron()
    {
        open("leaky-integrate-and-fire");
        settle();
        const auto lines = m_plot->table().trimmed().split('\n');
        QCOMPARE(lines.size(), 1 + 64 * 64);
        QCOMPARE(lines[0], QByteArray("I_nA,R_MΩ,rate_Hz,spikes,latency_ms,cv"));
    }

    void saysWhyAMapIsImpossible()
    {
        open("leaky-integrate-and-fire");
        settle();
        const auto choose = [&](const char* name, const char* item) {
            box(name)->setFocus();
            while (box(name)->currentIndex() > 0) QTest::keyClick(box(name), Qt::Key_Up);
            while (box(name)->currentText() != item) QTest::keyClick(box(name), Qt::Key_Down);
        };
        const auto* words = m_plot->findChild<QLabel*>("words");
        choose("across", "V_reset"); // from below to above the threshold
        QTRY_VERIFY2(words->text().contains("<i>V</i><sub>reset</sub> must be below"), qPrintable(words->text()));
        QVERIFY(scene().results.points.empty());
        QVERIFY(m_plot->picture().accessibleDescription().contains("V_reset must be below V_th"));
        QCOMPARE(m_plot->table().count('\n'), 1);
        choose("across", "I");
        QTRY_VERIFY2(words->text().contains("from rest"), qPrintable(words->text()));
        settle();
    }

    /// The map is of lasting currents; the ring of a step that has not begun says so.
    void theRingSaysWhatItAssumes()
    {
        open("leaky-integrate-and-fire");
        settle();
        const auto* words = m_plot->findChild<QLabel*>("words");
        QVERIFY(!words->text().contains("The ring"));
        m_session->pause();
        Experiment stepped = m_session->experiment();
        stepped.stimulus = {{stimulusShape("step"), {1e5, 2e5, 3}}};
        m_session->edit(stepped);
        QTRY_VERIFY2(words->text().contains("The ring: if 3\u202fnA lasted."), qPrintable(words->text()));
        settle();
    }

    void aModelWithoutSpikesSaysSo()
    {
        open("passive");
        QTRY_VERIFY(m_plot->findChild<QLabel*>("words")->text().contains("no spikes"));
        QVERIFY(scene().results.points.empty());
    }
};

QTEST_MAIN(TestMapPlot)
#include "tst_map_plot.moc"
