// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson.h"
#include "report.h"

namespace rheobase {

/// A class's reports on one lesson, as its teacher looks at them. Students and steps are known by their index.
struct Overview {
    /// What a student did in a step.
    struct Cell {
        enum class State { untouched, open, here, done, believed } state = State::untouched; ///< here: the last one that is open
        int tries = 0, hints = 0;
        std::set<std::string> tags{};
        std::optional<int> points{}; ///< the sum of those of sealed quantities
        bool isDone() const { return state == State::done || state == State::believed; }
    };
    struct Student {
        std::string name{};
        std::vector<Cell> cells{};
        std::size_t done = 0;
        bool isOfThisVersion = true;
    };
    /// What was expected instead: the lesson's words for it, and what it answers.
    struct Misconception {
        std::size_t step = 0;
        std::string tag{}, words{}, feedback{};
        std::vector<std::size_t> students{};
    };
    struct Sketch {
        std::size_t student = 0;
        Stroke stroke{};
        std::string tag{};
    };
    /// The sketches of a question.
    struct Drawing {
        std::size_t step = 0;
        Ask ask{};
        std::vector<Sketch> sketches{};
    };
    std::vector<Student> students{};
    std::vector<Misconception> misconceptions{}; ///< the most frequent first
    std::vector<Drawing> drawings{};             ///< in the lesson's order; those without sketches are left out
};

/// The reports must be of this lesson; `hashes` are those of its file, the teacher's and the students'.
Overview overviewOf(const Lesson& lesson, std::span<const std::string> hashes, std::span<const Report> reports, const Stage& stage);

/// What reports tell of a lesson whose file is not there: its steps with their checks.
Lesson lessonBehind(std::span<const Report> reports);

/// A table for a gradebook: a row a student, columns by step; with the minutes of those who hand them in, where that is wished for.
std::string gradebookOf(const Lesson& lesson, std::span<const Report> reports, const Stage& stage, bool withMinutes);

/// A setting that experiments of one model differ in, with its value in each.
struct Difference {
    std::string name;
    Quantity quantity;
    std::vector<double> values;
};
std::vector<Difference> differencesOf(std::span<const Experiment> experiments);

}
