// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "refusal.h"

#include <string>
#include <string_view>
#include <vector>

namespace rheobase {

/// A line of a file.
struct Line {
    std::size_t number; ///< from 1
    std::string text;
};

/// A piece of a lesson's file, in order: the heading of a step, a fenced block, or the text between.
struct Block {
    enum class Kind { heading, fence, prose } kind;
    std::size_t line;
    std::string word;        ///< of a fence, "check"; of a heading, its id
    std::string rest;        ///< what stands behind the word; of a heading, its title; of prose, all of it
    std::vector<Line> lines; ///< of a fence
};

/// A lesson's file, taken apart: `head` is what stands between its two lines of "---". Throws a Refusal of what is no lesson: more than
/// 1 MB, bytes that are no text, HTML, pictures and links that lead elsewhere, fences with an unknown word.
struct Blocks {
    explicit Blocks(std::string_view file);
    std::vector<Line> head;
    std::vector<Block> blocks;
};

}
