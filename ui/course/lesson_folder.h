// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace rheobase {

/// The folder of one's own lessons and of the reports on all, as it was chosen last; at first "Rheobase" among the documents. It need not be
/// there yet.
QString lessonFolder();
void setLessonFolder(const QString& folder);

/// "Rheobase, in Documents"
QString nameOfFolder(const QString& folder);

}
