// SPDX-License-Identifier: GPL-3.0-or-later
// What a plot paints besides axes and curves.
#include "plot.h"
#include "plot_label.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <numeric>

namespace rheobase {

namespace {

constexpr int hidesWords = 1'000'000;              // worse than to hide points
constexpr double wordSize = 0.95, guideSize = 0.9; // of the legend and of guides, in em

QColor translucent(QColor colour, double alpha)
{
    colour.setAlphaF(static_cast<float>(alpha));
    return colour;
}

/// The order of indices 0 … count − 1 by a key.
template<class Key> std::vector<std::size_t> ordered(std::size_t count, Key key)
{
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, key);
    return order;
}

}

void Plot::drawGuides(QPainter& painter) const
{
    const QRectF place = canvasAxes();
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (std::size_t i = 0; i < m_guides.size(); ++i) {
        const Guide& guide = m_guides[i];
        const bool active = static_cast<int>(i) == m_activeGuide;
        QPen pen(guide.faint && !active ? translucent(guide.colour, 0.55) : guide.colour, m_style.hairline * (active ? 2.5 : 1));
        pen.setCapStyle(Qt::FlatCap);
        pen.setDashPattern(guide.faint ? QList<qreal>{1.5, 4} : QList<qreal>{5, 3.5});
        painter.setPen(pen);
        const double y = canvasPixel({0, guide.value}).y();
        if (y < place.top() || y > place.bottom()) continue;
        painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y));
    }
}

/// What lies over the curves.
void Plot::drawOver(QPainter& painter) const
{
    painter.save();
    drawGuides(painter);
    painter.restore();
    painter.save();
    drawInside(painter);
    painter.restore();
    drawWords(painter);
}

void Plot::drawWords(QPainter& painter) const
{
    painter.setPen(m_style.theme->text);
    drawLabel(painter, {0.75 * m_style.em, 1.6 * m_style.em}, face(1, true), m_title);
    const QRectF place = canvasAxes();
    painter.setPen(m_style.theme->faint);
    if (m_scaleUnits) drawScaleBars(painter);
    else
        drawLabel(painter, {place.center().x() - labelWidth(face(numberSize), m_label) / 2, place.bottom() + 2.5 * m_style.em},
                  face(numberSize), m_label);
    if (!m_scaleUnits && !m_label.isEmpty()) drawNumbers(painter);
    if (m_style.legend) drawLegend(painter);
    if (m_style.labelsBeside) drawLabelsBeside(painter);
    else drawGuideLabels(painter);
    drawSymbols(painter);
    if (m_readout) drawReadout(painter);
}

void Plot::drawLegend(QPainter& painter) const
{
    const double em = m_style.em, swatch = 1.3 * em, gap = 0.4 * em, between = 1.1 * em;
    const Face words = face(wordSize);
    qreal width = -between;
    for (const Curve& curve : m_curves)
        if (!curve.symbol.isEmpty()) width += swatch + gap + labelWidth(words, curve.symbol) + between;
    qreal x = canvasAxes().right() - width;
    const auto named = std::ranges::count_if(m_curves, [](const Curve& curve) { return !curve.symbol.isEmpty(); });
    if (named == 1 && !m_style.interactive) return;                           // the title says it
    if (x < 0.75 * em + labelWidth(face(1, true), m_title) + between) return; // the title comes first; symbols stand at the curves' ends
    for (std::size_t i = 0; i < m_curves.size(); ++i) {
        const Curve& curve = m_curves[i];
        if (curve.symbol.isEmpty()) continue;
        const bool active = static_cast<int>(i) == m_activeCurve;
        QPen pen(curve.colour, m_style.lineWidth * (active ? 2.4 : 1.6) * curve.width, curve.style, Qt::FlatCap);
        if (curve.style != Qt::SolidLine) pen.setDashPattern({1.5, 0.8}); // more than one stroke in a short line
        painter.setPen(pen);
        painter.drawLine(QPointF(x, 1.25 * em), QPointF(x + swatch, 1.25 * em));
        painter.setPen(active ? m_style.theme->text : m_style.theme->faint);
        drawLabel(painter, {x + swatch + gap, 1.6 * em}, words, curve.symbol);
        x += swatch + gap + labelWidth(words, curve.symbol) + between;
    }
}

/// Above the line, else below it, else to the right of what is there; empty where there is no room.
QRectF Plot::labelPlace(const Guide& guide, QSizeF size, std::span<const QRectF> taken) const
{
    const double em = m_style.em, y = canvasPixel({0, guide.value}).y();
    const QRectF place = canvasAxes();
    const QRectF above({place.left() + 0.35 * em, y - size.height() - 0.1 * em}, size),
        below = above.translated(0, size.height() + 0.2 * em);
    const auto fits = [place](const QRectF& box) { return box.top() >= place.top() && box.bottom() <= place.bottom(); };
    const auto obstacle = [taken](const QRectF& box) {
        return std::ranges::find_if(taken, [&](const QRectF& t) { return t.intersects(box); });
    };
    QRectF box = guide.labelBelow ? below : above;
    const QRectF other = guide.labelBelow ? above : below;
    if (!fits(box) || (obstacle(box) != taken.end() && fits(other) && obstacle(other) == taken.end())) box = other;
    if (!fits(box)) return {};
    for (auto t = obstacle(box); t != taken.end(); t = obstacle(box)) box.moveLeft(t->right() + 0.6 * em);
    return box.right() <= place.right() ? box : QRectF();
}

void Plot::drawGuideLabels(QPainter& painter) const
{
    const double em = m_style.em;
    const Face words = face(guideSize);
    const QFontMetricsF metrics(words);
    std::vector<QRectF> taken;
    const auto rank = [this](std::size_t i) { return std::pair(m_guides[i].faint, -m_guides[i].value); };
    for (const std::size_t i : ordered(m_guides.size(), rank)) {
        const Guide& guide = m_guides[i];
        const QString label = guide.parameter >= 0 && m_style.interactive ? QStringLiteral("⇕ ") + guide.label : guide.label;
        const QRectF box = labelPlace(guide, {labelWidth(words, label) + 0.4 * em, metrics.height()}, taken);
        if (box.isEmpty()) continue;
        taken.push_back(box);
        const bool active = static_cast<int>(i) == m_activeGuide;
        painter.setPen(Qt::NoPen);
        painter.setBrush(translucent(m_style.theme->panel, active ? 0.9 : 0.35));
        painter.drawRect(box);
        painter.setPen(guide.faint && !active ? m_style.theme->faint : guide.colour);
        drawLabel(painter, {box.left() + 0.2 * em, box.bottom() - metrics.descent()}, words, label);
    }
}

void Plot::drawSymbols(QPainter& painter) const
{
    struct Symbol {
        std::size_t curve;
        QPointF at;
    };
    const QRectF place = canvasAxes();
    std::vector<Symbol> symbols;
    for (std::size_t i = 0; i < m_curves.size(); ++i)
        if (const auto last = m_curves[i].named ? lastPointOf(i) : std::nullopt) {
            const QPointF at = canvasPixel(*last);
            symbols.push_back({i, {std::min(at.x(), place.right()), std::clamp(at.y(), place.top(), place.bottom())}});
        }
    std::ranges::sort(symbols, {}, [](const Symbol& s) { return s.at.y(); });
    const double apart = 1.05 * m_style.em;
    if (apart * static_cast<double>(symbols.size()) > place.height() + 1.5 * m_style.em) return; // no room: the legend names them
    keepApart(
        symbols, [](Symbol& s) -> double& { return s.at.ry(); }, apart, place.bottom() + (m_label.isEmpty() ? 0.3 * m_style.em : 0));
    for (const Symbol& symbol : symbols) {
        painter.setPen(m_curves[symbol.curve].colour);
        drawLabel(painter, symbol.at + QPointF(0.4, 0.33) * m_style.em, face(1, static_cast<int>(symbol.curve) == m_activeCurve),
                  m_curves[symbol.curve].symbol);
    }
}

/// Near the pointer, where it covers the least of the curves.
QRectF Plot::readoutPlace(QSizeF size) const
{
    const QRectF place = canvasAxes();
    const QPointF pointer = *m_readout->pointer - QPointF(inset, inset);
    const double gap = m_style.em;
    QRectF best;
    int least = std::numeric_limits<int>::max();
    for (const double dy : {-gap - size.height(), gap, -2.5 * gap - size.height(), 2.5 * gap, -5 * gap - size.height(), 5 * gap})
        for (const double dx : {gap, -gap - size.width()}) {
            QRectF box(pointer + QPointF(dx, dy), size);
            if (box.left() < place.left() || box.right() > place.right()) continue;
            box.moveTop(std::clamp(box.top(), place.top(), std::max(place.top(), place.bottom() - size.height())));
            const auto meets = [&box](const QRectF& other) { return other.translated(-inset, -inset).intersects(box); };
            if (const int covered = std::ranges::any_of(m_readout->avoided, meets) ? hidesWords : pointsWithin(box); covered < least)
                least = covered, best = box;
        }
    if (!best.isNull()) return best;
    const double left = std::clamp(pointer.x() - size.width() / 2, place.left(), std::max(place.left(), place.right() - size.width()));
    const double above = pointer.y() - gap - size.height();
    return {QPointF(left, above < place.top() ? pointer.y() + gap : above), size};
}

void Plot::drawReadout(QPainter& painter) const
{
    const QRectF place = canvasAxes();
    const double x = canvasPixel({m_readout->x, 0}).x(), em = m_style.em;
    if (x < place.left() || x > place.right()) return;
    painter.setPen(QPen(translucent(m_style.theme->faint, 0.6), m_style.hairline));
    painter.drawLine(QPointF(x, place.top()), QPointF(x, place.bottom()));
    if (!m_readout->pointer || m_readout->lines.isEmpty()) return;
    const Face words = face(wordSize);
    const double step = 1.35 * em;
    qreal width = 0;
    for (const QString& line : m_readout->lines) width = std::max(width, labelWidth(words, line));
    const QRectF box = readoutPlace({width + em, step * static_cast<double>(m_readout->lines.size()) + 0.5 * em});
    painter.setPen(QPen(m_style.theme->border, m_style.hairline));
    painter.setBrush(translucent(m_style.theme->raised, 0.93));
    painter.drawRoundedRect(box, 0.35 * em, 0.35 * em);
    painter.setPen(m_style.theme->text);
    double y = box.top() + 0.25 * em - 0.35 * em;
    for (const QString& line : m_readout->lines) drawLabel(painter, {box.left() + 0.5 * em, y += step}, words, line);
}

}
