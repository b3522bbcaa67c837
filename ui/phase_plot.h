// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calm_range.h"
#include "figure.h"
#include "phase_scene.h"

#include <QElapsedTimer>
#include <QWidget>

class QComboBox;
class QLabel;

namespace rheobase {

class PhasePicture;
class Session;

/// The phase plane of a session's neuron as it lives: any two states, or V and dV/dt. A click sets the state. Draws only while it is
/// visible, at most once a frame.
class PhasePlot : public QWidget {
    Q_OBJECT
public:
    explicit PhasePlot(Session& session, QWidget* parent = nullptr);

    const PhaseChoice& choice() const { return m_choice; }
    /// What to show; a state that the model does not have, or twice the same one, is replaced.
    void setChoice(const PhaseChoice& choice);
    /// What is shown now, for the export of figures, and as a table.
    FigureContent figure() const;
    QByteArray table() const;
    PhasePicture& picture() { return *m_picture; }

public slots:
    /// Draws at the end of this turn of the event loop.
    void refresh();
    /// Draws now, where it is visible.
    void refreshNow();

signals:
    void choiceChanged();

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void adoptModel();
    void restyle();
    void fillBoxes();
    void readBoxes();
    void findPoints(double I);
    void showReadout();
    void showWords();
    void setStateAt(QPointF value);

    Session& m_session;
    PhaseChoice m_choice;
    PhasePicture* m_picture;
    QComboBox *m_up, *m_across, *m_rest, *m_tail;
    QWidget* m_axes;
    QLabel* m_words;
    CalmRange m_calmAcross, m_calmUp;
    QElapsedTimer m_clock;
    std::vector<FixedPoint> m_points;
    std::vector<StabilityChange> m_changes;
    std::vector<double> m_pointsFor; // parameters and current
    bool m_due = false;
};

}
