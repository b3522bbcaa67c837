// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure.h"

#include <QByteArray>

namespace rheobase {

/// The times of its trace (ms) that a figure shows.
Range timesIn(const TraceFigure& content);
/// What the plots of a figure show, as CSV: a header, and at most `most` rows, which are all or every k-th (then a remark says so).
QByteArray figureTable(const TraceFigure& content, std::size_t most = 100'000);

}
