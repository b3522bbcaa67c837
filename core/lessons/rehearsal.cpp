// SPDX-License-Identifier: GPL-3.0-or-later
#include "rehearsal.h"

#include "seal.h"
#include "setting.h"
#include "text.h"
#include "typed.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

namespace rheobase {

using namespace reading;

namespace {

/// A number that gives a step away, in a unit.
struct Secret {
    double value;
    std::string unit;
};

class Rehearser {
public:
    Rehearser(const Lesson& lesson, const Stage& stage, const std::stop_token& stop) : m_lesson(lesson), m_stage(stage), m_stop(stop) {}

    Rehearsal rehearse()
    {
        std::optional<Experiment> solved; // the step before, as who solved it comes from there
        for (const Step& step : m_lesson.steps) {
            for (const StepPart& part : step.parts) {
                if (m_stop.stop_requested()) return std::move(m_found);
                if (const auto* ask = std::get_if<Ask>(&part)) tryAnswers(*ask, step);
                if (const auto* ask = std::get_if<Ask>(&part); ask && ask->sketch) trySketch(*ask, step);
                if (const auto* check = std::get_if<Check>(&part)) solved = tryCheck(*check, step, solved);
                if (const auto* hint = std::get_if<Hint>(&part)) tryHint(*hint, step);
            }
        }
        std::ranges::stable_sort(m_found.complaints, {}, &Refusal::line);
        return std::move(m_found);
    }

private:
    void complain(std::size_t line, Sentence sentence) { m_found.complaints.push_back({line, std::move(sentence)}); }

    Reply replyTo(const Ask& ask, const std::string& text) const
    {
        std::vector<std::string> chosen;
        for (const std::string_view name : split(text, ",")) chosen.emplace_back(name);
        return ask.options.empty() ? judge(ask, m_lesson.id, text, '.', m_stage) : judge(ask, m_lesson.id, std::move(chosen), m_stage);
    }
    std::map<std::string, Reply, std::less<>> repliesOf(const Trial& trial) const
    {
        std::map<std::string, Reply, std::less<>> replies;
        eachPart<Ask>(m_lesson, [&](const Step&, const Ask& ask) {
            if (const auto it = trial.answers.find(ask.id); it != trial.answers.end()) replies[ask.id] = replyTo(ask, it->second);
        });
        return replies;
    }
    /// Returns the experiment that solves it, or what came before.
    std::optional<Experiment> tryCheck(const Check& check, const Step& step, const std::optional<Experiment>& before)
    {
        ++(check.isLive ? m_found.live : m_found.checks);
        if (check.isLive) return before;
        std::set<std::string> reached;
        std::optional<Experiment> solution;
        for (const Trial& trial : m_lesson.trials)
            if (trial.check == check.id) tryTrial(check, trial, reached, solution);
        if (!solution)
            complain(check.line, said("The check %1 has no solution; add \"solution %1: set …\" to the teacher's block.", {check.id}));
        tryStart(check, step.experiment, reached);
        if (before) tryStart(check, begun(step, *before), reached);
        for (const Check::Otherwise& other : check.otherwise)
            if (!reached.contains(other.tag))
                complain(other.line,
                         said("No mistake leads to the feedback \"%1\"; add \"wrong %2: set … -> %1\".", {other.tag, check.id}));
        return solution;
    }
    void tryStart(const Check& check, const Experiment& experiment, std::set<std::string>& reached)
    {
        const Judgement judgement = judge(check, {experiment}, m_stop);
        reached.insert(judgement.tag);
        if (judgement.verdict == Verdict::yes) complain(check.line, said("The check %1 is solved before anything is done.", {check.id}));
    }
    void tryTrial(const Check& check, const Trial& trial, std::set<std::string>& reached, std::optional<Experiment>& solution)
    {
        ++m_found.trials;
        const Judgement judgement = judge(check, {trial.experiment, repliesOf(trial)}, m_stop);
        reached.insert(judgement.tag);
        if (trial.isSolution()) {
            solution = trial.experiment;
            if (judgement.verdict != Verdict::yes) complain(trial.line, said("This does not solve %1: %2", {check.id, judgement.sentence}));
        } else if (judgement.tag != trial.tag)
            complain(trial.line, judgement.verdict == Verdict::yes ? said("This is no mistake: it solves %1.", {check.id})
                                 : judgement.tag.empty()
                                     ? said("This mistake gets no feedback instead of \"%1\".", {trial.tag})
                                     : said("This mistake gets the feedback \"%1\" instead of \"%2\".", {judgement.tag, trial.tag}));
    }
    /// The value that was drawn gets all points, as a screen shows it, too; what everybody would guess does not.
    void tryEstimate(const Ask& ask, const Step& step)
    {
        const SealedRange& range = *rangeOf(m_lesson, step.experiment.seal, ask.sealed);
        const double value = valueOf(step.experiment, ask.sealed), middle = (range.least + range.most) / 2;
        if (pointsOf(range, value, value) != 2) complain(ask.line, said("The right answer of %1 is not right.", {ask.id}));
        char seen[32];
        std::snprintf(seen, sizeof seen, "%.3g", value);
        if (pointsOf(range, value, std::strtod(seen, nullptr)) != 2)
            complain(range.line, said("The score of %1 is finer than a screen can tell: give 2 points for what is read to three digits.",
                                      {range.name}));
        if (pointsOf(range, range.least, middle) == 2 || pointsOf(range, range.most, middle) == 2)
            complain(range.line, said("Who guesses %1 in the middle of its range gets 2 points; widen the range.", {range.name}));
        if (pointsOf(range, range.least, range.most) > 0)
            complain(range.line, said("The score of %1 is wider than its range; narrow it.", {range.name}));
    }
    void tryAnswers(const Ask& ask, const Step& step)
    {
        ++m_found.answers;
        if (!ask.sealed.empty()) return tryEstimate(ask, step);
        if (ask.right && judge(ask, m_lesson.id, shortest(*ask.right), '.', m_stage).isRight != true)
            complain(ask.line, said("The right answer of %1 is not right.", {ask.id}));
        for (const Ask::Case& c : ask.cases) {
            if (!c.value) continue;
            const Reply reply = judge(ask, m_lesson.id, shortest(*c.value), '.', m_stage);
            if (reply.isRight == true || reply.tag != c.tag)
                complain(ask.line,
                         said("The case \"%1\" of %2 is never heard: another one, or the right answer, comes first.", {c.tag, ask.id}));
        }
        for (const Ask::Option& option : ask.options)
            if (ask.kind == Ask::Kind::choice && ask.isJudged() && !ask.sealedRight && !option.isRight && option.feedback.empty())
                complain(ask.line,
                         said("The wrong option \"%1\" of %2 has no feedback; write it below, behind \">\".", {option.name, ask.id}));
    }
    /// The run itself has every feature; candidates are what they are meant to be, and each feedback is that of one.
    void trySketch(const Ask& ask, const Step& step)
    {
        const Sketch& sketch = *ask.sketch;
        const Stroke curve = expected(m_lesson, step, sketch, m_curves, m_stop);
        for (const Sketch::Rule& rule : sketch.rules)
            if (!rule.isMistake && !has(sketch, curve, rule.features[0], m_curves))
                complain(rule.line, said("The run itself does not do this: %1.", {wordsOf(sketch, rule.features[0])}));
        m_curves[ask.id] = curve;
        std::set<std::string> reached;
        for (const Sketch::Candidate& candidate : sketch.candidates) {
            const std::string tag = judge(ask, drawn(sketch, candidate), m_curves).tag;
            reached.insert(tag);
            if (tag != candidate.tag)
                complain(candidate.line, said("This candidate gets the feedback \"%1\" instead of \"%2\".", {tag, candidate.tag}));
        }
        for (const Sketch::Rule& rule : sketch.rules)
            if (!rule.tag.empty() && !reached.contains(rule.tag))
                complain(rule.line, said("No candidate leads to the feedback \"%1\"; add \"candidate: (x, y) (x, y) -> %1\".", {rule.tag}));
    }
    void tryHint(const Hint& hint, const Step& step)
    {
        for (const Secret& secret : secretsOf(step))
            for (const std::string& rung : hint.rungs)
                if (tells(rung, secret))
                    complain(hint.line, said("A hint holds the answer, %1 %2.", {shortest(secret.value), secret.unit}));
    }
    std::vector<Secret> secretsOf(const Step& step) const
    {
        std::vector<Secret> secrets;
        for (const StepPart& part : step.parts) {
            if (const auto* ask = std::get_if<Ask>(&part); ask && ask->right && !ask->unit.empty())
                secrets.push_back({*ask->right, ask->unit});
            const auto* check = std::get_if<Check>(&part);
            for (const Trial& trial : m_lesson.trials)
                if (check && trial.check == check->id && trial.isSolution()) addSecrets(trial.text, secrets);
        }
        return secrets;
    }
    /// "set R = 18 MΩ"
    static void addSecrets(std::string_view text, std::vector<Secret>& secrets)
    {
        while (text.find('=') != text.npos) {
            until(text, "=");
            double value = 0;
            const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
            if (error != std::errc()) continue;
            const std::string_view unit = trimmed(text.substr(static_cast<std::size_t>(end - text.data())));
            const std::string word(unit.substr(0, unit.find_first_of(",; ")));
            if (!word.empty()) secrets.push_back({value, word});
        }
    }
    /// True of a text in which that number stands, with its unit.
    static bool tells(const std::string& text, const Secret& secret)
    {
        const std::string plain = typable(text);
        for (std::size_t at = 0; (at = plain.find(secret.unit, at)) != plain.npos; ++at) {
            const std::string_view before = trimmed(std::string_view(plain).substr(0, at));
            const std::size_t begin = before.find_last_not_of("0123456789.");
            const std::string_view number = before.substr(begin == before.npos ? 0 : begin + 1);
            double value = 0;
            if (std::from_chars(number.data(), number.data() + number.size(), value).ec == std::errc()
                && std::abs(value - std::abs(secret.value)) < 1e-9)
                return true;
        }
        return false;
    }

    const Lesson& m_lesson;
    const Stage& m_stage;
    const std::stop_token& m_stop;
    Rehearsal m_found;
    Strokes m_curves; // of runs, by the sketches that ask for them
};

}

Stroke expected(const Lesson& lesson, const Step& step, const Sketch& sketch, const Strokes& others, const std::stop_token& stop)
{
    const auto isWhole = [&](const Stroke& curve) {
        return std::ranges::all_of(
            sketch.rules, [&](const Sketch::Rule& rule) { return rule.isMistake || has(sketch, curve, rule.features[0], others); });
    };
    Stroke asItBegins = curveOf(sketch, step.experiment, stop);
    if (isWhole(asItBegins)) return asItBegins;
    return curveOf(sketch, cameTo(lesson, step), stop);
}

Rehearsal rehearse(const Lesson& lesson, const Stage& stage, const std::stop_token& stop)
{
    if (!hasSeals(lesson)) return Rehearser(lesson, stage, stop).rehearse();
    Rehearsal all;
    for (const char* draw : {"1", "2", "3", "4"}) {
        Lesson drawn = lesson;
        drawAll(drawn, draw, stage);
        const Rehearsal found = Rehearser(drawn, stage, stop).rehearse();
        std::vector<Refusal> complaints = std::move(all.complaints);
        for (const Refusal& c : found.complaints)
            if (std::ranges::find(complaints, c.line, &Refusal::line) == complaints.end()) complaints.push_back(c);
        all = {std::move(complaints), found.checks, found.live, found.trials, found.answers};
    }
    return all;
}

}
