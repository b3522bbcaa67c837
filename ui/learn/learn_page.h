// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson_table.h"
#include "live_search.h"
#include "page.h"

#include <optional>

class QComboBox;
class QLabel;
class QToolButton;

namespace rheobase {

class FolderCard;
class LessonList;
class MysteryCard;
class NextCard;
class ShortCourseCard;

/// Where lessons begin: those that come with the program, the short course, and a folder of one's own. What is there is read in the
/// background whenever the page opens.
class LearnPage : public Page {
    Q_OBJECT
public:
    explicit LearnPage(QWidget* window);

    /// Shows itself, with the lesson chosen that comes next.
    void open();

signals:
    /// Of a lesson to begin, or to go on with.
    void chosen(const QString& path);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// Whose lessons and reports are read.
    struct Place {
        QString folder, language;
    };
    QWidget* makeLeft();
    QWidget* makeRight();
    QLayout* makeHeading();
    QComboBox* addFilter(const QString& id, const QString& name);
    void read();
    void take(Shelf shelf);
    void fillFilters();
    void list();
    void tellNothingFound();
    void choose(const QModelIndex& index);
    void showChosen();
    void finish(const QString& path);
    void adoptFolder(const QString& folder);

    LessonTable m_table;
    LessonList* m_list;
    NextCard* m_next;
    ShortCourseCard* m_course;
    FolderCard* m_folder;
    MysteryCard* m_mystery;
    QComboBox *m_models, *m_levels;
    QLabel *m_count, *m_nothing;
    QToolButton* m_lift;
    QString m_chosen;      // the id of the chosen lesson, also while it is not listed
    bool m_isNext = false; // the lesson that comes next is to be chosen
    LiveSearch<Place, Shelf> m_shelf;
};

}
