// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shelf.h"

#include <QAbstractTableModel>

#include <optional>

namespace rheobase {

/// Lessons, a row each, of which those are listed that a filter leaves.
class LessonTable : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { number, title, asks, model, level, time, state, columns };
    /// What is left: of a model and a level, where they are given, and all that has these words.
    struct Filter {
        const Model* model = nullptr;
        QString level{}, words{};
        bool leaves(const ShelvedLesson& lesson) const;
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setLessons(std::vector<ShelvedLesson> lessons);
    void setFilter(const Filter& filter);
    const Filter& filter() const { return m_filter; }
    const std::vector<ShelvedLesson>& all() const { return m_all; }
    const ShelvedLesson& at(const QModelIndex& index) const { return m_all[m_listed[static_cast<std::size_t>(index.row())]]; }
    /// What stands in a column of a lesson.
    static QString textOf(const ShelvedLesson& lesson, int column);
    /// Where a lesson is listed, if it is.
    QModelIndex indexOf(std::size_t lesson) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void list();

    std::vector<ShelvedLesson> m_all;
    std::vector<std::size_t> m_listed;
    Filter m_filter;
};

}
