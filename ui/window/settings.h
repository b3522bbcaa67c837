// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace rheobase {

/// What the program remembers between runs: the window's layout, look and language; nothing that affects results.
struct Settings {
    QByteArray geometry, splitter, views;
    QStringList hiddenRows, shownRows; ///< plots hidden or shown against their model's habit
    QStringList recent;                ///< documents, the last first
    QStringList seenHints;             ///< of the first start
    Look look = Look::system;
    double textScale = 1, presentedScale = 1.5; ///< leastScale … greatestScale; of a presentation
    QString language;                           ///< "" follows the system

    static Settings load();
    void save() const;
};

/// Sees to it, before anything is read, that settings are read at once: a file that this program cannot have written is renamed
/// "….broken"; where the place is taken by what is not a file, what is set lasts until the program ends.
void guardSettings();

}
