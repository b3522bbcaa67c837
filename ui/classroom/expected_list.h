// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "class_scene.h"

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>

namespace rheobase {

/// What was expected instead, the most frequent first.
class ExpectedTable : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    void setScene(const ClassScene& scene);
    const Overview::Misconception& at(int row) const { return m_scene->overview.misconceptions[static_cast<std::size_t>(row)]; }
    int students() const { return m_scene ? static_cast<int>(m_scene->overview.students.size()) : 0; }
    QString words(int row) const;
    QString countOf(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    const ClassScene* m_scene = nullptr;
};

/// Draws words, a bar and a count.
class ExpectedBars : public QStyledItemDelegate {
    Q_OBJECT
public:
    ExpectedBars(const ExpectedTable& table, QObject* parent) : QStyledItemDelegate(parent), m_table(table) {}
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const ExpectedTable& m_table;
};

/// Misconceptions as bars, of which one can be chosen, and let go again.
class ExpectedList : public QListView {
    Q_OBJECT
public:
    explicit ExpectedList(ExpectedTable& table);
    int chosen() const; ///< −1: none
    void choose(int row);

signals:
    void changed(int row); ///< −1: none

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    void toggle(int row) { choose(row == chosen() ? -1 : row); }
    ExpectedBars m_bars;
};

}
