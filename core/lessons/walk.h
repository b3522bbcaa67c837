// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge.h"
#include "lesson.h"
#include "report.h"

namespace rheobase {

/// A student's way through a lesson: which step it is at, what was answered, what is solved. All that it comes to is in its report, from which
/// it goes on.
class Walk {
public:
    /// Goes on from the report of this lesson, any other one is left out; no step is begun yet. `decimalSign` is the language's.
    Walk(Lesson lesson, Report report, const Stage& stage, char decimalSign);

    const Lesson& lesson() const { return m_lesson; }
    const Report& report() const { return m_report; }
    /// To set name, words, what is kept.
    Report& report() { return m_report; }

    /// Draws sealed values by this from now on; the report keeps it.
    void draw(const std::string& draw);
    /// True of a lesson with sealed values until one has been estimated.
    bool canDraw() const;

    std::size_t index() const { return m_index; } ///< of the step; their number: the lesson is over, or not begun
    bool isOver() const { return m_index == m_lesson.steps.size(); }
    const Step& step() const { return m_lesson.steps[m_index]; }
    /// The step that one comes to on the way to another: itself, or the first one whose gate is shut.
    std::size_t reachable(std::size_t index) const;
    /// To any step, as far as no gate is shut: the way back and the way on are open.
    void goTo(std::size_t index);
    /// The first step that is not done; the first one where all are.
    std::size_t firstOpen() const;
    /// How many minutes the steps from here on are thought to take.
    int minutesLeft() const;
    /// What is kept of the step.
    StepRecord& record() { return m_report.at(step().id, step().title); }

    /// True of a step that waits for its teacher's word: nothing of it, nor what follows, can be seen.
    bool isShut(std::size_t step) const;
    bool isShut() const { return isShut(m_index); }
    /// Opens the gate of the step where this is its word; it is in the report.
    bool open(std::string_view word);

    /// How a step stands.
    enum class State { open, done, believed };
    State stateOf(std::size_t step) const;
    State state() const { return stateOf(m_index); }
    /// How many parts of the step can be seen: not what comes after a prediction that is not made yet.
    std::size_t partsSeen() const;
    /// True where something is to be predicted first.
    bool waitsForAnswer() const { return !isOver() && !isShut() && firstUnanswered() < step().parts.size(); }
    /// True where a prediction waits for its run.
    bool waitsForRun() const;

    /// True of a question that is asked before the run, and of which the run tells.
    bool isPrediction(const Ask& ask) const;
    bool isFrozen(const Ask& ask) const;
    /// What was answered, now or on an earlier day.
    std::optional<Reply> replyTo(const Ask& ask) const;
    /// Judges an answer and keeps it, unless it is frozen: then the one that is kept comes back.
    Reply answer(const Ask& ask, std::string_view typed);
    Reply answer(const Ask& ask, std::vector<std::string> chosen);
    Reply answer(const Ask& ask, Stroke stroke);
    /// What was drawn so far, by ask.
    Strokes strokes() const;
    /// The run is seen: what was predicted stays.
    void see();
    /// The setting that the step asks to predict a value of, and the value once there is one.
    std::pair<std::string, std::optional<double>> predicted() const;

    /// The checks of the step that do not hold yet.
    std::vector<Check> unsolved() const;
    bool looksAtTheWindow() const; ///< true where a check of the step does
    double trialDuration() const;  ///< ms, for which the checks of the step run it
    /// What judge() needs besides the check; a copy, for another thread.
    Situation situation(Experiment experiment, std::optional<Bench> bench = {}) const;
    /// Keeps that a check holds, with the document of its experiment; and, where the student asked, what became of it else.
    void take(const Check& check, const Judgement& judgement, const std::string& experiment, bool wasAsked);
    bool isSolved(const Check& check) const;
    /// "I think I am right": it is recorded, and lets pass.
    void claim() { record().isClaimed = true; }

    /// How many rungs of the step's hints are open.
    int hints() const;
    void openHint() { ++record().hints; }

private:
    const StepRecord* recordOf(std::size_t step) const;
    const AnswerRecord* find(const Ask& ask) const;
    Reply judged(const Ask& ask, const Answer& answer) const;
    Reply scored(const Ask& ask, Reply reply) const;
    Reply keep(const Ask& ask, const Reply& reply);
    std::size_t firstUnanswered() const;
    bool isDone(std::size_t step) const;
    bool isAnswered(const Step& step, const Ask& ask) const;

    Lesson m_lesson;
    Report m_report;
    const Stage& m_stage;
    char m_decimalSign;
    std::size_t m_index;
};

}
