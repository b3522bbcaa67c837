// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure.h"
#include "session.h"

#include <QSizeF>
#include <QString>

#include <span>
#include <utility>

class QMimeData;

namespace rheobase {

/// The size of a figure on paper, and its resolution where it is made of pixels.
struct FigureSize {
    QSizeF millimetres{85, 55};
    double dpi = 300;
    /// Whole pixels of a raster picture.
    QSize pixels() const;
    /// In points (1/72 inch).
    QSizeF points() const { return millimetres * 72 / 25.4; }
};

/// A size that people ask for, with the font that suits it.
struct FigurePreset {
    const char* name; ///< for tr()
    FigureSize size;
    double fontSize, lineWidth; ///< points
};
/// Slide 16:9, one column, two columns.
std::span<const FigurePreset> figurePresets();

/// Writes a figure as PNG, SVG or PDF, by the name's ending. It carries the whole experiment as a document: PNG in a text
/// chunk, SVG in <desc>, PDF as an attachment. A file appears whole or not at all; then false and one sentence.
bool saveFigure(const QString& path, const FigureContent& content, const FigureSize& size, const FigureStyle& style, QString* error,
                std::span<const Change> changes = {});

/// Writes the rows between two times as CSV. Errors as in saveFigure.
bool saveCsv(const QString& path, const Trace& trace, const Experiment& experiment, double from, double to, QString* error, std::span<const Change> changes = {});
/// Writes all spike times in ms as CSV. Errors as in saveFigure.
bool saveSpikes(const QString& path, const Trace& trace, const Experiment& experiment, QString* error, std::span<const Change> changes = {});

/// The figure for the clipboard, as PNG and as SVG. The caller owns it.
QMimeData* figureMimeData(const FigureContent& content, const FigureSize& size, const FigureStyle& style);

}
