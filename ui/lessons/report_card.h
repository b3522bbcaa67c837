// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace rheobase {

class LessonRun;

/// Under which name the report goes to the teacher, if any, and whether it tells times.
class ReportCard : public QFrame {
    Q_OBJECT
public:
    explicit ReportCard(LessonRun& run, bool isNamed = false);
};

}
