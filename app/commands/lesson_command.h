// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace rheobase {

class Interruption;

/// `rheobase lessons [--json]`: the lessons there are. Throws a Failure.
void lessonsCommand(const QStringList& arguments);

/// `rheobase lesson test|publish|handout|answers|words|reports FILE…`. Throws a Failure.
void lessonCommand(const QStringList& arguments, Interruption& interruption);

}
