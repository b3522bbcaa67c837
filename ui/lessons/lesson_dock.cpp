// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson_dock.h"

#include "course.h"
#include "export.h"
#include "export_dialog.h"
#include "ghosts.h"
#include "lesson_page.h"
#include "plot_view.h"
#include "report_file.h"
#include "seal.h"
#include "sketch_bench.h"
#include "sketch_plot.h"
#include "theme.h"
#include "trace_stack.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMainWindow>
#include <QToolButton>

namespace rheobase {

namespace {

constexpr int usualWidth = 384, leastWidth = 320; // px

/// What is sealed is drawn by chance until a class word is told.
Report drawn(Report report, const Lesson& lesson)
{
    if (hasSeals(lesson) && report.draw.empty()) report.draw = freshDraw();
    return report;
}

QToolButton* flatButton(const char* id, const QString& text, const QString& tip)
{
    auto* made = new QToolButton;
    made->setObjectName(QLatin1String(id));
    made->setText(text);
    made->setToolTip(tip);
    made->setAccessibleName(tip);
    made->setProperty("role", QStringLiteral("flat"));
    made->setFocusPolicy(Qt::TabFocus);
    return made;
}

}

LessonDock::LessonDock(Lesson lesson, const Workplace& place)
    : QDockWidget(QString::fromStdString(lesson.title)),
      m_place(place),
      m_path(rheobase::reportPath(lesson.id)),
      m_scenery(place),
      m_run(lesson, drawn(reportFor(lesson, m_path), lesson), place.session, [this] { return m_scenery.bench(); }),
      m_page(new LessonPage(m_run, place.session))
{
    setObjectName(QStringLiteral("lesson"));
    setFeatures(DockWidgetMovable | DockWidgetFloatable);
    setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    setTitleBarWidget(makeTitle());
    keepDressed(m_page, [this] { m_page->setMinimumWidth(scaled(leastWidth)); });
    setWidget(m_page);
    m_page->tellSaved(m_path);
    connect(m_page, &LessonPage::left, this, &LessonDock::left);
    connect(&m_run, &LessonRun::recorded, this, &LessonDock::save);
    connect(&m_run, &LessonRun::stepBegun, this, [this] { m_scenery.follow(m_run, true); });
    connect(&m_run, &LessonRun::changed, this, [this] { m_scenery.follow(m_run, false); });
    connect(&m_run, &LessonRun::solved, this, &LessonDock::drawFigures);
    connect(&m_scenery, &Scenery::ranThrough, this, &LessonDock::drawSketch);
    connect(&place.ghosts, &Ghosts::changed, &m_run, &LessonRun::look);
    connect(&place.ghosts, &Ghosts::added, this, [this] { m_run.keep(m_place.session.experiment()); });
    for (const QDockWidget* view : place.views) connect(view, &QDockWidget::visibilityChanged, &m_run, &LessonRun::look);
    place.window.addDockWidget(Qt::LeftDockWidgetArea, this);
    place.window.resizeDocks({this}, {scaled(usualWidth)}, Qt::Horizontal);
    m_run.goTo(m_run.walk().firstOpen());
}

LessonDock::~LessonDock()
{
    m_run.account();
    save();
    m_run.disconnect(this);
    delete m_page; // it shows the run
    m_place.window.removeDockWidget(this);
}

/// The lesson's name, a sign to tear it off, and the way out.
QWidget* LessonDock::makeTitle()
{
    auto* bar = new QWidget;
    bar->setObjectName(QStringLiteral("lessonTitle"));
    bar->setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(bar);
    pad(row, {16, 6, 12, 6}, 4);
    auto* name = new QLabel(QStringLiteral("<b>%1</b>").arg(windowTitle().toHtmlEscaped()));
    row->addWidget(name);
    row->addStretch();
    auto* detach = flatButton("detach", QStringLiteral("↗"), tr("Tear off, or put back"));
    auto* leave = flatButton("leave", tr("Leave"), tr("Leave the lesson; what you had before comes back"));
    connect(detach, &QToolButton::clicked, this, [this] { setFloating(!isFloating()); });
    connect(leave, &QToolButton::clicked, this, &LessonDock::left);
    row->addWidget(detach);
    row->addWidget(leave);
    return bar;
}

/// The figures that a solved step puts into the report.
void LessonDock::drawFigures()
{
    for (const StepPart& part : m_run.walk().step().parts) {
        const auto* show = std::get_if<Show>(&part);
        for (const std::string& name : show ? show->figures : std::vector<std::string>()) {
            const QString id = QString::fromStdString(name);
            const auto shownView = [&](const QDockWidget* view) { return view->objectName() == id && view->isVisible(); };
            const auto view = std::ranges::find_if(m_place.views, shownView);
            auto* plot = view == m_place.views.end() ? nullptr : (*view)->findChild<PlotView*>();
            if (!plot && (m_place.stack.isHidden() || !m_place.stack.isRowShown(id))) continue; // a drawing stands there
            const FigureContent content = plot ? FigureContent(exhibitOf(*plot, {}).content) : FigureContent(m_place.stack.figure(id));
            QString error;
            m_run.addFigure(drawFigure(QStringLiteral("figure.svg"), content, {}, {}, &error).toStdString());
        }
    }
}

/// The prediction below the run.
void LessonDock::drawSketch()
{
    SketchPlot& shown = m_scenery.sketchBench()->plot();
    const auto draw = [sketch = shown.sketch(), stroke = shown.stroke(), run = shown.run()](QPainter& painter, QSize size,
                                                                                            const PlotStyle& style) {
        SketchPlot plot(sketch);
        plot.setStroke(stroke);
        plot.freeze();
        plot.setRun(run);
        plot.draw(painter, size, style);
    };
    QString error;
    m_run.addFigure(drawFigure(QStringLiteral("figure.svg"), ViewFigure{m_place.session.experiment(), draw}, {}, {}, &error).toStdString());
}

void LessonDock::save()
{
    m_run.account();
    const QString problem = saveReport(m_run.walk().report(), m_path);
    if (!problem.isEmpty()) emit failed(problem);
}

}
