// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ask.h"
#include "html.h"

#include <algorithm>
#include <set>
#include <span>
#include <variant>

namespace rheobase {

/// An answer as the report keeps it. Once the run is seen it is frozen.
struct AnswerRecord {
    std::string ask, prompt;
    Answer answer;
    std::optional<bool> isRight{}; ///< empty of what is not judged
    std::string tag{};
    bool isFrozen = false;
    std::optional<int> points{}; ///< of a sealed quantity: 0, 1 or 2
};
/// A check as it was last judged.
struct CheckRecord {
    std::string check;
    bool isSolved = false;
    std::string tag{};
    std::string experiment{}; ///< its document, by which it can be judged again
};
/// What a student did in a step.
struct StepRecord {
    std::string step, title;
    std::vector<AnswerRecord> answers{};
    std::vector<CheckRecord> checks{};
    int attempts = 0, hints = 0;
    int stimuli = 0; ///< how many different ones were run
    double seconds = 0, secondsAway = 0;
    bool isClaimed = false;             ///< "I think I am right": let pass, to be looked at
    bool isOpened = false;              ///< the word of its gate was said
    std::vector<std::string> figures{}; ///< SVG
    /// True where every check is solved or claimed.
    bool isDone() const { return isClaimed || std::ranges::all_of(checks, &CheckRecord::isSolved); }
};

/// A student's way through a lesson: one file, written after every step, from which the lesson goes on on another machine.
struct Report {
    std::string lesson, title, hash; ///< of the lesson's file
    std::string program, language, name;
    std::string draw{};    ///< by which its sealed values were drawn: "CLASSWORD/NAME", or a number; empty: none are
    bool hasTimes = false; ///< true: the student hands them in, too
    std::vector<StepRecord> steps{};
    std::vector<std::string> kept{};  ///< documents of experiments of free play
    std::vector<std::string> words{}; ///< the student's own sentences

    /// The record of a step, made where there is none.
    StepRecord& at(const std::string& step, const std::string& title);
};

/// Keeps an answer; false where it is frozen and stays as it was.
bool record(StepRecord& step, const Ask& ask, const Reply& reply);
/// Keeps what became of a check; counts an attempt where the student asked.
void record(StepRecord& step, const CheckRecord& check, bool wasAsked);

/// No report is larger, in bytes.
inline constexpr std::size_t mostReportBytes = 16 << 20;

/// All of it as JSON, in one line.
std::string toJson(const Report& report);
/// One self-contained page, which holds all of it as JSON, too.
std::string toPage(const Report& report, const Speaker& speak);
/// The report in a page; or one sentence.
std::variant<Report, Sentence> readReport(std::string_view page);

/// The misconceptions that a student showed in a step.
std::set<std::string> tagsOf(const StepRecord& step);
/// An answer in a few words.
std::string told(const Answer& answer);
/// Minutes on a step; empty where the student does not tell.
std::string minutesOf(const Report& report, const StepRecord& step);
/// A cell of a table that a spreadsheet takes for text, whatever a student wrote.
std::string cellOf(std::string text);

/// A table of reports for a teacher: a row a student and step.
std::string tableOf(std::span<const Report> reports);
/// How many students showed each misconception, "step.tag", the most frequent first.
std::vector<std::pair<std::string, int>> tagsOf(std::span<const Report> reports);

}
