// SPDX-License-Identifier: GPL-3.0-or-later
#include "mode_switch.h"

#include "nice.h"
#include "session.h"
#include "words.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QToolButton>

namespace rheobase {

namespace {

QToolButton* half(const QString& name, const QString& text, const char* role)
{
    auto* made = new QToolButton;
    made->setObjectName(name);
    made->setText(text);
    made->setAccessibleName(text);
    made->setCheckable(true);
    made->setProperty("role", QLatin1String(role));
    made->setFocusPolicy(Qt::TabFocus);
    made->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return made;
}

}

ModeSwitch::ModeSwitch(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_current(half(QStringLiteral("currentClamp"), tr("Current clamp"), "firstHalf")),
      m_voltage(half(QStringLiteral("voltageClamp"), tr("Voltage clamp"), "secondHalf"))
{
    setAccessibleName(tr("What the electrode does"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(0);
    auto* group = new QButtonGroup(this);
    for (QToolButton* button : {m_current, m_voltage}) {
        row->addWidget(button);
        group->addButton(button);
    }
    connect(m_voltage, &QToolButton::toggled, this, &ModeSwitch::choose);
    for (const auto change : {&Session::experimentChanged, &Session::veilChanged}) connect(&session, change, this, &ModeSwitch::refresh);
    refresh();
}

/// A new run: what is commanded begins at its time 0.
void ModeSwitch::choose(bool isClamped)
{
    Experiment next = m_session.experiment();
    if (rheobase::isClamped(next) == isClamped) return;
    next.mode = isClamped ? Mode::voltageClamp : Mode::currentClamp;
    if (isClamped && next.clamp.repeat == 0) next.clamp.repeat = niceAtLeast(lengthOf(next.clamp)); // the run goes through the steps
    m_session.load(next, isClamped ? tr("Voltage clamp") : tr("Current clamp"));
    refresh(); // where a lesson refuses
}

void ModeSwitch::refresh()
{
    const bool isClamped = rheobase::isClamped(m_session.experiment()), isLocked = m_session.veil().isLocked("clamp");
    const Sentence refusal = clampRefusal(m_session.model());
    (isClamped ? m_voltage : m_current)->setChecked(true);
    m_current->setEnabled(!isLocked || !isClamped);
    m_voltage->setEnabled(isClamped || (!isLocked && refusal.empty()));
    const QString injects = tr("The electrode injects a current, and V is free"),
                  commands = tr("The electrode takes whatever current keeps V as commanded");
    m_current->setToolTip(isLocked && isClamped ? lockedTip() : injects);
    m_voltage->setToolTip(!refusal.empty() ? spoken(refusal) : isLocked && !isClamped ? lockedTip() : commands);
    for (QToolButton* button : {m_current, m_voltage}) button->setAccessibleDescription(button->toolTip());
    setVisible(!m_session.veil().hides("clamp"));
}

}
