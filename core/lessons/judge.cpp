// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge.h"

#include "fixed_points.h"
#include "setting.h"
#include "shadow_run.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace rheobase {

namespace {

using Kind = Subject::Kind;

/// Something that was looked for: not known yet, or there is none, or a number.
struct Found {
    bool isKnown = false;
    std::optional<double> value{};
};
Found none() { return {true, std::nullopt}; }
Found found(std::optional<double> value) { return {true, value && std::isfinite(*value) ? value : std::nullopt}; }
Found foundOrWaits(std::optional<double> value) { return {value.has_value(), value}; }

/// Measures that need the rows of a run: those that are empty without. So does the current that a clamp takes.
bool needsRows(const Subject& s, const Experiment& e)
{
    if (s.kind == Kind::at || (s.kind == Kind::end && isClamped(e))) return true;
    constexpr std::string_view ofRows[] = {"threshold", "peak", "amplitude", "half-width", "upstroke",
                                           "trough",    "ahp",  "lowest",    "highest"};
    return s.measure && std::ranges::find(ofRows, s.measure->id) != std::end(ofRows);
}

/// Judges the clauses of one check; what was run is kept for the next clause.
class Judge {
public:
    Judge(const Situation& situation, const std::stop_token& stop)
        : m_situation(situation), m_deadline(std::chrono::milliseconds(patience), stop)
    {}

    bool isStopped() const { return m_deadline.isPassed(); }

    Finding judge(const Clause& clause, const Experiment& experiment)
    {
        Finding finding{.clause = clause};
        if (!clause.word.empty()) {
            finding.verdict = ofWord(clause);
            return finding;
        }
        const Found looked = look(clause, experiment);
        if (isStopped()) return finding;
        finding.value = looked.value;
        if (looked.isKnown) finding.verdict = looked.value && holds(clause, *looked.value) ? Verdict::yes : Verdict::no;
        return finding;
    }

private:
    static bool holds(const Clause& clause, double value)
    {
        using R = Clause::Relation;
        const double rounding = 1e-9 * std::max(1.0, std::abs(clause.value)), wanted = clause.value;
        switch (clause.relation) {
        case R::equal: return std::abs(value - wanted) <= clause.tolerance + rounding;
        case R::less: return value < wanted - rounding;
        case R::atMost: return value <= wanted + rounding;
        case R::greater: return value > wanted + rounding;
        case R::atLeast: return value >= wanted - rounding;
        }
        return false;
    }
    Verdict ofWord(const Clause& clause) const
    {
        const auto it = m_situation.answers.find(clause.subject.name);
        if (it == m_situation.answers.end()) return Verdict::notYet;
        const Reply& reply = it->second;
        const bool isSo = clause.word == "right" ? reply.isRight.value_or(false)
                                                 : std::ranges::find(reply.answer.chosen, clause.word) != reply.answer.chosen.end();
        return isSo ? Verdict::yes : Verdict::no;
    }
    Found look(const Clause& clause, const Experiment& e)
    {
        const Subject& s = clause.subject;
        switch (s.kind) {
        case Kind::setting: return found(settingOf(e, s.name) ? std::optional(valueOf(e, s.name)) : std::nullopt);
        case Kind::derived: return ofDerived(s, e);
        case Kind::stablePoint: return ofFixedPoint(e);
        case Kind::answer: return ofAnswer(s);
        case Kind::measure:
            if (s.measure->ofExperiment) return found(s.measure->ofExperiment(e, m_deadline.token()));
            [[fallthrough]];
        case Kind::at:
        case Kind::end:
        case Kind::spikesInLast:
        case Kind::interval: return clause.run ? ofRuns(clause, e) : ofTrace(clause);
        default: return ofBench(s);
        }
    }
    static Found ofDerived(const Subject& s, const Experiment& e)
    {
        const auto index = indexOf(e.model->derived, s.name);
        return index ? found(e.model->derivedFrom(e.parameters)[*index]) : none();
    }
    static Found ofFixedPoint(const Experiment& e)
    {
        const Drive drive(e.stimulus);
        const auto points = fixedPoints(*e.model, e.parameters, drive.constant());
        if (points.empty()) return none();
        return found(std::ranges::any_of(points, [](const FixedPoint& p) { return isStable(p.stability) && !p.isVirtual; }) ? 1 : 0);
    }
    Found ofAnswer(const Subject& s) const
    {
        const auto it = m_situation.answers.find(s.name);
        return it == m_situation.answers.end() ? Found() : found(it->second.answer.value);
    }
    /// The mean over the seeds; there is none where one of them has none.
    Found ofRuns(const Clause& clause, const Experiment& e)
    {
        double sum = 0;
        Experiment seeded = e;
        for (const std::uint64_t seed : clause.seeds.empty() ? std::vector{e.seed} : clause.seeds) {
            seeded.seed = seed;
            const ShadowRun* run = runOf(seeded, *clause.run, needsRows(clause.subject, e));
            if (!run) return {};
            const auto value = ofRun(clause.subject, *run, *clause.run);
            if (!value) return none();
            sum += *value;
        }
        return found(sum / static_cast<double>(std::max<std::size_t>(clause.seeds.size(), 1)));
    }
    const ShadowRun* runOf(const Experiment& e, double duration, bool withRows)
    {
        const auto fits = [&](const Kept& k) {
            return k.duration == duration && (k.withRows || !withRows) && k.run->measured.experiment == e;
        };
        if (const auto it = std::ranges::find_if(m_runs, fits); it != m_runs.end()) return it->run.get();
        auto run = shadowRun(e, duration, withRows, m_deadline.token());
        if (!run) return nullptr;
        return m_runs.emplace_back(Kept{duration, withRows, std::move(run)}).run.get();
    }
    static std::optional<double> ofRun(const Subject& s, const ShadowRun& run, double duration)
    {
        const std::vector<double>& spikes = run.spikes;
        switch (s.kind) {
        case Kind::measure: return s.measure->ofRun(run.measured);
        case Kind::spikesInLast:
            return static_cast<double>(std::ranges::count_if(spikes, [&](double t) { return t >= duration - s.argument; }));
        case Kind::interval: {
            const auto n = static_cast<std::size_t>(s.argument);
            return n < spikes.size() ? std::optional(spikes[n] - spikes[n - 1]) : std::nullopt;
        }
        case Kind::end: return run.ended < duration ? std::nullopt : atEnd(s, run);
        case Kind::at: return atTime(s, run.trace);
        default: return std::nullopt;
        }
    }
    static std::optional<double> atEnd(const Subject& s, const ShadowRun& run)
    {
        const Experiment& e = run.measured.experiment;
        if (const auto state = indexOf(e.model->state, s.name)) return run.end.state[*state];
        if (const auto term = indexOf(e.model->terms, s.name)) return e.model->termsAt(run.end.state, run.end.parameters)[*term];
        if (isClamped(e)) return run.trace.value(Columns::given, run.trace.rows() - 1);
        return current(e.stimulus, run.ended);
    }
    /// Between rows on a straight line; at a jump after it.
    static std::optional<double> atTime(const Subject& s, const Trace& trace)
    {
        const auto column = trace.columns().named(s.name);
        const std::size_t next = trace.firstAfter(s.argument);
        if (!column || next == 0) return std::nullopt;
        const double before = trace.value(*column, next - 1);
        if (next == trace.rows()) return trace.time(next - 1) < s.argument ? std::nullopt : std::optional(before);
        const double from = trace.time(next - 1), part = (s.argument - from) / (trace.time(next) - from);
        return before + part * (static_cast<double>(trace.value(*column, next)) - before);
    }
    /// Of the trace on the screen.
    Found ofTrace(const Clause& clause) const
    {
        if (!m_situation.bench) return {};
        const auto& run = clause.since == Clause::Since::start ? m_situation.bench->sinceStart : m_situation.bench->sinceChange;
        if (!run || !clause.subject.measure) return {};
        return foundOrWaits(clause.subject.measure->ofRun(*run));
    }
    Found ofBench(const Subject& s)
    {
        if (!m_situation.bench) return {};
        const Bench& bench = *m_situation.bench;
        if (s.kind == Kind::ghosts) return found(static_cast<double>(bench.ghosts.size()));
        if (s.kind == Kind::view) return found(std::ranges::find(bench.views, s.name) != bench.views.end() ? 1 : 0);
        if (s.kind == Kind::tried) return found(static_cast<double>(countTried(s.name)));
        if (s.kind == Kind::ghostWith)
            return found(
                std::ranges::any_of(bench.ghosts, [&](const Experiment& e) { return judge(*s.with, e).verdict == Verdict::yes; }) ? 1 : 0);
        const auto it = bench.readings.find(s.name);
        return it == bench.readings.end() ? Found() : found(it->second);
    }
    std::size_t countTried(const std::string& setting) const
    {
        std::vector<double> values;
        for (const Experiment& e : m_situation.bench->tried)
            if (settingOf(e, setting)) values.push_back(valueOf(e, setting));
        std::ranges::sort(values);
        return static_cast<std::size_t>(std::unique(values.begin(), values.end()) - values.begin());
    }

    struct Kept {
        double duration;
        bool withRows;
        std::unique_ptr<ShadowRun> run;
    };
    const Situation& m_situation;
    Deadline m_deadline;
    std::vector<Kept> m_runs;
};

std::string withUnit(double value, std::string_view unit)
{
    char text[40];
    std::snprintf(text, sizeof text, "%.4g", value);
    return std::string(text) + (unit.empty() ? "" : " ") + std::string(unit);
}

/// "50 Hz ± 2 Hz"
std::string wanted(const Clause& clause)
{
    const std::string value = withUnit(clause.value, clause.subject.unit);
    return clause.tolerance > 0 ? value + " ± " + withUnit(clause.tolerance, clause.subject.unit) : value;
}

Sentence measuredSentence(const Finding& finding)
{
    const Clause& clause = finding.clause;
    const std::vector<std::string> parts{clause.subject.text, withUnit(finding.value.value_or(0), clause.subject.unit), wanted(clause)};
    switch (clause.relation) {
    case Clause::Relation::less: return said("%1 is %2; less than %3 is wanted.", parts);
    case Clause::Relation::atMost: return said("%1 is %2; at most %3 is wanted.", parts);
    case Clause::Relation::greater: return said("%1 is %2; more than %3 is wanted.", parts);
    case Clause::Relation::atLeast: return said("%1 is %2; at least %3 is wanted.", parts);
    case Clause::Relation::equal: break;
    }
    return said("%1 is %2; %3 is wanted.", parts);
}

Sentence sentenceOf(const Finding& finding)
{
    const Subject& s = finding.clause.subject;
    if (s.kind == Kind::answer && finding.verdict == Verdict::notYet) return said("The question before is not answered yet.");
    if (s.kind == Kind::answer) return said("The answer to the question before does not fit yet.");
    if (s.kind == Kind::view) return said("The view \"%1\" is not shown yet.", {s.name});
    if (s.kind == Kind::ghostWith) return said("No kept trace has %1 yet.", {s.with->text});
    if (s.kind == Kind::stablePoint)
        return finding.clause.value == 1 ? said("The fixed point is not stable.") : said("The fixed point is stable.");
    if (finding.verdict == Verdict::notYet) return said("%1 has not been measured yet; %2 is wanted.", {s.text, wanted(finding.clause)});
    if (!finding.value) return said("There is no %1 here; %2 is wanted.", {s.text, wanted(finding.clause)});
    return measuredSentence(finding);
}

/// The first clause that does not hold; empty where all do.
std::optional<Finding> firstUnmet(Judge& judge, const std::vector<Clause>& clauses, const Experiment& experiment)
{
    for (const Clause& clause : clauses)
        if (Finding finding = judge.judge(clause, experiment); finding.verdict != Verdict::yes) return finding;
    return std::nullopt;
}

/// The check holds also a little further on: it is not the edge yet.
bool holdsBeyond(Judge& judge, const Check& check, const Experiment& experiment)
{
    Experiment moved = experiment;
    setValue(moved, check.edge->name, valueOf(experiment, check.edge->name) + check.edge->by);
    return problem(moved).empty() && !firstUnmet(judge, check.clauses, moved);
}

}

Judgement judge(const Check& check, const Situation& situation, const std::stop_token& stop)
{
    Judge judge(situation, stop);
    const Experiment& e = situation.experiment;
    Judgement judgement;
    judgement.unmet = firstUnmet(judge, check.clauses, e);
    if (judgement.unmet) {
        judgement.verdict = judgement.unmet->verdict;
        judgement.sentence = sentenceOf(*judgement.unmet);
    } else if (check.edge && !settingOf(e, check.edge->name)) {
        judgement.verdict = Verdict::no;
        judgement.sentence = said("There is no %1 in this experiment.", {check.edge->name});
    } else if (check.edge && holdsBeyond(judge, check, e)) {
        const Quantity quantity = *settingOf(e, check.edge->name);
        judgement.verdict = Verdict::no;
        judgement.sentence = said("It would still be so with %1 = %2: go on to the edge.",
                                  {check.edge->name, withUnit(valueOf(e, check.edge->name) + check.edge->by, quantity.unit)});
    } else judgement.verdict = Verdict::yes;
    for (const Check::Otherwise& other : check.otherwise) {
        if (judgement.verdict == Verdict::yes || !judgement.tag.empty() || firstUnmet(judge, other.clauses, e)) continue;
        judgement.verdict = Verdict::no;
        judgement.tag = other.tag;
        judgement.feedback = other.feedback;
    }
    if (!judge.isStopped()) return judgement;
    return {.sentence = said("This could not be computed within %1 s; nothing is known yet.", {withUnit(patience / 1000.0, "")})};
}

}
