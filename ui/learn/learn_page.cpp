// SPDX-License-Identifier: GPL-3.0-or-later
#include "learn_page.h"

#include "catalogue.h"
#include "chooser.h"
#include "learn_cards.h"
#include "lesson_folder.h"
#include "lesson_list.h"
#include "mystery.h"
#include "theme.h"
#include "words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rheobase {

namespace {

constexpr int rightWidth = 330; // px

QLabel* faintLabel(const QString& text = {})
{
    auto* label = new QLabel(text);
    label->setProperty("role", QStringLiteral("faint"));
    return label;
}

QString languageOfWindow() { return QLocale().name().section(u'_', 0, 0); }

}

LearnPage::LearnPage(QWidget* window)
    : Page(QStringLiteral("learn"), window),
      m_list(new LessonList(m_table)),
      m_next(new NextCard),
      m_course(new ShortCourseCard),
      m_folder(new FolderCard),
      m_mystery(new MysteryCard),
      m_count(faintLabel()),
      m_nothing(faintLabel()),
      m_lift(new QToolButton(m_list)),
      m_shelf([](const Place& place, const std::stop_token& stop) { return std::optional(shelfOf(place.folder, place.language, stop)); },
              [this](Shelf shelf) { take(std::move(shelf)); })
{
    setAccessibleName(tr("Learn"));
    search().setPlaceholderText(tr("Find a lesson"));
    search().setAccessibleName(tr("Find a lesson"));
    search().setToolTip(tr("Looks through titles, questions, goals and steps (%1)")
                            .arg(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText)));
    auto* row = new QHBoxLayout;
    row->addWidget(makeLeft(), 1);
    row->addWidget(makeRight());
    pad(row, {24, 14, 24, 12}, 14);
    body()->addLayout(row);
    foot()->addWidget(faintLabel(tr("Reports stay in your folder; nothing leaves this machine.")));
    foot()->addStretch();
    connect(&search(), &QLineEdit::textChanged, this, &LearnPage::list);
    connect(m_next, &NextCard::pressed, this, [this] { finish(m_table.at(m_list->currentIndex()).path); });
    connect(m_list, &LessonList::opened, this, [this](const QModelIndex& index) { finish(m_table.at(index).path); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &LearnPage::showChosen);
    connect(m_course, &ShortCourseCard::chosen, this, &LearnPage::finish);
    connect(m_folder, &FolderCard::chosen, this, &LearnPage::finish);
    connect(m_mystery, &MysteryCard::chosen, this, &LearnPage::finish);
    connect(m_folder, &FolderCard::folderChosen, this, &LearnPage::adoptFolder);
}

QWidget* LearnPage::makeLeft()
{
    m_nothing->setParent(m_list);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setTextFormat(Qt::PlainText);
    m_lift->setObjectName(QStringLiteral("lift"));
    m_lift->setText(tr("Show all lessons"));
    m_lift->setFocusPolicy(Qt::TabFocus);
    connect(m_lift, &QToolButton::clicked, this, [this] { search().clear(), m_models->setCurrentIndex(0), m_levels->setCurrentIndex(0); });
    auto* over = new QVBoxLayout(m_list);
    over->addStretch(1);
    over->addWidget(m_nothing);
    over->addWidget(m_lift, 0, Qt::AlignHCenter);
    over->addStretch(2);
    auto* left = new QWidget;
    auto* column = new QVBoxLayout(left);
    column->addLayout(makeHeading());
    column->addWidget(m_next);
    column->addWidget(m_list, 1);
    pad(column, {}, 10);
    return left;
}

QLayout* LearnPage::makeHeading()
{
    auto* title = new QLabel(tr("Learn"));
    title->setProperty("role", QStringLiteral("page"));
    auto* row = new QHBoxLayout;
    row->addWidget(title);
    row->addWidget(m_count, 0, Qt::AlignBottom);
    row->addStretch();
    row->addWidget(m_models = addFilter(QStringLiteral("lessonModels"), tr("Only lessons on a model")));
    row->addWidget(m_levels = addFilter(QStringLiteral("lessonLevels"), tr("Only lessons of a level")));
    m_models->addItem(tr("All models"));
    m_levels->addItem(tr("All levels"));
    pad(row, {}, 10);
    return row;
}

QComboBox* LearnPage::addFilter(const QString& id, const QString& name)
{
    auto* box = new Chooser;
    box->setObjectName(id);
    box->setAccessibleName(name);
    box->setToolTip(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(box, &QComboBox::currentIndexChanged, this, &LearnPage::list);
    return box;
}

/// What there is to choose of the lessons that are there.
void LearnPage::fillFilters()
{
    const QSignalBlocker quietModels(m_models), quietLevels(m_levels);
    const QVariant model = m_models->currentData(), level = m_levels->currentData();
    while (m_models->count() > 1) m_models->removeItem(1);
    while (m_levels->count() > 1) m_levels->removeItem(1);
    const auto& lessons = m_table.all();
    for (const Model& known : catalogue())
        if (std::ranges::any_of(lessons, [&](const ShelvedLesson& l) { return std::ranges::count(l.models, &known) > 0; }))
            m_models->addItem(spoken(known.name), fromView(known.id));
    for (const ShelvedLesson& lesson : lessons)
        if (!lesson.level.isEmpty() && m_levels->findData(lesson.level) < 0) m_levels->addItem(nameOfLevel(lesson.level), lesson.level);
    m_models->setCurrentIndex(std::max(0, m_models->findData(model)));
    m_levels->setCurrentIndex(std::max(0, m_levels->findData(level)));
}

QWidget* LearnPage::makeRight()
{
    auto* cards = new QWidget;
    auto* column = new QVBoxLayout(cards);
    column->addWidget(m_course);
    column->addWidget(m_mystery);
    column->addWidget(m_folder);
    column->addStretch();
    pad(column, {}, 10);
    auto* scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("learnCards"));
    scroll->setWidget(cards);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    keepDressed(scroll, [scroll] { scroll->setFixedWidth(scaled(rightWidth)); });
    return scroll;
}

void LearnPage::open()
{
    m_isNext = true;
    Page::open();
    m_list->setFocus();
    read();
}

void LearnPage::read() { m_shelf.ask({lessonFolder(), languageOfWindow()}); }

void LearnPage::take(Shelf shelf)
{
    m_folder->show(lessonFolder(), shelf.own);
    m_course->show(shelf.shipped);
    const auto done = std::ranges::count_if(shelf.shipped, &ShelvedLesson::isDone);
    m_count->setText(tr("%1 lessons · %2 done").arg(shelf.shipped.size()).arg(done));
    if (std::exchange(m_isNext, false) && !shelf.shipped.empty()) m_chosen = shelf.shipped[nextOf(shelf.shipped)].id;
    m_table.setLessons(std::move(shelf.shipped));
    fillFilters();
    list();
    m_list->fit();
}

/// Lists what the filters and the words leave; the chosen lesson stays chosen where it is left.
void LearnPage::list()
{
    const QString chosen = m_chosen;
    m_table.setFilter({.model = findModel(m_models->currentData().toString().toStdString()),
                       .level = m_levels->currentData().toString(),
                       .words = search().text()});
    const auto it = std::ranges::find(m_table.all(), chosen, &ShelvedLesson::id);
    const QModelIndex there = m_table.indexOf(static_cast<std::size_t>(it - m_table.all().begin()));
    choose(there.isValid() ? there : m_table.index(0, LessonTable::title));
    if (!there.isValid()) m_chosen = chosen;
    tellNothingFound();
}

void LearnPage::choose(const QModelIndex& index)
{
    if (!index.isValid()) return;
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
    showChosen();
}

void LearnPage::showChosen()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid()) return;
    m_chosen = m_table.at(index).id;
    m_next->show(m_table.at(index));
}

void LearnPage::tellNothingFound()
{
    const bool isEmpty = m_table.rowCount() == 0;
    m_nothing->setText(search().text().trimmed().isEmpty() ? tr("No lesson is left by these filters.")
                                                           : tr("No lesson says “%1” here.").arg(search().text().trimmed()));
    m_nothing->setVisible(isEmpty);
    m_lift->setVisible(isEmpty);
    m_next->setVisible(!isEmpty);
}

void LearnPage::finish(const QString& path)
{
    leave();
    emit chosen(path);
}

void LearnPage::adoptFolder(const QString& folder)
{
    setLessonFolder(folder);
    read();
}

/// From the search down to the list, and Enter there opens what is found; what is there is read anew when one comes back to the window.
bool LearnPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parent() && event->type() == QEvent::WindowActivate && isVisible()) read();
    if (watched != &search() || event->type() != QEvent::KeyPress) return Page::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (key == Qt::Key_Down) m_list->setFocus();
    else if (isEnter && m_list->currentIndex().isValid()) finish(m_table.at(m_list->currentIndex()).path);
    else return Page::eventFilter(watched, event);
    return true;
}

}
