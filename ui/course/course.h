// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson.h"

#include <QString>
#include <QStringList>

#include <variant>
#include <vector>

namespace rheobase {

/// What lessons may name in this program: its presets, plots, views; and how it hashes.
const Stage& lessonStage();

/// How the name of a lesson's file ends.
inline constexpr char lessonSuffix[] = ".lesson.md";

/// The files of the lessons that come with the program, and of those in a folder; translations are left out.
QStringList lessonFiles(const QString& folder = {});

/// A lesson's file as it is; or one sentence on why it cannot be read.
std::variant<QByteArray, QString> readLessonFile(const QString& path);

/// The lesson of a file, in a language, as far as the file NAME.LANGUAGE.lesson.md beside it says it; or one sentence with its line.
std::variant<Lesson, QString> loadLesson(const QString& path, const QString& language = {});

/// "line 12: There is no …": why a file cannot be read.
QString told(const Refusal& refusal);

}
