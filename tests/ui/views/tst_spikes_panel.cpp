// SPDX-License-Identifier: GPL-3.0-or-later
// A robot user in front of the spikes: what the table says, what is copied and exported, a spike that is chosen.
#include "export.h"
#include "measure_words.h"
#include "pointer.h"
#include "spike_pictures.h"
#include "spikes_panel.h"
#include "steady_rate.h"
#include "view_desk.h"
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

/// The panel alone in a window as wide as a dock.
struct Desk : ViewDesk<SpikesPanel> {
    explicit Desk(const char* model) : ViewDesk(model, {372, 720}) { session.setSpeed(100); }
    QTableView& table() { return *view.findChild<QTableView*>("spikeTable"); }
    int rows() { return table().model()->rowCount(); }
    QString said(int row, int column) { return table().model()->index(row, column).data().toString(); }
    double number(int row, int column) { return QLocale().toDouble(said(row, column)); }
    QString heading(int column, int role = Qt::DisplayRole) { return table().model()->headerData(column, Qt::Horizontal, role).toString(); }
    QString summary(const char* id) { return find<QLabel>(id)->text(); }
    void clickRow(int row)
    {
        table().scrollTo(table().model()->index(row, 0));
        QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, table().visualRect(table().model()->index(row, 1)).center());
    }
};

std::size_t total(const IntervalHistogram& histogram)
{
    return std::accumulate(histogram.counts.begin(), histogram.counts.end(), histogram.beyond);
}

}

class TestSpikesPanel : public QObject {
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
        QVERIFY(desk.live(500));
        const double rate = *steadyRate(desk.session.model(), desk.session.model().defaults(), desk.session.model().input.value);
        QCOMPARE(desk.table().model()->columnCount(), 4); // a jump has no shape
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
            QCOMPARE(desk.view.findChild<QLabel*>(name)->toolTip(), definitionOf(id));
        }
        QCOMPARE(total(desk.view.findChild<IntervalPicture*>()->histogram()), std::size_t(last));
    }

    void shapesOfTheSquidAxon()
    {
        Desk desk(squid);
        QVERIFY(desk.live(100));
        QCOMPARE(desk.table().model()->columnCount(), 8);
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
        QVERIFY(desk.live(30));
        for (int column = 2; column < 8; ++column) {
            QVERIFY2(desk.heading(column, Qt::ToolTipRole).contains("eFEL: "), qPrintable(desk.heading(column)));
            QVERIFY(desk.heading(column).contains(u'\n'));
        }
        for (const char* id : {"count", "meanRate", "variation", "adaptation"})
            QVERIFY(desk.view.findChild<QLabel*>(id)->toolTip().contains("eFEL: "));
    }

    void shapesStayAsMeasuredWhilePaused()
    {
        Desk desk(squid);
        QVERIFY(desk.live(60));
        const QString before = desk.said(1, 4);
        QVERIFY(desk.live(60));
        QCOMPARE(desk.said(1, 4), before);
    }

    void theNewestSpikeIsVisibleUnlessOneLooksAtOthers()
    {
        Desk desk(leaky);
        QVERIFY(desk.live(1000));
        QScrollBar* bar = desk.table().verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0 && bar->value() == bar->maximum());
        const int before = bar->maximum();
        QVERIFY(desk.live(300));
        QTRY_VERIFY(bar->maximum() > before && bar->value() == bar->maximum());
        desk.clickRow(3);
        QTRY_VERIFY(bar->value() < bar->maximum());
        const int place = bar->value();
        QVERIFY(desk.live(300));
        QCOMPARE(bar->value(), place);
    }

    void aClickChoosesASpike()
    {
        Desk desk(leaky);
        QVERIFY(desk.live(300));
        QSignalSpy chosen(&desk.view, &SpikesPanel::spikeChosen);
        desk.clickRow(4);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toDouble(), desk.session.trace().spikes()[4]);
        QTest::keyClick(&desk.table(), Qt::Key_Down);
        QTest::keyClick(&desk.table(), Qt::Key_Return);
        QTRY_COMPARE(chosen.size(), 2);
        QCOMPARE(chosen[1][0].toDouble(), desk.session.trace().spikes()[5]);
    }

    void rowsAreCopied()
    {
        Desk desk(squid);
        QVERIFY(desk.live(100));
        desk.view.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&desk.view));
        desk.clickRow(0);
        QTest::keyClick(&desk.table(), Qt::Key_Down, Qt::ShiftModifier);
        desk.table().findChild<QAction*>("copyRows")->trigger(); // as the window does for its shortcut
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
        const QByteArray whole = desk.view.longTable([&](double part) { return parts.push_back(part), true; });
        QVERIFY(parts.size() > 2 && parts.front() == 0 && std::ranges::is_sorted(parts) && parts.back() < 1);
        QCOMPARE(static_cast<std::size_t>(whole.count('\n')), desk.session.trace().spikes().size() + 1);
        QCOMPARE(whole, desk.view.table());
        QVERIFY(desk.view.longTable([](double part) { return part == 0; }).isNull());
    }

    /// Progress lets events through: the run may begin anew, another model may come.
    void aTableEndsWhereItsRunEnds()
    {
        for (const bool restarts : {true, false}) {
            Desk desk(leaky);
            QVERIFY(desk.live(300));
            bool isFirst = true;
            const auto interfere = [&](double) {
                if (std::exchange(isFirst, false) && restarts) {
                    desk.session.restart();
                    return QTest::qWaitFor([&] { return desk.session.trace().spikes().empty(); });
                }
                if (!restarts) desk.session.load(defaultExperiment(*findModel(squid)), "other");
                return true;
            };
            QVERIFY(desk.view.longTable(interfere).isNull());
        }
    }
    void isExported()
    {
        Desk desk(squid);
        QVERIFY(desk.live(100));
        QTemporaryDir folder;
        QString error;
        QVERIFY2(saveFigure(folder.filePath("s.svg"), desk.view.figure(), {}, {}, &error), qPrintable(error));
        QVERIFY2(saveTable(folder.filePath("s.csv"), desk.view.table(), desk.session.experiment(), &error), qPrintable(error));
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
        QVERIFY(desk.live(500));
        QVERIFY(desk.rows() > 10);
        desk.session.restart();
        QTRY_COMPARE(desk.rows(), 0);
        QTRY_COMPARE(desk.summary("count"), QString("0"));
        QCOMPARE(desk.summary("meanRate"), QString("—"));
        QVERIFY(desk.live(100));
        QVERIFY(desk.rows() > 1 && desk.rows() < 11);
    }

    void anotherModelHasItsOwnColumns()
    {
        Desk desk(leaky);
        QVERIFY(desk.live(100));
        desk.session.load(defaultExperiment(*findModel(squid)), "another model");
        QVERIFY(desk.live(60));
        QCOMPARE(desk.table().model()->columnCount(), 8);
        QVERIFY(desk.rows() > 1);
        desk.session.load(defaultExperiment(*findModel("passive")), "no spikes");
        QTRY_VERIFY(desk.view.findChild<QLabel*>("silent")->isVisible());
        QVERIFY(!desk.table().isVisible() && desk.view.isSettled());
        desk.session.undoStack().undo();
        QTRY_VERIFY(desk.table().isVisible());
    }

    void nothingIsDoneWhileHidden()
    {
        Desk desk(leaky);
        QVERIFY(desk.live(100));
        const int before = desk.rows();
        desk.view.hide();
        desk.session.advanceBy(300);
        QTRY_VERIFY(desk.session.trace().spikes().size() > std::size_t(before) + 10);
        SpikesPanel seen(desk.session); // which keeps up
        seen.show();
        QTRY_COMPARE(static_cast<std::size_t>(seen.findChild<QTableView*>("spikeTable")->model()->rowCount()),
                     desk.trace().spikes().size());
        QCOMPARE(desk.rows(), before);
        desk.view.show();
        QVERIFY(desk.settle());
        QVERIFY(desk.rows() > before);
    }

    void fastNeuronsAreFollowed()
    {
        Desk desk(leaky);
        QVERIFY(QTest::qWaitForWindowExposed(&desk.view));
        desk.session.setSpeed(INFINITY);
        desk.session.run();
        QTRY_VERIFY_WITH_TIMEOUT(desk.rows() > 20'000, 300'000);
        desk.session.pause();
        QVERIFY(desk.settle());
        QCOMPARE(total(desk.view.findChild<IntervalPicture*>()->histogram()), desk.session.trace().spikes().size() - 1);
        QVERIFY(desk.table().verticalScrollBar()->value() == desk.table().verticalScrollBar()->maximum());
        QVERIFY(std::abs(desk.number(desk.rows() - 1, 1) - desk.session.trace().spikes().back()) < 0.06);
    }

    void worksFromTheKeyboard()
    {
        Desk desk(leaky);
        QVERIFY(desk.live(100));
        QVERIFY(!desk.table().accessibleName().isEmpty());
        QVERIFY(!desk.view.findChild<IntervalPicture*>()->accessibleDescription().isEmpty());
        desk.table().setFocus();
        QTest::keyClick(&desk.table(), Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(desk.table().currentIndex().row(), 0);
    }
};

QTEST_MAIN(TestSpikesPanel)
#include "tst_spikes_panel.moc"
