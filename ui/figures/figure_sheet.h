// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure.h"
#include "file_format.h"

#include <QByteArray>
#include <QSize>

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

/// A raster picture may have so many pixels; more would take gigabytes of memory.
inline constexpr qint64 mostPixels = 200'000'000;

/// A figure, how large and how it is drawn, and the document of its experiment, which every picture carries.
struct FigureSheet {
    const FigureContent& content;
    FigureSize size;
    FigureStyle style;
    QByteArray document{};

    /// The document in the text "rheobase". Nothing where there are too many pixels, or none.
    QByteArray png() const;
    /// The document in <desc>.
    QByteArray svg() const;
    /// One page of exactly the size, the document attached as experiment.rheobase.
    QByteArray pdf() const;

private:
    QString title() const;
    void draw(QPaintDevice& device, double unitsPerPoint, double down = 0) const;
};

/// A format of figures: what draws it, and whether the clipboard offers it.
struct FigureFormat : FileFormat {
    QByteArray (FigureSheet::*drawn)() const;
    bool isPasted;
};
/// Every one, the usual one first.
inline constexpr FigureFormat figureFormats[] = {
    {{"png", "image/png"}, &FigureSheet::png, true},
    {{"svg", "image/svg+xml"}, &FigureSheet::svg, true},
    {{"pdf", "application/pdf"}, &FigureSheet::pdf, false},
};

}
