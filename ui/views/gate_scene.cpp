// SPDX-License-Identifier: GPL-3.0-or-later
#include "gate_scene.h"

#include "csv.h"
#include "polyline.h"
#include "trace.h"
#include "words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr double mostToLeast = 1e4; // of rates that are shown
constexpr double belowZero = 0.05;  // of the height, for what stands at a curve that ends there

struct GateScenes {
    Q_DECLARE_TR_FUNCTIONS(rheobase::GateScene)
};

constexpr QChar subscriptEnd(0x200b);

QString raised(double exponent)
{
    QString text = QString::number(exponent);
    for (QChar& c : text)
        if (const auto digit = QStringLiteral("0123456789").indexOf(c); digit >= 0) c = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹")[digit];
    return text;
}

/// "m³h" of m^3 * h, as drawLabel() takes it.
QString inShort(Symbol s)
{
    using Kind = Symbol::Kind;
    const Symbol::Node& node = s.node();
    if (node.kind == Kind::name) {
        const QString symbol = fromView(node.quantity->symbol);
        return symbol.contains(u'_') ? symbol + subscriptEnd : symbol;
    }
    if (node.kind == Kind::product) return inShort(node.left) + inShort(node.right);
    if (node.is(Notation::raised) && node.right.node().kind == Kind::number) return inShort(node.left) + raised(node.right.node().number);
    return QString::fromStdString(text(s));
}

/// "m_∞" of a gate m, "τ_m".
QString of(const char* letter, std::string_view gate) { return QString::fromUtf8(letter) + u'_' + fromView(gate); }

/// Of a channel with gates; else empty.
Symbol conductanceOf(const Channel& channel)
{
    if (!channel.gating) return {};
    return channel.maximal ? channel.maximal * channel.gating : channel.gating;
}

class Cards {
public:
    Cards(const Model& model, const GateCurves& curves) : m_model(model), m_curves(curves) {}

    std::vector<GateCard> all()
    {
        for (const GateCurve& gate : m_curves.gates) addGate(gate);
        for (const ChannelCurve& channel : m_curves.channels) addChannel(channel);
        std::ranges::stable_sort(m_cards, {}, &GateCard::kind);
        for (GateCard& card : m_cards) fit(card);
        return std::move(m_cards);
    }

private:
    /// Into the card of this kind and unit; gates between 0 and 1 apart from other states.
    void add(GateKind kind, const Unit& unit, bool isFraction, GateLine line, const std::vector<double>& values)
    {
        if (values.empty() || std::ranges::none_of(values, [](double y) { return std::isfinite(y); })) return;
        for (std::size_t i = 0; i < values.size(); ++i) line.points << QPointF(m_curves.potentials[i], values[i]);
        const auto fits = [&](const GateCard& card) {
            return card.kind == kind && card.unit == unit && (card.up.second == 1) == isFraction;
        };
        auto card = std::ranges::find_if(m_cards, fits);
        if (card == m_cards.end()) {
            GateCard made;
            made.kind = kind;
            made.title = wordsOf(kind).name;
            made.unit = unit;
            made.up = {0, isFraction ? 1 : 0};
            made.isLogarithmic = kind == GateKind::rate;
            card = m_cards.insert(m_cards.end(), std::move(made));
        }
        card->lines.push_back(std::move(line));
    }

    void addGate(const GateCurve& gate)
    {
        const Quantity& self = gate.state ? m_model.state[*gate.state] : m_model.terms[*gate.steadyTerm];
        const bool isGate = isFraction(self);
        const auto line = [&](const QString& symbol, bool isSecond = false) {
            return GateLine{.symbol = symbol, .column = identifier(symbol.toStdString()), .of = self, .isSecond = isSecond, .points = {}};
        };
        add(GateKind::steadyState, self.unit, isGate, line(fromView(gate.symbol) + QStringLiteral("_∞")), gate.steadyState);
        add(GateKind::timeConstant, Unit("ms"), false, line(of("τ", gate.symbol)), gate.timeConstant);
        for (std::size_t i = 0; i < gate.rates.size(); ++i) {
            const Quantity& rate = m_model.terms[gate.rateTerms[i]];
            add(GateKind::rate, rate.unit, false, line(fromView(rate.symbol), i > 0), gate.rates[i]);
        }
        if (!gate.rates.empty() || !isGate) return;
        add(GateKind::rate, Unit("1/ms"), false, line(of("α", gate.symbol)), gate.opening);
        add(GateKind::rate, Unit("1/ms"), false, line(of("β", gate.symbol), true), gate.closing);
    }

    void addChannel(const ChannelCurve& curve)
    {
        const Channel& channel = curve.channel;
        const Quantity& current = m_model.terms[channel.current];
        const QString gating = channel.gating ? inShort(channel.gating) : QString();
        const auto line = [&](const QString& symbol, const std::string& column, Symbol actually = {}) {
            return GateLine{.symbol = symbol, .column = column, .of = current, .points = {}, .actually = actually};
        };
        const std::string name = identifier(current.symbol);
        add(GateKind::gating, {}, true, line(gating, "gating_of_" + name, channel.gating), curve.gating);
        if (channel.conductance) {
            const Quantity& g = m_model.parameters[*channel.conductance];
            const QString maximal = fromView(g.symbol) + (gating.isEmpty() ? QString() : subscriptEnd + QStringLiteral("\u2009") + gating);
            add(GateKind::conductance, g.unit, false, line(maximal, "conductance_of_" + name, conductanceOf(channel)), curve.conductance);
        }
        if (channel.reversal) {
            const QString driving = QStringLiteral("V\u2009−\u2009%1").arg(fromView(m_model.parameters[*channel.reversal].symbol));
            add(GateKind::drivingForce, m_model.state[0].unit, false, line(driving, "drive_of_" + name), curve.drivingForce);
        }
    }

    static void fit(GateCard& card)
    {
        if (card.up.second == 1) {
            card.up = {-belowZero, 1 + belowZero};
            return;
        }
        double least = INFINITY, most = -INFINITY;
        for (const GateLine& line : card.lines)
            for (const QPointF& p : line.points)
                if (std::isfinite(p.y()) && !(card.isLogarithmic && p.y() <= 0))
                    least = std::min(least, p.y()), most = std::max(most, p.y());
        if (card.isLogarithmic && most > 0) card.up = {niceAtMost(std::max(least, most / mostToLeast)), niceAtLeast(most)};
        else if (least < 0) card.up = niceRange(least, most);
        else {
            const double top = niceRange(0, std::max(most, 1e-9)).second;
            card.up = {-belowZero * top, top};
        }
    }

    const Model& m_model;
    const GateCurves& m_curves;
    std::vector<GateCard> m_cards;
};

}

GateWords wordsOf(GateKind kind)
{
    switch (kind) {
    case GateKind::steadyState:
        return {GateScenes::tr("Steady states"), QStringLiteral("x∞"),
                GateScenes::tr("How far each gate opens if V is held, and by a dot how far it is open now")};
    case GateKind::timeConstant:
        return {GateScenes::tr("Time constants"), QStringLiteral("τ"), GateScenes::tr("How fast each gate follows V")};
    case GateKind::rate:
        return {GateScenes::tr("Rates"), QStringLiteral("α, β"),
                GateScenes::tr("How often a closed gate opens (α) and an open one closes (β)")};
    case GateKind::gating:
        return {GateScenes::tr("Open channels"), QStringLiteral("m³h"),
                GateScenes::tr("The part of the channels of each current that is open if V is held")};
    case GateKind::conductance:
        return {GateScenes::tr("Conductances"), QStringLiteral("g"), GateScenes::tr("The conductance for each current if V is held")};
    case GateKind::drivingForce: break;
    }
    return {GateScenes::tr("Driving forces"), QStringLiteral("V−E"),
            GateScenes::tr("How far V is from the reversal potential of each current")};
}

std::vector<GateCard> gateCards(const Model& model, const GateCurves& curves) { return Cards(model, curves).all(); }

void follow(GateScene& scene, const LiveValues& live)
{
    scene.potential = live.of({Role::state, 0});
    for (GateCard& card : scene.cards)
        for (GateLine& line : card.lines) {
            line.now = valueOn(line.points, scene.potential);
            const auto state = card.kind == GateKind::steadyState ? indexOf(scene.model->state, line.of.symbol) : std::nullopt;
            if (state) line.actual = live.of({Role::state, *state});
            else if (line.actually) line.actual = evaluate(line.actually, live.values());
        }
}

QByteArray gateTable(const GateScene& scene)
{
    QByteArray table = QByteArray::fromStdString(columnName(scene.model->state[0]));
    for (const GateCard& card : scene.cards)
        for (const GateLine& line : card.lines) table += ',' + QByteArray::fromStdString(columnName({line.column, card.unit, 0, 0, 1, ""}));
    table += '\n';
    if (scene.cards.empty()) return table;
    const QPolygonF& first = scene.cards.front().lines.front().points;
    for (qsizetype i = 0; i < first.size(); ++i) {
        appendNumber(table, first[i].x());
        for (const GateCard& card : scene.cards)
            for (const GateLine& line : card.lines) appendNumber(table += ',', line.points[i].y());
        table += '\n';
    }
    return table;
}

}
