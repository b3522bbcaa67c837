// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clamp_readings.h"
#include "live_search.h"
#include "plot_view.h"

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace rheobase {

class Session;

/// What is read off a clamped membrane, over potentials or times, while it is changed; below it the values of the chosen step.
class ClampGraphs : public PlotView {
    Q_OBJECT
public:
    using Compute = std::optional<ClampAnswer> (*)(const ClampQuestion&, const std::stop_token&);
    /// What a view computes; whether one of the currents, or the whole, is chosen in it.
    struct Kind {
        QString id;
        Compute compute;
        bool choosesCurrent, choosesWhole;
    };
    ClampGraphs(Session& session, const Kind& kind, QWidget* parent = nullptr);

    ViewFigure figure() override;
    QByteArray table() override { return graphTable(m_answer.graphs); }
    bool isSettled() const override;
    const std::vector<ClampGraph>& graphs() const { return m_answer.graphs; }
    const std::vector<GraphPicture*>& pictures() const { return m_pictures; }

protected:
    void draw() override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void adoptModel();
    void ask();
    void arrange();
    void showReadings();
    ClampQuestion question() const;

    Session& m_session;
    Kind m_kind;
    QComboBox *m_current, *m_whole;
    QWidget* m_choice;
    QLabel* m_empty;
    QVBoxLayout* m_cards;
    QLabel* m_readings;
    std::vector<GraphPicture*> m_pictures;
    ClampAnswer m_answer;
    LiveSearch<ClampQuestion, ClampAnswer> m_search; // last: it tells of the rest
};

}
