// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "unit.h"

#include <QWidget>

#include <vector>

namespace rheobase {

/// Asks what a text was meant to say, "1,000": one or a thousand? Each reading is a button; Return or Space presses it, ← and → go from one
/// to the other, Escape means neither.
class ReadingQuestion : public QWidget {
    Q_OBJECT
public:
    ReadingQuestion(const QString& text, const std::vector<double>& readings, const Unit& unit, QWidget* parent = nullptr);

signals:
    void chosen(double value);
    void dismissed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

}
