// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "picture.h"
#include "session.h"

#include <QString>

#include <functional>
#include <span>

class QMimeData;

namespace rheobase {

/// A size that people ask for, with the font that suits it.
struct FigurePreset {
    const char* name; ///< for tr()
    FigureSize size;
    double fontSize, lineWidth; ///< points
};
/// One column, two columns, slide 16:9.
std::span<const FigurePreset> figurePresets();

/// Writes a figure as PNG, SVG or PDF, by the name's ending. It carries the whole experiment as a document: PNG in a text
/// chunk, SVG in <desc>, PDF as an attachment. A file appears whole or not at all; then false and one sentence.
bool saveFigure(const QString& path, const FigureContent& content, const FigureSize& size, const FigureStyle& style, QString* error,
                std::span<const Change> changes = {});

/// Told the part that is done, 0 … 1; where it answers false the export is given up.
using Progress = std::function<bool(double)>;

/// Writes the rows between two times as CSV, also while the run goes on (up to its time at the call). Errors as in
/// saveFigure; given up by `progress`: false and an empty sentence.
bool saveCsv(const QString& path, const Trace& trace, const Experiment& experiment, double from, double to, QString* error,
             std::span<const Change> changes = {}, const Progress& progress = {});
/// Writes all spike times in ms as CSV. Errors as in saveFigure.
bool saveSpikes(const QString& path, const Trace& trace, const Experiment& experiment, QString* error,
                std::span<const Change> changes = {});

/// The figure for the clipboard, as PNG and as SVG. The caller owns it.
QMimeData* figureMimeData(const FigureContent& content, const FigureSize& size, const FigureStyle& style,
                          std::span<const Change> changes = {});

/// The rows and spikes between two times, and the row on either side: what a figure of that window needs, while the run
/// goes on.
Trace excerpt(const Trace& trace, double from, double to);

}
