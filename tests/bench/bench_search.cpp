// SPDX-License-Identifier: GPL-3.0-or-later
// How long searches for thresholds take: at the defaults of each model, and the longest over random values of its sliders, whose ends
// are drawn as often as what is between. Processor time, in ms.
#include "catalogue.h"
#include "rheobase.h"
#include "strength_duration.h"

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>
#include <string>

using namespace rheobase;

namespace {

template<class F> double timeOf(F&& f)
{
    const std::clock_t from = std::clock();
    f();
    return 1e3 * static_cast<double>(std::clock() - from) / CLOCKS_PER_SEC;
}

/// Each parameter at its default, its least, its most or between.
Experiment randomNeuron(const Model& model, std::mt19937& random)
{
    for (;;) {
        Experiment e = defaultExperiment(model);
        for (std::size_t i = 0; i < e.parameters.size(); ++i) {
            const Quantity& q = model.parameters[i];
            const double between = std::uniform_real_distribution(q.min, q.max)(random), values[] = {q.value, q.min, q.max, between};
            e.parameters[i] = values[random() % 4];
        }
        if (problem(e).empty()) return e;
    }
}

std::string told(const Experiment& e)
{
    std::string text;
    for (std::size_t i = 0; i < e.parameters.size(); ++i)
        text += " --set " + identifier(e.model->parameters[i].symbol) + "=" + shortest(e.parameters[i]);
    return text;
}

struct Longest {
    double time = 0;
    std::string where;
    void take(double t, const Experiment& e)
    {
        if (t <= time) return;
        time = t;
        where = told(e);
    }
};

}

int main(int argc, char** argv)
{
    const int neurons = argc > 1 ? std::atoi(argv[1]) : 500;
    std::mt19937 random(1);
    for (const Model& model : catalogue()) {
        if (!model.fires()) continue;
        const std::string name(model.name);
        const Experiment usual = defaultExperiment(model);
        std::printf("%s: rheobase %.2f ms, strength-duration %.2f ms\n", name.c_str(), timeOf([&] { (void)searchRheobase(usual, {}); }),
                    timeOf([&] { (void)strengthDuration(usual, {}); }));
        Longest rheobase, strength;
        for (int i = 0; i < neurons; ++i) {
            const Experiment e = randomNeuron(model, random);
            rheobase.take(timeOf([&] { (void)searchRheobase(e, {}); }), e);
            strength.take(timeOf([&] { (void)strengthDuration(e, {}); }), e);
        }
        std::printf("  longest of %d: rheobase %.0f ms:%s\n", neurons, rheobase.time, rheobase.where.c_str());
        std::printf("  longest of %d: strength-duration %.0f ms:%s\n", neurons, strength.time, strength.where.c_str());
    }
}
