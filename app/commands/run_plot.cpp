// SPDX-License-Identifier: GPL-3.0-or-later
#include "run_plot.h"

#include "offscreen.h"
#include "strength_duration.h"

#include <cmath>

namespace rheobase {

namespace {

TraceFigure contentOf(const RunOrder& order, std::shared_ptr<const Trace> trace, const Landmarks& landmarks)
{
    const double end = order.experiment.duration > 0 ? order.experiment.duration : order.experiment.dt;
    TraceFigure content{.trace = std::move(trace),
                        .experiment = order.experiment,
                        .from = 0,
                        .to = end,
                        .rows = {},
                        .potential = {},
                        .rest = landmarks.rest,
                        .rheobase = {},
                        .caption = {}};
    for (const PlotRow& row : plotRows(*order.experiment.model))
        if (row.shownAtFirst) content.rows.push_back(row.id);
    const bool isPulse = pulseWidthOf(order.experiment.stimulus).has_value(); // then the rheobase would mislead
    if (!isPulse && landmarks.rheobase && std::isfinite(landmarks.rheobase->sustained)) content.rheobase = landmarks.rheobase->sustained;
    return content;
}

}

QByteArray plotOf(const RunOrder& order, std::shared_ptr<const Trace> trace, const Landmarks& landmarks)
{
    const Offscreen application;
    const TraceFigure content = contentOf(order, std::move(trace), landmarks);
    return drawn(order.plot, content, QSizeF(85, 27.5 * static_cast<double>(content.rows.size())));
}

}
