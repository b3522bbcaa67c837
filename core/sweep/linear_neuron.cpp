// SPDX-License-Identifier: GPL-3.0-or-later
#include "linear_neuron.h"

#include "all.h"

#include <limits>

namespace rheobase {

namespace {

template<class M> LinearNeuron neuronOf(const double* p)
{
    const auto parameters = parametersFrom<M>(p);
    constexpr double zero = 0;
    const auto slope = [&](double I) { return toArray<double>(rateOfChange<M, double>(stateFrom<M>(&zero), parameters, I))[0]; };
    LinearNeuron n{.a = 0, .b = slope(0), .c = slope(1) - slope(0), .start = 0, .threshold = std::numeric_limits<double>::infinity()};
    detail::jacobian<M>(&zero, p, 0, &n.a);
    detail::start<M>(p, &n.start);
    if constexpr (Jumping<M>) {
        n.threshold = -M::fires(stateFrom<M>(&zero), parameters);
        n.reset = toArray<double>(M::reset(stateFrom<M>(&n.threshold), parameters))[0];
    }
    if constexpr (requires { parameters.t_ref; }) n.refractory = parameters.t_ref;
    return n;
}

template<class... M> LinearNeuronOf find(std::string_view id, ModelList<M...>)
{
    LinearNeuronOf found = nullptr;
    const auto look = [&]<class Candidate>(Candidate*) {
        if constexpr (detail::isLinear<Candidate>())
            if (Candidate::id == id) found = &neuronOf<Candidate>;
    };
    (look(static_cast<M*>(nullptr)), ...);
    return found;
}

}

LinearNeuronOf linearNeuronOf(std::string_view model) { return find(model, Models()); }

}
