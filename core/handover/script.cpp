// SPDX-License-Identifier: GPL-3.0-or-later
#include "script.h"

#include "sealed.h"
#include "statement.h"

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

using Kind = Equation::Kind;

Drive driveOf(const Experiment& e) { return isClamped(e) ? drivenBy(e.clamp) : Drive(e.stimulus); }

/// The present interval of a drive, from t on.
Segment segmentAt(const Drive& drive, double t, double end)
{
    Segment segment{t, std::min(drive.nextEdge(), end), drive.constant()};
    for (const Piece& p : drive.varying()) {
        segment.base += p.base + p.slope * (t - p.from);
        segment.slope += p.slope;
        if (p.amplitude != 0) segment.waves.push_back({p.amplitude, p.omega, std::remainder(p.phase + p.omega * (t - p.from), 2 * M_PI)});
    }
    return segment;
}

/// At most one more than a script lists.
std::vector<Segment> segmentsOf(const Experiment& e)
{
    Drive drive = driveOf(e);
    std::vector<Segment> segments;
    for (double t = 0; t < e.duration && segments.size() <= mostSegments; t = drive.nextEdge()) {
        drive.seek(t);
        segments.push_back(segmentAt(drive, t, e.duration));
    }
    return segments;
}

/// Puts the terms of which an expression is made before it, each once.
void needs(Symbol expression, const std::vector<Equation>& equations, std::vector<Equation>& found)
{
    if (!expression) return;
    findName(expression, [&](const Symbol::Node& name) {
        const auto isIt = [&](const Equation& e) { return e.kind == Kind::term && e.index == name.index; };
        if (name.role != Role::term || std::ranges::any_of(found, isIt)) return false;
        const Symbol right = tidied(std::ranges::find_if(equations, isIt)->right);
        needs(right, equations, found);
        found.push_back({Kind::term, name.index, right});
        return false;
    });
}

/// The expression with a x² as a x x again, which is how the code computes it: a published script's bursts tell the last bit.
Symbol multipliedOut(Symbol s)
{
    if (!s) return s;
    const Symbol::Node& node = s.node();
    if (node.kind == Symbol::Kind::name || node.kind == Symbol::Kind::number) return s;
    const Symbol left = multipliedOut(node.left), right = multipliedOut(node.right);
    const Symbol::Node* const power = right ? &right.node() : nullptr;
    const bool isSquare = node.kind == Symbol::Kind::product && power->is(Notation::raised)
                          && power->right.node().kind == Symbol::Kind::number && power->right.node().number == 2;
    return isSquare ? s.with(left * power->left, power->left, {}) : s.with(left, right, multipliedOut(node.third));
}

/// What flows where dV/dt is 0: all that stands beside the input, with its sign turned.
Symbol clampCurrentOf(const Model& model)
{
    Symbol current;
    const std::vector<Statement> all = statements(model);
    for (const Addend& addend : all.front().addends) {
        const Symbol part = addend.name ? addend.name : addend.symbol;
        if (part.node().kind == Symbol::Kind::name && part.node().role == Role::input) continue;
        if (!current) current = addend.minus ? part : -part;
        else current = addend.minus ? current + part : current - part;
    }
    return tidied(current);
}

void addEquations(Script& script)
{
    const std::vector<Equation> equations = script.model().equations();
    for (const Equation& e : equations) {
        if (e.kind == Kind::derivative)
            script.rates.push_back(isPublished(script.experiment) ? multipliedOut(tidied(e.right)) : tidied(e.right));
        if (e.kind == Kind::event) script.event = tidied(e.right);
        if (e.kind == Kind::reset) script.resets.push_back({e.kind, e.index, tidied(e.right)});
    }
    if (script.isClamped()) script.clampCurrent = clampCurrentOf(script.model());
    for (std::size_t i = script.firstState(); i < script.rates.size(); ++i) needs(script.rates[i], equations, script.terms);
    needs(script.event, equations, script.terms);
    for (const Equation& reset : script.resets) needs(reset.right, equations, script.terms);
    needs(script.clampCurrent, equations, script.terms);
    if (!script.event) return;
    const Symbol::Node& event = script.event.node();
    if (event.kind == Symbol::Kind::difference && mentions(event.left, Role::state, 0)) script.threshold = event.right;
    script.refractory = indexOf(script.model().parameters, Part::refractoryPeriod);
    if (script.refractory && !(script.parameters[*script.refractory] > 0)) script.refractory.reset();
}

/// The episodes of a family one after the other, and what each is to give.
void addFamily(Script& script, const std::stop_token& stop)
{
    Experiment one = script.experiment;
    one.duration = lengthOf(one.clamp);
    double begin = 0;
    for (one.clamp.chosen = 0; one.clamp.chosen < one.clamp.steps.size(); ++one.clamp.chosen, begin += one.duration) {
        std::vector<Segment> segments = segmentsOf(one);
        Expected expected = expectedOf(one, segments, stop);
        script.restarts.push_back(begin);
        for (Segment& s : segments) s.from += begin, s.to += begin, script.segments.push_back(s);
        for (Sample& s : expected.samples) s.time += begin, script.expected.samples.push_back(s);
        script.expected.tolerance = std::max(script.expected.tolerance, expected.tolerance);
        script.expected.ownError = std::max(script.expected.ownError, expected.ownError);
    }
    script.experiment.duration = script.expected.until = begin;
}

}

Sentence handoverRefusal(const Experiment& e)
{
    if (isSealed(e)) return {"a sealed neuron stays in its lesson: open another experiment.", {}};
    constexpr std::size_t perEpisode = 6;
    if (isFamily(e) ? perEpisode * e.clamp.steps.size() > mostSegments : segmentsOf(e).size() > mostSegments)
        return {"what is given has more than %1 pieces within %2 ms, too many to be listed; shorten the duration.",
                {std::to_string(mostSegments), shortest(e.duration)}};
    return {};
}

Script scriptOf(const Experiment& experiment, const std::stop_token& stop)
{
    Script script;
    script.experiment = experiment;
    script.parameters = effectiveParameters(experiment);
    script.start = start(experiment).state;
    addEquations(script);
    if (isFamily(experiment)) {
        addFamily(script, stop);
        return script;
    }
    script.segments = segmentsOf(experiment);
    script.expected = expectedOf(experiment, script.segments, stop);
    if (isPublished(experiment)) script.published = expectedOfPublished(experiment, script.segments, stop);
    return script;
}

}
