// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson_list.h"

#include "icons.h"
#include "progress.h"
#include "row_list.h"
#include "theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace rheobase {

namespace {

constexpr int lineHeight = 28, inset = 12, edge = 3, leastQuestion = 190; // px
constexpr int numberWidth = 20, stateWidth = 104, dotRoom = 16;

}

void LessonCells::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const ShelvedLesson& lesson = m_table.at(index);
    const QRect cell = option.rect;
    const bool isChosen = option.state & QStyle::State_Selected;
    if (isChosen) painter->fillRect(cell, theme().chosen);
    painter->fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), theme().grid);
    if (isChosen && index.column() == LessonTable::number)
        painter->fillRect(QRect(cell.left(), cell.top(), scaled(edge), cell.height()), theme().accent);
    const QRect place = cell.adjusted(scaled(inset) / 2, 0, -scaled(inset) / 2, 0);
    if (index.column() == LessonTable::state) paintState(*painter, place, lesson);
    else paintText(*painter, option, place, index);
}

void LessonCells::paintText(QPainter& painter, const QStyleOptionViewItem& option, const QRect& place, const QModelIndex& index) const
{
    const ShelvedLesson& lesson = m_table.at(index);
    const int column = index.column();
    const bool hasDot = column == LessonTable::title && lesson.isOfShortCourse;
    const bool isNumeric = column == LessonTable::number || column == LessonTable::time;
    QFont font = option.font;
    if (column == LessonTable::title && lesson.isBegun() && !lesson.isDone()) font.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(font);
    const int room = place.width() - (hasDot ? scaled(dotRoom) : 0);
    const QString text = metrics.elidedText(index.data().toString(), Qt::ElideRight, room);
    const bool isFaint = column != LessonTable::title && column != LessonTable::time;
    painter.setFont(font);
    painter.setPen(isFaint ? theme().faint : theme().text);
    painter.drawText(place, static_cast<int>(Qt::AlignVCenter | (isNumeric ? Qt::AlignRight : Qt::AlignLeft)), text);
    if (!hasDot) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().current);
    const double x = place.left() + metrics.horizontalAdvance(text) + exactly(10);
    painter.drawEllipse(QPointF(x, place.center().y() + 1), exactly(3), exactly(3));
    painter.restore();
}

void LessonCells::paintState(QPainter& painter, const QRect& place, const ShelvedLesson& lesson) const
{
    if (!lesson.isDone()) return paintSegments(painter, place, lesson.done);
    const int side = scaled(14);
    icon(Sign::done, theme().rest).paint(&painter, QRect(place.left(), place.top() + (place.height() - side) / 2 + 1, side, side));
    painter.setPen(theme().text);
    painter.drawText(place.adjusted(side + scaled(6), 0, 0, 0), Qt::AlignVCenter, stateOf(lesson));
}

int LessonCells::widthOf(int column, const QFont& font) const
{
    if (column == LessonTable::state) return scaled(stateWidth);
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(bold);
    int widest = metrics.horizontalAdvance(m_table.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    for (const ShelvedLesson& lesson : m_table.all()) {
        const int dot = column == LessonTable::title && lesson.isOfShortCourse ? scaled(dotRoom) : 0;
        widest = std::max(widest, metrics.horizontalAdvance(LessonTable::textOf(lesson, column)) + dot);
    }
    return std::max(widest, column == LessonTable::number ? scaled(numberWidth) : 0) + scaled(inset) + 2;
}

LessonList::LessonList(LessonTable& table) : m_table(table), m_cells(table, this)
{
    setObjectName(QStringLiteral("lessons"));
    setAccessibleName(tr("Lessons"));
    setModel(&table);
    setItemDelegate(&m_cells);
    makeRowList(*this);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QTableView::doubleClicked, this, &LessonList::opened);
    keepDressed(this, [this] {
        verticalHeader()->setMinimumSectionSize(1);
        verticalHeader()->setDefaultSectionSize(std::max(scaled(lineHeight), fontMetrics().height() + scaled(6)));
        fit();
    });
}

void LessonList::fit()
{
    int widths[LessonTable::columns], rest = viewport()->width();
    for (int column = 0; column < LessonTable::columns; ++column) widths[column] = m_cells.widthOf(column, font());
    for (const int column : {LessonTable::number, LessonTable::title, LessonTable::time, LessonTable::state}) rest -= widths[column];
    for (const int column : {LessonTable::level, LessonTable::model}) {
        const bool fits = rest - widths[column] >= scaled(leastQuestion);
        setColumnHidden(column, !fits);
        if (fits) rest -= widths[column];
    }
    widths[LessonTable::asks] = std::max(rest, 0);
    setColumnHidden(LessonTable::asks, rest < scaled(leastQuestion) / 2);
    if (isColumnHidden(LessonTable::asks)) widths[LessonTable::title] += rest;
    for (int column = 0; column < LessonTable::columns; ++column) setColumnWidth(column, widths[column]);
}

void LessonList::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fit();
}

void LessonList::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && currentIndex().isValid()) return emit opened(currentIndex());
    if (event->key() == Qt::Key_Escape) return event->ignore();
    QTableView::keyPressEvent(event);
}

}
