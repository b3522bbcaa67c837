// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson.h"

namespace rheobase {

/// The prose of a lesson in another language: NAME.de.lesson.md, with the blocks of the original at their places, their machine lines left out.
struct Translation {
    std::string lesson, language;
    std::map<std::string, Line> texts; ///< by place: "longest.title", "ask.guess-gap"
};
std::variant<Translation, Refusal> readTranslation(std::string_view file);

/// What a translation lacks, or has wrong: a place, and a sentence.
struct Lack {
    std::size_t line; ///< of the translation; 0: it is not there
    std::string place;
    Sentence sentence;
};
/// Says a lesson in the translation's language, as far as it goes: what is missing, and what has other numbers than the original, which is
/// then stale, stays as it was and is told.
std::vector<Lack> translate(Lesson& lesson, const Translation& translation);

}
