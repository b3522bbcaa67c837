// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot.h"

#include <optional>

namespace rheobase {

/// A plot into which mouse and keyboard point: arrows move what is pointed at, a click or Return chooses it, Escape lets go of it.
class PointedPlot : public Plot {
    Q_OBJECT
public:
    explicit PointedPlot(QWidget* parent = nullptr) : Plot(parent) {}
    /// Lets mouse and keyboard point at it.
    void makeInteractive();
    /// What is pointed at, in values.
    const std::optional<QPointF>& pointed() const { return m_pointed; }

signals:
    void changed();             ///< has to be drawn again
    void chosen(QPointF value); ///< as meant()

protected:
    /// From where an arrow key moves while nothing is pointed at.
    virtual QPointF home() const { return valueAt(axes().center()); }
    /// How far it moves, in parts of the axes; 0: not at all.
    virtual QPointF stride([[maybe_unused]] bool isFine) const { return {}; }
    /// What choosing a place chooses; nothing where there is nothing to choose.
    virtual std::optional<QPointF> meant(QPointF value, [[maybe_unused]] bool isByKeys) const { return value; }
    /// Tells what is pointed at.
    virtual void read() {}
    void point(std::optional<QPointF> value, bool isByKeys = false);
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    std::optional<QPointF> m_pointed;
    bool m_isByKeys = false;
};

}
