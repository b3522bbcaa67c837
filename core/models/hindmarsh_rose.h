// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model_of.h"

namespace rheobase {

/// Bursts in three equations: a spiking pair x, y, and a slow z that switches it off and on. dx/dt = y − a x³ + b x² − z + I,
/// dy/dt = c − d x² − y, dz/dt = r (s (x − x_R) − z). All but time are pure numbers. Hindmarsh & Rose, Proc. R. Soc. Lond. B 221:87 (1984).
struct HindmarshRose {
    static constexpr std::string_view id = "hindmarsh-rose", name = "Hindmarsh–Rose",
                                      source = "Hindmarsh & Rose, Proc. R. Soc. Lond. B 221:87 (1984)";
    static constexpr Quantity input{"I", "", 2, -1, 6, "injected current", Part::injectedCurrent};
    static constexpr double spikeLevel = 0, spikeRearm = 0.1;

    // clang-format off
    template<class R> struct Parameters { R a, b, c, d, s, x_R, r; };
    template<class R> struct State      { R x, y, z; };
    template<class R> struct Terms      { R f; };
    using P = Parameters<double>; using X = State<double>; using T = Terms<double>;

    static constexpr auto parameters = table<P>({
        {&P::a,   Quantity{"a",   "",     1,   0.5,    2, "strength of the cubic", Part::none, Scale::linear, positive}
             .doing("Larger: x is turned back sooner, so that spikes are lower.")},
        {&P::b,   Quantity{"b",   "",     3,     2,    4, "strength of the upstroke"}
             .doing("Larger: x is driven up harder, so that spikes are higher and come more easily.")},
        {&P::c,   Quantity{"c",   "",     1,     0,    2, "drive of y"}
             .doing("The same as more lasting current, by way of y: x is nearer to firing.")},
        {&P::d,   Quantity{"d",   "",     5,     4,    6, "strength of recovery"}
             .doing("Larger: y pulls x down harder after each spike.")},
        {&P::s,   Quantity{"s",   "",     4,     0,    8, "how strongly z follows x"}
             .doing("Larger: z climbs higher during a burst and ends it sooner.")},
        {&P::x_R, Quantity{"x_R", "",  -1.6,    -3,    0, "potential that z is driven from"}
             .doing("Higher: z falls further between bursts, and they come more often.")},
        {&P::r,   Quantity{"r",   "", 0.006, 0.001, 0.05, "how slow z is", Part::none, Scale::logarithmic, positive}
             .doing("Smaller: z is slower, so that bursts and the silence between them last longer.")},
    });
    static constexpr auto state = table<X>({
        {&X::x, {"x", "", -1.6,  -3,  3, "membrane potential", Part::membranePotential}},
        {&X::y, {"y", "",  -12, -30, 10, "spiking variable"}},
        {&X::z, {"z", "",    0,  -5, 10, "slow adaptation"}},
    });
    static constexpr auto terms = table<T>({{&T::f, {"f", "", 0, -100, 100, "fast current (inward)"}}});
    // clang-format on

    template<class R> static Terms<R> evaluate(const State<R>& x, const Parameters<R>& p)
    {
        return {.f = p.b * power<2>(x.x) - p.a * power<3>(x.x)};
    }
    template<class R> static State<R> derivative(const State<R>& x, const Terms<R>& t, const Parameters<R>& p, const R& I)
    {
        return {.x = x.y + t.f - x.z + I, .y = p.c - p.d * power<2>(x.x) - x.y, .z = p.r * (p.s * (x.x - p.x_R) - x.z)};
    }
};

}
