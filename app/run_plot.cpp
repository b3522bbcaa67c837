// SPDX-License-Identifier: GPL-3.0-or-later
#include "run_plot.h"

#include "command_line.h"

namespace rheobase {

void savePlot(const RunOrder& order, const Trace&, const Landmarks&)
{
    throw Failure{Failure::impossible, "cannot write \"" + order.plot + "\": this version does not draw yet."};
}

}
