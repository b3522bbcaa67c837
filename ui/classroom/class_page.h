// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "class_table.h"
#include "expected_list.h"
#include "page.h"

#include <optional>

class QComboBox;
class QLabel;
class QMenu;
class QPushButton;

namespace rheobase {

class ClassList;
class FreePlay;
class SketchesPlot;

/// A class without a server: the reports of a folder, watched; who did what, what was expected instead, what was drawn and kept. Projected it
/// has no names.
class ClassPage : public Page {
    Q_OBJECT
public:
    explicit ClassPage(QWidget* window);

    /// Shows itself with the folder of last time, or with this one.
    void open(const QString& folder = {});
    void setProjecting(bool isProjecting);
    bool isProjecting() const { return m_isProjecting; }

signals:
    void stepWanted(const Experiment& experiment, const QString& title); ///< on the neuron behind

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    /// Of one drawing, the neuron's own.
    struct NeuronQuestion {
        std::size_t step;
        Sketch sketch;
        Experiment experiment;
    };
    struct NeuronAnswer {
        std::size_t step;
        Stroke curve;
    };
    struct Verified {
        int reports = 0, again = 0;
        QStringList doubts{};
    };
    static std::optional<Verified> verified(const ClassScene& scene, const std::stop_token& stop);
    void wire();
    void makeBar();
    QMenu* makeMenu();
    QWidget* makeLeft();
    QWidget* makeRight();
    QWidget* makeExpected();
    QWidget* makeDiscussion();
    void makeFoot();
    void chooseFolder(const QString& folder);
    void askForFolder();
    void tellWatching();
    void folderChanged();
    void fillLessons();
    void compute();
    void take(ClassScene scene);
    void showScene();
    void showStep();
    void showSketches();
    void discuss();
    const Overview::Drawing* drawing() const;
    void tellFoot();
    void arrange();
    void goStep(int direction);
    void openReport(int row);
    void writeGradebook();
    void verify();
    void takeVerified(const Verified& verified);
    std::string lesson() const;

    ClassFolder m_folder;
    ClassScene m_scene;
    std::optional<Verified> m_verified;
    ClassTable m_table;
    ExpectedTable m_expectedTable;
    ClassList* m_list;
    ExpectedList* m_expected;
    SketchesPlot* m_sketches;
    FreePlay* m_play;
    QWidget *m_halves, *m_left, *m_right, *m_foot;
    QComboBox* m_lessons;
    QLabel *m_gate, *m_place, *m_watching, *m_empty, *m_words, *m_said, *m_versions, *m_version, *m_stepTitle;
    QPushButton *m_project, *m_verify, *m_gradebook, *m_showStep, *m_neuron;
    bool m_isProjecting = false, m_isLarge = false, m_withMinutes = false, m_isRead = false;
    std::size_t m_step = 0; // that is spoken of
    QTimer m_second;
    NeuronAnswer m_curve{};                         // of the neuron
    LiveSearch<ClassQuestion, ClassScene> m_search; // with those below last: they tell of the rest
    LiveSearch<NeuronQuestion, NeuronAnswer> m_running;
    LiveSearch<ClassScene, Verified> m_verifying;
};

}
