// SPDX-License-Identifier: GPL-3.0-or-later
#include "map_picture.h"

#include "measure_words.h"
#include "plot_label.h"
#include "words.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace rheobase {

namespace {

constexpr double wordSize = 0.9; // in em

/// Viridis, perceptually uniform and read alike by colour-blind eyes (S. van der Walt & N. Smith, matplotlib, CC0), at ten stops.
constexpr std::array<QRgb, 10> viridis = {0xff440154, 0xff482878, 0xff3e4989, 0xff31688e, 0xff26828e,
                                          0xff1f9e89, 0xff35b779, 0xff6ece58, 0xffb5de2b, 0xfffde725};

/// 0 … 1
QRgb colourAt(double x)
{
    const double place = std::clamp(x, 0.0, 1.0) * (viridis.size() - 1);
    const auto i = std::min(static_cast<std::size_t>(place), viridis.size() - 2);
    const double part = place - static_cast<double>(i);
    const auto mixed = [&](int (*channel)(QRgb)) { return qRound(channel(viridis[i]) * (1 - part) + channel(viridis[i + 1]) * part); };
    return qRgb(mixed(qRed), mixed(qGreen), mixed(qBlue));
}

/// 0 … 1 between the ends of an axis.
double partOf(const SweepAxis& axis, double value)
{
    if (axis.logarithmic) return std::log(value / axis.from) / std::log(axis.to / axis.from);
    return (value - axis.from) / (axis.to - axis.from);
}

QString axisWords(const Quantity& q)
{
    const QString name = fromView(q.symbol);
    return q.unit.empty() ? name : QStringLiteral("%1 (%2)").arg(name, fromView(q.unit));
}

}

std::span<const std::string_view> mapMeasures()
{
    static constexpr std::string_view ids[] = {"rate", "spikes", "latency", "cv"};
    return ids;
}

const SweepPoint* MapScene::at(std::size_t i, std::size_t j) const
{
    const std::size_t rows = results.sweep.axes[1].count;
    for (std::size_t stride = 1; stride <= 64; stride *= 2) {
        const std::size_t index = (i / stride * stride) * rows + j / stride * stride;
        if (results.done[index]) return &results.points[index];
    }
    return nullptr;
}

std::optional<std::pair<std::size_t, std::size_t>> MapScene::cellAt(QPointF values) const
{
    if (results.points.empty()) return std::nullopt;
    const SweepAxis &x = results.sweep.axes[0], &y = results.sweep.axes[1];
    const double i = std::round(partOf(x, values.x()) * static_cast<double>(x.count - 1));
    const double j = std::round(partOf(y, values.y()) * static_cast<double>(y.count - 1));
    if (!(i >= 0 && j >= 0 && i < static_cast<double>(x.count) && j < static_cast<double>(y.count))) return std::nullopt;
    return std::pair(static_cast<std::size_t>(i), static_cast<std::size_t>(j));
}

Range MapScene::colours() const
{
    double most = 0;
    for (std::size_t i = 0; i < results.points.size(); ++i)
        if (const double value = results.done[i] ? valueOf(results.points[i]) : 0; std::isfinite(value)) most = std::max(most, value);
    return {0, most > 0 ? niceRange(0, most).second : 1};
}

QByteArray mapTable(const MapScene& scene)
{
    const auto header = [](const Quantity& q) {
        return QByteArray::fromStdString(q.unit.empty() ? identifier(q.symbol) : identifier(q.symbol) + "_" + std::string(q.unit));
    };
    const auto number = [](double x) { return std::isfinite(x) ? QByteArray::number(x, 'g', 17) : QByteArray(); };
    QByteArray table = header(scene.across) + ',' + header(scene.up);
    for (const std::string_view id : mapMeasures()) {
        const std::string_view unit = measure(id).unit;
        table += ',' + QByteArray::fromStdString(std::string(id) + (unit.empty() ? "" : "_") + std::string(unit));
    }
    table += '\n';
    if (scene.results.points.empty()) return table;
    const SweepAxis &x = scene.results.sweep.axes[0], &y = scene.results.sweep.axes[1];
    for (std::size_t i = 0; i < x.count; ++i)
        for (std::size_t j = 0; j < y.count; ++j) {
            if (!scene.results.done[i * y.count + j]) continue;
            table += number(x.at(i)) + ',' + number(y.at(j));
            for (const std::string_view id : mapMeasures())
                table += ',' + number(sweepAnswer(id).of(scene.results.points[i * y.count + j]));
            table += '\n';
        }
    return table;
}

void MapPicture::setScene(MapScene scene)
{
    m_scene = std::move(scene);
    if (m_scene.results.sweep.axes.size() < 2) return;
    const SweepAxis &x = m_scene.results.sweep.axes[0], &y = m_scene.results.sweep.axes[1];
    setHorizontalScale(x.logarithmic ? Scale::logarithmic : Scale::linear);
    setVerticalScale(y.logarithmic ? Scale::logarithmic : Scale::linear);
    setHorizontalRange({x.from, x.to});
    setVerticalRange({y.from, y.to});
    const double em = plotStyle().em;
    setTitle(axisWords(m_scene.up));
    setHorizontalLabel(axisWords(m_scene.across));
    const double number = labelWidth(face(wordSize), shown(m_scene.colours().second));
    setSideMargins(wantedLeftMargin(), qRound(std::max(number + 3.2 * em, 5 * em)));
}

QImage MapPicture::image() const
{
    const SweepAxis &x = m_scene.results.sweep.axes[0], &y = m_scene.results.sweep.axes[1];
    const auto [low, high] = m_scene.colours();
    QImage image(static_cast<int>(x.count), static_cast<int>(y.count), QImage::Format_ARGB32);
    for (std::size_t j = 0; j < y.count; ++j)
        for (std::size_t i = 0; i < x.count; ++i) {
            const SweepPoint* point = m_scene.at(i, j);
            const double value = point && !point->diverged ? m_scene.valueOf(*point) : std::numeric_limits<double>::quiet_NaN();
            image.setPixel(static_cast<int>(i), static_cast<int>(y.count - 1 - j),
                           std::isfinite(value) ? colourAt((value - low) / (high - low)) : qRgba(0, 0, 0, 0));
        }
    return image;
}

void MapPicture::drawInside(QPainter& painter) const
{
    if (m_scene.results.points.empty()) return;
    painter.save();
    // What has no value shows the ground, hatched.
    painter.fillRect(canvasAxes(), QBrush(plotStyle().theme->border, Qt::BDiagPattern));
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(canvasAxes(), image());
    drawBar(painter);
    drawPresent(painter);
    if (pointed()) {
        const QPointF at = canvasPixel(*pointed());
        painter.setPen(QPen(Qt::white, plotStyle().hairline));
        painter.drawLine(QPointF(at.x(), canvasAxes().top()), QPointF(at.x(), canvasAxes().bottom()));
        painter.drawLine(QPointF(canvasAxes().left(), at.y()), QPointF(canvasAxes().right(), at.y()));
    }
    painter.restore();
}

/// The colours at the right, their numbers beside them, what they tell above.
void MapPicture::drawBar(QPainter& painter) const
{
    const double em = plotStyle().em;
    const QRectF place = canvasAxes(), bar(place.right() + 0.8 * em, place.top(), 0.9 * em, place.height());
    constexpr int bands = 64;
    for (int i = 0; i < bands; ++i)
        painter.fillRect(QRectF(bar.left(), bar.bottom() - bar.height() * (i + 1) / bands, bar.width(), bar.height() / bands + 0.5),
                         QColor::fromRgb(colourAt((i + 0.5) / bands)));
    const auto [low, high] = m_scene.colours();
    const QFontMetricsF metrics(face(wordSize));
    const double step = niceAtLeast((high - low) / std::max(2.0, bar.height() / (3 * em)));
    painter.setPen(plotStyle().theme->faint);
    for (double value = low; value <= high * (1 + 1e-9); value += step) {
        const double y = bar.bottom() - bar.height() * (value - low) / (high - low);
        drawLabel(painter,
                  {bar.right() + 0.4 * em, std::clamp(y + 0.35 * metrics.ascent(), bar.top() + 0.8 * metrics.ascent(), bar.bottom())},
                  face(wordSize), shown(value));
    }
    const Measure& coloured = measure(m_scene.measure);
    const QString name = nameOf(coloured), unit = fromView(coloured.unit);
    const QString words = unit.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, unit);
    painter.setPen(plotStyle().theme->text);
    drawLabel(painter, {bar.right() + 2.6 * em - labelWidth(face(wordSize), words), bar.top() - 0.8 * em}, face(wordSize), words);
}

void MapPicture::drawPresent(QPainter& painter) const
{
    if (!m_scene.present) return;
    const QPointF at = canvasPixel(*m_scene.present);
    if (!canvasAxes().adjusted(-1, -1, 1, 1).contains(at)) return;
    const double radius = 0.5 * plotStyle().em;
    painter.setBrush(Qt::NoBrush);
    for (const auto& [ink, width] : {std::pair(QColor(Qt::black), 0.34), std::pair(QColor(Qt::white), 0.17)}) {
        painter.setPen(QPen(ink, width * plotStyle().em));
        painter.drawEllipse(at, radius, radius);
    }
}

/// From cell to cell.
QPointF MapPicture::stride(bool) const
{
    if (m_scene.results.points.empty()) return {};
    const auto& axes = m_scene.results.sweep.axes;
    return {1.0 / static_cast<double>(axes[0].count - 1), 1.0 / static_cast<double>(axes[1].count - 1)};
}

std::optional<QPointF> MapPicture::meant(QPointF values, bool) const
{
    return m_scene.results.points.empty() ? std::nullopt : std::optional(values);
}

void MapPicture::read()
{
    setReadout(std::nullopt);
    const auto cell = pointed() ? m_scene.cellAt(*pointed()) : std::nullopt;
    if (!cell) return;
    const double x = m_scene.results.sweep.axes[0].at(cell->first), y = m_scene.results.sweep.axes[1].at(cell->second);
    Readout readout{.x = pointed()->x(), .pointer = pixelAt(*pointed()), .lines = {}};
    readout.lines << QStringLiteral("%1 = %2").arg(fromView(m_scene.across.symbol), shown(x, m_scene.across.unit, 3))
                  << QStringLiteral("%1 = %2").arg(fromView(m_scene.up.symbol), shown(y, m_scene.up.unit, 3));
    if (const SweepPoint* answer = m_scene.at(cell->first, cell->second)) {
        const Measure& told = measure(m_scene.measure);
        const double value = m_scene.valueOf(*answer);
        const QString text = answer->diverged ? tr("diverged") : std::isfinite(value) ? shown(value, told.unit, 3) : tr("undefined");
        readout.lines << QStringLiteral("%1: %2").arg(nameOf(told), text);
    }
    readout.lines << tr("click: set these values");
    setReadout(readout);
}

}
