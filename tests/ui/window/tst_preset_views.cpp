// SPDX-License-Identifier: GPL-3.0-or-later
// A robot user chooses presets, and sees their events without a restart.
#include "catalogue.h"
#include "events.h"
#include "main_window.h"
#include "presets.h"
#include "robot.h"
#include "theme.h"
#include "trace_stack.h"
#include "words.h"

using namespace rheobase;

namespace {

/// When spikes come in a sweep, in ms since its event.
std::vector<double> spikesIn(const Trace& trace, double event, double window)
{
    std::vector<double> found;
    for (const double spike : trace.spikes())
        if (spike > event - Timebase::eventAt * window && spike < event + (1 - Timebase::eventAt) * window) found.push_back(spike - event);
    return found;
}

bool areAlike(const std::vector<double>& a, const std::vector<double>& b)
{
    return std::ranges::equal(a, b, [](double x, double y) { return std::abs(x - y) < 0.1; });
}

}

class TestPresetViews : public QObject {
    Q_OBJECT

    std::unique_ptr<MainWindow> m_window;

    Session& session() const { return m_window->session(); }
    Timebase& timebase() const { return m_window->stack().timebase(); }
    void open(const Model& model)
    {
        m_window = std::make_unique<MainWindow>(defaultExperiment(model));
        m_window->resize(1280, 720);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        session().setSpeed(2000);
    }
    void choosePreset(const QString& name) const
    {
        auto* presets = m_window->findChild<QComboBox*>("presets");
        choose(presets, presets->findText(name));
    }

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("RheobaseTests");
        QCoreApplication::setApplicationName("tst_preset_views");
        applyLook(*qApp, Look::light);
    }
    void eventsAreSeen_data();
    void eventsAreSeen();
    void whatWasSetComesBack();
    void whatAHandChangedStays();
};

void TestPresetViews::eventsAreSeen_data()
{
    QTest::addColumn<const Model*>("model");
    QTest::addColumn<int>("preset");
    for (const Model& model : catalogue()) {
        const auto presets = presetsFor(model);
        for (std::size_t i = 0; i < presets.size(); ++i)
            if (presets[i].view) QTest::addRow("%s, %s", model.id.data(), qPrintable(presets[i].id)) << &model << static_cast<int>(i);
    }
}

/// Sweep after sweep, each with the same spikes at the same place, and nothing between them that is no event.
void TestPresetViews::eventsAreSeen()
{
    QFETCH(const Model*, model);
    QFETCH(int, preset);
    open(*model);
    const Preset chosen = presetsFor(*model)[static_cast<std::size_t>(preset)];
    choosePreset(chosen.name);
    QTRY_VERIFY(session().experiment() == chosen.experiment);
    QCOMPARE(timebase().kind(), Timebase::Kind::onset);
    QCOMPARE(m_window->stack().windowLength(), chosen.view->window);
    QCOMPARE(timebase().persistence(), chosen.view->sweeps);
    const double period = session().experiment().stimulus.repeat, first = nextOnset(session().experiment().stimulus, 0).value();
    QTRY_VERIFY_WITH_TIMEOUT(timebase().sweeps().size() >= 4, 60'000);
    session().pause();
    QTRY_VERIFY(!session().status().running);
    QVERIFY(session().trace().startTime() == 0);
    const std::vector<double> expected = spikesIn(session().trace(), first, chosen.view->window);
    QCOMPARE(timebase().rearm(), Timebase::Rearm::normal);
    for (std::size_t i = 0; i + 1 < timebase().sweeps().size(); ++i) {
        const double event = timebase().sweeps()[i];
        QVERIFY(std::abs(std::remainder(event - first, period)) < 1e-6);
        QVERIFY(areAlike(spikesIn(session().trace(), event, chosen.view->window), expected));
    }
    QCOMPARE(expected.empty(), session().trace().spikes().empty()); // where it fires at all, it does so in the sweeps
}

void TestPresetViews::whatWasSetComesBack()
{
    open(*findModel("hodgkin-huxley"));
    const double usual = m_window->stack().windowLength();
    choosePreset("Refractoriness: two pulses");
    QTRY_COMPARE(timebase().kind(), Timebase::Kind::onset);
    choosePreset("Anode break");
    choosePreset("Repetitive firing");
    QTRY_COMPARE(timebase().kind(), Timebase::Kind::scroll);
    QCOMPARE(m_window->stack().windowLength(), usual);
    QCOMPARE(timebase().rearm(), Timebase::Rearm::automatic);
    choosePreset("Anode break");
    QTRY_COMPARE(timebase().kind(), Timebase::Kind::onset);
    choose(m_window->findChild<QComboBox*>("models"), 0);
    QTRY_COMPARE(timebase().kind(), Timebase::Kind::scroll);
}

void TestPresetViews::whatAHandChangedStays()
{
    open(*findModel("hodgkin-huxley"));
    choosePreset("Anode break");
    QTRY_COMPARE(timebase().kind(), Timebase::Kind::onset);
    choose(m_window->findChild<QComboBox*>("timebase"), static_cast<int>(Timebase::Kind::spike));
    QTRY_COMPARE(timebase().kind(), Timebase::Kind::spike);
    choosePreset("Repetitive firing");
    QCOMPARE(timebase().kind(), Timebase::Kind::spike);
}

QTEST_MAIN(TestPresetViews)
#include "tst_preset_views.moc"
