// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording.h"

namespace rheobase {

namespace {

std::string withUnit(double value, std::string_view unit) { return shortest(value) + (unit.empty() ? "" : ' ' + std::string(unit)); }

std::string assigned(std::span<const Quantity> table, std::span<const double> values)
{
    std::string text;
    for (std::size_t i = 0; i < table.size(); ++i)
        text += (text.empty() ? "" : ",") + identifier(table[i].symbol) + '=' + withUnit(values[i], table[i].unit);
    return text;
}

std::string written(const Stimulus& stimulus, const Quantity& input)
{
    std::string text;
    for (const StimulusComponent& c : stimulus)
        text += (text.empty() ? "" : " + ") + std::string(c.shape->id) + ':' + assigned(quantities(*c.shape, input), c.values);
    return text.empty() ? "none" : text;
}

std::string written(const Noise& noise, const Quantity& input)
{
    const double values[] = {noise.sigma, noise.tau};
    const auto table = noiseQuantities(noise.kind, input);
    const std::string text(noiseIds[static_cast<std::size_t>(noise.kind)]);
    return table.empty() ? text : text + ':' + assigned(table, std::span(values).first(table.size()));
}

/// "R = 18 MΩ, C = 1 nF": parameters in which two neurons differ.
std::string differing(const Experiment& begin, const Experiment& e)
{
    std::string text;
    for (std::size_t i = 0; i < e.parameters.size(); ++i) {
        if (e.parameters[i] == begin.parameters[i]) continue;
        const Quantity& q = e.model->parameters[i];
        text += (text.empty() ? "" : ", ") + identifier(q.symbol) + " = " + withUnit(e.parameters[i], q.unit);
    }
    return text;
}

}

std::string startBlock(const Experiment& e, const std::vector<std::string>& show)
{
    const Experiment usual = defaultExperiment(*e.model);
    std::string text = "```start\nmodel: " + std::string(e.model->id) + '\n';
    if (e.stimulus != usual.stimulus) text += "stimulus: " + written(e.stimulus, e.model->input) + '\n';
    if (const std::string set = differing(usual, e); !set.empty()) text += "set: " + set + '\n';
    if (e.noise.kind != Noise::Kind::none) text += "noise: " + written(e.noise, e.model->input) + '\n';
    if (e.seed != usual.seed) text += "seed: " + std::to_string(e.seed) + '\n';
    for (const std::string& name : show) text += (&name == show.data() ? "show: " : ", ") + name;
    return text + (show.empty() ? "" : "\n") + "```\n";
}

std::string checkBlock(std::string_view id, std::string_view quantity, double value, double tolerance, std::string_view unit, double run)
{
    std::string text = "```check " + std::string(id) + '\n';
    if (run > 0) text += "run " + withUnit(run, "ms") + ": ";
    text += std::string(quantity) + " = " + withUnit(value, unit);
    if (tolerance > 0) text += " ± " + withUnit(tolerance, unit);
    return text + "\n```\n";
}

std::string actionsFrom(const Experiment& begin, const Experiment& e)
{
    std::string text;
    const auto add = [&](const std::string& action) { text += (text.empty() ? "" : "; ") + action; };
    if (e.model != begin.model) add("model " + std::string(e.model->id));
    const Experiment& from = e.model == begin.model ? begin : defaultExperiment(*e.model);
    if (e.stimulus != from.stimulus) add("stimulus " + written(e.stimulus, e.model->input));
    if (e.noise != from.noise) add("noise " + written(e.noise, e.model->input));
    if (const std::string set = differing(from, e); !set.empty()) add("set " + set);
    if (e.seed != from.seed) add("set seed = " + std::to_string(e.seed));
    return text;
}

}
