// SPDX-License-Identifier: GPL-3.0-or-later
#include "card_delegate.h"

#include "icons.h"
#include "theme.h"
#include "words.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr double padding = 1, pictureHeight = 6.6, footPadding = 0.45; // in heights of a line
constexpr double corner = 8, buttonCorner = 6, smaller = 0.9, larger = 1.1;

QFont resized(QFont font, double factor, int weight = QFont::Normal)
{
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setWeight(static_cast<QFont::Weight>(weight));
    return font;
}

double heightOf(const QString& text, const QFont& font, double width)
{
    return std::ceil(QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 1e4), Qt::TextWordWrap, text).height());
}

void write(QPainter& painter, const QRectF& place, const QString& text, const QFont& font, const QColor& colour, int flags = Qt::AlignTop)
{
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(place, flags | Qt::AlignLeft | Qt::TextWordWrap, text);
}

}

QFont CardDelegate::fontOf(Line line) const
{
    return line == name ? resized(m_font, larger, QFont::DemiBold) : line == question ? m_font : resized(m_font, smaller);
}

QString CardDelegate::textOf(const Card& card, Line line) const
{
    switch (line) {
    case model: return spoken(card.model().name);
    case name: return card.preset.name;
    case question: return card.preset.question;
    case look: return card.preset.look;
    case numbers: return card.numbers ? told(*card.numbers, card.model()) : QString();
    case lines: break;
    }
    return {};
}

QSize CardDelegate::fit(int width, const QFont& font)
{
    m_font = font;
    m_em = QFontMetricsF(font).height();
    m_picture = std::round(pictureHeight * m_em);
    const double inside = width - (gap + 2 * padding) * m_em;
    for (int i = 0; i < lines; ++i) {
        const auto line = static_cast<Line>(i);
        m_heights[i] = std::ceil(QFontMetricsF(fontOf(line)).height());
        for (const Card& card : m_cards.all())
            m_heights[i] = std::max(m_heights[i], heightOf(textOf(card, line), fontOf(line), inside - indentOf(line)));
    }
    m_item = QSize(width, 0);
    const QRect button = buttonOn({0, 0, width, 0});
    m_foot = button.height();
    for (const Card& card : m_cards.all())
        m_foot = std::max(m_foot, heightOf(card.preset.source, resized(m_font, smaller), inside - button.width() - 0.5 * m_em));
    m_foot = std::ceil(m_foot + 2 * footPadding * m_em);
    double words = 0;
    for (const double height : m_heights) words += height + 0.25 * m_em;
    m_item.setHeight(static_cast<int>(std::ceil(gap * m_em + m_picture + 1.2 * m_em + words + m_foot)));
    return m_item;
}

QRectF CardDelegate::cardIn(const QRect& item) const
{
    const double half = gap * m_em / 2;
    return QRectF(item).adjusted(half, half, -half, -half);
}

QRect CardDelegate::buttonOn(const QRect& item) const
{
    const QFontMetricsF metrics(resized(m_font, 1, QFont::DemiBold));
    const QSizeF size(std::ceil(metrics.horizontalAdvance(tr("Open")) + 1.7 * m_em), std::ceil(1.7 * m_em));
    const QRectF card = cardIn(item);
    return QRectF({card.right() - padding * m_em - size.width(), card.bottom() - (m_foot + size.height()) / 2}, size).toRect();
}

void CardDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& colours = theme();
    const bool isChosen = option.state & QStyle::State_Selected, isHovered = option.state & QStyle::State_MouseOver;
    const Card& card = m_cards.at(index);
    const QRectF place = cardIn(option.rect);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const double line = exactly(isChosen ? 2 : 1);
    painter->setPen(QPen(isChosen || isHovered ? colours.accent : colours.border, line));
    painter->setBrush(colours.raised);
    painter->drawRoundedRect(place.adjusted(line / 2, line / 2, -line / 2, -line / 2), exactly(corner), exactly(corner));
    const QRectF words = place.adjusted(padding * m_em, m_picture, -padding * m_em, -m_foot);
    painter->setPen(QPen(colours.border, 1));
    for (const double y : {words.top(), words.bottom()})
        painter->drawLine(QPointF(place.left() + line, std::floor(y) + 0.5), QPointF(place.right() - line, std::floor(y) + 0.5));
    const double inset = 0.9 * m_em;
    paintPicture(*painter, {words.left(), place.top() + inset, words.width(), m_picture - 1.5 * inset}, m_cards.numberOf(index));
    paintWords(*painter, words, card);
    paintFoot(*painter, {words.left(), words.bottom(), words.width(), m_foot}, card.preset.source,
              isChosen ? buttonOn(option.rect) : QRect());
    painter->restore();
}

void CardDelegate::paintPicture(QPainter& painter, const QRectF& place, std::size_t number) const
{
    const Card& card = m_cards.all()[number];
    if (!card.run) return;
    const CardSweep whole{stretchOf(card.preset)};
    const bool isLive = m_live && m_live->card == number;
    painter.save();
    painter.setClipRect(place.adjusted(-2, -2, 2, 2));
    if (isLive) paintRun(painter, place, *m_live->trace, card.axes, m_live->sweeps);
    else paintRun(painter, place, *card.run, card.axes, {&whole, 1});
    painter.restore();
}

void CardDelegate::paintWords(QPainter& painter, const QRectF& place, const Card& card) const
{
    double top = place.top() + 0.6 * m_em;
    for (int i = 0; i < lines; ++i) {
        const auto line = static_cast<Line>(i);
        const QRectF at(place.left() + indentOf(line), top, place.width() - indentOf(line), m_heights[i]);
        const bool isLoud = line == name || line == question;
        write(painter, at, textOf(card, line), fontOf(line), isLoud ? theme().text : theme().faint);
        const int side = static_cast<int>(m_em);
        if (line == look) icon(Sign::eye, theme().faint).paint(&painter, QRectF(place.left(), top, side, side).toRect());
        top += m_heights[i] + 0.25 * m_em;
    }
}

/// The source, and the button where it has a place.
void CardDelegate::paintFoot(QPainter& painter, const QRectF& place, const QString& source, const QRect& button) const
{
    const QRectF room = button.isNull() ? place : place.adjusted(0, 0, -button.width() - 0.5 * m_em, 0);
    write(painter, room, source, resized(m_font, smaller), theme().faint, Qt::AlignVCenter);
    if (button.isNull()) return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().accent);
    painter.drawRoundedRect(button, exactly(buttonCorner), exactly(buttonCorner));
    painter.setFont(resized(m_font, 1, QFont::DemiBold));
    painter.setPen(theme().onAccent);
    painter.drawText(button, Qt::AlignCenter, tr("Open"));
}

}
