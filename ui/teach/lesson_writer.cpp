// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson_writer.h"

#include "course.h"
#include "flow_row.h"
#include "lesson_text.h"
#include "recording.h"
#include "shadow_run.h"
#include "sheet.h"
#include "theme.h"
#include "words.h"

#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace rheobase {

namespace {

constexpr int complaintLines = 6;
constexpr std::chrono::milliseconds patienceOfMenu(500);

QToolButton* button(QAction* action)
{
    auto* made = new QToolButton;
    made->setDefaultAction(action);
    made->setObjectName(action->objectName());
    made->setFocusPolicy(Qt::TabFocus);
    made->setPopupMode(QToolButton::InstantPopup);
    if (action->menu()) made->setText(action->text() + QStringLiteral(" ▾"));
    return made;
}

}

LessonWriter::LessonWriter(std::function<Recorded()> record, QWidget* parent)
    : QWidget(parent),
      m_record(std::move(record)),
      m_text(new LessonText),
      m_file(new QLabel),
      m_state(new QLabel),
      m_complaints(new QListWidget),
      m_lessons(new QMenu(tr("Begin from a lesson of the program"), this)),
      m_checks(new QMenu(tr("Insert a check"), this)),
      m_figures(new QMenu(tr("This figure"), this)),
      m_testing(&LessonWriter::answer, [this](const Answer& found) { take(found); })
{
    setObjectName(QStringLiteral("lessonWriter"));
    m_complaints->setObjectName(QStringLiteral("complaints"));
    m_complaints->setAccessibleName(tr("What is wrong with the lesson"));
    m_complaints->setToolTip(tr("A click or Enter goes to the line"));
    m_complaints->setWordWrap(true);
    m_complaints->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_complaints->hide();
    m_state->setObjectName(QStringLiteral("lessonState"));
    m_file->setObjectName(QStringLiteral("lessonFile"));
    m_file->setProperty("role", QStringLiteral("faint"));
    m_state->setWordWrap(true);
    m_state->hide();
    makeActions();
    auto* column = new QVBoxLayout(this);
    column->addWidget(makeButtons());
    column->addWidget(m_file);
    column->addWidget(m_text, 1);
    column->addWidget(m_state);
    column->addWidget(m_complaints);
    pad(column, {10, 10, 10, 10}, 8);
    keepDressed(this, [this] { m_complaints->setMaximumHeight(complaintLines * fontMetrics().height() + scaled(16)); });
    connect(m_text->document(), &QTextDocument::modificationChanged, this, [this] { tellState(m_state->text()); });
    connect(m_text, &LessonText::saveWanted, this, &LessonWriter::save);
    connect(m_complaints, &QListWidget::itemClicked, this, &LessonWriter::goTo);
    connect(m_complaints, &QListWidget::itemActivated, this, &LessonWriter::goTo);
    connect(m_lessons, &QMenu::aboutToShow, this, &LessonWriter::fillLessons);
    connect(m_checks, &QMenu::aboutToShow, this, &LessonWriter::fillChecks);
    connect(m_figures, &QMenu::aboutToShow, this, &LessonWriter::fillFigures);
    begin();
}

void LessonWriter::makeActions()
{
    const auto add = [this](const char* id, const QString& text, auto slot) {
        auto* action = new QAction(text, this);
        action->setObjectName(QLatin1String(id));
        connect(action, &QAction::triggered, this, &LessonWriter::wanted);
        connect(action, &QAction::triggered, this, slot);
        m_actions.push_back(action);
    };
    const auto addMenu = [this](const char* id, QMenu* menu) {
        menu->menuAction()->setObjectName(QLatin1String(id));
        m_actions.push_back(menu->menuAction());
    };
    add("newLesson", tr("New lesson"), &LessonWriter::begin);
    add("openText", tr("Open a lesson to change it…"), &LessonWriter::askWhatToOpen);
    addMenu("fromLesson", m_lessons);
    add("saveLesson", tr("Save the lesson"), &LessonWriter::save);
    m_actions.back()->setToolTip(tr("Saves the text of the lesson (Ctrl+S while it is written)"));
    add("saveLessonAs", tr("Save the lesson as…"), &LessonWriter::saveAs);
    m_actions.push_back(nullptr);
    add("insertExperiment", tr("Insert the present experiment"), &LessonWriter::insertExperiment);
    m_actions.back()->setToolTip(tr("Writes the experiment of the window down as the start of a step"));
    addMenu("insertCheck", m_checks);
    addMenu("insertFigure", m_figures);
    m_actions.push_back(nullptr);
    add("testLesson", tr("Test this lesson"), &LessonWriter::test);
    m_actions.back()->setToolTip(tr("Tries every solution and every mistake, and lists what is wrong by its line"));
    add("publishLesson", tr("Publish for students…"), &LessonWriter::publish);
    add("printHandout", tr("Handout…"), [this] { print(Sheet::handout); });
    add("printAnswers", tr("Answers…"), [this] { print(Sheet::answers); });
}

QWidget* LessonWriter::makeButtons()
{
    auto* buttons = new QWidget;
    auto* row = new FlowRow(buttons);
    pad(row, {}, 6);
    for (QAction* action : m_actions)
        if (action
            && QStringList{"insertExperiment", "insertCheck", "insertFigure", "testLesson", "saveLesson"}.contains(action->objectName()))
            row->addWidget(button(action));
    return buttons;
}

void LessonWriter::fill(QMenu* menu)
{
    for (QAction* action : m_actions)
        if (action) menu->addAction(action);
        else menu->addSeparator();
}

QString LessonWriter::text() const { return m_text->toPlainText(); }

void LessonWriter::insertExperiment()
{
    const Recorded recorded = m_record();
    m_text->insert(QString::fromStdString(startBlock(recorded.experiment, recorded.scene, lessonStage())));
    if (!isSayable(recorded.experiment, lessonStage()))
        tell({}, tr("A lesson cannot say all of this experiment: solver, Δt, where it starts and what counts as a spike are those of the "
                    "model or the preset."));
}

/// What can be asked for now: measured numbers, the cursors, kept traces.
void LessonWriter::fillChecks()
{
    m_checks->clear();
    const Recorded recorded = m_record();
    addMeasures(recorded);
    m_checks->addSeparator();
    const auto addReadings = [&](const QString& text, const QString& stem, const std::vector<std::string>& clauses) {
        m_checks->addAction(text, this, [=, this] { insertCheck(stem, clauses, true, recorded.experiment); })->setEnabled(!clauses.empty());
    };
    std::vector<std::string> readings, fit;
    if (const auto& cursors = recorded.cursors) {
        readings = {clauseOf("cursor.A", cursors->A, 0.5, "ms"), clauseOf("cursor.dt", cursors->dt, 0.5, "ms"),
                    clauseOf("cursor.dV", cursors->dV, std::max(0.2, 0.05 * std::abs(cursors->dV)), "mV")};
        if (cursors->tau) fit = {clauseOf("fit.tau", *cursors->tau, 0.1 * *cursors->tau, "ms")};
    }
    addReadings(tr("What the cursors read"), QStringLiteral("measured"), readings);
    addReadings(tr("The exponential between the cursors"), QStringLiteral("fitted"), fit);
    for (const Recorded::Kept& kept : recorded.kept) {
        const std::string clause = ghostClause(kept.experiment, recorded.experiment);
        addReadings(tr("A kept trace: %1").arg(kept.name), QStringLiteral("kept"),
                    clause.empty() ? std::vector<std::string>() : std::vector{clause});
    }
    emit wanted();
}

/// By a run of the experiment as it is, from its start: so it is judged.
void LessonWriter::addMeasures(const Recorded& recorded)
{
    const double duration = std::min(recorded.experiment.duration, longestRun);
    const Deadline deadline(patienceOfMenu, {});
    const auto run = shadowRun(recorded.experiment, duration, true, deadline.token());
    if (!run) {
        m_checks->addAction(tr("A run of %1 takes too long to be measured").arg(shown(duration, "ms")))->setEnabled(false);
        return;
    }
    for (const Measure& measure : measures()) {
        const std::string clause = clauseOf(measure, run->measured, duration);
        if (clause.empty()) continue;
        const QString value = QString::fromStdString(clause).section(QStringLiteral(" = "), 1);
        m_checks->addAction(QStringLiteral("%1 = %2").arg(spoken(measure.meaning), value), this, [=, this, id = fromView(measure.id)] {
            insertCheck(QString(id).replace(u'.', u'-'), {clause}, false, recorded.experiment);
        });
    }
}

/// The check, and for the teacher that what is there now solves it.
void LessonWriter::insertCheck(const QString& stem, const std::vector<std::string>& clauses, bool isLive, const Experiment& solved)
{
    const std::string id = m_text->freeName(stem).toStdString();
    const auto line = static_cast<std::size_t>(m_text->line());
    std::string actions;
    if (const auto read = readLesson(text().toStdString(), lessonStage()); const auto* lesson = std::get_if<Lesson>(&read))
        for (const Step& step : lesson->steps)
            if (step.line <= line) actions = actionsBetween(step.experiment, solved, lessonStage());
    m_text->insert(QString::fromStdString(checkBlock(id, clauses, isLive)));
    if (!actions.empty() && !isLive) m_text->change(QString::fromStdString(withSolution(text().toStdString(), id, actions)));
}

/// What is seen goes into the student's report.
void LessonWriter::fillFigures()
{
    m_figures->clear();
    for (const Recorded::Seen& seen : m_record().seen)
        m_figures->addAction(seen.name, this, [this, id = seen.id] { m_text->insert(QStringLiteral("```show\nfigure: %1\n```").arg(id)); });
    emit wanted();
}

std::optional<LessonWriter::Answer> LessonWriter::answer(const Question& question, const std::stop_token& stop)
{
    const auto read = readLesson(question.text, lessonStage());
    if (const auto* refusal = std::get_if<Refusal>(&read)) return Answer{{.complaints = {*refusal}}, question.number};
    return Answer{rehearse(std::get<Lesson>(read), lessonStage(), stop), question.number};
}

void LessonWriter::test()
{
    tell({}, tr("Every check, solution, mistake and hint is tried …"));
    m_testing.ask({text().toStdString(), ++m_tests});
}

void LessonWriter::take(const Answer& answer)
{
    if (answer.number != m_tests) return;
    const Rehearsal& found = answer.found;
    const QString sound = tr("The lesson is sound: %1 checks, %2 of the window, %3 solutions and mistakes, %4 questions.")
                              .arg(found.checks)
                              .arg(found.live)
                              .arg(found.trials)
                              .arg(found.answers);
    tell(found.complaints, found.complaints.empty() ? sound : tr("%n to be mended:", nullptr, static_cast<int>(found.complaints.size())));
}

void LessonWriter::tell(const std::vector<Refusal>& complaints, const QString& sentence)
{
    m_complaints->clear();
    for (const Refusal& complaint : complaints) {
        auto* item = new QListWidgetItem(capitalised(told(complaint)), m_complaints);
        item->setData(Qt::UserRole, static_cast<int>(complaint.line));
    }
    m_complaints->setVisible(!complaints.empty());
    tellState(sentence);
}

void LessonWriter::goTo(const QListWidgetItem* item) { m_text->goTo(item->data(Qt::UserRole).toInt()); }

}
