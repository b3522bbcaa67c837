// SPDX-License-Identifier: GPL-3.0-or-later
#include "clamp_figure.h"

#include "clamp_picture.h"

#include <QPainter>

#include <algorithm>
#include <memory>
#include <span>
#include <utility>

namespace rheobase {

namespace {

constexpr std::size_t inFull = 2;   // rows as wide as the figure: the command, the whole current
constexpr double rowsOfPeak = 1000; // of a test, that a peak is read from

/// Rows of a scene as they stand in the stage.
void drawRows(QPainter& painter, QSize size, const PlotStyle& style, const ClampScene& scene, const std::vector<std::size_t>& rows)
{
    std::vector<std::unique_ptr<ClampPicture>> made;
    std::vector<ClampPicture*> pictures;
    for (const std::size_t row : rows) {
        pictures.push_back(made.emplace_back(std::make_unique<ClampPicture>()).get());
        pictures.back()->setPlotStyle(style);
        pictures.back()->setScene(scene, row, true);
    }
    align(std::span(pictures).first(inFull));
    const auto currents = std::span(pictures).subspan(inFull);
    const int first = qRound(clampShares[0] * size.height());
    const int second = currents.empty() ? size.height() - first : qRound(clampShares[1] * size.height());
    painter.save();
    pictures[0]->render(painter, {size.width(), first});
    painter.translate(0, first);
    pictures[1]->render(painter, {size.width(), second});
    painter.translate(0, second);
    for (ClampPicture* picture : currents) {
        align({&picture, 1});
        const int width = size.width() / static_cast<int>(currents.size());
        picture->render(painter, {width, size.height() - first - second});
        painter.translate(width, 0);
    }
    painter.restore();
}

}

std::optional<ClampScene> clampScene(const Experiment& experiment, double interval, std::optional<SolverKind> solver,
                                     const std::stop_token& stop)
{
    const auto terms = clampedTerms(*experiment.model);
    const ClampFamily family = clampFamily(experiment, {.interval = interval, .terms = terms, .solver = solver}, stop);
    Experiment alone = experiment;
    VoltageClamp& clamp = alone.clamp;
    clamp.steps = {clamp.steps[std::exchange(clamp.chosen, 0)]};
    const double closer = std::min(interval, clamp.width / rowsOfPeak);
    const ClampFamily chosen = clampFamily(alone, {.interval = closer, .terms = terms, .solver = solver}, stop);
    return stop.stop_requested() ? std::nullopt : std::optional(clampScene(family, chosen));
}

ViewFigure clampFigure(const Experiment& experiment, ClampScene scene, std::vector<std::size_t> rows)
{
    return {experiment,
            [scene = std::move(scene), rows = std::move(rows)](QPainter& painter, QSize size, const PlotStyle& style) {
                if (!scene.rows.empty()) drawRows(painter, size, style, scene, rows);
            },
            {}};
}

}
