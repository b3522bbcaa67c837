// SPDX-License-Identifier: GPL-3.0-or-later
// A model with one term more than a row of the run has room for: it must not compile, and the compiler says why.
#include "compiled_model.h"

using namespace rheobase;

struct TooMany {
    static constexpr std::string_view id = "too-many", name = "Too many", source = "a test";
    static constexpr Quantity input{"I", "nA", 0, -1, 1, "injected current"};
    template<class R> struct Parameters {};
    template<class R> struct State {
        R V;
    };
    template<class R> struct Terms {
        R all[mostTerms + 1];
    };
    static constexpr auto parameters = emptyTable;
    static constexpr auto state = table<State<double>>({{&State<double>::V, {"V", "mV", 0, -1, 1, "membrane potential"}}});
    static constexpr std::array<Quantity, mostTerms + 1> terms{};
    template<class R> static Terms<R> evaluate(const State<R>&, const Parameters<R>&) { return {}; }
    template<class R> static State<R> derivative(const State<R>&, const Terms<R>&, const Parameters<R>&, const R& I) { return {I}; }
};

const Model model = modelOf<TooMany>();
