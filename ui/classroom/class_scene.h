// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "class_folder.h"
#include "edition.h"
#include "overview.h"

#include <QPolygonF>

namespace rheobase {

/// A curve of an experiment that was kept in free play.
struct KeptCurve {
    Experiment experiment;
    QPolygonF points;
};
/// What one student kept: experiments, and what they differ in.
struct KeptCard {
    std::vector<KeptCurve> curves;
    std::vector<Difference> differences;
    bool isRate = false; ///< firing rate against current; else the potential of a run
};

/// All that a class's page shows of one lesson.
struct ClassScene {
    Edition edition{};
    std::vector<Report> reports{};
    QStringList paths{}; ///< of the reports
    Overview overview{};
    std::vector<KeptCard> kept{};
    std::size_t otherVersions = 0;
    const Lesson& lesson() const { return edition.lesson; }
};
/// Which: the reports of a folder on a lesson.
struct ClassQuestion {
    ClassReading reading{};
    std::string lesson{};
    QString language{};
};
/// Sorted by name. Empty where it was stopped.
std::optional<ClassScene> sceneOf(const ClassQuestion& question, const std::stop_token& stop);

/// The lessons that reports of a folder are of: the id, the title, how many.
struct ClassLesson {
    std::string id, title;
    int reports = 0;
};
std::vector<ClassLesson> lessonsOf(const ClassReading& reading);

/// "1 report", "22 reports": `many` has %1.
inline QString counted(std::size_t number, const QString& one, const QString& many) { return number == 1 ? one : many.arg(number); }

/// "R 10 · 14 · 20 MΩ" as rich text, each value in the colour of its curve.
QString differenceWords(const Difference& difference);
/// The colour of one of the curves of a card.
QColor keptColour(std::size_t curve);

}
