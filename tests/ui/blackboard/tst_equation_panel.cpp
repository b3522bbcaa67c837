// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue.h"
#include "equation_panel.h"
#include "pointer.h"
#include "session.h"
#include "words.h"

#include <QApplication>
#include <QClipboard>
#include <QLocale>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace rheobase;

namespace {

/// The number that is written in a slot.
double read(QString text)
{
    text.remove(QChar(0x2009)).replace(QChar(0x2212), u'-').remove(u'+');
    return QLocale::c().toDouble(text);
}

bool isIn(const FormulaSheet& sheet, Name name)
{
    return std::ranges::any_of(sheet.page().spots, [&](const Spot& spot) { return spot.name == name; });
}

}

/// The equations as a person sees and uses them.
class TestEquationPanel : public QObject {
    Q_OBJECT

    std::unique_ptr<Session> m_session;
    std::unique_ptr<EquationPanel> m_panel;

    /// Shows the panel of a model, its terms unfolded, after some milliseconds of its life.
    void show(const Model& model, int width = 330, double milliseconds = 7)
    {
        m_panel.reset();
        m_session = std::make_unique<Session>(defaultExperiment(model));
        m_session->pause();
        QTRY_VERIFY(!m_session->status().running);
        m_session->restart();
        QTRY_COMPARE(m_session->trace().runs(), std::size_t{2});
        m_panel = std::make_unique<EquationPanel>(*m_session);
        m_panel->setGeometry(0, 0, width, 1000); // on the screen as a whole: a pointer cannot leave it
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        m_panel->activateWindow();
        auto* fold = m_panel->findChild<QToolButton*>(QStringLiteral("fold"));
        if (!m_panel->terms().isVisible() && fold->isVisible()) QTest::mouseClick(fold, Qt::LeftButton);
        m_session->advanceBy(milliseconds);
        QTRY_VERIFY(!m_session->trace().empty() && m_session->trace().latestTime() >= milliseconds - 1e-9);
    }

    static void addModels()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < static_cast<int>(catalogue().size()); ++i)
            QTest::addRow("%s", catalogue()[static_cast<std::size_t>(i)].id.data()) << i;
    }
    static const Model& modelAt(int index) { return catalogue()[static_cast<std::size_t>(index)]; }
    FormulaSheet* sheet(bool terms) const { return const_cast<FormulaSheet*>(terms ? &m_panel->terms() : &m_panel->equations()); }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void cleanup()
    {
        m_panel.reset();
        m_session.reset();
    }

    void everyParameterIsPrinted_data() { addModels(); }
    void everyParameterIsPrinted()
    {
        QFETCH(int, index);
        const Model& model = modelAt(index);
        show(model);
        for (std::size_t i = 0; i < model.parameters.size(); ++i) {
            const Name name{Role::parameter, i};
            QVERIFY2(isIn(m_panel->equations(), name) || isIn(m_panel->terms(), name), model.parameters[i].symbol.data());
        }
        for (std::size_t i = 0; i < model.terms.size(); ++i)
            QVERIFY2(isIn(m_panel->equations(), {Role::term, i}) || isIn(m_panel->terms(), {Role::term, i}), model.terms[i].symbol.data());
    }

    void valuesAreThoseOfTheModel_data() { addModels(); }
    void valuesAreThoseOfTheModel()
    {
        QFETCH(int, index);
        const Model& model = modelAt(index);
        show(model);
        const auto& p = m_session->experiment().parameters;
        const Trace& trace = m_session->trace();
        std::vector<double> state;
        for (std::size_t i = 0; i < model.state.size(); ++i) state.push_back(trace.latest(2 + i));
        const auto terms = model.termsAt(state, p), derived = model.derivedFrom(p);
        const Values values{p, state, terms, derived, trace.latest(1)};
        const auto expected = [&](const Slot& slot) {
            switch (slot.name.role) {
            case Role::state: return (slot.minus ? -1 : 1) * evaluate(slot.symbol, values); // of an equation, or of a part without a name
            case Role::term: return (slot.minus ? -1 : 1) * terms[slot.name.index];
            case Role::derived: return derived[slot.name.index];
            case Role::input: return trace.latest(1);
            default: return std::nan("");
            }
        };
        for (const bool ofTerms : {false, true})
            for (std::size_t i = 0; i < sheet(ofTerms)->page().numbers.size(); ++i) {
                const Slot& slot = sheet(ofTerms)->page().numbers[i];
                const double want = expected(slot),
                             tolerance = slot.decimals < 0 ? 1e-3 * std::abs(want) + 1e-9 : 0.51 * std::pow(10, -slot.decimals);
                QTRY_VERIFY2(std::abs(read(sheet(ofTerms)->numbers()[i]) - want) <= tolerance,
                             qPrintable(QStringLiteral("%1 is not %2").arg(sheet(ofTerms)->numbers()[i]).arg(want)));
            }
    }

    void numbersFitTheirPlaces_data() { addModels(); }
    void numbersFitTheirPlaces()
    {
        QFETCH(int, index);
        show(modelAt(index), 330, 60);
        for (const bool ofTerms : {false, true}) {
            QTRY_VERIFY(sheet(ofTerms)->numbers().empty() || !sheet(ofTerms)->numbers().back().isEmpty());
            const QFontMetricsF metrics(sheet(ofTerms)->page().valueFont);
            for (std::size_t i = 0; i < sheet(ofTerms)->numbers().size(); ++i)
                QVERIFY2(metrics.horizontalAdvance(sheet(ofTerms)->numbers()[i]) <= sheet(ofTerms)->page().numbers[i].where.width(),
                         qPrintable(sheet(ofTerms)->numbers()[i]));
        }
    }

    void nothingIsCutOff_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<int>("width");
        for (int i = 0; i < static_cast<int>(catalogue().size()); ++i)
            for (const int width : {280, 330, 600}) QTest::addRow("%s at %d", modelAt(i).id.data(), width) << i << width;
    }
    void nothingIsCutOff()
    {
        QFETCH(int, index);
        QFETCH(int, width);
        show(modelAt(index), width);
        for (const bool ofTerms : {false, true}) {
            if (!sheet(ofTerms)->isVisible()) continue; // a model without terms
            QVERIFY(sheet(ofTerms)->width() <= width);
            const QRectF inside = QRectF(sheet(ofTerms)->rect()).adjusted(-0.5, -0.5, 0.5, 0.5);
            const StatementLayout& page = sheet(ofTerms)->page();
            for (const Box& box : page.boxes)
                QVERIFY2(
                    box.width == 0 || inside.contains(box.bounds()),
                    qPrintable(QStringLiteral("%1 … %2 of %3").arg(box.bounds().left()).arg(box.bounds().right()).arg(inside.width())));
            for (const Slot& slot : page.numbers) QVERIFY(inside.contains(slot.where));
            for (std::size_t i = 0; i < page.numbers.size(); ++i)
                for (std::size_t j = 0; j < i; ++j)
                    QVERIFY(!page.numbers[i].where.adjusted(1, 1, -1, -1).intersects(page.numbers[j].where));
        }
    }

    void pointingTellsTheParameter_data() { addModels(); }
    void pointingTellsTheParameter()
    {
        QFETCH(int, index);
        const Model& model = modelAt(index);
        show(model);
        QSignalSpy hovered(m_panel.get(), &EquationPanel::hovered);
        std::vector<bool> told(model.parameters.size());
        for (const bool ofTerms : {false, true})
            for (const Spot& spot : sheet(ofTerms)->page().spots) {
                if (spot.name.role != Role::parameter) continue;
                pointAt(sheet(ofTerms), QPoint(1, 1));
                hovered.clear();
                pointAt(sheet(ofTerms), spot.where.center().toPoint());
                QTRY_VERIFY(!hovered.isEmpty() && hovered.back().at(0).value<Role>() == Role::parameter
                            && hovered.back().at(1).toInt() == static_cast<int>(spot.name.index));
                told[spot.name.index] = true;
            }
        QVERIFY(std::ranges::all_of(told, [](bool t) { return t; }));
    }

    void leavingTellsThatToo()
    {
        show(*findModel("leaky-integrate-and-fire"));
        QSignalSpy hovered(m_panel.get(), &EquationPanel::hovered);
        const auto& spots = m_panel->equations().page().spots;
        pointAt(sheet(false), spots.front().where.center().toPoint());
        QTRY_VERIFY(!hovered.isEmpty());
        pointAt(sheet(false), QPoint(0, sheet(false)->height() - 1));
        QTRY_COMPARE(hovered.back().at(1).toInt(), -1);
    }

    void arrowKeysWalkThroughTheTerms()
    {
        show(*findModel("hodgkin-huxley"));
        QSignalSpy hovered(m_panel.get(), &EquationPanel::hovered);
        sheet(false)->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(sheet(false)->hasFocus());
        const std::size_t count = m_panel->equations().page().spots.size();
        for (std::size_t i = 0; i < count; ++i) QTest::keyClick(sheet(false), Qt::Key_Right);
        std::vector<bool> told(m_session->model().parameters.size());
        for (const auto& arguments : hovered)
            if (arguments.at(0).value<Role>() == Role::parameter && arguments.at(1).toInt() >= 0) told[arguments.at(1).toUInt()] = true;
        for (const char* name : {"C", "g_Na", "E_Na", "g_K", "E_K", "g_L", "E_L"})
            QVERIFY2(told[*indexOf(m_session->model().parameters, name)], name);
    }

    void aMarkIsSeen()
    {
        show(*findModel("leaky-integrate-and-fire"));
        const auto picture = [&] { return sheet(false)->grab().toImage(); };
        const QImage plain = picture();
        m_panel->highlight(Role::parameter, static_cast<int>(*indexOf(m_session->model().parameters, "R")));
        QVERIFY(picture() != plain);
        m_panel->highlight(Role::parameter, -1);
        QCOMPARE(picture(), plain);
    }

    void copiesTextAndLatex()
    {
        show(*findModel("leaky-integrate-and-fire"));
        sheet(false)->setFocus();
        QTest::keySequence(sheet(false), QKeySequence::Copy);
        const QMimeData* copied = QApplication::clipboard()->mimeData();
        QVERIFY(copied->text().contains(QStringLiteral("C dV/dt = I - (V - E_L) / R")));
        QVERIFY(copied->data(QStringLiteral("text/x-tex")).contains("\\frac{V - E_{\\mathrm{L}}}{R}"));
        QVERIFY(m_panel->equations().accessibleDescription().contains(QStringLiteral("C dV/dt")));
    }

    void anotherModelBringsItsEquations()
    {
        show(*findModel("passive"));
        m_session->load(defaultExperiment(*findModel("hodgkin-huxley")), QStringLiteral("other"));
        QVERIFY(m_panel->equations().plainText().contains(QStringLiteral("g_Na")));
        QTRY_VERIFY(!m_panel->equations().numbers().front().isEmpty());
    }
};

QTEST_MAIN(TestEquationPanel)
#include "tst_equation_panel.moc"
