// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

class QIODevice;

namespace rheobase {

/// The format of a document that holds an experiment, as it names itself.
inline constexpr char experimentFormat[] = "rheobase-experiment";

/// A document that is larger than this, in bytes, as it is read or as it is unpacked, is not one of ours.
inline constexpr qint64 mostDocumentBytes = 16 << 20;

/// The text of the document in a file that is open: the file itself, or what a PNG (text "rheobase"), an SVG (<desc>), a PDF (attachment),
/// a CSV (line "# experiment: …") an NPZ (array "experiment") or a MAT (variable "experiment") carries. Nothing, with one sentence, where there is none or
/// it is larger than any experiment.
std::optional<QByteArray> carriedDocument(QIODevice& device, QString* error);

}
