// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson_run.h"

#include "course.h"
#include "experiment_file.h"
#include "session.h"
#include "setting.h"
#include "words.h"

#include <QGuiApplication>
#include <QLocale>

#include <algorithm>

namespace rheobase {

namespace {

constexpr int lookInterval = 400;  // ms
constexpr int untilHint = 30;      // s
constexpr double usualTrial = 200; // ms
constexpr std::size_t mostFigures = 4, mostKept = 20;

char decimalSign() { return QLocale().decimalPoint() == u"," ? ',' : '.'; }

/// True of what a student can be asked here; a sketch comes with a later version.
bool canBeAsked(const Ask& ask) { return ask.kind != Ask::Kind::sketch; }

Reply judgeAgain(const Ask& ask, const std::string& lesson, const Answer& answer)
{
    if (answer.chosen.empty()) return judge(ask, lesson, answer.text, decimalSign(), lessonStage());
    return judge(ask, lesson, answer.chosen, lessonStage());
}

}

LessonRun::LessonRun(Lesson lesson, Report report, Session& session, std::function<Bench()> bench, QObject* parent)
    : QObject(parent),
      m_lesson(std::move(lesson)),
      m_report(std::move(report)),
      m_session(session),
      m_bench(std::move(bench)),
      m_index(m_lesson.steps.size()),
      m_pace(lookInterval, [this] { request(); }),
      m_judging(&judgeAll, [this](const Answers& answers) { take(answers); })
{
    eachPart<Ask>(m_lesson, [this](const Step& step, const Ask& ask) {
        for (const StepRecord& made : m_report.steps)
            for (const AnswerRecord& answer : made.answers)
                if (made.step == step.id && answer.ask == ask.id) m_replies[ask.id] = judgeAgain(ask, m_lesson.id, answer.answer);
    });
    for (const auto change : {&LessonRun::changed, &LessonRun::look}) connect(&m_tried, &TriedValues::changed, this, change);
    connect(&session, &Session::experimentChanged, this, &LessonRun::look);
    connect(&session, &Session::samplesArrived, this, &LessonRun::samplesCame);
    connect(&session, &Session::restarted, this, &LessonRun::seeRun);
    connect(qApp, &QGuiApplication::applicationStateChanged, this, &LessonRun::account);
    m_clock.start();
}

template<class P> std::vector<const P*> LessonRun::partsOf(const Step& step) const
{
    std::vector<const P*> found;
    for (const StepPart& part : step.parts)
        if (const auto* it = std::get_if<P>(&part)) found.push_back(it);
    return found;
}

// Steps ---------------------------------------------------------------------------------------------------------------

void LessonRun::goTo(std::size_t index)
{
    account();
    m_isBeginning = true;
    const bool goesOn = index == m_index + 1; // else the experiment is not what the step before left
    m_index = std::min(index, m_lesson.steps.size());
    m_told.clear();
    m_tried.clear();
    m_judging.cancel();
    m_isAsked = m_isRungOpen = false;
    m_sinceRung.start();
    if (!isOver()) {
        record();
        m_session.setVeil({});
        const Experiment next = goesOn ? begun(step(), m_session.experiment()) : step().experiment;
        const bool waits = waitsForAnswer() || waitsForRun();
        if (waits) m_session.pause();
        if (step().start.line > 0 || next != m_session.experiment())
            m_session.load(next, tr("Begin “%1”").arg(QString::fromStdString(step().title)));
        if (!waits) m_session.run();
    }
    m_isBeginning = false;
    emit stepBegun();
    emit recorded();
    look();
}

std::size_t LessonRun::firstOpen() const
{
    for (std::size_t i = 0; i < m_lesson.steps.size(); ++i)
        if (stateOf(i) == State::open) return i;
    return 0;
}

int LessonRun::minutesLeft() const
{
    const int all = static_cast<int>(m_lesson.steps.size()), left = all - static_cast<int>(m_index);
    return (m_lesson.minutes * left + all - 1) / all;
}

StepRecord& LessonRun::record() { return m_report.at(step().id, step().title); }

const StepRecord* LessonRun::recordOf(std::size_t index) const
{
    if (index >= m_lesson.steps.size()) return nullptr;
    const auto it = std::ranges::find(m_report.steps, m_lesson.steps[index].id, &StepRecord::step);
    return it == m_report.steps.end() ? nullptr : &*it;
}

LessonRun::State LessonRun::stateOf(std::size_t index) const
{
    const StepRecord* made = recordOf(index);
    return made && isDone(index) ? State::done : made && made->isClaimed ? State::believed : State::open;
}

/// Every check holds or has held; what is asked for is right, what is predicted has been seen to run.
bool LessonRun::isDone(std::size_t index) const
{
    const Step& each = m_lesson.steps[index];
    const auto answered = [&](const Ask* ask) { return !canBeAsked(*ask) || isAnswered(each, *ask); };
    const auto isSolvedThere = [&](const Check* check) {
        return std::ranges::any_of(recordOf(index)->checks, [&](const CheckRecord& c) { return c.check == check->id && c.isSolved; });
    };
    return std::ranges::all_of(partsOf<Ask>(each), answered) && std::ranges::all_of(partsOf<Check>(each), isSolvedThere);
}

bool LessonRun::isAnswered(const Step& each, const Ask& ask) const
{
    const auto reply = replyTo(ask);
    if (!reply) return false;
    const auto isAfter = [&](const StepPart& part) { return std::holds_alternative<Check>(part); };
    if (isPrediction(ask)) return isFrozen(ask) || std::ranges::any_of(each.parts, isAfter);
    return reply->isRight.value_or(true);
}

std::size_t LessonRun::partsSeen() const { return isOver() ? 0 : std::min(firstUnanswered() + 1, step().parts.size()); }

/// The part with a prediction that is not made yet; the number of parts where there is none.
std::size_t LessonRun::firstUnanswered() const
{
    for (std::size_t i = 0; i < step().parts.size(); ++i) {
        const auto* ask = std::get_if<Ask>(&step().parts[i]);
        if (ask && canBeAsked(*ask) && isPrediction(*ask) && !replyTo(*ask)) return i;
    }
    return step().parts.size();
}

// Answers -------------------------------------------------------------------------------------------------------------

bool LessonRun::isPrediction(const Ask& ask) const
{
    for (const Step& each : m_lesson.steps) {
        bool isFound = false;
        for (const StepPart& part : each.parts) {
            if (isFound && std::holds_alternative<Check>(part)) return true;
            const auto* here = std::get_if<Ask>(&part);
            isFound |= here && here->id == ask.id;
        }
        if (isFound) return each.start.line > ask.line;
    }
    return false;
}

bool LessonRun::isFrozen(const Ask& ask) const
{
    for (const StepRecord& made : m_report.steps)
        for (const AnswerRecord& answer : made.answers)
            if (answer.ask == ask.id) return answer.isFrozen;
    return false;
}

bool LessonRun::waitsForRun() const
{
    if (isOver()) return false;
    return std::ranges::any_of(partsOf<Ask>(step()),
                               [this](const Ask* ask) { return isPrediction(*ask) && replyTo(*ask) && !isFrozen(*ask); });
}

std::optional<Reply> LessonRun::replyTo(const Ask& ask) const
{
    const auto it = m_replies.find(ask.id);
    return it == m_replies.end() ? std::nullopt : std::optional(it->second);
}

Sentence LessonRun::answer(const Ask& ask, const QString& typed)
{
    return take(ask, judge(ask, m_lesson.id, typed.trimmed().toStdString(), decimalSign(), lessonStage()));
}

Sentence LessonRun::answer(const Ask& ask, std::vector<std::string> chosen)
{
    return take(ask, judge(ask, m_lesson.id, std::move(chosen), lessonStage()));
}

Sentence LessonRun::take(const Ask& ask, const Reply& reply)
{
    if (!reply.problem.empty()) return reply.problem;
    if (!rheobase::record(record(), ask, reply)) return {};
    m_replies[ask.id] = reply;
    if (!isPrediction(ask) && reply.isRight == false) m_isRungOpen = true;
    emit changed();
    emit recorded();
    if (state() == State::done) emit solved();
    look();
    return {};
}

/// A number that is asked for in the unit of what the check is about: its edge, or the one setting that it names.
std::pair<std::string, std::optional<double>> LessonRun::predicted() const
{
    if (isOver()) return {};
    for (const Check* check : partsOf<Check>(step())) {
        std::string setting = check->edge ? check->edge->name : std::string();
        for (const Clause& clause : check->clauses)
            if (setting.empty() && clause.subject.kind == Subject::Kind::setting) setting = clause.subject.name;
        const auto quantity = settingOf(step().experiment, setting);
        for (const Ask* ask : partsOf<Ask>(step()))
            if (const auto reply = replyTo(*ask);
                quantity && isPrediction(*ask) && reply && std::string_view(ask->unit) == std::string_view(quantity->unit))
                return {setting, reply->answer.value};
    }
    return {};
}

// The run -------------------------------------------------------------------------------------------------------------

void LessonRun::runAgain()
{
    m_session.restart();
    m_session.run();
}

/// Who restarts a run that waits wants to see it.
void LessonRun::seeRun()
{
    if (!m_isBeginning && waitsForRun()) m_session.run();
}

void LessonRun::samplesCame()
{
    if (isOver() || m_isBeginning || !m_session.isRunning()) return;
    if (waitsForRun()) freezePredictions();
    m_tried.follow(m_session, trialDuration());
    const auto isLive = [](const Check* check) { return check->isLive; };
    if (std::ranges::any_of(partsOf<Check>(step()), isLive)) look();
}

void LessonRun::freezePredictions()
{
    for (const Ask* ask : partsOf<Ask>(step()))
        for (AnswerRecord& answer : record().answers)
            if (answer.ask == ask->id && isPrediction(*ask)) answer.isFrozen = true;
    emit changed();
    emit recorded();
    if (state() == State::done) emit solved();
}

/// As long as the checks run it.
double LessonRun::trialDuration() const
{
    double duration = usualTrial;
    for (const Check* check : partsOf<Check>(step()))
        for (const Clause& clause : check->clauses) duration = clause.run.value_or(duration);
    return duration;
}

// Checks --------------------------------------------------------------------------------------------------------------

void LessonRun::check()
{
    if (isOver()) return;
    m_isAsked = true;
    request();
    emit changed();
}

void LessonRun::claim()
{
    if (isOver()) return;
    record().isClaimed = true;
    emit changed();
    emit recorded();
}

bool LessonRun::isSolved(const Check& check) const
{
    const StepRecord* made = recordOf(m_index);
    return made && std::ranges::any_of(made->checks, [&](const CheckRecord& c) { return c.check == check.id && c.isSolved; });
}

const Judgement* LessonRun::told(const Check& check) const
{
    const auto it = m_told.find(check.id);
    return it == m_told.end() ? nullptr : &it->second;
}

void LessonRun::request()
{
    if (isOver() || m_isBeginning) return;
    if (waitsForAnswer()) return static_cast<void>(m_isAsked = false); // what is predicted comes first
    Question question{m_index, {}, {m_session.experiment(), m_replies, m_bench ? std::optional(m_bench()) : std::nullopt}, m_isAsked};
    for (const Check* each : partsOf<Check>(step()))
        if (!isSolved(*each)) question.checks.push_back(*each);
    if (question.checks.empty()) return static_cast<void>(m_isAsked = false);
    if (question.situation.bench)
        for (const TriedValues::Tried& tried : m_tried.list()) question.situation.bench->tried.push_back(tried.experiment);
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
    if (question.step != m_index) return;
    const State before = state();
    for (std::size_t i = 0; i < question.checks.size(); ++i) takeVerdict(question.checks[i], answers.judgements[i], question);
    if (question.wasAsked) m_isAsked = false;
    emit changed();
    if (state() == State::done && before != State::done) {
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
        const std::string document = toLine(question.situation.experiment).toStdString();
        rheobase::record(record(), {check.id, isYes, judgement.tag, document}, question.wasAsked);
        emit recorded();
    }
    if (question.wasAsked && !isYes) m_isRungOpen = true;
    if (isYes || question.wasAsked || m_told.contains(check.id)) m_told[check.id] = judgement;
}

int LessonRun::hintsTaken() const
{
    const StepRecord* made = recordOf(m_index);
    return made ? made->hints : 0;
}

int LessonRun::secondsToHint() const { return m_isRungOpen ? 0 : std::max(0, untilHint - static_cast<int>(m_sinceRung.elapsed() / 1000)); }

void LessonRun::takeHint()
{
    if (isOver() || secondsToHint() > 0) return;
    ++record().hints;
    m_isRungOpen = false;
    m_sinceRung.restart();
    emit changed();
    emit recorded();
}

void LessonRun::keep(const Experiment& experiment)
{
    if (m_report.kept.size() == mostKept) m_report.kept.erase(m_report.kept.begin());
    m_report.kept.push_back(toLine(experiment).toStdString());
    emit recorded();
}

void LessonRun::setWords(const QString& words)
{
    m_report.words = {words.toStdString()};
    emit recorded();
}

void LessonRun::addFigure(const std::string& svg)
{
    if (svg.empty() || record().figures.size() == mostFigures) return;
    record().figures.push_back(svg);
    emit recorded();
}

void LessonRun::account()
{
    const double seconds = static_cast<double>(m_clock.restart()) / 1000;
    if (!isOver()) (m_isActive ? record().seconds : record().secondsAway) += seconds;
    m_isActive = QGuiApplication::applicationState() == Qt::ApplicationActive;
}

}
