// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson_run.h"

#include "course.h"
#include "experiment_file.h"
#include "sealed.h"
#include "session.h"
#include "words.h"

#include <QGuiApplication>

#include <algorithm>

namespace rheobase {

namespace {

constexpr int lookInterval = 400; // ms
constexpr int untilHint = 30;     // s
constexpr std::size_t mostFigures = 4, mostKept = 20, mostStimuli = 1000;

}

LessonRun::LessonRun(Lesson lesson, Report report, Session& session, std::function<Bench()> bench, QObject* parent)
    : QObject(parent),
      m_walk(std::move(lesson), std::move(report), lessonStage(), decimalSign()),
      m_session(session),
      m_bench(std::move(bench)),
      m_pace(lookInterval, [this] { request(); }),
      m_judging(&judgeAll, [this](const Answers& answers) { take(answers); })
{
    for (const auto change : {&LessonRun::changed, &LessonRun::look}) connect(&m_tried, &TriedValues::changed, this, change);
    connect(&session, &Session::experimentChanged, this, &LessonRun::look);
    connect(&session, &Session::samplesArrived, this, &LessonRun::samplesCame);
    connect(&session, &Session::restarted, this, &LessonRun::seeRun);
    connect(qApp, &QGuiApplication::applicationStateChanged, this, &LessonRun::account);
    m_clock.start();
}

void LessonRun::goTo(std::size_t index)
{
    account();
    index = m_walk.reachable(index);
    const bool goesOn = index == m_walk.index() + 1;                   // else the experiment is not what the step before left
    if (m_walk.isShut(index) && !goesOn && index > 0) goTo(index - 1); // which stays to be seen
    m_isBeginning = true;
    m_walk.goTo(index);
    m_told.clear();
    m_tried.clear();
    m_stimuli.clear();
    m_judging.cancel();
    m_isAsked = m_isRungOpen = false;
    m_sinceRung.start();
    if (!m_walk.isOver() && !m_walk.isShut()) begin(goesOn);
    m_isBeginning = false;
    emit stepBegun();
    emit recorded();
    look();
}

void LessonRun::introduce(const QString& name, const QString& word)
{
    m_walk.report().name = name.trimmed().toStdString();
    if (word.trimmed().isEmpty() && classWord().isEmpty()) emit recorded();
    else {
        m_walk.draw(word.trimmed().isEmpty() ? freshDraw() : drawOf(word, name));
        if (!m_walk.isOver()) goTo(m_walk.index());
    }
    emit changed();
}

QString LessonRun::classWord() const { return QString::fromStdString(m_walk.report().draw).section(u'/', 0, -2); }
/// Loads the experiment of the step.
void LessonRun::begin(bool goesOn)
{
    const Step& step = m_walk.step();
    m_session.setVeil({});
    const Experiment next = goesOn ? begun(step, m_session.experiment()) : step.experiment;
    const bool waits = m_walk.waitsForAnswer() || m_walk.waitsForRun();
    if (waits) m_session.pause();
    if (step.start.line > 0 || next != m_session.experiment())
        m_session.load(next, tr("Begin “%1”").arg(QString::fromStdString(step.title)));
    if (!waits) m_session.run();
}

bool LessonRun::open(const QString& word)
{
    if (!m_walk.open(word.toStdString())) return false;
    goTo(m_walk.index());
    return true;
}

Sentence LessonRun::answer(const Ask& ask, const QString& typed) { return take(ask, m_walk.answer(ask, typed.trimmed().toStdString())); }

Sentence LessonRun::answer(const Ask& ask, std::vector<std::string> chosen) { return take(ask, m_walk.answer(ask, std::move(chosen))); }

Sentence LessonRun::answer(const Ask& ask, Stroke stroke) { return take(ask, m_walk.answer(ask, std::move(stroke))); }

Sentence LessonRun::take(const Ask& ask, const Reply& reply)
{
    if (!reply.problem.empty()) return reply.problem;
    if (!m_walk.isPrediction(ask) && reply.isRight == false) m_isRungOpen = true;
    emit changed();
    emit recorded();
    if (m_walk.state() == Walk::State::done) emit solved();
    look();
    return {};
}

void LessonRun::runAgain()
{
    m_session.restart();
    m_session.run();
}

/// Who restarts a run that waits wants to see it.
void LessonRun::seeRun()
{
    if (!m_isBeginning && m_walk.waitsForRun()) m_session.run();
}

void LessonRun::samplesCame()
{
    if (m_walk.isOver() || m_walk.isShut() || m_isBeginning || !m_session.isRunning()) return;
    if (m_walk.waitsForRun()) freezePredictions();
    m_tried.follow(m_session, m_walk.trialDuration());
    if (isSealed(m_session.experiment())) countStimulus();
    if (m_walk.looksAtTheWindow()) look();
}

/// What was given to a sealed neuron, if it is another stimulus than those before.
void LessonRun::countStimulus()
{
    const Experiment& now = m_session.experiment();
    const auto isSame = [&](const Experiment& e) { return e.stimulus == now.stimulus && e.mode == now.mode && e.clamp == now.clamp; };
    if (m_stimuli.size() == mostStimuli || std::ranges::any_of(m_stimuli, isSame)) return;
    m_stimuli.push_back(now);
    ++m_walk.record().stimuli;
    emit recorded();
}

void LessonRun::freezePredictions()
{
    m_walk.see();
    emit changed();
    emit recorded();
    if (m_walk.state() == Walk::State::done) emit solved();
}

void LessonRun::check()
{
    if (m_walk.isOver()) return;
    m_isAsked = true;
    request();
    emit changed();
}

void LessonRun::claim()
{
    if (m_walk.isOver() || m_walk.isShut()) return;
    m_walk.claim();
    emit changed();
    emit recorded();
}

const Judgement* LessonRun::told(const Check& check) const
{
    const auto it = m_told.find(check.id);
    return it == m_told.end() ? nullptr : &it->second;
}

void LessonRun::request()
{
    if (m_walk.isOver() || m_walk.isShut() || m_isBeginning) return static_cast<void>(m_isAsked = false);
    if (m_walk.waitsForAnswer()) return static_cast<void>(m_isAsked = false); // what is predicted comes first
    auto bench = m_bench ? std::optional(m_bench()) : std::nullopt;
    if (bench)
        for (const TriedValues::Tried& tried : m_tried.list()) bench->tried.push_back(tried.experiment);
    Question question{m_walk.index(), m_walk.unsolved(), m_walk.situation(m_session.experiment(), std::move(bench)), m_isAsked};
    if (question.checks.empty()) return static_cast<void>(m_isAsked = false);
    m_judging.ask(std::move(question));
}

std::optional<LessonRun::Answers> LessonRun::judgeAll(const Question& question, const std::stop_token& stop)
{
    Answers answers{question, {}};
    for (const Check& each : question.checks) answers.judgements.push_back(judge(each, question.situation, stop));
    return stop.stop_requested() ? std::nullopt : std::optional(std::move(answers));
}

void LessonRun::take(const Answers& answers)
{
    const Question& question = answers.question;
    if (question.step != m_walk.index()) return;
    const Walk::State before = m_walk.state();
    for (std::size_t i = 0; i < question.checks.size(); ++i) takeVerdict(question.checks[i], answers.judgements[i], question);
    if (question.wasAsked) m_isAsked = false;
    emit changed();
    if (m_walk.state() == Walk::State::done && before != Walk::State::done) {
        emit solved();
        emit said(tr("Done"));
    } else if (question.wasAsked) {
        const Judgement& last = answers.judgements.front();
        emit said(tr("Not yet. %1 %2").arg(spoken(last.sentence), QString::fromStdString(last.feedback)).trimmed());
    }
}

void LessonRun::takeVerdict(const Check& check, const Judgement& judgement, const Question& question)
{
    const bool isYes = judgement.verdict == Verdict::yes;
    if (isYes || question.wasAsked) {
        m_walk.take(check, judgement, toLine(question.situation.experiment).toStdString(), question.wasAsked);
        emit recorded();
    }
    if (question.wasAsked && !isYes) m_isRungOpen = true;
    if (isYes || question.wasAsked || m_told.contains(check.id)) m_told[check.id] = judgement;
}

int LessonRun::secondsToHint() const { return m_isRungOpen ? 0 : std::max(0, untilHint - static_cast<int>(m_sinceRung.elapsed() / 1000)); }

std::optional<int> LessonRun::secondsLeft()
{
    if (m_walk.isOver() || !m_walk.step().start.minutes) return std::nullopt;
    account();
    return static_cast<int>(60 * *m_walk.step().start.minutes - m_walk.record().seconds);
}

void LessonRun::takeHint()
{
    if (m_walk.isOver() || secondsToHint() > 0) return;
    m_walk.openHint();
    m_isRungOpen = false;
    m_sinceRung.restart();
    emit changed();
    emit recorded();
}

void LessonRun::keep(const Experiment& experiment)
{
    if (m_walk.report().kept.size() == mostKept) m_walk.report().kept.erase(m_walk.report().kept.begin());
    m_walk.report().kept.push_back(toLine(experiment).toStdString());
    emit recorded();
}

void LessonRun::setWords(const QString& words)
{
    m_walk.report().words = {words.toStdString()};
    emit recorded();
}

void LessonRun::setName(const QString& name)
{
    m_walk.report().name = name.trimmed().toStdString();
    emit recorded();
}

void LessonRun::setTimes(bool hasTimes)
{
    m_walk.report().hasTimes = hasTimes;
    emit recorded();
}

void LessonRun::addFigure(const std::string& svg)
{
    if (svg.empty() || m_walk.record().figures.size() == mostFigures) return;
    m_walk.record().figures.push_back(svg);
    emit recorded();
}

void LessonRun::account()
{
    const double seconds = static_cast<double>(m_clock.restart()) / 1000;
    if (!m_walk.isOver()) (m_isActive ? m_walk.record().seconds : m_walk.record().secondsAway) += seconds;
    m_isActive = QGuiApplication::applicationState() == Qt::ApplicationActive;
}

}
