// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "overlay.h"

#include <QCoreApplication>
#include <QRectF>

namespace rheobase {

class Ghosts;
class Timebase;

/// Says in the plot of the potential what sweeps, kept traces and cursors are laid by: what stands at t = 0 under a trigger, how kept traces
/// lie beside a run that scrolls. A click changes it.
class ZeroChip : public Overlay {
    Q_DECLARE_TR_FUNCTIONS(ZeroChip)
public:
    explicit ZeroChip(Timebase& base) : m_base(base) {}
    /// They have to outlive it.
    void setGhosts(Ghosts& ghosts) { m_ghosts = &ghosts; }

    /// Where a plot has it; empty where it has none.
    QRectF placeIn(const TracePlot& plot) const;
    QString words() const override { return m_words; }
    void paint(QPainter& painter, const TracePlot& plot) const override;
    std::optional<Qt::CursorShape> hover(const TracePlot& plot, QPointF at) override;
    bool press(TracePlot& plot, const QMouseEvent& event) override;

private:
    QString textIn(const TracePlot& plot) const;

    Timebase& m_base;
    Ghosts* m_ghosts = nullptr;
    mutable QRectF m_place;
    mutable QString m_words;
};

}
