// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QPointF>
#include <QString>

#include <algorithm>
#include <cstddef>
#include <functional>

class QPainter;

namespace rheobase {

/// A font of labels, and the least height of letters in px, which subscripts keep, too.
class Face : public QFont {
public:
    Face(const QFont& font, int height = 1) : QFont(font), least(height) {}
    int least;
};

/// The width of a label in a font: "I_Na = 3 nA" with Na as a subscript.
qreal labelWidth(const Face& font, const QString& label);

/// Draws a label from a point on its baseline, as words of text on every paint device; what follows "_" in a word is a subscript.
void drawLabel(QPainter& painter, QPointF baseline, const Face& font, const QString& label);

/// Moves labels, in order of their height, so that each is so far below the one before, and none below `bottom`.
template<class Labels, class Height> void keepApart(Labels& labels, Height height, double apart, double bottom)
{
    for (std::size_t i = 1; i < labels.size(); ++i)
        std::invoke(height, labels[i]) = std::max(std::invoke(height, labels[i]), std::invoke(height, labels[i - 1]) + apart);
    for (std::size_t i = labels.size(); i-- > 0; bottom -= apart)
        std::invoke(height, labels[i]) = std::min(std::invoke(height, labels[i]), bottom);
}

}
