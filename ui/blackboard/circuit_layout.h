// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formula.h"
#include "model.h"
#include "theme.h"

namespace rheobase {

/// From line to line of a label, in pixels.
inline double labelLine() { return exactly(13.5); }

/// One way of a current through the membrane: a resistor and a battery.
struct Branch {
    std::size_t current;  ///< the term I_X
    std::size_t resistor; ///< the parameter g_X, R_X or R
    bool isConductance;   ///< it is g_X
    std::size_t battery;  ///< the parameter E_X
    bool isGated;         ///< its conductance changes with a state other than the membrane potential
};

/// The branches of a model, read from its tables and equations: every term I_X with a battery E_X and a resistor.
std::vector<Branch> branchesOf(const Model& model);

/// Something on the diagram that stands for a quantity.
struct CircuitElement {
    enum class Kind { inside, outside, charging, capacitor, charge, current, resistor, battery, source, threshold, resetBattery };
    Kind kind;
    Name name;
    QRectF symbol, label; ///< the drawn symbol; its name and value
    Box text;             ///< the name, typeset
    std::string_view unit;
    bool isVariable = false; ///< a resistor whose conductance is gated
    std::size_t branch = 0;
};

/// The diagram for a width.
struct CircuitLayout {
    std::vector<CircuitElement> elements;
    std::vector<double> wires; ///< x of each
    double left = 0, top = 0, bottom = 0;
    double plate = 0;       ///< half the width of a capacitor's plate
    bool isStacked = false; ///< units stand below the values
    QFont valueFont, unitFont;
    QSizeF size;
};

/// Lays the membrane out: capacitor, branches, threshold and reset where the model jumps, current source. Without elements where
/// the model has no capacitance C.
CircuitLayout layOutCircuit(const Model& model, std::span<const Branch> branches, double width);

/// The height of the diagram for a width.
double circuitHeight(double width);
/// The least width in which its labels keep clear of each other.
double leastCircuitWidth(std::size_t branches);

}
