// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson.h"
#include "report.h"

#include <QStringList>

#include <stop_token>
#include <variant>

namespace rheobase {

/// A lesson as a teacher has it, with the hashes of its files: the teacher's and the students'.
struct Edition {
    Lesson lesson;
    std::vector<std::string> hashes{};
    QString path{}; ///< empty: the lesson is known from reports alone
    bool isOf(const Report& report) const { return std::ranges::find(hashes, report.hash) != hashes.end(); }
};

/// Reads the lesson of a file; or one sentence.
std::variant<Edition, QString> loadEdition(const QString& path, const QString& language = {});
/// The lesson with this id: of files in these folders, of which one with the teacher's notes is taken first, else the one that comes with the
/// program. No path: there is none.
Edition editionOf(const std::string& lesson, const QStringList& folders, const QString& language);

/// The report in a file; or one sentence.
std::variant<Report, QString> loadReport(const QString& path);

/// What became of a report's solved checks, judged again from its experiments.
struct Verification {
    int again = 0;        ///< that are solved again; those of the window cannot be judged, and count
    QStringList doubts{}; ///< a sentence each
};
Verification verify(const Report& report, const Lesson& lesson, const std::stop_token& stop);

}
