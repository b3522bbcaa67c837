// SPDX-License-Identifier: GPL-3.0-or-later
#include "sweep_view.h"

#include "session.h"

#include <algorithm>
#include <cmath>

namespace rheobase {

Experiment underConstant(Experiment experiment, double duration)
{
    const double I = operatingCurrent(experiment).value_or(0);
    experiment.stimulus = {component(*stimulusShape("constant"), injected(experiment))};
    experiment.stimulus[0].values = {I};
    experiment.initial.assign(experiment.model->state.size(), std::nullopt);
    experiment.duration = duration;
    return experiment;
}

std::optional<double> operatingCurrent(const Experiment& experiment)
{
    if (experiment.stimulus.empty()) return 0;
    const StimulusComponent& first = experiment.stimulus.front();
    const auto amplitude = indexOf(first.shape->values, Part::amplitude);
    return amplitude ? std::optional(first.values[*amplitude]) : std::nullopt;
}

bool isUnderOperatingCurrent(const Session& session)
{
    const Experiment& experiment = session.experiment();
    const auto I = operatingCurrent(experiment);
    if (!I || (session.isInjecting() && experiment.injection != 0)) return false;
    const auto isConstant = [](const StimulusComponent& c) { return c.shape->id == "constant"; };
    if (experiment.stimulus.size() < 2 && std::ranges::all_of(experiment.stimulus, isConstant)) return true;
    Drive drive(experiment.stimulus);
    drive.seek(session.trace().latestTime());
    return drive.varying().empty() && std::abs(drive.constant() - *I) <= 1e-9 * std::abs(*I);
}

Experiment with(const Experiment& experiment, const std::string& name, double value)
{
    if (!sweptQuantity(experiment, name)) return experiment;
    return experimentAt({experiment, {{name, value, value, 1, false}}}, 0);
}

}
