// SPDX-License-Identifier: GPL-3.0-or-later
#include "clause.h"

#include "measures.h"
#include "setting.h"
#include "text.h"
#include "trace.h"
#include "typed.h"

#include <charconv>
#include <cmath>

namespace rheobase {

using namespace reading;

namespace {

using Kind = Subject::Kind;

constexpr Quantity timeOf(std::string_view what) { return named(what, "ms"); }

/// What the window tells by a name.
constexpr Quantity readings[] = {
    named("cursor.A", "ms"), named("cursor.dt", "ms"), named("cursor.dV", "mV"), named("fit.tau", "ms"), named("fit.r2"), named("changes"),
};

double numberOf(std::string_view text, std::size_t line, const Quantity& quantity)
{
    const Typed read = typed(text, quantity, quantity.symbol);
    if (read.value && std::isfinite(*read.value)) return *read.value;
    throw Refusal{line, read.problem.empty() ? said("\"%1\" is no number that can be had.", {brief(text)}) : read.problem};
}

/// "V(120 ms)" → "V" and "120 ms"; both empty where it has another form.
std::pair<std::string_view, std::string_view> called(std::string_view text)
{
    const std::size_t open = text.find('(');
    if (open == text.npos || !text.ends_with(')')) return {};
    return {trimmed(text.substr(0, open)), trimmed(text.substr(open + 1, text.size() - open - 2))};
}

/// The column of traces that has this name.
std::optional<Quantity> columnOf(const Model& model, std::string_view name)
{
    const Columns columns(model);
    const auto column = columns.named(name);
    return column && *column != Columns::time ? std::optional(columns[*column].quantity) : std::nullopt;
}

std::vector<std::string> columnNames(const Model& model)
{
    std::vector<std::string> names;
    for (const TraceColumn& column : Columns(model))
        if (column.role != Role::given) names.push_back(identifier(column.quantity.symbol));
    return names;
}

/// Reads a subject: each function takes what it knows, the last one refuses.
class SubjectReader {
public:
    SubjectReader(std::string_view text, std::size_t line, const Vocabulary& words) : m_text(text), m_line(line), m_words(words) {}

    Subject read()
    {
        Subject subject;
        if (!(readCall(subject) || readLive(subject) || readNamed(subject))) refuseName(m_line, m_text, names());
        subject.text = m_text;
        return subject;
    }

private:
    const Model& model() const { return *m_words.experiment.model; }

    bool readCall(Subject& s) const
    {
        const auto [name, argument] = called(m_text);
        if (name.empty()) return false;
        if (name == "answer") return readAnswer(s, argument);
        if (name == "isi") {
            const double number = numberOf(argument, m_line, named("isi"));
            s = {.kind = Kind::interval, .argument = number, .unit = "ms"};
            if (!(s.argument >= 1 && s.argument <= 1000 && std::floor(s.argument) == s.argument))
                throw Refusal{m_line, said("isi(…) needs which interval it is, from 1 on, not \"%1\".", {brief(argument)})};
            return true;
        }
        if (name == "tried") return readTried(s, argument);
        const bool isEnd = name == "end";
        const std::string_view column = isEnd ? argument : name;
        const auto quantity = columnOf(model(), column);
        if (!quantity) refuseName(m_line, column, columnNames(model()));
        s = {.kind = isEnd ? Kind::end : Kind::at, .name = identifier(quantity->symbol), .unit = quantity->unit};
        if (!isEnd) s.argument = numberOf(argument, m_line, timeOf("the time"));
        return true;
    }
    bool readAnswer(Subject& s, std::string_view id) const
    {
        if (std::ranges::find(m_words.answers, id) == m_words.answers.end()) refuseName(m_line, id, m_words.answers);
        s = {.kind = Kind::answer, .name = std::string(id)};
        return true;
    }
    bool readTried(Subject& s, std::string_view setting) const
    {
        needLive();
        if (!settingOf(m_words.experiment, setting)) refuseName(m_line, setting, settingNames(m_words.experiment));
        s = {.kind = Kind::tried, .name = std::string(setting)};
        return true;
    }
    bool readLive(Subject& s) const
    {
        std::string_view rest = m_text;
        if (take(rest, "ghost.exists with ")) {
            needLive();
            s.kind = Kind::ghostWith;
            s.with = std::make_shared<const Clause>(clauseFrom(rest, m_line, {m_words.experiment, {}, {}, false}));
            if (s.with->run) throw Refusal{m_line, said("What a ghost has is a setting: \"ghost.exists with R = 20 MΩ\".")};
            return true;
        }
        if (take(rest, "view.")) {
            needLive();
            if (std::ranges::find(m_words.views, rest) == m_words.views.end()) refuseName(m_line, rest, m_words.views);
            s = {.kind = Kind::view, .name = std::string(rest)};
            return true;
        }
        const auto reading = std::ranges::find(readings, m_text, &Quantity::symbol);
        if (reading == std::end(readings) && m_text != "ghosts") return false;
        needLive();
        if (m_text == "ghosts") s = {.kind = Kind::ghosts};
        else
            s = {.kind = Kind::reading, .name = std::string(m_text), .unit = m_text == "cursor.dV" ? model().state[0].unit : reading->unit};
        return true;
    }
    bool readNamed(Subject& s) const
    {
        std::string_view rest = m_text;
        if (takeWord(rest, "spikes") && takeWord(rest, "in") && takeWord(rest, "last")) {
            s.kind = Kind::spikesInLast;
            s.argument = numberOf(rest, m_line, timeOf("the last time"));
            return true;
        }
        if (const auto setting = settingOf(m_words.experiment, m_text)) {
            s = {.kind = Kind::setting, .name = std::string(m_text), .unit = setting->unit};
            return true;
        }
        if (const auto index = indexOf(model().derived, m_text)) {
            s = {.kind = Kind::derived, .name = identifier(model().derived[*index].symbol), .unit = model().derived[*index].unit};
            return true;
        }
        if (m_text == "fixed-point.stable") {
            s = {.kind = Kind::stablePoint};
            return true;
        }
        const Measure* measure = findMeasure(m_text == "rate" ? "mean-rate" : m_text);
        if (!measure) return false;
        s = {.kind = Kind::measure, .measure = measure};
        if (measure->unit == currentUnit) s.unit = model().input.unit;
        else s.unit = measure->unit == "mV" ? model().state[0].unit : Unit::read(measure->unit).value_or(Unit());
        return true;
    }
    void needLive() const
    {
        if (!m_words.isLive)
            throw Refusal{m_line, said("\"%1\" is seen in the window alone: write \"live\" behind the check's name.", {brief(m_text)})};
    }
    std::vector<std::string> names() const
    {
        std::vector<std::string> all = settingNames(m_words.experiment);
        for (const Quantity& q : model().derived) all.push_back(identifier(q.symbol));
        for (const Measure& measure : measures()) all.emplace_back(measure.id);
        all.insert(all.end(), {"fixed-point.stable", "answer(…)", "end(V)", "isi(1)", "spikes in last 100 ms"});
        if (m_words.isLive)
            for (const Quantity& q : readings) all.emplace_back(q.symbol);
        return all;
    }

    std::string_view m_text;
    std::size_t m_line;
    const Vocabulary& m_words;
};

std::uint64_t seedFrom(std::string_view text, std::size_t line)
{
    std::uint64_t seed = 0;
    text = trimmed(text);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seed);
    if (error != std::errc() || end != text.data() + text.size() || seed > (1ull << 53))
        throw Refusal{line, said("Seeds are whole numbers, such as \"over seeds 1…4\", not \"%1\".", {brief(text)})};
    return seed;
}

/// "1…4"
std::vector<std::uint64_t> seedsFrom(std::string_view text, std::size_t line)
{
    const std::string plain = replaced(std::string(text), "…", "-");
    std::string_view rest = plain;
    const std::uint64_t first = seedFrom(until(rest, "-"), line), last = rest.empty() ? first : seedFrom(rest, line);
    if (last < first || last - first >= mostSeeds)
        throw Refusal{line, said("A run is made over at most %1 seeds, from a lower to a higher one.", {std::to_string(mostSeeds)})};
    std::vector<std::uint64_t> seeds;
    for (std::uint64_t seed = first; seed <= last; ++seed) seeds.push_back(seed);
    return seeds;
}

/// Takes "run 2 s over seeds 1…4:" or "since change:" away.
void takePrefix(Clause& clause, std::string_view& text, std::size_t line, const Vocabulary& words)
{
    if (takeWord(text, "since")) {
        if (!words.isLive)
            throw Refusal{line, said("\"%1\" is seen in the window alone: write \"live\" behind the check's name.", {"since"})};
        clause.since = text.starts_with("change") ? Clause::Since::change : Clause::Since::start;
        const std::string_view what = until(text, ":");
        if (what != "start" && what != "change")
            throw Refusal{line, said("\"since\" goes on with \"start:\" or \"change:\", not with \"%1\".", {brief(what)})};
    } else if (takeWord(text, "run")) {
        if (text.find(':') == text.npos)
            throw Refusal{line, said("A run ends with a colon and what is measured: \"run 200 ms: spikes = 1\".")};
        std::string_view order = until(text, ":");
        const std::string_view time = until(order, "over seeds");
        clause.run = numberOf(time, line, timeOf("the run"));
        if (!(*clause.run > 0 && *clause.run <= longestRun))
            throw Refusal{line, said("A run lasts more than 0 and at most %1 s of model time.", {shortest(longestRun / 1000)})};
        if (!order.empty()) clause.seeds = seedsFrom(order, line);
    }
}

/// A subject that is measured in a run has one, in the background or live; the others need none.
void checkPrefix(const Clause& clause, std::size_t line, bool isLive)
{
    const Subject& s = clause.subject;
    const bool ofRun = s.kind == Kind::at || s.kind == Kind::end || s.kind == Kind::spikesInLast || s.kind == Kind::interval
                       || (s.measure && s.measure->ofRun);
    if (ofRun && !clause.run && !isLive) throw Refusal{line, said("%1 is measured in a run: write \"run 200 ms: %1\".", {brief(s.text)})};
    if (!ofRun && (clause.run || clause.since != Clause::Since::nothing))
        throw Refusal{line, said("%1 needs no run: leave out what stands before it.", {brief(s.text)})};
    if (s.kind == Kind::at && clause.run && !(s.argument >= 0 && s.argument <= *clause.run))
        throw Refusal{line, said("%1 lies outside of the run.", {brief(s.text)})};
}

/// Where the relation stands, and how long it is.
std::pair<std::size_t, std::size_t> relationIn(std::string_view text, Clause& clause)
{
    using R = Clause::Relation;
    const std::size_t at = text.find_first_of("<>=");
    if (at == text.npos) return {text.npos, 0};
    const bool isOrEqual = text.substr(at + 1).starts_with('=') && text[at] != '=';
    clause.relation = text[at] == '='   ? R::equal
                      : text[at] == '<' ? (isOrEqual ? R::atMost : R::less)
                      : isOrEqual       ? R::atLeast
                                        : R::greater;
    return {at, isOrEqual ? 2 : 1};
}

void readValue(Clause& clause, std::string_view text, std::size_t line)
{
    const Subject& s = clause.subject;
    const bool isYesOrNo = s.kind == Kind::view || s.kind == Kind::ghostWith || s.kind == Kind::stablePoint;
    const bool isWord = s.kind == Kind::answer && isId(text) && !(text[0] >= '0' && text[0] <= '9') && text[0] != '-';
    if (isWord) clause.word = text;
    else if (isYesOrNo) {
        if (text != "yes" && text != "no") throw Refusal{line, said("%1 is yes or no, not \"%2\".", {brief(s.text), brief(text)})};
        clause.value = text == "yes" ? 1 : 0;
    } else if (s.kind == Kind::answer) {
        std::string_view rest = text; // its unit is that of the ask
        clause.value = numberOf(until(rest, "±"), line, named("answer"));
        if (!rest.empty()) clause.tolerance = numberOf(rest, line, named("the tolerance"));
    } else {
        const std::string called = brief(s.text);
        std::tie(clause.value, clause.tolerance) = valueFrom(text, line, named(called, s.unit));
    }
}

}

std::pair<double, double> valueFrom(std::string_view text, std::size_t line, const Quantity& quantity)
{
    const std::string plain = typable(text);
    std::string_view rest = plain;
    const double value = numberOf(until(rest, "±"), line, quantity);
    if (rest.empty()) return {value, 0};
    if (rest.ends_with('%'))
        return {value, std::abs(value * numberOf(rest.substr(0, rest.size() - 1), line, named("the tolerance")) / 100)};
    return {value, std::abs(numberOf(rest, line, quantity))};
}

Clause clauseFrom(std::string_view text, std::size_t line, const Vocabulary& words)
{
    Clause clause;
    clause.text = trimmed(text);
    const std::string plain = typable(clause.text);
    std::string_view rest = plain;
    takePrefix(clause, rest, line, words);
    const bool isWith = rest.starts_with("ghost.exists"), isView = rest.starts_with("view.");
    const auto [at, length] = isWith ? std::pair{rest.npos, std::size_t{0}} : relationIn(rest, clause);
    if (at == rest.npos && !isWith && !isView)
        throw Refusal{line, said("\"%1\" is no condition: one is \"C = 0.8 nF\" or \"run 200 ms: spikes >= 1\".", {brief(clause.text)})};
    clause.subject = SubjectReader(trimmed(rest.substr(0, at)), line, words).read();
    readValue(clause, at == rest.npos ? "yes" : trimmed(rest.substr(at + length)), line);
    checkPrefix(clause, line, words.isLive);
    return clause;
}

void addToCheck(Check& check, std::string_view text, std::size_t line, const Vocabulary& words)
{
    const std::string plain = typable(text);
    if (std::string_view rest = plain; takeWord(rest, "just")) {
        const std::size_t plus = rest.rfind(" + "), minus = rest.rfind(" - ");
        const std::size_t sign = plus == rest.npos && minus == rest.npos ? rest.npos
                                                                         : 1
                                                                               + (plus == rest.npos    ? minus
                                                                                  : minus == rest.npos ? plus
                                                                                                       : std::max(plus, minus));
        const std::string_view name = sign == rest.npos ? rest : trimmed(rest.substr(0, sign));
        const auto setting = settingOf(words.experiment, name);
        if (check.edge || sign == rest.npos)
            throw Refusal{line, said("A check has one line \"just …\", such as \"just two-pulses.gap + 0.2 ms\".")};
        if (!setting) refuseName(line, name, settingNames(words.experiment));
        const double by = numberOf(rest.substr(sign + 1), line, *setting);
        check.edge = {std::string(name), rest[sign] == '+' ? by : -by};
        return;
    }
    std::string_view rest = text;
    if (!takeWord(rest, "else")) {
        check.clauses.push_back(clauseFrom(text, line, words));
        return;
    }
    const std::string_view conditions = until(rest, "->"), tag = until(rest, ":");
    if (!isId(tag) || rest.empty())
        throw Refusal{line, said("A mistake is \"else CONDITION -> tag: what the student hears\", not \"%1\".", {brief(text)})};
    Check::Otherwise& other = check.otherwise.emplace_back(Check::Otherwise{{}, std::string(tag), std::string(rest), line});
    for (const std::string_view condition : split(conditions, " and ")) other.clauses.push_back(clauseFrom(condition, line, words));
}

}
