// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "script.h"

#include <initializer_list>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rheobase {

/// How tightly an expression holds together, from a comparison to a single thing.
enum class Tightness { comparison, sum, product, power, whole };

/// How a language writes a row of functions.h: its name there, and the text with %1, %2, %3 where the arguments go. `inside` is how tight an
/// argument must be to stand there without brackets, `outside` how tight the whole is.
struct Spelling {
    std::string_view function, text;
    Tightness inside = Tightness::comparison, outside = Tightness::whole;
};

/// How a language writes formulas and which names are taken.
struct Dialect {
    std::string_view language;
    std::span<const Spelling> functions; ///< that are not called as usual: exp, log, sqrt, abs, sinh, cosh, tanh
    std::span<const std::string_view> reserved;
    std::string_view product = " * ", quotient = " / ";
    bool writesSignedExponents = true; ///< "1e+06" and not only "1e6"
};

/// Thrown by what writes a formula that its language cannot say.
struct CannotSay {
    Sentence sentence;
};

/// The names of a model's quantities in a language: those of the program, made legal and told apart.
class Names {
public:
    Names(const Model& model, const Dialect& dialect);
    const std::string& of(Role role, std::size_t index) const { return m_names.at({role, index}); }
    const std::string& input() const { return of(Role::input, 0); }
    const std::string& state(std::size_t i) const { return of(Role::state, i); }
    const std::string& parameter(std::size_t i) const { return of(Role::parameter, i); }

private:
    std::map<std::pair<Role, std::size_t>, std::string> m_names;
};

/// Writes the formulas of a script in a language. Throws what cannot be said.
class Writer {
public:
    Writer(const Script& script, const Dialect& dialect) : m_names(script.model(), dialect), m_dialect(dialect) {}
    const Names& names() const { return m_names; }
    std::string operator()(Symbol expression) const { return write(expression, Tightness::comparison); }
    std::string operator()(double number) const;
    /// What is given at time `t` in that segment, written out: "2 + 0.1 * (t - 20)".
    std::string given(const Segment& segment, std::string_view t) const;
    /// Other texts for some names, such as "x(1)" for a state.
    void rename(Role role, std::size_t index, std::string text) { m_renamed[{role, index}] = std::move(text); }

private:
    std::string write(Symbol expression, Tightness atLeast) const;
    std::string function(const Symbol::Node& node, Tightness atLeast) const;
    std::string between(Symbol left, std::string_view sign, Symbol right, Tightness own, Tightness rightAtLeast, Tightness atLeast) const;

    Names m_names;
    Dialect m_dialect;
    std::map<std::pair<Role, std::size_t>, std::string> m_renamed;
};

/// A symbol for the time since `from`, and the sum that a segment gives.
Symbol givenBy(const Segment& segment, Symbol t);

/// True where an expression uses the function of that name.
bool uses(Symbol expression, std::string_view function);
/// True where an equation of the script does.
bool uses(const Script& script, std::string_view function);

/// A template with the texts in place of each @name@; what was put in is not looked at again.
std::string filled(std::string_view pattern, std::initializer_list<std::pair<std::string_view, std::string>> texts);

/// A text for one line of a comment: no control characters, no line breaks, and nothing that could end a comment, string or tag.
std::string inComment(std::string_view text);
/// The same in ASCII: "uA/cm2" for "µA/cm²".
std::string inAscii(std::string_view text);

/// "µA/cm², membrane capacitance"; without a unit the meaning alone.
std::string described(const Quantity& quantity);

/// Numbers in lines of at most 100 characters that go on with `indent`, separated by ", ".
std::string listed(std::span<const double> numbers, std::string_view indent, std::string_view lineEnd = "");

/// What stands in the head of every script, a line each: model and mode, source, how it was made.
std::vector<std::string> headLines(const Script& script);
/// Solver, Δt, seed and noise of the experiment, and what counts as a spike, a line each.
std::vector<std::string> settingLines(const Script& script);

/// Lines, each with something before it and a line break after it.
std::string lines(std::span<const std::string> texts, std::string_view before);

}
