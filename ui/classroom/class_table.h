// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "class_scene.h"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>
#include <QTableView>

namespace rheobase {

/// A class as a table: a row a student, a column a step; at its end a line for each file that cannot be read.
class ClassTable : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    /// The scene outlives the table, or is set anew.
    void setScene(const ClassScene& scene, const std::vector<ClassFile>& files);
    /// The misconception whose cells stand out; −1: all.
    void setChosen(int misconception);

    int steps() const { return m_scene ? static_cast<int>(m_scene->lesson().steps.size()) : 0; }
    bool isName(int column) const { return column == 0; }
    bool isState(int column) const { return column == steps() + 1; }
    const Overview::Student* student(int row) const;
    /// What a student did in the step of a column; null in the other columns.
    const Overview::Cell* cell(const QModelIndex& index) const;
    bool hasMisconception(const QModelIndex& index) const;
    QString path(int row) const;
    QString nameOf(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() || !m_scene ? 0 : steps() + 2; }
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString stateOf(const Overview::Student& student) const;
    QString spokenCell(const QModelIndex& index) const;

    const ClassScene* m_scene = nullptr;
    std::vector<std::pair<QString, QString>> m_unreadable; // path, sentence
    int m_chosen = -1;
};

/// Draws what a student did in a step: solved, after how many tries, by how many hints; where a misconception was named, with an edge.
class ClassCells : public QStyledItemDelegate {
    Q_OBJECT
public:
    ClassCells(const ClassTable& table, QObject* parent) : QStyledItemDelegate(parent), m_table(table) {}
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const ClassTable& m_table;
};

/// The signs of a cell, from the left; as wide as is told. Nothing is drawn without a painter.
int paintCell(QPainter* painter, const QRect& place, const Overview::Cell& cell, const QFont& font);
/// The edge and ground of a misconception that was named.
void paintNamed(QPainter& painter, const QRect& place);

/// The class, with the keyboard: arrows, and Enter opens a report.
class ClassList : public QTableView {
    Q_OBJECT
public:
    explicit ClassList(ClassTable& table);
    /// Columns as wide as there is room.
    void fit();

signals:
    void opened(int row); ///< by Enter, or a double click

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void span();

    const ClassTable& m_table;
    ClassCells m_cells;
};

}
