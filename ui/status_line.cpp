// SPDX-License-Identifier: GPL-3.0-or-later
#include "status_line.h"

#include "session.h"
#include "theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

#include <cmath>

namespace rheobase {

namespace {

QString bold(const QString& text) { return QStringLiteral("<b>%1</b>").arg(text.toHtmlEscaped()); }

}

StatusLine::StatusLine(Session& session, QWidget* parent) : QWidget(parent), m_session(session)
{
    setObjectName(QStringLiteral("statusLine"));
    setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 3, 12, 3);
    row->setSpacing(24);
    const auto label = [&](const QString& name, const QString& tip) {
        auto* made = new QLabel;
        made->setObjectName(name);
        made->setToolTip(tip);
        made->setTextFormat(Qt::RichText);
        row->addWidget(made);
        return made;
    };
    m_time = label(QStringLiteral("time"), tr("Model time since the start of the run"));
    m_spikes = label(QStringLiteral("spikes"), tr("Spikes since the start of the run"));
    m_rate = label(QStringLiteral("rate"), tr("Firing rate: the inverse of the last inter-spike interval"));
    m_solver = label(QStringLiteral("solver"), tr("The solver and its step size"));
    m_speed = label(QStringLiteral("achieved"), tr("Model time a second, as achieved"));
    row->addStretch();
    m_kept = label(QStringLiteral("kept"), tr("Rows of the trace that had to be given up to bound the memory"));
    m_seed = label(QStringLiteral("seed"), tr("Seed of the noise: the same seed gives the same run"));

    connect(&session, &Session::readingsDue, this, &StatusLine::refresh);
    connect(&session, &Session::experimentChanged, this, &StatusLine::refresh);
    refresh();
}

void StatusLine::refresh()
{
    const Trace& trace = m_session.trace();
    const Experiment& experiment = m_session.experiment();
    const double rate = m_session.firingRate();
    m_time->setText(tr("t = %1").arg(bold(QLocale().toString(trace.empty() ? 0 : trace.time().back(), 'f', 2) + tr(" ms"))));
    m_spikes->setText(tr("%1 spikes").arg(bold(QLocale().toString(static_cast<qulonglong>(trace.spikes().size())))));
    m_rate->setText(rate > 0 ? bold(shown(rate, "Hz", 3)) : tr("not firing"));
    m_solver->setText(tr("%1 · Δt %2").arg(bold(spoken(description(experiment.solver).name)), bold(shown(experiment.dt, "ms"))));
    m_speed->setText(speedText());
    m_kept->setText(trace.dropped() == 0 ? QString() : tr("kept since %1").arg(bold(shown(trace.time().front(), "ms", 6))));
    m_seed->setText(tr("seed %1").arg(bold(QString::number(experiment.seed))));
}

QString StatusLine::speedText() const
{
    const Runner::Status status = m_session.status();
    if (!status.running) return status.divergence ? tr("stopped: diverged") : tr("paused");
    const bool keepsUp = std::abs(status.achievedSpeed - m_session.speed()) < 0.02 * m_session.speed(); // no flicker of the last digit
    const QString achieved = bold(shown(keepsUp ? m_session.speed() : status.achievedSpeed, "ms/s", 3));
    if (status.achievedSpeed <= 0) return tr("starting");
    const bool behind = std::isfinite(m_session.speed()) && status.achievedSpeed < 0.9 * m_session.speed();
    return behind ? tr("reaches %1 of %2").arg(achieved, shown(m_session.speed(), "ms/s", 3)) : tr("running at %1").arg(achieved);
}

}
