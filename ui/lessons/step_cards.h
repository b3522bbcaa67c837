// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson_run.h"

#include <QFrame>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace rheobase {

/// How far a lesson has come: a piece a step.
class ProgressBar : public QWidget {
    Q_OBJECT
public:
    explicit ProgressBar(LessonRun& run, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    void refresh();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    LessonRun& m_run;
};

/// What is said of a check: what was measured and what is wanted, with the lesson's feedback; or that it holds.
class VerdictCard : public QFrame {
    Q_OBJECT
public:
    VerdictCard(LessonRun& run, const Check& check, QWidget* parent = nullptr);
    void refresh();

private:
    LessonRun& m_run;
    const Check& m_check;
    QLabel* m_words;
};

/// Help in rungs: those that were taken, and when the next one can be.
class HintLadder : public QWidget {
    Q_OBJECT
public:
    HintLadder(LessonRun& run, const Hint& hint, QWidget* parent = nullptr);
    void refresh();

private:
    LessonRun& m_run;
    const Hint& m_hint;
    QVBoxLayout* m_rungs;
    QPushButton* m_next;
    QLabel* m_waiting;
    QTimer m_second;
};

/// Its role, by which the style sheet dresses it, is another from now on.
void setRole(QWidget* widget, const char* role);

}
