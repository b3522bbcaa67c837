// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiment_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rheobase::ExperimentFile)
};

/// True of a text of more lists, objects and entries than any experiment has: it would take far more memory than its bytes.
bool isTooRich(const QByteArray& text)
{
    constexpr qsizetype most = 1'000'000;
    qsizetype entries = 0;
    bool quoted = false;
    for (auto it = text.begin(); it != text.end(); ++it) {
        if (*it == '"') quoted = !quoted;
        else if (!quoted) entries += *it == ',' || *it == '{' || *it == '[';
        else if (*it == '\\' && it + 1 != text.end()) ++it;
    }
    return entries > most;
}

}

std::optional<Experiment> fromText(const QByteArray& text, QString* error, const Unseal& unseal)
{
    if (isTooRich(text)) {
        if (error) *error = Words::tr("This is larger than any experiment.");
        return std::nullopt;
    }
    QJsonParseError syntax;
    const QJsonDocument document = QJsonDocument::fromJson(text, &syntax);
    if (document.isObject()) return fromJson(document.object(), error, unseal);
    if (error && syntax.error == QJsonParseError::NoError) *error = Words::tr("A document must be one JSON object.");
    else if (error) *error = Words::tr("This is not JSON (%1, at byte %2).").arg(syntax.errorString()).arg(syntax.offset);
    return std::nullopt;
}

std::optional<Experiment> readExperiment(QIODevice& device, QString* error, const Unseal& unseal)
{
    const auto document = carriedDocument(device, error);
    return document ? fromText(*document, error, unseal) : std::nullopt;
}

std::optional<Experiment> loadExperiment(const QString& path, QString* error, const Unseal& unseal)
{
    QString sentence;
    QFile file(path);
    std::optional<Experiment> experiment;
    if (const QFileInfo info(path); info.exists() && !info.isFile()) sentence = Words::tr("it is not a file.");
    else if (file.open(QIODevice::ReadOnly)) experiment = readExperiment(file, &sentence, unseal);
    else sentence = file.errorString() + u'.';
    if (!experiment && error) *error = Words::tr("Cannot open \"%1\": %2").arg(path, sentence);
    return experiment;
}

}
