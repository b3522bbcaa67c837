// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clamp_scene.h"
#include "plot.h"

namespace rheobase {

/// One row of a clamped membrane over time: one hue from light to full by test potential, the chosen step in amber. A click chooses a step,
/// as do up and down, and with Alt they move it.
class ClampPicture : public Plot {
    Q_OBJECT
public:
    explicit ClampPicture(QWidget* parent = nullptr) : Plot(parent) {}
    /// Lets mouse and keyboard reach it.
    void makeInteractive();

    /// Takes over one row of a scene, in the style as it is; draws nothing.
    void setScene(const ClampScene& scene, std::size_t row, bool hasNumbers);
    const ClampCurves& curvesShown() const { return m_row; }
    /// What stands at the right of the axes needs this.
    int roomAtRight() const;
    /// Where the ring of the chosen step and the word on the holding potential are, in the widget; only in the row of the command.
    QPointF ring() const;
    QRectF numberPlace() const { return number().translated(canvasOffset()); }
    QRectF holdingPlace() const { return holding().translated(canvasOffset()); }

signals:
    void dragStarted();
    void stepDragged(double V); ///< the chosen step is wanted there
    void holdDragged(double V);
    void stepChosen(std::size_t step);
    void nextWanted(int direction);          ///< the next higher (+1) or lower (−1) step
    void nudged(int direction, bool isFine); ///< the chosen step is wanted further up or down

protected:
    void drawInside(QPainter& painter) const override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Grip { none, step, hold };
    bool isCommand() const { return m_index == 0; }
    std::vector<QPointF> pointsOf(const QPolygonF& sweep) const;
    Grip gripAt(QPointF pixel) const;
    std::optional<std::size_t> stepAt(QPointF pixel) const;
    double chosenPotential() const { return m_clamp.steps[m_clamp.chosen]; }
    QPointF handle() const;
    QRectF number() const;
    QRectF holding() const;
    QString holdingWords(bool isShort) const;
    void drawHandle(QPainter& painter) const;
    void drawHolding(QPainter& painter) const;
    void drawNames(QPainter& painter) const;
    void drawPeak(QPainter& painter) const;
    Range whereTailsBegin() const;

    ClampCurves m_row{};
    VoltageClamp m_clamp;
    Range m_test{0, 1};
    Unit m_potentialUnit;
    std::size_t m_index = 0;
    std::vector<std::size_t> m_order;
    Grip m_grip = Grip::none;
    double m_offset = 0; // from the pointer to what it drags, in mV
};

/// Gives rows that stand one below the other the same margins.
void align(std::span<ClampPicture* const> pictures);

}
