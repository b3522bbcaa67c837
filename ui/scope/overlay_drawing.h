// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nice.h"
#include "plot_label.h"

#include <QFont>
#include <QRectF>
#include <QSizeF>
#include <QStringList>

#include <span>

class QPainter;

namespace rheobase {

class TracePlot;

/// The run's time at a place of a plot, and where one is; far outside where it is not shown.
double timeAt(const TracePlot& plot, double x);
double xOf(const TracePlot& plot, double time);
/// From the first to the last time of the run that a plot shows; of its last sweep only.
Range shownTimes(const TracePlot& plot);
Range timesOfLastSweep(const TracePlot& plot);

/// A plot's font, its height in em.
Face overlayFont(const TracePlot& plot, double size, bool bold = false);

/// True where a rectangle of a plot covers one of its curves.
bool coversCurves(const TracePlot& plot, const QRectF& place);

/// A place for something of this size within the axes that covers no curve and nothing of `taken`: where it was, while that is good,
/// else the first from the corners on that covers no words nor what else is `spared` either; empty where there is none.
QRectF freePlace(const TracePlot& plot, QSizeF size, const QRectF& before, std::span<const QRectF> taken = {},
                 std::span<const QRectF> spared = {});

/// How large a box with these lines is, and the box itself. What follows "_" in a word is a subscript.
QSizeF boxSize(const TracePlot& plot, const QStringList& lines);
void drawBox(QPainter& painter, const TracePlot& plot, const QRectF& place, const QStringList& lines);

/// A vertical line from the top of the axes to their bottom, sharp at every scale.
void drawUpright(QPainter& painter, const TracePlot& plot, double x, const QColor& colour, double width,
                 Qt::PenStyle style = Qt::SolidLine);

/// A sentence in lines of about so many letters.
QStringList inLines(const QString& sentence, qsizetype letters);

}
