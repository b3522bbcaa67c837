// SPDX-License-Identifier: GPL-3.0-or-later
// A robot user in front of the plots of a clamped membrane.
#include "clamp_stage.h"
#include "export.h"
#include "view_desk.h"
#include "words.h"

#include <QComboBox>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

#include <cmath>

using namespace rheobase;

namespace {

Experiment clamped(std::string_view model)
{
    Experiment e = defaultExperiment(*findModel(model));
    e.mode = Mode::voltageClamp;
    return e;
}

struct Desk : ViewDesk<ClampStage> {
    explicit Desk(std::string_view model = "hodgkin-huxley", QSize size = {800, 760}) : ViewDesk(clamped(model), size)
    {
        [[maybe_unused]] const bool isUp = QTest::qWaitForWindowExposed(&view);
        settle();
    }
    const VoltageClamp& clamp() const { return session.experiment().clamp; }
    double chosen() const { return clamp().steps[clamp().chosen]; }
    QPoint at(ClampPicture& picture, double t, double value) const { return picture.pixelAt({t, value}).toPoint(); }
};

}

class TestClampStage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("RheobaseTests");
        QCoreApplication::setApplicationName("tst_clamp_stage");
        QSettings().clear();
    }

    void showsAFamily()
    {
        Desk desk;
        QCOMPARE(desk.view.scene().rows.size(), 2u + 3u);
        for (const ClampCurves& row : desk.view.scene().rows) QCOMPARE(row.sweeps.size(), 11u);
        const ClampCurves &total = desk.view.scene().rows[1], &sodium = desk.view.scene().rows[2];
        QVERIFY(total.peak && std::abs(total.peak->y() + 1272) < 2 && std::abs(total.peak->x() - 5 - 0.57) < 0.01);
        QVERIFY(sodium.peak && std::abs(sodium.peak->y() + 1457) < 2 && std::abs(sodium.peak->x() - 5 - 0.62) < 0.01);
        QCOMPARE(desk.view.currents().size(), 2u);
        QVERIFY(desk.view.words().contains("Step 5 of 11"));
        QCOMPARE(desk.view.command().accessibleDescription(), desk.view.words());
        QVERIFY(desk.view.total().title().contains("Membrane current"));
    }

    void theCommandedLineIsDragged()
    {
        Desk desk;
        ClampPicture& command = desk.view.command();
        const QPoint ring = command.ring().toPoint();
        desk.drag(command, ring, {ring.x(), desk.at(command, 0, 37).y()});
        QVERIFY2(std::abs(desk.chosen() - 37) <= 2, qPrintable(QString::number(desk.chosen())));
        QCOMPARE(desk.session.undoStack().count(), 1);
        QVERIFY2(desk.session.undoStack().undoText().contains("test potential"), qPrintable(desk.session.undoStack().undoText()));
        QVERIFY(std::abs(desk.view.scene().rows[2].peak->y() + 1457) > 100); // all follows
        desk.session.undoStack().undo();
        QCOMPARE(desk.chosen(), 0.0);
    }

    void soIsItsNumber()
    {
        Desk desk;
        ClampPicture& command = desk.view.command();
        const QPoint number = command.numberPlace().center().toPoint();
        desk.drag(command, number, number + QPoint(0, desk.at(command, 0, -20).y() - desk.at(command, 0, 0).y()));
        QVERIFY2(std::abs(desk.chosen() + 20) <= 2, qPrintable(QString::number(desk.chosen())));
    }

    void soIsTheHoldingPotential()
    {
        Desk desk;
        ClampPicture& command = desk.view.command();
        const QPoint words = command.holdingPlace().center().toPoint();
        desk.drag(command, words, words + QPoint(0, desk.at(command, 0, -45).y() - desk.at(command, 0, -65).y()));
        QVERIFY2(std::abs(desk.clamp().hold + 45) <= 2, qPrintable(QString::number(desk.clamp().hold)));
        QVERIFY(desk.session.undoStack().undoText().contains("holding"));
    }

    void aClickChoosesAStep()
    {
        Desk desk;
        ClampPicture& total = desk.view.total();
        const QPolygonF& highest = desk.view.scene().rows[1].sweeps[10];
        QTest::mouseClick(&total, Qt::LeftButton, {}, total.pixelAt(highest[highest.size() / 2]).toPoint());
        QCOMPARE(desk.clamp().chosen, 10u);
        QTest::mouseClick(&desk.view.command(), Qt::LeftButton, {}, desk.at(desk.view.command(), 10, -40));
        QCOMPARE(desk.clamp().chosen, 0u);
        QCOMPARE(desk.session.undoStack().count(), 1); // one walk through the steps
    }

    /// A hundredth of the range of V, whatever its unit.
    void arrowsMoveALittle_data()
    {
        QTest::addColumn<QString>("id");
        for (const Model& model : catalogue())
            if (clampRefusal(model).empty()) QTest::newRow(model.id.data()) << fromView(model.id);
    }
    void arrowsMoveALittle()
    {
        QFETCH(QString, id);
        Desk desk(id.toStdString());
        const Quantity& V = desk.session.model().state[0];
        const double before = desk.chosen();
        QTest::keyClick(&desk.view.command(), Qt::Key_Up, Qt::AltModifier);
        const double moved = desk.chosen() - before;
        QVERIFY2(moved > 0.003 * (V.max - V.min) && moved < 0.02 * (V.max - V.min), qPrintable(QString::number(moved)));
    }

    void arrowsChooseAndMoveAStep()
    {
        Desk desk;
        desk.view.command().setFocus();
        QTest::keyClick(&desk.view.command(), Qt::Key_Up);
        QCOMPARE(desk.chosen(), 10.0);
        QTest::keyClick(&desk.view.command(), Qt::Key_Down);
        QTest::keyClick(&desk.view.command(), Qt::Key_Down);
        QCOMPARE(desk.chosen(), -10.0);
        QTest::keyClick(&desk.view.command(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(desk.chosen(), -9.0);
        QTest::keyClick(&desk.view.command(), Qt::Key_Up, Qt::AltModifier | Qt::ShiftModifier);
        QVERIFY(std::abs(desk.chosen() + 8.9) < 1e-9);
        QVERIFY(desk.settle());
        desk.session.undoStack().undo();
        QCOMPARE(desk.chosen(), -10.0);
        desk.session.undoStack().undo();
        QCOMPARE(desk.chosen(), 0.0);
        QVERIFY(!desk.session.undoStack().canUndo());
    }

    void theChosenStepAlone()
    {
        Desk desk;
        QCOMPARE(desk.view.total().curves().size(), 11u);
        choose(desk.find<QComboBox>("shownSteps"), 1);
        QTRY_COMPARE(desk.view.total().curves().size(), 1u);
    }

    void aNarrowStageShowsOneCurrentByChoice()
    {
        Desk desk("hodgkin-huxley", {420, 700});
        QCOMPARE(desk.view.currents().size(), 1u);
        auto* which = desk.find<QComboBox>("current0");
        QVERIFY(which->isVisible());
        choose(which, 1);
        QTRY_VERIFY(desk.view.currents()[0]->title().contains("Potassium"));
    }

    void everySmoothModelIsClamped_data()
    {
        QTest::addColumn<QString>("id");
        for (const Model& model : catalogue())
            if (clampRefusal(model).empty()) QTest::newRow(model.id.data()) << QString::fromUtf8(model.id.data());
    }
    void everySmoothModelIsClamped()
    {
        QFETCH(QString, id);
        Desk desk(id.toStdString());
        QVERIFY(desk.view.isSettled());
        QVERIFY(desk.view.scene().rows.size() >= 2);
        for (const ClampCurves& row : desk.view.scene().rows) QVERIFY(row.up.first < row.up.second);
        desk.session.load(clamped("hodgkin-huxley"));
        QVERIFY(desk.settle());
        QCOMPARE(desk.view.scene().rows.size(), 5u);
    }

    void isExported()
    {
        Desk desk;
        QTemporaryDir folder;
        QString error;
        QVERIFY2(saveFigure(folder.filePath("clamp.svg"), desk.view.figure(), {}, {}, &error), qPrintable(error));
        QVERIFY2(saveTable(folder.filePath("clamp.csv"), desk.view.table(), desk.session.experiment(), &error), qPrintable(error));
        QFile svg(folder.filePath("clamp.svg")), csv(folder.filePath("clamp.csv"));
        QVERIFY(svg.open(QIODevice::ReadOnly) && csv.open(QIODevice::ReadOnly));
        QVERIFY(svg.readAll().contains("Commanded potential"));
        const QByteArray table = csv.readAll();
        QVERIFY2(table.contains("\nstep,time_ms,V_mV,I_") && table.contains("\n60,"), table.left(3000));
    }
};

QTEST_MAIN(TestClampStage)
#include "tst_clamp_stage.moc"
