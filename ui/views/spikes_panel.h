// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "measures.h"
#include "plot_view.h"
#include "spike_train.h"

class QLabel;
class QTableView;

namespace rheobase {

class IntervalPicture;
class RateHistoryPicture;
class Session;
class SpikeTable;

/// The spikes of a session's run: a table, the histogram of intervals, the rate over time, and what sums them up. Does nothing while
/// nobody sees it, and looks at each spike once.
class SpikesPanel : public PlotView {
    Q_OBJECT
public:
    explicit SpikesPanel(Session& session, QWidget* parent = nullptr);

    ViewFigure figure() override;
    QByteArray table() override;
    QByteArray longTable(const Progress& progress) override;
    bool isSettled() const override;

signals:
    void spikeChosen(double time); ///< ms: to be shown

protected:
    void draw() override;

private:
    QWidget* makeSummary();
    QWidget* makeTable();
    void forget();
    void takeSpikes(int milliseconds);
    void showSummary();
    void layOutColumns();
    void copyRows() const;

    Session& m_session;
    SpikeTable* m_spikes;
    QTableView* m_view;
    IntervalPicture* m_intervals;
    RateHistoryPicture* m_rates;
    QLabel* m_silent;
    std::vector<std::pair<QLabel*, const Measure*>> m_summary;
    QWidget* m_shown;
    SpikeTrain m_train;
    LiveMeasures m_measures;
};

}
