// SPDX-License-Identifier: GPL-3.0-or-later
// A robot user in front of the spikes: what the table says, what is copied and exported, a spike that is chosen.
#include "catalogue.h"
#include "export.h"
#include "measure_words.h"
#include "pointer.h"
#include "session.h"
#include "spike_pictures.h"
#include "spikes_panel.h"
#include "steady_rate.h"
#include "words.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <numeric>
#include <utility>

using namespace rheobase;

namespace {

const char *const leaky = "leaky-integrate-and-fire", *const squid = "hodgkin-huxley";

/// The panel alone in a window as wide as a dock, its neuron paused.
struct Desk {
    Session session;
    SpikesPanel panel;

    explicit Desk(const char* model) : session(defaultExperiment(*findModel(model))), panel(session)
    {
        session.setSpeed(100);
        session.pause();
        panel.resize(372, 720);
        panel.show();
    }
    void live(double milliseconds)
    {
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        const double until = session.trace().latestTime() + milliseconds;
        session.advanceBy(milliseconds);
        QTRY_VERIFY_WITH_TIMEOUT(!session.trace().empty() && session.trace().latestTime() >= until - 1, 60'000);
        settle();
    }
    void settle() { QTRY_VERIFY_WITH_TIMEOUT(panel.isSettled() && rows() == static_cast<int>(session.trace().spikes().size()), 60'000); }
    QTableView& view() { return *panel.findChild<QTableView*>("spikeTable"); }
    int rows() { return view().model()->rowCount(); }
    QString said(int row, int column) { return view().model()->index(row, column).data().toString(); }
    double number(int row, int column) { return QLocale().toDouble(said(row, column)); }
    QString heading(int column, int role = Qt::DisplayRole) { return view().model()->headerData(column, Qt::Horizontal, role).toString(); }
    QString summary(const char* id) { return panel.findChild<QLabel*>(id)->text(); }
    void clickRow(int row)
    {
        view().scrollTo(view().model()->index(row, 0));
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, view().visualRect(view().model()->index(row, 1)).center());
    }
};

std::size_t total(const IntervalHistogram& histogram)
{
    return std::accumulate(histogram.counts.begin(), histogram.counts.end(), histogram.beyond);
}

}

class SpikesPanelTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        QCoreApplication::setOrganizationName("RheobaseTests");
        QCoreApplication::setApplicationName("tst_spikes_panel");
        applyLook(*qApp, Look::light);
    }

    void regularFiringOfTheLeakyModel()
    {
        Desk desk(leaky);
        desk.live(500);
        const double rate = *steadyRate(desk.session.model(), desk.session.model().defaults(), desk.session.model().input.value);
        QCOMPARE(desk.view().model()->columnCount(), 4); // a jump has no shape
        const int last = desk.rows() - 1;
        QVERIFY(last > 10);
        QCOMPARE(desk.said(last, 0), QString::number(last + 1));
        QVERIFY(std::abs(desk.number(last, 1) - desk.session.trace().spikes().back()) < 0.06);
        QCOMPARE(desk.said(0, 2), QString("—"));
        QVERIFY(std::abs(desk.number(last, 2) - 1000 / rate) < 0.01 && std::abs(desk.number(last, 3) - rate) < 0.1);
        QTRY_COMPARE(desk.summary("count"), QString::number(last + 1));
        QTRY_COMPARE(desk.summary("variation"), QString("0.000"));
        QCOMPARE(desk.summary("adaptation"), QString("0.000"));
        const MeasuredRun run = measured(desk.session.trace(), desk.session.experiment());
        for (const auto& [name, id] :
             {std::pair("count", "spikes"), {"meanRate", "mean-rate"}, {"variation", "cv"}, {"adaptation", "adaptation"}}) {
            QTRY_COMPARE(desk.summary(name), shown(measure(id).ofRun(run), measure(id), desk.session.model()));
            QCOMPARE(desk.panel.findChild<QLabel*>(name)->toolTip(), definitionOf(id));
        }
        QCOMPARE(total(desk.panel.findChild<IntervalPicture*>()->histogram()), std::size_t(last));
    }

    void shapesOfTheSquidAxon()
    {
        Desk desk(squid);
        desk.live(100);
        QCOMPARE(desk.view().model()->columnCount(), 8);
        for (int row = 1; row < desk.rows() - 1; ++row) {
            QVERIFY2(desk.number(row, 4) > 80 && desk.number(row, 4) < 105, qPrintable(desk.said(row, 4)));
            QVERIFY2(desk.number(row, 5) > 0.8 && desk.number(row, 5) < 2, qPrintable(desk.said(row, 5)));
            QVERIFY2(desk.number(row, 6) > 5 && desk.number(row, 6) < 30, qPrintable(desk.said(row, 6)));
            QVERIFY2(desk.number(row, 7) > 100 && desk.number(row, 7) < 500, qPrintable(desk.said(row, 7)));
        }
    }

    void definitionsAreCited()
    {
        Desk desk(squid);
        desk.live(30);
        for (int column = 2; column < 8; ++column) {
            QVERIFY2(desk.heading(column, Qt::ToolTipRole).contains("eFEL: "), qPrintable(desk.heading(column)));
            QVERIFY(desk.heading(column).contains(u'\n'));
        }
        for (const char* id : {"count", "meanRate", "variation", "adaptation"})
            QVERIFY(desk.panel.findChild<QLabel*>(id)->toolTip().contains("eFEL: "));
    }

    void shapesStayAsMeasuredWhilePaused()
    {
        Desk desk(squid);
        desk.live(60);
        const QString before = desk.said(1, 4);
        desk.live(60);
        QCOMPARE(desk.said(1, 4), before);
    }

    void theNewestSpikeIsVisibleUnlessOneLooksAtOthers()
    {
        Desk desk(leaky);
        desk.live(1000);
        QScrollBar* bar = desk.view().verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0 && bar->value() == bar->maximum());
        const int before = bar->maximum();
        desk.live(300);
        QTRY_VERIFY(bar->maximum() > before && bar->value() == bar->maximum());
        desk.clickRow(3);
        QTRY_VERIFY(bar->value() < bar->maximum());
        const int place = bar->value();
        desk.live(300);
        QCOMPARE(bar->value(), place);
    }

    void aClickChoosesASpike()
    {
        Desk desk(leaky);
        desk.live(300);
        QSignalSpy chosen(&desk.panel, &SpikesPanel::spikeChosen);
        desk.clickRow(4);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toDouble(), desk.session.trace().spikes()[4]);
        QTest::keyClick(&desk.view(), Qt::Key_Down);
        QTest::keyClick(&desk.view(), Qt::Key_Return);
        QTRY_COMPARE(chosen.size(), 2);
        QCOMPARE(chosen[1][0].toDouble(), desk.session.trace().spikes()[5]);
    }

    void rowsAreCopied()
    {
        Desk desk(squid);
        desk.live(100);
        desk.panel.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&desk.panel));
        desk.clickRow(0);
        QTest::keyClick(&desk.view(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&desk.view(), Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[1].split(u'\t').size(), 8);
        QCOMPARE(lines[0].split(u'\t')[0], QString("1"));
        QVERIFY(lines[0].split(u'\t')[2].isEmpty());
        QVERIFY(std::abs(lines[1].split(u'\t')[1].toDouble() - desk.session.trace().spikes()[1]) < 1e-4);
        QVERIFY(std::abs(lines[1].split(u'\t')[4].toDouble() - desk.number(1, 4)) < 0.1);
    }

    /// A long table tells how far it is, and can be given up.
    void aLongTableCanBeGivenUp()
    {
        Desk desk(leaky);
        desk.session.setSpeed(INFINITY);
        desk.session.run();
        QTRY_VERIFY_WITH_TIMEOUT(desk.session.trace().spikes().size() > 10'000, 300'000);
        desk.session.pause();
        QTRY_VERIFY_WITH_TIMEOUT(!desk.session.status().running, 60'000);
        std::vector<double> parts;
        const QByteArray whole = desk.panel.longTable([&](double part) { return parts.push_back(part), true; });
        QVERIFY(parts.size() > 2 && parts.front() == 0 && std::ranges::is_sorted(parts) && parts.back() < 1);
        QCOMPARE(static_cast<std::size_t>(whole.count('\n')), desk.session.trace().spikes().size() + 1);
        QCOMPARE(whole, desk.panel.table());
        QVERIFY(desk.panel.longTable([](double part) { return part == 0; }).isNull());
    }

    /// Progress lets events through: the run may begin anew, another model may come.
    void aTableEndsWhereItsRunEnds()
    {
        for (const bool restarts : {true, false}) {
            Desk desk(leaky);
            desk.live(300);
            bool isFirst = true;
            const auto interfere = [&](double) {
                if (std::exchange(isFirst, false) && restarts) {
                    desk.session.restart();
                    return QTest::qWaitFor([&] { return desk.session.trace().spikes().empty(); });
                }
                if (!restarts) desk.session.load(defaultExperiment(*findModel(squid)), "other");
                return true;
            };
            QVERIFY(desk.panel.longTable(interfere).isNull());
        }
    }
    void isExported()
    {
        Desk desk(squid);
        desk.live(100);
        QTemporaryDir folder;
        QString error;
        QVERIFY2(saveFigure(folder.filePath("s.svg"), desk.panel.figure(), {}, {}, &error), qPrintable(error));
        QVERIFY2(saveTable(folder.filePath("s.csv"), desk.panel.table(), desk.session.experiment(), &error), qPrintable(error));
        QFile svg(folder.filePath("s.svg")), csv(folder.filePath("s.csv"));
        QVERIFY(svg.open(QIODevice::ReadOnly) && csv.open(QIODevice::ReadOnly));
        const QString drawn = QString::fromUtf8(svg.readAll());
        QVERIFY(drawn.contains("Inter-spike intervals") && drawn.contains("Instantaneous firing rate"));
        QList<QByteArray> lines = csv.readAll().trimmed().split('\n');
        lines.erase(std::remove_if(lines.begin(), lines.end(), [](const QByteArray& line) { return line.startsWith('#'); }), lines.end());
        QCOMPARE(lines[0], QByteArray("spike,time_ms,interval_ms,rate_Hz,amplitude_mV,half_width_ms,ahp_depth_mV,upstroke_V_per_s"));
        QCOMPARE(lines.size(), desk.rows() + 1);
        QCOMPARE(lines[2].split(',').size(), 8);
        QCOMPARE(lines[2].split(',')[1].toDouble(), desk.session.trace().spikes()[1]);
        QVERIFY(lines[1].startsWith("1,") && lines[1].contains(",,"));
    }

    void aRestartClears()
    {
        Desk desk(leaky);
        desk.live(500);
        QVERIFY(desk.rows() > 10);
        desk.session.restart();
        QTRY_COMPARE(desk.rows(), 0);
        QTRY_COMPARE(desk.summary("count"), QString("0"));
        QCOMPARE(desk.summary("meanRate"), QString("—"));
        desk.live(100);
        QVERIFY(desk.rows() > 1 && desk.rows() < 11);
    }

    void anotherModelHasItsOwnColumns()
    {
        Desk desk(leaky);
        desk.live(100);
        desk.session.load(defaultExperiment(*findModel(squid)), "another model");
        desk.live(60);
        QCOMPARE(desk.view().model()->columnCount(), 8);
        QVERIFY(desk.rows() > 1);
        desk.session.load(defaultExperiment(*findModel("passive")), "no spikes");
        QTRY_VERIFY(desk.panel.findChild<QLabel*>("silent")->isVisible());
        QVERIFY(!desk.view().isVisible() && desk.panel.isSettled());
        desk.session.undoStack().undo();
        QTRY_VERIFY(desk.view().isVisible());
    }

    void nothingIsDoneWhileHidden()
    {
        Desk desk(leaky);
        desk.live(100);
        const int before = desk.rows();
        desk.panel.hide();
        desk.session.advanceBy(300);
        QTRY_VERIFY(desk.session.trace().spikes().size() > std::size_t(before) + 10);
        QTest::qWait(200);
        QCOMPARE(desk.rows(), before);
        desk.panel.show();
        desk.settle();
        QVERIFY(desk.rows() > before);
    }

    void fastNeuronsAreFollowed()
    {
        Desk desk(leaky);
        QVERIFY(QTest::qWaitForWindowExposed(&desk.panel));
        desk.session.setSpeed(INFINITY);
        desk.session.run();
        QTRY_VERIFY_WITH_TIMEOUT(desk.rows() > 20'000, 300'000);
        desk.session.pause();
        desk.settle();
        QCOMPARE(total(desk.panel.findChild<IntervalPicture*>()->histogram()), desk.session.trace().spikes().size() - 1);
        QVERIFY(desk.view().verticalScrollBar()->value() == desk.view().verticalScrollBar()->maximum());
        QVERIFY(std::abs(desk.number(desk.rows() - 1, 1) - desk.session.trace().spikes().back()) < 0.06);
    }

    void worksFromTheKeyboard()
    {
        Desk desk(leaky);
        desk.live(100);
        QVERIFY(!desk.view().accessibleName().isEmpty());
        QVERIFY(!desk.panel.findChild<IntervalPicture*>()->accessibleDescription().isEmpty());
        desk.view().setFocus();
        QTest::keyClick(&desk.view(), Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(desk.view().currentIndex().row(), 0);
    }
};

QTEST_MAIN(SpikesPanelTest)
#include "tst_spikes_panel.moc"
