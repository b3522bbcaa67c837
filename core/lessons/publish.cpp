// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish.h"

#include "gate.h"
#include "text.h"

#include <algorithm>
#include <cmath>

namespace rheobase {

using namespace reading;

namespace {

constexpr double cellsOfTolerance = 5;

/// "right: sha256 0.08 1f… 2e…": all cells whose middle is right.
std::string hiddenNumber(const Ask& ask, const Lesson& lesson, const Stage& stage)
{
    const double width = ask.tolerance / cellsOfTolerance, right = *ask.right;
    std::string line = "right: sha256 " + shortest(width);
    const auto add = [&](double value) { line += ' ' + stage.hash(hashedText(ask, lesson.id, value, width)).substr(0, hashLength); };
    if (!(width > 0)) add(right);
    else
        for (double cell = std::floor((right - ask.tolerance) / width); cell <= (right + ask.tolerance) / width; ++cell)
            if (std::abs((cell + 0.5) * width - right) <= ask.tolerance) add((cell + 0.5) * width);
    return line;
}

/// The same of options, of which all are to be chosen or none is right.
std::string hiddenOptions(const Ask& ask, const Lesson& lesson, const Stage& stage)
{
    std::vector<std::string> right;
    for (const Ask::Option& option : ask.options)
        if (ask.kind == Ask::Kind::order || option.isRight) right.push_back(option.name);
    return "right: sha256 " + stage.hash(hashedText(ask, lesson.id, std::move(right))).substr(0, hashLength);
}

/// The options, in the order in which they are met, without what is right.
std::vector<std::string> hiddenOptionLines(const Ask& ask)
{
    std::vector<std::string> lines;
    for (const std::string& name : shuffled(ask)) {
        const auto option = std::ranges::find(ask.options, name, &Ask::Option::name);
        lines.push_back(std::string(ask.kind == Ask::Kind::choice ? "- [ ] " : "- ") + name + ": " + option->text);
        if (!option->feedback.empty()) lines.push_back("      > " + option->feedback);
    }
    return lines;
}

/// The lines of an ask as a student may read them: the question, the options, and the rest, without what is right.
std::vector<std::string> hidden(const Ask& ask, const Block& block, const Lesson& lesson, const Stage& stage)
{
    std::vector<std::string> lines;
    for (const std::string_view line : linesOf(ask.prompt)) lines.emplace_back(line);
    for (const std::string& line : hiddenOptionLines(ask)) lines.push_back(line);
    for (const Line& line : block.lines) {
        const std::string_view text = trimmed(line.text);
        if (text.starts_with("right:")) lines.push_back(ask.right ? hiddenNumber(ask, lesson, stage) : line.text);
        else if (text.starts_with("candidate:")) lines.push_back(line.text.substr(0, line.text.find("->")));
        else if (isKeyOfAsk(text)
                 || (ask.kind == Ask::Kind::sketch && std::ranges::find(ask.lines, line.number, &Line::number) != ask.lines.end()))
            lines.push_back(line.text);
    }
    if (ask.takesSeveral() && !ask.isSeveral) lines.push_back("several: yes");
    if (!ask.options.empty() && ask.isJudged() && !ask.sealedRight) lines.push_back(hiddenOptions(ask, lesson, stage));
    return lines;
}

const Ask* findAsk(const Lesson& lesson, std::string_view id)
{
    const Ask* found = nullptr;
    eachPart<Ask>(lesson, [&](const Step&, const Ask& ask) {
        if (ask.id == id) found = &ask;
    });
    return found;
}

/// Where a start says the word of its gate.
std::vector<std::size_t> gateLines(const Block& block)
{
    std::vector<std::size_t> found;
    if (block.kind != Block::Kind::fence || block.word != "start") return found;
    for (const Line& line : block.lines) {
        std::string_view text = line.text;
        if (until(text, ":") == "gate") found.push_back(line.number);
    }
    return found;
}

}

std::string published(const Lesson& lesson, std::string_view file, const Stage& stage)
{
    const auto lines = linesOf(file);
    std::string text;
    std::size_t next = 0; // line that is not written yet
    const auto copyTo = [&](std::size_t end) {
        for (; next < std::min(end, lines.size()); ++next) text += std::string(lines[next]) + '\n';
    };
    for (const Block& block : Blocks(file).blocks) {
        for (const std::size_t line : gateLines(block)) {
            copyTo(line - 1);
            text += hiddenGate(*std::ranges::find(lesson.steps, block.line, [](const Step& s) { return s.start.line; }), lesson.id, stage)
                    + '\n';
            next = line;
        }
        if (block.kind != Block::Kind::fence || (block.word != "ask" && block.word != "teacher")) continue;
        const std::size_t opening = block.line - 1, closing = opening + block.lines.size() + 1;
        copyTo(block.word == "ask" ? opening + 1 : opening);
        std::string_view words = block.rest;
        until(words, " ");
        if (const Ask* ask = block.word == "ask" ? findAsk(lesson, words) : nullptr) {
            for (const std::string& line : hidden(*ask, block, lesson, stage)) text += line + '\n';
            next = closing;
        } else next = closing + 1;
    }
    copyTo(lines.size());
    while (text.ends_with("\n\n")) text.pop_back();
    return text;
}

}
