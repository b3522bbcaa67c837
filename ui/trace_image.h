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

/// A picture of curves that scrolls: a frame draws only the columns that are new or have changed.
class TraceImage {
public:
    /// Brings the picture up to date. Returns how many columns it drew.
    int update(std::span<const InkedCurve> curves, const ImageView& view);
    /// Lays it over what is painted, its corner at a point.
    void paint(QPainter& painter, QPointF corner) const;
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
    void clear(TimeColumn first, TimeColumn end);
    void draw(const InkedCurve& curve, Ink& ink, TimeColumn first, TimeColumn end);
    int place(TimeColumn column) const; // where a column is in the image

    ImageView m_view;
    QImage m_image; // a ring of columns
    std::vector<Drawn> m_curves;
    std::vector<bool> m_stale; // from the first column on
    std::vector<Ink> m_inks;   // one a curve
    std::vector<Extent> m_extents;
    std::vector<Run> m_runs;
};

}
