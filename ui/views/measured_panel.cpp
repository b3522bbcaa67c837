// SPDX-License-Identifier: GPL-3.0-or-later
#include "measured_panel.h"

#include "calm_place.h"
#include "heading.h"
#include "session.h"
#include "spike_features.h"
#include "spike_table.h"
#include "spikes.h"
#include "words.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>

#include <cmath>

namespace rheobase {

namespace {

const QString none = QStringLiteral("—");

struct Words {
    Q_DECLARE_TR_FUNCTIONS(MeasuredPanel)
};

/// One line of the panel.
struct Measure {
    QString id, name, meaning;
};

std::vector<Measure> measuresOf(const Model& model)
{
    std::vector<Measure> measures;
    const auto add = [&](const char* id, const QString& name, const QString& meaning) {
        measures.push_back({QLatin1String(id), name, meaning});
    };
    const bool fires = model.fires();
    if (!fires) return measures;
    const bool isStated = indexOf(model.derived, "I_th").has_value();
    if (isStated) add("rheobase", Words::tr("Rheobase"), Words::tr("The least lasting current that makes the neuron fire"));
    else {
        add("rheobase", Words::tr("Rheobase, one spike"), Words::tr("The least current step from rest that makes the neuron fire once"));
        add("sustained", Words::tr("Rheobase, lasting firing"),
            Words::tr("The least current step from rest after which the neuron goes on firing"));
    }
    add("rate", Words::tr("Firing rate"), Words::tr("The inverse of the last inter-spike interval"));
    if (model.linear)
        add("formula", Words::tr("Firing rate by formula"),
            Words::tr("1/(t_ref + T), where T is the exact time from reset to threshold under the present current, if it lasts and has no "
                      "noise"));
    add("interval", Words::tr("Last inter-spike interval"), Words::tr("The time between the last two spikes"));
    add("variation", Words::tr("CV of intervals"),
        Words::tr("Coefficient of variation: standard deviation over mean of the last inter-spike intervals (at most 20)"));
    add("spikes", Words::tr("Spikes"), Words::tr("Spikes since the start of the run"));
    if (!model.jumps) {
        add("amplitude", Words::tr("Spike amplitude"), SpikeTable::meaning(SpikeTable::amplitude));
        add("width", Words::tr("Half-width"), SpikeTable::meaning(SpikeTable::halfWidth));
    }
    return measures;
}

}

MeasuredPanel::MeasuredPanel(Session& session, QWidget* parent) : QWidget(parent), m_session(session)
{
    connect(&session, &Session::readingsDue, this, [this] {
        if (isVisible()) refresh();
    });
    connect(&session, &Session::modelChanged, this, &MeasuredPanel::adoptModel);
    adoptModel();
}

void MeasuredPanel::adoptModel()
{
    qDeleteAll(findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
    delete layout();
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setVerticalSpacing(5);
    grid->setColumnStretch(0, 1);
    grid->addWidget(sectionHeading(tr("Measured")), 0, 0, 1, 2);
    const auto measures = measuresOf(m_session.model());
    if (measures.empty()) {
        auto* silent = new QLabel(tr("This model has no spikes."));
        silent->setProperty("role", "faint");
        silent->setContentsMargins(4, 0, 0, 0);
        grid->addWidget(silent, 1, 0, 1, 2);
    }
    for (const Measure& measure : measures) {
        auto* name = new QLabel(measure.name);
        auto* value = new QLabel(none);
        name->setContentsMargins(4, 0, 0, 0);
        value->setContentsMargins(0, 0, 4, 0);
        name->setProperty("role", "faint");
        value->setObjectName(measure.id);
        value->setAccessibleName(measure.name);
        value->setAlignment(Qt::AlignRight);
        value->setMinimumWidth(value->fontMetrics().horizontalAdvance(QStringLiteral("0000.00 µA/cm²"))); // hardly ever needs more
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        for (QLabel* label : {name, value}) label->setToolTip(measure.meaning);
        const int row = grid->rowCount();
        grid->addWidget(name, row, 0);
        grid->addWidget(new CalmPlace(value), row, 1);
    }
    refresh();
}

void MeasuredPanel::put(const QString& id, const QString& value)
{
    if (auto* label = findChild<QLabel*>(id); label && label->text() != value) label->setText(value);
}

QString MeasuredPanel::shownValue(const QString& id) const
{
    const auto* label = findChild<QLabel*>(id);
    return label ? label->text() : QString();
}

void MeasuredPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

QString MeasuredPanel::rheobaseText(bool sustained) const
{
    const auto rheobase = m_session.rheobase();
    if (!rheobase) return tr("searching …");
    return shown(sustained ? rheobase->sustained : rheobase->spike, m_session.model().input.unit);
}

QString MeasuredPanel::formulaText() const
{
    const Experiment& experiment = m_session.experiment();
    const Trace& trace = m_session.trace();
    Drive drive(experiment.stimulus);
    drive.seek(trace.latestTime());
    if (!drive.varying().empty() || experiment.noise.kind != Noise::Kind::none) return none;
    const double I = drive.constant() + (m_session.isInjecting() ? experiment.injection : 0);
    const auto rate = steadyRate(m_session.model(), experiment.parameters, I);
    return rate ? shown(*rate, "Hz") : none;
}

void MeasuredPanel::refresh()
{
    const Trace& trace = m_session.trace();
    const auto spikes = trace.spikes();
    const auto orNone = [](std::optional<double> value, std::string_view unit) { return value ? shown(*value, unit) : none; };
    put(QStringLiteral("rheobase"), rheobaseText(false));
    put(QStringLiteral("sustained"), rheobaseText(true));
    put(QStringLiteral("rate"), spikes.size() < 2 ? none : shown(m_session.firingRate(), "Hz"));
    put(QStringLiteral("formula"), formulaText());
    put(QStringLiteral("interval"), orNone(lastInterval(spikes), "ms"));
    const auto variation = variationOfIntervals(spikes);
    put(QStringLiteral("variation"), variation ? QLocale().toString(*variation, 'f', 3) : none);
    put(QStringLiteral("spikes"), QLocale().toString(static_cast<qulonglong>(spikes.size())));
    if (findChild<QLabel*>(QStringLiteral("amplitude")) == nullptr) return;
    const auto features = lastSpikeFeatures(trace);
    put(QStringLiteral("amplitude"), orNone(features.amplitude(), "mV"));
    put(QStringLiteral("width"), orNone(features.halfWidth, "ms"));
}

}
