// SPDX-License-Identifier: GPL-3.0-or-later
#include "sketches_plot.h"

#include "words.h"

#include <algorithm>

namespace rheobase {

namespace {

constexpr double pencilWidth = 2.2, neuronWidth = 1.8; // in widths of lines
constexpr double enlarged = 1.4;                       // letters, from afar
constexpr double pressure = 0.6;                       // of the pencil

/// As on the ground, but opaque: strokes are drawn in pieces, whose joints would be seen.
QColor pencilled(const QColor& colour, const QColor& ground)
{
    const auto mixed = [](int a, int b) { return qRound(pressure * a + (1 - pressure) * b); };
    return {mixed(colour.red(), ground.red()), mixed(colour.green(), ground.green()), mixed(colour.blue(), ground.blue())};
}

std::vector<QPointF> pointsOf(const Stroke& stroke)
{
    std::vector<QPointF> points;
    for (const auto& [x, y] : stroke) points.emplace_back(x, y);
    return points;
}

/// The axis, longer where a hand or the neuron went beyond.
Range rangeOf(const SketchAxis& axis, const std::vector<std::vector<QPointF>>& lines)
{
    Range range{axis.least, axis.most};
    for (const auto& line : lines)
        for (const QPointF& p : line) range = {std::min(range.first, p.y()), std::max(range.second, p.y())};
    return range;
}

/// "injected current I (nA)"
QString nameOf(const SketchAxis& axis)
{
    const QString unit = fromView(axis.quantity.unit), name = capitalised(spoken(axis.quantity.meaning));
    const QString words = name.isEmpty() ? QString::fromStdString(axis.name) : name;
    return unit.isEmpty() ? words : QStringLiteral("%1 (%2)").arg(words, unit);
}

}

SketchesPlot::SketchesPlot()
{
    keepDressed(this, [this] { dress(); });
}

void SketchesPlot::setDrawing(const Overview::Drawing& drawing, const std::string& tag, const QString& words, const Stroke& neuron)
{
    m_drawing = drawing;
    m_tag = tag;
    m_words = words;
    m_neuron = neuron;
    dress();
}

void SketchesPlot::setLarge(bool isLarge)
{
    m_isLarge = isLarge;
    dress();
}

void SketchesPlot::changeEvent(QEvent* event)
{
    Plot::changeEvent(event);
    if (event->type() == QEvent::FontChange) dress();
}

/// Those that stand out lie on top, the neuron over all.
void SketchesPlot::dress()
{
    PlotStyle style = styleOnScreen(font());
    if (m_isLarge) style.em = qRound(style.em * enlarged);
    setPlotStyle(style);
    if (!m_drawing.ask.sketch) return;
    const Theme& t = *style.theme;
    std::vector<Curve> curves;
    std::vector<std::vector<QPointF>> lines;
    const auto add = [&](const QString& name, const QColor& colour, double width, const Stroke& stroke) {
        const bool isFirst = std::ranges::find(curves, name, &Curve::symbol) == curves.end();
        curves.push_back({.symbol = isFirst ? name : QString(), .colour = colour, .width = width});
        lines.push_back(pointsOf(stroke));
    };
    const QString others = m_tag.empty() ? tr("sketches") : tr("others");
    for (const bool isChosen : {false, true})
        for (const auto& sketch : m_drawing.sketches)
            if ((!m_tag.empty() && sketch.tag == m_tag) == isChosen)
                add(isChosen ? m_words : others, isChosen ? t.current : pencilled(t.pencil, t.panel), pencilWidth, sketch.stroke);
    if (!m_neuron.empty()) add(tr("the neuron"), t.potential, neuronWidth, m_neuron);
    const Sketch& sketch = *m_drawing.ask.sketch;
    setTitle(tr("%1: %2 sketches of step %3").arg(nameOf(sketch.up)).arg(m_drawing.sketches.size()).arg(m_drawing.step + 1));
    setHorizontalLabel(nameOf(sketch.across));
    setCurves(std::move(curves));
    for (std::size_t i = 0; i < lines.size(); ++i) setPoints(i, lines[i]);
    setHorizontalRange({sketch.across.least, sketch.across.most});
    setVerticalRange(rangeOf(sketch.up, lines));
    setSideMargins(wantedLeftMargin(), wantedRightMargin());
    setAccessibleName(title());
    replot();
}

}
