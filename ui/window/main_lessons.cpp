// SPDX-License-Identifier: GPL-3.0-or-later
// Lessons in the window.
#include "class_page.h"
#include "course.h"
#include "hints.h"
#include "lesson_dock.h"
#include "main_window.h"
#include "notice.h"
#include "predictor.h"
#include "presentation.h"
#include "top_bar.h"
#include "trace_stack.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QSplitter>

namespace rheobase {

void MainWindow::openLesson(const QString& path)
{
    auto lesson = loadLesson(path, QLocale().name().section(u'_', 0, 0));
    if (const auto* sentence = std::get_if<QString>(&lesson)) return m_notice->say(*sentence);
    leaveLesson();
    m_presentation->end();
    m_predictor->end();
    m_predictor->action()->setEnabled(false); // its own questions come first
    delete std::exchange(m_hints, nullptr);   // a lesson speaks for itself
    m_notice->clear();
    auto* plots = static_cast<QBoxLayout*>(m_splitter->widget(1)->layout());
    m_lesson = new LessonDock(std::get<Lesson>(std::move(lesson)), {.window = *this,
                                                                    .session = m_session,
                                                                    .stack = *m_stack,
                                                                    .cursors = *m_cursors,
                                                                    .ghosts = *m_ghosts,
                                                                    .parameters = *m_splitter->widget(0),
                                                                    .models = m_top->models(),
                                                                    .presets = m_top->presets(),
                                                                    .plots = *plots,
                                                                    .views = m_views});
    connect(m_lesson, &LessonDock::left, this, &MainWindow::leaveLesson, Qt::QueuedConnection); // its button is still pressed
    connect(m_lesson, &LessonDock::failed, m_notice, &Notice::say);
}

void MainWindow::makeClass()
{
    m_class = new ClassPage(this);
    connect(m_class, &Page::closed, this, &MainWindow::comeBack);
    connect(m_class, &ClassPage::stepWanted, this, [this](const Experiment& experiment, const QString& title) {
        leaveLesson();
        m_session.load(experiment, tr("Show “%1”").arg(title));
    });
}

void MainWindow::openClass(const QString& folder)
{
    if (!m_class) makeClass();
    m_presentation->end();
    giveWay();
    m_class->open(folder);
}

/// Another experiment has no place in a lesson.
void MainWindow::prepareFor(const QString& path) { path.endsWith(lessonSuffix) ? openLesson(path) : leaveLesson(); }

void MainWindow::leaveLesson()
{
    if (!m_lesson) return;
    delete m_lesson; // gives back what was before
    m_predictor->action()->setEnabled(!m_isClamped);
    m_stack->setFocus();
}

}
