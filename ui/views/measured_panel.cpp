// SPDX-License-Identifier: GPL-3.0-or-later
#include "measured_panel.h"

#include "calm_place.h"
#include "heading.h"
#include "measure_words.h"
#include "measured_number.h"
#include "session.h"
#include "theme.h"
#include "words.h"

#include <QGridLayout>
#include <QLabel>

#include <cmath>

namespace rheobase {

namespace {

/// A line of the panel: its name there, and the measure.
struct Line {
    const char *name, *measure;
};

std::vector<Line> linesOf(const Model& model)
{
    std::vector<Line> lines;
    if (!model.fires()) return lines;
    lines.push_back({"rheobase", "rheobase"});
    if (!indexOf(model.derived, Part::rheobase)) lines.push_back({"sustained", "rheobase.sustained"});
    lines.insert(lines.end(), {{"rate", "rate"}, {"meanRate", "mean-rate"}});
    if (model.linear) lines.push_back({"formula", "rate.formula"});
    lines.insert(lines.end(), {{"interval", "isi.last"}, {"variation", "cv"}, {"spikes", "spikes"}});
    if (!model.jumps) lines.insert(lines.end(), {{"oscillation", "oscillation"}, {"amplitude", "amplitude"}, {"width", "half-width"}});
    return lines;
}

}

MeasuredPanel::MeasuredPanel(Session& session, QWidget* parent) : QWidget(parent), m_session(session)
{
    connect(&session, &Session::readingsDue, this, [this] {
        if (isVisible()) refresh();
    });
    for (const auto change : {&Session::modelChanged, &Session::veilChanged}) connect(&session, change, this, &MeasuredPanel::adoptModel);
    connect(&session, &Session::experimentChanged, this,
            [this] { setHidden(isClamped(m_session.experiment())); }); // then there are no spikes
    adoptModel();
}

void MeasuredPanel::adoptModel()
{
    qDeleteAll(findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
    delete layout();
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins({});
    keepDressed(grid, [grid] { grid->setVerticalSpacing(scaled(2)); });
    grid->setColumnStretch(0, 1);
    grid->addWidget(sectionHeading(tr("Measured")), 0, 0, 1, 2);
    m_rows.clear();
    auto lines = linesOf(m_session.model());
    std::erase_if(lines, [&](const Line& line) { return m_session.veil().hides(line.measure); });
    if (!m_session.model().fires()) {
        auto* silent = new QLabel(tr("This model has no spikes."));
        silent->setProperty("role", "faint");
        pad(silent, {4, 0, 0, 0});
        grid->addWidget(silent, 1, 0, 1, 2);
    }
    for (const Line& line : lines) {
        const Measure& shownMeasure = measure(line.measure);
        auto* name = new QLabel(nameOf(shownMeasure));
        auto* value = new MeasuredNumber(QStringLiteral("—"));
        pad(name, {4, 0, 0, 0});
        pad(value, {0, 0, 4, 0});
        name->setProperty("role", "faint");
        value->setObjectName(QLatin1String(line.name));
        value->setAccessibleName(name->text());
        value->setAlignment(Qt::AlignRight);
        keepDressed(value, [value] { // hardly ever needs more
            value->setMinimumWidth(value->fontMetrics().horizontalAdvance(QStringLiteral("0000.00 µA/cm²")));
        });
        value->setAbout(fromView(shownMeasure.id));
        for (QLabel* label : {name, static_cast<QLabel*>(value)}) label->setToolTip(definitionOf(shownMeasure.id));
        const int row = grid->rowCount();
        grid->addWidget(name, row, 0);
        grid->addWidget(new CalmPlace(value), row, 1);
        m_rows.emplace_back(value, &shownMeasure);
    }
    refresh();
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

/// Of the current as it is now, if it lasts.
std::optional<double> MeasuredPanel::rateByFormula() const
{
    Experiment experiment = m_session.experiment();
    Drive drive(experiment.stimulus);
    drive.seek(m_session.trace().latestTime());
    if (!drive.varying().empty()) return std::nullopt;
    experiment.stimulus = {component(*stimulusShape("constant"), injected(experiment))};
    experiment.stimulus[0].values = {drive.constant() + (m_session.isInjecting() ? experiment.injection : 0)};
    return measure("rate.formula").ofExperiment(experiment, {});
}

QString MeasuredPanel::valueOf(const Measure& measure) const
{
    const Model& model = m_session.model();
    if (measure.ofRun) return shown(m_measures.value(measure), measure, model);
    if (measure.id == "rate.formula") return shown(rateByFormula(), measure, model);
    const auto rheobase = m_session.rheobase();
    if (!rheobase) return tr("searching …");
    if (rheobase->isGraded) return tr("none: graded");
    const double found = measure.id == "rheobase" ? rheobase->spike : rheobase->sustained;
    return shown(std::isfinite(found) ? std::optional(found) : std::nullopt, measure, model);
}

void MeasuredPanel::refresh()
{
    m_measures.update(m_session.trace(), m_session.experiment(), m_session.changedAt());
    for (const auto& [label, measure] : m_rows)
        if (const QString value = valueOf(*measure); value != label->text()) label->setText(value);
}

}
