// SPDX-License-Identifier: GPL-3.0-or-later
#include "course.h"

#include "plot_rows.h"
#include "presets.h"
#include "words.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rheobase::Course)
};

constexpr qint64 mostBytes = 1'000'000;

std::vector<std::string> presetIds(const Model& model)
{
    std::vector<std::string> ids;
    for (const Preset& preset : presetsFor(model)) ids.push_back(preset.id.toStdString());
    return ids;
}

std::optional<Experiment> presetOf(const Model& model, std::string_view id)
{
    for (const Preset& preset : presetsFor(model))
        if (preset.id == fromView(id)) return preset.experiment;
    return std::nullopt;
}

std::vector<std::string> plotIds(const Model& model)
{
    std::vector<std::string> ids;
    for (const PlotRow& row : plotRows(model)) ids.push_back(row.id.toStdString());
    return ids;
}

std::string sha256(std::string_view bytes)
{
    const auto view = QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size()));
    return QCryptographicHash::hash(view.toByteArray(), QCryptographicHash::Sha256).toHex().toStdString();
}

/// "NAME.de.lesson.md"
bool isTranslation(const QString& path) { return QFileInfo(path).completeBaseName().count(u'.') > 1; }

}

const Stage& lessonStage()
{
    static const Stage stage{presetIds,
                             presetOf,
                             plotIds,
                             {"circuit", "rate", "map", "phase", "frequency", "strength", "spikes", "kept", "ladder"},
                             {"equation-values", "circuit-values", "rheobase-tick", "threshold-line"},
                             sha256};
    return stage;
}

QStringList lessonFiles(const QString& folder)
{
    QStringList files;
    for (const QString& place : QStringList{":/lessons", folder})
        for (const QFileInfo& file :
             place.isEmpty() ? QFileInfoList() : QDir(place).entryInfoList({"*" + QString(lessonSuffix)}, QDir::Files, QDir::Name))
            if (!isTranslation(file.filePath())) files << file.filePath();
    return files;
}

QString told(const Refusal& refusal) { return Words::tr("line %1: %2").arg(refusal.line).arg(spoken(refusal.sentence)); }

std::variant<QByteArray, QString> readLessonFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return Words::tr("\"%1\" cannot be read: %2.").arg(path, file.errorString());
    return file.read(mostBytes + 1); // one more, by which it is known to be too large
}

std::variant<Lesson, QString> loadLesson(const QString& path, const QString&)
{
    const auto bytes = readLessonFile(path);
    if (const auto* sentence = std::get_if<QString>(&bytes)) return *sentence;
    auto lesson = readLesson(std::get<QByteArray>(bytes).toStdString(), lessonStage());
    if (const auto* refusal = std::get_if<Refusal>(&lesson)) return told(*refusal);
    return std::get<Lesson>(std::move(lesson));
}

}
