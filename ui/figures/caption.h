// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "experiment.h"

#include <QString>

namespace rheobase {

/// An experiment in words for below its figure: model, parameters that are not at their default, stimulus, noise.
/// "Leaky integrate-and-fire, R 14 MΩ. Constant current, amplitude 2.4 nA."
QString captionOf(const Experiment& experiment);

}
