// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace rheobase {

/// A page about a lesson, HTML with drawings, as a PDF of A4 pages. Needs a QGuiApplication.
QByteArray pdfOf(const QString& html);

}
