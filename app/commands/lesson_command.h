// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineOption>
#include <QStringList>

#include <vector>

namespace rheobase {

class Interruption;

/// `rheobase lessons [--json]`: the lessons there are. Throws a Failure.
void lessonsCommand(const QStringList& arguments);

/// `rheobase lesson test|publish|handout|answers|words|reports FILE…`. Throws a Failure.
void lessonCommand(const QStringList& arguments, Interruption& interruption);

/// What the first takes.
QList<QCommandLineOption> lessonsOptions();
/// What the second does with lessons, and what that takes.
struct LessonAct {
    const char *name, *description;
    QList<QCommandLineOption> options;
};
std::vector<LessonAct> lessonActs();

}
