// SPDX-License-Identifier: GPL-3.0-or-later
#include "scope_bar.h"

#include "chooser.h"
#include "flow_row.h"
#include "theme.h"
#include "trace_plot.h"
#include "trace_stack.h"
#include "words.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QSpinBox>
#include <QToolButton>

namespace rheobase {

namespace {

template<class Widget> Widget* named(Widget* widget, const char* id, const QString& name, const QString& tip)
{
    widget->setObjectName(QLatin1String(id));
    widget->setAccessibleName(name);
    widget->setToolTip(tip);
    widget->setFocusPolicy(Qt::TabFocus);
    return widget;
}

/// A chooser that is as wide as its words.
QComboBox* chooser(const char* id, const QString& name, const QString& tip, const QStringList& words, const QStringList& tips)
{
    auto* made = named(new Chooser, id, name, tip);
    made->addItems(words);
    for (int i = 0; i < made->count(); ++i) made->setItemData(i, tips[i], Qt::ToolTipRole);
    return made;
}

}

ScopeBar::ScopeBar(TraceStack& stack, QWidget* parent) : QWidget(parent), m_stack(stack), m_row(new FlowRow(this))
{
    pad(m_row, {0, 0, 0, 8}, 6);
    makeTrigger();
    m_tools = m_row->count();
    m_row->addStretch();
    makeWindow();
    connect(&m_stack.timebase(), &Timebase::stateChanged, this, &ScopeBar::refreshTrigger);
    connect(&m_stack, &TraceStack::windowChanged, this, &ScopeBar::refresh);
    connect(&m_stack, &TraceStack::potentialRangeChanged, this, &ScopeBar::refresh);
    connect(&m_stack, &TraceStack::rowsChanged, this, &ScopeBar::refresh);
    refresh();
    refreshTrigger();
    keepDressed(this, [this] {
        m_length->setMinimumWidth(scaled(58));
        paintIcons();
    });
}

void ScopeBar::makeTrigger()
{
    Timebase& base = m_stack.timebase();
    m_kind = chooser(
        "timebase", tr("Time base"), tr("How the plots follow the run"),
        {tr("Scroll"), tr("Sweep"), tr("On spike"), tr("On level ↗"), tr("On level ↘"), tr("On onset")},
        {tr("The plots scroll with the run"), tr("The trace is overwritten in place, from left to right"),
         tr("Each spike begins a sweep, and stands at t = 0"),
         tr("The potential passing a level upwards begins a sweep, once it has been up to 10 mV below; drag the level in the plot"),
         tr("The potential passing a level downwards begins a sweep, once it has been up to 10 mV above; drag the level in the plot"),
         tr("Each onset of the stimulus begins a sweep, and stands at t = 0")});
    m_rearm =
        chooser("rearm", tr("After a sweep"), tr("What follows a sweep"), {tr("Auto"), tr("Normal"), tr("Single")},
                {tr("The next event; after a while without one, a sweep all the same"),
                 tr("The next event; until then the last sweep stays"), tr("One sweep, which stays until the trigger is armed again")});
    m_sweeps = named(new QSpinBox, "persistence", tr("Sweeps that stay"), tr("How many sweeps stay, fading"));
    m_sweeps->setRange(1, 50);
    m_sweeps->setValue(base.persistence());
    m_sweeps->setPrefix(QStringLiteral("× "));
    m_sweeps->setButtonSymbols(QAbstractSpinBox::NoButtons);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_kind, m_rearm, m_sweeps}) m_row->addWidget(widget);
    m_mean = addButton("mean", Sign::mean, tr("Mean of the sweeps"), tr("Shows the mean of the sweeps that stay"));
    m_mean->setCheckable(true);
    m_arm = addButton("arm", Sign::arm, tr("Arm the trigger"), tr("Forgets the sweeps and waits for the next event"));
    connect(m_kind, &QComboBox::activated, this, [&base](int index) { base.setKind(static_cast<Timebase::Kind>(index)); });
    connect(m_rearm, &QComboBox::activated, this, [&base](int index) { base.setRearm(static_cast<Timebase::Rearm>(index)); });
    connect(m_sweeps, &QSpinBox::valueChanged, &base, &Timebase::setPersistence);
    connect(m_mean, &QToolButton::toggled, &base, &Timebase::setAveraging);
    connect(m_arm, &QToolButton::clicked, &base, &Timebase::arm);
}

void ScopeBar::makeWindow()
{
    m_fixed = addButton("fixed", Sign::lock, tr("Fix the range of the potential"),
                        tr("Keeps the range of the potential as it is now; off: it fits what is shown. Shift and the wheel zoom it"));
    m_fixed->setCheckable(true);
    const auto step = [this](const char* id, const QString& text, const QString& name, const QString& tip, int direction) {
        auto* made = named(new QToolButton, id, name, tip);
        made->setText(text);
        connect(made, &QToolButton::clicked, this, [this, direction] { m_stack.stepWindow(direction); });
        m_row->addWidget(made);
    };
    step("shorter", QStringLiteral("−"), tr("Shorter window"), tr("Shows a shorter time; so does the wheel"), -1);
    m_length = new QLabel;
    m_length->setObjectName(QStringLiteral("windowLength"));
    m_length->setAlignment(Qt::AlignCenter);
    m_length->setToolTip(tr("The time that the plots show"));
    m_row->addWidget(m_length);
    step("longer", QStringLiteral("+"), tr("Longer window"), tr("Shows a longer time; so does the wheel"), 1);
    connect(m_fixed, &QToolButton::clicked, this, [this](bool on) {
        m_stack.setPotentialRange(on ? std::optional(m_stack.plot(QStringLiteral("potential"))->verticalRange()) : std::nullopt);
    });
}

QToolButton* ScopeBar::addButton(const char* id, Sign sign, const QString& name, const QString& tip)
{
    auto* made = named(new QToolButton, id, name, QStringLiteral("%1: %2").arg(name, tip));
    m_signs.emplace_back(made, sign);
    m_row->addWidget(made);
    return made;
}

void ScopeBar::addTool(QAction* action, Sign sign)
{
    auto* tool = new QToolButton;
    tool->setDefaultAction(action);
    tool->setToolButtonStyle(Qt::ToolButtonIconOnly);
    tool->setAccessibleName(action->text());
    tool->setFocusPolicy(Qt::TabFocus);
    m_signs.emplace_back(tool, sign);
    m_row->insertWidget(m_tools++, tool);
    paintIcons();
}

void ScopeBar::paintIcons()
{
    for (const auto& [button, sign] : m_signs) {
        const QIcon painted = icon(sign, theme().text);
        button->defaultAction() ? button->defaultAction()->setIcon(painted) : button->setIcon(painted);
    }
}

void ScopeBar::refresh()
{
    m_length->setText(duration(m_stack.windowLength()));
    m_fixed->setChecked(m_stack.potentialRange().has_value());
}

void ScopeBar::refreshTrigger()
{
    const Timebase& base = m_stack.timebase();
    m_kind->setCurrentIndex(static_cast<int>(base.kind()));
    m_kind->setAccessibleDescription(base.isTriggered() ? base.stateText() : QString());
    m_rearm->setCurrentIndex(static_cast<int>(base.rearm()));
    m_sweeps->setValue(base.persistence());
    for (QWidget* widget : std::initializer_list<QWidget*>{m_rearm, m_sweeps, m_mean, m_arm}) widget->setVisible(base.isTriggered());
}

}
