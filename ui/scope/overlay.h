// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QString>
#include <Qt>

#include <optional>
#include <vector>

class QKeyEvent;
class QMouseEvent;
class QPainter;

namespace rheobase {

class TracePlot;

/// Something that lies over the plots of a stack and can be taken by the mouse or moved by keys: cursors, a ruler, markers,
/// a level. All places are in the coordinates of the plot's widget.
class Overlay {
public:
    virtual ~Overlay() = default;
    /// Paints itself over the curves of a plot.
    virtual void paint(QPainter& painter, const TracePlot& plot) const = 0;
    /// The shape of the mouse where it can take something; empty where there is nothing to take.
    virtual std::optional<Qt::CursorShape> hover(const TracePlot&, QPointF) { return std::nullopt; }
    /// True where it takes the press of a button; of the left one it hears then until it is let go.
    virtual bool press(TracePlot&, const QMouseEvent&) { return false; }
    virtual void move(TracePlot&, QPointF) {}
    virtual void release(TracePlot&, QPointF) {}
    /// True where it takes the key, pressed in a plot.
    virtual bool key(TracePlot&, const QKeyEvent&) { return false; }
    /// Where it has words, which the pointer's own must not cover.
    virtual std::vector<QRectF> wordsIn(const TracePlot&) const { return {}; }
    /// What it shows, for a screen reader; empty where it shows nothing.
    virtual QString words() const { return {}; }
};

}
