// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html.h"

#include <QString>
#include <QStringList>

#include <variant>
#include <vector>

namespace rheobase {

/// What lessons may name in this program: its presets, plots, views; and how it hashes.
const Stage& lessonStage();

/// What sealed values are drawn by: a class word and a name, however they are written.
std::string drawOf(const QString& word, const QString& name);
/// The same of who has no class word: a number that nobody else has.
std::string freshDraw();

/// How the name of a lesson's file ends.
inline constexpr char lessonSuffix[] = ".lesson.md";

/// The file of the lesson with this id that comes with the program; empty where there is none.
QString shippedLesson(const QString& id);
/// The files of the lessons that come with the program, and of those in a folder; translations are left out.
QStringList lessonFiles(const QString& folder = {});

/// A lesson's file as it is; or one sentence on why it cannot be read.
std::variant<QByteArray, QString> readLessonFile(const QString& path);

/// The lesson of a file, in a language, as far as the file NAME.LANGUAGE.lesson.md beside it says it; or one sentence with its line. A path
/// of a translation means that.
std::variant<Lesson, QString> loadLesson(const QString& path, const QString& language = {});

/// The languages besides its own that a lesson's file is translated into: "de".
QStringList languagesOf(const QString& path);
/// What its translation lacks, a line each; or one sentence on why it cannot be read.
std::variant<QStringList, QString> lackingWords(const QString& path, const QString& language);

/// How a page about a lesson speaks a language.
Speaker speakerOf(const QString& language);

/// "line 12: There is no …": why a file cannot be read.
QString told(const Refusal& refusal);

}
