// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live_search.h"
#include "pace.h"
#include "tried_values.h"
#include "walk.h"

#include <QElapsedTimer>
#include <QObject>

#include <functional>
#include <map>

namespace rheobase {

class Session;

/// A student's way through a lesson on the neuron of a session, without widgets: begins its steps, and judges its checks in the background
/// whenever something changes; nothing moves on by itself.
class LessonRun : public QObject {
    Q_OBJECT
public:
    /// `bench` tells what is on the screen besides the experiment. What a report of before holds is continued.
    LessonRun(Lesson lesson, Report report, Session& session, std::function<Bench()> bench, QObject* parent = nullptr);

    /// Where the student is, and what came of it.
    const Walk& walk() const { return m_walk; }
    /// Begins a step: its experiment is loaded, and waits for what is to be predicted before it is run.
    void goTo(std::size_t index);
    /// Opens the gate of the step, and begins it, where this is its word.
    bool open(const QString& word);
    /// Answers; where it is no answer, why.
    Sentence answer(const Ask& ask, const QString& typed);
    Sentence answer(const Ask& ask, std::vector<std::string> chosen);
    Sentence answer(const Ask& ask, Stroke stroke);

    /// Who it is: sealed neurons are drawn by a class word and a name, or by chance. What is on the bench is another one then.
    void introduce(const QString& name, const QString& word);
    /// The class word that they were drawn by; empty where it was chance.
    QString classWord() const;

    /// Runs the experiment from its start.
    void runAgain();
    /// The student asks: what does not hold is told.
    void check();
    /// The student holds the step for right: it is recorded, and lets pass.
    void claim();
    /// What is told of a check; none: it was not asked for yet.
    const Judgement* told(const Check& check) const;
    /// True while a check is judged that was asked for.
    bool isJudging() const { return m_isAsked; }

    /// How many seconds are left of a step that has a time; less than 0: it is over.
    std::optional<int> secondsLeft();

    /// In how many seconds the next rung of a hint can be; 0: now.
    int secondsToHint() const;
    void takeHint();

    /// What was tried in this step.
    const TriedValues& tried() const { return m_tried; }

    /// Keeps an experiment of free play, a sentence of the student's own, a figure as SVG in the report.
    void keep(const Experiment& experiment);
    void setWords(const QString& words);
    /// Under which name the report is, and whether it tells times.
    void setName(const QString& name);
    void setTimes(bool hasTimes);
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
    void recorded();                   ///< the report has more
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
    void begin(bool goesOn);
    void request();
    void take(const Answers& answers);
    void takeVerdict(const Check& check, const Judgement& judgement, const Question& question);
    Sentence take(const Ask& ask, const Reply& reply);
    void samplesCame();
    void seeRun();
    void freezePredictions();
    void countStimulus();

    Walk m_walk;
    Session& m_session;
    std::function<Bench()> m_bench;
    std::map<std::string, Judgement, std::less<>> m_told;
    TriedValues m_tried;
    std::vector<Experiment> m_stimuli; // that have been run in the step
    bool m_isAsked = false, m_isBeginning = false, m_isRungOpen = false, m_isActive = true;
    QElapsedTimer m_clock, m_sinceRung;
    Pace m_pace;
    LiveSearch<Question, Answers> m_judging; // last: it tells of the rest
};

}
