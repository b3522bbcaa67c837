// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <limits>

namespace rheobase {

/// The most pages of a handout, and of one with answers.
inline constexpr int mostOfHandout = 2, mostOfAnswers = 4;

/// A page about a lesson, HTML with drawings, as a PDF of A4 pages; printed smaller where there would be more than `mostPages`, as long as it can be
/// read. Needs an application, and no display.
QByteArray pdfOf(const QString& html, int mostPages = std::numeric_limits<int>::max());

}
