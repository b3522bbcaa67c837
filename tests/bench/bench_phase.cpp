// SPDX-License-Identifier: GPL-3.0-or-later
// What a phase plane of the squid axon costs anew: a frame has 16 ms.
#include "catalogue.h"
#include "phase.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>

using namespace rheobase;

namespace {

/// Prints the least time of many.
void cost(const char* what, auto work)
{
    using Clock = std::chrono::steady_clock;
    double least = INFINITY;
    for (int i = 0; i < 50; ++i) {
        const auto from = Clock::now();
        work();
        least = std::min(least, std::chrono::duration<double, std::micro>(Clock::now() - from).count());
    }
    std::printf("%-24s %8.0f µs\n", what, least);
}

}

int main()
{
    const Model& squid = *findModel("hodgkin-huxley");
    const auto p = squid.defaults();
    const std::vector<double> x{-60, 0.1, 0.5, 0.4};
    const auto nullclines = [&](Rest rest) { PhasePlane(squid, p, 10, x, {0, -100, 60}, {3, 0, 1}, rest).nullclines(); };
    cost("fixed points", [&] { fixedPoints(squid, p, 10); });
    cost("changes of stability", [&] { stabilityChanges(squid, p); });
    cost("nullclines, held", [&] { nullclines(Rest::held); });
    cost("nullclines, following", [&] { nullclines(Rest::followsPotential); });
}
