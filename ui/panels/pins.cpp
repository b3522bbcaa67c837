// SPDX-License-Identifier: GPL-3.0-or-later
#include "pins.h"

#include <QSettings>

namespace rheobase {

QStringList pinsOf(const QString& model) { return QSettings().value("pins/" + model).toStringList(); }

void setPinned(const QString& model, const QString& editor, bool on)
{
    QStringList names = pinsOf(model);
    names.removeAll(editor);
    if (on) names << editor;
    QSettings().setValue("pins/" + model, names);
}

}
