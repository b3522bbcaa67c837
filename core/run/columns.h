// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rheobase {

/// A column of a run: what it holds, and which row of the model's tables that is.
struct TraceColumn {
    Quantity quantity;
    Role role; ///< of time: Role::given
    std::size_t index = 0;
};

/// What is recorded of a run, in this order: the time in ms, what is given to the neuron, its states, its terms.
class Columns {
public:
    /// Where every run has the time, what is given, and the membrane potential.
    static constexpr std::size_t time = 0, given = 1, potential = 2;

    explicit Columns(const Model& model);

    std::size_t size() const { return m_all.size(); }
    const TraceColumn& operator[](std::size_t column) const { return m_all[column]; }
    auto begin() const { return m_all.begin(); }
    auto end() const { return m_all.end(); }

    /// The first column of a role; those of its other rows follow.
    std::size_t first(Role role) const;
    /// How many columns have a role.
    std::size_t count(Role role) const;
    /// The column of a row of a table.
    std::size_t of(Role role, std::size_t index) const { return first(role) + index; }
    /// The column whose quantity has this symbol or identifier (V, I, m, I_Na …).
    std::optional<std::size_t> named(std::string_view name) const;
    /// The part of a whole row that has a role.
    std::span<const double> part(Role role, std::span<const double> row) const { return row.subspan(first(role), count(role)); }

private:
    std::vector<TraceColumn> m_all;
};

/// The header of a column in files: "time_ms", "V_mV", "I_nA", "I_Na_uA_per_cm2"; the symbol alone where there is no unit.
std::string columnName(const Quantity& quantity);

}
