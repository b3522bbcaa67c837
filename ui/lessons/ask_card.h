// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ask.h"

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace rheobase {

class LessonRun;

/// A question of a lesson: where it is answered, what was answered, and what is said of it. A prediction is frozen once it has been run.
class AskCard : public QFrame {
    Q_OBJECT
public:
    AskCard(LessonRun& run, const Ask& ask, QWidget* parent = nullptr);

    const Ask& ask() const { return m_ask; }
    /// Shows how it stands.
    void refresh();

signals:
    void answered();

private:
    /// How it is shown.
    enum class Face { none, open, answered, frozen };
    Face wanted() const;
    void build(Face face);
    QString prompt() const;
    void addInput();
    void addNumber();
    void addChoice();
    void addOrder();
    void addText();
    void addSketch();
    void addFeatures();
    void addAnswer(bool isFrozen);
    void addFeedback();
    void addPoints(int points, const QString& reason);
    void take();
    QString shownAnswer() const;

    LessonRun& m_run;
    const Ask& m_ask;
    Face m_face = Face::none;
    bool m_isChanging = false;
    QVBoxLayout* m_column;
    QWidget* m_body = nullptr;
    QLabel *m_refusal = nullptr, *m_feedback = nullptr;
};

}
