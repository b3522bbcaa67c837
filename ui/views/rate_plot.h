// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calm_range.h"
#include "change.h"
#include "live_sweep.h"
#include "plot_view.h"
#include "rate_picture.h"

#include <QElapsedTimer>
class QComboBox;
class QLabel;
class QPushButton;

namespace rheobase {

class Session;

/// The f–I curve of a session's neuron as it lives: firing rate under a lasting current, from rest, beside the operating point.
/// Computes only while it is visible.
class RatePlot : public PlotView {
    Q_OBJECT
public:
    explicit RatePlot(Session& session, QWidget* parent = nullptr);

    ViewFigure figure() override;
    QByteArray table() override { return rateTable(m_picture->scene()); }
    RatePicture& picture() { return *m_picture; }
    /// The newest curve has been computed to the end.
    bool isSettled() const override { return m_sweep.isSettled() && !m_still.isActive(); }
    /// What the curve shown was computed from.
    const Sweep& sweep() const { return m_shown; }

public slots:
    /// Keeps the present curve as a ghost.
    void keep();
    void forgetGhosts();

protected:
    void draw() override;
    void showEvent(QShowEvent* event) override;

private:
    /// How a rate is read from a neuron's answer.
    enum class Reading { lastInterval, count };
    struct Kept {
        Experiment experiment;
        QPolygonF curve;
    };
    QWidget* makeControls();
    void compute();
    void computeOnset();
    void follow();
    double rateOf(const SweepPoint& point, double duration) const;
    QPolygonF computed() const;
    QPolygonF oscillation() const;
    QPolygonF closedForm(Range across) const;
    QString onset() const;
    std::vector<RateScene::Ghost> ghosts() const;
    void setCurrent(double I);
    void setRate(double rate, double I);

    Session& m_session;
    RatePicture* m_picture;
    QComboBox* m_reading;
    QPushButton *m_keep, *m_forget;
    QLabel* m_words;
    LiveSweep m_sweep{true}, m_onset{true, Urgency::whenIdle};
    Sweep m_shown;  // what the picture's curve is of
    QTimer m_still; // until the onset is sought
    std::vector<Kept> m_kept;
    CalmRange m_calm;
    QElapsedTimer m_clock;
    Gesture m_gesture;
};

}
