// SPDX-License-Identifier: GPL-3.0-or-later
#include "syntax.h"
#include "target.h"

#include <algorithm>

namespace rheobase {

namespace {

using enum Tightness;

constexpr Spelling functions[] = {
    {"sin", "sin(%1)"},     {"expLinear", "expLinear(%1)"},    {"pow", "%1 .^ %2", whole, power},   {"min", "min(%1, %2)"},
    {"max", "max(%1, %2)"}, {"<", "%1 < %2", sum, comparison}, {"<=", "%1 <= %2", sum, comparison}, {"select", "choose(%1, %2, %3)"},
};

// clang-format off
constexpr std::string_view reserved[] = {
    "break", "case", "catch", "classdef", "continue", "do", "else", "elseif", "end", "end_try_catch", "end_unwind_protect", "endfor",
    "endfunction", "endif", "endparfor", "endswitch", "endwhile", "enumeration", "events", "for", "function", "global", "if", "methods",
    "otherwise", "parfor", "persistent", "properties", "return", "spmd", "switch", "try", "until", "unwind_protect",
    "unwind_protect_cleanup", "while", "abs", "any", "choose", "clear", "compareUntil", "compared", "cosh", "current", "deal", "duration",
    "error", "excess", "exp", "expLinear", "expm1", "expected", "false", "fires", "fprintf", "given", "heldUntil", "held", "initial",
    "isempty", "k", "log", "max", "measured", "method", "min", "numel", "ode45", "odeset", "off", "armed", "passed", "pieces", "rates",
    "rearmLevel", "reset", "restarts", "sinh", "size", "sortrows", "spikeLevel", "spikes", "sqrt", "state", "stop", "t", "tanh", "te", "tolerance",
    "true", "x", "xe", "ie", "first", "last", "inf", "interp1", "watch", "right", "numberOf", "values", "disp", "sin", "zeros", "find",
    "i", "fine", "free", "ones", "warning", "arrayfun",
};
// clang-format on

constexpr Dialect dialect{"Octave", functions, reserved, " .* ", " ./ "};

/// Writes the parts; terms are functions of the states that they depend on.
class OctaveText {
public:
    explicit OctaveText(const Script& script) : m_script(script), m_write(script, dialect)
    {
        for (const Equation& term : script.terms) defineTerm(term);
    }

    std::string head() const
    {
        std::vector<std::string> texts = headLines(m_script);
        texts.insert(texts.end(), {"", "A script for Octave and MATLAB: it solves the equations by ode45 to a relative tolerance of 1e-9,",
                                   "prints how far it is off what Rheobase computes, and ends with an error beyond the tolerance.",
                                   "Times are in ms.", ""});
        for (const std::string& text : settingLines(m_script)) texts.push_back(text);
        for (const Sentence& left : unsaid(m_script, *findTarget("octave"))) texts.push_back("Not said here: " + std::string(left));
        for (std::string& text : texts) text = inAscii(text);
        return lines(texts, "% ");
    }

    std::string parameters() const
    {
        std::string text;
        for (std::size_t i = 0; i < m_script.parameters.size(); ++i)
            text += names().parameter(i) + " = " + m_write(m_script.parameters[i]) + ";  % " + about(m_script.model().parameters[i]) + "\n";
        return text;
    }

    std::string experiment() const
    {
        std::string numbers, what;
        for (std::size_t i = m_script.firstState(); i < m_script.start.size(); ++i) {
            numbers += (numbers.empty() ? "" : "; ") + m_write(m_script.start[i]);
            what += (what.empty() ? "" : ", ") + names().state(i) + unitOf(m_script.model().state[i], " in ");
        }
        std::string text =
            "duration = " + m_write(m_script.experiment.duration) + ";  % ms\ninitial = [" + numbers + "];  % " + what + "\n";
        if (hasLevel()) {
            const std::string unit = unitOf(m_script.model().state[0], "");
            text += "spikeLevel = " + m_write(m_script.experiment.spikeLevel) + ";  % " + unit + "; rising through it is a spike\n";
            text += "rearmLevel = " + m_write(rearmLevel(m_script.experiment)) + ";  % " + unit
                    + "; having been below it comes before another\n";
        }
        const Quantity q = rheobase::given(m_script.experiment);
        text += std::string("% ") + (m_script.isClamped() ? "The commanded potential" : "The injected current") + unitOf(q, " in ")
                + ", from edge to edge in ms\npieces = {\n";
        for (const Segment& s : m_script.segments)
            text += "  " + m_write(s.from) + ", " + m_write(s.to) + ", @(t) " + m_write.given(s, "t") + "\n";
        text += "};\n";
        if (!m_script.restarts.empty())
            text += "restarts = [ ...\n" + listed(m_script.restarts, "  ", " ...")
                    + " ...\n];  % ms; every episode begins in the initial state\n";
        return text;
    }

    std::string equations() const
    {
        std::string text;
        if (uses(m_script, "expLinear"))
            text += "expLinear = @(x) (x == 0) - x ./ (expm1(-x) + (x == 0));  % x / (1 - exp(-x)), also at 0\n";
        if (uses(m_script, "select")) text += "choose = @(condition, yes, no) condition .* yes + ~condition .* no;\n";
        text += m_terms + "% The slope of each state, per ms\nrates = @(" + (m_script.isClamped() ? names().state(0) + ", " : "") + states()
                + (m_script.isClamped() ? "" : ", " + names().input()) + ") [ ...\n";
        for (std::size_t i = m_script.firstState(); i < m_script.rates.size(); ++i)
            text += "  " + m_write(m_script.rates[i]) + "; ...  % d" + names().state(i) + "/dt\n";
        text += "];\n";
        if (m_script.isClamped())
            text += "% The clamp's current: what keeps the potential as it is\ncurrent = @(" + names().state(0) + ", " + states() + ") "
                    + m_write(m_script.clampCurrent) + ";\n";
        if (m_script.event) text += jumps();
        return text;
    }

    std::string expected() const
    {
        const Expected& e = m_script.expected;
        const double least = e.samples.empty() ? 2e-3 : 0;
        const std::string tolerance = m_write(roundedUp(std::max(least, 10 * e.tolerance)));
        if (e.samples.empty())
            return "expected = [ ...\n" + listed(e.spikes, "  ", " ...") + (e.spikes.empty() ? "" : " ...\n")
                   + "];  % ms\ntolerance = " + tolerance + ";  % ms\ncompareUntil = " + m_write(e.until) + ";  % ms"
                   + (e.until < m_script.experiment.duration ? "; later spikes depend on the last digits of any solver" : "") + "\n";
        const Quantity& q = quantity();
        std::string text = "expected = [  % ms, " + inAscii(q.symbol) + unitOf(q, " in ") + "\n";
        for (const Sample& s : e.samples) text += "  " + m_write(s.time) + ", " + m_write(s.value) + "\n";
        return text + "];\ntolerance = " + tolerance + ";" + unitOf(q, "  % ") + "\n";
    }

    /// The rates of a state vector: "rates(x(1), x(2), given(t))".
    std::string right() const
    {
        std::string text = m_script.isClamped() ? "rates(given(t), " : "rates(";
        text += elements() + (m_script.isClamped() ? ")" : ", given(t))");
        return m_script.refractory || m_script.model().jumps ? "free .* " + text : text;
    }
    std::string elements() const
    {
        std::string text;
        for (std::size_t i = 0; i < m_script.start.size() - m_script.firstState(); ++i)
            text += (i ? ", x(" : "x(") + std::to_string(i + 1) + ")";
        return text;
    }
    std::size_t carried() const { return m_script.start.size() - m_script.firstState(); }
    const Quantity quantity() const { return m_script.isClamped() ? recordedCurrent(m_script.experiment) : m_script.model().state[0]; }
    bool hasLevel() const { return !m_script.isClamped() && m_script.model().hasSpikeLevel(); }
    const Names& names() const { return m_write.names(); }
    static std::string unitOf(const Quantity& q, std::string_view before)
    {
        return q.unit.empty() ? "" : std::string(before) + inAscii(q.unit);
    }

private:
    static std::string about(const Quantity& q) { return inAscii(described(q)); }

    std::string states() const
    {
        std::string text;
        for (std::size_t i = m_script.firstState(); i < m_script.start.size(); ++i) text += (text.empty() ? "" : ", ") + names().state(i);
        return text;
    }

    /// The states on which an expression depends, through the terms so far.
    std::vector<std::size_t> dependence(Symbol expression) const
    {
        std::vector<std::size_t> found;
        findName(expression, [&](const Symbol::Node& name) {
            if (name.role == Role::state) found.push_back(name.index);
            if (name.role == Role::term)
                for (const std::size_t i : m_dependence.at(name.index)) found.push_back(i);
            return false;
        });
        std::ranges::sort(found);
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    }

    void defineTerm(const Equation& term)
    {
        std::string arguments;
        for (const std::size_t i : m_dependence[term.index] = dependence(term.right))
            arguments += (arguments.empty() ? "" : ", ") + names().state(i);
        const std::string name = names().of(Role::term, term.index), head = arguments.empty() ? "" : "@(" + arguments + ") ";
        m_terms += name + " = " + head + m_write(term.right) + ";  % " + about(m_script.model().terms[term.index]) + "\n";
        if (!arguments.empty()) m_write.rename(Role::term, term.index, name + "(" + arguments + ")");
    }

    std::string jumps() const
    {
        std::string text = "% Rises through 0 at a spike, after which the state is reset\nexcess = @(" + states() + ") "
                           + m_write(m_script.event) + ";\nreset = @(" + states() + ") [";
        for (std::size_t i = 0; i < m_script.start.size(); ++i) {
            std::string after = names().state(i);
            for (const Equation& r : m_script.resets)
                if (r.index == i) after = m_write(r.right);
            text += (i ? "; " : "") + after;
        }
        return text + "];\n";
    }

    const Script& m_script;
    Writer m_write;
    std::string m_terms;
    std::map<std::size_t, std::vector<std::size_t>> m_dependence;
};

constexpr std::string_view smoothRun = R"(watch = @(t, x) deal([x(1) - spikeLevel; x(1) - rearmLevel], [0; 0], [1; -1]);
method = odeset('RelTol', 1e-9, 'AbsTol', 1e-9, 'Refine', 1, 'Events', watch);
state = initial;
spikes = [];
armed = true;
for k = 1:size(pieces, 1)  % the solver begins anew at every edge
  given = pieces{k, 3};
  [t, x, te, xe, ie] = ode45(@(t, x) @right@, [pieces{k, 1:2}], state, method);
  state = x(end, :)';
  for passed = sortrows([te(:), ie(:)])'
    if passed(2) == 1 && armed
      spikes(end + 1) = passed(1);
    end
    armed = passed(2) == 2;
  end
end
)";

constexpr std::string_view jumpingRun = R"(warning('off', 'integrate_adaptive:unexpected_termination');  % a spike ends the solver's run
watch = @(t, x) deal(excess(@elements@), 1, 1);
state = initial;
spikes = [];
heldUntil = -inf;
@start@for k = 1:size(pieces, 1)  % the solver begins anew at every edge
  given = pieces{k, 3};
  first = pieces{k, 1};
  last = pieces{k, 2};
  while first < last
    x = state;
    held = first < heldUntil;
    fires = ~held && excess(@elements@) >= 0;
    if ~fires
      method = odeset('RelTol', 1e-9, 'AbsTol', 1e-9, 'Refine', 1);
      stop = last;
      if held
        stop = min(last, heldUntil);
      else
        method = odeset(method, 'Events', watch);
      end
      free = [~held; ones(numel(state) - 1, 1)];  % in the refractory period the potential stays
      [t, x] = ode45(@(t, x) @right@, [first, stop], state, method);
      fires = t(end) < stop;  % it stops where it reaches its threshold
      if fires && numel(t) > 1  % Octave finds that by a straight line through the last step: again, in hundredths of it
        fine = (t(end) - t(end - 1)) / 100;
        method = odeset(method, 'MaxStep', fine, 'InitialStep', fine);
        [t, x] = ode45(@(t, x) @right@, [t(end - 1), stop], x(end - 1, :)', method);
      end
      first = t(end);
      state = x(end, :)';@measure@
    end
    if fires
      spikes(end + 1) = first;
      x = state;
      state = reset(@elements@);
      heldUntil = first@hold@;
    end
  end
end
)";

constexpr std::string_view silentRun = R"(method = odeset('RelTol', 1e-9, 'AbsTol', 1e-9, 'Refine', 1);
state = initial;
spikes = [];
@start@for k = 1:size(pieces, 1)  % the solver begins anew at every edge
  @restart@given = pieces{k, 3};
  [t, x] = ode45(@(t, x) @right@, [pieces{k, 1:2}], state, method);
  state = x(end, :)';@measure@
end
)";

constexpr std::string_view compareSpikes = R"(fprintf('%d spikes in %g ms:', numel(spikes), duration);
fprintf(' %.6f', spikes(1:min(20, end)));
fprintf('\n');
compared = spikes(spikes <= compareUntil);
if numel(compared) ~= numel(expected)
  error('Rheobase finds %d spikes up to %g ms, and here are %d.', numel(expected), compareUntil, numel(compared));
end
off = max([0, abs(compared - expected)]);
fprintf('At most %.2g ms off those of Rheobase (tolerance %g ms).\n', off, tolerance);
if ~(off <= tolerance)
  error('That is beyond the tolerance.');
end
)";

constexpr std::string_view compareSamples = R"(off = max(abs(measured - expected(:, 2)));
fprintf('@what@: at most %.2g@unit@ off what Rheobase computes (tolerance %g@unit@).\n', off, tolerance);
if ~(off <= tolerance) || ~isempty(spikes)
  error('That is beyond the tolerance.');
end
)";

constexpr std::string_view file = R"(@head@
clear

% Parameters
@parameters@
% The experiment
@experiment@
% What Rheobase computes of it
@expected@
% The equations
@equations@
% The run
@run@
% How far it is off
@compare@)";

/// Takes in what is to be compared with the samples of a stretch that was just solved.
std::string measure(const OctaveText& octave, const Script& script)
{
    std::string values = "x(:, 1)";
    if (script.isClamped()) {
        values = "arrayfun(given, t)";
        for (std::size_t i = 0; i < octave.carried(); ++i) values += ", x(:, " + std::to_string(i + 1) + ")";
        values = "current(" + values + ")";
    }
    return "\n  i = find(expected(:, 1) >= t(1) & expected(:, 1) <= t(end));\n  measured(i, 1) = interp1(t, " + values
           + ", expected(i, 1), 'spline');";
}

std::string runOf(const OctaveText& octave, const Script& script)
{
    const bool samples = !script.expected.samples.empty();
    const auto put = [&](std::string_view pattern) {
        const std::string hold = script.refractory ? " + " + octave.names().parameter(*script.refractory) : "";
        return filled(pattern,
                      {{"right", octave.right()},
                       {"elements", octave.elements()},
                       {"hold", hold},
                       {"restart", script.restarts.empty() ? "" : "if any(restarts == pieces{k, 1})\n    state = initial;\n  end\n  "},
                       {"start", samples ? "measured = zeros(size(expected, 1), 1);\n" : ""},
                       {"measure", samples ? measure(octave, script) : ""}});
    };
    if (script.model().jumps) return put(jumpingRun);
    return put(octave.hasLevel() && !samples ? smoothRun : silentRun);
}

}

const Dialect& octaveDialect() { return dialect; }

std::string writeOctave(const Script& script)
{
    const OctaveText octave(script);
    const Quantity q = octave.quantity();
    const std::string compare = script.expected.samples.empty()
                                    ? std::string(compareSpikes)
                                    : filled(compareSamples, {{"what", script.isClamped() ? "The current of the clamp" : "The potential"},
                                                              {"unit", OctaveText::unitOf(q, " ")}});
    return filled(file, {{"head", octave.head()},
                         {"parameters", octave.parameters()},
                         {"experiment", octave.experiment()},
                         {"expected", octave.expected()},
                         {"equations", octave.equations()},
                         {"run", runOf(octave, script)},
                         {"compare", compare}});
}

}
