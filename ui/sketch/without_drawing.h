// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "candidates.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QToolButton;

namespace rheobase {

class SketchPlot;

/// The same prediction without a pencil: in three numbers, which follow the line and move it, or as one of four curves, which can be bent.
class WithoutDrawing : public QFrame {
    Q_OBJECT
public:
    explicit WithoutDrawing(SketchPlot& plot, QWidget* parent = nullptr);

private:
    void addNumbers(class QHBoxLayout* row);
    void addCandidates(class QHBoxLayout* row);
    void choose(int index);
    void takeNumber(std::size_t index);
    void follow();

    SketchPlot& m_plot;
    std::vector<Candidate> m_candidates;
    std::vector<QLineEdit*> m_fields;
    std::vector<QToolButton*> m_buttons;
    QLabel* m_refusal;
};

}
