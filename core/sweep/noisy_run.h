// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "closed_form.h"

namespace rheobase {

/// Answers points of linear models under constant currents and noise with the exact solver, side by side; null for other sweeps.
/// To 1e-9 relative what single runs give: a step is one product and one sum, which round otherwise than the closed form does.
ClosedForm noisyRunOf(const Grid& grid);

}
