// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace.h"

#include <algorithm>

namespace rheobase {

namespace {
constexpr Quantity timeQuantity{"t", "ms", 0, 0, 1, "time"};
}

Trace::Trace(const Model& model, std::size_t capacity)
    : m_model(&model), m_capacity(capacity), m_columns(2 + model.state.size() + model.terms.size())
{}

void Trace::record(Mark mark, double time, double I, std::span<const double> state, std::span<const double> terms)
{
    if (mark == Mark::start) {
        clear();
        ++m_runs;
    }
    if (mark == Mark::peak || mark == Mark::crossing) m_spikes.push_back(time);
    if (mark == Mark::crossing) return;
    if (rows() >= m_capacity) dropOldest();
    auto column = m_columns.begin();
    (column++)->push_back(time);
    (column++)->push_back(I);
    for (const double value : state) (column++)->push_back(value);
    for (const double value : terms) (column++)->push_back(value);
}

void Trace::clear()
{
    for (auto& column : m_columns) column.clear();
    m_spikes.clear();
    m_dropped = 0;
}

void Trace::dropOldest()
{
    const std::size_t count = std::max<std::size_t>(1, rows() / 10);
    for (auto& column : m_columns) column.erase(column.begin(), column.begin() + static_cast<std::ptrdiff_t>(count));
    m_dropped += count;
}

const Quantity& Trace::quantity(std::size_t column) const
{
    if (column == 0) return timeQuantity;
    if (column == 1) return m_model->input;
    column -= 2;
    return column < m_model->state.size() ? m_model->state[column] : m_model->terms[column - m_model->state.size()];
}

std::optional<std::size_t> Trace::columnOf(std::string_view name) const
{
    for (std::size_t i = 0; i < columns(); ++i)
        if (quantity(i).symbol == name || identifier(quantity(i).symbol) == name) return i;
    return std::nullopt;
}

std::size_t Trace::firstAt(double t) const
{
    return static_cast<std::size_t>(std::ranges::lower_bound(m_columns[0], t) - m_columns[0].begin());
}

std::string columnName(const Quantity& quantity)
{
    if (quantity.symbol == timeQuantity.symbol) return "time_ms";
    const std::string name = identifier(quantity.symbol);
    return quantity.unit.empty() ? name : name + "_" + identifier(quantity.unit);
}

}
