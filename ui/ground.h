// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include <cstddef>
#include <span>
#include <vector>

namespace rheobase {

/// The opaque picture under curves. Most of its rows are alike and are kept once: they stay at hand, while a whole picture
/// would have to come from memory in each frame.
class Ground {
public:
    /// Takes a part of a sheet (RGB32).
    void take(const QImage& sheet, const QRect& part);
    /// Stands upright lines at these pixels wherever the sheet has the colour `plain`, in place of those before.
    void rule(std::span<const int> places, QRgb plain, QRgb line);
    QSize size() const { return {m_width, static_cast<int>(m_rows.size())}; }
    /// Row y from pixel x to `end`, with ink (premultiplied) laid over it where there is any; goes to the same pixels of `out`.
    void carry(const QRgb* ink, int x, int end, int y, QRgb* out) const;

private:
    int m_width = 0;
    std::vector<std::size_t> m_rows;    // where each begins in the others
    std::vector<QRgb> m_kinds, m_ruled; // rows that differ; the same with the lines
};

}
