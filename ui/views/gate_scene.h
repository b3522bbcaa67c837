// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gate_curves.h"
#include "live_values.h"
#include "nice.h"

#include <QByteArray>
#include <QPolygonF>
#include <QString>

#include <optional>
#include <set>
#include <vector>

namespace rheobase {

/// What can be shown of gates over the membrane potential.
enum class GateKind { steadyState, timeConstant, rate, gating, conductance, drivingForce };
inline constexpr GateKind gateKinds[] = {GateKind::steadyState, GateKind::timeConstant, GateKind::rate,
                                         GateKind::gating,      GateKind::conductance,  GateKind::drivingForce};
/// What a kind is called, its sign on a button, and what it tells.
struct GateWords {
    QString name, sign, meaning;
};
GateWords wordsOf(GateKind kind);

/// A curve over V, and what it is of.
struct GateLine {
    QString symbol;                 ///< as drawLabel() takes it
    std::string column;             ///< as tables name it
    Quantity of;                    ///< gives the colour
    bool isSecond = false;          ///< of two of one colour
    QPolygonF points;               ///< mV, value
    Symbol actually{};              ///< what it is without waiting for the gates
    double now = 0;                 ///< at the present potential
    std::optional<double> actual{}; ///< where the neuron is instead, as its gates lag behind
};

/// Curves of one kind and one unit.
struct GateCard {
    GateKind kind = GateKind::steadyState;
    QString title;
    Unit unit;
    std::vector<GateLine> lines;
    Range up{0, 1};
    bool isLogarithmic = false;
};

/// All that the curves of a model's gates show, as a value: the window, figures and tables are made from it.
struct GateScene {
    const Model* model = nullptr;
    Range across{-100, 60}; ///< mV
    double potential = 0;   ///< mV, now
    std::vector<GateCard> cards{};
};

/// The cards of all kinds that a model has, without what is now.
std::vector<GateCard> gateCards(const Model& model, const GateCurves& curves);
/// Puts into the scene where the neuron is.
void follow(GateScene& scene, const LiveValues& live);

/// The scene as a table: "V_mV,m_inf,…" and a row a potential.
QByteArray gateTable(const GateScene& scene);

}
