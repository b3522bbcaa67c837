// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cards.h"

#include <QFont>
#include <QStyledItemDelegate>

namespace rheobase {

/// What moves on one card instead of its picture.
struct LivePicture {
    std::size_t card;
    std::shared_ptr<const Trace> trace;
    std::vector<CardSweep> sweeps;
};

/// Draws cards, all of one size. The chosen one has a button.
class CardDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    /// The space between two cards, and the least width of one, in heights of a line.
    static constexpr double gap = 0.8, leastWidth = 17.8;

    explicit CardDelegate(const Cards& cards, QObject* parent = nullptr) : QStyledItemDelegate(parent), m_cards(cards) {}

    /// Makes room for the words of every card in this width (px), and tells the height that takes, both with the gap.
    QSize fit(int width, const QFont& font);
    void setLive(std::optional<LivePicture> live) { m_live = std::move(live); }
    /// Where the chosen card's button is, on what the view has for the card.
    QRect buttonOn(const QRect& item) const;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return m_item; }

private:
    /// The lines of a card from top to bottom.
    enum Line { model, name, question, look, numbers, lines };
    QFont fontOf(Line line) const;
    QString textOf(const Card& card, Line line) const;
    double indentOf(Line line) const { return line == look ? 1.4 * m_em : 0; }
    QRectF cardIn(const QRect& item) const;
    void paintPicture(QPainter& painter, const QRectF& place, std::size_t number) const;
    void paintWords(QPainter& painter, const QRectF& place, const Card& card) const;
    void paintFoot(QPainter& painter, const QRectF& place, const QString& source, const QRect& button) const;

    const Cards& m_cards;
    std::optional<LivePicture> m_live;
    QFont m_font;
    QSize m_item;
    double m_em = 16, m_picture = 0, m_foot = 0; // px
    double m_heights[lines] = {};
};

}
