// SPDX-License-Identifier: GPL-3.0-or-later
#include "ink.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rheobase {

namespace {

constexpr int full = 256; // coverage of a whole pixel

/// A pixel's four channels times part/255.
std::uint32_t times(std::uint32_t pixel, std::uint32_t part)
{
    std::uint32_t even = (pixel & 0xff00ff) * part, odd = ((pixel >> 8) & 0xff00ff) * part;
    even = ((even + ((even >> 8) & 0xff00ff) + 0x800080) >> 8) & 0xff00ff;
    odd = (odd + ((odd >> 8) & 0xff00ff) + 0x800080) & 0xff00ff00;
    return even | odd;
}

}

Ink::Ink(QColor colour, double width, int parts) : m_colour(qPremultiply(colour.rgba())), m_parts(parts)
{
    const double radius = width / 2 * parts;
    const int count = std::max(parts / 2, static_cast<int>(std::lround(radius))); // at least a pixel aside: bands have no gaps
    for (int i = 0; i < count; ++i) { // measured at the far edge of a part, where a rising line is highest
        const double aside = i == 0 ? 0 : i + 1;
        m_heights.push_back(static_cast<float>(std::sqrt(std::max(0.0, radius * radius - aside * aside)) / parts));
    }
    m_reach = (count + parts - 1) / parts;
}

void Ink::draw(QImage& image, int x, int count, std::span<const Run> runs)
{
    m_steps.resize(static_cast<std::size_t>(image.height() + 2) * block);
    const auto parts = static_cast<std::size_t>(m_parts);
    for (int done = 0; done < count; done += block) {
        const int columns = std::min(block, count - done);
        widen(runs.subspan(static_cast<std::size_t>(done) * parts), columns * m_parts);
        stack(image.height(), columns);
        paint(image, x + done, columns);
    }
}

/// What the pen covers at the left edge of each part.
void Ink::widen(std::span<const Run> runs, int samples)
{
    m_wide.assign(static_cast<std::size_t>(samples), {std::numeric_limits<float>::infinity(), -std::numeric_limits<float>::infinity()});
    const Run* middle = runs.data() + m_reach * m_parts;
    for (int i = 0; i < static_cast<int>(m_heights.size()); ++i)
        for (const Run* from : {middle + i, middle - 1 - i})
            for (Run& wide : m_wide) {
                wide.top = std::min(wide.top, from->top - m_heights[static_cast<std::size_t>(i)]);
                wide.bottom = std::max(wide.bottom, from->bottom + m_heights[static_cast<std::size_t>(i)]);
                ++from;
            }
}

/// Adds what is covered to the steps of coverage.
void Ink::stack(int height, int columns)
{
    const int unit = full / m_parts;
    m_top = height;
    m_end = 0;
    for (int sample = 0; sample < columns * m_parts; ++sample) {
        const Run& run = m_wide[static_cast<std::size_t>(sample)];
        if (!(run.top < static_cast<float>(height) && run.bottom > 0 && run.top < run.bottom)) continue;
        const auto step = [&](float y, int sign) {
            y = std::clamp(y, 0.0F, static_cast<float>(height));
            const int row = static_cast<int>(y), below = static_cast<int>((y - static_cast<float>(row)) * static_cast<float>(unit) + 0.5F);
            std::int16_t* at = &m_steps[static_cast<std::size_t>(row * block + sample / m_parts)];
            at[0] = static_cast<std::int16_t>(at[0] + sign * (unit - below));
            at[block] = static_cast<std::int16_t>(at[block] + sign * below);
            return row;
        };
        m_top = std::min(m_top, step(run.top, 1));
        m_end = std::max(m_end, step(run.bottom, -1) + 2);
    }
}

/// Sums the steps up from row to row and lays the colour over the picture; leaves no steps.
void Ink::paint(QImage& image, int x, int columns)
{
    std::array<std::int16_t, block> cover{};
    const bool isOpaque = m_colour >> 24 == 255;
    for (int row = m_top; row < m_end; ++row) {
        std::int16_t* steps = &m_steps[static_cast<std::size_t>(row * block)];
        for (int i = 0; i < block; ++i)
            cover[static_cast<std::size_t>(i)] = static_cast<std::int16_t>(cover[static_cast<std::size_t>(i)] + steps[i]);
        std::fill_n(steps, block, std::int16_t{0});
        if (row >= image.height()) continue;
        auto* pixels = reinterpret_cast<std::uint32_t*>(image.scanLine(row)) + x;
        for (int i = 0; i < columns; ++i) {
            const int part = cover[static_cast<std::size_t>(i)];
            if (part == 0) continue;
            const std::uint32_t ink = part == full ? m_colour : times(m_colour, static_cast<std::uint32_t>(part));
            pixels[i] = part == full && isOpaque ? ink : ink + times(pixels[i], 255 - (ink >> 24));
        }
    }
}

}
