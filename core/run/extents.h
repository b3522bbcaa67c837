// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <deque>
#include <limits>

namespace rheobase {

/// The least and the greatest of some values; of none, `least` is above `most`.
struct Extent {
    float least = std::numeric_limits<float>::infinity();
    float most = -std::numeric_limits<float>::infinity();

    /// Widens it to hold a value; one that is no number is passed over.
    void include(float value)
    {
        if (value < least) least = value;
        if (value > most) most = value;
    }
    void include(const Extent& other)
    {
        if (other.least < least) least = other.least;
        if (other.most > most) most = other.most;
    }
    bool empty() const { return least > most; }
    bool operator==(const Extent&) const = default;
};

/// Least and greatest values of the blocks of a long series, in levels: blocks of 64 samples, of 8 such blocks, and so on. A
/// block begins at a multiple of its size, counted from the first sample ever.
class Extents {
public:
    static constexpr std::size_t firstBlock = 64, factor = 8, levels = 9;
    /// How many samples a block of a level has.
    static constexpr std::size_t blockOf(std::size_t level)
    {
        std::size_t size = firstBlock;
        while (level-- > 0) size *= factor;
        return size;
    }

    void add(float value);
    /// How many samples have been added.
    std::size_t size() const { return m_size; }
    /// A block that is complete and still there; null otherwise.
    const Extent* block(std::size_t level, std::size_t index) const;
    /// The first sample that a level still tells of.
    std::size_t firstOf(std::size_t level) const { return m_levels[level].gone * blockOf(level); }
    /// Gives up a level's oldest tenth.
    void thin(std::size_t level);
    std::size_t bytes() const;

private:
    struct Level {
        std::deque<Extent> blocks;
        std::size_t gone = 0; // blocks given up
        Extent open;          // of the block that is not complete
    };
    std::array<Level, levels> m_levels;
    std::size_t m_size = 0;
};

}
