// SPDX-License-Identifier: GPL-3.0-or-later
// How a class's table looks, and is used.
#include "class_table.h"

#include "icons.h"
#include "row_list.h"
#include "theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace rheobase {

namespace {

constexpr int lineHeight = 25, headHeight = 54, nameWidth = 118, stateWidth = 62, leastStep = 44; // px
constexpr int edge = 3, side = 13;

/// A bulb: hints were taken.
void paintBulb(QPainter& painter, const QRectF& place)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme().faint, exactly(1.2)));
    painter.setBrush(Qt::NoBrush);
    const double r = place.width() * 0.32;
    const QPointF middle(place.center().x(), place.top() + place.height() * 0.38);
    painter.drawEllipse(middle, r, r);
    for (const double y : {0.76, 0.9})
        painter.drawLine(QPointF(middle.x() - r / 2, place.top() + y * place.height()),
                         QPointF(middle.x() + r / 2, place.top() + y * place.height()));
    painter.restore();
}

void paintRing(QPainter& painter, const QRectF& place, const QColor& colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, exactly(2)));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(place.center(), exactly(4), exactly(4));
    painter.restore();
}

void paintState(QPainter& painter, const QRect& place, Overview::Cell::State state)
{
    using State = Overview::Cell::State;
    if (state == State::done) icon(Sign::done, theme().rest).paint(&painter, place);
    else if (state == State::here) paintRing(painter, place, theme().accent);
    else if (state == State::believed) paintRing(painter, place, theme().rest);
    else {
        painter.setPen(state == State::open ? theme().text : theme().disabled);
        painter.drawText(place, Qt::AlignCenter, QStringLiteral("–"));
    }
}

/// As much of a cell as there is room for; its tip tells the rest.
Overview::Cell fit(Overview::Cell cell, int room, const QFont& font)
{
    if (paintCell(nullptr, {}, cell, font) > room) cell.hints = std::min(cell.hints, 1);
    if (paintCell(nullptr, {}, cell, font) > room) cell.tries = 0;
    return cell;
}

}

void paintNamed(QPainter& painter, const QRect& place)
{
    painter.fillRect(place, theme().notYet);
    painter.fillRect(QRect(place.left(), place.top(), scaled(edge), place.height()), theme().current);
}

int paintCell(QPainter* painter, const QRect& place, const Overview::Cell& cell, const QFont& font)
{
    const QFontMetrics metrics(font);
    const int box = scaled(side), gap = scaled(3);
    int x = place.left();
    const auto next = [&](int width) {
        const QRect here(x, place.center().y() - box / 2, width, box);
        x += width + gap;
        return here;
    };
    const auto write = [&](int number) {
        const QString text = QString::number(number);
        const QRect here = next(metrics.horizontalAdvance(text)).adjusted(-gap, -box, gap, box);
        if (!painter) return;
        painter->setPen(theme().faint);
        painter->drawText(here, Qt::AlignCenter, text);
    };
    if (const QRect here = next(box); painter) paintState(*painter, here, cell.state);
    if (cell.tries > 1) write(cell.tries);
    if (cell.hints > 0)
        if (const QRect here = next(box); painter) paintBulb(*painter, here);
    if (cell.hints > 1) write(cell.hints);
    return x - gap - place.left();
}

void ClassCells::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QRect cell = option.rect;
    const bool isChosen = option.state & QStyle::State_Selected;
    if (isChosen) painter->fillRect(cell, theme().chosen);
    if (m_table.hasMisconception(index)) paintNamed(*painter, cell.adjusted(scaled(2), scaled(1), -scaled(2), -scaled(1)));
    painter->fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), theme().grid);
    if (isChosen && m_table.isName(index.column()))
        painter->fillRect(QRect(cell.left(), cell.top(), scaled(edge), cell.height()), theme().accent);
    if (const auto* what = m_table.cell(index)) {
        const Overview::Cell fitting = fit(*what, cell.width() - scaled(edge + 4), option.font);
        const int width = paintCell(nullptr, cell, fitting, option.font);
        const int left = cell.left() + std::max(scaled(edge + 3), (cell.width() - width) / 2);
        paintCell(painter, QRect(left, cell.top(), width, cell.height()), fitting, option.font);
    } else {
        const bool isUnreadable = !m_table.student(index.row());
        painter->setPen(isUnreadable ? theme().danger : m_table.isState(index.column()) ? theme().faint : theme().text);
        const QRect place = cell.adjusted(scaled(12), 0, -scaled(10), 0);
        painter->drawText(place, static_cast<int>(Qt::AlignVCenter | (m_table.isState(index.column()) ? Qt::AlignRight : Qt::AlignLeft)),
                          option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, place.width()));
    }
    const bool isHere = option.state & QStyle::State_HasFocus && !m_table.isName(index.column());
    if (!isHere) return;
    painter->setPen(theme().accent);
    painter->drawRect(cell.adjusted(0, 0, -1, -1));
}

ClassList::ClassList(ClassTable& table) : m_table(table), m_cells(table, this)
{
    setObjectName(QStringLiteral("class"));
    setAccessibleName(tr("The class"));
    setModel(&table);
    setItemDelegate(&m_cells);
    makeRowList(*this);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setHorizontalScrollMode(ScrollPerPixel);
    horizontalHeader()->setDefaultAlignment(Qt::AlignHCenter | Qt::AlignTop | static_cast<Qt::Alignment>(Qt::TextWordWrap));
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex& index) { emit opened(index.row()); });
    connect(&table, &QAbstractItemModel::modelReset, this, [this] { span(), fit(); });
    keepDressed(this, [this] {
        verticalHeader()->setMinimumSectionSize(1);
        verticalHeader()->setDefaultSectionSize(std::max(scaled(lineHeight), fontMetrics().height() + scaled(5)));
        horizontalHeader()->setFixedHeight(std::max(scaled(headHeight), 3 * fontMetrics().height() + scaled(8)));
        fit();
    });
}

/// What cannot be read is told across all columns.
void ClassList::span()
{
    clearSpans();
    for (int row = 0; row < m_table.rowCount(); ++row)
        if (!m_table.student(row)) setSpan(row, 0, 1, m_table.columnCount());
}

void ClassList::fit()
{
    const int steps = m_table.steps();
    if (m_table.columnCount() == 0) return;
    const QString longest = ClassTable::tr("%1 of %2").arg(steps).arg(steps);
    const int state = std::max(scaled(stateWidth), fontMetrics().horizontalAdvance(longest) + scaled(24));
    const int rest = viewport()->width() - scaled(nameWidth) - state;
    const int width = std::max(scaled(leastStep), steps > 0 ? rest / steps : 0);
    setColumnWidth(0, scaled(nameWidth) + std::max(0, rest - width * steps));
    for (int column = 1; column <= steps; ++column) setColumnWidth(column, width);
    setColumnWidth(steps + 1, state);
}

void ClassList::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fit();
}

void ClassList::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && currentIndex().isValid()) return emit opened(currentIndex().row());
    if (event->key() == Qt::Key_Escape) return event->ignore();
    QTableView::keyPressEvent(event);
}

}
