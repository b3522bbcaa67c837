// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson_table.h"

#include <QStyledItemDelegate>
#include <QTableView>

namespace rheobase {

/// Draws the cells of lessons: a dot beside what belongs to the short course, how far one has come.
class LessonCells : public QStyledItemDelegate {
    Q_OBJECT
public:
    LessonCells(const LessonTable& table, QObject* parent) : QStyledItemDelegate(parent), m_table(table) {}
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// The width that a column needs in this font, whatever of it is listed.
    int widthOf(int column, const QFont& font) const;

private:
    void paintText(QPainter& painter, const QStyleOptionViewItem& option, const QRect& place, const QModelIndex& index) const;
    void paintState(QPainter& painter, const QRect& place, const ShelvedLesson& lesson) const;

    const LessonTable& m_table;
};

/// The lessons as a list. Where it is narrow it does without models, then levels.
class LessonList : public QTableView {
    Q_OBJECT
public:
    explicit LessonList(LessonTable& table);
    /// Columns as wide as what is in them.
    void fit();

signals:
    void opened(const QModelIndex& index); ///< by Enter, or a double click

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    const LessonTable& m_table;
    LessonCells m_cells;
};

}
