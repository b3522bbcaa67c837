// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson_run.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace rheobase {

class ProgressBar;

/// A step of a lesson: its text with questions, verdicts and hints, which scrolls; above it how far the lesson has come, below it the buttons.
/// Alt ← and Alt → go between steps, Return asks for a verdict.
class LessonPage : public QWidget {
    Q_OBJECT
public:
    LessonPage(LessonRun& run, Session& session, QWidget* parent = nullptr);

    /// Shows how the report was saved.
    void tellSaved(const QString& path);

signals:
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeHead();
    QWidget* makeButtons();
    void build();
    void addStep(QVBoxLayout* column);
    void addPart(const StepPart& part, QVBoxLayout* column);
    void addProse(const QString& markdown, QVBoxLayout* column);
    void addEnd(QVBoxLayout* column);
    void refresh();
    void refreshButtons();
    void tellTime();
    void refreshShows();
    void act();
    void go(int direction);
    void announce(const QString& verdict);
    void printReport();

    LessonRun& m_run;
    Session& m_session;
    ProgressBar* m_progress;
    QLabel *m_count, *m_minutes, *m_said;
    QScrollArea* m_area;
    QPushButton *m_back, *m_check, *m_claim, *m_next;
    std::vector<std::pair<const Show*, QWidget*>> m_shows;
    std::size_t m_parts = 0; // that are shown
    QTimer m_second;
    QString m_path; // of the report
};

}
