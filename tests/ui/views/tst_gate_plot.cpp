// SPDX-License-Identifier: GPL-3.0-or-later
// A robot user in front of the curves of gates.
#include "export.h"
#include "gate_plot.h"
#include "pointer.h"
#include "polyline.h"
#include "view_desk.h"

#include <QFile>
#include <QLabel>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace rheobase;

namespace {

/// The curves of gates alone in a window.
struct Desk : ViewDesk<GatePlot> {
    explicit Desk(std::string_view model) : ViewDesk(model, {420, 640}) { view.refreshNow(); }
    QString words() const { return find<QLabel>("words")->text().replace(QChar(0x202f), u' ').remove(QChar(0x2060)); }
    const GateLine* line(const char* symbol) const
    {
        for (const GateCard& card : view.scene().cards)
            for (const GateLine& line : card.lines)
                if (line.symbol == QString::fromUtf8(symbol)) return &line;
        return nullptr;
    }
    QToolButton* button(const char* name) const
    {
        const auto all = view.findChildren<QToolButton*>();
        const auto it = std::ranges::find(all, QString(name), &QToolButton::accessibleName);
        return it == all.end() ? nullptr : *it;
    }
};

}

class TestGatePlot : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("RheobaseTests");
        QCoreApplication::setApplicationName("tst_gate_plot");
        QSettings().clear();
    }

    void squidGatesFollowTheirFormulas()
    {
        Desk desk("hodgkin-huxley");
        const GateLine *m = desk.line("m_∞"), *tau = desk.line("τ_h");
        QVERIFY(m && desk.line("h_∞") && desk.line("n_∞") && tau);
        for (qsizetype i = 0; i < m->points.size(); ++i) {
            const double V = m->points[i].x();
            const double alpha = V == -40 ? 1 : 0.1 * (V + 40) / (1 - std::exp(-(V + 40) / 10)), beta = 4 * std::exp(-(V + 65) / 18);
            QVERIFY(std::abs(m->points[i].y() - alpha / (alpha + beta)) < 1e-9);
            const double opens = 0.07 * std::exp(-(V + 65) / 20), closes = 1 / (1 + std::exp(-(V + 35) / 10));
            QVERIFY(std::abs(tau->points[i].y() - 1 / (opens + closes)) < 1e-9);
        }
        QVERIFY(desk.words().contains("V</") || desk.words().contains("−65"));
    }

    void followsTheNeuron()
    {
        Desk desk("hodgkin-huxley");
        desk.session.setState({-20, {}, {}, {}});
        QVERIFY(desk.live(0.1));
        QTRY_VERIFY(std::abs(desk.view.scene().potential - desk.trace().latest(2)) < 1e-9);
        const GateLine& h = *desk.line("h_∞");
        QVERIFY(h.actual && *h.actual > h.now + 0.2); // it has not closed yet
        QVERIFY(std::abs(*h.actual - desk.trace().latest(4)) < 1e-12);
        QVERIFY(std::abs(h.now - valueOn(h.points, desk.view.scene().potential)) < 1e-12);
    }

    void showsWhatIsChosen()
    {
        Desk desk("hodgkin-huxley");
        QCOMPARE(desk.view.pictures().size(), 2u);
        for (const char* name : {"Open channels", "Conductances", "Driving forces", "Rates"}) {
            QVERIFY2(desk.button(name), name);
            QTest::mouseClick(desk.button(name), Qt::LeftButton);
        }
        QCOMPARE(desk.view.pictures().size(), 6u);
        const QString gating = QString::fromUtf8("m³h");
        QVERIFY(desk.line(qPrintable(gating)) && desk.line("n⁴") && desk.line("α_m"));
        QVERIFY(desk.line("m³h")->points[100].y() < 0.02 && desk.line("n⁴")->points.back().y() > 0.8);
        desk.button("Steady states")->setFocus();
        QTest::keyClick(desk.button("Steady states"), Qt::Key_Space);
        QTRY_COMPARE(desk.view.pictures().size(), 5u);
        QVERIFY(!desk.line("m_∞"));
        desk.view.setKinds({});
        QTRY_VERIFY(desk.view.pictures().empty());
        QVERIFY(desk.find<QLabel>("empty")->isVisible());
    }

    void movesWithTheParameters()
    {
        Desk desk("hodgkin-huxley");
        const double before = desk.line("τ_h")->points[50].y();
        QVERIFY(desk.session.setParameter(desk.indexOfParameter("T"), 16.3).empty());
        QTRY_VERIFY(std::abs(desk.line("τ_h")->points[50].y() - before / 3) < 1e-9);
        desk.session.undoStack().undo();
        QTRY_COMPARE(desk.line("τ_h")->points[50].y(), before);
    }

    void everyModelHasCurvesOrASentence_data()
    {
        QTest::addColumn<QString>("id");
        for (const Model& model : catalogue()) QTest::newRow(model.id.data()) << QString::fromUtf8(model.id.data());
    }
    void everyModelHasCurvesOrASentence()
    {
        QFETCH(QString, id);
        Desk desk(id.toStdString());
        desk.view.setKinds({gateKinds, gateKinds + std::size(gateKinds)});
        desk.settle();
        QVERIFY(desk.view.pictures().empty() == desk.find<QLabel>("empty")->isVisible());
        if (desk.session.model().state.size() > 1) QVERIFY(!desk.view.pictures().empty());
        for (const GateCard& card : desk.view.scene().cards) {
            QVERIFY(card.up.first < card.up.second);
            for (const GateLine& line : card.lines) QVERIFY(line.points.size() > 100);
        }
        for (const GatePicture* picture : desk.view.pictures())
            QVERIFY(!picture->accessibleName().isEmpty() && !picture->title().isEmpty());
        desk.session.load(defaultExperiment(*findModel("passive"))); // a model with less
        desk.settle();
        desk.session.load(defaultExperiment(*findModel(id.toStdString())));
        QVERIFY(desk.settle());
    }

    void pointsByMouseAndByKeys()
    {
        Desk desk("hodgkin-huxley");
        QVERIFY(QTest::qWaitForWindowExposed(&desk.view));
        GatePicture& picture = *desk.view.pictures().front();
        pointAt(&picture, picture.pixelAt({0, 0.5}).toPoint());
        QTRY_VERIFY(picture.pointed() && std::abs(picture.pointed()->x()) < 2);
        QVERIFY(picture.linesAt(0).join(u' ').contains("m_∞ = 0.97"));
        QTest::keyClick(&picture, Qt::Key_Escape);
        QVERIFY(!picture.pointed());
        QTest::keyClick(&picture, Qt::Key_Right);
        QVERIFY(picture.pointed() && picture.pointed()->x() > desk.view.scene().potential);
        QTRY_VERIFY(!picture.accessibleDescription().isEmpty());
    }

    void isExported()
    {
        Desk desk("hodgkin-huxley");
        QTemporaryDir folder;
        QString error;
        QVERIFY2(saveFigure(folder.filePath("gates.svg"), desk.view.figure(), {}, {}, &error), qPrintable(error));
        QVERIFY2(saveTable(folder.filePath("gates.csv"), desk.view.table(), desk.session.experiment(), &error), qPrintable(error));
        QFile svg(folder.filePath("gates.svg")), csv(folder.filePath("gates.csv"));
        QVERIFY(svg.open(QIODevice::ReadOnly) && csv.open(QIODevice::ReadOnly));
        QVERIFY(svg.readAll().contains("Steady states"));
        const QByteArray table = csv.readAll();
        QVERIFY2(table.contains("\nV_mV,m_inf,h_inf,n_inf,tau_m_ms,tau_h_ms,tau_n_ms\n-100,"), table.left(3000));
        QVERIFY(table.count('\n') > 200);
    }
};

QTEST_MAIN(TestGatePlot)
#include "tst_gate_plot.moc"
