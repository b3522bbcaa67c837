// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run_order.h"
#include "summary.h"
#include "trace.h"

#include <memory>

namespace rheobase {

/// Draws a run into the file that the order names; throws the Failure of a file that cannot be written. Needs no display.
void savePlot(const RunOrder& order, std::shared_ptr<const Trace> trace, const Landmarks& landmarks);

}
