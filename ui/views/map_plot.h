// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live_sweep.h"
#include "map_picture.h"
#include "plot_view.h"

class QComboBox;
class QLabel;

namespace rheobase {

class Session;

/// A map of any two parameters of a session's neuron: each point is a neuron that starts at rest under a lasting current, its colour
/// what came of it. A click makes the point the experiment. Computes only while it is visible.
class MapPlot : public PlotView {
    Q_OBJECT
public:
    explicit MapPlot(Session& session, QWidget* parent = nullptr);

    ViewFigure figure() override;
    QByteArray table() override { return mapTable(m_picture->scene()); }
    MapPicture& picture() { return *m_picture; }
    /// The newest map has been computed to the end.
    bool isSettled() const override { return !m_problem.empty() || m_sweep.isSettled(); }

protected:
    void draw() override;
    void showEvent(QShowEvent* event) override;

private:
    void adoptModel();
    void chooseAxis(QComboBox* chosen, QComboBox* other);
    void compute();
    void follow();
    MapScene wantedScene() const;
    void showWords();
    void setValues(QPointF values);
    std::string nameIn(const QComboBox* box) const;
    std::optional<double> presentValue(const std::string& name) const;

    Session& m_session;
    MapPicture* m_picture;
    QComboBox *m_across, *m_up, *m_measure;
    QLabel* m_words;
    LiveSweep m_sweep{false, Urgency::whenIdle};
    Sentence m_problem; ///< of the map that is wanted
    bool m_isLive = true;
};

}
