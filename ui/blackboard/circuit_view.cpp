// SPDX-License-Identifier: GPL-3.0-or-later
#include "circuit_view.h"

#include "circuit_symbols.h"
#include "sealed.h"
#include "theme.h"
#include "words.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

using Kind = CircuitElement::Kind;

constexpr int preferredWidth = 330;
constexpr int mostCharges = 8; // on one plate

bool isLive(Kind kind)
{
    return kind == Kind::inside || kind == Kind::charging || kind == Kind::charge || kind == Kind::current || kind == Kind::source;
}

int decimalsFor(const Quantity& q)
{
    return std::clamp(3 - static_cast<int>(std::ceil(std::log10(std::max(std::abs(q.min), std::abs(q.max))))), 0, 3);
}

}

CircuitView::CircuitView(Session& session, QWidget* parent) : QWidget(parent), m_session(session), m_live(session)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Circuit of the membrane"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&session, &Session::picturesDue, this, [this] {
        if (isVisible()) refresh();
    });
    connect(&session, &Session::modelChanged, this, &CircuitView::adoptModel);
    adoptModel();
    keepDressed(this, [this] { arrange(), updateGeometry(); });
}

void CircuitView::adoptModel()
{
    const Model& model = m_session.model();
    m_model = &model;
    m_branches = branchesOf(model);
    m_highlight.reset();
    m_pointed.reset();
    m_current.reset();
    m_greatest = std::max(std::abs(model.input.min), std::abs(model.input.max));
    for (const Branch& b : m_branches)
        m_greatest = std::max({m_greatest, std::abs(model.terms[b.current].min), std::abs(model.terms[b.current].max)});
    m_live = LiveValues(m_session);
    arrange();
    refresh();
}

void CircuitView::arrange()
{
    m_diagram = layOutCircuit(*m_model, m_branches, width());
    QStringList parts;
    for (const CircuitElement& element : m_diagram.elements)
        if (!isLive(element.kind) && element.kind != Kind::outside) parts << spoken(quantityOf(*m_model, element.name).meaning);
    setAccessibleDescription(tr("Between inside and outside, side by side: %1").arg(parts.join(QStringLiteral(", "))));
    update();
}

void CircuitView::refresh()
{
    m_live = LiveValues(m_session);
    const Model& model = m_session.model();
    const Values values = m_live.values();
    m_charging = 0;
    if (const auto capacitance = indexOf(model.parameters, Part::capacitance); capacitance && !m_live.isHeld()) {
        std::vector<double> rates(model.state.size());
        model.derivative(values.state.data(), values.parameters.data(), values.input, rates.data());
        m_charging = rates[0] * values.parameters[*capacitance];
    }
    update();
}

int CircuitView::heightForWidth(int width) const { return static_cast<int>(std::ceil(circuitHeight(width))); }
QSize CircuitView::sizeHint() const { return {std::max(scaled(preferredWidth), minimumSizeHint().width()), minimumSizeHint().height()}; }
QSize CircuitView::minimumSizeHint() const
{
    const int least = static_cast<int>(std::ceil(leastCircuitWidth(m_branches.size())));
    return {least, heightForWidth(std::max(width(), least))};
}

void CircuitView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (event->oldSize().width() == width()) return;
    arrange();
    updateGeometry();
}

void CircuitView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

// Values --------------------------------------------------------------------------------------------------------------

double CircuitView::valueOf(const CircuitElement& element) const
{
    if (element.kind == Kind::charging) return m_charging;
    return element.kind == Kind::outside ? 0 : m_live.of(element.name);
}

std::pair<QString, QString> CircuitView::shownValue(const CircuitElement& element) const
{
    const Model& model = m_session.model();
    if (isHidden(element)) return {QStringLiteral("?"), {}};
    const double value = valueOf(element);
    const bool isCurrent = element.kind == Kind::charging || element.kind == Kind::current || element.kind == Kind::source;
    const int decimals = isCurrent                      ? decimalsFor(model.input)
                         : element.kind == Kind::inside ? 1
                                                        : decimalsFor(quantityOf(model, element.name)) + 1;
    const QString unit = fromView(element.unit);
    const bool isShort = isLive(element.kind) && std::abs(value) < 1e4;
    return {isShort ? fixed(value, decimals) : shown(value, 4), unit};
}

bool CircuitView::isHidden(const CircuitElement& element) const
{
    if (element.kind == Kind::outside) return false;
    const bool hasName = element.kind != Kind::charging;
    return m_session.veil().hides("circuit-values")
           || (hasName && m_session.veil().hides(identifier(quantityOf(m_session.model(), element.name).symbol)));
}

double CircuitView::openness(const Branch& branch) const
{
    const double force = m_live.of({Role::state, 0}) - m_live.of({Role::parameter, branch.battery}),
                 most = m_live.of({Role::parameter, branch.resistor});
    if (!branch.isConductance || isSealed(m_session.experiment()) || std::abs(force) < 0.5 || most <= 0) return 0;
    return std::clamp(m_live.of({Role::term, branch.current}) / force / most, 0.0, 1.0);
}

double CircuitView::strength(double current) const
{
    const double least = m_greatest / 500;
    return std::min(1.0, std::log1p(std::abs(current) / least) / std::log1p(m_greatest / least));
}

QString CircuitView::explain(const CircuitElement& element) const
{
    if (isHidden(element)) return element.kind == Kind::charging ? QString() : spoken(quantityOf(m_session.model(), element.name).meaning);
    switch (element.kind) {
    case Kind::charging: return tr("Charging current C·dV/dt = %1").arg(shown(m_charging, element.unit));
    case Kind::outside: return tr("The potential outside is 0 by convention");
    case Kind::threshold:
        return explained(m_session, element.name)
               + tr("<p>At the threshold the switch closes and holds the membrane at its reset potential for the refractory period.</p>");
    case Kind::resistor: {
        if (!element.isVariable) break;
        const double open = openness(m_branches[element.branch]);
        const double now = open * m_live.of(element.name);
        return explained(m_session, element.name)
               + tr("<p>Open now: %1 of it, %2</p>").arg(shown(100 * open, 2) + tr(" %"), shown(now, element.unit, 3));
    }
    default: break;
    }
    return explained(m_session, element.name);
}

// Painting ------------------------------------------------------------------------------------------------------------

void CircuitView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_diagram.elements.empty()) {
        painter.setPen(theme().faint);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("This model is not a circuit of a capacitor, resistors and batteries."));
        return;
    }
    paintMarks(painter);
    paintWires(painter);
    for (const CircuitElement& element : m_diagram.elements) {
        painter.setPen(QPen(theme().text, exactly(1.5)));
        painter.setBrush(Qt::NoBrush);
        paintSymbol(painter, element);
        paintLabel(painter, element);
    }
    if (hasFocus() && m_current) {
        const CircuitElement& element = m_diagram.elements[*m_current];
        painter.setPen(QPen(theme().accent, exactly(1.5)));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect((element.symbol.isEmpty() ? element.label : element.symbol).adjusted(-2, -1, 2, 1), 3, 3);
    }
}

void CircuitView::paintMarks(QPainter& painter) const
{
    const auto marked = m_pointed ? m_pointed : m_highlight;
    if (!marked) return;
    QColor colour = theme().accent;
    colour.setAlphaF(0.18f);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    for (const CircuitElement& element : m_diagram.elements) {
        if (element.name != *marked || element.kind == Kind::outside) continue;
        painter.drawRoundedRect(element.label.adjusted(-2, 0, 0, 0), 4, 4);
        if (!element.symbol.isEmpty()) painter.drawRoundedRect(element.symbol.adjusted(-2, -2, 2, 2), 4, 4);
    }
}

/// Rails and wires, interrupted where a symbol stands.
void CircuitView::paintWires(QPainter& painter) const
{
    painter.setPen(QPen(theme().text, exactly(1.5)));
    painter.drawLine(QPointF(m_diagram.left, m_diagram.top), QPointF(m_diagram.wires.back(), m_diagram.top));
    painter.drawLine(QPointF(m_diagram.left, m_diagram.bottom), QPointF(m_diagram.wires.back(), m_diagram.bottom));
    for (const double x : m_diagram.wires) {
        double from = m_diagram.top;
        for (const CircuitElement& element : m_diagram.elements) {
            if (element.symbol.isEmpty() || x < element.symbol.left() || x > element.symbol.right() || element.kind == Kind::charging
                || element.kind == Kind::current)
                continue;
            const double middle = element.symbol.center().y();
            const bool isPair = element.kind == Kind::battery || element.kind == Kind::resetBattery,
                       isPlates = element.kind == Kind::capacitor || element.kind == Kind::charge;
            const double half = isPair ? exactly(4) : isPlates ? exactly(5) : element.symbol.height() / 2;
            if (middle - half > from) painter.drawLine(QPointF(x, from), QPointF(x, middle - half));
            from = middle + half;
        }
        painter.drawLine(QPointF(x, from), QPointF(x, m_diagram.bottom));
    }
}

void CircuitView::paintSymbol(QPainter& painter, const CircuitElement& element) const
{
    const QRectF& r = element.symbol;
    const double x = r.center().x(), y = r.center().y(), value = valueOf(element);
    switch (element.kind) {
    case Kind::capacitor: {
        const auto charge = indexOf(m_session.model().terms, "Q");
        const Quantity* q = charge ? &m_session.model().terms[*charge] : nullptr;
        const double Q = q && !isSealed(m_session.experiment()) ? m_live.of({Role::term, *charge}) : 0;
        const double part = q ? std::abs(Q) / q->max : 0; // beyond all bounds, too
        const int count = part > 0 ? static_cast<int>(std::ceil(mostCharges * std::sqrt(std::min(1.0, part)))) : 0;
        return circuit::drawCapacitor(painter, x, y, m_diagram.plate, Q < 0 ? -count : count);
    }
    case Kind::charging:
    case Kind::current: {
        const double size = strength(value);
        if (isSealed(m_session.experiment())) return;                                            // how strong and which way would tell
        if (std::abs(value) < 0.5 * std::pow(10, -decimalsFor(m_session.model().input))) return; // shown as 0
        painter.setPen(element.kind == Kind::charging ? theme().potential : colourOf(quantityOf(m_session.model(), element.name)));
        return circuit::drawArrow(painter, x, y, (value < 0 ? -1 : 1) * (exactly(10) + size * (r.height() - exactly(10))),
                                  exactly(1.5 + 3 * size));
    }
    case Kind::resistor:
        if (element.isVariable)
            painter.setPen(QPen(theme().text, exactly(1.2 + 2.3 * std::sqrt(openness(m_branches[element.branch]))), Qt::SolidLine,
                                Qt::RoundCap, Qt::RoundJoin));
        return circuit::drawResistor(painter, x, r.top(), r.bottom(), exactly(7), element.isVariable);
    case Kind::battery:
    case Kind::resetBattery: return circuit::drawBattery(painter, x, y, exactly(11), value >= 0);
    case Kind::source: {
        circuit::drawSource(painter, x, y, r.width() / 2, colourOf(m_session.model().input), value, strength(value));
        return;
    }
    case Kind::threshold:
        if (m_live.isHeld()) painter.setPen(QPen(theme().accent, exactly(2.5)));
        return circuit::drawSwitch(painter, r.right() - exactly(4), r.top(), r.bottom(), m_live.isHeld());
    default: return;
    }
}

void CircuitView::paintLabel(QPainter& painter, const CircuitElement& element) const
{
    const auto [value, unit] = shownValue(element);
    const QRectF& r = element.label;
    const QFontMetricsF values(m_diagram.valueFont);
    const QColor colour = !isLive(element.kind)                                            ? theme().faint
                          : element.kind == Kind::inside || element.kind == Kind::charging ? theme().potential
                          : element.kind == Kind::charge                                   ? theme().text
                                                         : colourOf(quantityOf(m_session.model(), element.name));
    if (element.kind == Kind::inside || element.kind == Kind::outside) {
        const QString word = element.kind == Kind::inside ? tr("inside ") : tr("outside ");
        const double baseline = r.bottom() - exactly(4);
        painter.setFont(interfaceFont(8.5));
        painter.setPen(theme().faint);
        painter.drawText(QPointF(r.left(), baseline), word);
        double x = r.left() + QFontMetricsF(painter.font()).horizontalAdvance(word);
        paint(painter, element.text, {x, baseline}, theme().text);
        if (element.text.width > 0) {
            painter.setFont(m_diagram.valueFont);
            painter.drawText(QPointF(x += element.text.width, baseline), QStringLiteral(" = "));
            x += values.horizontalAdvance(QStringLiteral(" = "));
        }
        painter.setFont(m_diagram.valueFont);
        painter.setPen(colour);
        return painter.drawText(QPointF(x, baseline), value + u' ' + unit);
    }
    double baseline = r.top() + labelLine() - exactly(2);
    paint(painter, element.text, {r.left(), baseline},
          element.kind == Kind::current || element.kind == Kind::charging || element.kind == Kind::source ? colour : theme().text);
    painter.setFont(m_diagram.valueFont);
    painter.setPen(colour);
    painter.drawText(QPointF(r.left(), baseline += m_diagram.isStacked ? labelLine() : 1.15 * labelLine()), value);
    const double after = m_diagram.isStacked ? 0 : values.horizontalAdvance(value) + exactly(3);
    painter.setFont(m_diagram.unitFont);
    painter.setPen(theme().faint);
    painter.drawText(QPointF(r.left() + after, m_diagram.isStacked ? baseline + 0.85 * labelLine() : baseline), unit);
}

// Pointing ------------------------------------------------------------------------------------------------------------

const CircuitElement* CircuitView::elementAt(QPointF at) const
{
    const auto& all = m_diagram.elements;
    const auto label = std::ranges::find_if(all, [&](const CircuitElement& e) { return e.label.contains(at); });
    if (label != all.end()) return &*label;
    const auto symbol = std::ranges::find_if(
        all, [&](const CircuitElement& e) { return !e.symbol.isEmpty() && e.symbol.adjusted(-3, -3, 3, 3).contains(at); });
    return symbol == all.end() ? nullptr : &*symbol;
}

void CircuitView::point(std::optional<Name> name)
{
    if (name == m_pointed) return;
    if (!name) emit hovered(m_pointed->role, -1);
    m_pointed = name;
    if (name) emit hovered(name->role, static_cast<int>(name->index));
    update();
}

void CircuitView::highlight(Role role, int index)
{
    const auto name = index < 0 ? std::nullopt : std::optional(Name{role, static_cast<std::size_t>(index)});
    if (name == m_highlight) return;
    m_highlight = name;
    update();
}

void CircuitView::mouseMoveEvent(QMouseEvent* event)
{
    QWidget::mouseMoveEvent(event);
    const CircuitElement* element = elementAt(event->position());
    point(element ? std::optional(element->name) : std::nullopt);
}

void CircuitView::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    point(std::nullopt);
}

bool CircuitView::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const CircuitElement* element = elementAt(help->pos());
    element ? QToolTip::showText(help->globalPos(), explain(*element), this) : QToolTip::hideText();
    return true;
}

void CircuitView::keyPressEvent(QKeyEvent* event)
{
    const bool isBack = event->key() == Qt::Key_Left || event->key() == Qt::Key_Up;
    if ((!isBack && event->key() != Qt::Key_Right && event->key() != Qt::Key_Down) || m_diagram.elements.empty())
        return QWidget::keyPressEvent(event);
    const std::size_t last = m_diagram.elements.size() - 1, now = m_current.value_or(0);
    m_current = !m_current ? 0 : isBack ? (now == 0 ? 0 : now - 1) : std::min(now + 1, last);
    const CircuitElement& element = m_diagram.elements[*m_current];
    point(element.name);
    QToolTip::showText(mapToGlobal(element.label.bottomLeft().toPoint()), explain(element), this);
    update();
}

void CircuitView::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    point(std::nullopt);
    QToolTip::hideText();
}

}
