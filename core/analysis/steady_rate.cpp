// SPDX-License-Identifier: GPL-3.0-or-later
#include "steady_rate.h"

#include "rheobase.h"

namespace rheobase {

std::optional<double> steadyRate(const Model& model, std::span<const double> parameters, double I)
{
    const Symbol interval = model.interval();
    const auto rheobase = statedRheobase(model, parameters);
    if (!interval || !rheobase) return std::nullopt;
    if (!(I > rheobase->spike)) return 0;
    return 1000 / evaluate(interval, {parameters, {}, {}, model.derivedFrom(parameters), I});
}

}
