// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure_sheet.h"

#include <vector>

namespace rheobase {

/// A size that people ask for and what suits it, under a name.
struct FigurePreset {
    QString name;
    FigureSize size;
    FigureStyle style{};
    bool inPixels = false;   ///< its size is told in pixels
    double heightOfPlot = 0; ///< mm; with more plots of the trace than its height has room for it grows, where this is given
};

/// One column, two columns, slide 16:9, poster. Of their style only the sizes count.
std::vector<FigurePreset> figurePresets();

/// Those that the user saved, in order of their names.
std::vector<FigurePreset> ownPresets();
/// Keeps a preset between runs; it replaces the one of the same name.
void saveOwnPreset(const FigurePreset& preset);
void removeOwnPreset(const QString& name);

}
