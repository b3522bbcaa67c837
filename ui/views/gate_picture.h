// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gate_scene.h"
#include "pointed_plot.h"

namespace rheobase {

/// One card of the curves of gates, with the neuron's potential as an upright line: rings where the curves are there, dots where the gates
/// are now.
class GatePicture : public PointedPlot {
    Q_OBJECT
public:
    explicit GatePicture(QWidget* parent = nullptr) : PointedPlot(parent) {}

    /// Takes over one card of a scene, in the style as it is; the lowest one numbers the axis. Draws nothing.
    void setScene(const GateScene& scene, std::size_t card, bool isLowest);
    /// What is read at a potential, a line each.
    QStringList linesAt(double V) const;

protected:
    void drawInside(QPainter& painter) const override;
    QPointF stride(bool isFine) const override { return {isFine ? 0.005 : 0.05, 0}; }
    QPointF home() const override { return {m_potential, 0}; }
    std::optional<QPointF> meant(QPointF, bool) const override { return std::nullopt; }

private:
    void drawNow(QPainter& painter) const;
    void drawDot(QPainter& painter, QPointF at, const QColor& colour, bool isFilled) const;

    GateCard m_card;
    std::vector<QColor> m_colours; // of its lines
    Quantity m_across;             // V
    double m_potential = 0;
};

/// Gives cards that stand one below the other the same margins.
void align(std::span<GatePicture* const> pictures);

}
