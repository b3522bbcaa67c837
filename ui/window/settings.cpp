// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings.h"

#include <QSettings>

namespace rheobase {

Settings Settings::load()
{
    const QSettings store;
    Settings settings;
    settings.geometry = store.value("window/geometry").toByteArray();
    settings.splitter = store.value("window/splitter").toByteArray();
    settings.views = store.value("window/views").toByteArray();
    settings.hiddenRows = store.value("window/hiddenRows").toStringList();
    settings.shownRows = store.value("window/shownRows").toStringList();
    const QString look = store.value("look").toString();
    settings.look = look == "light" ? Look::light : look == "dark" ? Look::dark : Look::system;
    settings.language = store.value("language").toString();
    return settings;
}

void Settings::save() const
{
    QSettings store;
    store.setValue("window/geometry", geometry);
    store.setValue("window/splitter", splitter);
    store.setValue("window/views", views);
    store.setValue("window/hiddenRows", hiddenRows);
    store.setValue("window/shownRows", shownRows);
    store.setValue("look", look == Look::light ? "light" : look == Look::dark ? "dark" : "system");
    store.setValue("language", language);
}

}
