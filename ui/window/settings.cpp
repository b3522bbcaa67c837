// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>

namespace rheobase {

namespace {

/// Where the settings are read from: those of the program, and those of its house.
QStringList settingsFiles()
{
    const QString house =
        QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u'/' + QCoreApplication::organizationName();
    return {house + u'/' + QCoreApplication::applicationName() + QStringLiteral(".conf"), house + QStringLiteral(".conf")};
}

/// True of a file that may be ours: we write less than 1 MB, and no values that only Qt can make of bytes.
bool maybeOurs(const QString& path)
{
    constexpr qint64 most = 1 << 20;
    QFile file(path);
    return file.size() <= most && (!file.open(QIODevice::ReadOnly) || !file.read(most).contains("@Variant("));
}

/// Qt trusts the lengths inside of the states it saved, and writes past its memory where they were changed: they are only given to
/// it as it wrote them.
QByteArray digest(const Settings& settings)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray* state : {&settings.geometry, &settings.splitter, &settings.views}) {
        hash.addData(QByteArray::number(state->size()) + ' ');
        hash.addData(*state);
    }
    return hash.result().toHex();
}

/// A place where nothing is, and where nothing stays.
void settingsForNow()
{
    static const QTemporaryDir folder;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
}

}

void guardSettings()
{
    for (const QString& path : settingsFiles()) {
        const QFileInfo info(path);
        if (!info.exists() || (info.isFile() && maybeOurs(path))) continue;
        const QString aside = path + QStringLiteral(".broken");
        if (!info.isFile() || (QFile::exists(aside) && !QFile::remove(aside)) || !QFile::rename(path, aside)) settingsForNow();
    }
}

Settings Settings::load()
{
    const QSettings store;
    Settings settings;
    settings.geometry = store.value("window/geometry").toByteArray();
    settings.splitter = store.value("window/splitter").toByteArray();
    settings.views = store.value("window/views").toByteArray();
    if (store.value("window/digest").toByteArray() != digest(settings)) settings.geometry = settings.splitter = settings.views = {};
    settings.hiddenRows = store.value("window/hiddenRows").toStringList();
    settings.shownRows = store.value("window/shownRows").toStringList();
    settings.recent = store.value("recent").toStringList();
    settings.seenHints = store.value("window/seenHints").toStringList();
    const QString look = store.value("look").toString();
    settings.look = look == "light" ? Look::light : look == "dark" ? Look::dark : Look::system;
    const auto scale = [&](const char* key, double usual) {
        return std::clamp(store.value(key, usual).toDouble(), leastScale, greatestScale);
    };
    settings.textScale = scale("textScale", 1);
    settings.presentedScale = scale("presentedScale", 1.5);
    settings.language = store.value("language").toString();
    return settings;
}

void Settings::save() const
{
    QSettings store;
    store.setValue("window/geometry", geometry);
    store.setValue("window/splitter", splitter);
    store.setValue("window/views", views);
    store.setValue("window/digest", digest(*this));
    store.setValue("window/hiddenRows", hiddenRows);
    store.setValue("window/shownRows", shownRows);
    store.setValue("recent", recent);
    store.setValue("window/seenHints", seenHints);
    store.setValue("look", look == Look::light ? "light" : look == Look::dark ? "dark" : "system");
    store.setValue("textScale", textScale);
    store.setValue("presentedScale", presentedScale);
    store.setValue("language", language);
}

}
