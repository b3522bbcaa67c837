// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live_search.h"
#include "recorded.h"
#include "rehearsal.h"

#include <QWidget>

#include <functional>

class QLabel;
class QListWidget;
class QListWidgetItem;
class QMenu;

namespace rheobase {

class LessonText;
enum class Sheet;

/// Where a teacher writes a lesson, or records it: the text of its file; buttons that put into it what the window has; what is wrong with
/// it, a line each.
class LessonWriter : public QWidget {
    Q_OBJECT
public:
    /// `record` tells what the window has now.
    explicit LessonWriter(std::function<Recorded()> record, QWidget* parent = nullptr);

    /// Adds all that can be done here to a menu.
    void fill(QMenu* menu);
    QString text() const;
    /// Opens a lesson; one that comes with the program as a copy.
    void load(const QString& path);
    /// False where the user would rather stay with what is not saved.
    bool mayBeLeft();

signals:
    void wanted(); ///< something is done here: it is to be seen

private:
    struct Question {
        std::string text;
        int number;
    };
    struct Answer {
        Rehearsal found;
        int number;
    };
    static std::optional<Answer> answer(const Question& question, const std::stop_token& stop);

    void makeActions();
    QWidget* makeButtons();
    void begin();
    void askWhatToOpen();
    void fillLessons();
    bool save();
    bool saveAs();
    bool write(const QString& path, const QByteArray& bytes);
    void insertExperiment();
    void fillChecks();
    void addMeasures(const Recorded& recorded);
    void fillFigures();
    void insertCheck(const QString& stem, const std::vector<std::string>& clauses, bool isLive, const Experiment& solved);
    void test();
    void take(const Answer& answer);
    void tell(const std::vector<Refusal>& complaints, const QString& sentence);
    void goTo(const QListWidgetItem* item);
    std::optional<Lesson> readOrTell();
    void publish();
    void print(Sheet sheet);
    QString proposedPath(const QString& ending) const;
    void tellState(const QString& sentence = {});

    std::function<Recorded()> m_record;
    LessonText* m_text;
    QLabel *m_file, *m_state;
    QListWidget* m_complaints;
    QMenu *m_lessons, *m_checks, *m_figures;
    std::vector<QAction*> m_actions; // of the menu; null: a line between them
    QString m_path;                  // empty: it has no file yet
    int m_tests = 0;                 // so far
    LiveSearch<Question, Answer> m_testing;
};

}
