// SPDX-License-Identifier: GPL-3.0-or-later
// A robot user in front of what is read off a clamped membrane.
#include "clamp_graphs.h"
#include "export.h"
#include "view_desk.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace rheobase;

namespace {

Experiment clamped(std::string_view model)
{
    Experiment e = defaultExperiment(*findModel(model));
    e.mode = Mode::voltageClamp;
    return e;
}

struct View : ClampGraphs {
    View(Session& session, Compute compute) : ClampGraphs(session, {QStringLiteral("graphs"), compute, true, true}) {}
};
struct CurrentVoltage : View {
    explicit CurrentVoltage(Session& session) : View(session, currentVoltageGraphs) {}
};
struct Tails : View {
    explicit Tails(Session& session) : View(session, tailGraphs) {}
};
struct Recovery : View {
    explicit Recovery(Session& session) : View(session, recoveryGraphs) {}
};

template<class V> struct Desk : ViewDesk<V> {
    explicit Desk(const Experiment& experiment) : ViewDesk<V>(experiment, {420, 700})
    {
        [[maybe_unused]] const bool isUp = QTest::qWaitForWindowExposed(&this->view);
        this->settle();
    }
    explicit Desk(std::string_view model = "hodgkin-huxley") : Desk(clamped(model)) {}

    const ClampGraph::Line* line(std::size_t graph, const char* column) const
    {
        for (const auto& line : this->view.graphs().at(graph).lines)
            if (line.column == column) return &line;
        return nullptr;
    }
    QString readings() const { return this->template find<QLabel>("readings")->text().replace(QChar(0x202f), u' ').remove(QChar(0x2060)); }
};

}

class TestClampGraphs : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("RheobaseTests");
        QCoreApplication::setApplicationName("tst_clamp_graphs");
        QSettings().clear();
    }

    void readsTheFamily()
    {
        Desk<CurrentVoltage> desk;
        QVERIFY(desk.view.isSettled());
        QCOMPARE(desk.view.pictures().size(), 2u);
        const auto *sodium = desk.line(0, "peak_I_Na"), *potassium = desk.line(0, "steady_I_K");
        QVERIFY(sodium && potassium && !desk.line(0, "peak_I_K"));
        QCOMPARE(sodium->dots.size(), 11);
        const double peaks[] = {-416, -1238, -1457, -1115, -425, 462}, after[] = {280, 998, 1890, 2792, 3665, 4507};
        for (int i = 0; i < 6; ++i) {
            QVERIFY2(std::abs(sodium->dots[2 * i].y() - peaks[i]) < 1, qPrintable(QString::number(sodium->dots[2 * i].y())));
            QVERIFY2(std::abs(potassium->dots[2 * i].y() - after[i]) < 1, qPrintable(QString::number(potassium->dots[2 * i].y())));
        }
        QVERIFY(sodium->curve.size() > 150 && std::abs(desk.view.graphs()[0].marks.at(0).at.x() - 50) < 0.1);
        QVERIFY2(desk.readings().contains("−1457") && desk.readings().contains("0.62 ms") && desk.readings().contains("1890"),
                 qPrintable(desk.readings()));
        QTRY_VERIFY(desk.template find<QLabel>("readings")->height() > 40); // there is room for it
        const auto *opens = desk.line(1, "activation"), *left = desk.line(1, "inactivation");
        QVERIFY(opens && left && opens->curve.back().y() == 1 && left->curve.front().y() == 1);
        QVERIFY(!desk.view.pictures()[0]->accessibleName().isEmpty() && desk.view.pictures()[0]->accessibleDescription().contains("1890"));
    }

    void followsTheMembrane()
    {
        Desk<CurrentVoltage> desk;
        const double before = desk.line(0, "peak_I_Na")->dots[4].y();
        Experiment blocked = desk.session.experiment();
        blocked.clamp.blocked[desk.indexOfParameter("g_Na")] = 50;
        QVERIFY(desk.session.edit(blocked).empty());
        QVERIFY(desk.settle());
        QVERIFY(std::abs(desk.line(0, "peak_I_Na")->dots[4].y() - before / 2) < 1e-6 * std::abs(before));
        desk.session.undoStack().undo();
        QVERIFY(desk.settle());
        QCOMPARE(desk.line(0, "peak_I_Na")->dots[4].y(), before);
    }

    void showsTheWhole()
    {
        Desk<CurrentVoltage> desk;
        choose(desk.template find<QComboBox>("whole"), 1);
        QVERIFY(desk.settle());
        const auto* inward = desk.line(0, "inward_I");
        QVERIFY(inward && desk.line(0, "steady_I"));
        QVERIFY(std::abs(inward->dots[4].y() + 1272) < 1);
        choose(desk.template find<QComboBox>("current"), 1);
        QVERIFY(desk.settle());
        QVERIFY(!desk.line(1, "inactivation")); // potassium does not
    }

    void tailsFallAsGatesClose()
    {
        Experiment e = clamped("hodgkin-huxley");
        e.clamp.hasTail = true;
        e.clamp.tailWidth = 40;
        Desk<Tails> desk(e);
        QCOMPARE(desk.view.pictures().size(), 2u);
        const auto* potassium = desk.line(0, "tail_I_K");
        QVERIFY(potassium);
        QVERIFY(std::abs(potassium->dots.back().y() / (36 * (-65 + 77.0)) - 0.9) < 0.1); // n⁴ after 20 ms at 60 mV
        const auto* fall = desk.line(1, "tail_fall_I_K");
        QVERIFY(fall && fall->dots.back().y() > 1 && fall->dots.back().y() < 4);
    }

    void recovers()
    {
        Desk<Recovery> desk;
        const auto* found = desk.line(0, "recovery");
        QVERIFY(found && found->curve.front().y() < 0.2 && std::abs(found->curve.back().y() - 1) < 1e-3);
        QVERIFY2(desk.readings().contains("Half"), qPrintable(desk.readings()));
    }

    void everySmoothModelIsRead_data()
    {
        QTest::addColumn<QString>("id");
        for (const Model& model : catalogue())
            if (clampRefusal(model).empty()) QTest::newRow(model.id.data()) << QString::fromUtf8(model.id.data());
    }
    void everySmoothModelIsRead()
    {
        QFETCH(QString, id);
        Desk<CurrentVoltage> desk(id.toStdString());
        QVERIFY(desk.view.isSettled());
        for (const ClampGraph& graph : desk.view.graphs()) {
            QVERIFY(graph.up.first < graph.up.second && graph.range.first < graph.range.second && !graph.lines.empty());
        }
        Desk<Recovery> recovery(id.toStdString());
        QVERIFY(recovery.view.isSettled());
        QCOMPARE(recovery.find<QLabel>("empty")->isVisible(), recovery.view.graphs().empty());
    }

    void isExported()
    {
        Desk<CurrentVoltage> desk;
        QTemporaryDir folder;
        QString error;
        QVERIFY2(saveFigure(folder.filePath("iv.svg"), desk.view.figure(), {}, {}, &error), qPrintable(error));
        QVERIFY2(saveTable(folder.filePath("iv.csv"), desk.view.table(), desk.session.experiment(), &error), qPrintable(error));
        QFile svg(folder.filePath("iv.svg")), csv(folder.filePath("iv.csv"));
        QVERIFY(svg.open(QIODevice::ReadOnly) && csv.open(QIODevice::ReadOnly));
        QVERIFY(svg.readAll().contains("reverses at"));
        const QByteArray table = csv.readAll();
        QVERIFY2(table.contains("\nseries,V_mV,value,unit\n") && table.contains("\npeak_I_Na of steps,0,-145"), table.left(4000));
    }
};

QTEST_MAIN(TestClampGraphs)
#include "tst_clamp_graphs.moc"
