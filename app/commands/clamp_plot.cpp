// SPDX-License-Identifier: GPL-3.0-or-later
#include "clamp_plot.h"

#include "clamp_figure.h"
#include "offscreen.h"

#include <algorithm>

namespace rheobase {

namespace {

constexpr double mostRows = 8000; // of a step
constexpr QSizeF usual(120, 110); // mm

}

QByteArray plotOf(const ClampOrder& order, const std::stop_token& stop)
{
    const Offscreen application;
    const double interval = std::max(order.interval(), lengthOf(order.experiment.clamp) / mostRows);
    auto scene = clampScene(order.experiment, interval, order.solver, stop);
    if (!scene) return {};
    const std::size_t rows = std::min(scene->rows.size(), 2 + mostClampCurrents);
    std::vector<std::size_t> shown(rows);
    for (std::size_t i = 0; i < rows; ++i) shown[i] = i;
    return drawn(order.plot, clampFigure(order.experiment, std::move(*scene), std::move(shown)), usual);
}

}
