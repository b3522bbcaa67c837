// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ground.h"
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

/// A picture of curves that scrolls: a frame draws only the columns that are new or have changed.
class TraceImage {
public:
    /// Brings the picture up to date. Returns how many columns it drew.
    int update(std::span<const InkedCurve> curves, const ImageView& view);
    /// What it shows.
    const ImageView& view() const { return m_view; }
    /// Paints it pixel by pixel as far as its ground reaches, its corner at a point.
    void paint(QPainter& painter, QPoint corner, const Ground& ground) const;
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
    void markAll() { m_stale.assign(m_stale.size(), true); }
    void markStale(TimeColumn first, TimeColumn end);
    void markChanges(const Drawn& before, const Drawn& now);
    void findRuns(std::span<const InkedCurve> curves, TimeColumn first, TimeColumn end);
    void draw(TimeColumn first, TimeColumn end);
    int place(TimeColumn column) const;
    int untilNextTile(TimeColumn column) const { return Ink::block - place(column) % Ink::block; }
    std::size_t rowOf(TimeColumn column, int y) const;
    const QRgb* pixel(TimeColumn column, int y) const;

    ImageView m_view;
    QImage m_tiles; // a ring of columns; tiles of Ink::block columns lie below each other, so that each is together in memory
    std::vector<std::uint64_t> m_inked; // of each row of the tiles, a bit for each pixel that may have ink
    std::vector<Drawn> m_curves;
    std::vector<bool> m_stale;            // from the first column on
    std::vector<Ink> m_inks;              // one a curve
    std::vector<int> m_parts;             // of a column, of each curve
    std::vector<std::vector<Run>> m_runs; // of each curve in the columns that are drawn, and beside them
    std::vector<Extent> m_extents;
};

}
