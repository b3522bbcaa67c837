// SPDX-License-Identifier: GPL-3.0-or-later
#include "translation.h"

#include "text.h"

#include <algorithm>

namespace rheobase {

using namespace reading;

namespace {

/// Every text of a lesson that is translated, with its place, which readTranslation() makes in the same way.
class Places {
public:
    explicit Places(Lesson& lesson)
    {
        add("title", lesson.title);
        add("asks", lesson.asks);
        add("goal", lesson.goal);
        add("leaves-out", lesson.leavesOut);
        add("intro", lesson.intro);
        add("teacher", lesson.notes);
        for (Step& step : lesson.steps) {
            add(step.id + ".title", step.title);
            std::size_t texts = 0, hints = 0, shows = 0;
            for (StepPart& part : step.parts) {
                if (auto* prose = std::get_if<Prose>(&part)) add(step.id + ".text." + std::to_string(++texts), prose->markdown);
                if (auto* ask = std::get_if<Ask>(&part)) addAsk(*ask);
                if (auto* check = std::get_if<Check>(&part))
                    for (Check::Otherwise& other : check->otherwise) add("check." + check->id + '.' + other.tag, other.feedback);
                if (auto* hint = std::get_if<Hint>(&part)) {
                    ++hints;
                    for (std::size_t i = 0; i < hint->rungs.size(); ++i)
                        add(step.id + ".hint." + std::to_string(hints) + '.' + std::to_string(i + 1), hint->rungs[i]);
                }
                if (auto* show = std::get_if<Show>(&part)) add(step.id + ".say." + std::to_string(++shows), show->say);
            }
        }
    }
    std::vector<std::pair<std::string, std::string*>> all;

private:
    void add(std::string place, std::string& text)
    {
        if (!trimmed(text).empty()) all.emplace_back(std::move(place), &text);
    }
    void addAsk(Ask& ask)
    {
        const std::string place = "ask." + ask.id;
        add(place, ask.prompt);
        for (Ask::Case& c : ask.cases) add(place + '.' + c.tag, c.feedback);
        if (ask.sketch)
            for (Sketch::Rule& rule : ask.sketch->rules) add(place + '.' + rule.tag, rule.feedback);
        for (Ask::Option& option : ask.options) {
            add(place + ".option." + option.name, option.text);
            add(place + ".feedback." + option.name, option.feedback);
        }
    }
};

/// Reads the prose of each block to its place.
class Reader {
public:
    explicit Reader(const Blocks& file)
    {
        for (const Line& line : file.head) {
            std::string_view value = line.text;
            const std::string key(until(value, ":"));
            if (key == "lesson") m_made.lesson = value;
            else if (key == "language") m_made.language = value;
            else add(key, line.number, value);
        }
        if (m_made.lesson.empty() || m_made.language.empty())
            throw Refusal{1, said("The head of a translation has at least the lines \"lesson: its-name\" and \"language: de\".")};
        for (const Block& block : file.blocks) read(block);
    }
    Translation made() { return std::move(m_made); }

private:
    void add(const std::string& place, std::size_t line, std::string_view text)
    {
        Line& there = m_made.texts.emplace(place, Line{line, {}}).first->second;
        there.text += (there.text.empty() || there.text.ends_with('\n') ? "" : " ") + std::string(text);
    }
    void read(const Block& block)
    {
        if (block.kind == Block::Kind::heading) {
            m_step = block.word;
            m_texts = m_hints = m_shows = 0;
            add(m_step + ".title", block.line, block.rest);
        } else if (block.kind == Block::Kind::prose)
            add(m_step.empty() ? "intro" : m_step + ".text." + std::to_string(++m_texts), block.line, block.rest);
        else if (block.word == "ask" || block.word == "check") readAnswers(block);
        else if (block.word == "hint") readHint(block);
        else if (block.word == "show") readShow(block);
        else if (block.word == "teacher")
            for (const Line& line : block.lines) add("teacher", line.number, line.text + '\n');
    }
    /// A prompt; "- name: text" with "> feedback"; "-> tag: feedback".
    void readAnswers(const Block& block)
    {
        std::string_view words = block.rest;
        if (block.word == "ask") until(words, " ");
        const std::string place = block.word + '.' + std::string(until(words, " ")) + '.';
        std::string option, open = place.substr(0, place.size() - 1); // what a line adds to
        for (const Line& line : block.lines) {
            std::string_view text = trimmed(line.text);
            if (text.empty()) continue;
            if (take(text, "->")) {
                open = place;
                open += until(text, ":");
            } else if (take(text, "- ")) {
                if (!take(text, "[x]")) take(text, "[ ]");
                option = until(text, ":");
                (open = place).append("option.").append(option);
            } else if (!option.empty() && take(text, ">")) (open = place).append("feedback.").append(option);
            add(open, line.number, trimmed(text));
        }
    }
    void readHint(const Block& block)
    {
        std::size_t rung = 0;
        const std::string place = m_step + ".hint." + std::to_string(++m_hints) + '.';
        for (const Line& line : block.lines) {
            std::string_view text = trimmed(line.text);
            if (text.empty()) continue;
            if (take(text, std::to_string(rung + 1) + ". ")) ++rung;
            add(place + std::to_string(rung), line.number, text);
        }
    }
    void readShow(const Block& block)
    {
        ++m_shows;
        for (const Line& line : block.lines) {
            std::string_view text = trimmed(line.text);
            if (take(text, "say:")) add(m_step + ".say." + std::to_string(m_shows), line.number, trimmed(text));
        }
    }

    Translation m_made;
    std::string m_step;
    std::size_t m_texts = 0, m_hints = 0, m_shows = 0;
};

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// The numbers of a text, with either decimal sign, sorted.
std::vector<std::string> numbersIn(std::string_view text)
{
    std::vector<std::string> numbers;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!isDigit(text[i])) continue;
        std::string number;
        for (; i < text.size(); ++i) {
            const bool isSign = (text[i] == '.' || text[i] == ',') && i + 1 < text.size() && isDigit(text[i + 1]);
            if (!isDigit(text[i]) && !isSign) break;
            number += text[i] == ',' ? '.' : text[i];
        }
        numbers.push_back(std::move(number));
    }
    std::ranges::sort(numbers);
    return numbers;
}

}

std::variant<Translation, Refusal> readTranslation(std::string_view file)
{
    try {
        return Reader(Blocks(file)).made();
    } catch (const Refusal& refusal) {
        return refusal;
    }
}

std::vector<Lack> translate(Lesson& lesson, const Translation& translation)
{
    std::vector<Lack> lacks;
    if (translation.lesson != lesson.id) return {{1, {}, said("This is a translation of another lesson, \"%1\".", {translation.lesson})}};
    std::vector<std::string> known;
    for (auto& [place, text] : Places(lesson).all) {
        known.push_back(place);
        const auto it = translation.texts.find(place);
        if (it == translation.texts.end() || trimmed(it->second.text).empty())
            lacks.push_back({0, place, said("This is not translated: \"%1\"", {brief(*text)})});
        else if (numbersIn(it->second.text) != numbersIn(*text))
            lacks.push_back({it->second.number, place, said("This has other numbers than the original: \"%1\"", {brief(*text)})});
        else *text = it->second.text;
    }
    for (const auto& [place, line] : translation.texts)
        if (std::ranges::find(known, place) == known.end() && !trimmed(line.text).empty())
            lacks.push_back({line.number, place, said("The original has nothing at this place.")});
    lesson.language = translation.language;
    return lacks;
}

}
