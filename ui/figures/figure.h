// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot_rows.h"
#include "strand.h"
#include "theme.h"
#include "trace.h"

#include <QSizeF>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

class QPainter;

namespace rheobase {

struct PlotStyle;

/// A figure of plots of a trace. The live window, exports and `rheobase run --plot` draw the same thing.
struct TraceFigure {
    std::shared_ptr<const Trace> trace{};
    Experiment experiment{};
    std::vector<Strand> strands{};                        ///< the main one last; empty: the trace as it is
    double from = 0, to = 0;                              ///< ms
    std::vector<QString> rows{};                          ///< ids of plots, top to bottom
    std::optional<std::pair<double, double>> potential{}; ///< fixed range in mV; else fitted
    std::optional<double> rest{};                         ///< mV, drawn as a line
    std::optional<double> rheobase{};                     ///< drawn in the plot of the current
    QString caption{};                                    ///< below the plots; none where empty
};

/// A figure of another view, which draws itself over 0,0 … size, in whole pixels.
struct ViewFigure {
    Experiment experiment{};
    std::function<void(QPainter&, QSize size, const PlotStyle&)> draw;
    QString caption{};
};

using FigureContent = std::variant<TraceFigure, ViewFigure>;
inline const Experiment& experimentOf(const FigureContent& content)
{
    return std::visit([](const auto& figure) -> const Experiment& { return figure.experiment; }, content);
}
inline const QString& captionBelow(const FigureContent& content)
{
    return std::visit([](const auto& figure) -> const QString& { return figure.caption; }, content);
}

/// How a figure is drawn. Lengths in points (1/72 inch).
struct FigureStyle {
    const Theme* theme = &lightTheme();
    double fontSize = 8, lineWidth = 0.75;
    bool legend = true;
    bool scaleBars = false; ///< instead of axes and grid; in plots of the trace
};

/// Draws a figure over 0,0 … size, in points: the painter's units are points. Works on any paint device.
void drawFigure(QPainter& painter, QSizeF size, const FigureContent& content, const FigureStyle& style);

}
