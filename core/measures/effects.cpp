// SPDX-License-Identifier: GPL-3.0-or-later
#include "effects.h"

#include <algorithm>

namespace rheobase {

namespace {

/// Where it matters whose conductance or reversal potential it is.
struct OwnersEffect {
    Part part;
    std::string_view owner, text;
};
constexpr OwnersEffect byOwner[] = {
    {Part::conductance, "Na",
     "More sodium channels: the upstroke is steeper and higher, and less current is needed for a spike. Too few, and there is none."},
    {Part::conductance, "K", "More potassium channels: spikes end sooner and dip lower, and more current is needed to fire again."},
    {Part::conductance, "L", "More leak: the membrane is faster and the same current moves V less, so that more is needed to fire."},
    {Part::reversal, "Na", "Where sodium current would hold V: higher, and spikes reach higher, since more drives sodium in."},
    {Part::reversal, "K", "Where potassium current would hold V: lower, and V rests lower and dips deeper after a spike."},
    {Part::reversal, "L",
     "Where the leak alone would hold V: higher, and V rests nearer to threshold, so that less current is needed to fire."},
};

/// Of what is no part of a model.
struct Effect {
    std::string_view symbol, text;
};
constexpr Effect bySymbol[] = {
    {"count", "How many pulses there are; each begins a period after the one before."},
    {"gap", "A longer gap gives the neuron more time to recover before the second pulse."},
    {"frequency", "How often the current swings in a second. A membrane follows slow swings and smooths out fast ones."},
    {"phase", "Where in its swing the sine begins: π/2 is at its top."},
    {"from", "The current at which the ramp begins."},
    {"to", "The current at which the ramp ends. The further it is, the steeper the ramp; slow ramps let a neuron get used to them."},
    {"second", "The strength of the second pulse. What the first one left behind decides whether it is enough."},
    {"offset", "A lasting current around which the sine swings: it holds the neuron nearer to threshold, or farther from it."},
    {"σ", "Stronger noise: V is tossed about more, and spikes come at more irregular times, also below the rheobase."},
    {"k", "How strong the stimulus is for each neuron, in units of its own rheobase: above 1 every one of them fires."},
    {"Δt", "A smaller step follows the equations more closely and takes longer to compute."},
    {"duration", "How long a run lasts that a command makes of this experiment; the neuron here lives on."},
};

constexpr std::string_view byPart(Part part)
{
    switch (part) {
    case Part::capacitance:
        return "More capacitance: more charge for the same potential, so that V moves more slowly and spikes are further apart.";
    case Part::conductance: return "More of these channels: their current pulls V more strongly to their reversal potential.";
    case Part::resistance: return "More resistance: the same current moves V further, and more slowly.";
    case Part::reversal: return "The potential at which this current turns its direction: it pulls V there.";
    case Part::threshold: return "A higher threshold: V has further to go, so that more current is needed, and spikes are further apart.";
    case Part::reset: return "Where V starts again after a spike: lower, and the next spike takes longer.";
    case Part::refractoryPeriod:
        return "How long V is held after a spike: longer, and the neuron can fire less often, however strong the current.";
    case Part::temperature:
        return "Warmer: gates move faster, three times for each 10 °C, and spikes are shorter and lower, until there are none.";
    case Part::injectedCurrent:
    case Part::amplitude:
        return "More current moves V up, and beyond the rheobase the neuron fires, the faster the more. Below 0 it is held down.";
    case Part::furtherAmplitude: return "The strength of what follows.";
    case Part::baseline: return "The current before, or around which the rest swings.";
    case Part::onset: return "When it comes on, counted from the start of the run.";
    case Part::end: return "When it goes off, counted from the start of the run.";
    case Part::width: return "How long a pulse lasts: a longer one brings more charge, so that less current is enough.";
    case Part::period:
        return "From one onset to the next: shorter, and the neuron has less time to recover, so that pulses add up or fail.";
    case Part::membranePotential:
        return "Where V begins when the run is restarted: away from rest, the first spike comes earlier or later.";
    case Part::timeConstant: return "How long the noise remembers: longer, and it drifts instead of jittering.";
    default: return {};
    }
}

}

std::string_view effectOf(const Quantity& q)
{
    if (!q.effect.empty()) return q.effect;
    const auto isOwned = [&](const OwnersEffect& e) { return e.part == q.part && e.owner == owner(q); };
    if (const auto it = std::ranges::find_if(byOwner, isOwned); it != std::end(byOwner)) return it->text;
    if (const auto it = std::ranges::find(bySymbol, q.symbol, &Effect::symbol); it != std::end(bySymbol)) return it->text;
    if (q.part == Part::none && q.symbol == "τ") return byPart(Part::timeConstant); // of noise
    return byPart(q.part);
}

}
