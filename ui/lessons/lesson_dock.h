// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson_run.h"
#include "scenery.h"

#include <QDockWidget>

namespace rheobase {

class LessonPage;

/// A lesson in a window: a dock at its left that can be torn off, the window as the lesson's steps want it, and the student's report, which
/// is written after everything that is recorded. Until it goes.
class LessonDock : public QDockWidget {
    Q_OBJECT
public:
    LessonDock(Lesson lesson, const Workplace& place);
    ~LessonDock() override;

    LessonRun& run() { return m_run; }
    LessonPage& page() { return *m_page; }
    QString reportPath() const { return m_path; }

signals:
    void left();                          ///< the student wants to leave
    void failed(const QString& sentence); ///< the report is not written

private:
    QWidget* makeTitle();
    void save();
    void drawFigures();
    void drawSketch();

    Workplace m_place;
    QString m_path;
    Scenery m_scenery; // before the run, which loads the first step
    LessonRun m_run;
    LessonPage* m_page;
};

}
