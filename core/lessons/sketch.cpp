// SPDX-License-Identifier: GPL-3.0-or-later
#include "sketch.h"

#include "clause.h"
#include "columns.h"
#include "html.h"
#include "text.h"

#include <algorithm>
#include <cmath>

namespace rheobase {

using namespace reading;

namespace {

using Kind = Feature::Kind;

constexpr double finest = 0.02;    // of an axis, that a hand can draw
constexpr double narrowest = 0.04; // part of an axis that something is looked for in
constexpr std::size_t mostRules = 24, mostPoints = 40;
const std::vector<std::string> directionNames{"right", "up", "left", "down"};

/// A quantity that is read by the name of its axis.
Quantity called(const SketchAxis& axis) { return named(axis.name, axis.quantity.unit); }

/// "0.5 … 2 nA": both in the unit behind the second.
SketchAxis axisFrom(std::string_view text, std::size_t line, const Experiment& experiment)
{
    const auto refuse = [&] {
        throw Refusal{line, said("An axis is \"V -75 … -45 mV\": a name, and from where to where, not \"%1\".", {brief(text)})};
    };
    SketchAxis axis;
    std::string_view rest = text;
    axis.name = until(rest, " ");
    const std::string_view least = until(rest, "…"), most = rest;
    if (least.empty() || most.empty()) refuse();
    const Columns columns(*experiment.model);
    if (axis.name == "t") axis.quantity = columns[Columns::time].quantity;
    else if (axis.name == "rate") axis.quantity = rateOfSketches();
    else if (axis.name == "I") axis.quantity = recordedCurrent(experiment);
    else if (const auto column = columns.named(axis.name)) axis.quantity = columns[*column].quantity;
    else {
        std::vector<std::string> names{"t", "rate", "I"};
        for (const TraceColumn& each : columns) names.push_back(identifier(each.quantity.symbol));
        refuseName(line, axis.name, names);
    }
    const std::size_t unit = most.find_first_not_of("0123456789.+- ");
    const bool hasUnit = least.find_first_not_of("0123456789.+- ") != least.npos;
    const std::string first = std::string(least) + (hasUnit || unit == most.npos ? "" : " " + std::string(most.substr(unit)));
    axis.least = valueFrom(first, line, called(axis)).first;
    axis.most = valueFrom(most, line, called(axis)).first;
    if (!(axis.least < axis.most)) refuse();
    return axis;
}

class SketchReader {
public:
    SketchReader(const Experiment& experiment, std::span<const std::string> others) : m_experiment(experiment), m_others(others) {}

    Sketch read(std::span<const Line> lines)
    {
        for (const Line& line : lines) {
            const std::string plain = replaced(replaced(typable(line.text), "...", "…"), "before:", "before");
            std::string_view text = trimmed(plain);
            m_line = line.number;
            if (text.empty()) continue;
            if (take(text, "axes:")) readAxes(text);
            else if (take(text, "given:")) readGiven(trimmed(text));
            else if (take(text, "candidate:")) readCandidate(trimmed(text));
            else readRule(line.text);
        }
        return std::move(m_made);
    }

private:
    void readAxes(std::string_view text)
    {
        const std::string_view across = until(text, ",");
        m_made.across = axisFrom(across, m_line, m_experiment);
        m_made.up = axisFrom(text, m_line, m_experiment);
        const std::string &x = m_made.across.name, &y = m_made.up.name;
        if (x == "t" && y != "t" && y != "rate") m_made.plane = Sketch::Plane::trace;
        else if (x == "I" && y == "rate") m_made.plane = Sketch::Plane::rate;
        else if (indexOf(m_experiment.model->state, x) && indexOf(m_experiment.model->state, y) && x != y)
            m_made.plane = Sketch::Plane::phase;
        else
            throw Refusal{m_line,
                          said("A sketch is V against t, rate against I, or one state against another, not %1 against %2.", {y, x})};
        const auto threshold = indexOf(m_experiment.model->parameters, Part::threshold);
        m_made.spikeLevel = m_experiment.model->jumps && threshold ? m_experiment.parameters[*threshold] : m_experiment.spikeLevel;
    }
    /// "V(20 ms) = -70 mV", or "until 20 ms".
    void readGiven(std::string_view text)
    {
        const bool isPhase = m_made.plane == Sketch::Plane::phase;
        if (takeWord(text, "until")) {
            if (!isPhase) m_made.givenX = x(text);
            m_made.givenUntil = isPhase ? valueFrom(text, m_line, named("the time", "ms")).first : *m_made.givenX;
            if (!(m_made.givenUntil >= 0 && m_made.givenUntil <= longestRun)) refuse(text);
            return;
        }
        if (isPhase) throw Refusal{m_line, said("What is given of a path is what the run has come to: \"given: until 20 ms\".")};
        const std::string_view place = until(text, "=");
        m_made.givenX = x(argumentOf(place));
        m_made.givenY = inAxis(m_made.up, text);
    }
    /// "(20, -70) (60, -60) -> ramp"
    void readCandidate(std::string_view text)
    {
        Sketch::Candidate made{.points = {}, .tag = {}, .line = m_line};
        std::string_view points = until(text, "->");
        made.tag = text;
        while (!points.empty() && made.points.size() < mostPoints) {
            std::string_view point = until(points, ")");
            const bool isOpen = take(point, "(");
            const std::string_view first = until(point, ",");
            if (!isOpen || point.empty()) break;
            made.points.emplace_back(x(first), inAxis(m_made.up, point));
        }
        if (made.points.size() < 2 || !points.empty())
            throw Refusal{m_line, said("A candidate is a row of points: \"candidate: (20, -70) (140, -60) -> tag\".")};
        m_made.candidates.push_back(std::move(made));
    }
    /// "[else] FEATURE [and FEATURE] [-> tag: feedback]", with what is heard as it is written.
    void readRule(std::string_view text)
    {
        if (m_made.rules.size() == mostRules) throw Refusal{m_line, said("A sketch has at most %1 features.", {std::to_string(mostRules)})};
        Sketch::Rule rule{.features = {}, .line = m_line};
        rule.isMistake = takeWord(text = trimmed(text), "else");
        const bool hasFeedback = text.find("->") != text.npos;
        const std::string features = replaced(typable(until(text, "->")), "before:", "before");
        if (hasFeedback) {
            rule.tag = until(text, ":");
            rule.feedback = text;
        }
        if ((hasFeedback || rule.isMistake) && (!isId(rule.tag) || rule.feedback.empty()))
            throw Refusal{m_line, said("Behind a feature stands \"-> tag: what the student hears\", not \"%1\".", {brief(text)})};
        for (const std::string_view each : split(features, " and ")) rule.features.push_back(feature(each));
        if (!rule.isMistake && rule.features.size() > 1) throw Refusal{m_line, said("Write each feature on a line of its own.")};
        m_made.rules.push_back(std::move(rule));
    }

    Feature feature(std::string_view text) const
    {
        static const std::vector<std::pair<std::string_view, Kind>> words{
            {"rises", Kind::rises}, {"falls", Kind::falls},       {"slope falls", Kind::slopeFalls}, {"slope rises", Kind::slopeRises},
            {"flat", Kind::flat},   {"straight", Kind::straight}, {"one peak", Kind::onePeak},       {"a spike", Kind::spike},
            {"zero", Kind::zero}};
        if (takeWord(text, "first")) return path(text);
        if (!m_made.isFunction()) refuse(text);
        for (const auto& [word, kind] : words)
            if (std::string_view rest = text; takeWord(rest, word)) return within(rest, {.kind = kind, .value = levelOf(kind)});
        if (takeWord(text, "starts below")) return onset(text, Kind::startsBelow);
        if (takeWord(text, "jumps above")) return onset(text, Kind::jumpsAbove);
        if (takeWord(text, "below")) return level(text, Kind::below);
        if (takeWord(text, "above")) return level(text, Kind::above);
        if (takeWord(text, "through")) return through(text);
        if (takeWord(text, "before")) return before(text);
        return value(text);
    }
    double levelOf(Kind kind) const { return kind == Kind::spike ? m_made.spikeLevel : 0; }
    [[noreturn]] void refuse(std::string_view text) const
    {
        throw Refusal{m_line,
                      said("\"%1\" is no feature of a sketch: one is \"%2\".",
                           {brief(text), m_made.isFunction() ? m_made.up.name + "(…) = … ± …\", \"rises from … to …\" or \"flat after …"
                                                             : "first right, then up, left, down"})};
    }
    double inAxis(const SketchAxis& axis, std::string_view text) const
    {
        const double value = valueFrom(text, m_line, called(axis)).first;
        if (!axis.contains(value)) throw Refusal{m_line, said("%1 lies outside of the axes of the sketch.", {brief(text)})};
        return value;
    }
    double x(std::string_view text) const { return inAxis(m_made.across, text); }
    /// "V(20 ms)" → "20 ms"
    std::string_view argumentOf(std::string_view text) const
    {
        const std::string_view whole = text;
        if (until(text, "(") != m_made.up.name || !text.ends_with(')')) refuse(whole);
        return trimmed(text.substr(0, text.size() - 1));
    }
    /// A value with the tolerance of a hand.
    void readValue(std::string_view text, bool isDifference, Feature& made) const
    {
        std::tie(made.value, made.tolerance) = valueFrom(text, m_line, called(m_made.up));
        const double least = finest * m_made.up.length();
        if (made.tolerance < least * (1 - 1e-9))
            throw Refusal{m_line, said("A hand does not draw that exactly: write ± %1 or more.",
                                       {shownValue(least, std::string_view(m_made.up.quantity.unit))})};
        if (!isDifference && !m_made.up.contains(made.value))
            throw Refusal{m_line, said("%1 lies outside of the axes of the sketch.", {brief(text)})};
    }
    Feature value(std::string_view text) const
    {
        std::string_view rest = text;
        const std::string_view left = until(rest, "=");
        if (rest.empty()) refuse(text);
        std::string_view second = left;
        const std::string_view first = until(second, " - ");
        Feature made{.kind = second.empty() ? Kind::value : Kind::difference};
        made.from = made.to = x(argumentOf(first));
        if (!second.empty()) made.from = x(argumentOf(second));
        readValue(rest, !second.empty(), made);
        return made;
    }
    /// "(0, 0) ± 5 Hz"
    Feature through(std::string_view text) const
    {
        const std::string_view whole = text;
        if (!take(text, "(")) refuse(whole);
        const std::string_view first = until(text, ","), second = until(text, ")");
        Feature made{.kind = Kind::value};
        made.from = made.to = x(first);
        readValue(std::string(second) + std::string(text), false, made);
        return made;
    }
    Feature level(std::string_view text, Kind kind) const
    {
        Feature made{.kind = kind};
        const std::string_view words[] = {" at ", " from ", " after ", " before ", " throughout"};
        std::size_t end = text.size();
        for (const std::string_view word : words) end = std::min(end, text.find(word));
        std::string_view rest = trimmed(text.substr(end));
        const std::string_view value = trimmed(text.substr(0, end));
        made.value = value == "threshold" ? m_made.spikeLevel : valueFrom(value, m_line, called(m_made.up)).first;
        if (!m_made.up.contains(made.value)) throw Refusal{m_line, said("%1 lies outside of the axes of the sketch.", {brief(value)})};
        if (!takeWord(rest, "at")) return within(rest, made);
        made.from = made.to = x(rest);
        return made;
    }
    Feature onset(std::string_view text, Kind kind) const
    {
        if (m_made.plane != Sketch::Plane::rate) throw Refusal{m_line, said("Where firing starts is seen in a sketch of rate against I.")};
        return within({}, {.kind = kind, .value = inAxis(m_made.up, text)});
    }
    Feature before(std::string_view text) const
    {
        if (std::ranges::find(m_others, text) == m_others.end()) refuseName(m_line, text, m_others);
        return {.kind = Kind::before, .other = std::string(text)};
    }
    Feature path(std::string_view text) const
    {
        Feature made{.kind = Kind::path};
        const std::string plain = replaced(std::string(text), "then", "");
        for (const std::string_view word : split(plain, ",")) {
            if (std::ranges::find(directionNames, word) == directionNames.end()) refuseName(m_line, word, directionNames);
            made.directions.emplace_back(word);
        }
        if (m_made.isFunction()) throw Refusal{m_line, said("Directions are those of a path in the plane of two states.")};
        return made;
    }
    /// "from 20 ms to 60 ms", "after 40 ms" (or "above"), "before 20 ms" (or "below"), "throughout" or nothing.
    Feature within(std::string_view text, Feature made) const
    {
        const std::string_view whole = text;
        made.from = m_made.begin();
        made.to = m_made.across.most;
        if (takeWord(text, "from")) {
            made.from = x(until(text, " to "));
            made.to = x(text);
        } else if (takeWord(text, "after") || takeWord(text, "above")) made.from = x(text);
        else if (takeWord(text, "before") || takeWord(text, "below")) made.to = x(text);
        else if (!text.empty() && text != "throughout") refuse(whole);
        const double least = narrowest * m_made.across.length();
        if (!(made.to - made.from >= least * (1 - 1e-9)))
            throw Refusal{m_line, said("A hand draws nothing that narrow: write a part of %1 or more.",
                                       {shownValue(least, std::string_view(m_made.across.quantity.unit))})};
        return made;
    }

    const Experiment& m_experiment;
    std::span<const std::string> m_others;
    Sketch m_made;
    std::size_t m_line = 0;
};

}

const Quantity& rateOfSketches()
{
    static constexpr Quantity rate{"rate", "Hz", 0, 0, 1000, "Firing rate"};
    return rate;
}

Sketch sketchFrom(std::span<const Line> lines, const Experiment& experiment, std::span<const std::string> others)
{
    return SketchReader(experiment, others).read(lines);
}

}
