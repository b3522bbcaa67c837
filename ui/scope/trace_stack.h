// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure.h"
#include "overlay.h"
#include "time_window.h"
#include "timebase.h"
#include "zero_chip.h"

#include <QElapsedTimer>
#include <QWidget>

#include <map>
#include <optional>
#include <vector>

class QSplitter;

namespace rheobase {

class Ghosts;
class Session;
class TracePlot;

/// The plots of a session's trace, one below the other, with one time axis. Drawn at most once a frame, and only where
/// something changed.
class TraceStack : public QWidget {
    Q_OBJECT
public:
    explicit TraceStack(Session& session, QWidget* parent = nullptr);
    ~TraceStack() override;

    /// Every plot of the present model, in order; which of them are shown is remembered by id, also across models.
    const std::vector<PlotRow>& rows() const { return m_rows; }
    bool isRowShown(const QString& id) const;
    /// True of a plot that a lesson takes out of sight.
    bool isRowHidden(const PlotRow& row) const;
    void setRowShown(const QString& id, bool on);
    TracePlot* plot(const QString& id) const;
    std::vector<TracePlot*> shownPlots() const;
    /// The plot that has the keyboard, else the first one.
    TracePlot* currentPlot() const;

    Timebase& timebase() { return m_timebase; }
    const ZeroChip& chip() const { return m_chip; }
    double windowLength() const { return m_window.length(); } ///< ms
    void setWindowLength(double ms);
    /// The next longer (+1) or shorter (−1) length of 1, 2, 5, 10 … ms.
    void stepWindow(int direction);
    bool isFollowing() const { return m_window.isFollowing(); }
    /// Shows the newest sample and follows it.
    void returnToLive();
    /// Shows a time of the run (ms) in the middle.
    void showTime(double time);
    /// The same where it is not shown yet.
    void reveal(double time);
    /// Window length, range of values and following as at the start.
    void makeAutomatic();

    /// A fixed range of the membrane potential in mV; empty: fitted.
    void setPotentialRange(std::optional<std::pair<double, double>> range);
    std::optional<std::pair<double, double>> potentialRange() const;

    /// What is shown now, for drawFigure(); of one plot where its id is given.
    TraceFigure figure(const QString& id = {}) const;

    /// Lays something over every plot, above what is there or below it; the upper ones are asked first. It has to outlive the stack.
    void addOverlay(Overlay& overlay, bool below = false);

    /// Lays kept traces behind the run. They have to outlive the stack.
    void setGhosts(Ghosts& ghosts);

    /// Makes the trace of a column of the Trace stand out; −1: none.
    void setHighlighted(int column);

public slots:
    /// Draws at the end of this turn of the event loop.
    void refresh();
    /// Draws now.
    void refreshNow();

signals:
    void rowsChanged();   ///< other rows, or one shown or hidden
    void windowChanged(); ///< length or following
    void potentialRangeChanged();
    void traceHovered(int column); ///< of the Trace; −1: none

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void addPlot(const PlotRow& row);
    void arrange();
    void followVeil();
    void letHiddenPlotsGo();
    void speak();
    std::vector<Strand> strands() const;
    QString timeLabel(const QString& unit) const;

    Session& m_session;
    TimeWindow m_window;
    Timebase m_timebase;
    ZeroChip m_chip;
    TimeView m_view;
    std::vector<PlotRow> m_rows;
    std::vector<Overlay*> m_overlays;
    Ghosts* m_ghosts = nullptr;
    std::map<QString, bool> m_chosen; // by the user
    QSplitter* m_splitter;
    QElapsedTimer m_spoken;
    QString m_overlayWords;
    int m_left = 0, m_right = 0;
    double m_lastLength = 0;
    bool m_due = false, m_wasFollowing = true;
};

}
