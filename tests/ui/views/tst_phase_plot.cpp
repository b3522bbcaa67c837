// SPDX-License-Identifier: GPL-3.0-or-later
// A robot user in front of the phase plane.
#include "export.h"
#include "phase_picture.h"
#include "phase_plot.h"
#include "pointer.h"
#include "view_desk.h"

#include <QBuffer>
#include <QComboBox>
#include <QLabel>
#include <QPainter>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSvgGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <numbers>

using namespace rheobase;

namespace {

Experiment experimentOf(const char* model, double I)
{
    Experiment experiment = defaultExperiment(*findModel(model));
    experiment.stimulus = {component(*stimulusShape("constant"), experiment.model->input)};
    experiment.stimulus[0].values[0] = I;
    return experiment;
}

/// A phase plane alone in a window, its neuron at a moment.
struct Desk : ViewDesk<PhasePlot> {
    Desk(const char* model, double I) : ViewDesk(experimentOf(model, I), {420, 520}) { session.setSpeed(INFINITY); }
    PhasePicture& picture() { return view.picture(); }
    const PhaseScene& scene() { return picture().scene(); }
    double potential() const { return trace().empty() ? NAN : trace().latest(2); }
    QPoint at(double x, double y) { return picture().pixelAt({x, y}).toPoint(); }
};

/// How far a line passes from a point, in parts of the axes.
double distance(const PhaseScene& scene, const std::vector<Polyline>& lines, QPointF point)
{
    const double x = scene.across.second - scene.across.first, y = scene.up.second - scene.up.first;
    double least = INFINITY;
    for (const Polyline& line : lines)
        for (const QPointF& p : line) least = std::min(least, std::hypot((p.x() - point.x()) / x, (p.y() - point.y()) / y));
    return least;
}

}

class TestPhasePlot : public QObject {
    Q_OBJECT

private slots:
    /// In a figure of one column at 600 dpi no corner of the trajectory stands out by a quarter of a pixel.
    void inFiguresTheTrailHasNoCorners()
    {
        Desk desk("hodgkin-huxley", 10);
        desk.session.setSpeed(100); // every 0.05 ms
        QVERIFY(desk.live(100));
        PhaseScene scene;
        scene.model = desk.scene().model;
        scene.choice = desk.scene().choice;
        scene.across = {-100, 60};
        scene.up = {0, 1};
        scene.trail = desk.scene().trail;
        QVERIFY(scene.trail.size() > 300);
        constexpr double grain = 16, pixel = grain * 72 / 600;
        QBuffer buffer;
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        QPainter painter(&generator);
        const PlotStyle style{.em = int(8 * grain), .lineWidth = 0.75 * grain, .hairline = 0.375 * grain, .labelsBeside = true};
        figureOf<PhasePicture>(desk.session.experiment(), scene).draw(painter, (QSizeF(85, 55) / 25.4 * 72 * grain).toSize(), style);
        painter.end();
        static const QRegularExpression path("<path[^>]*d=\"([^\"]*)\""), point("([ML])(-?[0-9.]+),(-?[0-9.]+)");
        double sharpest = 0;
        qsizetype points = 0;
        const QString svg = QString::fromUtf8(buffer.data());
        for (auto paths = path.globalMatch(svg); paths.hasNext();) {
            QPolygonF line;
            for (auto found = point.globalMatch(paths.next().captured(1)); found.hasNext();) {
                const auto p = found.next();
                line << QPointF(p.captured(2).toDouble(), p.captured(3).toDouble());
            }
            if (line.isClosed()) continue; // a frame
            points += line.size();
            for (qsizetype i = 2; i < line.size(); ++i) {
                const QLineF before(line[i - 2], line[i - 1]), after(line[i - 1], line[i]);
                const double turn = std::abs(std::remainder(before.angleTo(after), 360)) * std::numbers::pi / 180;
                sharpest = std::max(sharpest, std::min(before.length(), after.length()) * turn / 4);
            }
        }
        QVERIFY2(points > 100, qPrintable(QString::number(points)));
        QVERIFY2(sharpest < 0.25 * pixel, qPrintable(QString::number(sharpest / pixel)));
    }

    void aMembraneIsALineThroughItsFixedPoint()
    {
        Desk desk("leaky-integrate-and-fire", 1.2);
        QVERIFY(desk.live(200));
        const PhaseScene& scene = desk.scene();
        QVERIFY(!scene.choice.up);
        QCOMPARE(scene.marks.size(), std::size_t(1));
        QVERIFY(scene.marks[0].stability == Stability::stableNode && !scene.marks[0].isVirtual);
        QVERIFY(std::abs(scene.marks[0].at.x() + 58) < 1e-9); // E_L + R·I
        QVERIFY(std::abs(scene.trail.back().at.x() + 58) < 0.1);
        for (const QPointF& p : scene.upNullcline.at(0)) QVERIFY(std::abs(p.y() + (p.x() + 58) / 8) < 1e-9); // −(V − V∞)/τ
        QVERIFY(desk.find<QLabel>("words")->text().contains("stable node"));
        QVERIFY(!desk.find<QComboBox>("up")->isVisible());
    }

    void aJumpingModelShowsThresholdResetAndWhereItWouldRest()
    {
        Desk desk("leaky-integrate-and-fire", 2.4);
        QVERIFY(desk.live(200));
        QVERIFY(desk.scene().marks.at(0).isVirtual);
        const auto has = [&](double V) { return std::ranges::any_of(desk.scene().lines, [&](auto& line) { return line.value == V; }); };
        QVERIFY(has(-50) && has(-65));
        QVERIFY(std::ranges::any_of(desk.scene().trail, &PhaseStep::jumped));
        for (const PhaseStep& step : desk.scene().trail) QVERIFY(std::abs(step.at.y()) < 4); // no rate across a jump
    }

    void squidAxonHasNullclinesThroughItsFixedPoint()
    {
        Desk desk("hodgkin-huxley", 5);
        QVERIFY(desk.live(400)); // at rest, the states that are not shown are those of the fixed point
        const PhaseScene& scene = desk.scene();
        QCOMPARE(scene.choice.up, std::optional<std::size_t>(3));
        QCOMPARE(scene.marks.size(), std::size_t(1));
        QVERIFY(scene.marks[0].stability == Stability::stableFocus);
        QVERIFY(distance(scene, scene.acrossNullcline, scene.marks[0].at) < 0.02);
        QVERIFY(distance(scene, scene.upNullcline, scene.marks[0].at) < 0.02);
        QVERIFY(scene.note.contains("m, h"));
        QVERIFY(desk.find<QLabel>("words")->text().contains("9.775"));
        Experiment firing = desk.session.experiment();
        firing.stimulus[0].values[0] = 10;
        QVERIFY(desk.session.edit(firing).empty());
        QTRY_VERIFY(!desk.session.status().running);
        QVERIFY(desk.live(100));
        QVERIFY(!isStable(desk.scene().marks.at(0).stability));
        double highest = -100;
        for (const PhaseStep& step : desk.scene().trail) highest = std::max(highest, step.at.x());
        QVERIFY(highest > 20); // a whole loop
        QCOMPARE(desk.scene().trail.back().age, 0.0);
        QVERIFY(desk.scene().trail.front().age <= 1);
    }

    void axesAreChosenAmongTheStates()
    {
        Desk desk("hodgkin-huxley", 10);
        QVERIFY(desk.live(50));
        auto *up = desk.find<QComboBox>("up"), *across = desk.find<QComboBox>("across"), *rest = desk.find<QComboBox>("rest");
        QCOMPARE(up->count(), 5); // and dV/dt
        QCOMPARE(across->count(), 4);
        choose(up, 1);
        QCOMPARE(desk.view.choice().up, std::optional<std::size_t>(1));
        choose(rest, 1);
        QVERIFY(desk.view.choice().rest == Rest::followsPotential);
        choose(across, 1); // the other axis makes way
        QCOMPARE(desk.view.choice().across, std::size_t(1));
        QCOMPARE(desk.view.choice().up, std::optional<std::size_t>(0));
        choose(up, 4);
        QVERIFY(!desk.view.choice().up && desk.view.choice().across == 0);
        desk.view.refreshNow();
        QVERIFY(desk.scene().acrossNullcline.empty() && desk.scene().upNullcline.size() == 1);
        QVERIFY(!up->accessibleName().isEmpty() && !across->accessibleName().isEmpty() && !rest->accessibleName().isEmpty());
    }

    void aClickSetsTheState()
    {
        Desk desk("hodgkin-huxley", 5);
        QVERIFY(desk.live(30));
        QTest::mouseClick(&desk.picture(), Qt::LeftButton, {}, desk.at(0, 0.3));
        QTRY_VERIFY(std::abs(desk.potential()) < 0.5);
        QVERIFY(std::abs(desk.session.trace().latest(5) - 0.3) < 0.01);
        QTRY_COMPARE(desk.session.changes().size(), std::size_t(1));
        QCOMPARE(desk.session.undoStack().count(), 0); // a command to the run
        QTRY_VERIFY(std::abs(desk.scene().trail.back().at.x()) < 0.5);
        QVERIFY(desk.scene().trail.back().jumped);
    }

    /// A lesson may keep the state and what the analysis knows to itself.
    void aLessonLocksTheStateAndHidesBifurcations()
    {
        Desk desk("hodgkin-huxley", 5);
        QVERIFY(desk.live(30));
        const auto words = [&] { return desk.view.findChild<QLabel*>("words")->text(); };
        QTRY_VERIFY(words().contains("Hopf"));
        QVERIFY(desk.picture().accessibleDescription().contains("Hopf"));
        desk.session.setVeil({.hidden = {"bifurcations"}, .locks = [](std::string_view name) { return name == "state"; }});
        QTRY_VERIFY(!words().contains("Hopf") && words().contains("Fixed point"));
        QVERIFY(!desk.picture().accessibleDescription().contains("Hopf"));
        QSignalSpy remarked(&desk.session, &Session::remarked);
        QTest::mouseClick(&desk.picture(), Qt::LeftButton, {}, desk.at(0, 0.3));
        QTRY_COMPARE(remarked.size(), 1);
        QCOMPARE(remarked[0][0].toString(), "state is locked in this step.");
        desk.picture().setFocus();
        for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Return}) QTest::keyClick(&desk.picture(), key);
        QTRY_COMPARE(remarked.size(), 2);
        desk.session.setVeil({});
        QTest::mouseClick(&desk.picture(), Qt::LeftButton, {}, desk.at(0, 0.3));
        QTRY_COMPARE(desk.session.changes().size(), std::size_t(1)); // the only one that came through
        QTRY_VERIFY(words().contains("Hopf"));
    }

    void keysPointAndChoose()
    {
        Desk desk("leaky-integrate-and-fire", 1.2);
        QVERIFY(desk.live(200));
        desk.picture().setFocus();
        for (int i = 0; i < 5; ++i) QTest::keyClick(&desk.picture(), Qt::Key_Left);
        QVERIFY(desk.picture().pointed());
        const double aim = desk.picture().pointed()->x();
        QVERIFY(aim < -58.5);
        QTest::keyClick(&desk.picture(), Qt::Key_Return);
        QTRY_VERIFY(std::abs(desk.potential() - aim) < 1e-9);
        QTest::keyClick(&desk.picture(), Qt::Key_Escape);
        QVERIFY(!desk.picture().pointed());
        QVERIFY(!desk.picture().accessibleName().isEmpty() && !desk.picture().accessibleDescription().isEmpty());
    }

    void restsWhileNobodySeesIt()
    {
        Desk desk("leaky-integrate-and-fire", 2.4);
        QVERIFY(desk.live(30));
        desk.view.hide();
        const double before = desk.scene().trail.back().at.x();
        QVERIFY(desk.live(7.3));
        QCoreApplication::processEvents();
        QCOMPARE(desk.scene().trail.back().at.x(), before);
        desk.view.show();
        QTRY_VERIFY(desk.scene().trail.back().at.x() != before);
    }

    void followsTheModel()
    {
        Desk desk("hodgkin-huxley", 5);
        QVERIFY(desk.live(30));
        desk.session.load(experimentOf("passive", 1), "other");
        QTRY_VERIFY(desk.scene().model == findModel("passive"));
        QVERIFY(!desk.view.choice().up);
        QVERIFY(desk.live(100));
        QCOMPARE(desk.scene().marks.size(), std::size_t(1));
    }

    void isExported()
    {
        Desk desk("hodgkin-huxley", 10);
        QVERIFY(desk.live(60));
        QTemporaryDir folder;
        QString error;
        for (const char* name : {"plane.svg", "plane.png", "plane.pdf"})
            QVERIFY2(saveFigure(folder.filePath(name), desk.view.figure(), {}, {}, &error), qPrintable(error));
        QVERIFY2(saveTable(folder.filePath("plane.csv"), desk.view.table(), desk.session.experiment(), &error), qPrintable(error));
        QFile svg(folder.filePath("plane.svg")), csv(folder.filePath("plane.csv"));
        QVERIFY(svg.open(QIODevice::ReadOnly) && csv.open(QIODevice::ReadOnly));
        QVERIFY(svg.readAll().contains("saddle-focus"));
        const QByteArray table = csv.readAll();
        for (const char* series : {"\nseries,part,V_mV,n\n", "\ntrajectory,", "\nV nullcline,", "\nn nullcline,", "\nsaddle-focus,0,"})
            QVERIFY2(table.contains(series), series);
    }
};

QTEST_MAIN(TestPhasePlot)
#include "tst_phase_plot.moc"
