// SPDX-License-Identifier: GPL-3.0-or-later
#include "formula_sheet.h"

#include "theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace rheobase {

namespace {

constexpr int preferredWidth = 330, leastWidth = 240;

double area(const QRectF& r) { return r.width() * r.height(); }

}

FormulaSheet::FormulaSheet(QWidget* parent) : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    keepDressed(this, [this] {
        m_height = {-1, 0};
        arrange();
        updateGeometry();
    });
}

void FormulaSheet::setStatements(std::vector<Statement> statements, const Model& model, std::function<QString(Name)> explain)
{
    m_statements = std::move(statements);
    m_model = &model;
    m_explain = std::move(explain);
    m_highlight.reset();
    m_pointed.reset();
    m_current.reset();
    m_height = {-1, 0};
    setAccessibleDescription(plainText());
    arrange();
    updateGeometry();
}

void FormulaSheet::setLetterSizes(const LetterSizes& sizes)
{
    m_sizes = sizes;
    m_height = {-1, 0};
    arrange();
    updateGeometry();
}

void FormulaSheet::arrange()
{
    if (!m_model) return;
    m_page = layOut(m_statements, *m_model, width(), m_sizes);
    m_numbers.assign(m_page.numbers.size(), {});
    if (m_current && *m_current >= m_page.spots.size()) m_current.reset();
    update();
    emit valuesWanted();
}

void FormulaSheet::setValues(const Values& values, bool held)
{
    if (held != std::exchange(m_held, held)) update();
    for (std::size_t i = 0; i < m_numbers.size(); ++i) {
        QString text = shownIn(m_page.numbers[i], values, m_page.valueFont);
        if (text == m_numbers[i]) continue;
        m_numbers[i] = std::move(text);
        update(m_page.numbers[i].where.toAlignedRect());
    }
}

void FormulaSheet::clearValues()
{
    m_numbers.assign(m_page.numbers.size(), {});
    update();
}

void FormulaSheet::setHighlight(std::optional<Name> name)
{
    if (name == m_highlight) return;
    m_highlight = name;
    update();
}

QString FormulaSheet::plainText() const
{
    QStringList lines;
    for (const Statement& s : m_statements) lines << QString::fromStdString(text(s, *m_model));
    return lines.join(u'\n');
}

QString FormulaSheet::latexText() const
{
    QStringList lines;
    for (const Statement& s : m_statements) lines << QString::fromStdString(latex(s, *m_model));
    return lines.join(QStringLiteral(" \\\\\n"));
}

int FormulaSheet::heightForWidth(int width) const
{
    if (!m_model) return 0;
    if (m_height.first != width)
        m_height = {width, static_cast<int>(std::ceil(layOut(m_statements, *m_model, width, m_sizes).size.height())) + 2};
    return m_height.second;
}

QSize FormulaSheet::sizeHint() const { return {scaled(preferredWidth), heightForWidth(std::max(width(), scaled(leastWidth)))}; }

QSize FormulaSheet::minimumSizeHint() const { return {scaled(leastWidth), heightForWidth(std::max(width(), scaled(leastWidth)))}; }

void FormulaSheet::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (event->oldSize().width() == width()) return;
    arrange();
    updateGeometry();
}

void FormulaSheet::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor soft = theme().accent;
    soft.setAlphaF(0.18f);
    painter.setPen(Qt::NoPen);
    painter.setBrush(soft);
    if (m_held && !m_page.jump.isEmpty()) painter.drawRoundedRect(m_page.jump.adjusted(-6, -3, 6, 3), 4, 4);
    if (const auto marked = m_pointed ? m_pointed : m_highlight) {
        for (const Spot& spot : m_page.spots)
            if (spot.name == *marked) painter.drawRoundedRect(spot.where.adjusted(-2, -2, 2, 2), 3, 3);
        for (const Slot& slot : m_page.numbers)
            if (slot.name == *marked) painter.drawRoundedRect(slot.where.adjusted(-1, 0, 1, 0), 3, 3);
    }
    for (const Box& box : m_page.boxes)
        if (box.bounds().adjusted(-2, -2, 2, 2).intersects(event->rect())) paint(painter, box, {}, theme().text);
    painter.setFont(m_page.valueFont);
    for (std::size_t i = 0; i < m_numbers.size(); ++i) {
        const Slot& slot = m_page.numbers[i];
        if (!slot.where.intersects(event->rect())) continue;
        const bool isBeside = slot.form == Slot::Form::beside;
        painter.setPen(m_held && !isBeside ? theme().disabled : slot.colour);
        painter.drawText(slot.where, (isBeside ? Qt::AlignRight : Qt::AlignHCenter) | Qt::AlignVCenter, m_numbers[i]);
    }
    if (hasFocus() && m_current) {
        painter.setPen(QPen(theme().accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(m_page.spots[*m_current].where.adjusted(-2.5, -2.5, 2.5, 2.5), 3, 3);
    }
}

std::optional<Name> FormulaSheet::nameAt(QPointF at) const
{
    const Spot* best = nullptr;
    for (const Spot& spot : m_page.spots)
        if (spot.where.adjusted(-1, -2, 1, 2).contains(at) && (!best || area(spot.where) <= area(best->where))) best = &spot;
    if (best) return best->name;
    for (const Slot& slot : m_page.numbers)
        if (slot.where.contains(at)) return slot.name;
    return std::nullopt;
}

void FormulaSheet::point(std::optional<Name> name)
{
    if (name == m_pointed) return;
    if (!name) emit hovered(m_pointed->role, -1);
    m_pointed = name;
    if (name) emit hovered(name->role, static_cast<int>(name->index));
    update();
}

void FormulaSheet::mouseMoveEvent(QMouseEvent* event)
{
    QWidget::mouseMoveEvent(event);
    point(nameAt(event->position()));
}

void FormulaSheet::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    point(std::nullopt);
}

bool FormulaSheet::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && m_explain) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const auto name = nameAt(help->pos());
        name ? QToolTip::showText(help->globalPos(), m_explain(*name), this) : QToolTip::hideText();
        return true;
    }
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void FormulaSheet::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) return emit copyRequested();
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End: return step(event->key());
    default: QWidget::keyPressEvent(event);
    }
}

/// Moves to the next spot in reading order, or to the nearest one on another line.
void FormulaSheet::step(int key)
{
    const auto& spots = m_page.spots;
    if (spots.empty()) return;
    const std::size_t last = spots.size() - 1, now = m_current.value_or(0);
    if (!m_current || key == Qt::Key_Home) m_current = 0;
    else if (key == Qt::Key_End) m_current = last;
    else if (key == Qt::Key_Left) m_current = now == 0 ? 0 : now - 1;
    else if (key == Qt::Key_Right) m_current = std::min(now + 1, last);
    else {
        const QPointF from = spots[now].where.center();
        double best = std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i <= last; ++i) {
            const QPointF way = spots[i].where.center() - from;
            const double ahead = key == Qt::Key_Down ? way.y() : -way.y();
            const double distance = std::hypot(way.x(), 3 * way.y());
            if (ahead < 10 || distance >= best) continue;
            best = distance;
            m_current = i;
        }
    }
    const Spot& spot = spots[*m_current];
    point(spot.name);
    if (m_explain) QToolTip::showText(mapToGlobal(spot.where.bottomLeft().toPoint() + QPoint(0, 4)), m_explain(spot.name), this);
    update();
}

void FormulaSheet::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason) step(Qt::Key_Home);
}

void FormulaSheet::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    point(std::nullopt);
    QToolTip::hideText();
    update();
}

}
