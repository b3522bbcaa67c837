// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "blocks.h"
#include "quantity.h"
#include "sketch.h"
#include "stage.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rheobase {

/// What a student answered.
struct Answer {
    std::string text{};                ///< as it was typed; of a sketch its axes
    std::optional<double> value{};     ///< of a number, in the unit of its ask
    std::vector<std::string> chosen{}; ///< names of options: of a choice those that were ticked, of an order all
    Stroke stroke{};                   ///< of a sketch
    bool operator==(const Answer&) const = default;
};

/// A question: a prediction, which is laid beside the result, or an answer.
struct Ask {
    enum class Kind { number, choice, order, text, sketch };
    /// A typical answer that is not right; its tag is its name in reports.
    struct Case {
        std::optional<double> value{};
        double tolerance = 0;
        std::string first{}, second{}; ///< of an order: the first stands before the second
        std::string tag, feedback;
    };
    struct Option {
        std::string name, text, feedback;
        bool isRight = false;
    };
    /// Right answers that a student's file holds as hashes of their rounded values.
    struct Sealed {
        double width = 0; ///< to which a number is rounded; 0: to six digits
        std::vector<std::string> hashes;
    };
    Kind kind = Kind::number;
    std::string id, prompt;
    std::size_t line = 0;
    std::string unit;       ///< of a number; also a word, "spikes"
    bool isSeveral = false; ///< of a choice whose right options are hidden: there are several
    bool isOpen = false;    ///< only compared later, never judged
    std::optional<double> right{};
    double tolerance = 0;
    std::optional<Sealed> sealedRight{};
    std::string sealed{}; ///< the sealed quantity that is asked for
    std::vector<Case> cases{};
    std::vector<Option> options{};  ///< of an order: in the right order
    std::size_t fewestWords = 0;    ///< of a text
    std::vector<Line> lines{};      ///< of a sketch, from its axes on
    std::optional<Sketch> sketch{}; ///< what they say; read with the experiment of the step

    /// True where several options are right at once.
    bool takesSeveral() const;
    /// True where an answer can be right or wrong.
    bool isJudged() const;
};

/// An answer, judged.
struct Reply {
    Answer answer{};
    std::optional<bool> isRight{}; ///< empty of what is not judged
    std::optional<int> points{};   ///< of an estimate of what is sealed: 0, 1 or 2
    std::string tag{}, feedback{}; ///< of the typical mistake that it is
    Sentence problem{};            ///< why it is no answer at all; then nothing else holds
};

/// Reads a block `ask`; `settings` are those that can be sealed. Throws a Refusal.
Ask askFrom(const Block& block);

/// True of a line of an ask that sets something: "unit: mV".
bool isKeyOfAsk(std::string_view line);

/// Judges what was typed: a number with its unit, or one calculation, with either decimal sign; or a text.
Reply judge(const Ask& ask, std::string_view lesson, std::string_view typed, char decimalSign, const Stage& stage);
/// Judges the options that were chosen, by name; of an order in the student's.
Reply judge(const Ask& ask, std::string_view lesson, std::vector<std::string> chosen, const Stage& stage);
/// Judges what was drawn; nothing is "I have no idea yet", which is an answer. `others` are the strokes of other sketches.
Reply judge(const Ask& ask, Stroke stroke, const Strokes& others);

/// The options as a student meets them: in an order that tells nothing.
std::vector<std::string> shuffled(const Ask& ask);
/// What is hashed of a right answer in a student's file: a number as the cell of `width` that it is in, options by their names.
std::string hashedText(const Ask& ask, std::string_view lesson, double value, double width);
std::string hashedText(const Ask& ask, std::string_view lesson, std::vector<std::string> chosen);
/// How much of a hash is kept.
inline constexpr std::size_t hashLength = 16;

}
