// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "phase_scene.h"
#include "pointed_plot.h"

namespace rheobase {

/// A phase plane as a card: direction field, nullclines, the trajectory with a fading tail, fixed points by shape (filled: stable, open:
/// unstable, half: saddle, dashed: beyond the threshold).
class PhasePicture : public PointedPlot {
    Q_OBJECT
public:
    using PointedPlot::PointedPlot;

    const PhaseScene& scene() const { return m_scene; }
    /// Takes over what is to be seen, in the style as it is; draws nothing.
    void setScene(PhaseScene scene);

protected:
    void drawInside(QPainter& painter) const override;
    QPointF home() const override { return m_scene.trail.empty() ? QPointF() : m_scene.trail.back().at; }
    QPointF stride(bool isFine) const override { return isFine ? QPointF(0.002, 0.002) : QPointF(0.02, 0.02); }

private:
    bool isUpright() const { return m_scene.choice.across == 0; } ///< lines of the potential
    std::vector<PhaseLine> shownLines() const;
    QColor colourOfAxis(std::optional<std::size_t> state) const;
    void drawLines(QPainter& painter) const;
    void drawLineLabels(QPainter& painter) const;
    void drawCard(QPainter& painter, const QRectF& box, const QColor& ink, const QString& label) const;
    void drawField(QPainter& painter) const;
    void drawNullclines(QPainter& painter) const;
    void drawTrail(QPainter& painter) const;
    void drawNow(QPainter& painter) const;
    void drawMarks(QPainter& painter) const;
    void drawMark(QPainter& painter, const PhaseMark& mark) const;
    void drawNote(QPainter& painter) const;
    void drawReticle(QPainter& painter) const;

    PhaseScene m_scene;
};

}
