// SPDX-License-Identifier: GPL-3.0-or-later
#include "circuit_layout.h"

#include "statement.h"
#include "theme.h"
#include "words.h"

#include <QCoreApplication>

#include <algorithm>

namespace rheobase {

namespace {

using Kind = CircuitElement::Kind;

constexpr double drawn = 228; // the height between the rails that the places below are for

bool isGated(const Model& model, std::size_t term)
{
    for (const Equation& equation : model.equations()) {
        if (equation.kind != Equation::Kind::term || equation.index != term) continue;
        for (std::size_t i = 1; i < model.state.size(); ++i)
            if (mentions(equation.right, Role::state, i)) return true;
    }
    return false;
}

double px(double length) { return exactly(length); }

class Layouter {
public:
    Layouter(const Model& model, std::span<const Branch> branches, double width) : m_model(model), m_branches(branches)
    {
        m_result.size = {width, circuitHeight(width)};
        m_result.top = px(26);
        m_result.bottom = m_result.size.height() - px(26);
        m_scale = (m_result.bottom - m_result.top) / drawn;
    }

    CircuitLayout run()
    {
        const auto capacitance = indexOf(m_model.parameters, Part::capacitance);
        if (!capacitance || !isWhole()) return std::move(m_result);
        placeWires();
        ends();
        std::size_t wire = 0;
        capacitor(m_result.wires[wire++], *capacitance);
        for (std::size_t i = 0; i < m_branches.size(); ++i) branch(m_result.wires[wire++], i);
        if (const auto jump = jumpOf()) threshold(m_result.wires[wire++], jump->first, jump->second);
        source(m_result.wires[wire]);
        return std::move(m_result);
    }

private:
    /// True where the branches are all that the membrane's equation has: then it is a circuit.
    bool isWhole() const
    {
        const auto isBranch = [this](const Addend& addend) {
            if (!addend.name) return false;
            const Symbol::Node& name = addend.name.node();
            return name.role == Role::input || std::ranges::find(m_branches, name.index, &Branch::current) != m_branches.end();
        };
        return std::ranges::all_of(statements(m_model).front().addends, isBranch);
    }

    /// The parameters of threshold and reset, where the model jumps.
    std::optional<std::pair<std::size_t, std::size_t>> jumpOf() const
    {
        const auto threshold = indexOf(m_model.parameters, Part::threshold), reset = indexOf(m_model.parameters, Part::reset);
        if (!m_model.jumps || !threshold || !reset) return std::nullopt;
        return std::pair(*threshold, *reset);
    }

    /// The width that every value has room in, with its unit after it or below it.
    double labelWidth(bool isStacked) const
    {
        const QFontMetricsF values(m_result.valueFont), units(m_result.unitFont);
        double unit = units.horizontalAdvance(fromView(m_model.input.unit));
        for (const auto table : {m_model.parameters, m_model.terms})
            for (const Quantity& q : table) unit = std::max(unit, units.horizontalAdvance(fromView(q.unit)));
        const double value = values.horizontalAdvance(isStacked ? QStringLiteral("−888.8") : QStringLiteral("−88.8"));
        return isStacked ? std::max(value, unit) : value + px(3) + unit;
    }

    /// Sizes for labels of one line for value and unit, or of two; and the distance of the wires that they leave.
    double tryLabels(bool isStacked, std::size_t wires)
    {
        m_result.isStacked = isStacked;
        m_result.valueFont = formulaFont(isStacked ? 9 : 10, false);
        m_result.unitFont = interfaceFont(isStacked ? 7 : 8);
        m_nameSize = isStacked ? 11 : 12.5;
        m_label = labelWidth(isStacked);
        return (m_result.size.width() - m_first - m_label - px(7)) / static_cast<double>(wires - 1);
    }

    void placeWires()
    {
        const std::size_t count = 2 + m_branches.size() + (jumpOf() ? 1 : 0);
        const double even = m_result.size.width() / static_cast<double>(count);
        m_result.left = px(2);
        m_result.plate = px(even < px(70) ? 17 : even < px(100) ? 20 : 25);
        m_first = m_result.left + m_result.plate + px(even < px(100) ? 1 : 12);
        double spacing = tryLabels(false, count);
        if (spacing < m_label + px(24)) spacing = tryLabels(true, count);
        for (std::size_t i = 0; i < count; ++i) m_result.wires.push_back(m_first + static_cast<double>(i) * spacing);
    }

    double at(double y) const { return m_result.top + m_scale * y; }
    double labelHeight() const { return m_result.isStacked ? 3 * labelLine() : 2.2 * labelLine(); }

    CircuitElement& add(Kind kind, Name name, QRectF symbol, std::string_view text, std::string_view unit, QPointF label)
    {
        CircuitElement element{kind, name, symbol, {}, FormulaWriter(m_nameSize).symbol(text), unit};
        element.label = QRectF(label, QSizeF(m_label, labelHeight()));
        return m_result.elements.emplace_back(std::move(element));
    }
    CircuitElement& addParameter(Kind kind, std::size_t row, QRectF symbol, QPointF label)
    {
        return add(kind, {Role::parameter, row}, symbol, m_model.parameters[row].symbol, m_model.parameters[row].unit, label);
    }

    void ends()
    {
        const Quantity& V = m_model.state[0];
        const double width = px(140);
        CircuitElement& inside = add(Kind::inside, {Role::state, 0}, {}, V.symbol, V.unit, {});
        inside.label = {m_result.left, px(2), width, m_result.top - px(6)};
        CircuitElement& outside = add(Kind::outside, {Role::state, 0}, {}, "", V.unit, {});
        outside.label = {m_result.left, m_result.bottom + px(4), width, m_result.size.height() - m_result.bottom - px(6)};
    }

    QRectF around(double x, double top, double bottom, double halfWidth) const
    {
        return {x - halfWidth, at(top), 2 * halfWidth, at(bottom) - at(top)};
    }

    void capacitor(double x, std::size_t capacitance)
    {
        add(Kind::charging, {Role::state, 0}, around(x, 6, 56, px(6)), "I_C", m_model.input.unit, {x + px(9), at(8)});
        const double y = at(126), half = px(25);
        addParameter(Kind::capacitor, capacitance, {x - m_result.plate - px(2), y - half, 2 * m_result.plate + px(4), 2 * half},
                     {x + px(6), y - half - labelHeight()});
        if (const auto charge = indexOf(m_model.terms, Part::charge))
            add(Kind::charge, {Role::term, *charge}, {x - m_result.plate, y - half, 2 * m_result.plate, 2 * half},
                m_model.terms[*charge].symbol, m_model.terms[*charge].unit, {x + px(6), y + half});
    }

    void branch(double x, std::size_t index)
    {
        const Branch& b = m_branches[index];
        const Quantity& I = m_model.terms[b.current];
        const double beside = px(m_result.isStacked ? 6 : 15), lift = labelHeight() / 2;
        add(Kind::current, {Role::term, b.current}, around(x, 6, 56, px(6)), I.symbol, I.unit, {x + px(9), at(8)}).branch = index;
        const QPointF resistor(x + beside, m_result.isStacked ? at(105) : at(90) - lift);
        CircuitElement& element = addParameter(Kind::resistor, b.resistor, around(x, 62, 104, px(9)), resistor);
        element.branch = index;
        element.isVariable = b.isGated;
        const QPointF battery(x + beside, m_result.isStacked ? at(166) : at(160) - lift);
        addParameter(Kind::battery, b.battery, {x - px(11), at(158) - px(7), px(22), px(14)}, battery).branch = index;
    }

    void threshold(double x, std::size_t level, std::size_t reset)
    {
        addParameter(Kind::threshold, level, {x - px(16), at(34), px(20), px(32)}, {x + px(8), at(34)});
        const QPointF battery(x + px(m_result.isStacked ? 6 : 15), m_result.isStacked ? at(166) : at(160) - labelHeight() / 2);
        addParameter(Kind::resetBattery, reset, {x - px(11), at(158) - px(7), px(22), px(14)}, battery);
    }

    void source(double x)
    {
        const double radius = px(m_result.isStacked ? 12 : 17), y = at(112);
        add(Kind::source, {Role::input, 0}, {x - radius, y - radius, 2 * radius, 2 * radius}, m_model.input.symbol, m_model.input.unit,
            {x + px(6), y + radius + px(4)});
    }

    const Model& m_model;
    std::span<const Branch> m_branches;
    CircuitLayout m_result;
    double m_scale = 1, m_first = 0, m_label = 0, m_nameSize = 11;
};

}

std::vector<Branch> branchesOf(const Model& model)
{
    std::vector<Branch> branches;
    for (std::size_t i = 0; i < model.terms.size(); ++i) {
        const Quantity& term = model.terms[i];
        if (term.part != Part::ionicCurrent) continue;
        const auto battery = indexOf(model.parameters, Part::reversal, owner(term));
        const auto conductance = indexOf(model.parameters, Part::conductance, owner(term));
        auto resistor = conductance;
        for (const std::string_view channel : {owner(term), std::string_view()})
            if (!resistor) resistor = indexOf(model.parameters, Part::resistance, channel);
        if (battery && resistor) branches.push_back({i, *resistor, conductance.has_value(), *battery, isGated(model, i)});
    }
    return branches;
}

CircuitLayout layOutCircuit(const Model& model, std::span<const Branch> branches, double width)
{
    return Layouter(model, branches, width).run();
}

double leastCircuitWidth(std::size_t branches) { return px(branches > 3 ? 280 + 58 * static_cast<double>(branches - 3) : 280); }

double circuitHeight(double width) { return std::clamp(px(240) + 0.18 * width, px(290), px(330)); }

}
