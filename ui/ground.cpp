// SPDX-License-Identifier: GPL-3.0-or-later
#include "ground.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

namespace rheobase {

namespace {

// The compiler's vectors: four pixels, and half of their channels with eight bits more of each.
using Pixels __attribute__((vector_size(16))) = std::uint32_t;
using Words __attribute__((vector_size(16))) = std::uint16_t;

/// Lays ink over what is under it; it stays as it is under no ink, and is gone under a full one.
Pixels over(Pixels ink, Pixels under)
{
    const Pixels alpha = ink >> 24U, odd = Pixels{} + 0xff00ffU;
    Pixels rest = 256U - alpha - (alpha >> 7U);
    rest |= rest << 16U;
    const auto low = std::bit_cast<Words>(under & odd) * std::bit_cast<Words>(rest) >> 8;
    const auto high = (std::bit_cast<Words>(under) >> 8) * std::bit_cast<Words>(rest);
    return ink + (std::bit_cast<Pixels>(low) | (std::bit_cast<Pixels>(high) & ~odd));
}

}

void Ground::take(const QImage& sheet, const QRect& part)
{
    m_width = part.width();
    m_rows.clear();
    m_kinds.clear();
    for (int y = part.top(); y <= part.bottom(); ++y) {
        const QRgb* row = reinterpret_cast<const QRgb*>(sheet.constScanLine(y)) + part.left();
        const auto isIt = [&](std::size_t kind) { return std::equal(row, row + m_width, m_kinds.data() + kind); };
        if (!m_rows.empty() && isIt(m_rows.back())) m_rows.push_back(m_rows.back());
        else if (!m_rows.empty() && isIt(0)) m_rows.push_back(0);
        else {
            m_rows.push_back(m_kinds.size());
            m_kinds.insert(m_kinds.end(), row, row + m_width);
        }
    }
    m_ruled = m_kinds;
}

void Ground::rule(std::span<const int> places, QRgb plain, QRgb line)
{
    m_ruled = m_kinds;
    for (std::size_t row = 0; row < m_ruled.size(); row += static_cast<std::size_t>(m_width))
        for (const int x : places)
            if (QRgb& pixel = m_ruled[row + static_cast<std::size_t>(x)]; pixel == plain) pixel = line;
}

void Ground::carry(const QRgb* ink, int x, int end, int y, QRgb* out) const
{
    const QRgb* under = m_ruled.data() + m_rows[static_cast<std::size_t>(y)];
    if (!ink) {
        std::copy(under + x, under + end, out + x);
        return;
    }
    const auto lay = [&](std::size_t count) {
        Pixels above{}, below{};
        std::memcpy(&above, ink, 4 * count);
        std::memcpy(&below, under + x, 4 * count);
        above = over(above, below);
        std::memcpy(out + x, &above, 4 * count);
    };
    for (; x + 4 <= end; x += 4, ink += 4) lay(4);
    if (x < end) lay(static_cast<std::size_t>(end - x));
}

}
