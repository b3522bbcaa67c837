// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calm_range.h"
#include "pace.h"
#include "phase_scene.h"
#include "plot_view.h"

class QBoxLayout;
class QComboBox;
class QLabel;

namespace rheobase {

class PhasePicture;
class Session;

/// The phase plane of a session's neuron as it lives: any two states, or V and dV/dt. A click sets the state.
class PhasePlot : public PlotView {
    Q_OBJECT
public:
    explicit PhasePlot(Session& session, QWidget* parent = nullptr);

    const PhaseChoice& choice() const { return m_choice; }
    /// What to show; a state that the model does not have, or twice the same one, is replaced.
    void setChoice(const PhaseChoice& choice);
    ViewFigure figure() override;
    QByteArray table() override;
    PhasePicture& picture() { return *m_picture; }

signals:
    void choiceChanged();

protected:
    void draw() override;

private:
    QBoxLayout* makeChoosers();
    void adoptModel();
    void compose();
    void fillBoxes();
    void fitWords();
    void readBoxes();
    void findPoints(double I);
    QStringList readoutAt(QPointF value) const;
    void showReadout();
    QStringList bifurcationsInWords();
    void showWords();
    void setStateAt(QPointF value);

    Session& m_session;
    PhaseChoice m_choice;
    PhasePicture* m_picture;
    QComboBox *m_up, *m_across, *m_rest, *m_tail;
    QWidget *m_axes, *m_others;
    QLabel* m_words;
    Pace m_wordsPace;
    CalmRange m_calmAcross, m_calmUp;
    QElapsedTimer m_clock;
    std::vector<FixedPoint> m_points;
    std::vector<StabilityChange> m_changes;
    std::vector<double> m_pointsFor;  // parameters and current
    std::vector<double> m_changesFor; // parameters
};

}
