// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording.h"

#include "measures.h"
#include "setting.h"
#include "start.h"
#include "text.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace rheobase {

namespace {

using Lines = std::vector<std::pair<std::string, std::string>>; // key and value

std::string withUnit(double value, std::string_view unit) { return shortest(value) + (unit.empty() ? "" : " ") + std::string(unit); }

/// In three digits.
double rounded(double value)
{
    char text[40];
    std::snprintf(text, sizeof text, "%.3g", value);
    return std::strtod(text, nullptr);
}

/// "start=20 ms,amplitude=4 nA"
std::string assignments(std::span<const Quantity> table, std::span<const double> values)
{
    std::string text;
    for (std::size_t i = 0; i < table.size(); ++i)
        text += (i > 0 ? "," : "") + identifier(table[i].symbol) + '=' + withUnit(values[i], table[i].unit);
    return text;
}

std::string written(const Stimulus& stimulus, const Quantity& input)
{
    std::string text;
    for (const StimulusComponent& c : stimulus)
        text += (text.empty() ? "" : " + ") + std::string(c.shape->id) + ':' + assignments(quantities(*c.shape, input), c.values);
    return text.empty() ? "none" : text;
}

std::string written(const Noise& noise, const Quantity& input)
{
    const double values[] = {noise.sigma, noise.tau};
    const auto table = noiseQuantities(noise.kind, input);
    return std::string(noiseIds[static_cast<std::size_t>(noise.kind)]) + (table.empty() ? "" : ":")
           + assignments(table, std::span(values).first(table.size()));
}

/// "-40 mV, -20 mV"
std::string written(std::span<const double> steps, std::string_view unit)
{
    std::string text;
    for (const double step : steps) text += (text.empty() ? "" : ", ") + withUnit(step, unit);
    return text;
}

/// True where both have the same shapes, each once, so that a name means one value.
bool haveSameNames(const Stimulus& a, const Stimulus& b)
{
    if (!std::ranges::equal(a, b, {}, &StimulusComponent::shape, &StimulusComponent::shape)) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        for (std::size_t k = 0; k < i; ++k)
            if (a[i].shape == a[k].shape) return false;
    return true;
}

/// What has to be said to make one experiment of a model another.
Lines between(const Experiment& from, const Experiment& to)
{
    Lines lines;
    Experiment made = from;
    if (!haveSameNames(from.stimulus, to.stimulus)) {
        lines.emplace_back("stimulus", written(to.stimulus, injected(to)));
        made.stimulus = to.stimulus;
    }
    if (from.noise.kind != to.noise.kind) {
        lines.emplace_back("noise", written(to.noise, injected(to)));
        made.noise = to.noise;
    }
    if (from.mode != to.mode) lines.emplace_back("mode", modeIds[static_cast<std::size_t>(to.mode)]);
    made.mode = to.mode;
    if (isClamped(to) && from.clamp.steps != to.clamp.steps) {
        lines.emplace_back("steps", written(to.clamp.steps, testPotential(*to.model).unit));
        made.clamp.steps = to.clamp.steps;
        made.clamp.chosen = 0;
    }
    std::string settings;
    for (const std::string& name : settingNames(to)) {
        if (name == "I" || valueOf(made, name) == valueOf(to, name)) continue;
        settings += (settings.empty() ? "" : ", ") + name + " = " + withUnit(valueOf(to, name), settingOf(to, name)->unit);
    }
    if (!settings.empty()) lines.emplace_back("set", settings);
    return lines;
}

/// The same with the experiment to begin from: the model's own, or the preset of which the least is left to say.
Lines fromAnywhere(const Experiment& to, const Stage& stage)
{
    Lines best{{"model", std::string(to.model->id)}};
    const auto changes = between(defaultExperiment(*to.model), to);
    best.insert(best.end(), changes.begin(), changes.end());
    const auto cost = [](const Lines& lines) {
        std::size_t size = 0;
        for (const auto& [key, value] : lines) size += key.size() + value.size();
        return size;
    };
    for (const std::string& id : stage.presets(*to.model)) {
        Lines lines{{"model", std::string(to.model->id)}, {"preset", id}};
        const auto rest = between(*stage.preset(*to.model, id), to);
        lines.insert(lines.end(), rest.begin(), rest.end());
        if (cost(lines) < cost(best)) best = std::move(lines);
    }
    return best;
}

std::string listed(const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

std::string fenced(std::string_view word, const Lines& lines)
{
    std::string text = "```" + std::string(word) + '\n';
    for (const auto& [key, value] : lines) text += key + ": " + value + '\n';
    return text + "```\n";
}

}

std::string startBlock(const Experiment& experiment, const Scene& scene, const Stage& stage)
{
    Lines lines = fromAnywhere(experiment, stage);
    if (!scene.show.empty()) lines.emplace_back("show", listed(scene.show));
    if (!scene.trigger.empty()) lines.emplace_back("trigger", scene.trigger);
    if (scene.window) lines.emplace_back("window", withUnit(*scene.window, "ms"));
    return fenced("start", lines);
}

bool isSayable(const Experiment& experiment, const Stage& stage)
{
    Block block{Block::Kind::fence, 1, "start", {}, {}};
    for (const auto& [key, value] : fromAnywhere(experiment, stage)) block.lines.push_back({block.lines.size() + 2, key + ": " + value});
    Step step;
    try {
        readStart(block, step, stage);
    } catch (const Refusal&) {
        return false;
    }
    return step.experiment == experiment;
}

std::string actionsBetween(const Experiment& from, const Experiment& to, const Stage& stage)
{
    std::string text;
    for (const auto& [key, value] : from.model == to.model ? between(from, to) : fromAnywhere(to, stage))
        text += (text.empty() ? "" : "; ") + key + ' ' + value;
    return text;
}

std::string clauseOf(const Measure& measure, const MeasuredRun& run, double duration)
{
    const auto value = measure.ofRun ? measure.ofRun(run) : std::nullopt;
    if (!value || !std::isfinite(*value)) return {};
    const std::string_view unit = unitOf(measure, *run.experiment.model);
    const std::string start = "run " + withUnit(duration, "ms") + ": " + std::string(measure.id) + " = ";
    if (unit.empty() && std::floor(*value) == *value) return start + shortest(*value);
    return start + withUnit(rounded(*value), unit) + (*value == 0 ? "" : " ± 5 %");
}

std::string clauseOf(std::string_view reading, double value, double tolerance, std::string_view unit)
{
    return std::string(reading) + " = " + withUnit(rounded(value), unit) + " ± " + withUnit(rounded(tolerance), unit);
}

std::string ghostClause(const Experiment& ghost, const Experiment& present)
{
    if (ghost.model != present.model) return {};
    for (const std::string& name : settingNames(present)) {
        if (name == "I" || !settingOf(ghost, name) || valueOf(ghost, name) == valueOf(present, name)) continue;
        return "ghost.exists with " + name + " = " + withUnit(valueOf(ghost, name), settingOf(ghost, name)->unit);
    }
    return {};
}

std::string checkBlock(std::string_view id, const std::vector<std::string>& clauses, bool isLive)
{
    std::string text = "```check " + std::string(id) + (isLive ? " live" : "") + '\n';
    for (const std::string& clause : clauses) text += clause + '\n';
    return text + "```\n";
}

std::string withSolution(std::string text, std::string_view check, std::string_view actions)
{
    const std::string line = "solution " + std::string(check) + ": " + std::string(actions) + '\n', opening = "```teacher\n";
    const std::size_t block = text.rfind(opening);
    const std::size_t end = block == text.npos ? text.npos : text.find("```", block + opening.size());
    if (end != text.npos) return text.insert(end, line);
    return text + (text.ends_with('\n') ? "" : "\n") + '\n' + opening + line + "```\n";
}

}
