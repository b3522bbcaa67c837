// SPDX-License-Identifier: GPL-3.0-or-later
#include "course.h"

#include "plot_rows.h"
#include "presets.h"
#include "translation.h"
#include "words.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTranslator>

#include <memory>

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
        if (preset.id == fromView(id)) {
            Experiment once = preset.experiment;
            once.stimulus.repeat = 0; // what lessons ask of a run is asked of one episode
            return once;
        }
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

/// "…/NAME.de.lesson.md" is the file NAME in "de"; the language of an original is empty.
struct Place {
    explicit Place(const QString& path) : stem(path.endsWith(lessonSuffix) ? path.chopped(sizeof lessonSuffix - 1) : path)
    {
        const qsizetype dot = stem.lastIndexOf(u'.');
        if (dot <= stem.lastIndexOf(u'/')) return;
        language = stem.mid(dot + 1);
        stem.truncate(dot);
    }
    QString original() const { return stem + lessonSuffix; }
    QString in(const QString& code) const { return stem + u'.' + code + lessonSuffix; }
    QString stem, language;
};

template<class Read>
std::variant<std::decay_t<std::variant_alternative_t<0, std::invoke_result_t<Read, std::string>>>, QString> readBy(Read read,
                                                                                                                   const QString& path)
{
    const auto bytes = readLessonFile(path);
    if (const auto* sentence = std::get_if<QString>(&bytes)) return *sentence;
    auto made = read(std::get<QByteArray>(bytes).toStdString());
    if (const auto* refusal = std::get_if<Refusal>(&made)) return told(*refusal);
    return std::get<0>(std::move(made));
}

std::variant<Lesson, QString> originalFrom(const QString& path)
{
    return readBy([](const std::string& text) { return readLesson(text, lessonStage()); }, path);
}

std::variant<Translation, QString> translationFrom(const QString& path)
{
    return readBy([](const std::string& text) { return readTranslation(text); }, path);
}

}

const Stage& lessonStage()
{
    static const Stage stage{presetIds,
                             presetOf,
                             plotIds,
                             {"circuit", "rate", "map", "phase", "gate-curves", "current-voltage", "tails", "recovery", "frequency",
                              "strength", "spikes", "kept", "ladder", "why"},
                             {"equation-values", "circuit-values", "rheobase-tick", "threshold-line", "bifurcations"},
                             sha256};
    return stage;
}

std::string drawOf(const QString& word, const QString& name)
{
    const auto plain = [](const QString& text) { return text.normalized(QString::NormalizationForm_C).simplified().toCaseFolded(); };
    return QStringLiteral("%1/%2").arg(plain(word), plain(name)).toStdString();
}

std::string freshDraw() { return std::to_string(QRandomGenerator::system()->generate64()); }

QStringList lessonFiles(const QString& folder)
{
    QStringList files;
    for (const QString& place : QStringList{":/lessons", folder})
        for (const QFileInfo& file :
             place.isEmpty() ? QFileInfoList() : QDir(place).entryInfoList({"*" + QString(lessonSuffix)}, QDir::Files, QDir::Name))
            if (Place(file.filePath()).language.isEmpty()) files << file.filePath();
    return files;
}

QString shippedLesson(const QString& id)
{
    for (const QString& path : lessonFiles())
        if (QFileInfo(path).fileName().section(u'-', 1) == id + lessonSuffix) return path;
    return {};
}

QString told(const Refusal& refusal) { return Words::tr("line %1: %2").arg(refusal.line).arg(spoken(refusal.sentence)); }

std::variant<QByteArray, QString> readLessonFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return Words::tr("\"%1\" cannot be read: %2.").arg(path, file.errorString());
    return file.read(mostBytes + 1); // one more, by which it is known to be too large
}

std::variant<Lesson, QString> loadLesson(const QString& path, const QString& language)
{
    const bool isLesson = path.endsWith(lessonSuffix); // any other name is one file by itself
    const Place place(path);
    auto lesson = originalFrom(isLesson ? place.original() : path);
    const QString code = place.language.isEmpty() ? language : place.language;
    if (!isLesson || code.isEmpty() || !QFileInfo::exists(place.in(code)) || std::holds_alternative<QString>(lesson)) return lesson;
    const auto translation = translationFrom(place.in(code));
    if (const auto* words = std::get_if<Translation>(&translation)) translate(std::get<Lesson>(lesson), *words);
    return lesson;
}

QStringList languagesOf(const QString& path)
{
    const Place place(path);
    QStringList codes;
    const QFileInfo original(place.original());
    for (const QString& name : original.dir().entryList({QFileInfo(place.stem).fileName() + ".*" + lessonSuffix}, QDir::Files, QDir::Name))
        codes << Place(original.dir().filePath(name)).language;
    return codes;
}

std::variant<QStringList, QString> lackingWords(const QString& path, const QString& language)
{
    const Place place(path);
    auto lesson = originalFrom(place.original());
    if (const auto* sentence = std::get_if<QString>(&lesson)) return *sentence;
    const auto translation = translationFrom(place.in(language));
    if (const auto* sentence = std::get_if<QString>(&translation)) return *sentence;
    QStringList lines;
    for (const Lack& lack : translate(std::get<Lesson>(lesson), std::get<Translation>(translation)))
        lines << (lack.line > 0 ? told(Refusal{lack.line, lack.sentence}) : spoken(lack.sentence))
                     + QStringLiteral(" (%1)").arg(QString::fromStdString(lack.place));
    return lines;
}

Speaker speakerOf(const QString& language)
{
    auto words = std::make_shared<QTranslator>();
    if (!words->load("tables_" + language, ":/translations")) return [](const Sentence& sentence) { return std::string(sentence); };
    return [words](const Sentence& sentence) {
        const std::string pattern = words->translate("Tables", std::string(sentence.pattern).c_str()).toStdString();
        return std::string(Sentence{pattern.empty() ? sentence.pattern : std::string_view(pattern), sentence.parts});
    };
}

}
