// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson_page.h"

#include "ask_card.h"
#include "draw_card.h"
#include "gate_card.h"
#include "prose_view.h"
#include "report_card.h"
#include "report_file.h"
#include "seal.h"
#include "session.h"
#include "step_cards.h"
#include "theme.h"

#include <QAccessible>
#include <QApplication>
#include <QDesktopServices>
#include <QDir>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QUrl>
#include <QVBoxLayout>

namespace rheobase {

namespace {

QString fromText(const std::string& text) { return QString::fromStdString(text); }

QPushButton* button(const char* id, const QString& text = {})
{
    auto* made = new QPushButton(text);
    made->setObjectName(QLatin1String(id));
    made->setAutoDefault(false);
    return made;
}

QLabel* faint()
{
    auto* label = new QLabel;
    label->setProperty("role", QStringLiteral("faint"));
    return label;
}

}

LessonPage::LessonPage(LessonRun& run, Session& session, QWidget* parent)
    : QWidget(parent),
      m_run(run),
      m_session(session),
      m_progress(new ProgressBar(run)),
      m_count(faint()),
      m_minutes(faint()),
      m_said(new QLabel(this)),
      m_area(new QScrollArea),
      m_back(button("back")),
      m_check(button("check")),
      m_claim(button("claim")),
      m_next(button("next"))
{
    setObjectName(QStringLiteral("lessonPage"));
    setAttribute(Qt::WA_StyledBackground);
    m_said->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(makeHead());
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::TabFocus);
    m_area->setObjectName(QStringLiteral("lessonText"));
    m_area->setAccessibleName(tr("Text of the lesson"));
    column->addWidget(m_area, 1);
    column->addWidget(makeButtons());
    for (const auto& [keys, direction] : {std::pair(Qt::ALT | Qt::Key_Left, -1), std::pair(Qt::ALT | Qt::Key_Right, 1)}) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::ApplicationShortcut); // the page may be a window of its own
        connect(shortcut, &QShortcut::activated, this, [this, direction = direction] { go(direction); });
    }
    connect(&run, &LessonRun::stepBegun, this, &LessonPage::build);
    connect(&run, &LessonRun::changed, this, &LessonPage::refresh);
    connect(&run, &LessonRun::said, this, &LessonPage::announce);
    m_second.start(1000);
    connect(&m_second, &QTimer::timeout, this, &LessonPage::tellTime);
}

QWidget* LessonPage::makeHead()
{
    auto* head = new QWidget;
    auto* column = new QVBoxLayout(head);
    pad(column, {20, 12, 20, 8}, 6);
    auto* row = new QHBoxLayout;
    row->addWidget(m_count);
    row->addStretch();
    row->addWidget(m_minutes);
    column->addWidget(m_progress);
    column->addLayout(row);
    m_count->setObjectName(QStringLiteral("count"));
    return head;
}

QWidget* LessonPage::makeButtons()
{
    auto* bar = new QWidget;
    bar->setObjectName(QStringLiteral("lessonButtons"));
    bar->setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(bar);
    pad(row, {16, 10, 16, 10}, 8);
    m_back->setText(QStringLiteral("‹"));
    m_back->setAccessibleName(tr("Step before"));
    m_back->setToolTip(tr("Step before (Alt ←)"));
    m_claim->setText(tr("I think I am right"));
    m_claim->setToolTip(tr("Records that you hold this for right, and lets you pass"));
    row->addWidget(m_back);
    row->addWidget(m_check);
    row->addWidget(m_claim);
    row->addStretch();
    row->addWidget(m_next);
    connect(m_back, &QPushButton::clicked, this, [this] { go(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { go(1); });
    connect(m_check, &QPushButton::clicked, this, &LessonPage::act);
    connect(m_claim, &QPushButton::clicked, &m_run, &LessonRun::claim);
    return bar;
}

/// Lays the step out anew.
void LessonPage::build()
{
    const int place = m_parts > 0 ? m_area->verticalScrollBar()->value() : 0;
    auto* text = new QWidget;
    text->setObjectName(QStringLiteral("lessonBody"));
    text->setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(text);
    pad(column, {20, 4, 20, 16}, 12);
    m_shows.clear();
    m_parts = m_run.walk().partsSeen();
    m_run.walk().isOver() ? addEnd(column) : addStep(column);
    column->addStretch();
    if (m_area->isAncestorOf(QApplication::focusWidget())) m_area->setFocus(); // before it would go elsewhere
    if (QWidget* before = m_area->takeWidget()) {                              // it may hold what was pressed
        before->setParent(nullptr);
        before->deleteLater();
    }
    m_area->setWidget(text);
    m_area->verticalScrollBar()->setValue(place);
    refresh();
}

void LessonPage::addProse(const QString& markdown, QVBoxLayout* column)
{
    if (!markdown.trimmed().isEmpty()) column->addWidget(new ProseView(m_session, markdown));
}

void LessonPage::addStep(QVBoxLayout* column)
{
    if (m_run.walk().isShut()) return column->addWidget(new GateCard(m_run));
    if (m_run.walk().index() == 0) {
        addProse(fromText(m_run.walk().lesson().intro), column);
        const Lesson& lesson = m_run.walk().lesson();
        const bool isDrawn = hasSeals(lesson) && !lesson.isDrawnByChance;
        if (isDrawn) column->addWidget(new DrawCard(m_run));
        if (!lesson.isDrawnByChance) column->addWidget(new ReportCard(m_run, isDrawn));
    }
    auto* heading = new QLabel(fromText(m_run.walk().step().title));
    heading->setProperty("role", QStringLiteral("lessonHeading"));
    heading->setObjectName(QStringLiteral("heading"));
    heading->setWordWrap(true);
    column->addWidget(heading);
    for (std::size_t i = 0; i < m_parts; ++i) addPart(m_run.walk().step().parts[i], column);
}

void LessonPage::addPart(const StepPart& part, QVBoxLayout* column)
{
    if (const auto* prose = std::get_if<Prose>(&part)) addProse(fromText(prose->markdown), column);
    else if (const auto* ask = std::get_if<Ask>(&part)) column->addWidget(new AskCard(m_run, *ask));
    else if (const auto* check = std::get_if<Check>(&part)) column->addWidget(new VerdictCard(m_run, *check));
    else if (const auto* hint = std::get_if<Hint>(&part)) column->addWidget(new HintLadder(m_run, *hint));
    else if (const auto* show = std::get_if<Show>(&part); show && !show->say.empty()) {
        auto* said = new ProseView(m_session, fromText(show->say));
        column->addWidget(said);
        m_shows.emplace_back(show, said);
    }
}

void LessonPage::addEnd(QVBoxLayout* column)
{
    auto* heading = new QLabel(tr("That was “%1”").arg(fromText(m_run.walk().lesson().title)));
    heading->setProperty("role", QStringLiteral("lessonHeading"));
    heading->setObjectName(QStringLiteral("heading"));
    heading->setWordWrap(true);
    column->addWidget(heading);
    if (!m_run.walk().lesson().leavesOut.empty()) addProse(fromText(m_run.walk().lesson().leavesOut), column);
    addProse(tr("Say it in two sentences of your own. They stand in your report."), column);
    auto* words = new QPlainTextEdit;
    words->setObjectName(QStringLiteral("ownWords"));
    words->setAccessibleName(tr("Your own words"));
    words->setTabChangesFocus(true);
    keepDressed(words, [words] { words->setFixedHeight(scaled(96)); });
    if (!m_run.walk().report().words.empty()) words->setPlainText(fromText(m_run.walk().report().words.front()));
    connect(words, &QPlainTextEdit::textChanged, this, [this, words] { m_run.setWords(words->toPlainText()); });
    column->addWidget(words);
    column->addWidget(new ReportCard(m_run));
    auto* open = button("openReport", tr("Open the report"));
    auto* print = button("printReport", tr("Report as PDF"));
    connect(open, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_path)); });
    connect(print, &QPushButton::clicked, this, &LessonPage::printReport);
    auto* row = new QHBoxLayout;
    row->addWidget(open);
    row->addWidget(print);
    row->addStretch();
    column->addLayout(row);
    auto* place = faint();
    place->setWordWrap(true);
    place->setText(tr("It is at %1. Nothing leaves this computer unless you hand it in.").arg(QDir::toNativeSeparators(m_path)));
    column->addWidget(place);
}

void LessonPage::refresh()
{
    if (!m_run.walk().isOver() && m_parts != m_run.walk().partsSeen()) return build();
    m_progress->refresh();
    tellTime();
    const std::size_t count = m_run.walk().lesson().steps.size();
    m_count->setText(m_run.walk().isOver() ? tr("The end") : tr("Step %1 of %2").arg(m_run.walk().index() + 1).arg(count));
    if (auto* card = m_area->findChild<DrawCard*>()) card->refresh();
    for (AskCard* card : m_area->findChildren<AskCard*>()) card->refresh();
    for (VerdictCard* card : m_area->findChildren<VerdictCard*>()) card->refresh();
    for (HintLadder* hints : m_area->findChildren<HintLadder*>()) hints->refresh();
    refreshShows();
    refreshButtons();
}

/// How long the lesson may still take, or a step that has a time of its own.
void LessonPage::tellTime()
{
    const auto seconds = m_run.secondsLeft();
    m_minutes->setText(seconds && *seconds <= 0         ? tr("the time is over")
                       : seconds                        ? tr("%1:%2 left").arg(*seconds / 60).arg(*seconds % 60, 2, 10, QLatin1Char('0'))
                       : m_run.walk().isOver()          ? QString()
                       : m_run.walk().minutesLeft() > 1 ? tr("about %1 minutes left").arg(m_run.walk().minutesLeft())
                                                        : tr("about a minute left"));
}

/// What comes when the step is solved.
void LessonPage::refreshShows()
{
    for (const auto& [show, widget] : m_shows) widget->setVisible(m_run.walk().state() != Walk::State::open);
}

void LessonPage::refreshButtons()
{
    m_back->setEnabled(m_run.walk().index() > 0);
    m_next->setText(m_run.walk().index() + 1 < m_run.walk().lesson().steps.size() ? tr("Next ›")
                    : m_run.walk().isOver()                                       ? tr("Leave")
                                                                                  : tr("Finish ›"));
    const bool isOver = m_run.walk().isOver();
    const bool isShut = m_run.walk().isShut();
    m_check->setVisible(!isOver && !isShut);
    m_claim->setVisible(!isOver && !isShut);
    m_next->setEnabled(!isShut);
    m_next->setToolTip(isShut ? tr("Opens when the word is typed") : tr("Next step (Alt →)"));
    if (isShut) return setRole(m_next, "");
    if (isOver) return setRole(m_next, "primary");
    const bool isOpen = m_run.walk().state() == Walk::State::open, waits = m_run.walk().waitsForRun();
    const bool isUnanswered = m_run.walk().waitsForAnswer();
    const bool hasCheck =
        std::ranges::any_of(m_run.walk().step().parts, [](const StepPart& part) { return std::holds_alternative<Check>(part); });
    m_check->setText(waits ? tr("Run") : m_run.isJudging() ? tr("Checking…") : tr("Check"));
    m_check->setEnabled(isOpen && (waits || (hasCheck && !isUnanswered)));
    m_check->setToolTip(waits          ? tr("Runs the experiment from its start; your prediction is frozen then")
                        : isUnanswered ? tr("Answer the question first")
                        : hasCheck     ? tr("Asks what is still missing (Return)")
                                       : tr("There is nothing to check in this step"));
    m_claim->setEnabled(isOpen && !waits);
    setRole(m_check, m_check->isEnabled() ? "primary" : "");
    setRole(m_next, isOpen ? "" : "primary");
}

void LessonPage::act()
{
    if (m_run.walk().waitsForRun()) m_run.runAgain();
    else m_run.check();
}

void LessonPage::go(int direction)
{
    if (direction > 0 && m_run.walk().isOver()) return emit left();
    if (direction < 0 && m_run.walk().index() == 0) return;
    if (direction > 0 && m_run.walk().isShut()) return;
    m_parts = 0;
    m_run.goTo(direction > 0 ? m_run.walk().index() + 1 : m_run.walk().index() - 1);
    if (auto* gate = m_area->findChild<GateCard*>()) gate->setFocus();
    else m_area->setFocus();
}

void LessonPage::keyPressEvent(QKeyEvent* event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isReturn || event->modifiers() != Qt::NoModifier || !m_check->isEnabled()) return QWidget::keyPressEvent(event);
    act();
}

/// Once, and politely, to who does not see it.
void LessonPage::announce(const QString& verdict)
{
    m_said->setText(verdict);
    m_said->setAccessibleName(verdict);
    QAccessibleEvent event(m_said, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void LessonPage::tellSaved(const QString& path) { m_path = path; }

void LessonPage::printReport()
{
    const QString path = QString(m_path).replace(QStringLiteral(".html"), QStringLiteral(".pdf"));
    if (rheobase::printReport(m_run.walk().report(), path).isEmpty()) QDesktopServices::openUrl(QUrl::fromLocalFile(path));
}

}
