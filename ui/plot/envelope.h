// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nice.h"

#include <QPointF>

#include <vector>

namespace rheobase {

class Trace;

/// A column of a trace reduced to what a figure can show, from the last sample before a window to the first one after it: time
/// and value of the least and the greatest sample of each column of pixels, in the order they came. Columns begin at multiples
/// of their `width` in ms.
std::vector<QPointF> envelope(const Trace& trace, std::size_t column, Range window, double width);

}
