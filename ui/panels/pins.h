// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace rheobase {

/// The names of the editors that a user has pinned, of a model by its id; kept between runs.
QStringList pinsOf(const QString& model);
void setPinned(const QString& model, const QString& editor, bool on);

}
