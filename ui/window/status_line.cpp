// SPDX-License-Identifier: GPL-3.0-or-later
#include "status_line.h"

#include "calm_place.h"
#include "measure_words.h"
#include "measured_number.h"
#include "session.h"
#include "theme.h"
#include "words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

#include <cmath>

namespace rheobase {

namespace {

constexpr int legible = 6000; // ms

QString bold(const QString& text) { return QStringLiteral("<b>%1</b>").arg(text.toHtmlEscaped()); }

}

StatusLine::StatusLine(Session& session, QWidget* parent) : QWidget(parent), m_session(session)
{
    setObjectName(QStringLiteral("statusLine"));
    setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(this);
    pad(row, {12, 3, 12, 3}, 24);
    const auto label = [&](const QString& name, const QString& tip) {
        auto* made = new MeasuredNumber;
        made->setObjectName(name);
        made->setToolTip(tip);
        made->setTextFormat(Qt::RichText);
        row->addWidget(new CalmPlace(made));
        return made;
    };
    m_time = label(QStringLiteral("time"), tr("Model time since the start of the run"));
    m_steps = label(QStringLiteral("steps"), tr("The family of test potentials"));
    m_spikes = label(QStringLiteral("spikes"), tr("Spikes since the start of the run"));
    m_rate = label(QStringLiteral("rate"), definitionOf("rate.last"));
    m_rate->setAbout(QStringLiteral("rate.last"));
    m_spikes->setAbout(QStringLiteral("spikes"));
    keepDressed(m_spikes, [spikes = m_spikes] {
        spikes->setMinimumWidth(spikes->fontMetrics().horizontalAdvance(tr("%1 spikes").arg(QStringLiteral("0000"))));
    });
    m_solver = label(QStringLiteral("solver"), tr("The solver and its step size"));
    m_speed = label(QStringLiteral("achieved"), tr("Model time a second, as achieved"));
    row->addStretch();
    m_done = label(QStringLiteral("done"), tr("What was done last"));
    connect(&m_doneFor, &QTimer::timeout, m_done, &QLabel::clear);
    m_doneFor.setSingleShot(true);
    m_kept = label(QStringLiteral("kept"), tr("Rows of the trace that had to be given up to bound the memory"));
    m_seed = label(QStringLiteral("seed"), tr("Seed of the noise: the same seed gives the same run"));

    connect(&session, &Session::readingsDue, this, &StatusLine::refresh);
    for (const auto follow : {&StatusLine::refreshSolver, &StatusLine::followMode})
        connect(&session, &Session::experimentChanged, this, follow);
    followMode();
    refresh();
}

void StatusLine::confirm(const QString& what)
{
    m_done->setText(QStringLiteral("<span style='color:%1'>✓</span> %2").arg(theme().rest.name(), bold(what)));
    m_doneFor.start(legible);
}

void StatusLine::refresh()
{
    const Trace& trace = m_session.trace();
    const double rate = m_session.firingRate();
    m_time->setText(QStringLiteral("<i>t</i> = %1").arg(bold(moment(trace.latestTime()))));
    const QString count = bold(QLocale().toString(static_cast<qulonglong>(trace.spikes().size())));
    m_spikes->setText(trace.spikes().size() == 1 ? tr("%1 spike").arg(count) : tr("%1 spikes").arg(count));
    m_rate->setText(rate > 0 ? bold(shown(rate, "Hz", 3)) : tr("not firing"));
    m_speed->setText(speedText());
    m_kept->setText(keptText());
    refreshSolver();
}

/// What is clamped has no spikes, but steps.
void StatusLine::followMode()
{
    const Experiment& e = m_session.experiment();
    for (const QLabel* label : {m_spikes, m_rate}) label->parentWidget()->setVisible(!isClamped(e));
    m_steps->parentWidget()->setVisible(isClamped(e));
    const QString count = bold(QString::number(e.clamp.steps.size())), width = bold(shown(e.clamp.width, "ms"));
    m_steps->setText(e.clamp.steps.size() == 1 ? tr("%1 step of %2").arg(count, width) : tr("%1 steps of %2").arg(count, width));
}

void StatusLine::refreshSolver()
{
    const Experiment& experiment = m_session.experiment();
    if (isClamped(experiment) && experiment.clamp.seriesResistance == 0) m_solver->setText(tr("gates in closed form"));
    else m_solver->setText(tr("%1 · Δt %2").arg(bold(spoken(description(experiment.solver).name)), bold(shown(experiment.dt, "ms"))));
    m_seed->setText(tr("seed %1").arg(bold(QString::number(experiment.seed))));
}

/// What has been thinned to its least and greatest values, and what is gone.
QString StatusLine::keptText() const
{
    const Trace& trace = m_session.trace();
    if (trace.rawFrom(1) == 0) return {};
    const QString raw = tr("every sample since %1").arg(bold(moment(trace.time(trace.rawFrom(1)), 1)));
    return trace.oldest() == 0 ? raw : tr("%1, outlines since %2").arg(raw, bold(moment(trace.startTime(), 1)));
}

QString StatusLine::speedText() const
{
    const RunStatus status = m_session.status();
    if (!status.running) return status.divergence ? tr("stopped: diverged") : tr("paused");
    const bool keepsUp = std::abs(status.achievedSpeed - m_session.speed()) < 0.02 * m_session.speed(); // no flicker of the last digit
    const QString achieved = bold(duration(keepsUp ? m_session.speed() : status.achievedSpeed, 3, QStringLiteral("/s")));
    if (status.achievedSpeed <= 0) return tr("starting");
    const bool behind = std::isfinite(m_session.speed()) && status.achievedSpeed < 0.9 * m_session.speed();
    return behind ? tr("reaches %1 of %2").arg(achieved, duration(m_session.speed(), 3, QStringLiteral("/s")))
                  : tr("running at %1").arg(achieved);
}

}
