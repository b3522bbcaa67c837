// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QPointer>
#include <QRectF>

#include <span>

class QPainter;

namespace rheobase {

class TracePlot;
class TraceStack;

/// What is read from a curve, in a box in its plot where it covers no curve; where there is no such place, in a strip above all
/// plots, until look() is called.
class ReadoutBox {
public:
    ReadoutBox(TraceStack& stack, const QString& name);

    /// `parts` stand on lines of their own; three spaces in one are a gap. It covers nothing of `taken`, and what is `spared` only
    /// where it has to.
    void paint(QPainter& painter, const TracePlot& plot, const QStringList& parts, std::span<const QRectF> taken,
               std::span<const QRectF> spared) const;
    /// Looks for a place in the plot again.
    void look();
    /// Says nothing more.
    void clear();
    /// Where it is in the plot; empty while it is in the strip.
    QRectF place() const { return m_place; }
    const QWidget* strip() const { return m_strip; }

private:
    QPointer<QLabel> m_strip;
    mutable QRectF m_place;
};

}
