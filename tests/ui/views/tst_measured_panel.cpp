// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue.h"
#include "measure_words.h"
#include "measured_panel.h"
#include "session.h"
#include "steady_rate.h"
#include "words.h"

#include <QLabel>
#include <QLocale>
#include <QTest>

using namespace rheobase;

/// What the panel of measurements says of runs whose answer is known.
class TestMeasuredPanel : public QObject {
    Q_OBJECT

    std::unique_ptr<Session> m_session;
    std::unique_ptr<MeasuredPanel> m_panel;

    void show(const char* id, double milliseconds)
    {
        m_panel.reset();
        m_session = std::make_unique<Session>(defaultExperiment(*findModel(id)));
        m_panel = std::make_unique<MeasuredPanel>(*m_session);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        m_session->advanceBy(milliseconds);
        QTRY_VERIFY(!m_session->trace().empty() && m_session->trace().latestTime() >= milliseconds - 1e-9);
    }
    QString said(const char* id) const { return m_panel->shownValue(QLatin1String(id)); }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void cleanup()
    {
        m_panel.reset();
        m_session.reset();
    }

    void theLeakyModelFiresByItsFormula()
    {
        show("leaky-integrate-and-fire", 300);
        const Model& model = m_session->model();
        const QString rate = shown(*steadyRate(model, model.defaults(), model.input.value), "Hz");
        QTRY_COMPARE(said("rate"), rate);
        QCOMPARE(said("formula"), rate);
        QTRY_COMPARE(said("variation"), QStringLiteral("0.000"));
        QTRY_COMPARE(said("spikes"), QString::number(m_session->trace().spikes().size()));
        QTRY_COMPARE(said("rheobase"), shown(2, "nA"));
        QVERIFY(said("amplitude").isEmpty());
    }

    void noFormulaForANoisyInput()
    {
        show("leaky-integrate-and-fire", 10);
        Experiment experiment = m_session->experiment();
        experiment.noise = {Noise::Kind::white, 0.1, 5};
        QVERIFY(m_session->edit(experiment).empty());
        QTRY_COMPARE(said("formula"), QStringLiteral("—"));
    }

    void nothingIsKnownBeforeTheFirstSpikes()
    {
        show("leaky-integrate-and-fire", 1);
        for (const char* id : {"rate", "interval", "variation"}) QCOMPARE(said(id), QStringLiteral("—"));
        QCOMPARE(said("spikes"), QStringLiteral("0"));
    }

    /// Every line says what the table of measures says of the recorded run, and its tool tip quotes the definition.
    void agreesWithTheTable_data()
    {
        QTest::addColumn<QString>("model");
        for (const Model& model : catalogue()) QTest::newRow(model.id.data()) << QString::fromUtf8(model.id.data());
    }
    void agreesWithTheTable()
    {
        QFETCH(QString, model);
        show(qPrintable(model), 200);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->rheobase() || !m_session->model().fires(), 30'000);
        const std::map<QString, const char*> lines{
            {"rate", "rate"},           {"meanRate", "mean-rate"}, {"interval", "isi.last"},
            {"variation", "cv"},        {"spikes", "spikes"},      {"amplitude", "amplitude"},
            {"width", "half-width"},    {"rheobase", "rheobase"},  {"sustained", "rheobase.sustained"},
            {"formula", "rate.formula"}};
        const MeasuredRun run = measured(m_session->trace(), m_session->experiment());
        for (const auto& [name, id] : lines) {
            const auto* label = m_panel->findChild<QLabel*>(name);
            if (!label) continue;
            const Measure& told = measure(id);
            const auto value = told.ofRun ? told.ofRun(run) : told.ofExperiment(m_session->experiment(), {});
            QTRY_COMPARE(label->text(), shown(value, told, m_session->model()));
            QCOMPARE(label->toolTip(), definitionOf(id));
            QVERIFY(!label->accessibleName().isEmpty());
        }
        QCOMPARE(m_panel->findChild<QLabel*>("rate") != nullptr, m_session->model().fires());
    }

    /// Regular firing after a change is regular, whatever was before it.
    void beginsAnewAtEachChange()
    {
        show("leaky-integrate-and-fire", 100);
        QVERIFY(m_session->setParameter(*indexOf(m_session->model().parameters, "R"), 20).empty());
        QTRY_VERIFY(m_session->changedAt() > 99);
        QTRY_COMPARE(said("spikes"), QStringLiteral("0"));
        for (const char* id : {"rate", "meanRate", "interval", "variation"}) QTRY_COMPARE(said(id), QStringLiteral("—"));
        m_session->advanceBy(100);
        QTRY_COMPARE(said("rate"), said("formula"));
        QTRY_COMPARE(said("variation"), QStringLiteral("0.000"));
        QTRY_VERIFY(said("spikes").toInt() > 4 && said("spikes").toInt() < static_cast<int>(m_session->trace().spikes().size()));
    }

    void theSquidAxonShowsItsSpike()
    {
        show("hodgkin-huxley", 60);
        const MeasuredRun run = measured(m_session->trace(), m_session->experiment());
        const double amplitude = measure("amplitude").ofRun(run).value(), width = measure("half-width").ofRun(run).value();
        QTRY_COMPARE(said("amplitude"), shown(amplitude, "mV"));
        QCOMPARE(said("width"), shown(width, "ms"));
        QVERIFY(amplitude > 80 && amplitude < 105 && width > 0.8 && width < 2);
        QVERIFY(said("formula").isEmpty());
        QVERIFY(!said("sustained").isEmpty());
    }

    void thePassiveMembraneHasNoSpikes()
    {
        show("passive", 5);
        QVERIFY(said("rate").isEmpty());
    }
};

QTEST_MAIN(TestMeasuredPanel)
#include "tst_measured_panel.moc"
