// SPDX-License-Identifier: GPL-3.0-or-later
#include "support.h"

#include <boost/numeric/odeint/integrate/integrate_adaptive.hpp>
#include <boost/numeric/odeint/stepper/generation.hpp>
#include <boost/numeric/odeint/stepper/runge_kutta_fehlberg78.hpp>

namespace rheobase {

std::vector<double> integrated(const Model& model, std::span<const double> parameters, std::vector<double> x, double from, double to,
                               const std::function<double(double)>& input)
{
    namespace odeint = boost::numeric::odeint;
    using State = std::vector<double>;
    const auto system = [&](const State& y, State& dydt, double t) {
        model.derivative(y.data(), parameters.data(), input(t), dydt.data());
    };
    const auto stepper = odeint::make_controlled<odeint::runge_kutta_fehlberg78<State>>(1e-13, 1e-13);
    odeint::integrate_adaptive(stepper, system, x, from, to, 1e-3);
    return x;
}

}
