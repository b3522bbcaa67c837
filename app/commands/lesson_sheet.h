// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace rheobase {

/// A page of HTML, with its drawings, as a PDF of A4 pages. Needs no display.
QByteArray pdfOf(const QString& html);

}
