// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model.h"

#include <string>
#include <vector>

namespace rheobase {

/// One part of a sum.
struct Addend {
    bool minus;
    Symbol symbol; ///< as it is written, without the sign
    Symbol name;   ///< the input or the term that it is; empty where it has no name of its own
};

/// One equation of a model as a textbook writes it: a parameter that divides the whole stands on the left (C dV/dt = …), and a
/// term that is short is written out (I − (V − E_L)/R).
struct Statement {
    Equation::Kind kind;
    std::size_t index;
    Symbol factor;               ///< what the left side is multiplied by; empty: nothing
    Symbol right;                ///< the right side, with terms by their names
    std::vector<Addend> addends; ///< the right side, as it is written
};

/// The equations of a model as a textbook writes them, in the order of its tables.
std::vector<Statement> statements(const Model& model);

/// The unit of a statement's right side: "nA", "1/ms"; empty for a number without unit.
std::string unitOf(const Statement& statement, const Model& model);

/// The quantity on the left side: that is, or that changes.
const Quantity& subject(const Statement& statement, const Model& model);

/// True where the statement's right side is written with that term's definition in place of its name.
bool writesOut(const Statement& statement, std::size_t term);

/// A statement in plain text: "C dV/dt = I - (V - E_L) / R", "spike where V = V_th", "V <- V_reset".
std::string text(const Statement& statement, const Model& model);

/// A statement in LaTeX: "C \frac{\mathrm{d}V}{\mathrm{d}t} = I - \frac{V - E_{\mathrm{L}}}{R}".
std::string latex(const Statement& statement, const Model& model);

}
