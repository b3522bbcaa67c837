// SPDX-License-Identifier: GPL-3.0-or-later
#include "seal_block.h"

#include "measures.h"
#include "seal.h"
#include "text.h"

#include <algorithm>

namespace rheobase {

using namespace reading;

namespace {

constexpr double mostValues = 1e6;

bool isListed(const std::vector<std::string>& names, std::string_view name) { return std::ranges::find(names, name) != names.end(); }

std::vector<std::string> parameterNames(const Model& model)
{
    std::vector<std::string> names;
    for (const Quantity& q : model.parameters) names.push_back(identifier(q.symbol));
    return names;
}

[[noreturn]] void refuseScore(const Line& line)
{
    throw Refusal{line.number, said("A score is \"score: within 5 % is 2, within 15 % is 1\", or the same with a unit, not \"%1\".",
                                    {brief(line.text)})};
}

/// "within 5 % is 2"
SealedRange::Tolerance toleranceFrom(std::string_view text, std::string_view points, const Line& line, const Quantity& quantity)
{
    std::string_view value = trimmed(text);
    if (!takeWord(value, "within")) refuseScore(line);
    const std::string_view by = trimmed(until(value, " is "));
    if (trimmed(value) != points) refuseScore(line);
    const bool isShare = by.ends_with('%');
    const double number =
        isShare ? valueFrom(by.substr(0, by.size() - 1), line.number, Quantity{"score"}).first : valueFrom(by, line.number, quantity).first;
    if (!(number > 0)) refuseScore(line);
    return {number, isShare};
}

/// What stands below its quantities, as far as they have none.
void readScore(std::string_view text, const Line& line, std::size_t first, Step& step)
{
    std::string_view coarse = text;
    const std::string_view fine = until(coarse, ",");
    for (std::size_t i = first; i < step.parts.size(); ++i) {
        auto* range = std::get_if<SealedRange>(&step.parts[i]);
        if (!range || range->fine.by > 0) continue;
        const Quantity& quantity = step.experiment.model->parameters[*indexOf(step.experiment.model->parameters, range->name)];
        range->fine = toleranceFrom(fine, "2", line, quantity);
        range->coarse = toleranceFrom(coarse, "1", line, quantity);
    }
}

SealedRange rangeFrom(const std::string& name, std::string_view value, std::size_t line, const Model& model)
{
    const auto index = indexOf(model.parameters, name);
    if (!index) refuseName(line, name, parameterNames(model));
    const Quantity& quantity = model.parameters[*index];
    const std::string plain = replaced(std::string(value), "...", "…");
    std::string_view rest = plain;
    const std::string_view least = until(rest, "…"), most = until(rest, ",");
    if (!takeWord(rest, "step")) throw Refusal{line, said("What is sealed is \"R: 12 … 25 MΩ, step 0.1\", not \"%1\".", {brief(value)})};
    SealedRange range;
    range.name = name;
    range.line = line;
    range.least = valueFrom(least, line, quantity).first;
    range.most = valueFrom(most, line, quantity).first;
    range.step = valueFrom(rest, line, quantity).first;
    if (!(range.least < range.most && range.step > 0))
        throw Refusal{line, said("What is sealed lies between a lower and a higher value, by a step above 0.")};
    if ((range.most - range.least) / range.step > mostValues)
        throw Refusal{line,
                      said("What is sealed has at most %1 values; take a larger step.", {std::to_string(static_cast<long>(mostValues))})};
    for (const double end : {range.least, range.most})
        if (const Sentence wrong = problem(quantity, end, name); !wrong.empty()) throw Refusal{line, wrong};
    return range;
}

/// Whatever is drawn must be possible: of two that are ordered, the lower one at its highest and the upper one at its lowest.
void checkOrders(const Block& block, const Step& step)
{
    const Model& model = *step.experiment.model;
    for (const Order& order : model.orders) {
        Experiment e = step.experiment;
        for (const StepPart& part : step.parts)
            if (const auto* range = std::get_if<SealedRange>(&part)) {
                const std::size_t i = *indexOf(model.parameters, range->name);
                e.parameters[i] = i == order.lower ? range->most : range->least;
            }
        if (!(e.parameters[order.lower] < e.parameters[order.upper]))
            throw Refusal{block.line,
                          said("Not every draw is possible: the highest %1 must be below the lowest %2.",
                               {identifier(model.parameters[order.lower].symbol), identifier(model.parameters[order.upper].symbol)})};
    }
}

/// What a check says of itself must not be what is sealed.
void checkClause(const Clause& clause, const std::vector<std::string>& hidden, std::size_t line)
{
    using Kind = Subject::Kind;
    const Subject& subject = clause.subject;
    const bool isCalculated = subject.kind == Kind::stablePoint || (subject.measure && isListed(hidden, subject.measure->id));
    const bool isNamed =
        (subject.kind == Kind::setting || subject.kind == Kind::derived || subject.kind == Kind::at || subject.kind == Kind::end)
        && isListed(hidden, subject.name);
    if (isCalculated || isNamed)
        throw Refusal{line, said("\"%1\" would tell what is sealed: ask for it with \"sealed: …\".", {brief(subject.text)})};
}

void checkStep(const Lesson& lesson, const Step& step)
{
    for (const std::string& name : step.start.sealed)
        if (!isListed(step.experiment.seal.names, name))
            throw Refusal{step.start.line, said("%1 is to be sealed: add a block \"seal\" with its range to the step.", {name})};
    const auto hidden = concealed(step.experiment);
    if (!hidden.empty() && isClamped(step.experiment))
        throw Refusal{step.line, said("A sealed neuron is measured in current clamp: leave out \"mode: voltage-clamp\".")};
    for (const StepPart& part : step.parts) {
        if (const auto* ask = std::get_if<Ask>(&part); ask && !ask->sealed.empty() && !rangeOf(lesson, step.experiment.seal, ask->sealed))
            throw Refusal{ask->line, said("%1 is not sealed in this step: \"sealed\" asks for what is.", {ask->sealed})};
        const auto* check = std::get_if<Check>(&part);
        if (!check || hidden.empty()) continue;
        for (const Clause& clause : check->clauses) checkClause(clause, hidden, check->line);
        for (const Check::Otherwise& other : check->otherwise)
            for (const Clause& clause : other.clauses) checkClause(clause, hidden, other.line);
    }
}

}

void readSeal(const Block& block, const std::string& lesson, Step& step)
{
    Experiment& e = step.experiment;
    const std::size_t first = step.parts.size();
    for (const Line& line : block.lines) {
        std::string_view value = line.text;
        if (trimmed(value).empty()) continue;
        const std::string name(until(value, ":"));
        if (name == "score") readScore(value, line, first, step);
        else step.parts.push_back(rangeFrom(name, value, line.number, *e.model));
    }
    std::vector<std::string> names;
    for (std::size_t i = first; i < step.parts.size(); ++i) {
        const auto& range = std::get<SealedRange>(step.parts[i]);
        if (range.fine.by == 0)
            throw Refusal{range.line, said("%1 has no score; add \"score: within 5 % is 2, within 15 % is 1\" below it.", {range.name})};
        names.push_back(range.name);
        e.parameters[*indexOf(e.model->parameters, range.name)] = range.least;
    }
    e.seal = {lesson, step.id, {}};
    for (const std::string& name : parameterNames(*e.model))
        if (isListed(names, name)) e.seal.names.push_back(name);
    checkOrders(block, step);
}

void checkSeals(const Lesson& lesson)
{
    for (const Step& step : lesson.steps) checkStep(lesson, step);
}

}
