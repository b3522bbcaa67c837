// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport_bar.h"

#include "icons.h"
#include "session.h"
#include "speed_field.h"
#include "theme.h"
#include "words.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QSlider>
#include <QToolButton>

#include <array>
#include <cmath>

namespace rheobase {

namespace {

/// The slider's places: 1-2-5 steps over the range of speeds, then "as fast as it goes".
const std::vector<double>& speeds()
{
    static const std::vector<double> places = [] {
        std::vector<double> values;
        for (int decade = -1; decade <= 6; ++decade)
            for (const double digit : {1.0, 2.0, 5.0})
                if (const double speed = digit * std::pow(10, decade); speed <= runSpeed.max * 1.001) values.push_back(speed);
        values.push_back(std::numeric_limits<double>::infinity());
        return values;
    }();
    return places;
}

int placeOf(double speed)
{
    const auto distance = [speed](double place) {
        return std::isinf(place) || std::isinf(speed) ? (place == speed ? 0.0 : 1e9) : std::abs(std::log(place / speed));
    };
    return static_cast<int>(std::ranges::min_element(speeds(), {}, distance) - speeds().begin());
}

QToolButton* buttonFor(QAction* action, const QString& role)
{
    auto* button = new QToolButton;
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setProperty("role", role);
    button->setAccessibleName(action->text());
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QAction* action(QWidget* owner, const QString& text, const QString& tip, const QKeySequence& keys)
{
    auto* made = new QAction(text, owner);
    made->setShortcut(keys);
    made->setToolTip(QStringLiteral("%1 (%2)").arg(tip, keys.toString(QKeySequence::NativeText)));
    owner->addAction(made);
    return made;
}

}

QString speedInWords(double speed)
{
    if (!std::isfinite(speed)) return TransportBar::tr("as fast as it goes");
    return TransportBar::tr("1 s shows %1").arg(duration(speed));
}

TransportBar::TransportBar(Session& session, QWidget* parent) : QWidget(parent), m_session(session)
{
    m_run = action(this, tr("Run"), tr("Run or pause the neuron"), Qt::Key_F5);
    m_run->setIconVisibleInMenu(false); // its ink is for the button
    m_restart = action(this, tr("Restart"), tr("Start again from the initial state; parameters stay"), Qt::Key_F6);
    m_restart->setShortcuts({Qt::Key_F6, Qt::Key_R});
    m_step = action(this, tr("Step"), tr("Advance by one step Δt"), Qt::Key_F7);
    m_toSpike = action(this, tr("Step to the next spike"), tr("Advance to the next spike, and stay there"), Qt::SHIFT | Qt::Key_F7);
    connect(m_toSpike, &QAction::triggered, &session, &Session::stepToSpike);
    connect(m_run, &QAction::triggered, &session, &Session::toggleRun);
    connect(m_restart, &QAction::triggered, &session, &Session::restart);
    connect(m_step, &QAction::triggered, &session, &Session::singleStep);

    m_runButton = buttonFor(m_run, QStringLiteral("primary"));
    m_runButton->setObjectName(QStringLiteral("run"));
    m_restartButton = buttonFor(m_restart, {});
    m_restartButton->setObjectName(QStringLiteral("restart"));
    m_stepButton = buttonFor(m_step, {});
    m_stepButton->setObjectName(QStringLiteral("step"));

    makeInject();
    makeSpeed();
    auto* row = new QHBoxLayout(this);
    pad(row, {}, 6);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_runButton, m_restartButton, m_stepButton, m_inject}) row->addWidget(widget);
    row->addWidget(m_speed);
    row->addWidget(m_shows);

    connect(&session, &Session::transportChanged, this, &TransportBar::refresh);
    keepDressed(this, [this] { dress(); });
}

QString TransportBar::injectTip() { return tr("Adds current while held; or hold Space"); }

void TransportBar::makeInject()
{
    m_inject = new QToolButton;
    m_inject->setObjectName(QStringLiteral("inject"));
    m_inject->setText(tr("Inject"));
    m_inject->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_inject->setToolTip(injectTip());
    m_inject->setAccessibleName(tr("Inject current while held"));
    m_inject->setFocusPolicy(Qt::TabFocus);
    connect(m_inject, &QToolButton::pressed, &m_session, [this] { m_session.setInjecting(true); });
    connect(m_inject, &QToolButton::released, &m_session, [this] { m_session.setInjecting(false); });
    for (const auto change : {&Session::veilChanged, &Session::experimentChanged})
        connect(&m_session, change, this, &TransportBar::offerInjection);
}

/// Where a lesson leaves it, and V is free.
void TransportBar::offerInjection()
{
    const bool isLocked = m_session.veil().isLocked(injectionName), isFree = !isClamped(m_session.experiment());
    m_inject->setEnabled(!isLocked && isFree);
    m_inject->setToolTip(isLocked ? lockedTip() : isFree ? injectTip() : tr("Off in voltage clamp: the electrode takes what it needs"));
}

void TransportBar::makeSpeed()
{
    m_speed = new QSlider(Qt::Horizontal);
    m_speed->setObjectName(QStringLiteral("speed"));
    m_speed->setRange(0, static_cast<int>(speeds().size()) - 1);
    m_speed->setPageStep(3);
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setToolTip(tr("How much model time passes in a second"));
    connect(m_speed, &QSlider::valueChanged, &m_session,
            [this](int place) { m_session.setSpeed(speeds()[static_cast<std::size_t>(place)]); });
    m_shows = new SpeedField;
    connect(m_shows, &SpeedField::chosen, &m_session, &Session::setSpeed);
}

std::vector<Fold> TransportBar::folds() const
{
    const auto shorten = [slider = m_speed](bool isFolded) { slider->setFixedWidth(scaled(isFolded ? 72 : 110)); };
    return {toSign(1, m_restartButton), toSign(1, m_stepButton), toSign(1, m_inject),  away(3, m_shows),
            Fold{4, shorten},           toSign(5, m_runButton),  away(7, m_stepButton)};
}

/// What is baked in by the look.
void TransportBar::dress()
{
    refresh();
    emit widthChanged();
}

void TransportBar::refresh()
{
    const QString text = m_session.isRunning() ? tr("Pause") : tr("Run");
    const bool isOther = text != m_run->text();
    m_run->setText(text);
    m_runButton->setAccessibleName(m_run->text());
    m_inject->setDown(m_session.isInjecting());
    const QSignalBlocker quiet(m_speed);
    m_speed->setValue(placeOf(m_session.speed()));
    m_shows->setSpeed(m_session.speed());
    paintIcons();
    if (isOther) emit widthChanged();
}

void TransportBar::paintIcons()
{
    m_run->setIcon(icon(m_session.isRunning() ? Sign::pause : Sign::run, theme().onAccent));
    m_restart->setIcon(icon(Sign::restart, theme().text));
    m_step->setIcon(icon(Sign::step, theme().text));
    m_inject->setIcon(icon(Sign::inject, theme().current));
}

}
