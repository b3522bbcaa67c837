// SPDX-License-Identifier: GPL-3.0-or-later
// A robot user in front of the frequency response.
#include "export.h"
#include "frequency_plot.h"
#include "pointer.h"
#include "view_desk.h"

#include <QFile>
#include <QLabel>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <numbers>

using namespace rheobase;

namespace {

Experiment experimentOf(const char* model, const char* shape, std::vector<double> values)
{
    Experiment experiment = defaultExperiment(*findModel(model));
    experiment.stimulus = {component(*stimulusShape(shape), experiment.model->input)};
    experiment.stimulus[0].values = std::move(values);
    return experiment;
}

/// A frequency response alone in a window.
struct Desk : ViewDesk<FrequencyPlot> {
    explicit Desk(const Experiment& experiment) : ViewDesk(experiment, {420, 560})
    {
        session.setSpeed(INFINITY);
        view.refreshNow();
    }
    Desk(const char* model, double I) : Desk(experimentOf(model, "constant", {I})) {}
    const FrequencyScene& scene() const { return view.scene(); }
    QString words() const { return find<QLabel>("words")->text().replace(QChar(0x202f), u' '); }
    const FrequencyMark* mark(const char* name) const
    {
        const auto it = std::ranges::find_if(scene().marks, [name](auto& mark) { return mark.label.startsWith(QLatin1String(name)); });
        return it == scene().marks.end() ? nullptr : &*it;
    }
};

}

class TestFrequencyPlot : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("RheobaseTests");
        QCoreApplication::setApplicationName("tst_frequency_plot");
        QSettings().clear();
    }

    void aMembraneFollowsItsFormula()
    {
        Desk desk("leaky-integrate-and-fire", 1.2);
        QCOMPARE(desk.scene().membrane.size(), desk.scene().response.size());
        for (const Response& at : desk.scene().response) {
            const double expected = 10 / std::hypot(1, 2 * std::numbers::pi * at.frequency * 0.008); // R = 10 MΩ, τ = 8 ms
            QVERIFY(std::abs(std::abs(at.impedance) - expected) < 1e-9);
        }
        QVERIFY(desk.mark("cut-off") && !desk.mark("resonance"));
        QVERIFY(std::abs(desk.mark("cut-off")->at.frequency - 1000 / (2 * std::numbers::pi * 8)) < 1e-6);
        QVERIFY(desk.view.magnitude().title().contains("MΩ"));
        QVERIFY(desk.words().contains("19.9 Hz"));
    }

    void squidAxonResonates()
    {
        Desk desk("hodgkin-huxley", 0);
        QVERIFY(desk.scene().membrane.empty());
        QVERIFY(desk.mark("resonance"));
        QVERIFY(std::abs(desk.mark("resonance")->at.frequency - 66.7) < 0.1);
        QVERIFY(desk.view.magnitude().title().contains("kΩ·cm²"));
        QVERIFY(desk.words().contains("Resonance 66.7 Hz"));
    }

    void movesWithTheParameters()
    {
        Desk desk("leaky-integrate-and-fire", 1.2);
        const double before = desk.mark("cut-off")->at.frequency;
        QVERIFY(desk.session.setParameter(*indexOf(desk.session.model().parameters, "C"), 1.6).empty());
        QTRY_VERIFY(std::abs(desk.mark("cut-off")->at.frequency - before / 2) < 1e-6);
        desk.session.undoStack().undo();
        QTRY_VERIFY(std::abs(desk.mark("cut-off")->at.frequency - before) < 1e-6);
    }

    void saysWhereItDoesNotRest()
    {
        Desk desk("leaky-integrate-and-fire", 2.4);
        QVERIFY(!desk.scene().response.empty()); // around rest without current
        QVERIFY(desk.words().contains("2.4 nA it does not rest"));
    }

    void aSineIsMeasured()
    {
        const auto& shape = *stimulusShape("sine");
        Experiment experiment = defaultExperiment(*findModel("leaky-integrate-and-fire"));
        experiment.stimulus = {component(shape, experiment.model->input)};
        const auto set = [&](const char* name, double value) { experiment.stimulus[0].values[*indexOf(shape.values, name)] = value; };
        set("start", 0);
        set("end", 1e4);
        set("amplitude", 0.5);
        set("frequency", 20);
        set("offset", 0);
        Desk desk(experiment);
        desk.session.advanceBy(400);
        QTRY_VERIFY(desk.scene().measured);
        QTRY_VERIFY(!desk.session.status().running && desk.session.trace().latestTime() > 399);
        desk.view.refreshNow();
        const double expected = 10 / std::hypot(1, 2 * std::numbers::pi * 20 * 0.008);
        QVERIFY(std::abs(std::abs(desk.scene().measured->impedance) - expected) < 0.01 * expected);
        QVERIFY(desk.words().contains("Measured at 20 Hz"));
    }

    void pointsByMouseAndByKeys()
    {
        Desk desk("hodgkin-huxley", 0);
        QVERIFY(QTest::qWaitForWindowExposed(&desk.view));
        auto& magnitude = desk.view.magnitude();
        const auto& pointed = magnitude.pointed();
        const Response& peak = desk.mark("resonance")->at;
        pointAt(&magnitude, magnitude.pixelAt(magnitude.place(peak)).toPoint());
        QTRY_VERIFY(pointed && std::abs(pointed->x() / peak.frequency - 1) < 0.05);
        QTest::keyClick(&magnitude, Qt::Key_Escape);
        QVERIFY(!pointed);
        QTest::keyClick(&magnitude, Qt::Key_Right);
        QVERIFY(pointed);
        const double first = pointed->x();
        QTest::keyClick(&magnitude, Qt::Key_Left);
        QVERIFY(pointed->x() < first);
        for (FrequencyPicture* picture : {&magnitude, &desk.view.phase()})
            QVERIFY(!picture->accessibleName().isEmpty() && !picture->accessibleDescription().isEmpty());
    }

    void isExported()
    {
        Desk desk("hodgkin-huxley", 0);
        QTemporaryDir folder;
        QString error;
        QVERIFY2(saveFigure(folder.filePath("Z.svg"), desk.view.figure(), {}, {}, &error), qPrintable(error));
        QVERIFY2(saveTable(folder.filePath("Z.csv"), desk.view.table(), desk.session.experiment(), &error), qPrintable(error));
        QFile svg(folder.filePath("Z.svg")), csv(folder.filePath("Z.csv"));
        QVERIFY(svg.open(QIODevice::ReadOnly) && csv.open(QIODevice::ReadOnly));
        QVERIFY(svg.readAll().contains("resonance 66.7"));
        const QByteArray table = csv.readAll();
        QVERIFY2(table.contains("\nfrequency_Hz,Z_") && table.contains("\n0.1,"), table.left(2000));
        QVERIFY(table.count('\n') > 300);
    }
};

QTEST_MAIN(TestFrequencyPlot)
#include "tst_frequency_plot.moc"
