// SPDX-License-Identifier: GPL-3.0-or-later
#include "typed.h"

#include <charconv>
#include <cmath>
#include <limits>
#include <string>

namespace rheobase {

namespace {

constexpr int beyondAnyDouble = 100'000; // an exponent

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(' '), last = text.find_last_not_of(' ');
    return first == text.npos ? std::string_view() : text.substr(first, last - first + 1);
}

/// The length of the number that a text begins with; 0 where it begins with none.
std::size_t numberLength(std::string_view text)
{
    double value;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc::invalid_argument ? 0 : static_cast<std::size_t>(end - text.data());
}

/// A number times a power of ten, as if it had been written so. One too great for a double is the greatest, one too small 0.
std::optional<double> shifted(std::string_view number, int power)
{
    const std::size_t e = number.find_first_of("eE");
    long long exponent = 0; // an int may be full already
    if (e != number.npos) {
        std::string_view digits = number.substr(e + 1);
        if (digits.starts_with('+')) digits.remove_prefix(1);
        const auto error = std::from_chars(digits.data(), digits.data() + digits.size(), exponent).ec;
        if (error == std::errc::result_out_of_range) exponent = digits.starts_with('-') ? -beyondAnyDouble : beyondAnyDouble;
        else if (error != std::errc()) return std::nullopt;
    }
    const std::string text = std::string(number.substr(0, e)) + 'e' + std::to_string(exponent + power);
    double value = 0;
    if (std::from_chars(text.data(), text.data() + text.size(), value).ec != std::errc::result_out_of_range) return value;
    return exponent + power < 0 ? 0 : std::copysign(std::numeric_limits<double>::max(), number.starts_with('-') ? -1.0 : 1.0);
}

}

Typed typed(std::string_view text, const Quantity& quantity, std::string_view called)
{
    text = trimmed(text);
    if (text.starts_with('+') && !text.starts_with("+-")) text.remove_prefix(1);
    const std::string name = called.empty() ? identifier(quantity.symbol) : std::string(called);
    const std::size_t length = numberLength(text);
    if (length == 0 || text.substr(length).starts_with(','))
        return {std::nullopt, {"%1 needs a number such as %2, not \"%3\".", {name, shortest(quantity.value), std::string(text)}}};
    const std::string_view number = text.substr(0, length), written = trimmed(text.substr(length));
    if (written.empty()) return {shifted(number, 0), {}};
    const auto unit = Unit::read(written);
    if (!unit && quantity.unit.empty()) return {std::nullopt, {"%1 has no unit, so \"%2\" cannot be read.", {name, std::string(text)}}};
    if (!unit)
        return {std::nullopt,
                {"%1 is in %2, so \"%3\" cannot be read.", {name, std::string(std::string_view(quantity.unit)), std::string(text)}}};
    const std::string_view is = nameOf(quantity.unit.dimension()), was = nameOf(unit->dimension());
    if (unit->dimension() == quantity.unit.dimension()) return {shifted(number, unit->power() - quantity.unit.power()), {}};
    if (is.empty() || was.empty())
        return {std::nullopt,
                {"%1 is in %2, so \"%3\" cannot be read.", {name, std::string(std::string_view(quantity.unit)), std::string(text)}}};
    return {std::nullopt, {wrongDimension, {name, std::string(is), std::string(number) + ' ' + std::string(written), std::string(was)}}};
}

}
