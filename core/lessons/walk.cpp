// SPDX-License-Identifier: GPL-3.0-or-later
#include "walk.h"

#include "gate.h"
#include "seal.h"
#include "setting.h"

#include <algorithm>

namespace rheobase {

namespace {

constexpr double usualTrial = 200; // ms

template<class P> std::vector<const P*> partsOf(const Step& step)
{
    std::vector<const P*> found;
    for (const StepPart& part : step.parts)
        if (const auto* it = std::get_if<P>(&part)) found.push_back(it);
    return found;
}

bool holds(const StepRecord* made, const Check& check)
{
    return made && std::ranges::any_of(made->checks, [&](const CheckRecord& c) { return c.check == check.id && c.isSolved; });
}

}

Walk::Walk(Lesson lesson, Report report, const Stage& stage, char decimalSign)
    : m_lesson(std::move(lesson)), m_report(std::move(report)), m_stage(stage), m_decimalSign(decimalSign), m_index(m_lesson.steps.size())
{
    if (m_report.lesson != m_lesson.id) m_report = {};
    m_report.lesson = m_lesson.id;
    m_report.title = m_lesson.title;
    m_report.hash = m_lesson.hash;
    m_report.language = m_lesson.language;
    drawAll(m_lesson, m_report.draw, m_stage);
}

void Walk::draw(const std::string& draw)
{
    m_report.draw = draw;
    drawAll(m_lesson, draw, m_stage);
}

bool Walk::canDraw() const
{
    const auto isScored = [](const StepRecord& step) {
        return std::ranges::any_of(step.answers, [](const AnswerRecord& answer) { return answer.points.has_value(); });
    };
    return hasSeals(m_lesson) && !m_lesson.isDrawnByChance && std::ranges::none_of(m_report.steps, isScored);
}

std::size_t Walk::reachable(std::size_t index) const
{
    std::size_t step = 0;
    while (step < std::min(index, m_lesson.steps.size()) && !isShut(step)) ++step;
    return step;
}

void Walk::goTo(std::size_t index)
{
    m_index = reachable(index);
    if (!isOver()) record(); // it has been seen
}

bool Walk::isShut(std::size_t index) const
{
    if (index >= m_lesson.steps.size() || !m_lesson.steps[index].start.gate) return false;
    const StepRecord* made = recordOf(index);
    return !made || !made->isOpened;
}

bool Walk::open(std::string_view word)
{
    if (isShut() && opens(word, step(), m_lesson.id, m_stage)) record().isOpened = true;
    return !isShut();
}

std::size_t Walk::firstOpen() const
{
    for (std::size_t i = 0; i < m_lesson.steps.size(); ++i)
        if (stateOf(i) == State::open) return i;
    return 0;
}

int Walk::minutesLeft() const
{
    const int all = static_cast<int>(m_lesson.steps.size()), left = all - static_cast<int>(m_index);
    return (m_lesson.minutes * left + all - 1) / all;
}

const StepRecord* Walk::recordOf(std::size_t index) const
{
    if (index >= m_lesson.steps.size()) return nullptr;
    const auto it = std::ranges::find(m_report.steps, m_lesson.steps[index].id, &StepRecord::step);
    return it == m_report.steps.end() ? nullptr : &*it;
}

Walk::State Walk::stateOf(std::size_t index) const
{
    const StepRecord* made = recordOf(index);
    return made && isDone(index) ? State::done : made && made->isClaimed ? State::believed : State::open;
}

/// Every check holds or has held; what is asked for is right, what is predicted has been seen to run.
bool Walk::isDone(std::size_t index) const
{
    if (isShut(index)) return false;
    const Step& each = m_lesson.steps[index];
    const auto answered = [&](const Ask* ask) { return isAnswered(each, *ask); };
    const auto held = [&](const Check* check) { return holds(recordOf(index), *check); };
    return std::ranges::all_of(partsOf<Ask>(each), answered) && std::ranges::all_of(partsOf<Check>(each), held);
}

bool Walk::isAnswered(const Step& each, const Ask& ask) const
{
    const AnswerRecord* kept = find(ask);
    if (!kept) return false;
    if (isPrediction(ask)) return kept->isFrozen || !partsOf<Check>(each).empty();
    return kept->isRight.value_or(true);
}

std::size_t Walk::partsSeen() const { return isOver() || isShut() ? 0 : std::min(firstUnanswered() + 1, step().parts.size()); }

/// The part with a prediction that is not made yet; the number of parts where there is none.
std::size_t Walk::firstUnanswered() const
{
    for (std::size_t i = 0; i < step().parts.size(); ++i) {
        const auto* ask = std::get_if<Ask>(&step().parts[i]);
        if (ask && isPrediction(*ask) && !find(*ask)) return i;
    }
    return step().parts.size();
}

bool Walk::waitsForRun() const
{
    const auto waits = [this](const Ask* ask) { return isPrediction(*ask) && find(*ask) && !isFrozen(*ask); };
    return !isOver() && !isShut() && std::ranges::any_of(partsOf<Ask>(step()), waits);
}

bool Walk::isPrediction(const Ask& ask) const
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

const AnswerRecord* Walk::find(const Ask& ask) const
{
    for (const StepRecord& step : m_report.steps)
        for (const AnswerRecord& answer : step.answers)
            if (answer.ask == ask.id) return &answer;
    return nullptr;
}

bool Walk::isFrozen(const Ask& ask) const
{
    const AnswerRecord* kept = find(ask);
    return kept && kept->isFrozen;
}

Reply Walk::judged(const Ask& ask, const Answer& answer) const
{
    if (ask.kind == Ask::Kind::sketch) return judge(ask, answer.stroke, strokes());
    if (answer.chosen.empty()) return scored(ask, judge(ask, m_lesson.id, answer.text, m_decimalSign, m_stage));
    return judge(ask, m_lesson.id, answer.chosen, m_stage);
}

/// An estimate of what is sealed gets points; nothing tells the value.
Reply Walk::scored(const Ask& ask, Reply reply) const
{
    if (ask.sealed.empty() || !reply.answer.value) return reply;
    eachPart<Ask>(m_lesson, [&](const Step& each, const Ask& here) {
        const SealedRange* range = here.id == ask.id ? rangeOf(m_lesson, each.experiment.seal, ask.sealed) : nullptr;
        if (range) reply.points = pointsOf(*range, valueOf(each.experiment, ask.sealed), *reply.answer.value);
    });
    reply.isRight = reply.points > 0;
    if (*reply.isRight) reply.tag.clear(), reply.feedback.clear();
    return reply;
}

std::optional<Reply> Walk::replyTo(const Ask& ask) const
{
    const AnswerRecord* kept = find(ask);
    return kept ? std::optional(judged(ask, kept->answer)) : std::nullopt;
}

Reply Walk::answer(const Ask& ask, std::string_view typed)
{
    return keep(ask, scored(ask, judge(ask, m_lesson.id, typed, m_decimalSign, m_stage)));
}

Reply Walk::answer(const Ask& ask, std::vector<std::string> chosen)
{
    return keep(ask, judge(ask, m_lesson.id, std::move(chosen), m_stage));
}

Reply Walk::answer(const Ask& ask, Stroke stroke) { return keep(ask, judge(ask, std::move(stroke), strokes())); }

Strokes Walk::strokes() const
{
    Strokes all;
    for (const StepRecord& step : m_report.steps)
        for (const AnswerRecord& answer : step.answers)
            if (!answer.answer.stroke.empty()) all[answer.ask] = answer.answer.stroke;
    return all;
}

Reply Walk::keep(const Ask& ask, const Reply& reply)
{
    record().attempts += reply.points && !isFrozen(ask); // who guesses is seen to
    if (!reply.problem.empty() || rheobase::record(record(), ask, reply)) return reply;
    return *replyTo(ask);
}

void Walk::see()
{
    for (const Ask* ask : partsOf<Ask>(step()))
        for (AnswerRecord& answer : record().answers)
            if (answer.ask == ask->id && isPrediction(*ask)) answer.isFrozen = true;
}

/// A number that is asked for in the unit of what the check is about: its edge, or the one setting that it names.
std::pair<std::string, std::optional<double>> Walk::predicted() const
{
    if (isOver()) return {};
    for (const Check* check : partsOf<Check>(step())) {
        std::string setting = check->edge ? check->edge->name : std::string();
        for (const Clause& clause : check->clauses)
            if (setting.empty() && clause.subject.kind == Subject::Kind::setting) setting = clause.subject.name;
        const auto quantity = settingOf(step().experiment, setting);
        for (const Ask* ask : partsOf<Ask>(step()))
            if (const AnswerRecord* kept = find(*ask);
                quantity && isPrediction(*ask) && kept && std::string_view(ask->unit) == std::string_view(quantity->unit))
                return {setting, kept->answer.value};
    }
    return {};
}

std::vector<Check> Walk::unsolved() const
{
    std::vector<Check> found;
    for (const Check* check : partsOf<Check>(step()))
        if (!isSolved(*check)) found.push_back(*check);
    return found;
}

bool Walk::looksAtTheWindow() const { return std::ranges::any_of(partsOf<Check>(step()), &Check::isLive); }

double Walk::trialDuration() const
{
    double duration = usualTrial;
    for (const Check* check : partsOf<Check>(step()))
        for (const Clause& clause : check->clauses) duration = clause.run.value_or(duration);
    return duration;
}

Situation Walk::situation(Experiment experiment, std::optional<Bench> bench) const
{
    Situation situation{std::move(experiment), {}, std::move(bench)};
    eachPart<Ask>(m_lesson, [&](const Step&, const Ask& ask) {
        if (const auto reply = replyTo(ask)) situation.answers[ask.id] = *reply;
    });
    return situation;
}

void Walk::take(const Check& check, const Judgement& judgement, const std::string& experiment, bool wasAsked)
{
    const bool isYes = judgement.verdict == Verdict::yes;
    if (isYes || wasAsked) rheobase::record(record(), {check.id, isYes, judgement.tag, experiment}, wasAsked);
}

bool Walk::isSolved(const Check& check) const { return holds(recordOf(m_index), check); }

int Walk::hints() const
{
    const StepRecord* made = recordOf(m_index);
    return made ? made->hints : 0;
}

}
