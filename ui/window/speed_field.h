// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace rheobase {

/// What a second of the clock shows of the neuron's life ("1 s shows 100 ms"), and a field for it: "70 ms", "2 s" and "max" can be typed.
class SpeedField : public QLineEdit {
    Q_OBJECT
public:
    explicit SpeedField(QWidget* parent = nullptr);
    /// Shows a speed in model ms per wall second; infinity: as fast as it goes.
    void setSpeed(double speed);

signals:
    void chosen(double speed);

protected:
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void take();
    void refuse(const QString& sentence);
    void showSpeed();

    double m_speed = 0;
};

}
