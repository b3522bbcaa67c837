// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge.h"
#include "lesson.h"
#include "report.h"

namespace rheobase {

/// A student's way through a lesson: where they are, what they predicted, what is solved. All that it comes to is in its report, from which
/// it goes on.
class Walk {
public:
    /// Begins anew, or goes on from the report of this lesson.
    explicit Walk(Lesson lesson, Report report = {});

    const Lesson& lesson() const { return m_lesson; }
    const Report& report() const { return m_report; }
    /// To set name, times, words, figures.
    Report& report() { return m_report; }

    std::size_t at() const { return m_at; }
    const Step& step() const { return m_lesson.steps[m_at]; }
    /// To any step: the way back and the way on are open.
    void goTo(std::size_t index);
    /// True where nothing of a step is left to do.
    bool isDone(std::size_t index) const;
    /// How many are done.
    std::size_t done() const;

    /// True where each question before the step's first check has an answer: then the run may be seen.
    bool isPredicted() const;
    /// Judges an answer and keeps it, unless it is frozen: then the one that is kept comes back.
    Reply answer(const Ask& ask, std::string_view typed, char decimalSign, const Stage& stage);
    Reply answer(const Ask& ask, std::vector<std::string> chosen, const Stage& stage);
    bool isFrozen(const Ask& ask) const;
    /// The run is seen: what was answered stays.
    void see();

    /// What judge() needs besides the check; a copy, for another thread.
    Situation situation(Experiment experiment, std::optional<Bench> bench = {}) const;
    /// Keeps what became of a check of this step, with the document of the experiment; `wasAsked`: by the student, who tries.
    void take(const Check& check, const Judgement& judgement, const std::string& experiment, bool wasAsked);
    bool isSolved(const Check& check) const;
    /// "I think I am right": it is recorded, and lets pass.
    void claim();

    /// How many rungs of the step's hints are open; opens one more, null where there is none.
    std::size_t hints() const;
    const std::string* nextHint();

private:
    StepRecord& record();
    const StepRecord* find(const std::string& step) const;
    const AnswerRecord* find(const Ask& ask) const;
    Reply keep(const Ask& ask, Reply reply);
    std::vector<const std::string*> rungs() const;

    Lesson m_lesson;
    Report m_report;
    std::size_t m_at = 0;
};

}
