// SPDX-License-Identifier: GPL-3.0-or-later
#include "ink.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>

namespace rheobase {

namespace {

constexpr std::uint16_t full = 256; // coverage of a whole pixel

// The compiler's vectors: the channels of four pixels, and eight bits more of each.
using Bytes __attribute__((vector_size(16))) = std::uint8_t;
using Words __attribute__((vector_size(32))) = std::uint16_t;
using HalfWords __attribute__((vector_size(16))) = std::uint16_t;
using Quads __attribute__((vector_size(16))) = std::uint32_t;
using Longs __attribute__((vector_size(16))) = std::uint64_t;
using Floats __attribute__((vector_size(16))) = float; // two runs

/// Four numbers, each for the four channels of a pixel. Memory written in pieces and read as a whole would take ten times as long.
void spread(const std::int16_t* four, Words& all)
{
    std::uint64_t bits = 0;
    std::memcpy(&bits, four, sizeof bits);
    const auto once = std::bit_cast<HalfWords>(Longs{bits, 0});
    const auto twice = std::bit_cast<Quads>(__builtin_shufflevector(once, once, 0, 8, 1, 9, 2, 10, 3, 11));
    const Quads halves[] = {__builtin_shufflevector(twice, twice, 0, 4, 1, 5), __builtin_shufflevector(twice, twice, 2, 6, 3, 7)};
    std::memcpy(&all, halves, sizeof all);
}

/// Lays a colour over four pixels; `cover` in 1/256.
void lay(const Words& colour, std::uint16_t alpha, const std::int16_t* cover, std::uint8_t* pixels)
{
    Words part;
    spread(cover, part);
    Bytes under;
    std::memcpy(&under, pixels, sizeof under);
    const Words rest = full - ((part * alpha) >> 8);
    under = __builtin_convertvector(((colour * part) >> 8) + ((__builtin_convertvector(under, Words) * rest) >> 8), Bytes);
    std::memcpy(pixels, &under, sizeof under);
}

}

Ink::Ink(QColor colour, double width, int parts) : m_colour(qPremultiply(colour.rgba())), m_parts(parts)
{
    const double radius = width / 2 * parts;
    const int count = std::max(parts / 2, static_cast<int>(std::lround(radius))); // at least a pixel aside: bands have no gaps
    for (int i = 0; i < count; ++i) { // measured at the far edge of a part, where a rising line is highest
        const double aside = i == 0 ? 0.5 : i + 1;
        m_heights.push_back(static_cast<float>(std::sqrt(std::max(0.0, radius * radius - aside * aside)) / parts));
    }
    m_reach = (count + parts - 1) / parts;
}

void Ink::draw(QImage& image, int count, std::span<const Run> runs)
{
    m_steps.resize(static_cast<std::size_t>(image.height() + 2) * block);
    widen(runs, count * m_parts);
    stack(image.height(), count);
    paint(image, count);
}

/// What the pen covers at the left edge of each part.
void Ink::widen(std::span<const Run> runs, int samples)
{
    const auto count = static_cast<std::size_t>(samples), parts = static_cast<std::size_t>(m_parts);
    const std::size_t beside = static_cast<std::size_t>(m_reach) * parts;
    m_narrow.resize(count + 2 * beside);
    std::ranges::transform(runs.first(m_narrow.size()), m_narrow.begin(), [](Run run) {
        return Run{run.top, -run.bottom};
    }); // the least of both
    m_wide.resize(count);
    const Run* middle = m_narrow.data() + beside;
    for (std::size_t at = 0; at < m_wide.size(); at += 2) {
        Floats wide = Floats{} + std::numeric_limits<float>::infinity();
        for (std::size_t i = 0; i < m_heights.size(); ++i)
            for (const Run* from : {middle + at + i, middle + at - 1 - i}) {
                Floats pair;
                std::memcpy(&pair, from, sizeof pair);
                pair -= m_heights[i];
                wide = pair < wide ? pair : wide;
            }
        m_wide[at] = {wide[0], -wide[1]};
        m_wide[at + 1] = {wide[2], -wide[3]};
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
            const int place = static_cast<int>(y * static_cast<float>(unit)), row = place / unit, below = place % unit;
            std::int16_t* at = m_steps.data() + row * block + sample / m_parts;
            at[0] = static_cast<std::int16_t>(at[0] + sign * (unit - below));
            at[block] = static_cast<std::int16_t>(at[block] + sign * below);
            return row;
        };
        m_top = std::min(m_top, step(run.top, 1));
        m_end = std::max(m_end, step(run.bottom, -1) + 2);
    }
}

/// Sums the steps up from row to row and lays the colour over the picture; leaves no steps.
void Ink::paint(QImage& image, int columns)
{
    std::array<std::int16_t, block> cover{};
    std::array<std::uint8_t, 16> last{}; // pixels of the last four where they are fewer
    Words colour;
    for (int i = 0; i < 16; ++i) colour[i] = static_cast<std::uint8_t>(m_colour >> 8 * (i % 4));
    const auto alpha = static_cast<std::uint16_t>(qAlpha(m_colour));
    const std::uint64_t covered = alpha == 255 ? 0x0100010001000100 : 0; // four pixels in which nothing shines through
    const std::array<std::uint32_t, 4> four{m_colour, m_colour, m_colour, m_colour};
    const auto stride = static_cast<std::size_t>(image.bytesPerLine());
    std::uint8_t* pixels = image.bits() + static_cast<std::size_t>(m_top) * stride;
    const int end = std::min(m_end, image.height()), whole = columns / 4 * 4;
    const std::size_t rest = 4 * static_cast<std::size_t>(columns - whole);
    for (int row = m_top; row < end; ++row, pixels += stride) {
        __builtin_prefetch(pixels + 12 * stride, 1); // rows are far from each other in memory
        const std::int16_t* steps = m_steps.data() + row * block;
        for (std::size_t i = 0; i < block; ++i) cover[i] = static_cast<std::int16_t>(cover[i] + steps[i]);
        for (int i = 0; i < whole; i += 4) {
            std::uint64_t bits = 0;
            std::memcpy(&bits, &cover[static_cast<std::size_t>(i)], sizeof bits);
            if (bits == 0) continue;
            if (bits == covered) std::memcpy(pixels + 4 * i, four.data(), sizeof four);
            else lay(colour, alpha, &cover[static_cast<std::size_t>(i)], pixels + 4 * i);
        }
        if (rest == 0) continue;
        std::memcpy(last.data(), pixels + 4 * whole, rest);
        lay(colour, alpha, &cover[static_cast<std::size_t>(whole)], last.data());
        std::memcpy(pixels + 4 * whole, last.data(), rest);
    }
    std::fill(m_steps.begin() + m_top * block, m_steps.begin() + std::max(m_top, m_end) * block, std::int16_t{0});
}

}
