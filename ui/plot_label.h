// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QPointF>
#include <QString>

class QPainter;

namespace rheobase {

/// The width of a label in a font: "I_Na = 3 nA" with Na as a subscript.
qreal labelWidth(const QFont& font, const QString& label);

/// Draws a label from a point on its baseline, as words of text on every paint device; what follows "_" in a word is a subscript.
void drawLabel(QPainter& painter, QPointF baseline, const QFont& font, const QString& label);

}
