// SPDX-License-Identifier: GPL-3.0-or-later
#include "ask.h"

#include "clause.h"
#include "entry.h"
#include "text.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rheobase {

using namespace reading;

namespace {

using Kind = Ask::Kind;

constexpr std::size_t mostOptions = 12;

const std::vector<std::pair<std::string, Kind>> kinds{
    {"number", Kind::number}, {"choice", Kind::choice}, {"order", Kind::order}, {"text", Kind::text}, {"sketch", Kind::sketch}};
const std::vector<std::string> keys{"unit", "right", "case", "open", "sealed", "words", "several"};

/// The quantity that an answer is; its unit looks at the ask.
Quantity quantityOf(const Ask& ask) { return named(ask.id, Unit::read(ask.unit).value_or(Unit())); }

/// A number of the ask's own file: its unit, where it is a word or "%", need not follow.
std::pair<double, double> numberFrom(const Ask& ask, std::string_view text, std::size_t line)
{
    const bool isWord = !ask.unit.empty() && !Unit::read(ask.unit);
    const std::string plain = isWord ? replaced(std::string(text), ask.unit, "") : std::string(text);
    return valueFrom(plain, line, quantityOf(ask));
}

/// Reads the lines of one block into an ask.
class AskReader {
public:
    explicit AskReader(const Block& block) : m_block(block)
    {
        std::string_view words = block.rest;
        const std::string kind(until(words, " "));
        const auto it = std::ranges::find(kinds, kind, &std::pair<std::string, Kind>::first);
        if (it == kinds.end())
            throw Refusal{block.line, said("An ask is a number, choice, order, text or sketch, not \"%1\".", {brief(kind)})};
        if (!isId(words)) throw Refusal{block.line, said("An ask has a name of its own: \"ask %1 NAME\".", {kind})};
        m_ask.kind = it->second;
        m_ask.id = words;
        m_ask.line = block.line;
    }

    Ask read()
    {
        readUnit();
        for (const Line& line : m_block.lines) {
            std::string_view text = trimmed(line.text);
            if (text.empty()) continue;
            if (readOption(text, line.number)) m_hasBegun = true;
            else if (m_ask.kind == Kind::sketch && (!m_ask.lines.empty() || text.starts_with("axes:"))) m_ask.lines.push_back(line);
            else if (const auto [key, value] = keyOf(text); !key.empty()) readKey(key, value, line.number);
            else if (m_hasBegun) m_ask.options.back().text += ' ' + std::string(text);
            else m_ask.prompt += (m_ask.prompt.empty() ? "" : "\n") + std::string(text);
        }
        check();
        return std::move(m_ask);
    }

private:
    static std::pair<std::string, std::string_view> keyOf(std::string_view text)
    {
        const std::string key(until(text, ":"));
        return std::ranges::find(keys, key) == keys.end() ? std::pair<std::string, std::string_view>() : std::pair(key, text);
    }
    /// Before the rest, as numbers are in it.
    void readUnit()
    {
        for (const Line& line : m_block.lines)
            if (const auto [key, value] = keyOf(trimmed(line.text)); key == "unit") m_ask.unit = value;
    }
    /// "- [x] more: It grows", "- Na: sodium", and "> …" below.
    bool readOption(std::string_view text, std::size_t line)
    {
        if (m_ask.kind != Kind::choice && m_ask.kind != Kind::order) return false;
        if (m_hasBegun && take(text, ">")) {
            std::string& feedback = m_ask.options.back().feedback;
            feedback += (feedback.empty() ? "" : " ") + std::string(trimmed(text));
            return true;
        }
        if (!take(text, "- ")) return false;
        Ask::Option option;
        if (m_ask.kind == Kind::choice) {
            option.isRight = text.starts_with("[x]");
            if (!take(text, "[x]") && !take(text, "[ ]"))
                throw Refusal{line, said("An option is \"- [ ] name: text\", with [x] where it is right, not \"%1\".", {brief(text)})};
        }
        option.name = until(text, ":");
        option.text = text;
        if (!isId(option.name) || option.text.empty())
            throw Refusal{line, said("An option has a name and a text: \"more: It grows\", not \"%1\".", {brief(option.name)})};
        m_ask.options.push_back(std::move(option));
        return true;
    }
    void readKey(const std::string& key, std::string_view value, std::size_t line)
    {
        if (key == "open") m_ask.isOpen = value == "yes";
        else if (key == "several") m_ask.isSeveral = value == "yes";
        else if (key == "sealed") m_ask.sealed = value;
        else if (key == "words")
            m_ask.fewestWords = static_cast<std::size_t>(std::clamp(valueFrom(value, line, named(key)).first, 0.0, 500.0));
        else if (key == "right") readRight(value, line);
        else if (key == "case") readCase(value, line);
    }
    void readRight(std::string_view value, std::size_t line)
    {
        if (takeWord(value, "sha256")) {
            Ask::Sealed sealed;
            if (m_ask.kind == Kind::number) sealed.width = valueFrom(until(value, " "), line, named("right")).first;
            for (const std::string_view hash : split(value, " ")) sealed.hashes.emplace_back(hash);
            m_ask.sealedRight = std::move(sealed);
        } else if (m_ask.kind == Kind::number) {
            const auto [right, tolerance] = numberFrom(m_ask, value, line);
            m_ask.right = right;
            m_ask.tolerance = tolerance;
        } else throw Refusal{line, said("\"right\" belongs to a number; of a choice the right options have [x].")};
    }
    void readCase(std::string_view value, std::size_t line)
    {
        std::string_view rest = value;
        const std::string_view what = until(rest, "->"), tag = until(rest, ":");
        if (!isId(tag) || rest.empty())
            throw Refusal{line, said("A case is \"VALUE -> tag: what the student hears\", not \"%1\".", {brief(value)})};
        Ask::Case made{.tag = std::string(tag), .feedback = std::string(rest)};
        if (m_ask.kind == Kind::number) std::tie(made.value, made.tolerance) = numberFrom(m_ask, what, line);
        else if (std::string_view order = what; m_ask.kind == Kind::order && order.find(" before ") != order.npos) {
            made.first = until(order, " before ");
            made.second = order;
            for (const std::string& name : {made.first, made.second})
                if (std::ranges::find(m_ask.options, name, &Ask::Option::name) == m_ask.options.end()) refuseName(line, name, names());
        } else throw Refusal{line, said("A case belongs to a number (\"case: 2 -> …\") or to an order (\"case: n before V -> …\").")};
        m_ask.cases.push_back(std::move(made));
    }
    std::vector<std::string> names() const
    {
        std::vector<std::string> all;
        for (const Ask::Option& option : m_ask.options) all.push_back(option.name);
        return all;
    }
    void check() const
    {
        const std::size_t line = m_block.line;
        if (m_ask.prompt.empty()) throw Refusal{line, said("The question itself is missing: write it as the first line of the block.")};
        if (m_ask.kind == Kind::sketch && m_ask.lines.empty())
            throw Refusal{line, said("A sketch needs its axes: \"axes: t 0 … 100 ms, V −75 … −45 mV\".")};
        auto all = names();
        std::ranges::sort(all);
        if (std::ranges::adjacent_find(all) != all.end()) throw Refusal{line, said("Two options have the same name; give each its own.")};
        const bool hasOptions = m_ask.kind == Kind::choice || m_ask.kind == Kind::order;
        if (hasOptions && (all.size() < 2 || all.size() > mostOptions))
            throw Refusal{line, said("A choice or an order has 2 to %1 options, each on a line that begins with \"- \".",
                                     {std::to_string(mostOptions)})};
        const bool hasRight = m_ask.right || m_ask.sealedRight || std::ranges::any_of(m_ask.options, &Ask::Option::isRight);
        if ((m_ask.kind == Kind::number || m_ask.kind == Kind::choice) && !m_ask.isOpen && m_ask.sealed.empty() && !hasRight)
            throw Refusal{line, said("Nothing is right here: add \"right: …\" or [x], or \"open: yes\" where it is only compared later.")};
    }

    const Block& m_block;
    Ask m_ask;
    bool m_hasBegun = false; // the options
};

bool isWithin(double value, double wanted, double tolerance)
{
    return std::abs(value - wanted) <= tolerance + 1e-9 * std::max(1.0, std::abs(wanted));
}

bool isSealedRight(const Ask& ask, const std::string& text, const Stage& stage)
{
    return std::ranges::find(ask.sealedRight->hashes, stage.hash(text).substr(0, hashLength)) != ask.sealedRight->hashes.end();
}

void judgeNumber(const Ask& ask, std::string_view lesson, double value, const Stage& stage, Reply& reply)
{
    if (ask.sealedRight) reply.isRight = isSealedRight(ask, hashedText(ask, lesson, value, ask.sealedRight->width), stage);
    else if (ask.right) reply.isRight = isWithin(value, *ask.right, ask.tolerance);
    if (reply.isRight == true) return;
    const auto it = std::ranges::find_if(ask.cases, [&](const Ask::Case& c) { return isWithin(value, *c.value, c.tolerance); });
    if (it == ask.cases.end()) return;
    reply.tag = it->tag;
    reply.feedback = it->feedback;
}

/// A number that looks like chance and is the same everywhere (FNV-1a, and a last stir).
std::uint64_t mixed(std::string_view text)
{
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    return (hash ^ hash >> 29) * 0xbf58476d1ce4e5b9 >> 16;
}

std::size_t wordsIn(std::string_view text)
{
    std::size_t words = 0;
    for (const std::string_view line : linesOf(text))
        for (const std::string_view word : split(line, " ")) words += !word.empty();
    return words;
}

}

bool Ask::takesSeveral() const { return kind == Kind::choice && (isSeveral || std::ranges::count_if(options, &Option::isRight) > 1); }

bool Ask::isJudged() const { return !isOpen && sealed.empty() && kind != Kind::text && (!sketch || !sketch->rules.empty()); }

bool isKeyOfAsk(std::string_view line) { return std::ranges::find(keys, until(line, ":")) != keys.end(); }

Ask askFrom(const Block& block) { return AskReader(block).read(); }

Reply judge(const Ask& ask, std::string_view lesson, std::string_view typed, char decimalSign, const Stage& stage)
{
    Reply reply{.answer = {.text = std::string(typed)}};
    if (ask.kind != Kind::number) {
        if (ask.kind == Kind::text && wordsIn(typed) < ask.fewestWords)
            reply.problem = said("Say it in at least %1 words.", {std::to_string(ask.fewestWords)});
        return reply;
    }
    const bool isWord = !ask.unit.empty() && !Unit::read(ask.unit);
    const std::string plain = isWord ? replaced(std::string(typed), ask.unit, "") : std::string(typed);
    const Entry read = entry(plain, 0, quantityOf(ask), decimalSign);
    if (!read.readings.empty())
        reply.problem = said("%1 can be read as %2 and as %3: leave the sign out.",
                             {std::string(trimmed(typed)), shortest(read.readings[0]), shortest(read.readings[1])});
    else if (!read.problem.empty()) reply.problem = read.problem;
    else if (!read.value || !std::isfinite(*read.value))
        reply.problem = said("\"%1\" is no number; one is \"12.5 %2\".", {brief(typed), ask.unit});
    if (!reply.problem.empty()) return reply;
    reply.answer.value = read.value;
    if (ask.isJudged() || !ask.sealed.empty()) judgeNumber(ask, lesson, *read.value, stage, reply);
    return reply;
}

Reply judge(const Ask& ask, std::string_view lesson, std::vector<std::string> chosen, const Stage& stage)
{
    Reply reply{.answer = {.chosen = chosen}};
    if (chosen.empty()) reply.problem = said("Nothing is chosen yet.");
    if (!ask.isJudged() || chosen.empty()) return reply;
    if (ask.sealedRight) reply.isRight = isSealedRight(ask, hashedText(ask, lesson, chosen), stage);
    else if (ask.kind == Kind::order) reply.isRight = std::ranges::equal(chosen, ask.options, {}, {}, &Ask::Option::name);
    else
        reply.isRight = std::ranges::all_of(
            ask.options, [&](const Ask::Option& o) { return o.isRight == (std::ranges::find(chosen, o.name) != chosen.end()); });
    if (*reply.isRight) return reply;
    const auto placeOf = [&](const std::string& name) { return std::ranges::find(chosen, name) - chosen.begin(); };
    for (const Ask::Case& c : ask.cases)
        if (reply.tag.empty() && placeOf(c.first) < placeOf(c.second)) reply.tag = c.tag, reply.feedback = c.feedback;
    for (const Ask::Option& o : ask.options)
        if (ask.kind == Kind::choice && reply.tag.empty() && !o.feedback.empty() && placeOf(o.name) < std::ssize(chosen))
            reply.tag = o.name, reply.feedback = o.feedback;
    if (ask.kind == Kind::choice && reply.tag.empty()) reply.tag = chosen[0];
    return reply;
}

Reply judge(const Ask& ask, Stroke stroke, const Strokes& others)
{
    Reply reply{.answer = {.stroke = std::move(stroke)}};
    if (ask.sketch && !reply.answer.stroke.empty()) reply.answer.text = ask.sketch->axes();
    if (!ask.isJudged() || reply.answer.stroke.empty()) return reply;
    const auto isThere = [&](const Feature& feature) { return has(*ask.sketch, reply.answer.stroke, feature, others); };
    const auto isUnmet = [&](const Sketch::Rule& rule) { return !rule.isMistake && !isThere(rule.features[0]); };
    const auto isMade = [&](const Sketch::Rule& rule) { return rule.isMistake && std::ranges::all_of(rule.features, isThere); };
    const auto& rules = ask.sketch->rules;
    const auto unmet = std::ranges::find_if(rules, isUnmet);
    reply.isRight = unmet == rules.end();
    if (*reply.isRight) return reply;
    const auto mistake = std::ranges::find_if(rules, isMade);
    const auto spoken = std::ranges::find_if(rules, [&](const Sketch::Rule& rule) { return isUnmet(rule) && !rule.tag.empty(); });
    const auto told = mistake != rules.end() ? mistake : spoken;
    if (told == rules.end()) return reply;
    reply.tag = told->tag;
    reply.feedback = told->feedback;
    return reply;
}

std::vector<std::string> shuffled(const Ask& ask)
{
    std::vector<std::string> names;
    for (const Ask::Option& option : ask.options) names.push_back(option.name);
    if (ask.sealedRight) return names; // they have been
    std::ranges::sort(names, {}, [&](const std::string& name) { return std::pair(mixed(ask.id + name), name); });
    const bool isRight = std::ranges::equal(names, ask.options, {}, {}, &Ask::Option::name);
    if (ask.kind == Kind::order && isRight) std::rotate(names.begin(), names.begin() + 1, names.end());
    return names;
}

std::string hashedText(const Ask& ask, std::string_view lesson, double value, double width)
{
    char text[40];
    if (width > 0) std::snprintf(text, sizeof text, "%.0f", std::floor(value / width));
    else std::snprintf(text, sizeof text, "%.6g", value == 0 ? 0 : value);
    return std::string(lesson) + '/' + ask.id + '/' + text;
}

std::string hashedText(const Ask& ask, std::string_view lesson, std::vector<std::string> chosen)
{
    if (ask.kind == Kind::choice) std::ranges::sort(chosen);
    std::string text = std::string(lesson) + '/' + ask.id + '/';
    for (const std::string& name : chosen) text += name + ' ';
    return text;
}

}
