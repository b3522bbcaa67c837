// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "carried_document.h"
#include "change.h"
#include "experiment.h"
#include "sealed.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <span>

namespace rheobase {

/// The version of a document that this program writes.
inline constexpr int experimentVersion = 2;

/// An experiment as a document: every value by its identifier and with its unit. `changes` tell of the run it came from.
QJsonObject toJson(const Experiment& experiment, std::span<const Change> changes = {});

/// The experiment of a document of this version or the one before, which said neither where the run started nor how long it lasts. Where a
/// key is unknown, missing or of the wrong type, or the experiment is impossible:
/// nothing, and one sentence that names the key.
/// What is sealed is read where `unseal` gives it its values back, else it is refused.
std::optional<Experiment> fromJson(const QJsonObject& document, QString* error, const Unseal& unseal = {});

/// The document in one line of UTF-8, as other files carry it.
QByteArray toLine(const Experiment& experiment, std::span<const Change> changes = {});

/// The experiment of a document as text. Errors as in fromJson.
std::optional<Experiment> fromText(const QByteArray& text, QString* error, const Unseal& unseal = {});

/// The experiment in a file: a document, or a picture (PNG, SVG, PDF) or table (CSV, NPZ, MAT) that carries one.
std::optional<Experiment> loadExperiment(const QString& path, QString* error, const Unseal& unseal = {});
/// The same from something open; the sentence does not name it.
std::optional<Experiment> readExperiment(QIODevice& device, QString* error, const Unseal& unseal = {});

/// Writes the document; an existing file is replaced as a whole or left alone (then false and one sentence).
bool saveExperiment(const QString& path, const Experiment& experiment, QString* error, std::span<const Change> changes = {});

}
