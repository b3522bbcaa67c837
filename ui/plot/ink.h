// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>

#include <cstdint>
#include <span>
#include <vector>

namespace rheobase {

/// A stretch of a column of pixels, downwards; none where the top is below the bottom.
struct Run {
    float top, bottom;
};

/// A round pen that draws the graph of a function of x, column of pixels by column, antialiased. What it draws in a column
/// depends on the columns within its reach only.
class Ink {
public:
    static constexpr int block = 32; ///< columns are drawn at most so many at a time

    /// A column is divided in `parts`, a power of two.
    Ink(QColor colour, double width, int parts);

    /// How many columns beside a column it looks at.
    int reach() const { return m_reach; }
    /// Draws the first columns of a picture (ARGB32_Premultiplied). `runs` are what the line covers without its width in each
    /// part of these columns and of reach() columns on both sides.
    void draw(QImage& image, int count, std::span<const Run> runs);

private:
    void widen(std::span<const Run> runs, int samples);
    void stack(int height, int columns);
    void paint(QImage& image, int columns);

    std::uint32_t m_colour;
    int m_parts, m_reach;
    std::vector<float> m_heights; // of the pen, from its middle outwards in parts
    std::vector<Run> m_narrow, m_wide;
    std::vector<std::int16_t> m_steps; // of coverage, row by row, `block` in a row
    int m_top = 0, m_end = 0;          // rows that have steps
};

}
