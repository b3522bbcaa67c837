// SPDX-License-Identifier: GPL-3.0-or-later
#include "measured_number.h"

#include "theme.h"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace rheobase {

namespace {

/// A document as a label lays it out.
void layOut(QTextDocument& document, const QLabel& label)
{
    const bool isRich = label.textFormat() == Qt::RichText || (label.textFormat() == Qt::AutoText && Qt::mightBeRichText(label.text()));
    document.setDefaultFont(label.font());
    document.setDocumentMargin(0);
    isRich ? document.setHtml(label.text()) : document.setPlainText(label.text());
    QTextOption option = document.defaultTextOption();
    option.setAlignment(label.alignment() & Qt::AlignHorizontal_Mask);
    option.setWrapMode(label.wordWrap() ? QTextOption::WordWrap : QTextOption::NoWrap);
    document.setDefaultTextOption(option);
    document.setTextWidth(label.contentsRect().width());
}

/// Where characters of a document stand; of several lines, those on the first.
QRect placeOfText(const QTextDocument& document, int position, int length)
{
    const QTextBlock block = document.findBlock(position);
    const int from = position - block.position();
    const QTextLine line = block.layout()->lineForTextPosition(from);
    if (!line.isValid()) return {};
    const int to = std::min(from + length, line.textStart() + line.textLength());
    const QRectF where(line.cursorToX(from), line.y(), line.cursorToX(to) - line.cursorToX(from), line.height());
    return where.translated(document.documentLayout()->blockBoundingRect(block).topLeft()).toAlignedRect();
}

}

QEvent::Type WhyAsked::kind()
{
    static const auto type = static_cast<Type>(registerEventType());
    return type;
}

MeasuredNumber::MeasuredNumber(const QString& text, QWidget* parent) : QLabel(text, parent) { setMouseTracking(true); }

void MeasuredNumber::setAbout(const QString& what) { setNumbers(what.isEmpty() ? std::vector<Number>() : std::vector<Number>{{what, {}}}); }

void MeasuredNumber::setNumbers(std::vector<Number> numbers)
{
    if (numbers == m_numbers) return;
    m_numbers = std::move(numbers);
    m_current = std::min(m_current, m_numbers.empty() ? 0 : m_numbers.size() - 1);
    setFocusPolicy(m_numbers.empty() ? Qt::NoFocus : Qt::TabFocus);
    update();
}

std::vector<MeasuredNumber::Place> MeasuredNumber::places() const
{
    if (m_numbers.empty() || text().isEmpty()) return {};
    QTextDocument document;
    layOut(document, *this);
    const auto spaced = [](QString words) { return words.replace(QChar(0x202F), u' '); }; // as rich text takes a thin space
    const QString plain = spaced(document.toPlainText());
    const QRect inside = contentsRect();
    const int room = inside.height() - static_cast<int>(document.size().height());
    const int top = inside.top() + (alignment().testFlag(Qt::AlignTop) ? 0 : alignment().testFlag(Qt::AlignBottom) ? room : room / 2);
    std::vector<Place> places;
    qsizetype next = 0;
    for (const Number& number : m_numbers) {
        const qsizetype at = plain.indexOf(spaced(number.text), next);
        if (at < 0) continue;
        const qsizetype length = number.text.isEmpty() ? plain.size() : number.text.size();
        places.push_back(
            {number.what, placeOfText(document, static_cast<int>(at), static_cast<int>(length)).translated(inside.left(), top)});
        next = at + length;
    }
    return places;
}

QRect MeasuredNumber::placeOf(const QString& what) const
{
    for (const Place& place : places())
        if (place.what == what) return place.where;
    return {};
}

const MeasuredNumber::Place* MeasuredNumber::placeAt(const std::vector<Place>& places, QPoint at) const
{
    const auto it = std::ranges::find_if(places, [&](const Place& place) { return place.where.adjusted(-3, -2, 3, 2).contains(at); });
    return it == places.end() ? nullptr : &*it;
}

void MeasuredNumber::ask(const Place& place)
{
    WhyAsked event(place.what, this, place.where);
    event.ignore();
    for (QWidget* widget = this; widget && !event.isAccepted(); widget = widget->parentWidget())
        QCoreApplication::sendEvent(widget, &event);
}

bool MeasuredNumber::event(QEvent* event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) update();
    return event->type() == WhyAsked::kind() ? false : QLabel::event(event);
}

void MeasuredNumber::paintEvent(QPaintEvent* event)
{
    QLabel::paintEvent(event);
    QPainter painter(this);
    const auto all = places();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool isChosen = hasFocus() && i == m_current;
        painter.setPen(isChosen ? QPen(theme().accent, scaled(2)) : QPen(theme().accent, scaled(1), Qt::DotLine));
        const int y = std::min(all[i].where.bottom(), height() - 1);
        painter.drawLine(all[i].where.left(), y, all[i].where.right(), y);
    }
}

void MeasuredNumber::mousePressEvent(QMouseEvent* event)
{
    const auto all = places();
    const Place* const place = event->button() == Qt::LeftButton ? placeAt(all, event->position().toPoint()) : nullptr;
    m_pressed = place ? place->what : QString();
    if (!place) return QLabel::mousePressEvent(event);
    m_current = static_cast<std::size_t>(place - all.data());
    event->accept();
}

void MeasuredNumber::mouseMoveEvent(QMouseEvent* event)
{
    const auto all = places();
    const bool isOver = placeAt(all, event->position().toPoint()) != nullptr;
    if (isOver) setCursor(Qt::PointingHandCursor);
    else unsetCursor();
    QLabel::mouseMoveEvent(event);
}

void MeasuredNumber::mouseReleaseEvent(QMouseEvent* event)
{
    const QString pressed = std::exchange(m_pressed, QString());
    if (pressed.isEmpty()) return QLabel::mouseReleaseEvent(event);
    const auto all = places();
    const Place* const place = placeAt(all, event->position().toPoint());
    if (place && place->what == pressed) ask(*place);
}

void MeasuredNumber::keyPressEvent(QKeyEvent* event)
{
    const auto all = places();
    const int key = event->key();
    const bool isAhead = key == Qt::Key_Right || key == Qt::Key_Down, isBack = key == Qt::Key_Left || key == Qt::Key_Up;
    if (all.empty() || !(isAhead || isBack || key == Qt::Key_Return || key == Qt::Key_Enter)) return QLabel::keyPressEvent(event);
    m_current = std::min(m_current, all.size() - 1);
    if (isAhead) m_current = std::min(m_current + 1, all.size() - 1);
    else if (isBack) m_current = m_current > 0 ? m_current - 1 : 0;
    else ask(all[m_current]);
    update();
}

}
