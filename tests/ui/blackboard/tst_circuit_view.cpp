// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue.h"
#include "circuit_view.h"
#include "pointer.h"

#include <QLocale>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace rheobase;

namespace {

using Kind = CircuitElement::Kind;

const Model& modelAt(int index) { return catalogue()[static_cast<std::size_t>(index)]; }

}

/// The circuit as a person sees and uses it.
class TestCircuitView : public QObject {
    Q_OBJECT

    std::unique_ptr<Session> m_session;
    std::unique_ptr<CircuitView> m_view;

    void show(const Model& model, int width = 330, double milliseconds = 7)
    {
        m_view.reset();
        m_session = std::make_unique<Session>(defaultExperiment(model));
        m_session->pause();
        QTRY_VERIFY(!m_session->status().running);
        m_session->restart();
        QTRY_COMPARE(m_session->trace().runs(), std::size_t{2});
        m_view = std::make_unique<CircuitView>(*m_session);
        m_view->resize(width, m_view->heightForWidth(width));
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        m_session->advanceBy(milliseconds);
        QTRY_VERIFY(!m_session->trace().empty() && m_session->trace().latestTime() >= milliseconds - 1e-9);
    }

    const CircuitElement* element(Kind kind, std::size_t branch = 0) const
    {
        const auto& all = m_view->diagram().elements;
        const auto it = std::ranges::find_if(all, [&](const CircuitElement& e) { return e.kind == kind && e.branch == branch; });
        return it == all.end() ? nullptr : &*it;
    }

    double current(Kind kind, std::size_t branch = 0) const
    {
        return QLocale::c().toDouble(m_view->shownValue(*element(kind, branch)).first.replace(QChar(0x2212), u'-'));
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void cleanup()
    {
        m_view.reset();
        m_session.reset();
    }

    void branchesComeFromTheModel()
    {
        const std::pair<const char*, std::size_t> counts[] = {
            {"perfect-integrate-and-fire", 0}, {"passive", 1}, {"leaky-integrate-and-fire", 1}, {"hodgkin-huxley", 3}};
        for (const auto& [id, count] : counts) QVERIFY2(branchesOf(*findModel(id)).size() == count, id);
        const Model& squid = *findModel("hodgkin-huxley");
        for (const Branch& b : branchesOf(squid)) {
            QVERIFY(b.isConductance);
            QCOMPARE(b.isGated, squid.terms[b.current].symbol != "I_L");
            QCOMPARE(squid.parameters[b.battery].symbol.substr(1), squid.terms[b.current].symbol.substr(1));
        }
        const Model& leaky = *findModel("leaky-integrate-and-fire");
        const Branch leak = branchesOf(leaky).front();
        QVERIFY(!leak.isConductance && !leak.isGated);
        QCOMPARE(leaky.parameters[leak.resistor].symbol, std::string_view("R"));
        QCOMPARE(leaky.parameters[leak.battery].symbol, std::string_view("E_L"));
    }

    void onlyJumpingModelsHaveASwitch()
    {
        for (const Model& model : catalogue()) {
            const auto diagram = layOutCircuit(model, branchesOf(model), 330);
            if (diagram.elements.empty()) continue; // it is no circuit
            QCOMPARE(std::ranges::any_of(diagram.elements, [](const CircuitElement& e) { return e.kind == Kind::threshold; }), model.jumps);
        }
    }

    void nothingIsCutOff_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<int>("width");
        for (int i = 0; i < static_cast<int>(catalogue().size()); ++i)
            for (const int width : {280, 330, 372, 600}) QTest::addRow("%s at %d", modelAt(i).id.data(), width) << i << width;
    }
    void nothingIsCutOff()
    {
        QFETCH(int, index);
        QFETCH(int, width);
        if (width < leastCircuitWidth(branchesOf(modelAt(index)).size())) return;
        show(modelAt(index), width);
        const CircuitLayout& diagram = m_view->diagram();
        const QFontMetricsF values(diagram.valueFont), units(diagram.unitFont);
        const QRectF inside(m_view->rect());
        for (const CircuitElement& e : diagram.elements) {
            QVERIFY(inside.contains(e.label));
            QVERIFY(e.symbol.isEmpty() || inside.contains(e.symbol));
            const auto [value, unit] = m_view->shownValue(e);
            const double value_ = values.horizontalAdvance(value), unit_ = units.horizontalAdvance(unit);
            const double text = std::max(e.text.width, diagram.isStacked ? std::max(value_, unit_) : value_ + 3 + unit_);
            QVERIFY2(e.label.left() + text <= std::min(inside.right(), e.label.right() + 8), qPrintable(value + unit));
        }
    }

    void labelsKeepClearOfEachOther_data() { nothingIsCutOff_data(); }
    void labelsKeepClearOfEachOther()
    {
        QFETCH(int, index);
        QFETCH(int, width);
        const Model& model = modelAt(index);
        if (width < leastCircuitWidth(branchesOf(model).size())) return;
        const auto diagram = layOutCircuit(model, branchesOf(model), width);
        for (const CircuitElement& a : diagram.elements)
            for (const CircuitElement& b : diagram.elements) {
                if (&a == &b) continue;
                const QString what = QStringLiteral("%1 and %2").arg(static_cast<int>(a.kind)).arg(static_cast<int>(b.kind));
                QVERIFY2(!a.label.intersects(b.label), qPrintable(what));
                const bool isOwn = a.kind == Kind::charge || a.kind == Kind::capacitor;
                QVERIFY2(isOwn || !a.label.intersects(b.symbol), qPrintable(what));
            }
    }

    void currentsAddUp_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < static_cast<int>(catalogue().size()); ++i) QTest::addRow("%s", modelAt(i).id.data()) << i;
    }
    void currentsAddUp()
    {
        QFETCH(int, index);
        const Model& model = modelAt(index);
        show(model);
        if (m_view->diagram().elements.empty()) return;
        const auto count = branchesOf(model).size();
        const auto sum = [&] {
            double outward = current(Kind::charging);
            for (std::size_t i = 0; i < count; ++i) outward += current(Kind::current, i);
            return outward;
        };
        QTRY_VERIFY2(std::abs(sum() - current(Kind::source)) < (model.input.max > 100  ? 2.5
                                                                : model.input.max > 10 ? 0.25
                                                                                       : 0.025),
                     qPrintable(QString::number(sum())));
        QVERIFY(current(Kind::source) > 0);
    }

    void nothingChargesTheMembraneWhileItIsHeld()
    {
        const Model& leaky = *findModel("leaky-integrate-and-fire");
        show(leaky);
        Experiment experiment = m_session->experiment();
        experiment.parameters[*indexOf(leaky.parameters, "t_ref")] = 20;
        experiment.stimulus.front().values.front() = 8;
        QVERIFY(m_session->edit(experiment).empty());
        QTRY_COMPARE(current(Kind::source), 8.0);
        m_session->advanceBy(10);
        QTRY_COMPARE(m_session->trace().spikes().size(), std::size_t{1});
        QTRY_COMPARE(current(Kind::charging), 0.0);
        QTRY_VERIFY(std::abs(current(Kind::current) - 0.5) < 1e-9);
    }

    void pointingTellsTheQuantity_data() { currentsAddUp_data(); }
    void pointingTellsTheQuantity()
    {
        QFETCH(int, index);
        show(modelAt(index));
        QSignalSpy hovered(m_view.get(), &CircuitView::hovered);
        for (const CircuitElement& e : m_view->diagram().elements) {
            pointAt(m_view.get(), QPoint(1, 1));
            hovered.clear();
            pointAt(m_view.get(), e.label.center().toPoint());
            QTRY_VERIFY(!hovered.isEmpty() && hovered.back().at(0).value<Role>() == e.name.role
                        && hovered.back().at(1).toInt() == static_cast<int>(e.name.index));
        }
    }

    void aMarkIsSeen()
    {
        show(*findModel("hodgkin-huxley"));
        const QImage plain = m_view->grab().toImage();
        m_view->highlight(Role::term, 0);
        QVERIFY(m_view->grab().toImage() != plain);
        m_view->highlight(Role::term, -1);
        QCOMPARE(m_view->grab().toImage(), plain);
    }

    void arrowKeysWalkThroughTheCircuit()
    {
        show(*findModel("leaky-integrate-and-fire"));
        QSignalSpy hovered(m_view.get(), &CircuitView::hovered);
        m_view->setFocus();
        for (std::size_t i = 0; i < m_view->diagram().elements.size(); ++i) QTest::keyClick(m_view.get(), Qt::Key_Right);
        QCOMPARE(hovered.back().at(0).value<Role>(), Role::input);
    }
};

QTEST_MAIN(TestCircuitView)
#include "tst_circuit_view.moc"
