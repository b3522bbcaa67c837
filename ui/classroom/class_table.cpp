// SPDX-License-Identifier: GPL-3.0-or-later
#include "class_table.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace rheobase {

void ClassTable::setScene(const ClassScene& scene, const std::vector<ClassFile>& files)
{
    beginResetModel();
    m_scene = &scene;
    m_chosen = -1;
    m_unreadable.clear();
    for (const ClassFile& file : files)
        if (!file.complaint.isEmpty())
            m_unreadable.emplace_back(file.path, tr("%1 cannot be read: %2").arg(QFileInfo(file.path).fileName(), file.complaint));
    endResetModel();
}

void ClassTable::setChosen(int misconception)
{
    m_chosen = misconception;
    if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

const Overview::Student* ClassTable::student(int row) const
{
    const auto& students = m_scene->overview.students;
    return row >= 0 && row < std::ssize(students) ? &students[static_cast<std::size_t>(row)] : nullptr;
}

const Overview::Cell* ClassTable::cell(const QModelIndex& index) const
{
    const auto* who = student(index.row());
    if (!who || isName(index.column()) || isState(index.column())) return nullptr;
    return &who->cells[static_cast<std::size_t>(index.column() - 1)];
}

bool ClassTable::hasMisconception(const QModelIndex& index) const
{
    const auto* what = cell(index);
    if (!what || what->tags.empty()) return false;
    if (m_chosen < 0) return true;
    const auto& chosen = m_scene->overview.misconceptions[static_cast<std::size_t>(m_chosen)];
    return static_cast<int>(chosen.step) == index.column() - 1 && what->tags.contains(chosen.tag);
}

QString ClassTable::path(int row) const
{
    const auto students = std::ssize(m_scene->overview.students);
    return row < students ? m_scene->paths[row] : m_unreadable[static_cast<std::size_t>(row - students)].first;
}

/// Who gave no name is known by the file.
QString ClassTable::nameOf(int row) const
{
    const QString name = QString::fromStdString(student(row)->name);
    return name.isEmpty() ? tr("no name (%1)").arg(QFileInfo(path(row)).baseName()) : name;
}

int ClassTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_scene ? 0 : static_cast<int>(m_scene->overview.students.size() + m_unreadable.size());
}

QString ClassTable::stateOf(const Overview::Student& who) const
{
    return who.done == who.cells.size() ? tr("done") : tr("%1 of %2").arg(who.done).arg(who.cells.size());
}

/// All that the signs of a cell say.
QString ClassTable::spokenCell(const QModelIndex& index) const
{
    using State = Overview::Cell::State;
    const auto& what = *cell(index);
    QStringList words;
    if (what.state == State::untouched) words << tr("not begun");
    if (what.state == State::open) words << tr("not solved");
    if (what.state == State::here) words << tr("here now");
    if (what.state == State::done) words << tr("solved");
    if (what.state == State::believed) words << tr("held for right");
    if (what.tries > 0) words << counted(static_cast<std::size_t>(what.tries), tr("1 try"), tr("%1 tries"));
    if (what.hints > 0) words << counted(static_cast<std::size_t>(what.hints), tr("1 hint"), tr("%1 hints"));
    if (what.points) words << counted(static_cast<std::size_t>(*what.points), tr("1 point"), tr("%1 points"));
    for (const std::string& tag : what.tags) words << tr("named: %1").arg(QString::fromStdString(tag));
    return words.join(QStringLiteral(", "));
}

QVariant ClassTable::data(const QModelIndex& index, int role) const
{
    const auto* who = student(index.row());
    if (!who) {
        const auto& sentence = m_unreadable[static_cast<std::size_t>(index.row()) - m_scene->overview.students.size()].second;
        return index.column() == 0 && (role == Qt::DisplayRole || role == Qt::ToolTipRole) ? sentence : QVariant();
    }
    if (isName(index.column())) return role == Qt::DisplayRole || role == Qt::ToolTipRole ? nameOf(index.row()) : QVariant();
    if (isState(index.column())) return role == Qt::DisplayRole ? stateOf(*who) : QVariant();
    return role == Qt::ToolTipRole || role == Qt::AccessibleTextRole ? spokenCell(index) : QVariant();
}

QVariant ClassTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole && isName(section)) return QVariant::fromValue(Qt::AlignLeft | Qt::AlignTop);
    if (orientation != Qt::Horizontal || !m_scene || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) return {};
    if (isName(section)) return tr("Pseudonym");
    if (isState(section)) return tr("State");
    const Step& step = m_scene->lesson().steps[static_cast<std::size_t>(section - 1)];
    const QString title = QString::fromStdString(step.title);
    if (role == Qt::DisplayRole) return QStringLiteral("%1\n%2").arg(section).arg(title);
    return step.start.gate && !step.start.gate->word.empty()
               ? tr("%1\nOpens by the word “%2”").arg(title, QString::fromStdString(step.start.gate->word))
               : title;
}

}
