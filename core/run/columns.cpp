// SPDX-License-Identifier: GPL-3.0-or-later
#include "columns.h"

#include <algorithm>

namespace rheobase {

namespace {

constexpr Quantity timeQuantity{"t", "ms", 0, 0, 1, "time"};

}

Columns::Columns(const Model& model)
{
    m_all.reserve(potential + model.state.size() + model.terms.size());
    m_all.push_back({timeQuantity, Role::given});
    m_all.push_back({model.input, Role::input});
    const auto add = [&](Role role, std::span<const Quantity> table) {
        for (std::size_t i = 0; i < table.size(); ++i) m_all.push_back({table[i], role, i});
    };
    add(Role::state, model.state);
    add(Role::term, model.terms);
}

std::size_t Columns::first(Role role) const
{
    return static_cast<std::size_t>(std::ranges::find(m_all, role, &TraceColumn::role) - m_all.begin());
}

std::size_t Columns::count(Role role) const { return static_cast<std::size_t>(std::ranges::count(m_all, role, &TraceColumn::role)); }

std::optional<std::size_t> Columns::named(std::string_view name) const
{
    const auto isIt = [&](const TraceColumn& column) {
        return column.quantity.symbol == name || identifier(column.quantity.symbol) == name;
    };
    const auto it = std::ranges::find_if(m_all, isIt);
    return it == m_all.end() ? std::nullopt : std::optional(static_cast<std::size_t>(it - m_all.begin()));
}

std::string columnName(const Quantity& quantity)
{
    if (quantity.symbol == timeQuantity.symbol) return "time_ms";
    const std::string name = identifier(quantity.symbol);
    return quantity.unit.empty() ? name : name + "_" + identifier(quantity.unit);
}

}
