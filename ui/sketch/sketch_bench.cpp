// SPDX-License-Identifier: GPL-3.0-or-later
#include "sketch_bench.h"

#include "icons.h"
#include "plot_rows.h"
#include "session.h"
#include "shadow_run.h"
#include "sketch_plot.h"
#include "theme.h"
#include "trace_row.h"
#include "without_drawing.h"
#include "words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr std::chrono::milliseconds mostTime(400); // for the stimulus and what is given
constexpr std::size_t mostPoints = 1500;

/// The rows of a trace as points: the least and the greatest value of as many parts as there is room for.
QPolygonF pointsOf(const Trace& trace, std::size_t column, Range times)
{
    QPolygonF points;
    const std::size_t first = trace.firstAfter(times.first - 1e-9), last = trace.firstAfter(times.second + 1e-9);
    const std::size_t bin = std::max<std::size_t>(1, (last - first) / mostPoints);
    for (std::size_t row = first; row < last; row += bin) {
        const std::size_t end = std::min(row + bin, last);
        const Extent there = trace.extent(column, row, end);
        const bool isUp = points.isEmpty() || std::abs(there.least - points.back().y()) < std::abs(there.most - points.back().y());
        points << QPointF(trace.time(row), isUp ? there.least : there.most);
        if (there.most > there.least) points << QPointF(trace.time(end - 1), isUp ? there.most : there.least);
    }
    return points;
}

QPolygonF pointsOf(const Trace& trace, const Sketch& sketch, double until)
{
    const auto column = trace.columns().named(sketch.up.name);
    return column ? pointsOf(trace, *column, {sketch.across.least, until}) : QPolygonF();
}

Stroke strokeOf(const QPolygonF& curve)
{
    Stroke made;
    for (const QPointF& p : curve) made.emplace_back(p.x(), p.y());
    return made;
}

/// Strokes above resets, which are in no data.
void addSpikes(QPolygonF& points, std::span<const double> times, double height)
{
    for (const double t : times) {
        const auto after = std::ranges::upper_bound(points, t, {}, &QPointF::x);
        if (after == points.begin() || after == points.end()) continue;
        const double foot = (after - 1)->y();
        const auto at = after - points.begin();
        points.insert(at, {t, foot});
        points.insert(at, {t, foot + height});
    }
}

/// The way through a plane of states from a time on.
QPolygonF pathOf(const Trace& trace, const Sketch& sketch, double since)
{
    QPolygonF points;
    const auto across = trace.columns().named(sketch.across.name), up = trace.columns().named(sketch.up.name);
    const std::size_t first = trace.firstAfter(since),
                      stride = std::max<std::size_t>(1, (trace.rows() - std::min(first, trace.rows())) / mostPoints);
    for (std::size_t row = first; row < trace.rows() && across && up; row += stride)
        points << QPointF(trace.value(*across, row), trace.value(*up, row));
    return points;
}

QToolButton* tool(const char* id, const QString& text, const QString& tip)
{
    auto* made = new QToolButton;
    made->setObjectName(QLatin1String(id));
    made->setText(text);
    made->setToolTip(tip);
    made->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return made;
}

}

SketchBench::SketchBench(Session& session, Sketch sketch, const Stroke& kept, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_sketch(std::move(sketch)),
      m_rates(
          [wanted = m_sketch](const Experiment& experiment, const std::stop_token& stop) {
              Stroke curve = curveOf(wanted, experiment, stop);
              return stop.stop_requested() ? std::nullopt : std::optional(std::move(curve));
          },
          [this](const Stroke& curve) {
              m_came = curve;
              QPolygonF points;
              for (const auto& [x, y] : curve) points << QPointF(x, y);
              m_plot->setRun(points);
              emit runCame();
          })
{
    setObjectName(QStringLiteral("sketchBench"));
    auto* column = new QVBoxLayout(this);
    pad(column, {0, 0, 0, 0}, 8);
    m_tools = makeTools();
    column->addWidget(m_tools);
    prepare();
    column->addWidget(m_plot, 1);
    if (m_stimulus) column->addWidget(m_stimulus);
    m_without = new WithoutDrawing(*m_plot);
    column->addWidget(m_without);
    setFocusProxy(m_plot);
    connect(m_plot, &SketchPlot::drawn, this, &SketchBench::refresh);
    connect(m_plot, &SketchPlot::wanted, this, &SketchBench::take);
    for (const auto change : {&Session::samplesArrived, &Session::restarted}) connect(&session, change, this, &SketchBench::follow);
    connect(&session, &Session::experimentChanged, this, &SketchBench::follow);
    m_plot->setStroke(kept);
    refresh();
}

QWidget* SketchBench::makeTools()
{
    auto* tools = new QWidget;
    auto* row = new QHBoxLayout(tools);
    pad(row, {}, 8);
    m_draw = tool("draw", tr("Draw"), tr("Draw with mouse, pen or finger; off: bend the line at its handles"));
    m_draw->setCheckable(true);
    m_undo = tool("lastStroke", tr("Last stroke"), tr("Take the last stroke back (Backspace)"));
    m_again = tool("startAgain", tr("Start again"), tr("Take all away"));
    keepDressed(tools, [this] { m_undo->setIcon(icon(Sign::undo, theme().text)), m_draw->setIcon(icon(Sign::pencil, theme().text)); });
    m_reason = new QLabel;
    m_reason->setProperty("role", QStringLiteral("faint"));
    m_take = new QPushButton(tr("That is my prediction"));
    m_take->setObjectName(QStringLiteral("takeSketch"));
    m_take->setAutoDefault(false);
    m_leave = new QPushButton(tr("Back to the plots"));
    m_leave->setObjectName(QStringLiteral("leaveSketch"));
    m_leave->setAutoDefault(false);
    m_leave->hide();
    for (QWidget* each : {static_cast<QWidget*>(m_draw), static_cast<QWidget*>(m_undo), static_cast<QWidget*>(m_again)})
        row->addWidget(each);
    row->addStretch();
    row->addWidget(m_reason);
    row->addWidget(m_take);
    row->addWidget(m_leave);
    connect(m_draw, &QToolButton::clicked, this, [this](bool on) { m_plot->setBending(!on), refresh(), m_plot->setFocus(); });
    connect(m_undo, &QToolButton::clicked, this, [this] { m_plot->undo(); });
    connect(m_again, &QToolButton::clicked, this, [this] { m_plot->clear(); });
    connect(m_take, &QPushButton::clicked, this, &SketchBench::take);
    connect(m_leave, &QPushButton::clicked, this, &SketchBench::leaveWanted);
    return tools;
}

/// What is given, and the stimulus, are of a run beside the one that is seen.
void SketchBench::prepare()
{
    const bool isTrace = m_sketch.plane == Sketch::Plane::trace, isPath = m_sketch.plane == Sketch::Plane::phase;
    const Deadline deadline(mostTime, {});
    const double length = isTrace ? m_sketch.across.most : m_sketch.givenUntil;
    const auto run = isTrace || isPath ? shadowRun(m_session.experiment(), length, true, deadline.token()) : nullptr;
    QPolygonF given;
    if (run && isPath) given = pathOf(run->trace, m_sketch, 0);
    else if (m_sketch.givenX && m_sketch.givenY)
        given << QPointF(m_sketch.across.least, *m_sketch.givenY) << QPointF(*m_sketch.givenX, *m_sketch.givenY);
    else if (run && m_sketch.givenX) given = pointsOf(run->trace, m_sketch, m_sketch.givenUntil);
    if (!given.isEmpty()) m_sketch.givenX = given.back().x(), m_sketch.givenY = given.back().y();
    m_plot = new SketchPlot(m_sketch);
    m_plot->setGiven(given);
    if (run && isTrace && m_sketch.up.name != "I")
        showStimulus(pointsOf(run->trace, Columns::given, {m_sketch.across.least, m_sketch.across.most}));
}

void SketchBench::showStimulus(const QPolygonF& curve)
{
    const Quantity given = rheobase::given(m_session.experiment());
    m_stimulus = new Plot;
    m_stimulus->setTitle(titleOf(given));
    m_stimulus->setAccessibleName(titleOf(given));
    m_stimulus->setFocusPolicy(Qt::NoFocus);
    m_stimulus->setHorizontalRange({m_sketch.across.least, m_sketch.across.most});
    const auto [lowest, highest] = std::ranges::minmax(curve, {}, &QPointF::y);
    const double least = std::min(0.0, lowest.y()), most = std::max(0.0, highest.y()); // what is constant is seen to be
    const double room = most > least ? 0.15 * (most - least) : 1;
    m_stimulus->setVerticalRange({least - room, most + room});
    keepDressed(m_stimulus, [this, curve, given] {
        m_stimulus->setPlotStyle(styleOnScreen(font()));
        m_stimulus->setFixedHeight(scaled(92));
        m_stimulus->setCurves({{.symbol = {}, .colour = colourOf(given)}});
        m_stimulus->setPoints(0, curve);
        const int left = std::max(m_plot->wantedLeftMargin(), m_stimulus->wantedLeftMargin());
        m_stimulus->setSideMargins(left, scaled(14));
        m_plot->setLeastLeftMargin(left);
        m_stimulus->replot();
    });
}

bool SketchBench::isFrozen() const { return m_plot->isFrozen(); }

void SketchBench::refresh()
{
    if (isFrozen()) return;
    const Drawing& drawing = m_plot->drawing();
    const bool isComplete = drawing.isComplete();
    m_draw->setChecked(!m_plot->isBending());
    m_draw->setEnabled(m_sketch.isFunction() && isComplete);
    m_undo->setEnabled(drawing.canUndo());
    m_again->setEnabled(!drawing.isEmpty());
    m_reason->setText(isComplete              ? QString()
                      : m_sketch.isFunction() ? tr("Draw to the right edge, then:")
                                              : tr("Draw the path from the ring, then:"));
    m_take->setEnabled(isComplete);
    m_take->setProperty("role", isComplete ? QStringLiteral("primary") : QString());
    m_take->style()->unpolish(m_take);
    m_take->style()->polish(m_take);
}

void SketchBench::take()
{
    if (!isFrozen() && m_plot->drawing().isComplete()) emit taken(m_plot->stroke());
}

void SketchBench::freeze()
{
    if (isFrozen()) return;
    m_plot->freeze();
    for (QWidget* each : {static_cast<QWidget*>(m_draw), static_cast<QWidget*>(m_undo), static_cast<QWidget*>(m_again),
                          static_cast<QWidget*>(m_take), static_cast<QWidget*>(m_without)})
        each->hide();
    m_leave->show();
    m_reason->setText(tr("Your prediction is frozen; the run lies over it."));
    follow();
}

/// What the neuron does is hidden until the prediction is frozen.
void SketchBench::follow()
{
    if (!isFrozen()) return;
    if (m_sketch.plane == Sketch::Plane::rate) askForRates();
    else followRun();
}

void SketchBench::followRun()
{
    const Trace& trace = m_session.trace();
    if (isRunThrough() && trace.serial() == m_through) return; // nothing that comes is on the axes
    m_through = isRunThrough() ? trace.serial() : 0;
    if (m_sketch.plane == Sketch::Plane::phase) m_plot->setRun(pathOf(trace, m_sketch, 0));
    else {
        QPolygonF points = pointsOf(trace, m_sketch, m_sketch.across.most);
        m_came = strokeOf(points);
        const Model& model = m_session.model();
        if (model.spikesAreDrawn() && m_sketch.up.name == identifier(model.state[0].symbol)) addSpikes(points, trace.spikes(), spikeHeight);
        m_plot->setRun(points);
    }
    emit runCame();
}

bool SketchBench::isRunThrough() const
{
    const Trace& trace = m_session.trace();
    if (m_sketch.plane == Sketch::Plane::trace) return !trace.empty() && trace.latestTime() >= m_sketch.across.most;
    return m_sketch.plane == Sketch::Plane::rate && !m_plot->run().isEmpty();
}

void SketchBench::say(const QString& words) { m_reason->setText(words); }
QString SketchBench::saying() const { return m_reason->text(); }

void SketchBench::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) emit escaped();
    else QWidget::keyPressEvent(event);
}

void SketchBench::askForRates()
{
    const Experiment wanted = underLasting(m_session.experiment());
    if (std::exchange(m_asked, wanted) == wanted) return;
    m_rates.ask(m_session.experiment());
}

}
