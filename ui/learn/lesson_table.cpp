// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson_table.h"

#include "progress.h"

#include <algorithm>

namespace rheobase {

bool LessonTable::Filter::leaves(const ShelvedLesson& lesson) const
{
    if (model && std::ranges::find(lesson.models, model) == lesson.models.end()) return false;
    if (!level.isEmpty() && lesson.level != level) return false;
    const QString all = lesson.words();
    return std::ranges::all_of(words.split(u' ', Qt::SkipEmptyParts),
                               [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
}

void LessonTable::setLessons(std::vector<ShelvedLesson> lessons)
{
    m_all = std::move(lessons);
    list();
}

void LessonTable::setFilter(const Filter& filter)
{
    m_filter = filter;
    list();
}

void LessonTable::list()
{
    beginResetModel();
    m_listed.clear();
    for (std::size_t i = 0; i < m_all.size(); ++i)
        if (m_filter.leaves(m_all[i])) m_listed.push_back(i);
    endResetModel();
}

QModelIndex LessonTable::indexOf(std::size_t lesson) const
{
    const auto it = std::ranges::find(m_listed, lesson);
    return it == m_listed.end() ? QModelIndex() : index(static_cast<int>(it - m_listed.begin()), title);
}

int LessonTable::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_listed.size()); }

int LessonTable::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : columns; }

QVariant LessonTable::data(const QModelIndex& index, int role) const
{
    const ShelvedLesson& lesson = at(index);
    if (role == Qt::ToolTipRole && (index.column() == title || index.column() == asks)) return lesson.goal;
    if (role == Qt::AccessibleTextRole && index.column() == title && lesson.isOfShortCourse)
        return tr("%1 (short course)").arg(lesson.title);
    return role == Qt::DisplayRole ? textOf(lesson, index.column()) : QVariant();
}

QString LessonTable::textOf(const ShelvedLesson& lesson, int column)
{
    switch (column) {
    case number: return lesson.number;
    case title: return lesson.title;
    case asks: return lesson.asks;
    case model: {
        constexpr std::size_t most = 2;
        if (lesson.models.size() <= most) return nameOfModels(lesson.models);
        return tr("%1 and more").arg(nameOfModels({lesson.models.front()}));
    }
    case level: return nameOfLevel(lesson.level);
    case time: return told(lesson.minutes);
    default: return stateOf(lesson);
    }
}

QVariant LessonTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    const bool isNumeric = section == number || section == time;
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::AlignVCenter | (isNumeric ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole) return {};
    static const char* const names[columns] = {
        "", QT_TR_NOOP("Lesson"), QT_TR_NOOP("Asks"), QT_TR_NOOP("Model"), QT_TR_NOOP("Level"), QT_TR_NOOP("Time"), QT_TR_NOOP("State")};
    return *names[section] ? tr(names[section]) : QString();
}

}
