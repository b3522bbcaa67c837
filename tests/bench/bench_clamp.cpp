// SPDX-License-Identifier: GPL-3.0-or-later
// What a drag costs under voltage clamp: a family of 16 test potentials, 30 ms each, of every model that can be clamped; what is read off it;
// the curves every mV; the gate curves. ms of a processor, the least of ten.
#include "catalogue.h"
#include "clamp_measures.h"
#include "gate_curves.h"

#include <cstdio>
#include <ctime>

using namespace rheobase;

namespace {

template<class Work> double leastOfTen(Work work)
{
    double least = 1e9;
    for (int i = 0; i < 10; ++i) {
        const std::clock_t begin = std::clock();
        work();
        least = std::min(least, 1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    }
    return least;
}

/// The ionic currents of a model, which the plots of a clamp need.
std::vector<std::size_t> currentsOf(const Model& model)
{
    std::vector<std::size_t> terms;
    for (std::size_t i = 0; i < model.terms.size(); ++i)
        if (model.terms[i].part == Part::ionicCurrent) terms.push_back(i);
    return terms;
}

}

int main()
{
    std::printf("%-18s %8s %8s %10s %8s %8s\n", "model", "family", "all", "resistance", "I-V", "gates");
    for (const Model& model : catalogue()) {
        if (!clampRefusal(model).empty()) continue;
        const Quantity& V = model.state[0];
        Experiment e = withSteps(defaultExperiment(model), V.min, V.max, 16);
        e.clamp.before = 4;
        e.clamp.after = 6;
        ClampRows currents{.interval = 0.01, .terms = currentsOf(model), .solver = {}}, coarse = currents;
        coarse.interval = 0.05;
        Experiment resisting = e, curve = withSteps(e, V.min, V.max, 161);
        for (const auto& [quantity, member] : clampSettings(model))
            if (member == &VoltageClamp::seriesResistance) resisting.clamp.*member = quantity.max / 20;
        curve.clamp.before = curve.clamp.after = 0;
        std::printf("%-18s %8.2f %8.2f %10.2f %8.2f %8.2f\n", model.id.data(), leastOfTen([&] { clampFamily(e, currents); }),
                    leastOfTen([&] { clampFamily(e, {.interval = 0.01, .terms = {}, .solver = {}}); }),
                    leastOfTen([&] { clampFamily(resisting, currents); }),
                    leastOfTen([&] { currentVoltage(clampFamily(curve, coarse), std::nullopt); }),
                    leastOfTen([&] { gateCurves(model, model.defaults(), V.min, V.max); }));
    }
}
