// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ink.h"
#include "trace_columns.h"

#include <QColor>
#include <QImage>

#include <array>
#include <span>
#include <vector>

class QPainter;

namespace rheobase {

/// A curve with its look.
struct InkedCurve {
    TraceCurve curve;
    QColor colour;
    double width = 1; ///< in the image's pixels

    bool operator==(const InkedCurve&) const = default;
};

/// What an image of curves shows.
struct ImageView {
    QSize size;           ///< pixels
    double ratio = 1;     ///< of them to those of the widget
    double column = 1;    ///< ms a pixel
    TimeColumn first = 0; ///< at the left edge
    Range values;         ///< at the lower and the upper edge

    bool operator==(const ImageView&) const = default;
};

/// What curves are drawn on: rows of one colour each, and lines of a grid that scroll with the curves. It is a part of the
/// picture, so that a frame is nothing but a copy.
struct Ground {
    std::vector<QRgb> rows;        ///< from above; where there are none, nothing is under the curves
    std::vector<TimeColumn> lines; ///< columns that are a line, in order
    QRgb paper = 0, line = 0;      ///< lines are seen in rows of the colour of the paper
};

/// A picture of curves that scrolls: a frame draws only the columns that are new or have changed.
class TraceImage {
public:
    /// Brings the picture up to date. Returns how many columns it drew.
    int update(std::span<const InkedCurve> curves, const ImageView& view, const Ground& ground = {});
    /// What it shows.
    const ImageView& view() const { return m_view; }
    /// Paints it, with its ground, pixel by pixel as far as the axes reach.
    void paint(QPainter& painter, const QRect& axes) const;
    /// A copy from left to right.
    QImage image() const;

private:
    /// A curve as it was drawn.
    struct Drawn {
        InkedCurve curve;
        std::uint64_t run = 0;
        std::array<double, 3> ends{}; // of what is left of it, of its rows, of what is there; the plot's time
    };
    static Drawn drawn(const InkedCurve& curve);
    void begin(const ImageView& view);
    void stand(const Ground& ground);
    void markAll() { m_stale.assign(m_stale.size(), true); }
    void markStale(TimeColumn first, TimeColumn end);
    void markChanges(const Drawn& before, const Drawn& now);
    void findRuns(std::span<const InkedCurve> curves, TimeColumn first, TimeColumn end);
    void draw(TimeColumn first, TimeColumn end);
    void clearBlock(TimeColumn column, int count);
    int place(TimeColumn column) const;

    ImageView m_view;
    Ground m_ground;
    QImage m_ring;  // of columns
    QImage m_block; // those that are drawn, together in memory
    std::vector<Drawn> m_curves;
    std::vector<bool> m_stale;            // from the first column on
    std::vector<Ink> m_inks;              // one a curve
    std::vector<int> m_parts;             // of a column, of each curve
    std::vector<std::vector<Run>> m_runs; // of each curve in the columns that are drawn, and beside them
    std::vector<Extent> m_extents;
};

}
