// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace rheobase {

/// The format of a document that holds an experiment, as it names itself.
inline constexpr char experimentFormat[] = "rheobase-experiment";

/// The text of the document in a file: the file itself, or what a PNG (text "rheobase"), an SVG (<desc>), a PDF (attachment)
/// or a CSV (line "# experiment: …") carries. Empty, with one sentence, where there is none.
QByteArray carriedDocument(const QString& path, QString* error);

}
