// SPDX-License-Identifier: GPL-3.0-or-later
#include "gate.h"

#include "refusal.h"
#include "text.h"

namespace rheobase {

using namespace reading;

namespace {

constexpr std::string_view hidden = "sha256";
constexpr std::size_t longestWord = 40;

/// Without spaces, in lower case: ASCII, and the letters of Latin-1, which UTF-8 writes as 0xC3 and one byte.
std::string folded(std::string_view word)
{
    std::string made;
    for (const char c : word) {
        const auto byte = static_cast<unsigned char>(c);
        const bool isLatin = !made.empty() && made.back() == '\xC3' && byte >= 0x80 && byte <= 0x9E && byte != 0x97;
        if (c == ' ' || c == '\t') continue;
        made += static_cast<char>((c >= 'A' && c <= 'Z') || isLatin ? byte + 0x20 : byte);
    }
    return made;
}

std::string hashOf(std::string_view word, const Step& step, std::string_view lesson, const Stage& stage)
{
    return stage.hash("gate\n" + std::string(lesson) + '\n' + step.id + '\n' + folded(word)).substr(0, hashLength);
}

}

Gate gateFrom(std::string_view text, std::size_t line)
{
    std::string_view rest = text;
    if (takeWord(rest, hidden)) {
        const auto isDigit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
        if (rest.size() != hashLength || !std::ranges::all_of(rest, isDigit))
            throw Refusal{line, said("The hash of this gate is damaged; publish the lesson again.")};
        return {.hash = std::string(rest)};
    }
    if (folded(text).empty() || text.size() > longestWord)
        throw Refusal{line, said("A gate is a word to say, of at most %1 letters: \"gate: axon\".", {std::to_string(longestWord)})};
    return {.word = std::string(text)};
}

std::string hiddenGate(const Step& step, std::string_view lesson, const Stage& stage)
{
    const Gate& gate = *step.start.gate;
    return "gate: " + std::string(hidden) + ' ' + (gate.word.empty() ? gate.hash : hashOf(gate.word, step, lesson, stage));
}

bool opens(std::string_view word, const Step& step, std::string_view lesson, const Stage& stage)
{
    const Gate& gate = *step.start.gate;
    return gate.word.empty() ? hashOf(word, step, lesson, stage) == gate.hash : folded(word) == folded(gate.word);
}

}
