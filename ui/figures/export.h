// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data_file.h"
#include "figure_sheet.h"
#include "session.h"

#include <QString>

#include <span>

class QMimeData;

namespace rheobase {

/// A figure as PNG, SVG or PDF, by a file name's ending, and what it carries, as saveFigure writes it; empty with one sentence where it
/// cannot be drawn.
QByteArray drawFigure(const QString& path, const FigureContent& content, const FigureSize& size, const FigureStyle& style, QString* error,
                      std::span<const Change> changes = {});

/// Writes a figure as PNG, SVG or PDF, by the name's ending. It carries the whole experiment as a document: PNG in a text
/// chunk, SVG in <desc>, PDF as an attachment. A file appears whole or not at all; then false and one sentence.
bool saveFigure(const QString& path, const FigureContent& content, const FigureSize& size, const FigureStyle& style, QString* error,
                std::span<const Change> changes = {});

/// Writes all spike times in ms as CSV. Errors as in saveFigure.
bool saveSpikes(const QString& path, const Trace& trace, const Experiment& experiment, QString* error,
                std::span<const Change> changes = {});

/// Writes a view's table (a header and rows) as CSV, below the remarks that tell the experiment. Errors as in saveFigure.
bool saveTable(const QString& path, const QByteArray& table, const Experiment& experiment, QString* error,
               std::span<const Change> changes = {});

/// The figure for the clipboard, as PNG and SVG, and its table as CSV and as text for a spreadsheet. The caller owns it.
QMimeData* figureMimeData(const FigureContent& content, const FigureSize& size, const FigureStyle& style, const QByteArray& table,
                          std::span<const Change> changes = {});

}
