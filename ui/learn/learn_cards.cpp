// SPDX-License-Identifier: GPL-3.0-or-later
#include "learn_cards.h"

#include "course.h"
#include "icons.h"
#include "lesson_folder.h"
#include "lesson_line.h"
#include "progress.h"
#include "theme.h"
#include "words.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace rheobase {

namespace {

QLabel* label(const QString& role, const QString& text = {})
{
    auto* made = new QLabel(text);
    made->setProperty("role", role);
    return made;
}

QLabel* wrapped(const QString& role, const QString& text = {})
{
    auto* made = label(role, text);
    made->setWordWrap(true);
    return made;
}

/// A sign that follows the look.
QLabel* signLabel(Sign sign)
{
    auto* made = new QLabel;
    keepDressed(made, [made, sign] { made->setPixmap(icon(sign, theme().text).pixmap(QSize(scaled(16), scaled(16)))); });
    return made;
}

void dressAsCard(QFrame* frame)
{
    frame->setProperty("role", QStringLiteral("card"));
    frame->setAttribute(Qt::WA_StyledBackground);
}

void clear(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (item->widget()) item->widget()->deleteLater();
        delete item;
    }
}

/// "today at 09:41", "on 24 November"
QString dayOf(const QDateTime& time)
{
    const QString clock = QLocale().toString(time.time(), QLocale::ShortFormat);
    const qint64 days = time.date().daysTo(QDate::currentDate());
    if (days == 0) return NextCard::tr("today at %1").arg(clock);
    if (days == 1) return NextCard::tr("yesterday at %1").arg(clock);
    return NextCard::tr("on %1").arg(QLocale().toString(time.date(), QLocale::ShortFormat));
}

/// A lesson that cannot be read: its file, and the line with its remedy.
QWidget* complaintOf(const ShelvedLesson& lesson)
{
    auto* frame = new QFrame;
    frame->setProperty("role", QStringLiteral("broken"));
    frame->setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(frame);
    pad(column, {12, 4, 0, 4}, 2);
    column->addWidget(wrapped({}, lesson.title));
    auto* sentence = wrapped(QStringLiteral("refusal"), lesson.complaint);
    sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    sentence->setAccessibleName(lesson.title + QStringLiteral(": ") + lesson.complaint);
    column->addWidget(sentence);
    return frame;
}

}

NextCard::NextCard()
    : m_when(label(QStringLiteral("faint"))),
      m_title(label(QStringLiteral("lesson"))),
      m_step(label(QStringLiteral("faint"))),
      m_segments(new Segments),
      m_go(new QPushButton)
{
    dressAsCard(this);
    setObjectName(QStringLiteral("next"));
    m_go->setObjectName(QStringLiteral("go"));
    m_go->setProperty("role", QStringLiteral("primary"));
    connect(m_go, &QPushButton::clicked, this, &NextCard::pressed);
    for (QLabel* text : {m_title, m_step}) text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* row = new QHBoxLayout(this);
    auto* words = new QVBoxLayout;
    auto* progress = new QHBoxLayout;
    progress->addWidget(m_segments);
    progress->addWidget(m_step, 1);
    words->addWidget(m_when);
    words->addWidget(m_title);
    words->addLayout(progress);
    row->addLayout(words, 1);
    row->addWidget(m_go, 0, Qt::AlignVCenter);
    pad(row, {18, 10, 16, 12}, 16);
    pad(words, {}, 4);
    pad(progress, {}, 12);
}

void NextCard::show(const ShelvedLesson& lesson)
{
    const bool isOpen = lesson.isBegun() && !lesson.isDone();
    m_when->setText(isOpen            ? tr("Continue where you stopped, %1").arg(dayOf(lesson.reported))
                    : lesson.isDone() ? tr("Done, %1").arg(dayOf(lesson.reported))
                                      : tr("Not begun yet · %1").arg(told(lesson.minutes)));
    m_title->setText(lesson.title);
    m_segments->setDone(lesson.done);
    const auto step = static_cast<qsizetype>(lesson.present());
    m_words = isOpen ? tr("step %1 of %2: %3").arg(step + 1).arg(lesson.steps.size()).arg(lesson.steps.value(step)) : lesson.goal;
    m_step->setToolTip(lesson.goal);
    fitWords();
    m_go->setText(isOpen ? tr("Continue") : lesson.isDone() ? tr("Look again") : tr("Begin"));
    m_go->setAccessibleName(QStringLiteral("%1: %2").arg(m_go->text(), lesson.title));
}

void NextCard::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    layout()->activate();
    fitWords();
}

/// As much of the words as there is room for.
void NextCard::fitWords() { m_step->setText(m_step->fontMetrics().elidedText(m_words, Qt::ElideRight, m_step->width())); }

ShortCourseCard::ShortCourseCard() : m_minutes(label(QStringLiteral("faint"))), m_lines(new QVBoxLayout)
{
    dressAsCard(this);
    setObjectName(QStringLiteral("shortCourse"));
    auto* heading = new QHBoxLayout;
    auto* dot = label(QStringLiteral("dot"), QStringLiteral("●"));
    dot->setToolTip(tr("Lessons with a dot belong to the short course"));
    heading->addWidget(label(QStringLiteral("title"), tr("Short course")));
    heading->addWidget(dot);
    heading->addStretch();
    heading->addWidget(m_minutes);
    auto* column = new QVBoxLayout(this);
    column->addLayout(heading);
    column->addWidget(wrapped(QStringLiteral("faint"), tr("From one membrane to the squid axon.")));
    column->addLayout(m_lines);
    pad(column, {16, 12, 16, 12}, 6);
    pad(heading, {}, 8);
    pad(m_lines, {}, 0);
}

void ShortCourseCard::show(const std::vector<ShelvedLesson>& lessons)
{
    clear(m_lines);
    int minutes = 0;
    for (const ShelvedLesson& lesson : lessons) {
        if (!lesson.isOfShortCourse) continue;
        minutes += lesson.minutes;
        auto* line = new LessonLine(lesson);
        connect(line, &LessonLine::clicked, this, [this, path = lesson.path] { emit chosen(path); });
        m_lines->addWidget(line);
    }
    m_minutes->setText(told(minutes));
}

FolderCard::FolderCard() : m_name(label(QStringLiteral("faint"))), m_lines(new QVBoxLayout)
{
    dressAsCard(this);
    setObjectName(QStringLiteral("myFolder"));
    auto* heading = new QHBoxLayout;
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_name->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    heading->addWidget(signLabel(Sign::folder));
    heading->addWidget(label(QStringLiteral("title"), tr("My folder")));
    heading->addWidget(m_name, 1);
    auto* buttons = new QHBoxLayout;
    const auto addButton = [&](const QString& id, const QString& text, auto slot) {
        auto* button = new QPushButton(text);
        button->setObjectName(id);
        connect(button, &QPushButton::clicked, this, slot);
        buttons->addWidget(button);
    };
    addButton(QStringLiteral("openLesson"), tr("Open a lesson…"), &FolderCard::askForLesson);
    addButton(QStringLiteral("otherFolder"), tr("Other folder…"), &FolderCard::askForFolder);
    buttons->addStretch();
    auto* column = new QVBoxLayout(this);
    column->addLayout(heading);
    column->addLayout(m_lines);
    column->addLayout(buttons);
    column->addWidget(wrapped(QStringLiteral("faint"), tr("A lesson file dropped on the window opens too.")));
    pad(column, {16, 12, 16, 12}, 8);
    pad(heading, {}, 8);
    pad(m_lines, {}, 4);
    pad(buttons, {}, 8);
}

void FolderCard::show(const QString& folder, const std::vector<ShelvedLesson>& lessons)
{
    m_folder = folder;
    m_name->setText(nameOfFolder(folder));
    m_name->setToolTip(QDir::toNativeSeparators(folder));
    clear(m_lines);
    for (const ShelvedLesson& lesson : lessons) {
        if (!lesson.complaint.isEmpty()) {
            m_lines->addWidget(complaintOf(lesson));
            continue;
        }
        auto* line = new LessonLine(lesson);
        connect(line, &LessonLine::clicked, this, [this, path = lesson.path] { emit chosen(path); });
        m_lines->addWidget(line);
    }
    if (lessons.empty()) m_lines->addWidget(wrapped(QStringLiteral("faint"), tr("No lesson of your own is here yet.")));
}

void FolderCard::askForLesson()
{
    const QString path =
        QFileDialog::getOpenFileName(window(), tr("Open a lesson"), m_folder, tr("Lessons (%1)").arg('*' + QString(lessonSuffix)));
    if (!path.isEmpty()) emit chosen(path);
}

void FolderCard::askForFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(window(), tr("The folder of your lessons and reports"), m_folder);
    if (!folder.isEmpty()) emit folderChosen(folder);
}

}
