// SPDX-License-Identifier: GPL-3.0-or-later
#include "live_values.h"

#include "sealed.h"
#include "words.h"

namespace rheobase {

LiveValues::LiveValues(const Session& session)
    : m_parameters(effectiveParameters(disguised(session.experiment()))), m_derived(session.model().derivedFrom(m_parameters))
{
    const Model& model = session.model();
    const Trace& trace = session.trace();
    const Experiment& experiment = session.experiment();
    m_time = trace.latestTime();
    m_state = trace.empty() ? start(disguised(experiment)).state : trace.latestState();
    m_terms = model.termsAt(m_state, m_parameters);
    // While it waits, what was changed since the last row counts already.
    const bool isAsSet = trace.empty() || (!session.isRunning() && experiment.noise.kind == Noise::Kind::none);
    const double recorded = trace.empty() ? 0 : trace.latest(Columns::given);
    if (isClamped(experiment)) m_input = recorded;
    else m_input = isAsSet ? current(experiment.stimulus, m_time) + (session.isInjecting() ? experiment.injection : 0) : recorded;
    m_held = !trace.empty() && m_time < session.status().heldUntil;
}

Values LiveValues::values() const { return {m_parameters, m_state, m_terms, m_derived, m_input}; }

double LiveValues::of(Name name) const
{
    switch (name.role) {
    case Role::parameter: return m_parameters[name.index];
    case Role::state: return m_state[name.index];
    case Role::term: return m_terms[name.index];
    case Role::derived: return m_derived[name.index];
    case Role::input: return m_input;
    case Role::given: break;
    }
    return 0;
}

const Quantity& quantityOf(const Model& model, Name name)
{
    switch (name.role) {
    case Role::parameter: return model.parameters[name.index];
    case Role::state: return model.state[name.index];
    case Role::term: return model.terms[name.index];
    case Role::derived: return model.derived[name.index];
    case Role::input:
    case Role::given: break;
    }
    return model.input;
}

QString explained(const Session& session, Name name)
{
    const Quantity& q = quantityOf(session.model(), name);
    const bool isHidden =
        session.veil().hides(identifier(q.symbol)) || (name.role == Role::term && session.veil().hides("equation-values"));
    const QString value = isHidden ? QStringLiteral("?") : shown(LiveValues(session).of(name), q.unit);
    return QStringLiteral("<p style='white-space:pre'>%1 = <b>%2</b></p><p>%3</p>")
        .arg(richText(q.symbol), value.toHtmlEscaped(), spoken(q.meaning).toHtmlEscaped());
}

}
