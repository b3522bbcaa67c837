// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "carried_document.h"

/// Where a document stands in the files that carry one. Each goes through the device once or twice, keeps no more than the document in
/// memory, gives nothing where there is none, and throws TooLarge where it is larger than any experiment.
namespace rheobase {

struct TooLarge {};

/// True of a text that may be a document; false of most others.
bool isDocument(const QByteArray& text);

/// A line "# experiment: …" before the rows.
QByteArray fromCsv(QIODevice& file);
/// An array "experiment".
QByteArray fromNpz(QIODevice& file);
/// A variable "experiment".
QByteArray fromMat(QIODevice& file);
/// A text "rheobase", packed or not.
QByteArray fromPng(QIODevice& file);
/// A <desc>; entities that the drawing itself defines are not known.
QByteArray fromSvg(QIODevice& file);
/// An attachment, packed by zlib or not.
QByteArray fromPdf(QIODevice& file);

}
