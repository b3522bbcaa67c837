// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "columns.h"
#include "plot.h"
#include "plot_rows.h"
#include "strand.h"

#include <optional>
#include <vector>

namespace rheobase {

/// How far above the threshold a plot draws a spike that is but a reset, in mV.
inline constexpr double spikeHeight = 80;

/// A current that a plot marks, with its name.
struct CurrentMark {
    QString name;
    double value;
};

/// The lines of a potential's plot: one for each parameter in its unit, and the resting potential where none of them is it.
std::vector<Guide> potentialGuides(const Experiment& experiment, std::optional<double> rest, const Theme& theme);
/// The lines of a current's plot; labels stand away from the current as it is `now`.
std::vector<Guide> currentGuides(const Model& model, std::span<const CurrentMark> marks, double now, const Theme& theme);

/// Puts one row of a stack into a Plot: title, curves, spikes. Window and figures share it.
class TraceRow {
public:
    TraceRow(const Model& model, PlotRow row) : m_model(&model), m_columns(model), m_row(std::move(row)) {}

    const PlotRow& row() const { return m_row; }
    bool isPotential() const { return m_row.id == u"potential"; }
    bool isCurrent() const { return m_row.id == u"current"; }
    /// Gives the plot its title and the curves of these strands; the last one is the main one.
    void dress(Plot& plot, std::span<const Strand> strands);
    /// Shows a stretch of the plot's time; dresses the plot where strands have changed. A plot that is not interactive gets
    /// points, thinned to columns of `width` ms.
    void show(Plot& plot, std::span<const Strand> strands, Range window, double width);
    /// Least and greatest value to show: of what was last shown of the main strand's trace, of the guides, of spikes.
    Range extent(const Experiment& experiment, std::span<const Guide> guides) const;
    /// The same from one round number to another; [0, 1] for what is a fraction.
    Range fittingRange(const Experiment& experiment, std::span<const Guide> guides) const;
    /// The place of a column among the curves of the plot, on the main strand; −1 where it is not shown.
    int curveOf(int column) const;
    /// The column that a curve of the main strand shows; −1 of others.
    int columnOf(int curve) const;

private:
    bool drawsSpikes() const { return isPotential() && m_model->spikesAreDrawn(); }
    std::size_t curvesBeforeMain() const;
    void showTraces(Plot& plot) const;
    void showPoints(Plot& plot, double width) const;
    std::vector<QPointF> spikes(const Strand& strand, double width) const;
    Range shownPart(const Strand& strand) const;

    const Model* m_model;
    Columns m_columns;
    PlotRow m_row;
    std::vector<Strand> m_strands;
    Range m_window;
    bool m_isLive = false; // its plot shows traces, not points
};

}
