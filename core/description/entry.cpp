// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry.h"

#include "typed.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <string>
#include <utility>

namespace rheobase {

namespace {

constexpr std::string_view byNought = "Nothing can be divided by 0.";

constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// A number as C writes it, by both readings, and what is written behind it.
struct Operand {
    std::string asDecimal, asGroups; ///< the same where there is but one reading
    std::string unit{};
};

/// The text in ASCII, but for its units: any space is one, and a true minus, a cross and a division sign are what a keyboard has.
std::string plain(std::string_view text)
{
    static constexpr std::pair<std::string_view, char> signs[] = {{"−", '-'},      {"×", '*'},      {"÷", '/'},
                                                                  {"\u00a0", ' '}, {"\u2009", ' '}, {"\u202f", ' '}};
    std::string made;
    while (!text.empty()) {
        const auto sign = std::ranges::find_if(signs, [&](const auto& s) { return text.starts_with(s.first); });
        const bool isSign = sign != std::end(signs);
        made += isSign ? sign->second : text.front();
        text.remove_prefix(isSign ? sign->first.size() : 1);
    }
    return made;
}

void skipSpaces(std::string_view& text) { text.remove_prefix(std::min(text.find_first_not_of(' '), text.size())); }

bool take(std::string_view& text, std::string_view token)
{
    if (!text.starts_with(token)) return false;
    text.remove_prefix(token.size());
    return true;
}

std::size_t digitsAt(std::string_view text) { return std::min(text.find_first_not_of("0123456789"), text.size()); }

/// True of "12,345,678": one to three digits without a leading 0, then groups of three.
bool isGrouped(std::string_view whole, char sign)
{
    const std::size_t first = digitsAt(whole);
    if (first < 1 || first > 3 || whole[0] == '0') return false;
    for (whole.remove_prefix(first); !whole.empty(); whole.remove_prefix(4))
        if (whole[0] != sign || digitsAt(whole.substr(1)) < 3 || (whole.size() > 4 && whole[4] != sign)) return false;
    return true;
}

/// Digits with signs among them, by both readings; nothing where they are no number.
std::optional<Operand> digits(const std::string& written, char decimalSign)
{
    const char other = decimalSign == '.' ? ',' : '.';
    const std::size_t decimal = written.find(decimalSign);
    const auto others = std::ranges::count(written, other);
    if (std::ranges::count(written, decimalSign) > 1 || std::ranges::none_of(written, isDigit)) return std::nullopt;
    std::string point = written, groups = written;
    std::ranges::replace(point, decimalSign, '.');
    if (others == 0) return Operand{point, point};
    std::erase(groups, other);
    std::ranges::replace(groups, decimalSign, '.');
    const bool mayGroup = isGrouped(std::string_view(written).substr(0, decimal), other);
    if (others > 1 || decimal != written.npos) // it cannot be decimal
        return mayGroup && (decimal == written.npos || written.find(other, decimal) == written.npos)
                   ? std::optional(Operand{groups, groups})
                   : std::nullopt;
    std::ranges::replace(point, other, '.');
    return Operand{point, mayGroup ? groups : point};
}

std::optional<Operand> number(std::string_view& text, char decimalSign)
{
    skipSpaces(text);
    const std::string sign = take(text, "-") ? "-" : "";
    if (sign.empty()) take(text, "+");
    skipSpaces(text);
    std::string written;
    for (; !text.empty(); text.remove_prefix(1)) {
        const char c = text.front();
        const bool setsApart = c == ' ' && !written.empty() && isDigit(written.back()) && digitsAt(text.substr(1)) == 3;
        if (isDigit(c) || c == '.' || c == ',') written += c;
        else if (!setsApart) break;
    }
    auto read = digits(written, decimalSign);
    if (!read) return std::nullopt;
    std::string exponent;
    if (text.starts_with('e') || text.starts_with('E')) {
        const std::size_t signs = text.substr(1).find_first_of("+-") == 0 ? 2 : 1,
                          count = digitsAt(text.substr(std::min(signs, text.size())));
        if (count > 0) exponent = text.substr(0, signs + count);
    }
    text.remove_prefix(exponent.size());
    return Operand{sign + read->asDecimal + exponent, sign + read->asGroups + exponent};
}

/// True where a calculation goes on, and no unit: "/2", not "/cm²".
bool isOperator(std::string_view text)
{
    if (text.starts_with('+') || text.starts_with('-')) return true;
    if (!take(text, "*") && !take(text, "/")) return false;
    skipSpaces(text);
    return text.empty() || isDigit(text[0]) || std::string_view("+-.,").find(text[0]) != std::string_view::npos;
}

std::optional<Operand> operand(std::string_view& text, char decimalSign)
{
    auto read = number(text, decimalSign);
    if (!read) return std::nullopt;
    skipSpaces(text);
    while (!text.empty() && !isOperator(text)) {
        const std::size_t length = text.starts_with("^-") ? 2 : 1; // of an exponent, cm^-2
        read->unit += text.substr(0, length);
        text.remove_prefix(length);
    }
    while (read->unit.ends_with(' ')) read->unit.pop_back();
    return read;
}

/// What is written, before any number is taken for a value: one operand, or two with a sign between them.
struct Calculation {
    std::optional<Operand> left{}; ///< empty: the present value
    char sign = 0;
    std::optional<Operand> right{};
};

std::optional<Calculation> calculation(std::string_view text, char decimalSign)
{
    Calculation read;
    skipSpaces(text);
    if (take(text, "+=") || take(text, "-=")) read.sign = text.data()[-2];
    else if (take(text, "*") || take(text, "/")) {
        read.sign = text.data()[-1];
        take(text, "=");
    } else {
        if (!(read.left = operand(text, decimalSign))) return std::nullopt;
        if (text.empty()) return read;
        read.sign = text.front();
        text.remove_prefix(1);
    }
    read.right = operand(text, decimalSign);
    if (!read.right || !text.empty()) return std::nullopt;
    // "20/3 nA" is all in nA, and "0.05 + 0.005 V" in V
    if (read.left && read.left->unit.empty()) std::swap(read.left->unit, read.right->unit);
    const bool adds = read.sign == '+' || read.sign == '-';
    if (adds && read.left && read.right->unit.empty()) read.right->unit = read.left->unit;
    return read;
}

/// A sum to the digits that were meant: 0.1 + 0.2 is 0.3.
double rounded(double sum)
{
    char text[32];
    const auto end = std::to_chars(text, std::end(text), sum, std::chars_format::general, 15).ptr;
    std::from_chars(text, end, sum);
    return sum;
}

Typed computed(const Calculation& what, double present, const Quantity& quantity, std::string Operand::*reading)
{
    const auto value = [&](const Operand& o, const Quantity& q) { return typed((o.*reading) + ' ' + o.unit, q); };
    const Typed left = what.left ? value(*what.left, quantity) : Typed{present};
    if (!what.right || !left.value) return left;
    const bool adds = what.sign == '+' || what.sign == '-';
    if (!adds && !what.right->unit.empty()) return {};
    const Typed right = value(*what.right, adds ? quantity : Quantity{});
    if (!right.value) return right;
    switch (what.sign) {
    case '+': return {rounded(*left.value + *right.value)};
    case '-': return {rounded(*left.value - *right.value)};
    case '*': return {*left.value * *right.value};
    default: break;
    }
    if (*right.value == 0) return {std::nullopt, {byNought, {}}};
    return {*left.value / *right.value};
}

}

Entry entry(std::string_view text, double present, const Quantity& quantity, char decimalSign)
{
    const auto read = calculation(plain(text), decimalSign);
    if (!read) return {};
    const Typed decimal = computed(*read, present, quantity, &Operand::asDecimal);
    const bool isWorthSaying = decimal.problem.pattern == wrongDimension || decimal.problem.pattern == byNought;
    if (!decimal.value) return {.problem = isWorthSaying ? decimal.problem : Sentence()};
    const Typed groups = computed(*read, present, quantity, &Operand::asGroups);
    if (groups.value == decimal.value) return {.value = decimal.value, .isPlain = read->sign == 0};
    return {.readings = {*decimal.value, groups.value.value_or(*decimal.value)}, .isPlain = read->sign == 0};
}

}
