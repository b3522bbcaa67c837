// SPDX-License-Identifier: GPL-3.0-or-later
#include "rate_plot.h"

#include "chooser.h"
#include "difference.h"
#include "measure_words.h"
#include "session.h"
#include "solution.h"
#include "steady_rate.h"
#include "sweep_view.h"
#include "theme.h"
#include "words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr std::size_t points = 200, mostGhosts = 6;
constexpr int still = 150; // ms without a change

Range currentRange(const Session& session)
{
    double to = session.model().input.max;
    if (const auto rheobase = session.rheobase(); rheobase && std::isfinite(rheobase->spike))
        to = std::max(to, niceAtLeast(1.3 * rheobase->spike));
    if (const auto I = operatingCurrent(session.experiment())) to = std::max(to, niceAtLeast(*I));
    return {0, to};
}

}

RatePlot::RatePlot(Session& session, QWidget* parent)
    : PlotView(parent, Cost::low), m_session(session), m_picture(new RatePicture), m_words(new QLabel)
{
    m_clock.start();
    m_words->setObjectName(QStringLiteral("words"));
    m_words->setProperty("role", QStringLiteral("faint"));
    m_words->setWordWrap(true);
    m_picture->makeInteractive();
    m_picture->setAccessibleName(tr("Firing rate over injected current"));
    auto* column = new QVBoxLayout(this);
    pad(column, {10, 10, 10, 10});
    column->addWidget(makeControls());
    column->addWidget(m_picture, 1);
    column->addWidget(m_words);

    connect(m_picture, &RatePicture::changed, this, &RatePlot::refresh);
    connect(m_picture, &RatePicture::dragStarted, this, [this] { m_gesture = m_session.beginGesture(); });
    connect(m_picture, &RatePicture::dragged, this, &RatePlot::setCurrent);
    connect(m_picture, &RatePicture::draggedToRate, this, &RatePlot::setRate);
    for (LiveSweep* sweep : {&m_sweep, &m_onset}) connect(sweep, &LiveSweep::changed, this, &RatePlot::refresh);
    m_still.setSingleShot(true);
    connect(&m_still, &QTimer::timeout, this, &RatePlot::computeOnset);
    connect(&session, &Session::experimentChanged, this, &RatePlot::compute);
    connect(&session, &Session::rheobaseChanged, this, &RatePlot::compute);
    connect(&session, &Session::samplesArrived, this, &RatePlot::follow);
    connect(&session, &Session::restarted, this, &RatePlot::follow);
    connect(&session, &Session::transportChanged, this, &RatePlot::follow);
    connect(&session, &Session::modelChanged, this, [this] {
        forgetGhosts();
        m_calm.reset();
    });
}

QWidget* RatePlot::makeControls()
{
    m_reading = new Chooser;
    m_reading->setObjectName(QStringLiteral("reading"));
    m_reading->setAccessibleName(tr("How the rate is read"));
    m_reading->addItems({tr("rate by last interval"), tr("rate by spike count")});
    for (const auto& [reading, id] : {std::pair(Reading::lastInterval, "rate.last"), std::pair(Reading::count, "mean-rate")})
        m_reading->setItemData(static_cast<int>(reading), definitionOf(id), Qt::ToolTipRole);
    m_keep = new QPushButton(tr("Keep"));
    m_keep->setObjectName(QStringLiteral("keep"));
    m_keep->setToolTip(tr("Keep this curve as a ghost to compare with"));
    m_forget = new QPushButton(tr("Clear"));
    m_forget->setObjectName(QStringLiteral("forget"));
    m_forget->setToolTip(tr("Take all ghosts away"));
    m_forget->setEnabled(false);
    connect(m_reading, &QComboBox::activated, this, &RatePlot::refresh);
    connect(m_keep, &QPushButton::clicked, this, &RatePlot::keep);
    connect(m_forget, &QPushButton::clicked, this, &RatePlot::forgetGhosts);
    auto* controls = new QWidget;
    auto* row = new QHBoxLayout(controls);
    row->setContentsMargins({});
    row->addWidget(m_reading);
    row->addStretch();
    row->addWidget(m_keep);
    row->addWidget(m_forget);
    return controls;
}

void RatePlot::compute()
{
    if (!isVisible()) return;
    refresh();
    if (!m_session.model().fires()) return;
    const Range across = currentRange(m_session);
    m_sweep.request({underConstant(m_session.experiment()), {{"I", across.first, across.second, points, false}}});
    m_still.start(still); // it can wait for the end of a drag
}

/// A run changes nothing here but whether it is under the current of the operating point.
void RatePlot::follow()
{
    if (isVisible() && isUnderOperatingCurrent(m_session) != m_picture->scene().isLive) refresh();
}

/// Two neurons just above the rheobase tell whether rates begin at zero.
void RatePlot::computeOnset()
{
    const auto rheobase = m_session.rheobase();
    if (!rheobase || !std::isfinite(rheobase->sustained)) return;
    const double span = m_session.model().input.max;
    Sweep sweep{underConstant(m_session.experiment(), 2000),
                {{"I", rheobase->sustained + 1e-5 * span, rheobase->sustained + 1e-2 * span, 2, false}}};
    sweep.experiment.noise = {};
    m_onset.request(std::move(sweep));
}

double RatePlot::rateOf(const SweepPoint& point, double duration) const
{
    if (point.diverged || std::isfinite(point.oscillation)) return std::numeric_limits<double>::quiet_NaN();
    if (m_reading->currentIndex() == static_cast<int>(Reading::count)) return 1000 * static_cast<double>(point.spikes) / duration;
    return point.rate > 0 && point.lastInterval > 0 ? 1000 / point.lastInterval : 0;
}

QPolygonF RatePlot::computed() const
{
    QPolygonF curve;
    const SweepResults& results = m_sweep.results();
    for (std::size_t i = 0; i < results.points.size(); ++i)
        if (results.done[i]) curve << QPointF(results.sweep.axes[0].at(i), rateOf(results.points[i], results.sweep.experiment.duration));
    return curve;
}

/// With gaps of NaN; empty where nothing oscillates.
QPolygonF RatePlot::oscillation() const
{
    QPolygonF curve;
    const SweepResults& results = m_sweep.results();
    bool isThere = false;
    for (std::size_t i = 0; i < results.points.size(); ++i) {
        if (!results.done[i]) continue;
        curve << QPointF(results.sweep.axes[0].at(i), results.points[i].oscillation);
        isThere |= std::isfinite(curve.back().y());
    }
    return isThere ? curve : QPolygonF();
}

QPolygonF RatePlot::closedForm(Range across) const
{
    QPolygonF curve;
    for (std::size_t i = 0; i <= 2 * points; ++i) {
        const double I = across.first + (across.second - across.first) * static_cast<double>(i) / (2 * points);
        const auto rate = steadyRate(m_session.model(), m_session.experiment().parameters, I);
        if (!rate) return {};
        curve << QPointF(I, *rate);
    }
    return curve;
}

QString RatePlot::onset() const
{
    const SweepResults& results = m_onset.results();
    if (results.generation == 0 || !results.finished() || results.sweep.experiment.parameters != m_session.experiment().parameters)
        return {};
    const double nearest = 1000 / results.points[0].lastInterval, further = 1000 / results.points[1].lastInterval;
    if (!(further > 0)) return {};
    if (nearest > 0.8 * further) return tr("Type II onset: firing begins at %1").arg(shown(nearest, "Hz", 2));
    return tr("Type I onset: rates begin at zero");
}

std::vector<RateScene::Ghost> RatePlot::ghosts() const
{
    std::vector<RateScene::Ghost> ghosts;
    Experiment live = underConstant(m_session.experiment());
    for (const Kept& kept : m_kept) {
        live.stimulus = kept.experiment.stimulus; // the current is the axis
        ghosts.push_back({difference(kept.experiment, live), kept.curve});
    }
    return ghosts;
}

void RatePlot::draw()
{
    m_reading->setToolTip(m_reading->currentData(Qt::ToolTipRole).toString());
    const Model& model = m_session.model();
    RateScene scene;
    scene.model = &model;
    scene.across = currentRange(m_session);
    if (model.fires()) {
        m_shown = m_sweep.results().sweep;
        if (m_shown.experiment.model == &model) scene.curve = computed(), scene.oscillation = oscillation();
        if (!m_session.veil().hides("rate.formula")) scene.formula = closedForm(scene.across);
        scene.ghosts = ghosts();
        scene.rheobase = m_session.rheobase();
        scene.onset = onset();
        if (const auto I = operatingCurrent(m_session.experiment()))
            for (const QPolygonF* line : {&scene.curve, &scene.oscillation})
                if (const double rate = rateAt(*line, *I); std::isfinite(rate)) scene.operating = QPointF(*I, rate);
    }
    scene.isLive = isUnderOperatingCurrent(m_session);
    double highest = 1;
    for (const QPolygonF* line : {&scene.curve, &scene.oscillation})
        for (const QPointF& p : *line) highest = std::max(highest, std::isfinite(p.y()) ? p.y() : 0);
    scene.up = m_calm.update({0, niceRange(0, highest).second}, static_cast<double>(m_clock.elapsed()) / 1000);
    restyle(m_picture);
    m_picture->setScene(std::move(scene));
    m_picture->replot();
    m_keep->setEnabled(!m_picture->scene().curve.isEmpty() && m_kept.size() < mostGhosts);
    m_forget->setEnabled(!m_kept.empty());
    QString words = !model.fires()
                        ? tr("This model has no spikes.")
                        : tr("From rest, under a lasting current for %1.").arg(shown(m_sweep.results().sweep.experiment.duration, "ms"));
    if (const QPolygonF& swings = m_picture->scene().oscillation; !swings.isEmpty()) {
        const auto isThere = [](const QPointF& p) { return std::isfinite(p.y()); };
        const QPointF first = *std::ranges::find_if(swings, isThere);
        words += u' '
                 + tr("From %1 on it oscillates at %2, below the spike level (dashed): that is no firing.")
                       .arg(shown(first.x(), model.input.unit, 3), shown(first.y(), "Hz", 3));
    }
    m_words->setText(words);
    m_picture->setAccessibleDescription(QStringList{m_picture->scene().onset, m_picture->assumption()}.join(u' ').trimmed());
}

void RatePlot::keep()
{
    if (!isVisible() || m_picture->scene().curve.isEmpty() || m_kept.size() >= mostGhosts) return;
    m_kept.push_back({m_shown.experiment, m_picture->scene().curve});
    refresh();
}

void RatePlot::forgetGhosts()
{
    m_kept.clear();
    refresh();
}

void RatePlot::setCurrent(double I) { m_session.edit(with(m_session.experiment(), "I", I), m_gesture); }

/// In closed form where there is one; else as the curve's points tell.
void RatePlot::setRate(double rate, double I)
{
    const Experiment lasting = underConstant(m_session.experiment());
    const bool isExact = rate > 0 && costOf(lasting, "rate") == GoalCost::none;
    if (const auto found = isExact ? solve(lasting, {"rate", rate, "I"}) : std::nullopt; found && found->isReached) I = found->value;
    setCurrent(I);
}

ViewFigure RatePlot::figure() { return figureOf<RatePicture>(m_session.experiment(), m_picture->scene()); }

void RatePlot::showEvent(QShowEvent* event)
{
    PlotView::showEvent(event);
    compute();
}

}
