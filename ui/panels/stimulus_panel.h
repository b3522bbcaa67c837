// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stimulus.h"

#include <QWidget>

#include <functional>
#include <string_view>

class QCheckBox;
class QComboBox;
class QToolButton;

namespace rheobase {

class EditorList;
class QuantityEditor;
class SeedBox;
class Session;
struct Experiment;

/// What is done to the membrane: the stimulus (a sum of shapes), the held injection, noise, and how it is solved.
class StimulusPanel : public QWidget {
    Q_OBJECT
public:
    explicit StimulusPanel(Session& session, QWidget* parent = nullptr);
    /// Where the main current is set; null where the stimulus has none.
    QuantityEditor* currentEditor() const { return m_currents.empty() ? nullptr : m_currents.front(); }

private:
    void rebuild();
    void refresh();
    void showRheobase();
    void lock(QWidget* control, std::string_view setting);
    void addComponent(std::size_t index);
    void addRepetition();
    void showRepetition();
    void addNoise();
    void addSolver();
    void change(const std::function<void(Experiment&)>& by);
    void changeShapes(const std::function<void(Experiment&)>& by);
    bool hasSameForm() const;

    Session& m_session;
    EditorList* m_stimulus;
    EditorList* m_noise;
    EditorList* m_solver;
    QToolButton* m_solverHeading;
    QCheckBox* m_repeats = nullptr;
    QuantityEditor* m_period = nullptr;
    SeedBox* m_seed = nullptr;
    QComboBox* m_solvers = nullptr;
    std::vector<QuantityEditor*> m_currents; // the editors of amplitudes
    // What the widgets were built for.
    const void* m_model = nullptr;
    std::vector<const StimulusShape*> m_shapes;
    Noise::Kind m_noiseKind = Noise::Kind::none;
};

}
