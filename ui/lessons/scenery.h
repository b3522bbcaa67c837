// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge.h"
#include "lesson.h"
#include "session.h"
#include "timebase.h"

#include <QByteArray>
#include <QObject>

#include <map>
#include <memory>
#include <vector>

class QBoxLayout;
class QDockWidget;
class QMainWindow;

namespace rheobase {

class ChangeCard;
class Cursors;
class Ghosts;
class LessonRun;
class SketchBench;
class TraceStack;

/// The parts of a window that a lesson is played in.
struct Workplace {
    QMainWindow& window;
    Session& session;
    TraceStack& stack;
    Cursors& cursors;
    Ghosts& ghosts;
    QWidget& parameters; ///< the panels of all settings
    QWidget& models;     ///< where models are chosen
    QWidget& presets;    ///< where presets are chosen
    QBoxLayout& plots;   ///< with the plots in it
    std::vector<QDockWidget*> views;
};

/// The window as the steps of a lesson want it; at the end it is as it was.
class Scenery : public QObject {
    Q_OBJECT
public:
    explicit Scenery(Workplace place, QObject* parent = nullptr);
    /// Gives back the student's own experiment and arrangement.
    ~Scenery() override;

    /// Shows what the step of a run wants, all of it where it has just begun.
    void follow(LessonRun& run, bool isFresh);
    /// What checks may look at besides the experiment.
    Bench bench() const;
    ChangeCard& changeCard() { return *m_card; }
    /// Where the step's prediction is drawn; null while none is.
    SketchBench* sketchBench() const { return m_bench; }

signals:
    void ranThrough(); ///< the run has gone through the axes of a drawing

private:
    struct Before {
        Experiment experiment;
        int undoIndex;
        QByteArray state;
        std::map<QString, bool> rows{};
        double speed, window;
        Timebase::Kind kind;
        bool isRunning, hasParameters, hasPresets;
    };
    Veil veilOf(const Step& step) const;
    void arrange(const Scene& scene);
    void arrangeSliders(const Step& step);
    void hideViews(const Veil& veil);
    void reveal(const LessonRun& run);
    void layGhost(const LessonRun& run, const Show& show);
    void markPrediction(const LessonRun& run);
    void keepWithinStep();
    bool hasRoomForViews() const;
    void forgetSealed();
    void laySketch(LessonRun& run);
    void openBench(LessonRun& run, const Ask& ask);
    void closeBench();
    void showCard();

    Workplace m_place;
    Before m_before;
    ChangeCard* m_card;
    int m_undoFrom = 0; // where the step begins
    std::vector<std::string> m_revealed;
    std::shared_ptr<const Lesson> m_lesson; // as it was drawn
    std::string m_draw;
    const Step* m_laid = nullptr; // whose ghosts are laid
    SketchBench* m_bench = nullptr;
    bool m_isToldThrough = false;
    const Ask* m_sketched = nullptr;   // that the bench was opened for
    std::vector<QDockWidget*> m_aside; // views that gave way to it
    std::vector<QWidget*> m_covered;   // what else stands in its place
    /// A run that is laid beside the student's.
    struct Wanted {
        Experiment experiment;
        QString name;
        double duration;
    };
    struct Made {
        Wanted wanted;
        std::shared_ptr<const Trace> trace;
    };
    LiveSearch<Wanted, Made> m_making; // last: it tells of the rest
};

}
