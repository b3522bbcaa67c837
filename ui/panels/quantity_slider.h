// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quantity.h"

#include <QColor>
#include <QElapsedTimer>
#include <QWidget>

#include <optional>
#include <vector>

namespace rheobase {

/// A mark on a slider: where, what it means, and whether it is the main one.
struct SliderTick {
    double value;
    QString label;
    bool strong = true;
};

/// A slider over real numbers, linear or logarithmic, with marks, near which it is finer. What it yields is rounded to what the hand can
/// resolve there.
class QuantitySlider : public QWidget {
    Q_OBJECT
public:
    explicit QuantitySlider(const Quantity& quantity, QWidget* parent = nullptr);

    double value() const { return m_value; }
    /// Shows a value; the range widens where it must, and comes back where the next one from elsewhere does not need it.
    void setValue(double value);
    void setTicks(std::vector<SliderTick> ticks);
    /// Limits of the hand within the range, where another quantity sets them.
    void setBounds(double least, double most);
    /// The colour of the filled part, by the symbol of a quantity; accent by default.
    void setColouredAs(const Quantity& quantity);
    /// A value rounded to the slider's resolution.
    double rounded(double value) const;
    /// The x of a value in the widget.
    double positionOf(double value) const;

    /// A handle that is seen and taken from afar.
    void setLarge(bool on);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void gestureStarted(); ///< before the first of a row of changes that belong together
    void moved(double value);
    void resetRequested(); ///< double click

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    double radius() const;
    double edge() const;
    double valueAt(double x) const;
    double part(double value) const;
    double valueOf(double part) const;
    double density(double part) const;
    double stretched(double part) const;
    double change(double value, double ofGroove) const;
    void moveTo(double value);
    void stepBy(double ofRange);

    Quantity m_quantity;
    double m_value, m_min, m_max, m_least, m_most;
    std::vector<SliderTick> m_ticks;
    std::optional<Quantity> m_colouredAs;
    QElapsedTimer m_sinceStep;
    double m_grip = 0;
    bool m_dragging = false, m_isLarge = false;
};

}
