// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure.h"

#include "trace_row.h"
#include "words.h"

#include <QCoreApplication>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <memory>

namespace rheobase {

namespace {

constexpr double narrow = 42; // a width, in font sizes, that has no room for long labels beside the axes
constexpr int grain = 16;     // plots are laid out in whole pixels: so many a point

/// How much of a figure's height a row takes.
double weightOf(const PlotRow& row) { return row.id == u"potential" ? 3 : row.id == u"current" ? 1 : 1.4; }

/// The rows of a figure, each with its plot.
struct FigureRow {
    TraceRow traces;
    std::unique_ptr<Plot> plot;
};

/// What the size of a figure means for its rows.
struct Frame {
    double column; ///< of pixels, in ms
    bool isNarrow;
};

PlotStyle plotStyle(const FigureStyle& style)
{
    return {.theme = style.theme,
            .em = qRound(style.fontSize * grain),
            .lineWidth = style.lineWidth * grain,
            .hairline = 0.5 * style.lineWidth * grain,
            .legend = style.legend,
            .labelsBeside = true};
}

/// Gives a plot scale bars; they tell the unit, so that its title need not.
void setScaleBars(Plot& plot, std::string_view unit)
{
    if (!unit.empty()) plot.setTitle(plot.title().left(plot.title().lastIndexOf(u" (")));
    plot.setScaleBars(ScaleUnits{"ms", unit});
}

/// Leaves the names of guides in their labels, or where no axis tells them their values.
void shorten(Plot& plot, bool values)
{
    std::vector<Guide> guides(plot.guides().begin(), plot.guides().end());
    for (Guide& guide : guides) {
        const qsizetype space = guide.label.lastIndexOf(u' ');
        guide.label = values ? guide.label.mid(space + 1) : guide.label.left(space);
    }
    plot.setGuides(std::move(guides));
}

FigureRow figureRow(const PlotRow& row, const TraceFigure& content, const FigureStyle& style, const Frame& frame)
{
    FigureRow made{TraceRow(*content.experiment.model, row), std::make_unique<Plot>()};
    Plot& plot = *made.plot;
    plot.setPlotStyle(plotStyle(style));
    const bool isFree = !isClamped(content.experiment); // else it neither rests nor fires
    if (made.traces.isPotential()) plot.setGuides(potentialGuides(content.experiment, isFree ? content.rest : std::nullopt, *style.theme));
    if (made.traces.isCurrent() && content.rheobase && isFree) {
        const CurrentMark mark{QCoreApplication::translate("Plot", "rheobase"), *content.rheobase};
        plot.setGuides(currentGuides(*content.experiment.model, {&mark, 1}, content.trace->latest(Columns::given), *style.theme));
    }
    if (frame.isNarrow) shorten(plot, style.scaleBars);
    const Strand whole{.trace = content.trace};
    made.traces.show(plot, content.strands.empty() ? std::span(&whole, 1) : std::span(content.strands), {content.from, content.to},
                     frame.column);
    if (style.scaleBars) setScaleBars(plot, content.trace->quantity(row.columns.front()).unit);
    plot.setHorizontalRange({content.from, content.to});
    const bool fixed = made.traces.isPotential() && content.potential;
    plot.setVerticalRange(fixed ? *content.potential : made.traces.fittingRange(content.experiment, plot.guides()));
    return made;
}

std::vector<FigureRow> figureRows(const TraceFigure& content, const FigureStyle& style, const Frame& frame)
{
    std::vector<FigureRow> rows;
    const auto all = plotRows(content.experiment);
    for (const QString& id : content.rows)
        if (const auto it = std::ranges::find(all, id, &PlotRow::id); it != all.end())
            rows.push_back(figureRow(*it, content, style, frame));
    int left = 0, right = 0;
    for (const FigureRow& row : rows) {
        left = std::max(left, row.plot->wantedLeftMargin());
        right = std::max(right, row.plot->wantedRightMargin());
    }
    for (const FigureRow& row : rows) row.plot->setSideMargins(left, right);
    const TimeUnit unit = unitOfTimes(content.to, content.to - content.from);
    for (const FigureRow& row : rows) row.plot->setHorizontalUnit(unit.ms);
    if (!rows.empty()) rows.back().plot->setHorizontalLabel(QCoreApplication::translate("Plot", "time (%1)").arg(QLatin1String(unit.name)));
    return rows;
}

/// Draws the caption at the foot of a figure; returns its height.
double drawCaption(QPainter& painter, QSizeF size, const QString& caption, const FigureStyle& style)
{
    if (caption.isEmpty()) return 0;
    const double em = style.fontSize * grain, margin = 0.75 * em;
    QFont font = interfaceFont(style.fontSize);
    font.setPixelSize(qRound(0.95 * em));
    QTextLayout layout(caption, font);
    layout.beginLayout();
    double height = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(size.width() - 2 * margin);
        line.setPosition({0, height});
        height += 1.3 * em;
    }
    layout.endLayout();
    painter.setPen(style.theme->text);
    layout.draw(&painter, {margin, size.height() - height - 0.3 * em});
    return height + 0.6 * em;
}

/// Titles and the numbers of the time axis take what they need; axes share the rest.
void draw(QPainter& painter, QSizeF size, const TraceFigure& content, const FigureStyle& style)
{
    const double points = size.width() / grain;
    const double pixels = std::max(100.0, points * std::clamp(painter.device()->logicalDpiX(), 288, 600) / 72);
    const auto rows = figureRows(content, style, {(content.to - content.from) / pixels, points < narrow * style.fontSize});
    const double em = style.fontSize * grain, words = 3.3 * em, axis = 2.4 * em;
    const double share = size.height() - axis - words * static_cast<double>(rows.size());
    double weights = 0, top = 0;
    for (const FigureRow& row : rows) weights += weightOf(row.traces.row());
    for (const FigureRow& row : rows) {
        const double height = std::max(em, share * weightOf(row.traces.row()) / weights) + words + (&row == &rows.back() ? axis : 0);
        painter.save();
        painter.translate(0, top);
        row.plot->render(painter, QSizeF(size.width(), height).toSize());
        painter.restore();
        top += height;
    }
}

void draw(QPainter& painter, QSizeF size, const ViewFigure& content, const FigureStyle& style)
{
    content.draw(painter, size.toSize(), plotStyle(style));
}

}

void drawFigure(QPainter& painter, QSizeF size, const FigureContent& content, const FigureStyle& style)
{
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(1.0 / grain, 1.0 / grain);
    const QSizeF whole = size * grain;
    painter.fillRect(QRectF({0, 0}, whole), style.theme->panel);
    const QSizeF room = whole - QSizeF(0, drawCaption(painter, whole, captionBelow(content), style));
    std::visit([&](const auto& figure) { draw(painter, room, figure, style); }, content);
    painter.restore();
}

}
