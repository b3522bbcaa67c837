// SPDX-License-Identifier: GPL-3.0-or-later
#include "clamp_panel.h"

#include "channels.h"
#include "editor_list.h"
#include "heading.h"
#include "session.h"
#include "steps_field.h"
#include "switch.h"
#include "theme.h"
#include "words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace rheobase {

namespace {

/// What lessons call all of it, one of its numbers, and what is on or off.
constexpr const char* wholeClamp = "clamp";
std::string settingOf(std::string_view name) { return std::string(wholeClamp) + '.' + identifier(name); }
std::string settingOf(bool VoltageClamp::*member)
{
    return settingOf(std::ranges::find(clampSwitches, member, &ClampSwitch::member)->name);
}

/// Where a run repeats its episodes, they fit into the time from one to the next.
void fitRepetition(VoltageClamp& clamp)
{
    if (clamp.repeat > 0) clamp.repeat = std::max(clamp.repeat, lengthOf(clamp));
}

/// The parameters whose channels open and close with V: what blocks them is a part of the experiment.
std::vector<std::size_t> blockable(const Model& model)
{
    std::vector<std::size_t> found;
    for (const Channel& channel : channelsOf(model))
        if (channel.conductance && channel.gating) found.push_back(*channel.conductance);
    return found;
}

QString nameOfBlocker(const Quantity& conductance)
{
    const QString what = spoken(conductance.meaning);
    const std::string_view blocker = blockerOf(owner(conductance));
    return blocker.empty() ? capitalised(what) : QStringLiteral("%1: %2").arg(fromView(blocker), what);
}

}

ClampPanel::ClampPanel(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_command(new EditorList(session)),
      m_blockers(new EditorList(session)),
      m_amplifier(new EditorList(session)),
      m_blockersHeading(sectionHeading(tr("Blocked channels")))
{
    auto* column = new QVBoxLayout(this);
    pad(column, {}, 6);
    column->addWidget(sectionHeading(tr("Command")));
    column->addWidget(m_command);
    column->addWidget(m_blockersHeading);
    column->addWidget(m_blockers);
    column->addWidget(sectionHeading(tr("Amplifier")));
    column->addWidget(m_amplifier);
    connect(&session, &Session::experimentChanged, this, &ClampPanel::refresh);
    connect(&session, &Session::veilChanged, this, &ClampPanel::refresh);
    refresh();
}

void ClampPanel::rebuild()
{
    m_model = &m_session.model();
    m_choices.clear();
    m_steps = nullptr;
    for (EditorList* list : {m_command, m_blockers, m_amplifier}) list->clear();
    addCommand();
    addBlockers();
    addAmplifier();
}

void ClampPanel::refresh()
{
    const Experiment& e = m_session.experiment();
    const bool isShown = isClamped(e) && !m_session.veil().hides(wholeClamp);
    if (isShown && m_model != e.model) rebuild();
    setVisible(isShown);
    if (!isShown) return;
    for (EditorList* list : {m_command, m_blockers, m_amplifier}) list->refresh();
    m_steps->refresh();
    for (const Choice& choice : m_choices) {
        const bool isOn = choice.isOn(e.clamp);
        choice.knob->setChecked(isOn);
        choice.knob->setEnabled(!m_session.veil().isLocked(choice.setting));
        for (QuantityEditor* editor : choice.editors) editor->setVisible(isOn);
    }
}

QuantityEditor* ClampPanel::addNumber(EditorList* list, double VoltageClamp::*member)
{
    const auto settings = clampSettings(*m_model);
    const auto row = std::ranges::find(settings, member, &ClampSetting::member);
    return list->add(
        row->quantity, [member](const Experiment& e) { return e.clamp.*member; },
        [member](Experiment& e, double value) {
            e.clamp.*member = value;
            fitRepetition(e.clamp);
        },
        {}, settingOf(row->quantity.symbol));
}

void ClampPanel::addChoice(EditorList* list, const QString& name, const QString& tip, const std::string& setting,
                           std::function<bool(const VoltageClamp&)> isOn, std::function<void(VoltageClamp&, bool)> turn,
                           std::initializer_list<double VoltageClamp::*> members)
{
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    pad(line, {4, 2, 4, 2}, 6);
    auto* knob = new Switch(name);
    knob->setToolTip(tip);
    row->setToolTip(tip);
    line->addWidget(new QLabel(name), 1);
    line->addWidget(knob);
    list->addWidget(row);
    Choice choice{knob, setting, std::move(isOn), {}};
    for (const auto member : members) choice.editors.push_back(addNumber(list, member));
    m_choices.push_back(std::move(choice));
    connect(knob, &Switch::clicked, this, [this, turn = std::move(turn)](bool on) {
        Experiment next = m_session.experiment();
        turn(next.clamp, on);
        fitRepetition(next.clamp);
        m_session.edit(next);
        refresh(); // where it is refused
    });
}

void ClampPanel::addCommand()
{
    using C = VoltageClamp;
    const double lowest = m_model->state[0].min;
    addNumber(m_command, &C::hold);
    m_steps = new StepsField(m_session);
    m_command->addWidget(m_steps);
    addNumber(m_command, &C::width);
    addChoice(
        m_command, tr("Prepulse"), tr("Another potential before the test: what it does to the gates shows in the test"),
        settingOf(&C::hasPrepulse), [](const C& c) { return c.hasPrepulse; },
        [lowest](C& c, bool on) {
            c.hasPrepulse = on;
            if (on && c.prepulse == c.hold) c.prepulse = lowest; // else it would do nothing
        },
        {&C::prepulse, &C::prepulseWidth});
    addChoice(
        m_command, tr("Tail at another potential"), tr("Another potential after the test: channels that the test opened close there"),
        settingOf(&C::hasTail), [](const C& c) { return c.hasTail; },
        [lowest](C& c, bool on) {
            c.hasTail = on;
            if (on && c.tail == c.hold) c.tail = lowest;
        },
        {&C::tail, &C::tailWidth});
}

void ClampPanel::addBlockers()
{
    const auto all = blockable(*m_model);
    m_blockersHeading->setVisible(!all.empty());
    m_blockers->setVisible(!all.empty());
    for (const std::size_t index : all) {
        const Quantity &conductance = m_model->parameters[index], share = blockedShare(conductance);
        QuantityEditor* editor = m_blockers->add(
            share, [index](const Experiment& e) { return e.clamp.blocked[index]; },
            [index](Experiment& e, double value) { e.clamp.blocked[index] = value; },
            QStringLiteral("blocked-%1").arg(QString::fromStdString(identifier(conductance.symbol))), settingOf(conductance.symbol));
        editor->setNamed(nameOfBlocker(conductance), share.symbol);
        editor->setUnitShown(QStringLiteral("%"));
        editor->setToolTip(tr("How much of this conductance is blocked"));
        editor->slider().setColouredAs(conductance);
    }
}

/// Off by default, each: an ideal clamp of the membrane as it is.
void ClampPanel::addAmplifier()
{
    using C = VoltageClamp;
    const auto settings = clampSettings(*m_model);
    const double usual = std::ranges::find(settings, &C::seriesResistance, &ClampSetting::member)->quantity.max / 4;
    addChoice(
        m_amplifier, tr("Leak subtraction, P/4"),
        tr("Takes away four times the current that answers to a quarter of the step, where no channel opens"), settingOf(&C::subtractsLeak),
        [](const C& c) { return c.subtractsLeak; }, [](C& c, bool on) { c.subtractsLeak = on; }, {&C::subtractFrom});
    addChoice(
        m_amplifier, tr("Series resistance"), tr("The current that flows through the electrode takes V away from what is commanded"),
        settingOf("R_s"), [](const C& c) { return c.seriesResistance > 0; },
        [usual](C& c, bool on) { c.seriesResistance = on ? usual : 0; }, {&C::seriesResistance});
    addChoice(
        m_amplifier, tr("Capacitive transient"), tr("The current that charges the membrane when V changes is shown, too"),
        settingOf(&C::isCapacitive), [](const C& c) { return c.isCapacitive; }, [](C& c, bool on) { c.isCapacitive = on; }, {});
}

}
