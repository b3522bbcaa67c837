// SPDX-License-Identifier: GPL-3.0-or-later
// A robot user in front of the strength–duration curve: its numbers, what the pointer reads, a pulse that a click injects.
#include "export.h"
#include "pointer.h"
#include "strength_plot.h"
#include "view_desk.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <numbers>

using namespace rheobase;

namespace {

const char *const leaky = "leaky-integrate-and-fire", *const squid = "hodgkin-huxley";

/// A curve alone in a window.
struct Desk : ViewDesk<StrengthPlot> {
    explicit Desk(const Experiment& experiment) : ViewDesk(experiment, {400, 620}) { session.setSpeed(INFINITY); }
    explicit Desk(const char* model) : Desk(defaultExperiment(*findModel(model))) {}
    StrengthPicture& picture() { return view.picture(); }
    const StrengthScene& scene() { return picture().scene(); }
    const StrengthDuration& curve() { return scene().curve; }
    QString words() const { return find<QLabel>("words")->text(); }
    void set(const char* name, double value) { QVERIFY(session.setParameter(indexOfParameter(name), value).empty()); }
    double value(std::size_t i) const { return session.experiment().stimulus[0].values[i]; }
};

}

class TestStrengthPlot : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("RheobaseTests");
        QCoreApplication::setApplicationName("tst_strength_plot");
        QSettings().clear();
        applyLook(*qApp, Look::light);
    }

    void linearModelsFollowLapicque_data()
    {
        QTest::addColumn<QByteArray>("model");
        for (const char* model : {leaky, "perfect-integrate-and-fire"}) QTest::newRow(model) << QByteArray(model);
    }
    void linearModelsFollowLapicque()
    {
        QFETCH(QByteArray, model);
        Desk desk(model.constData());
        QVERIFY(desk.settle());
        QCOMPARE(desk.scene().lapicque.size(), 97);
        for (std::size_t i = 0; i < desk.curve().widths.size(); ++i) {
            const double width = desk.curve().widths[i], I = desk.curve().thresholds[i];
            const double expected = *lapicqueThreshold(desk.session.model(), desk.session.experiment().parameters, width);
            QVERIFY2(std::abs(I - expected) < 1e-5 * expected, qPrintable(QString::number(width)));
            QCOMPARE(desk.scene().lapicque[static_cast<qsizetype>(i)].y(), expected);
        }
        for (const double width : {0.1, 0.37, 4.2, 100.0}) { // between the points
            const double expected = *lapicqueThreshold(desk.session.model(), desk.session.experiment().parameters, width);
            QVERIFY(std::abs(desk.scene().thresholdAt(width) - expected) < 1e-3 * expected);
        }
        QVERIFY(std::isnan(desk.scene().thresholdAt(0.05)) && std::isnan(desk.scene().thresholdAt(200)));
        const QColor ghost = theme().ghost; // as wide as it is, also where the curve is a straight line
        const QImage image = desk.picture().grab().toImage();
        int seen = 0;
        for (int y = image.height() / 4; y < image.height() * 3 / 4; ++y)
            for (int x = 0; x < image.width(); ++x) seen += image.pixelColor(x, y).rgb() == ghost.rgb();
        QVERIFY2(seen > image.height() / 4, qPrintable(QString::number(seen)));
    }

    void theLeakyChronaxieIsThatOfTheMembrane()
    {
        Desk desk(leaky);
        QVERIFY(desk.settle());
        QCOMPARE(desk.curve().rheobase, 2.0);
        QVERIFY(std::abs(desk.curve().chronaxie - 8 * std::numbers::ln2) < 1e-3); // τ = 8 ms
        QVERIFY2(desk.words().contains(u"Rheobase 2\u202fnA, chronaxie 5.55\u202fms"), qPrintable(desk.words()));
        QVERIFY2(desk.words().contains(u"16.1\u202fpC"), qPrintable(desk.words()));
    }

    void withoutALeakTheChargeCounts()
    {
        Desk desk("perfect-integrate-and-fire");
        QVERIFY(desk.settle());
        QCOMPARE(desk.curve().rheobase, 0.0);
        QVERIFY2(desk.words().contains(u"12\u202fpC"), qPrintable(desk.words()));
    }

    void theSquidAxonIsSeenSoon()
    {
        Desk desk(squid);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.curve().widths.empty(), 120'000); // at first a coarse one
        QVERIFY(!desk.view.isSettled());
        QVERIFY(desk.settle());
        QVERIFY(std::abs(desk.curve().rheobase - 2.2403) < 1e-3);
        QVERIFY(std::abs(desk.curve().chronaxie - 1.654) < 1e-3);
        QVERIFY(desk.scene().lapicque.isEmpty());
        QVERIFY2(desk.words().contains(u"Rheobase 2.24\u202fµA/cm²"), qPrintable(desk.words()));
        QVERIFY2(desk.words().contains(u"nC/cm²"), qPrintable(desk.words()));
        QTRY_VERIFY(desk.session.rheobase());
        QVERIFY(std::abs(desk.session.rheobase()->spike - desk.curve().rheobase) < 1e-3);
    }

    void saysWhatCannotFire()
    {
        Desk desk("passive");
        QTRY_VERIFY(desk.words().contains("no spikes"));
        QVERIFY(desk.view.isSettled() && desk.curve().widths.empty() && !desk.scene().instead.isEmpty());
    }

    void saysWhatFiresByItself()
    {
        Desk desk(squid);
        desk.set("E_K", -60);
        QVERIFY(desk.settle());
        QTRY_VERIFY2(desk.words().contains("by itself"), qPrintable(desk.words()));
        QVERIFY(!desk.scene().instead.isEmpty() && !desk.scene().pulse);
    }

    void aWideMembraneGetsMoreRoom()
    {
        Desk desk(leaky);
        QVERIFY(desk.settle());
        QCOMPARE(desk.scene().across, Range(0.1, 100));
        desk.set("C", 4); // τ = 40 ms
        QVERIFY(desk.settle());
        QTRY_COMPARE(desk.scene().across, Range(0.1, 1000));
    }

    void theNewestOfManyEditsWinsWhileTheOldCurveStays()
    {
        Desk desk(squid);
        QVERIFY(desk.settle());
        const Gesture drag = desk.session.beginGesture();
        for (int i = 0; i < 60; ++i) {
            desk.session.setParameter(*indexOf(desk.session.model().parameters, "g_Na"), 120 + i, drag);
            QCoreApplication::processEvents();
            QVERIFY(!desk.curve().widths.empty() && desk.scene().instead.isEmpty());
        }
        QVERIFY(desk.settle());
        const auto expected = strengthDuration(desk.session.experiment(), std::vector{1.0}).value();
        QTRY_VERIFY(std::abs(desk.scene().thresholdAt(1) - expected.thresholds[0]) < 1e-3 * expected.thresholds[0]);
        QCOMPARE(desk.curve().rheobase, expected.rheobase);
    }

    void anotherModelForgetsTheCurve()
    {
        Desk desk(leaky);
        QVERIFY(desk.settle());
        desk.session.load(defaultExperiment(*findModel(squid)), "another model");
        desk.view.refreshNow();
        QVERIFY(desk.curve().widths.empty() && !desk.scene().instead.isEmpty());
        QVERIFY(desk.settle());
        QVERIFY(desk.curve().rheobase > 2.2);
    }

    void nothingIsComputedWhileHidden()
    {
        Desk desk(squid);
        QVERIFY(desk.settle());
        desk.view.hide();
        desk.set("g_Na", 110);
        StrengthPlot seen(desk.session); // which is computed
        seen.show();
        QTRY_VERIFY_WITH_TIMEOUT(seen.isSettled(), 120'000);
        QVERIFY(!desk.view.isSettled());
        desk.view.show();
        QVERIFY(desk.settle());
        desk.set("g_Na", 100); // hidden in the middle of it
        desk.view.hide();
        desk.view.show();
        QVERIFY(desk.settle());
    }

    void closesWhileComputing()
    {
        Experiment slow = defaultExperiment(*findModel(squid));
        for (const auto& [name, value] : {std::pair("g_Na", 206.6), std::pair("g_K", 0.0), std::pair("E_L", -28.8), std::pair("T", 25.0)})
            slow.parameters[*indexOf(slow.model->parameters, name)] = value; // each of the widths takes long, and none makes it fire
        for (const int frames : {0, 1, 2, 5, 20}) {
            Desk desk(slow);
            QVERIFY(QTest::qWaitForWindowExposed(&desk.view));
            QVERIFY(waitForFrames(frames));
            QVERIFY(!desk.view.isSettled());
        }
    }

    void pointsByMouseAndByKeys()
    {
        Desk desk(leaky);
        QVERIFY(desk.settle());
        const auto& pointed = desk.picture().pointed();
        pointAt(&desk.picture(), desk.picture().pixelAt({1, 20}).toPoint());
        QTRY_VERIFY(pointed && std::abs(pointed->x() - 1) < 0.03);
        QTest::keyClick(&desk.picture(), Qt::Key_Escape);
        QVERIFY(!pointed);
        QTest::keyClick(&desk.picture(), Qt::Key_Right);
        QVERIFY(pointed);
        const double first = pointed->x();
        QTest::keyClick(&desk.picture(), Qt::Key_Left);
        QVERIFY(pointed->x() < first);
        for (int i = 0; i < 200; ++i) QTest::keyClick(&desk.picture(), Qt::Key_Left);
        QCOMPARE(pointed->x(), 0.1);
        QVERIFY(!desk.picture().accessibleName().isEmpty());
        QTRY_COMPARE(desk.picture().accessibleDescription(), desk.words());
    }

    void aClickInjectsAPulse()
    {
        Desk desk(leaky);
        QVERIFY(desk.settle());
        const Experiment before = desk.session.experiment();
        QTest::mouseClick(&desk.picture(), Qt::LeftButton, {}, desk.picture().pixelAt({1, 40}).toPoint());
        QCOMPARE(desk.session.experiment().stimulus[0].shape->id, std::string_view("step"));
        QVERIFY(std::abs(desk.value(1) - desk.value(0) - 1) < 0.05 && std::abs(desk.value(2) - 40) < 2);
        QTRY_VERIFY(desk.scene().pulse && desk.scene().pulse->y() == desk.value(2));
        QTRY_VERIFY2(desk.words().contains(u"× threshold"), qPrintable(desk.words()));
        QTRY_COMPARE(desk.session.trace().spikes().size(), std::size_t{1});
        QCOMPARE(desk.session.undoStack().index(), 1);
        QVERIFY2(desk.session.undoStack().undoText().startsWith("Inject a pulse of"), qPrintable(desk.session.undoStack().undoText()));
        desk.session.undoStack().undo();
        QVERIFY(desk.session.experiment() == before);
    }

    void theThresholdIsEnoughAndLessIsNot()
    {
        for (const char* model : {leaky, squid}) {
            Desk desk(model);
            QVERIFY(desk.settle());
            desk.picture().setFocus();
            QTest::keyClick(&desk.picture(), Qt::Key_Right);
            QTest::keyClick(&desk.picture(), Qt::Key_Return);
            const double width = desk.value(1) - desk.value(0);
            const auto expected = strengthDuration(desk.session.experiment(), std::vector{width}).value();
            QVERIFY(desk.value(2) >= expected.thresholds[0] * (1 - 1e-4) && desk.value(2) < 1.003 * expected.thresholds[0]);
            Experiment one = desk.session.experiment();
            one.stimulus[0].values[2] *= 1.002;
            desk.session.load(one, "a little more");
            desk.session.advanceBy(100);
            QTRY_COMPARE(desk.session.trace().spikes().size(), std::size_t{1});
            one.stimulus[0].values[2] *= 0.98;
            desk.session.load(one, "less");
            desk.session.advanceBy(100);
            QTRY_VERIFY(!desk.session.trace().empty() && desk.session.trace().latestTime() > 99 && !desk.session.status().running);
            QTRY_COMPARE(desk.session.trace().spikes().size(), std::size_t{0});
        }
    }

    void isExported()
    {
        Desk desk(leaky);
        QVERIFY(desk.settle());
        QTemporaryDir folder;
        QString error;
        QVERIFY2(saveFigure(folder.filePath("s.svg"), desk.view.figure(), {}, {}, &error), qPrintable(error));
        QVERIFY2(saveTable(folder.filePath("s.csv"), desk.view.table(), desk.session.experiment(), &error), qPrintable(error));
        QFile svg(folder.filePath("s.svg")), csv(folder.filePath("s.csv"));
        QVERIFY(svg.open(QIODevice::ReadOnly) && csv.open(QIODevice::ReadOnly));
        QVERIFY(QString::fromUtf8(svg.readAll()).contains(u"chronaxie 5.55\u202fms"));
        const QByteArray table = csv.readAll();
        QVERIFY2(table.contains("\nwidth_ms,threshold_nA,charge_pC,lapicque_nA\n0.1,161.0"), table.right(20'000).left(3000));
        desk.session.load(defaultExperiment(*findModel(squid)), "another model");
        QVERIFY(desk.settle());
        const auto lines = desk.view.table().trimmed().split('\n');
        QCOMPARE(lines.size(), 98);
        QVERIFY2(lines[0].startsWith("width_ms,threshold_uA_per_cm2,charge_nC_per_cm2"), lines[0]);
    }
};

QTEST_MAIN(TestStrengthPlot)
#include "tst_strength_plot.moc"
