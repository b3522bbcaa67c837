// SPDX-License-Identifier: GPL-3.0-or-later
#include "expected_list.h"

#include "theme.h"
#include "words.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace rheobase {

namespace {

constexpr int lineHeight = 31, countWidth = 66, inset = 10, barHeight = 9; // px
constexpr int rowsSeen = 5;

}

void ExpectedTable::setScene(const ClassScene& scene)
{
    beginResetModel();
    m_scene = &scene;
    endResetModel();
}

QString ExpectedTable::words(int row) const { return capitalised(QString::fromStdString(at(row).words)); }

QString ExpectedTable::countOf(int row) const { return tr("%1 of %2").arg(at(row).students.size()).arg(students()); }

int ExpectedTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_scene ? 0 : static_cast<int>(m_scene->overview.misconceptions.size());
}

QVariant ExpectedTable::data(const QModelIndex& index, int role) const
{
    const auto& misconception = at(index.row());
    const QString step = tr("step %1").arg(misconception.step + 1);
    if (role == Qt::DisplayRole) return words(index.row());
    if (role == Qt::ToolTipRole)
        return QStringLiteral("%1 (%2): %3")
            .arg(words(index.row()), QString::fromStdString(misconception.tag), QString::fromStdString(misconception.feedback));
    if (role == Qt::AccessibleTextRole) return QStringLiteral("%1, %2, %3").arg(words(index.row()), step, countOf(index.row()));
    return role == Qt::UserRole ? step : QVariant();
}

void ExpectedBars::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QRect place = option.rect;
    const bool isChosen = option.state & QStyle::State_Selected;
    if (isChosen) painter->fillRect(place, theme().notYet);
    if (isChosen) painter->fillRect(QRect(place.left(), place.top(), scaled(3), place.height()), theme().current);
    const QRect inside = place.adjusted(scaled(inset), 0, -scaled(inset), 0);
    const int countRoom = std::max(scaled(countWidth), option.fontMetrics.horizontalAdvance(m_table.countOf(index.row())) * 6 / 5);
    const QRect count(inside.right() - countRoom, inside.top(), countRoom, inside.height());
    const int wordsWidth = (inside.width() - count.width()) * 56 / 100;
    QFont font = option.font;
    if (isChosen) font.setWeight(QFont::DemiBold);
    const QString step = index.data(Qt::UserRole).toString();
    const int stepWidth = option.fontMetrics.horizontalAdvance(step) + scaled(8);
    const QString words = QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, wordsWidth - stepWidth);
    painter->setFont(font);
    painter->setPen(theme().text);
    painter->drawText(inside, Qt::AlignVCenter | Qt::AlignLeft, words);
    painter->drawText(count, Qt::AlignVCenter | Qt::AlignRight, m_table.countOf(index.row()));
    painter->setFont(option.font);
    painter->setPen(theme().faint);
    painter->drawText(inside.adjusted(QFontMetrics(font).horizontalAdvance(words) + scaled(6), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                      step);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    QRectF bar(inside.left() + wordsWidth + scaled(8), place.center().y() - exactly(barHeight) / 2,
               count.left() - inside.left() - wordsWidth - scaled(16), exactly(barHeight));
    painter->setBrush(theme().grid);
    painter->drawRoundedRect(bar, exactly(3), exactly(3));
    bar.setWidth(bar.width() * static_cast<double>(m_table.at(index.row()).students.size()) / std::max(1, m_table.students()));
    painter->setBrush(isChosen ? theme().current : theme().pencil);
    painter->drawRoundedRect(bar, exactly(3), exactly(3));
    painter->restore();
    if (!(option.state & QStyle::State_HasFocus)) return;
    painter->setPen(theme().accent);
    painter->drawRect(place.adjusted(0, 0, -1, -1));
}

QSize ExpectedBars::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {scaled(200), std::max(scaled(lineHeight), option.fontMetrics.height() + scaled(10))};
}

ExpectedList::ExpectedList(ExpectedTable& table) : m_bars(table, this)
{
    setObjectName(QStringLiteral("expected"));
    setAccessibleName(tr("What was expected instead"));
    setProperty("role", QStringLiteral("bare"));
    setModel(&table);
    setItemDelegate(&m_bars);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

int ExpectedList::chosen() const { return selectedIndexes().isEmpty() ? -1 : selectedIndexes().first().row(); }

void ExpectedList::choose(int row)
{
    if (row < 0) selectionModel()->clearSelection();
    else selectionModel()->setCurrentIndex(model()->index(row, 0), QItemSelectionModel::ClearAndSelect);
    emit changed(row);
}

void ExpectedList::mousePressEvent(QMouseEvent* event)
{
    setFocus();
    if (const QModelIndex index = indexAt(event->pos()); index.isValid()) toggle(index.row());
}

void ExpectedList::keyPressEvent(QKeyEvent* event)
{
    const int row = currentIndex().row(), last = model()->rowCount() - 1;
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (last >= 0) choose(std::clamp(chosen() < 0 ? 0 : chosen() + (event->key() == Qt::Key_Down ? 1 : -1), 0, last));
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (row >= 0) toggle(row);
        return;
    default: event->ignore();
    }
}

QSize ExpectedList::sizeHint() const
{
    const int height = model()->rowCount() > 0 ? sizeHintForRow(0) : scaled(lineHeight);
    return {scaled(400), height * std::clamp(model()->rowCount(), 1, rowsSeen)};
}

QSize ExpectedList::minimumSizeHint() const { return {scaled(200), scaled(2 * lineHeight)}; }

}
