// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shelf.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace rheobase {

class Segments;

/// The chosen lesson, with the one button that goes on with it.
class NextCard : public QFrame {
    Q_OBJECT
public:
    NextCard();
    void show(const ShelvedLesson& lesson);

signals:
    void pressed();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitWords();

    QString m_words; // of the step
    QLabel *m_when, *m_title, *m_step;
    Segments* m_segments;
    QPushButton* m_go;
};

/// The lessons of the short course.
class ShortCourseCard : public QFrame {
    Q_OBJECT
public:
    ShortCourseCard();
    void show(const std::vector<ShelvedLesson>& lessons);

signals:
    void chosen(const QString& path);

private:
    QLabel* m_minutes;
    QVBoxLayout* m_lines;
};

/// The lessons of one's own; one that cannot be read says why.
class FolderCard : public QFrame {
    Q_OBJECT
public:
    FolderCard();
    void show(const QString& folder, const std::vector<ShelvedLesson>& lessons);

signals:
    void chosen(const QString& path);
    void folderChosen(const QString& folder);

private:
    void askForLesson();
    void askForFolder();

    QString m_folder;
    QLabel* m_name;
    QVBoxLayout* m_lines;
};

}
