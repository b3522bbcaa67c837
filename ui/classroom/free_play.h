// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "class_scene.h"

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>

class QLabel;
class QPushButton;

namespace rheobase {

/// What students kept in free play, a card each, with what differs; without names.
class KeptCards : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    void setScene(const ClassScene& scene);
    const KeptCard& at(int row) const { return m_scene->kept[static_cast<std::size_t>(row)]; }
    /// "R 10 · 14 · 20 MΩ" as rich text.
    QString words(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    const ClassScene* m_scene = nullptr;
};

/// Draws a card: its curves, below them what differs.
class KeptPicture : public QStyledItemDelegate {
    Q_OBJECT
public:
    KeptPicture(const KeptCards& cards, QObject* parent) : QStyledItemDelegate(parent), m_cards(cards) {}
    void setSize(QSize size) { m_size = size; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return m_size; }

private:
    const KeptCards& m_cards;
    QSize m_size{180, 124};
};

/// The gallery of a class's free play: one row of cards, or large, as many rows as there are.
class FreePlay : public QWidget {
    Q_OBJECT
public:
    FreePlay();
    void setScene(const ClassScene& scene);
    void setLarge(bool isLarge);
    /// Shut, there is but the heading: where there is no room.
    void setOpen(bool isOpen);

signals:
    void largeWanted(bool isLarge);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    KeptCards m_cards;
    KeptPicture m_picture;
    QListView* m_list;
    QLabel* m_count;
    QPushButton* m_large;
    bool m_isLarge = false;
};

}
