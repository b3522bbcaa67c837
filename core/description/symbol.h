// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quantity.h"
#include "real.h"

#include <array>
#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace rheobase {

/// What a name in an equation stands for; `given` is a number from outside the model, such as one that was measured.
enum class Role { input, parameter, state, term, derived, given };

/// What a part of a formula stands for: a row in the table of its role.
struct Name {
    Role role;
    std::size_t index;
    bool operator==(const Name&) const = default;
};

class Symbol;

/// A row of functions.h with its number type hidden: its name, how it is written, its value.
struct SymbolicFunction {
    std::string_view name;
    Notation notation;
    double (*value)(const double* arguments); ///< as many as it takes
};

/// The number type that, put through a model, gives the model's own equations: a handle to an immutable expression.
/// Expressions live as long as the program; a model has a few dozen.
class Symbol {
public:
    enum class Kind { number, name, negative, sum, difference, product, quotient, function };
    struct Node;

    Symbol() = default;
    Symbol(double number);
    /// A quantity of a model by its name; `definition` is what a term stands for.
    static Symbol named(Role role, std::size_t index, const Quantity& quantity);

    const Node& node() const { return *m_node; }
    explicit operator bool() const { return m_node != nullptr; }

    friend Symbol operator-(Symbol a);
    friend Symbol operator+(Symbol a, Symbol b);
    friend Symbol operator-(Symbol a, Symbol b);
    friend Symbol operator*(Symbol a, Symbol b);
    friend Symbol operator/(Symbol a, Symbol b);
    friend Symbol operator<(Symbol a, Symbol b);
    friend Symbol operator<=(Symbol a, Symbol b);
    friend Symbol operator>(Symbol a, Symbol b) { return b < a; }
    friend Symbol operator>=(Symbol a, Symbol b) { return b <= a; }
    friend Symbol select(Symbol condition, Symbol yes, Symbol no);

    /// A function of one to three arguments; `written` is how it stands in formulas where it has no sign of its own.
    static Symbol of(const SymbolicFunction& function, const std::array<Symbol, 3>& arguments, Symbol written);
    /// The same expression made of other parts.
    Symbol with(Symbol left, Symbol right, Symbol third) const;

private:
    static Symbol made(const Node& node);
    const Node* m_node = nullptr;
};

/// One node of an expression. Arguments of a function are `left`, `right`, `third`, as many as it takes.
struct Symbol::Node {
    Kind kind = Kind::number;
    double number = 0;                          ///< of Kind::number
    Role role = Role::input;                    ///< of Kind::name
    std::size_t index = 0;                      ///< of Kind::name: its row in the table of its role
    const Quantity* quantity = nullptr;         ///< of Kind::name
    const SymbolicFunction* function = nullptr; ///< of Kind::function
    Symbol left{}, right{}, third{};
    Symbol written{}; ///< of a function that is written out by others: so

    /// True of a function that is written so.
    bool is(Notation notation) const { return function && function->notation == notation; }
};

template<> inline constexpr bool isSymbolic<Symbol> = true;

namespace detail {

/// The erased row of a function.
template<class F, std::size_t... i> constexpr SymbolicFunction symbolic(std::index_sequence<i...>)
{
    return {F::name, F::notation, [](const double* x) { return F::value(x[i]...); }};
}
template<class F, std::size_t arity> inline constexpr SymbolicFunction symbolicFunction = symbolic<F>(std::make_index_sequence<arity>());

}

/// A row of functions.h on expressions.
template<class F, class... S>
requires(std::is_same_v<S, Symbol>&&...) Symbol applied(F, Symbol x, S... more)
{
    const auto& function = detail::symbolicFunction<F, 1 + sizeof...(S)>;
    if constexpr (F::notation == Notation::expanded) return Symbol::of(function, {x}, F::expansion(x));
    else return Symbol::of(function, {x, more...}, {});
}

template<int n> Symbol power(const Symbol& x) { return pow(x, Symbol(n)); }

/// One equation of a model, printed from its code.
struct Equation {
    /// derivative: d(state[index])/dt = right. term, derived: that quantity = right.
    /// event: a spike where right rises through zero. reset: state[index] ← right.
    enum class Kind { derivative, term, derived, event, reset };
    Kind kind;
    std::size_t index;
    Symbol right;
};

/// Numbers for every name in an equation.
struct Values {
    std::span<const double> parameters, state, terms, derived;
    double input = 0;
    std::span<const double> given{};
};

/// The expression with each part that is another quantity's whole definition replaced by that quantity's name.
Symbol withNames(Symbol expression, std::span<const Symbol> definitions, std::span<const Symbol> names, bool whole = true);

/// The value of an expression.
double evaluate(Symbol expression, const Values& values);

/// The same expression with signs drawn outwards: a + −b is a − b, (−a)/b is −(a/b). Its value is the same to the last bit.
Symbol tidied(Symbol expression);

/// The expression in one line of plain text, "(V - E_L) / R", with identifiers for names.
std::string text(Symbol expression);

/// The expression in LaTeX: "\frac{V - E_{\mathrm{L}}}{R}".
std::string latex(Symbol expression);
/// A symbol in LaTeX: "V_th" is "V_{\mathrm{th}}", "m_∞" is "m_{\infty}".
std::string latex(std::string_view symbol);

/// Is a subscript a word, set upright ("th", "Na"), and not a variable, set in italics ("m" in α_m)?
bool isWord(std::string_view subscript);

/// The first name in an expression, from left to right, of which this holds; null where there is none.
const Symbol::Node* findName(Symbol expression, const std::function<bool(const Symbol::Node& name)>& holds);

/// True where the expression contains that name.
bool mentions(Symbol expression, Role role, std::size_t index);

}
