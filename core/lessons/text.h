// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quantity.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

/// Small steps in reading lines.
namespace rheobase::reading {

inline std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t"), last = text.find_last_not_of(" \t");
    return first == text.npos ? std::string_view() : text.substr(first, last - first + 1);
}

inline bool take(std::string_view& text, std::string_view token)
{
    if (!text.starts_with(token)) return false;
    text.remove_prefix(token.size());
    return true;
}

/// The same of a whole word: what follows is a space, or the end.
inline bool takeWord(std::string_view& text, std::string_view word)
{
    if (!text.starts_with(word) || (text.size() > word.size() && text[word.size()] != ' ')) return false;
    text = trimmed(text.substr(word.size()));
    return true;
}

/// What stands before a separator; `text` is what follows it, empty where there is none.
inline std::string_view until(std::string_view& text, std::string_view separator)
{
    const std::size_t at = text.find(separator);
    const std::string_view before = trimmed(text.substr(0, at));
    text = at == text.npos ? std::string_view() : trimmed(text.substr(at + separator.size()));
    return before;
}

inline std::vector<std::string_view> split(std::string_view text, std::string_view separator)
{
    std::vector<std::string_view> parts;
    for (; text.find(separator) != text.npos; text.remove_prefix(text.find(separator) + separator.size()))
        parts.push_back(trimmed(text.substr(0, text.find(separator))));
    parts.push_back(trimmed(text));
    return parts;
}

/// What is read by a name and in a unit.
constexpr Quantity named(std::string_view symbol, const Unit& unit = {})
{
    Quantity quantity{};
    quantity.symbol = symbol;
    quantity.unit = unit;
    return quantity;
}

/// Lines as they are, without their ends.
inline std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

inline std::string replaced(std::string text, std::string_view what, std::string_view by)
{
    for (std::size_t at = 0; (at = text.find(what, at)) != text.npos; at += by.size()) text.replace(at, what.size(), by);
    return text;
}

/// As a keyboard writes it: "-" for a minus, "<=" for "≤".
inline std::string typable(std::string_view text)
{
    std::string made(text);
    made = replaced(std::move(made), "−", "-");
    made = replaced(std::move(made), "≤", "<=");
    made = replaced(std::move(made), "≥", ">=");
    return replaced(std::move(made), "+-", "±");
}

/// As much of a text as a sentence has room for; what is cut ends before a letter, not within.
inline std::string brief(std::string_view text)
{
    constexpr std::size_t most = 60;
    std::size_t size = std::min(text.size(), most);
    while (size < text.size() && size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
    std::string said(text.substr(0, size));
    for (char& c : said)
        if (static_cast<unsigned char>(c) < ' ') c = ' ';
    return size < text.size() ? said + "…" : said;
}

/// "longest-gap": letters of ASCII, digits, "-" and "_".
inline bool isId(std::string_view text)
{
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    };
    return !text.empty() && text.size() <= 60 && std::ranges::all_of(text, fits);
}

}
