// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;

namespace rheobase {

class LessonRun;

/// In the place of a step that waits for its teacher's word: where the word is typed.
class GateCard : public QFrame {
    Q_OBJECT
public:
    explicit GateCard(LessonRun& run);

private:
    void open();

    LessonRun& m_run;
    QLineEdit* m_word;
    QLabel* m_refusal;
};

}
