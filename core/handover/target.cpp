// SPDX-License-Identifier: GPL-3.0-or-later
#include "target.h"

#include "syntax.h"

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

using enum Trait;

bool isNoisy(const Script& s) { return !s.isClamped() && s.experiment.noise.kind != Noise::Kind::none && s.experiment.noise.sigma != 0; }

bool hasLevel(const Script& s) { return !s.isClamped() && s.model().hasSpikeLevel(); }

struct FeatureRow {
    Trait feature;
    bool (*isIn)(const Script& script);
    std::string_view sentence; ///< with %1 for the target
};

constexpr FeatureRow features[] = {
    {noise, isNoisy, "%1 has no noise that is held for a step: the script runs without."},
    {seed, isNoisy, "%1 draws other random numbers from the seed: only the number of spikes can be compared."},
    {clamp, [](const Script& s) { return s.isClamped(); }, "%1 cannot be handed a voltage clamp."},
    {seriesResistance, [](const Script& s) { return s.isClamped() && s.experiment.clamp.seriesResistance > 0; },
     "the electrode's series resistance is left out for %1: V is what is commanded."},
    {rearm, [](const Script& s) { return hasLevel(s) && rearmLevel(s.experiment) != s.experiment.spikeLevel; },
     "%1 has no level below which the potential has to be before another spike: each rise through the spike level is one."},
    {countedCrossing, [](const Script& s) { return !s.expected.isEverySpike; },
     "in this experiment the spike level is also passed without a spike, by a membrane that is only charged; %1 takes that for spikes."},
    {publishedScript, [](const Script& s) { return isPublished(s.experiment); },
     "the published script's own steps are left out for %1, which solves the equations themselves: its spikes come at other times."},
    {waves, [](const Script& s) { return std::ranges::any_of(s.segments, [](const Segment& g) { return g.waves.size() > 1; }); },
     "%1 cannot be handed several sine waves at once."},
    {offGrid, isOffGrid, "%1 moves edges of what is given to the nearest step."},
};

bool has(const Script& script, Trait feature) { return std::ranges::find(features, feature, &FeatureRow::feature)->isIn(script); }

Sentence sentence(Trait feature, const Target& target)
{
    return {std::ranges::find(features, feature, &FeatureRow::feature)->sentence, {std::string(target.name)}};
}

const std::vector<Target>& table()
{
    // clang-format off
    static const std::vector<Target> rows{
        {"scipy", "SciPy", "py", "a Python script; needs NumPy and SciPy", pythonDialect, writeScipy,
         {noise, seriesResistance, countedCrossing}, {}},
        {"notebook", "Jupyter notebook", "ipynb", "a notebook with text, equations, sliders and a figure; needs NumPy, SciPy and Matplotlib", pythonDialect, writeNotebook,
         {noise, seriesResistance, countedCrossing}, {}},
        {"brian2", "Brian 2", "py", "a Python script; needs Brian 2", brianDialect, writeBrian2,
         {seed, seriesResistance, countedCrossing, publishedScript, offGrid}, {}},
        {"octave", "Octave and MATLAB", "m", "a script that runs in both", octaveDialect, writeOctave,
         {noise, seriesResistance, countedCrossing, publishedScript}, {}},
        {"neuron", "NEURON", "py", "a Python script; needs NEURON, and a C compiler where the model is not one of NEURON's own", nmodlDialect, writeNeuron,
         {noise, countedCrossing, publishedScript}, {clamp, waves}},
        {"neuroml", "NeuroML 2", "xml", "a LEMS file with its Simulation, for jNeuroML", lemsDialect, writeNeuroml,
         {noise, countedCrossing, publishedScript, offGrid}, {clamp}},
        {"latex", "LaTeX", "tex", "equations and a table of parameters for a paper's methods", nullptr, writeLatex, {}, {}},
        {"markdown", "Markdown", "md", "the same for a handout or a README", nullptr, writeMarkdown, {}, {}},
    };
    // clang-format on
    return rows;
}

}

bool isOffGrid(const Script& s)
{
    return std::ranges::any_of(s.segments, [&](const Segment& segment) {
        const double steps = segment.to / s.experiment.dt;
        return std::abs(steps - std::round(steps)) > 1e-6;
    });
}

std::span<const Target> targets() { return table(); }

const Target* findTarget(std::string_view id)
{
    const auto it = std::ranges::find(targets(), id, &Target::id);
    return it == targets().end() ? nullptr : &*it;
}

std::vector<std::string_view> limits()
{
    std::vector<std::string_view> sentences;
    for (const FeatureRow& row : features) sentences.push_back(row.sentence);
    return sentences;
}

std::vector<Sentence> unsaid(const Script& script, const Target& target)
{
    std::vector<Sentence> sentences;
    for (const Trait feature : target.leavesOut)
        if (has(script, feature)) sentences.push_back(sentence(feature, target));
    return sentences;
}

Handover handOver(const Script& whole, const Target& target)
{
    Script script = whole;
    const bool follows = script.published && std::ranges::find(target.leavesOut, publishedScript) == target.leavesOut.end();
    if (follows) script.expected = *script.published;
    for (const Trait feature : target.refuses)
        if (has(script, feature)) return {{}, {}, sentence(feature, target)};
    if (target.dialect && !script.expected.noFurther.empty()) return {{}, {}, script.expected.noFurther};
    try {
        return {target.write(script), unsaid(script, target), {}};
    } catch (const CannotSay& it) {
        return {{}, {}, it.sentence};
    }
}

}
