// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "phase_scene.h"
#include "plot.h"

namespace rheobase {

/// A phase plane as a card: direction field, nullclines, the trajectory with a fading tail, fixed points by shape (filled: stable, open:
/// unstable, half: saddle, dashed: beyond the threshold).
class PhasePicture : public Plot {
    Q_OBJECT
public:
    explicit PhasePicture(QWidget* parent = nullptr) : Plot(parent) {}
    /// Lets mouse and keyboard point at it: arrows move a cross-hair, Return chooses.
    void makeInteractive();

    const PhaseScene& scene() const { return m_scene; }
    /// Takes over what is to be seen; draws nothing.
    void setScene(PhaseScene scene);
    /// Title, legend and axes in the style as it is.
    void dress();
    /// What is pointed at, in values.
    std::optional<QPointF> pointed() const { return m_pointed; }

signals:
    void changed();             ///< has to be drawn again
    void chosen(QPointF value); ///< by a click, or by Return

protected:
    void drawInside(QPainter& painter) const override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

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
    void point(std::optional<QPointF> at, bool byKeys);

    PhaseScene m_scene;
    std::optional<QPointF> m_pointed;
    bool m_byKeys = false;
};

}
