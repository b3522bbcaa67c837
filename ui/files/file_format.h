// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileInfo>
#include <QStringList>

namespace rheobase {

/// A format that the program writes: how the names of its files end, and its MIME type. A table of them is told by those below.
struct FileFormat {
    const char *ending, *mime;
};

/// The format in which a file of this name is written; null where its ending is none of the table.
template<class Table> auto formatOf(const Table& table, const QString& path) -> decltype(&*std::begin(table))
{
    const QString ending = QFileInfo(path).suffix().toLower();
    for (const auto& format : table)
        if (ending == QLatin1String(format.ending)) return &format;
    return nullptr;
}

/// "*.png *.svg *.pdf", for dialogs.
template<class Table> QString patternsOf(const Table& table)
{
    QStringList patterns;
    for (const auto& format : table) patterns << QStringLiteral("*.") + QLatin1String(format.ending);
    return patterns.join(u' ');
}

/// ".png, .svg, .pdf", for people.
template<class Table> QString endingsOf(const Table& table)
{
    QStringList endings;
    for (const auto& format : table) endings << u'.' + QLatin1String(format.ending);
    return endings.join(QStringLiteral(", "));
}

}
