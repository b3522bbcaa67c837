// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge.h"
#include "live_search.h"
#include "pace.h"
#include "report.h"
#include "tried_values.h"

#include <QElapsedTimer>
#include <QObject>

#include <functional>
#include <map>

namespace rheobase {

class Session;

/// A student's way through a lesson, without widgets: which step it is at, what was answered, whether the checks hold of what is on the
/// screen, and the report of it all. Checks are judged in the background whenever something changes; nothing moves on by itself.
class LessonRun : public QObject {
    Q_OBJECT
public:
    /// `bench` tells what is on the screen besides the experiment. What a report of before holds is continued.
    LessonRun(Lesson lesson, Report report, Session& session, std::function<Bench()> bench, QObject* parent = nullptr);

    const Lesson& lesson() const { return m_lesson; }
    const Report& report() const { return m_report; }
    std::size_t index() const { return m_index; } ///< of the step; their number: the lesson is over
    bool isOver() const { return m_index == m_lesson.steps.size(); }
    const Step& step() const { return m_lesson.steps[m_index]; }
    /// Begins a step: its experiment is loaded, and waits for what is to be predicted before it is run.
    void goTo(std::size_t index);
    /// The first step that is not done; the first one where all are.
    std::size_t firstOpen() const;
    /// How many minutes the steps from here on are thought to take.
    int minutesLeft() const;

    /// How a step stands.
    enum class State { open, done, believed };
    State stateOf(std::size_t step) const;
    State state() const { return stateOf(m_index); }
    /// How many parts of the step can be seen: not what comes after a prediction that is not made yet.
    std::size_t partsSeen() const;
    /// True where something is to be predicted first.
    bool waitsForAnswer() const { return !isOver() && firstUnanswered() < m_lesson.steps[m_index].parts.size(); }

    /// True of a question that is asked before the run, and of which the run tells.
    bool isPrediction(const Ask& ask) const;
    bool isFrozen(const Ask& ask) const;
    /// True where an answer waits for its run.
    bool waitsForRun() const;
    /// What was answered, now or on an earlier day.
    std::optional<Reply> replyTo(const Ask& ask) const;
    /// Answers; where it is no answer, why.
    Sentence answer(const Ask& ask, const QString& typed);
    Sentence answer(const Ask& ask, std::vector<std::string> chosen);

    /// Runs the experiment from its start.
    void runAgain();
    /// The student asks: what does not hold is told.
    void check();
    /// The student holds the step for right: it is recorded, and lets pass.
    void claim();
    bool isSolved(const Check& check) const;
    /// What is told of a check; none: it was not asked for yet.
    const Judgement* told(const Check& check) const;
    /// True while a check is judged that was asked for.
    bool isJudging() const { return m_isAsked; }

    /// The rungs of the hint that were taken.
    int hintsTaken() const;
    /// In how many seconds the next one can be; 0: now.
    int secondsToHint() const;
    void takeHint();

    /// The setting that the step asks to predict a value of, and the value once there is one.
    std::pair<std::string, std::optional<double>> predicted() const;

    /// What was tried in this step.
    const TriedValues& tried() const { return m_tried; }

    /// Keeps an experiment of free play, a sentence of the student's own, a figure as SVG in the report.
    void keep(const Experiment& experiment);
    void setWords(const QString& words);
    void addFigure(const std::string& svg);
    /// Writes down the time until now.
    void account();

public slots:
    /// Something is on the screen that checks may look at.
    void look() { m_pace.ask(); }

signals:
    void stepBegun();                  ///< another step
    void changed();                    ///< answers, verdicts, hints, what was tried
    void solved();                     ///< the step's last check holds now
    void recorded();                   ///< report() has more
    void said(const QString& verdict); ///< for those who do not see it

private:
    struct Question {
        std::size_t step;
        std::vector<Check> checks;
        Situation situation;
        bool wasAsked;
    };
    struct Answers {
        Question question;
        std::vector<Judgement> judgements;
    };
    static std::optional<Answers> judgeAll(const Question& question, const std::stop_token& stop);
    void request();
    void take(const Answers& answers);
    void takeVerdict(const Check& check, const Judgement& judgement, const Question& question);
    Sentence take(const Ask& ask, const Reply& reply);
    void samplesCame();
    void seeRun();
    std::size_t firstUnanswered() const;
    void freezePredictions();
    double trialDuration() const;
    StepRecord& record();
    const StepRecord* recordOf(std::size_t step) const;
    bool isDone(std::size_t step) const;
    bool isAnswered(const Step& step, const Ask& ask) const;
    template<class P> std::vector<const P*> partsOf(const Step& step) const;

    Lesson m_lesson;
    Report m_report;
    Session& m_session;
    std::function<Bench()> m_bench;
    std::size_t m_index = 0;
    std::map<std::string, Reply, std::less<>> m_replies;
    std::map<std::string, Judgement, std::less<>> m_told;
    TriedValues m_tried;
    bool m_isAsked = false, m_isBeginning = false, m_isRungOpen = false, m_isActive = true;
    QElapsedTimer m_clock, m_sinceRung;
    Pace m_pace;
    LiveSearch<Question, Answers> m_judging; // last: it tells of the rest
};

}
