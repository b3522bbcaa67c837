// SPDX-License-Identifier: GPL-3.0-or-later
#include "ladder_picture.h"

#include "words.h"

#include <QCoreApplication>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr int gap = 8;                  // between cards
constexpr double stimulusWeight = 0.55; // of its height, to a neuron's
constexpr double timeAxis = 2.4;        // em

/// The value of the last row up to a time.
std::optional<double> valueAt(const Trace& trace, std::size_t column, double time)
{
    const std::size_t after = trace.firstAt(std::nextafter(time, HUGE_VAL));
    return after > 0 && time >= 0 ? std::optional<double>(trace.value(column, after - 1)) : std::nullopt;
}

QString spikesOf(const LadderRung& rung)
{
    if (!rung.experiment.model->fires()) return LadderPicture::tr("no spikes");
    return LadderPicture::tr("spikes: %1").arg(rung.trace->spikes().size());
}

/// What is below the threshold counts: a spike leaves at the top.
Range rangeBelowSpikes(const LadderRung& rung, double threshold)
{
    const double least = rung.trace->extent(Columns::potential, 0, rung.trace->rows()).least;
    return niceRange(least, threshold + 0.6 * (threshold - least));
}

}

QString nameOf(const LadderNeuron& neuron)
{
    const QString name = spoken(neuron.model->name);
    return neuron.isWithoutLeak ? LadderPicture::tr("%1, leak off").arg(name) : name;
}

QByteArray ladderTable(const Ladder& ladder)
{
    QByteArray table = "model,time_ms,V_mV,I_over_I_th\n";
    for (const LadderRung& rung : ladder.rungs) {
        const QByteArray name =
            '"' + QByteArray::fromStdString(std::string(rung.neuron.model->id)) + (rung.neuron.isWithoutLeak ? " without leak\"," : "\",");
        for (std::size_t row = 0; row < rung.trace->rows(); ++row)
            table += name + QByteArray::number(rung.trace->time(row), 'g', 12) + ','
                     + QByteArray::number(rung.trace->value(Columns::potential, row), 'g', 9) + ','
                     + QByteArray::number(rung.trace->value(Columns::given, row) / rung.unit, 'g', 9) + '\n';
    }
    return table;
}

LadderPicture::LadderPicture(QWidget* parent) : QWidget(parent) {}

LadderPicture::~LadderPicture() = default;

void LadderPicture::setScene(Ladder ladder)
{
    m_ladder = std::move(ladder);
    const std::size_t wanted = m_ladder.rungs.empty() ? 0 : m_ladder.rungs.size() + 1;
    while (m_plots.size() > wanted) {
        delete m_plots.back();
        m_plots.pop_back();
    }
    while (m_plots.size() < wanted) {
        m_plots.push_back(new Plot(this));
        m_plots.back()->setMouseTracking(true);
        m_plots.back()->installEventFilter(this);
        m_plots.back()->show();
    }
}

void LadderPicture::dress(double columns)
{
    if (m_plots.empty()) return;
    for (Plot* plot : m_plots) {
        if (plot->plotStyle() != m_style) plot->setPlotStyle(m_style);
        plot->setHorizontalRange({0, m_ladder.duration()});
        plot->setHorizontalLabel({});
    }
    for (std::size_t i = 0; i < m_ladder.rungs.size(); ++i) dressRung(i, m_ladder.duration() / columns);
    dressStimulus();
    m_plots.back()->setHorizontalLabel(QCoreApplication::translate("Plot", "time (%1)").arg(QStringLiteral("ms")));
    int left = 0, right = 0;
    for (const Plot* plot : m_plots) {
        left = std::max(left, plot->wantedLeftMargin());
        right = std::max(right, plot->wantedRightMargin());
    }
    for (Plot* plot : m_plots) plot->setSideMargins(left, right);
    layOut();
}

/// Spikes and range as the plots of the trace have them.
void LadderPicture::dressRung(std::size_t index, double width)
{
    const LadderRung& rung = m_ladder.rungs[index];
    const Model& model = *rung.experiment.model;
    Plot& plot = *m_plots[index];
    std::vector<Guide> guides;
    for (Guide guide : potentialGuides(rung.experiment, {}, *m_style.theme))
        if (model.parameters[static_cast<std::size_t>(guide.parameter)].part == Part::threshold) {
            guide.parameter = -1;
            guides.push_back(guide);
        }
    TraceRow row(model, plotRows(model)[0]);
    const Strand strand{.trace = rung.trace};
    row.show(plot, {&strand, 1}, {0, m_ladder.duration()}, width);
    plot.setVerticalRange(guides.empty() ? row.fittingRange(rung.experiment, guides) : rangeBelowSpikes(rung, guides[0].value));
    plot.setGuides(std::move(guides));
    plot.setTitle(QStringLiteral("%1 (%2), %3").arg(nameOf(rung.neuron), fromView(model.state[0].unit), spikesOf(rung)));
    plot.setAccessibleName(nameOf(rung.neuron));
    plot.setAccessibleDescription(spikesOf(rung));
}

void LadderPicture::dressStimulus()
{
    Plot& plot = *m_plots.back();
    std::vector<QPointF> points;
    const Stimulus stimulus = ladderProtocols()[m_ladder.question.protocol].stimulus(m_ladder.question.strength, m_ladder.question.gap);
    Drive drive(stimulus);
    double t = 0, most = 1;
    for (drive.seek(0); t < m_ladder.duration(); drive.seek(t)) {
        const double until = std::min(drive.nextEdge(), m_ladder.duration()), I = drive.constant();
        points.insert(points.end(), {{t, I}, {until, I}});
        most = std::max(most, I);
        t = until;
    }
    plot.setTitle(tr("Stimulus I / I_th"));
    plot.setCurves({{.symbol = {}, .colour = m_style.theme->current, .width = 1}});
    plot.setPoints(0, points);
    plot.setGuides({{.value = 1, .label = QCoreApplication::translate("Plot", "rheobase"), .colour = m_style.theme->threshold}});
    plot.setVerticalRange(niceRange(0, most));
    plot.setAccessibleName(tr("Stimulus in multiples of the rheobase"));
}

void LadderPicture::replot()
{
    if (!m_plots.empty()) dress(std::max(100.0, m_plots.front()->axesWidth()));
    for (Plot* plot : m_plots) plot->replot();
}

/// Cards share what titles and the time axis leave.
std::vector<int> LadderPicture::heights(int whole) const
{
    const auto count = static_cast<double>(m_plots.size());
    const double words = 3.3 * m_style.em, axis = timeAxis * m_style.em;
    const double share = std::max(0.0, whole - axis - words * count - gap * (count - 1)) / (count - 1 + stimulusWeight);
    std::vector<int> heights(m_plots.size(), static_cast<int>(share + words));
    heights.back() = static_cast<int>(stimulusWeight * share + words + axis);
    return heights;
}

void LadderPicture::layOut()
{
    if (m_plots.empty()) return;
    const auto all = heights(height());
    int top = 0;
    for (std::size_t i = 0; i < m_plots.size(); ++i) {
        m_plots[i]->setGeometry(0, top, width(), all[i]);
        top += all[i] + gap;
    }
}

void LadderPicture::render(QPainter& painter, QSize size)
{
    if (m_plots.empty()) return;
    dress(2000);
    const auto all = heights(size.height());
    painter.save();
    for (std::size_t i = 0; i < m_plots.size(); ++i) {
        m_plots[i]->render(painter, {size.width(), all[i]});
        painter.translate(0, all[i] + gap);
    }
    painter.restore();
}

void LadderPicture::read(Plot* plot, std::optional<QPointF> pixel)
{
    const bool isInside = pixel && plot->axes().contains(*pixel);
    const double t = isInside ? plot->valueAt(*pixel).x() : 0;
    for (std::size_t i = 0; i < m_plots.size(); ++i) {
        if (!isInside) {
            m_plots[i]->setReadout(std::nullopt);
            continue;
        }
        Readout readout{.x = t, .pointer = m_plots[i] == plot ? pixel : std::nullopt, .lines = {}};
        if (i < m_ladder.rungs.size()) {
            const LadderRung& rung = m_ladder.rungs[i];
            readout.lines << QStringLiteral("t = %1").arg(shown(t, "ms"));
            if (const auto V = valueAt(*rung.trace, 2, t))
                readout.lines << QStringLiteral("V = %1").arg(shown(*V, rung.experiment.model->state[0].unit));
            if (const auto I = valueAt(*rung.trace, 1, t))
                readout.lines << QStringLiteral("I = %1").arg(shown(*I, injected(rung.experiment).unit));
        } else if (const auto I = valueAt(*m_ladder.rungs[0].trace, 1, t))
            readout.lines << QStringLiteral("I = %1 Ith").arg(shown(*I / m_ladder.rungs[0].unit));
        m_plots[i]->setReadout(readout);
    }
    emit changed();
}

bool LadderPicture::eventFilter(QObject* watched, QEvent* event)
{
    auto* plot = qobject_cast<Plot*>(watched); // none in its last moments
    if (plot && event->type() == QEvent::MouseMove) read(plot, static_cast<QMouseEvent*>(event)->position());
    if (plot && event->type() == QEvent::Leave) read(plot, std::nullopt);
    return QWidget::eventFilter(watched, event);
}

void LadderPicture::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOut();
    emit changed();
}

}
