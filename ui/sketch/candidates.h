// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sketch.h"

#include <QIcon>
#include <QString>

#include <vector>

namespace rheobase {

/// A curve to choose instead of drawing, in parts of the axes, and what it is called.
struct Candidate {
    Stroke parts;
    QString name;
};

inline constexpr std::size_t mostCandidates = 4;

/// Those that a sketch brings along; else four shapes that people draw on such axes.
std::vector<Candidate> candidatesOf(const Sketch& sketch);
/// A small picture of one, with its digit.
QIcon pictureOf(const Sketch& sketch, const Candidate& candidate, int digit);

}
