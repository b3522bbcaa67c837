// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure_window.h"

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

bool isZero(const Piece& piece) { return piece.base == 0 && piece.slope == 0 && piece.amplitude == 0; }

}

MeasureWindow measureWindow(const Stimulus& stimulus, double since, double end, double settle, double rounding)
{
    double from = MeasureWindow::endless, to = -MeasureWindow::endless;
    for (const Piece& piece : piecesOf(stimulus)) {
        const double period = piece.to < MeasureWindow::endless ? stimulus.repeat : 0;
        const double first = period > 0 ? std::max(0.0, std::floor((since - piece.to) / period) + 1) * period : 0;
        const double last = period > 0 ? std::max(0.0, std::ceil((end - piece.from) / period) - 1) * period : 0;
        if (isZero(piece) || piece.to + last <= since || piece.from + first >= end) continue;
        from = std::min(from, std::max(piece.from + first, since));
        to = std::max(to, piece.to + last);
    }
    if (to < from) from = since, to = MeasureWindow::endless;
    MeasureWindow window{.since = since, .from = from, .settled = from, .to = std::min(to, end), .end = end + rounding};
    if (settle > 0 && window.to > from) window.settled = from + settle * (window.to - from);
    if (window.to == end) window.to = window.end;
    return window;
}

}
