// SPDX-License-Identifier: GPL-3.0-or-later
#include "presets.h"

#include "experiment_file.h"
#include "words.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

namespace rheobase {

namespace {

std::optional<PresetView> viewFrom(const QJsonObject& view)
{
    if (view.isEmpty()) return std::nullopt;
    return PresetView{view["trigger"].toString(), view["window_ms"].toDouble(), view["sweeps"].toInt()};
}

/// Resources are part of the program: one that cannot be read is a mistake in it, which the tests find.
Preset presetFrom(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) qFatal("%s: %s", qPrintable(path), qPrintable(file.errorString()));
    const QJsonObject document = QJsonDocument::fromJson(file.readAll()).object();
    QString error;
    const auto experiment = fromJson(document, &error);
    if (!experiment) qFatal("%s: %s", qPrintable(path), qPrintable(error));
    const QString stem = path.section(u'/', -1).chopped(5); // "2-rest-at-0"
    const auto told = [&document](const char* key) { return spoken(document[QLatin1String(key)].toString().toStdString()); };
    return {stem.section(u'-', 1),
            told("name"),
            told("question"),
            told("look"),
            document["source"].toString(),
            viewFrom(document["view"].toObject()),
            *experiment};
}

}

std::vector<Preset> presetsFor(const Model& model)
{
    const QDir folder(":/presets/" + fromView(model.id));
    std::vector<Preset> presets;
    for (const QString& file : folder.entryList({"*.json"}, QDir::Files, QDir::Name)) presets.push_back(presetFrom(folder.filePath(file)));
    return presets;
}

}
