// SPDX-License-Identifier: GPL-3.0-or-later
#include "quantity_slider.h"

#include "effects.h"
#include "nice.h"
#include "theme.h"
#include "words.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr int burst = 1000; // ms: steps closer than this are one gesture

/// Near a mark the hand is finer: where the groove is as much stretched as this at the mark, and within this part of it.
constexpr double stretch = 8, reach = 0.03;

/// Where a range ends at the latest, so that it can be divided.
constexpr double farthest = 1e300;

}

QuantitySlider::QuantitySlider(const Quantity& quantity, QWidget* parent)
    : QWidget(parent),
      m_quantity(quantity),
      m_value(quantity.value),
      m_min(quantity.min),
      m_max(quantity.max),
      m_least(-INFINITY),
      m_most(INFINITY)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    keepDressed(this, [this] { updateGeometry(); });
}

void QuantitySlider::setLarge(bool on)
{
    m_isLarge = on;
    updateGeometry();
    update();
}

QSize QuantitySlider::sizeHint() const { return scaled({110, m_isLarge ? 32 : 22}); }
QSize QuantitySlider::minimumSizeHint() const { return scaled({60, m_isLarge ? 32 : 22}); }

/// Of the handle; and from the widget's side to the groove's end.
double QuantitySlider::radius() const { return exactly(m_isLarge ? 11 : 6); }
double QuantitySlider::edge() const { return radius() + exactly(2); }

void QuantitySlider::setValue(double value)
{
    if (value != m_value) { // it comes from elsewhere: what another value had widened is over
        m_min = m_quantity.min;
        m_max = m_quantity.max;
    }
    m_value = value;
    if (value < m_min) m_min = m_quantity.scale == Scale::logarithmic ? value / 1.5 : value - 0.1 * (m_max - value);
    if (value > m_max) m_max = m_quantity.scale == Scale::logarithmic ? value * 1.5 : value + 0.1 * (value - m_min);
    if (m_quantity.domain.least > m_min) m_min = m_quantity.domain.least;
    m_min = std::max(m_min, -farthest);
    m_max = std::min(m_max, farthest);
    update();
}

void QuantitySlider::setTicks(std::vector<SliderTick> ticks)
{
    m_ticks = std::move(ticks);
    update();
}

void QuantitySlider::setBounds(double least, double most)
{
    m_least = least;
    m_most = most;
}

void QuantitySlider::setColouredAs(const Quantity& quantity) { m_colouredAs = quantity; }

/// Where a value stands in the range, marks or not: 0 … 1.
double QuantitySlider::part(double value) const
{
    const double part =
        m_quantity.scale == Scale::logarithmic ? std::log(value / m_min) / std::log(m_max / m_min) : (value - m_min) / (m_max - m_min);
    if (std::isnan(part)) return value > m_min ? 1 : 0; // where the range overflows
    return std::clamp(part, 0.0, 1.0);
}

double QuantitySlider::valueOf(double part) const
{
    return m_quantity.scale == Scale::logarithmic ? m_min * std::pow(m_max / m_min, part) : m_min + part * (m_max - m_min);
}

/// How much finer a part of the range is than it would be without marks (at least 1 there, less far away), not yet normalised.
double QuantitySlider::density(double part) const
{
    double sum = 1;
    for (const SliderTick& tick : m_ticks)
        if (tick.value > m_min && tick.value < m_max) sum += stretch / (1 + std::pow((part - this->part(tick.value)) / reach, 2));
    return sum;
}

/// The integral of the density from the range's begin.
double QuantitySlider::stretched(double part) const
{
    double sum = part;
    for (const SliderTick& tick : m_ticks) {
        if (!(tick.value > m_min && tick.value < m_max)) continue;
        const double middle = this->part(tick.value);
        sum += stretch * reach * (std::atan((part - middle) / reach) + std::atan(middle / reach));
    }
    return sum;
}

double QuantitySlider::positionOf(double value) const { return edge() + stretched(part(value)) / stretched(1) * (width() - 2 * edge()); }

double QuantitySlider::valueAt(double x) const
{
    const double wanted = std::clamp((x - edge()) / (width() - 2 * edge()), 0.0, 1.0) * stretched(1);
    double low = 0, high = 1;
    if (wanted >= stretched(1)) low = 1;
    for (int halving = 0; halving < 50 && low < high; ++halving) {
        const double middle = (low + high) / 2;
        (stretched(middle) <= wanted ? low : high) = middle;
    }
    return valueOf(m_ticks.empty() ? wanted : low);
}

/// How much a value changes by a part of the groove, at its place.
double QuantitySlider::change(double value, double ofGroove) const
{
    const double slope = m_quantity.scale == Scale::logarithmic ? value * std::log(m_max / m_min) : m_max - m_min;
    return ofGroove * slope * std::min(1.0, stretched(1) / density(part(value)));
}

double QuantitySlider::rounded(double value) const
{
    const double grain = niceAtMost(std::min(change(value, 1 / (width() - 2 * edge())), change(value, 0.005)));
    return roundTo(m_quantity.domain.whole ? std::max(1.0, grain) : grain, value);
}

void QuantitySlider::moveTo(double value)
{
    value = std::clamp(rounded(value), m_min, m_max);
    const double grain = (m_max - m_min) / 1000;
    if (value <= m_least) value = rounded(m_least + grain) > m_least ? rounded(m_least + grain) : m_least + grain;
    if (value >= m_most) value = rounded(m_most - grain) < m_most ? rounded(m_most - grain) : m_most - grain;
    if (value == m_value) return;
    m_value = value;
    update();
    emit moved(value);
}

/// Steps to the next multiple of a nice number near a part of the range.
void QuantitySlider::stepBy(double ofRange)
{
    if (!m_sinceStep.isValid() || m_sinceStep.elapsed() > burst) emit gestureStarted();
    m_sinceStep.restart();
    const double nice = niceAtMost(std::abs(change(m_value, ofRange)));
    const double step = std::copysign(m_quantity.domain.whole ? std::max(1.0, std::round(nice)) : nice, ofRange);
    const double value = std::clamp(roundTo(std::abs(step), m_value + step), std::max(m_min, m_least), std::min(m_max, m_most));
    if (value == m_value || value == m_least || value == m_most) return;
    m_value = value;
    update();
    emit moved(value);
}

void QuantitySlider::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return;
    m_dragging = true;
    const double handle = positionOf(m_value), x = event->position().x();
    m_grip = std::abs(x - handle) <= edge() ? x - handle : 0; // a handle taken at its side does not jump
    emit gestureStarted();
    if (m_grip == 0) moveTo(valueAt(x));
}

void QuantitySlider::mouseMoveEvent(QMouseEvent* event)
{
    if (m_dragging) moveTo(valueAt(event->position().x() - m_grip));
}

void QuantitySlider::mouseReleaseEvent(QMouseEvent*) { m_dragging = false; }

void QuantitySlider::mouseDoubleClickEvent(QMouseEvent*) { emit resetRequested(); }

void QuantitySlider::wheelEvent(QWheelEvent* event)
{
    if (!hasFocus()) return event->ignore(); // the panel scrolls
    const double notches = event->angleDelta().y() / 120.0;
    stepBy(notches * (event->modifiers() & Qt::ShiftModifier ? 0.001 : event->modifiers() & Qt::ControlModifier ? 0.1 : 0.01));
    event->accept();
}

void QuantitySlider::keyPressEvent(QKeyEvent* event)
{
    const double step = event->modifiers() & Qt::ShiftModifier ? 0.001 : event->modifiers() & Qt::ControlModifier ? 0.1 : 0.01;
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Up: return stepBy(step);
    case Qt::Key_Left:
    case Qt::Key_Down: return stepBy(-step);
    case Qt::Key_PageUp: return stepBy(0.1);
    case Qt::Key_PageDown: return stepBy(-0.1);
    case Qt::Key_Home: emit gestureStarted(); return moveTo(m_min);
    case Qt::Key_End: emit gestureStarted(); return moveTo(m_max);
    case Qt::Key_Backspace:
    case Qt::Key_Delete: emit resetRequested(); return;
    default: QWidget::keyPressEvent(event);
    }
}

bool QuantitySlider::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const auto near =
            std::ranges::find_if(m_ticks, [&](const SliderTick& t) { return std::abs(positionOf(t.value) - help->pos().x()) < scaled(5); });
        const QString range = tr("%1 … %2").arg(shown(m_min, m_quantity.unit), shown(m_max, m_quantity.unit));
        const QString tick =
            near == m_ticks.end() ? QString() : QStringLiteral("%1 %2").arg(near->label, shown(near->value, m_quantity.unit));
        const QString effect = spoken(effectOf(m_quantity)).toHtmlEscaped();
        QToolTip::showText(help->globalPos(), !tick.isEmpty() ? tick : QStringLiteral("<p>%1</p><p>%2</p>").arg(effect, range), this);
        return true;
    }
    return QWidget::event(event);
}

void QuantitySlider::paintEvent(QPaintEvent*)
{
    const Theme& t = theme();
    const QColor colour = !isEnabled() ? t.disabled : !m_colouredAs ? t.accent : colourOf(*m_colouredAs);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = height() / 2.0, x = positionOf(m_value), half = exactly(m_isLarge ? 3 : 1.5);
    const auto groove = [&](double from, double to, const QColor& c) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(c);
        painter.drawRoundedRect(QRectF(from, middle - half, to - from, 2 * half), half, half);
    };
    groove(edge() - radius(), width() - edge() + radius(), t.border);
    groove(edge() - radius(), x, colour);
    for (const SliderTick& tick : m_ticks) {
        if (tick.value < m_min || tick.value > m_max) continue;
        const double reach = exactly((tick.strong ? 8 : 5) + (m_isLarge ? 4 : 0));
        painter.setPen(QPen(t.threshold, exactly(tick.strong ? 2 : 1.4)));
        painter.drawLine(QPointF(positionOf(tick.value), middle - reach), QPointF(positionOf(tick.value), middle + reach));
    }
    if (hasFocus()) {
        QColor halo = colour;
        halo.setAlphaF(0.3f);
        painter.setPen(Qt::NoPen);
        painter.setBrush(halo);
        painter.drawEllipse(QPointF(x, middle), radius() + exactly(3.5), radius() + exactly(3.5));
    }
    painter.setPen(QPen(colour, exactly(2.4)));
    painter.setBrush(t.panel);
    painter.drawEllipse(QPointF(x, middle), radius() - exactly(1.2), radius() - exactly(1.2));
}

}
