// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace rheobase {

class LessonRun;

/// Asks who a student is before a lesson with sealed neurons, as they are drawn by it. Both fields may be left empty.
class DrawCard : public QFrame {
    Q_OBJECT
public:
    explicit DrawCard(LessonRun& run, QWidget* parent = nullptr);
    /// Once something was estimated, the neuron stays the one that it is.
    void refresh();

private:
    void take();

    LessonRun& m_run;
    QLineEdit *m_name, *m_word;
    QPushButton* m_draw;
    QLabel* m_said;
};

}
