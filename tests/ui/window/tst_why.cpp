// SPDX-License-Identifier: GPL-3.0-or-later
// A robot user who asks why numbers are what they are, and makes them others.
#include "catalogue.h"
#include "live_formula.h"
#include "main_window.h"
#include "measured_number.h"
#include "robot.h"
#include "samples_view.h"
#include "steady_rate.h"
#include "trace_stack.h"
#include "why_card.h"
#include "why_panel.h"

#include <QDockWidget>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace rheobase;

class TestWhy : public QObject {
    Q_OBJECT

    std::unique_ptr<MainWindow> m_window;

    template<class W> W* find(const char* name) const { return m_window->findChild<W*>(QLatin1String(name)); }
    Session& session() const { return m_window->session(); }
    WhyCard& card() const { return *find<WhyCard>("whyCard"); }
    /// A part of the card, not of the view that it can become.
    template<class W> W* part(const char* name) const { return card().findChild<W*>(QLatin1String(name)); }
    QString title() const { return part<QLabel>("whyTitle")->text().replace(QChar(0x202F), u' '); }
    double current() const { return session().experiment().stimulus[0].values[0]; }
    double parameter(const char* name) const { return session().experiment().parameters[*indexOf(session().model().parameters, name)]; }
    void open(const char* model, double I = 2.4)
    {
        Experiment e = defaultExperiment(*findModel(model));
        e.stimulus[0].values[0] = I;
        m_window = std::make_unique<MainWindow>(e);
        m_window->resize(1440, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        session().setSpeed(1000);
        QTRY_VERIFY(!session().trace().empty() && session().trace().latestTime() > 300);
    }
    MeasuredNumber* measured(const char* name) const
    {
        for (auto* number : m_window->findChildren<MeasuredNumber*>(QLatin1String(name)))
            if (number->parentWidget()->parentWidget()->inherits("rheobase::MeasuredPanel")) return number;
        return nullptr;
    }
    void click(MeasuredNumber* number, const QString& what)
    {
        QTRY_VERIFY(!number->placeOf(what).isEmpty());
        QTest::mouseClick(number, Qt::LeftButton, {}, number->placeOf(what).center());
    }
    void askWhy(const char* row, const char* what)
    {
        QTRY_VERIFY(measured(row)->text() != QStringLiteral("—"));
        click(measured(row), QLatin1String(what));
        QTRY_VERIFY(card().isVisible());
    }
    void makeIt(const QString& value)
    {
        write(part<QLineEdit>("wanted"), value);
        QTest::keyClick(part<QLineEdit>("wanted"), Qt::Key_Return);
    }

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("RheobaseTests");
        QCoreApplication::setApplicationName("tst_why");
        applyLook(*qApp, Look::light);
    }
    void cleanup() { m_window.reset(); }

    void aClickOpensACardThatDoesNotCoverTheNumber()
    {
        open("leaky-integrate-and-fire");
        for (const QSize size : {QSize(1440, 900), QSize(1280, 720), QSize(1920, 1040)}) {
            m_window->resize(size);
            for (const auto& [row, what] : {std::pair("rate", "rate"), std::pair("rheobase", "rheobase"), std::pair("variation", "cv")}) {
                askWhy(row, what);
                QCOMPARE(card().panel().what(), QLatin1String(what));
                MeasuredNumber* number = measured(row);
                const QRect place = number->placeOf(QLatin1String(what));
                QVERIFY(!card().card().intersects(QRect(number->mapTo(m_window.get(), place.topLeft()), place.size())));
                QVERIFY(m_window->rect().contains(card().card()));
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
                QTRY_VERIFY(!card().isVisible());
                QCOMPARE(QApplication::focusWidget(), number);
            }
        }
    }

    void returnOnANumberAsksAsWell()
    {
        open("leaky-integrate-and-fire");
        MeasuredNumber* number = measured("interval");
        number->setFocus(Qt::TabFocusReason);
        QTest::keyClick(number, Qt::Key_Return);
        QTRY_VERIFY(card().isVisible());
        QCOMPARE(card().panel().what(), QStringLiteral("isi.last"));
    }

    /// Of a text with several numbers arrow keys choose one.
    void whatFollowsFromTheParametersCanBeAsked()
    {
        open("leaky-integrate-and-fire");
        auto* derived = find<MeasuredNumber>("derived");
        derived->setFocus(Qt::TabFocusReason);
        QTest::keyClick(derived, Qt::Key_Right);
        QTest::keyClick(derived, Qt::Key_Return);
        QTRY_COMPARE(title(), QStringLiteral("Why 2 nA?"));
        QCOMPARE(part<LiveFormula>("formula")->plainText().replace(QChar(0x202F), u' '),
                 QStringLiteral("I_th = (V_th - E_L) / R = 2.000 nA"));
        click(derived, QStringLiteral("tau"));
        QTRY_COMPARE(title(), QStringLiteral("Why 8 ms?"));
        click(derived, QStringLiteral("rest"));
        QTRY_VERIFY(title().endsWith(QStringLiteral("70 mV?")));
    }

    void numbersElsewhereCanBeAsked()
    {
        open("leaky-integrate-and-fire");
        auto* line = find<QWidget>("statusLine");
        click(line->findChild<MeasuredNumber*>("rate"), QStringLiteral("rate.last"));
        QTRY_COMPARE(card().panel().what(), QStringLiteral("rate.last"));
        click(line->findChild<MeasuredNumber*>("spikes"), QStringLiteral("spikes"));
        QTRY_COMPARE(card().panel().what(), QStringLiteral("spikes"));
        QVERIFY(!part<QLineEdit>("wanted")->isVisible()); // how many there are is a matter of time
        find<QDockWidget>("spikes")->raise();
        auto* panel = find<QDockWidget>("spikes")->findChild<QWidget*>("spikes");
        QTRY_VERIFY(panel->isVisible());
        click(panel->findChild<MeasuredNumber*>("adaptation"), QStringLiteral("adaptation"));
        QTRY_COMPARE(card().panel().what(), QStringLiteral("adaptation"));
    }

    void theFormulaLivesWithTheSliders()
    {
        open("leaky-integrate-and-fire");
        askWhy("rate", "rate");
        const auto formula = [this] { return part<LiveFormula>("formula")->plainText().replace(QChar(0x202F), u' '); };
        QTRY_VERIFY2(formula().startsWith("T = t_ref + tau * ln("), qPrintable(formula()));
        for (const double I : {2.2, 3.0}) {
            Experiment next = session().experiment();
            next.stimulus[0].values[0] = I;
            session().edit(next);
            const double rate = *steadyRate(session().model(), session().experiment().parameters, I);
            QTRY_VERIFY2(formula().endsWith(QStringLiteral("1 / T = %1 Hz").arg(rate, 0, 'f', rate < 100 ? 2 : 1)), qPrintable(formula()));
            QTRY_COMPARE(title(), QStringLiteral("Why %1 Hz?").arg(rate, 0, 'g', 4));
        }
        QVERIFY(!part<SamplesView>("samples")->spikes().empty());
    }

    void makesTheRateAnotherAndGoesBack()
    {
        open("leaky-integrate-and-fire");
        askWhy("rate", "rate");
        makeIt(QStringLiteral("50"));
        const double x = std::exp(18.0 / 8);
        QTRY_VERIFY(std::abs(current() - (20 * x - 5) / (10 * (x - 1))) < 1e-6);
        QCOMPARE(session().undoStack().count(), 1);
        QCOMPARE(session().undoStack().undoText().replace(QChar(0x202F), u' '), QStringLiteral("Make the firing rate 50 Hz"));
        QTRY_VERIFY(part<QLabel>("answer")->isVisible());
        QVERIFY(part<QLabel>("answer")->text().contains(QStringLiteral("2.177")));
        QVERIFY(!part<QPushButton>("make")->isVisible());
        QTRY_COMPARE(title(), QStringLiteral("Why 50 Hz?"));
        QTest::mouseClick(part<QPushButton>("back"), Qt::LeftButton);
        QTRY_COMPARE(current(), 2.4);
        QTRY_VERIFY(part<QPushButton>("make")->isVisible());
    }

    /// What else would have done: as one step from where it was.
    void tellsWhatOtherParametersWouldNeed()
    {
        open("leaky-integrate-and-fire");
        askWhy("rate", "rate");
        makeIt(QStringLiteral("50 Hz"));
        QTRY_VERIFY(part<QPushButton>("other-t_ref"));
        QVERIFY(part<QPushButton>("other-t_ref")->text().startsWith(QStringLiteral("7.535")));
        QTest::mouseClick(part<QPushButton>("other-t_ref"), Qt::LeftButton);
        QTRY_VERIFY(std::abs(parameter("t_ref") - (20 - 8 * std::log(19.0 / 4))) < 1e-6);
        QCOMPARE(current(), 2.4);
        QTest::mouseClick(part<QPushButton>("back"), Qt::LeftButton);
        QTRY_COMPARE(parameter("t_ref"), 2.0);
    }

    /// The answer holds only as long as nothing else is changed.
    void anotherChangeTakesTheAnswerAway()
    {
        open("leaky-integrate-and-fire");
        askWhy("rate", "rate");
        makeIt(QStringLiteral("50"));
        QTRY_VERIFY(part<QLabel>("answer")->isVisible());
        session().setParameter(0, 1);
        QTRY_VERIFY(!part<QLabel>("answer")->isVisible());
    }

    void saysWhatIsOutOfReach()
    {
        open("hodgkin-huxley", 10);
        askWhy("rate", "rate");
        makeIt(QStringLiteral("30"));
        QTRY_VERIFY_WITH_TIMEOUT(part<QLabel>("told")->text().startsWith("Out of reach: it jumps from 0 Hz to 4"), 60'000);
        QCOMPARE(current(), 10.0);
        makeIt(QStringLiteral("nonsense"));
        QTRY_VERIFY(part<QLabel>("told")->text().contains("Type the wanted value"));
    }

    void saysHowManySpikesAreNeeded()
    {
        open("leaky-integrate-and-fire", 1.5);
        click(measured("rate"), QStringLiteral("rate"));
        QTRY_COMPARE(part<QLabel>("rests")->text(), QStringLiteral("2 spikes needed, 0 so far"));
        QCOMPARE(title(), QStringLiteral("Firing rate: why no value?"));
        QVERIFY(!part<SamplesView>("samples")->isVisible());
        click(measured("variation"), QStringLiteral("cv"));
        QTRY_COMPARE(part<QLabel>("rests")->text(), QStringLiteral("4 spikes needed, 0 so far"));
    }

    void keptOpenItIsAView()
    {
        open("leaky-integrate-and-fire");
        askWhy("rate", "rate");
        QTest::mouseClick(part<QToolButton>("keepOpen"), Qt::LeftButton);
        auto* view = find<QDockWidget>("why");
        QTRY_VERIFY(!card().isVisible() && view->isVisible());
        auto* panel = view->findChild<WhyPanel*>();
        QTRY_VERIFY(panel->isVisible());
        QCOMPARE(panel->what(), QStringLiteral("rate"));
        click(find<MeasuredNumber>("derived"), QStringLiteral("tau"));
        QTRY_COMPARE(panel->what(), QStringLiteral("tau"));
        QVERIFY(!card().isVisible());
        QVERIFY(panel->width() <= view->width());
    }

    /// A number of the model before is asked of none.
    void anotherModelAsksAnew()
    {
        open("leaky-integrate-and-fire");
        auto* derived = find<MeasuredNumber>("derived");
        click(derived, QStringLiteral("tau"));
        QTRY_VERIFY(card().isVisible());
        session().load(defaultExperiment(*findModel("hodgkin-huxley")));
        QTRY_VERIFY(card().panel().title() != QStringLiteral("Why 8 ms?"));
    }
};

QTEST_MAIN(TestWhy)
#include "tst_why.moc"
