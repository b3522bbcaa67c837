// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session.h"
#include "symbol.h"

namespace rheobase {

/// Every number of a session at its last row: the values of all names. What is sealed is as in the model's table, and what follows from it.
class LiveValues {
public:
    explicit LiveValues(const Session& session);
    /// For evaluate(); valid as long as this.
    Values values() const;
    /// The value of one quantity.
    double of(Name name) const;
    /// True in the refractory period, in which a reset holds the state.
    bool isHeld() const { return m_held; }
    double time() const { return m_time; }

private:
    std::vector<double> m_parameters, m_state, m_terms, m_derived;
    double m_input = 0, m_time = 0;
    bool m_held = false;
};

/// What a name stands for in a model.
const Quantity& quantityOf(const Model& model, Name name);

/// A tool tip on a quantity: symbol, meaning, value, unit.
QString explained(const Session& session, Name name);

}
