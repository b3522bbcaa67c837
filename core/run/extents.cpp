// SPDX-License-Identifier: GPL-3.0-or-later
#include "extents.h"

#include <algorithm>

namespace rheobase {

void Extents::add(float value)
{
    m_levels[0].open.include(value);
    ++m_size;
    std::size_t complete = firstBlock; // the size of the block that this sample may complete
    for (std::size_t level = 0; level < levels && m_size % complete == 0; ++level, complete *= factor) {
        const Extent block = m_levels[level].open;
        m_levels[level].blocks.push_back(block);
        m_levels[level].open = {};
        if (level + 1 < levels) m_levels[level + 1].open.include(block);
    }
}

const Extent* Extents::block(std::size_t level, std::size_t index) const
{
    const Level& l = m_levels[level];
    if (index < l.gone || index - l.gone >= l.blocks.size()) return nullptr;
    return &l.blocks[index - l.gone];
}

void Extents::thin(std::size_t level)
{
    Level& l = m_levels[level];
    const std::size_t count = std::min(l.blocks.size(), l.blocks.size() / 10 + 1);
    l.blocks.erase(l.blocks.begin(), l.blocks.begin() + static_cast<std::ptrdiff_t>(count));
    l.gone += count;
}

std::size_t Extents::bytes() const
{
    std::size_t blocks = 0;
    for (const Level& level : m_levels) blocks += level.blocks.size();
    return blocks * sizeof(Extent);
}

}
