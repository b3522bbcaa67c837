// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report.h"

#include <QString>

namespace rheobase {

/// The report of a lesson in the folder of lessons.
QString reportPath(const std::string& lesson);

/// The report of an earlier day, or a new one. A file that is none is put aside, not written over.
Report reportFor(const Lesson& lesson, const QString& path);
/// Writes it whole or not at all; else one sentence.
QString saveReport(const Report& report, const QString& path);
/// The same page as a PDF.
QString printReport(const Report& report, const QString& path);

}
