// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace_stack.h"

#include "ghosts.h"
#include "session.h"
#include "theme.h"
#include "trace_plot.h"
#include "words.h"

#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace rheobase {

namespace {

constexpr int gap = 8;                // between cards
constexpr int enoughForNumbers = 150; // height of a plot in which the time axis has numbers of its own

double usualLength(const Model& model) { return model.jumps || model.linear ? 200 : 100; }

int weightOf(const PlotRow& row) { return row.id == u"potential" ? 50 : row.id == u"current" ? 14 : 17; }

}

TraceStack::TraceStack(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_timebase(session), m_chip(m_timebase), m_splitter(new QSplitter(Qt::Vertical))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_splitter);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(gap);
    m_splitter->setStyleSheet("QSplitter::handle { background: transparent; }");
    m_spoken.start();
    connect(&session, &Session::modelChanged, this, &TraceStack::build);
    connect(&session, &Session::samplesArrived, this, &TraceStack::refresh);
    connect(&session, &Session::experimentChanged, this, &TraceStack::refresh);
    connect(&session, &Session::rheobaseChanged, this, &TraceStack::refresh);
    connect(&session, &Session::veilChanged, this, &TraceStack::followVeil);
    connect(&session, &Session::restarted, this, [this] { m_window.restart(); });
    connect(&session, &Session::restarted, this, &TraceStack::refresh);
    connect(&m_timebase, &Timebase::changed, this, &TraceStack::refresh);
    addOverlay(m_timebase);
    addOverlay(m_chip);
    build();
}

TraceStack::~TraceStack() { delete m_splitter; } // the pointer leaves its plots when they go, and they tell

void TraceStack::build()
{
    m_view = {};
    for (const PlotRow& row : m_rows) plot(row.id)->forget(); // each paints once more when its neighbour goes
    while (m_splitter->count() > 0) delete m_splitter->widget(0);
    m_rows = plotRows(m_session.model());
    m_window.restart();
    m_window.setLength(usualLength(m_session.model()));
    for (const PlotRow& row : m_rows) addPlot(row);
    arrange();
    emit rowsChanged();
}

void TraceStack::addPlot(const PlotRow& row)
{
    auto* made = new TracePlot(m_session, m_window, row, m_overlays);
    m_splitter->addWidget(made);
    m_splitter->setStretchFactor(m_splitter->count() - 1, weightOf(row));
    made->setVisible(isRowShown(row.id));
    connect(made, &TracePlot::changed, this, &TraceStack::refresh);
    connect(made, &TracePlot::automaticWanted, this, &TraceStack::makeAutomatic);
    connect(made, &TracePlot::returnWanted, this, &TraceStack::returnToLive);
    connect(made, &TracePlot::traceHovered, this, &TraceStack::traceHovered);
    if (made->traces().isPotential()) connect(made, &TracePlot::fixedRangeChanged, this, &TraceStack::potentialRangeChanged);
}

/// Shares out the height anew.
void TraceStack::arrange()
{
    QList<int> sizes;
    for (const PlotRow& row : m_rows) sizes << (isRowShown(row.id) ? 10 * weightOf(row) : 0);
    m_splitter->setSizes(sizes);
    m_left = m_right = 0;
    refresh();
}

bool TraceStack::isRowHidden(const PlotRow& row) const
{
    const Veil& veil = m_session.veil();
    const auto tells = [&](std::size_t column) { return veil.hides(identifier(m_session.trace().quantity(column).symbol)); };
    return veil.hides(row.id.toStdString()) || (isSealed(m_session.experiment()) && std::ranges::any_of(row.columns, tells));
}

/// What is hidden from now on, and what no longer is.
void TraceStack::followVeil()
{
    bool isOther = false;
    for (const PlotRow& row : m_rows) {
        isOther |= plot(row.id)->isHidden() == isRowShown(row.id);
        plot(row.id)->setVisible(isRowShown(row.id));
    }
    if (!isOther) return refresh();
    arrange();
    emit rowsChanged();
}

bool TraceStack::isRowShown(const QString& id) const
{
    if (const auto row = std::ranges::find(m_rows, id, &PlotRow::id); row != m_rows.end() && isRowHidden(*row)) return false;
    if (const auto it = m_chosen.find(id); it != m_chosen.end()) return it->second;
    const auto row = std::ranges::find(m_rows, id, &PlotRow::id);
    return row != m_rows.end() && row->shownAtFirst;
}

void TraceStack::setRowShown(const QString& id, bool on)
{
    const bool was = isRowShown(id);
    m_chosen[id] = on;
    if (was == isRowShown(id)) return;
    if (TracePlot* shown = plot(id)) shown->setVisible(on);
    arrange();
    emit rowsChanged();
}

TracePlot* TraceStack::plot(const QString& id) const
{
    const auto row = std::ranges::find(m_rows, id, &PlotRow::id);
    return row == m_rows.end() ? nullptr : static_cast<TracePlot*>(m_splitter->widget(static_cast<int>(row - m_rows.begin())));
}

std::vector<TracePlot*> TraceStack::shownPlots() const
{
    std::vector<TracePlot*> plots;
    for (const PlotRow& row : m_rows)
        if (isRowShown(row.id)) plots.push_back(plot(row.id));
    return plots;
}

TracePlot* TraceStack::currentPlot() const
{
    const auto plots = shownPlots();
    const auto it = std::ranges::find_if(plots, &TracePlot::hasFocus);
    return it != plots.end() ? *it : plots.empty() ? nullptr : plots.front();
}

void TraceStack::setWindowLength(double ms)
{
    m_window.setLength(ms);
    refresh();
}

void TraceStack::stepWindow(int direction) { setWindowLength(direction > 0 ? niceAbove(windowLength()) : niceBelow(windowLength())); }

void TraceStack::returnToLive()
{
    m_window.toEnd();
    refresh();
}

void TraceStack::showTime(double time)
{
    m_window.pan(time - m_window.length() / 2 - m_window.from());
    refresh();
}

void TraceStack::reveal(double time)
{
    const auto plots = shownPlots();
    const auto at = plots.empty() ? std::nullopt : plots.front()->axisTime(time);
    if (!at || *at < m_view.across.first || *at > m_view.across.second) showTime(time);
}

void TraceStack::makeAutomatic()
{
    m_window.setLength(usualLength(m_session.model()));
    for (const PlotRow& row : m_rows) plot(row.id)->setFixedRange(std::nullopt);
    returnToLive();
}

void TraceStack::setPotentialRange(std::optional<std::pair<double, double>> range) { plot("potential")->setFixedRange(range); }

std::optional<std::pair<double, double>> TraceStack::potentialRange() const { return plot("potential")->fixedRange(); }

TraceFigure TraceStack::figure(const QString& id) const
{
    TraceFigure content{.trace = m_session.sharedTrace(),
                        .experiment = m_session.experiment(),
                        .from = m_view.across.first,
                        .to = m_view.across.second,
                        .rows = {},
                        .potential = potentialRange(),
                        .rest = m_session.restingPotential(),
                        .rheobase = {},
                        .caption = {}};
    content.strands = strands();
    // Under pulses it would mislead: what they have to reach is more.
    if (const auto rheobase = m_session.rheobase(); rheobase && !m_session.pulseThreshold()) content.rheobase = rheobase->sustained;
    for (const PlotRow& row : m_rows)
        if (id.isEmpty() ? isRowShown(row.id) : row.id == id) content.rows.push_back(row.id);
    return content;
}

/// What the plots show.
std::vector<Strand> TraceStack::strands() const { return m_view.strands; }

QString TraceStack::timeLabel(const QString& unit) const
{
    if (!m_view.isLive) return tr("time (%1)").arg(unit);
    return m_timebase.isTriggered() ? tr("time since the trigger (%1)").arg(unit) : tr("time since the sweep began (%1)").arg(unit);
}

void TraceStack::addOverlay(Overlay& overlay, bool below)
{
    m_overlays.insert(below ? m_overlays.begin() : m_overlays.end(), &overlay);
    refresh();
}

void TraceStack::setGhosts(Ghosts& ghosts)
{
    m_ghosts = &ghosts;
    m_chip.setGhosts(ghosts);
    connect(&ghosts, &Ghosts::changed, this, &TraceStack::refresh);
    refresh();
}

void TraceStack::setHighlighted(int column)
{
    for (const PlotRow& row : m_rows) plot(row.id)->setHighlighted(column);
}

void TraceStack::refresh()
{
    if (m_due) return;
    m_due = true;
    QTimer::singleShot(0, this, &TraceStack::refreshNow);
}

void TraceStack::refreshNow()
{
    m_due = false;
    if (!isVisible()) return;
    m_window.setExtent(m_session.trace().startTime(), m_session.trace().latestTime());
    const auto plots = shownPlots();
    m_view = m_timebase.view(m_window);
    if (m_ghosts) m_ghosts->lay(m_view, m_timebase);
    m_view.strands = strands();
    std::optional<double> pointed;
    const TimeUnit unit = unitOfTimes(m_view.across.second, m_view.across.second - m_view.across.first);
    for (TracePlot* p : plots) {
        p->setHorizontalRange(m_view.across);
        p->setHorizontalUnit(unit.ms);
        if (const auto t = p->pointedTime()) pointed = t;
    }
    for (TracePlot* p : plots) {
        const bool numbers = p == plots.back() || p->height() > enoughForNumbers;
        p->setHorizontalLabel(numbers ? timeLabel(QLatin1String(unit.name)) : QString());
        p->setCrosshair(pointed);
        p->refresh(m_view);
        m_left = std::max(m_left, p->wantedLeftMargin());
        m_right = std::max(m_right, p->wantedRightMargin());
    }
    for (TracePlot* p : plots) {
        p->setSideMargins(m_left, m_right);
        p->replot();
        p->setReturnShown(!m_window.isFollowing() && p == plots.front());
    }
    letHiddenPlotsGo();
    if (m_lastLength != m_window.length() || m_wasFollowing != m_window.isFollowing()) emit windowChanged();
    m_lastLength = m_window.length();
    m_wasFollowing = m_window.isFollowing();
    speak();
}

/// A plot that is hidden holds no trace beside the run, which else would live as long as it.
void TraceStack::letHiddenPlotsGo()
{
    TimeView alone = m_view;
    alone.strands = {m_view.strands.back()};
    for (const PlotRow& row : m_rows)
        if (TracePlot* p = plot(row.id); !isRowShown(row.id) && p->view().strands.size() > 1) p->refresh(alone);
}

/// Tells a screen reader how the neuron is, at most once a second, and what lies over the plots.
void TraceStack::speak()
{
    QStringList overlays;
    for (const Overlay* overlay : m_overlays) overlays << overlay->words();
    overlays.removeAll(QString());
    const QString before = std::exchange(m_overlayWords, overlays.join(QStringLiteral(". ")));
    if ((m_spoken.elapsed() < 1000 && before == m_overlayWords) || m_session.trace().empty()) return;
    m_spoken.restart();
    const auto spikes = m_session.trace().spikes();
    QString words = tr("%1, spikes: %2")
                        .arg(shown(m_session.trace().latest(Columns::potential), m_session.model().state[0].unit, 3))
                        .arg(spikes.size());
    if (const double rate = m_session.firingRate(); rate > 0) words += tr(", %1 a second").arg(shown(rate, 3));
    if (!spikes.empty()) words += tr(", the last at %1").arg(moment(spikes.back(), 0.1));
    for (TracePlot* p : shownPlots()) {
        const QString own = p->traces().isPotential() ? words : QString();
        p->setAccessibleDescription(own + (own.isEmpty() || m_overlayWords.isEmpty() ? "" : ". ") + m_overlayWords);
    }
}

void TraceStack::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

}
