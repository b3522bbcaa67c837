// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run_order.h"
#include "summary.h"
#include "trace.h"

#include <memory>

namespace rheobase {

/// A run drawn in the format that the order's name asks for; throws the Failure of one that cannot be drawn. Needs no display.
QByteArray plotOf(const RunOrder& order, std::shared_ptr<const Trace> trace, const Landmarks& landmarks);

}
