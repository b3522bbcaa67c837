// SPDX-License-Identifier: GPL-3.0-or-later
#include "preset_views.h"

#include "trace_stack.h"

namespace rheobase {

void PresetViews::show(const std::optional<PresetView>& wish)
{
    const Timebase& base = m_stack.timebase();
    if (!wish) {
        if (isInForce()) m_stack.setWindowLength(m_before->length);
        return end();
    }
    if (!isInForce()) m_before = Setting{base.kind(), base.rearm(), base.persistence(), m_stack.windowLength()};
    m_wished = Setting{timebaseKind(wish->trigger), Timebase::Rearm::normal, wish->sweeps, wish->window}; // no sweep that is no event
    m_stack.setWindowLength(m_wished->length);
    follow(*m_wished);
}

void PresetViews::end()
{
    if (isInForce()) follow(*m_before);
    m_wished.reset();
}

bool PresetViews::isInForce() const
{
    const Timebase& base = m_stack.timebase();
    return m_wished && base.kind() == m_wished->kind && base.rearm() == m_wished->rearm && base.persistence() == m_wished->sweeps;
}

void PresetViews::follow(const Setting& setting)
{
    m_stack.timebase().setPersistence(setting.sweeps);
    m_stack.timebase().setRearm(setting.rearm);
    m_stack.timebase().setKind(setting.kind);
    m_stack.returnToLive();
}

}
