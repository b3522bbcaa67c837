// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue.h"
#include "measured_panel.h"
#include "session.h"
#include "spike_features.h"
#include "spikes.h"
#include "words.h"

#include <QLocale>
#include <QTest>

using namespace rheobase;

/// What the panel of measurements says of runs whose answer is known.
class MeasuredPanelTest : public QObject {
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

    void theSquidAxonShowsItsSpike()
    {
        show("hodgkin-huxley", 60);
        const SpikeFeatures features = lastSpikeFeatures(m_session->trace());
        QTRY_COMPARE(said("amplitude"), shown(features.amplitude().value(), "mV"));
        QCOMPARE(said("width"), shown(features.halfWidth.value(), "ms"));
        QVERIFY(*features.amplitude() > 80 && *features.amplitude() < 105 && *features.halfWidth > 0.8 && *features.halfWidth < 2);
        QVERIFY(said("formula").isEmpty());
        QVERIFY(!said("sustained").isEmpty());
    }

    void thePassiveMembraneHasNoSpikes()
    {
        show("passive", 5);
        QVERIFY(said("rate").isEmpty());
    }
};

QTEST_MAIN(MeasuredPanelTest)
#include "tst_measured_panel.moc"
