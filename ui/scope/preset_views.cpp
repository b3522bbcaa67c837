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
    if (!isInForce()) m_before = Setting{base.kind(), base.persistence(), m_stack.windowLength()};
    m_wished = Setting{timebaseKind(wish->trigger), wish->sweeps, wish->window};
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
    return m_wished && base.kind() == m_wished->kind && base.persistence() == m_wished->sweeps;
}

void PresetViews::follow(const Setting& setting)
{
    m_stack.timebase().setPersistence(setting.sweeps);
    m_stack.timebase().setKind(setting.kind);
    m_stack.returnToLive();
}

}
