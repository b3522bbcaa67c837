// SPDX-License-Identifier: GPL-3.0-or-later
#include "meanings.h"

#include <algorithm>

namespace rheobase {

namespace {

constexpr Meaning known[] = {
    {"spike",
     "A spike of a smooth neuron comes where its potential crosses the spike level upwards, having been below the level that arms it again "
     "(10 mV lower, unless its model or the experiment says otherwise), and if the potential has sped up on its way since it was armed or "
     "since the last edge of the stimulus: an upstroke does, a membrane that is only charged does not. A neuron with a threshold and a "
     "reset "
     "spikes where it is reset; of more than 10,000 spikes in a millisecond the run says that it diverged."},
    {"rate", "The firing rate is 1000 over the mean inter-spike interval in ms while the stimulus is on, since the last change of the "
             "experiment; the "
             "mean rate is the number of spikes in that time, divided by its length. What swings without spikes has no rate: it oscillates "
             "below the "
             "spike level."},
    {"latency",
     "Latency is counted from the last onset of the stimulus at or before a spike to that spike; an onset is where the current begins or "
     "grows."},
    {"threshold", "A threshold (rheobase, strength and duration) is the least current that makes a neuron at rest spike, and is told where "
                  "the response is "
                  "all or none: near it the peak of the potential over rest grows at least ten times as fast as the current, in parts of "
                  "each. Elsewhere "
                  "the response is graded, and there is none. A rheobase below 0 belongs to a neuron that fires without input."},
    {"rest", "Rest is the lowest stable potential without input, with every state at its value there. A run begins at rest where there is "
             "one, else "
             "at the potential of the model's table."},
};

struct Told {
    std::string_view measure, word;
};
constexpr Told told[] = {{"spikes", "spike"},
                         {"spike.first", "spike"},
                         {"spike.last", "spike"},
                         {"rate", "rate"},
                         {"mean-rate", "rate"},
                         {"oscillation", "rate"},
                         {"latency", "latency"},
                         {"rheobase", "threshold"},
                         {"chronaxie", "threshold"},
                         {"rheobase.sustained", "threshold"},
                         {"rest", "rest"}};

}

std::span<const Meaning> meanings() { return known; }

const Meaning* meaningOf(std::string_view measure)
{
    const auto it = std::ranges::find(told, measure, &Told::measure);
    return it == std::end(told) ? nullptr : &*std::ranges::find(known, it->word, &Meaning::word);
}

}
