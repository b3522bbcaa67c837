// SPDX-License-Identifier: GPL-3.0-or-later
#include "walk.h"

#include <algorithm>

namespace rheobase {

namespace {

template<class P> bool isA(const StepPart& part) { return std::holds_alternative<P>(part); }

}

Walk::Walk(Lesson lesson, Report report) : m_lesson(std::move(lesson)), m_report(std::move(report))
{
    if (m_report.lesson != m_lesson.id) m_report = {};
    m_report.lesson = m_lesson.id;
    m_report.title = m_lesson.title;
    m_report.hash = m_lesson.hash;
    m_report.language = m_lesson.language;
    while (m_at + 1 < m_lesson.steps.size() && isDone(m_at)) ++m_at;
}

void Walk::goTo(std::size_t index) { m_at = std::min(index, m_lesson.steps.size() - 1); }

bool Walk::isDone(std::size_t index) const
{
    const Step& step = m_lesson.steps[index];
    const StepRecord* const kept = find(step.id);
    if (kept && kept->isClaimed) return true;
    const auto isLeft = [&](const StepPart& part) {
        if (const auto* ask = std::get_if<Ask>(&part)) return !find(*ask);
        const auto* check = std::get_if<Check>(&part);
        return check && !isSolved(*check);
    };
    const bool hasTasks = std::ranges::any_of(step.parts, [](const StepPart& p) { return isA<Ask>(p) || isA<Check>(p); });
    return hasTasks ? std::ranges::none_of(step.parts, isLeft) : kept != nullptr; // where there is nothing to do, it has been seen
}

std::size_t Walk::done() const
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < m_lesson.steps.size(); ++i) count += isDone(i);
    return count;
}

bool Walk::isPredicted() const
{
    const auto firstCheck = std::ranges::find_if(step().parts, isA<Check>);
    return std::all_of(step().parts.begin(), firstCheck,
                       [&](const StepPart& part) { return !isA<Ask>(part) || find(std::get<Ask>(part)); });
}

Reply Walk::answer(const Ask& ask, std::string_view typed, char decimalSign, const Stage& stage)
{
    return keep(ask, judge(ask, m_lesson.id, typed, decimalSign, stage));
}

Reply Walk::answer(const Ask& ask, std::vector<std::string> chosen, const Stage& stage)
{
    return keep(ask, judge(ask, m_lesson.id, std::move(chosen), stage));
}

Reply Walk::keep(const Ask& ask, Reply reply)
{
    if (const AnswerRecord* const kept = find(ask); kept && kept->isFrozen)
        return {.answer = kept->answer, .isRight = kept->isRight, .tag = kept->tag};
    if (reply.problem.empty()) rheobase::record(record(), ask, reply);
    return reply;
}

bool Walk::isFrozen(const Ask& ask) const
{
    const AnswerRecord* const kept = find(ask);
    return kept && kept->isFrozen;
}

void Walk::see() { freeze(record()); }

Situation Walk::situation(Experiment experiment, std::optional<Bench> bench) const
{
    Situation situation{std::move(experiment), {}, std::move(bench)};
    for (const StepRecord& step : m_report.steps)
        for (const AnswerRecord& a : step.answers) situation.answers[a.ask] = {.answer = a.answer, .isRight = a.isRight, .tag = a.tag};
    return situation;
}

void Walk::take(const Check& check, const Judgement& judgement, const std::string& experiment, bool wasAsked)
{
    if (judgement.verdict == Verdict::notYet && !wasAsked) return;
    rheobase::record(record(), {check.id, judgement.verdict == Verdict::yes, judgement.tag, experiment}, wasAsked);
}

bool Walk::isSolved(const Check& check) const
{
    return std::ranges::any_of(m_report.steps, [&](const StepRecord& step) {
        return std::ranges::any_of(step.checks, [&](const CheckRecord& c) { return c.check == check.id && c.isSolved; });
    });
}

void Walk::claim() { record().isClaimed = true; }

std::vector<const std::string*> Walk::rungs() const
{
    std::vector<const std::string*> all;
    for (const StepPart& part : step().parts)
        if (const auto* hint = std::get_if<Hint>(&part))
            for (const std::string& rung : hint->rungs) all.push_back(&rung);
    return all;
}

std::size_t Walk::hints() const
{
    const StepRecord* const kept = find(step().id);
    return kept ? static_cast<std::size_t>(std::clamp(kept->hints, 0, static_cast<int>(rungs().size()))) : 0;
}

const std::string* Walk::nextHint()
{
    const std::size_t next = hints();
    if (next >= rungs().size()) return nullptr;
    record().hints = static_cast<int>(next + 1);
    return rungs()[next];
}

StepRecord& Walk::record() { return m_report.at(step().id, step().title); }

const StepRecord* Walk::find(const std::string& id) const
{
    const auto it = std::ranges::find(m_report.steps, id, &StepRecord::step);
    return it == m_report.steps.end() ? nullptr : &*it;
}

const AnswerRecord* Walk::find(const Ask& ask) const
{
    for (const StepRecord& step : m_report.steps)
        for (const AnswerRecord& answer : step.answers)
            if (answer.ask == ask.id) return &answer;
    return nullptr;
}

}
