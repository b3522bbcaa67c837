// SPDX-License-Identifier: GPL-3.0-or-later
#include "map_plot.h"

#include "chooser.h"
#include "measure_words.h"
#include "session.h"
#include "sweep_view.h"
#include "theme.h"
#include "words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <cmath>

namespace rheobase {

namespace {

constexpr std::size_t side = 64;

QComboBox* box(const QString& name, const char* id)
{
    auto* made = new Chooser;
    made->setObjectName(QLatin1String(id));
    made->setAccessibleName(name);
    made->setToolTip(name);
    return made;
}

/// The slider's range, as an axis; a current goes from none on.
SweepAxis axisFor(const Experiment& experiment, const std::string& name)
{
    const Quantity q = *sweptQuantity(experiment, name);
    const double low = std::max(q.min, q.domain.least);
    return {name, name == "I" ? 0 : low, q.max, side, q.scale == Scale::logarithmic};
}

}

MapPlot::MapPlot(Session& session, QWidget* parent)
    : PlotView(parent),
      m_session(session),
      m_picture(new MapPicture),
      m_across(box(tr("What goes across"), "across")),
      m_up(box(tr("What goes up"), "up")),
      m_measure(box(tr("What the colour tells"), "measure")),
      m_words(new QLabel)
{
    for (const std::string_view id : mapMeasures()) {
        m_measure->addItem(nameOf(measure(id)));
        m_measure->setItemData(m_measure->count() - 1, definitionOf(id), Qt::ToolTipRole);
    }
    m_words->setObjectName(QStringLiteral("words"));
    m_words->setProperty("role", QStringLiteral("faint"));
    m_words->setWordWrap(true);
    m_picture->makeInteractive();
    m_picture->setAccessibleName(tr("Parameter map"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_up);
    row->addWidget(new QLabel(tr("over")));
    row->addWidget(m_across);
    row->addStretch();
    row->addWidget(m_measure);
    auto* column = new QVBoxLayout(this);
    pad(column, {10, 10, 10, 10});
    column->addLayout(row);
    column->addWidget(m_picture, 1);
    column->addWidget(m_words);

    connect(m_across, &QComboBox::activated, this, [this] { chooseAxis(m_across, m_up); });
    connect(m_up, &QComboBox::activated, this, [this] { chooseAxis(m_up, m_across); });
    connect(m_measure, &QComboBox::activated, this, &MapPlot::refresh);
    connect(m_picture, &MapPicture::changed, this, &MapPlot::refresh);
    connect(m_picture, &MapPicture::chosen, this, &MapPlot::setValues);
    connect(&m_sweep, &LiveSweep::changed, this, &MapPlot::refresh);
    connect(&session, &Session::modelChanged, this, &MapPlot::adoptModel);
    connect(&session, &Session::experimentChanged, this, &MapPlot::compute);
    connect(&session, &Session::samplesArrived, this, &MapPlot::follow);
    connect(&session, &Session::restarted, this, &MapPlot::follow);
    connect(&session, &Session::transportChanged, this, &MapPlot::follow);
    adoptModel();
}

void MapPlot::adoptModel()
{
    for (QComboBox* chooser : {m_across, m_up}) {
        chooser->clear();
        chooser->addItem(fromView(m_session.model().input.symbol), QStringLiteral("I"));
        for (const Quantity& q : m_session.model().parameters)
            chooser->addItem(fromView(q.symbol), QString::fromStdString(identifier(q.symbol)));
    }
    m_across->setCurrentIndex(0);
    m_up->setCurrentIndex(m_up->count() > 2 ? 2 : 1);
    m_picture->setScene(wantedScene()); // at once: what is clicked at is of this model
    compute();
}

/// Never twice the same.
void MapPlot::chooseAxis(QComboBox* chosen, QComboBox* other)
{
    if (chosen->currentIndex() == other->currentIndex()) other->setCurrentIndex(chosen->currentIndex() == 0 ? 1 : 0);
    compute();
}

std::string MapPlot::nameIn(const QComboBox* chooser) const { return chooser->currentData().toString().toStdString(); }

std::optional<double> MapPlot::presentValue(const std::string& name) const
{
    if (name == "I") return operatingCurrent(m_session.experiment());
    return m_session.experiment().parameters[*indexOf(m_session.model().parameters, name)];
}

void MapPlot::compute()
{
    if (!isVisible()) return;
    refresh();
    m_problem = {};
    if (!m_session.model().fires()) return;
    const Experiment base = underConstant(m_session.experiment());
    Sweep sweep{base, {axisFor(base, nameIn(m_across)), axisFor(base, nameIn(m_up))}};
    // What the axes vary does not change the map.
    for (const SweepAxis& axis : sweep.axes) sweep.experiment = with(sweep.experiment, axis.name, axis.to);
    m_problem = m_sweep.request(std::move(sweep));
}

/// A run changes nothing here but whether it is under the current of the ring.
void MapPlot::follow()
{
    if (isVisible() && isUnderOperatingCurrent(m_session) != m_isLive) refresh();
}

/// What there is of the map that is wanted: where it is impossible, or only begun, its axes.
MapScene MapPlot::wantedScene() const
{
    const Experiment base = underConstant(m_session.experiment());
    const std::string across = nameIn(m_across), up = nameIn(m_up);
    MapScene scene;
    scene.across = *sweptQuantity(base, across);
    scene.up = *sweptQuantity(base, up);
    scene.measure = mapMeasures()[static_cast<std::size_t>(m_measure->currentIndex())];
    const SweepResults& results = m_sweep.results();
    const bool isTheOne = m_problem.empty() && results.generation > 0 && results.sweep.experiment.model == base.model
                          && results.sweep.axes[0].name == across && results.sweep.axes[1].name == up;
    if (isTheOne) scene.results = results;
    else scene.results.sweep.axes = {axisFor(base, across), axisFor(base, up)};
    const auto x = presentValue(across), y = presentValue(up);
    if (x && y) scene.present = QPointF(*x, *y);
    return scene;
}

void MapPlot::draw()
{
    m_measure->setToolTip(m_measure->currentData(Qt::ToolTipRole).toString());
    restyle(m_picture);
    m_picture->setScene(wantedScene());
    m_picture->replot();
    showWords();
}

void MapPlot::showWords()
{
    const auto neurons = static_cast<int>(m_picture->scene().results.points.size());
    QString words;
    if (!m_session.model().fires()) words = tr("This model has no spikes.");
    else if (!m_problem.empty()) words = tr("No map of these axes: %1").arg(spoken(m_problem));
    else words = tr("%1 neurons, each from rest under a lasting current for %2.").arg(neurons).arg(shown(500, "ms"));
    m_isLive = isUnderOperatingCurrent(m_session);
    if (m_session.model().fires() && m_problem.empty() && m_picture->scene().present && !m_isLive) {
        const double I = operatingCurrent(m_session.experiment()).value_or(0);
        words += u' ' + tr("The ring: if %1 lasted.").arg(shown(I, m_session.model().input.unit));
    }
    m_words->setText(typeset(words));
    m_picture->setAccessibleDescription(words);
}

void MapPlot::setValues(QPointF values)
{
    const auto cell = m_picture->scene().cellAt(values);
    if (!cell) return;
    const SweepAxis &x = m_picture->scene().results.sweep.axes[0], &y = m_picture->scene().results.sweep.axes[1];
    m_session.edit(with(with(m_session.experiment(), x.name, x.at(cell->first)), y.name, y.at(cell->second)));
}

ViewFigure MapPlot::figure() { return figureOf<MapPicture>(m_session.experiment(), m_picture->scene()); }

void MapPlot::showEvent(QShowEvent* event)
{
    PlotView::showEvent(event);
    compute();
}

}
