// SPDX-License-Identifier: GPL-3.0-or-later
#include "hints.h"

#include "theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rheobase {

namespace {

constexpr double inset = 12, distance = 4; // px at 100 %

bool isSeen(const QWidget& target, const QWidget& window)
{
    return target.isVisible() && target.window() == &window && !target.visibleRegion().isEmpty();
}

}

HintCard::HintCard(const QString& id, const QString& text, QWidget& target, Pointer pointer, QWidget& window)
    : QWidget(&window), m_target(&target), m_pointer(pointer)
{
    setObjectName(QStringLiteral("hint-") + id);
    setAccessibleName(text);
    auto* words = new QLabel(text);
    words->setWordWrap(true);
    auto* button = new QPushButton(tr("Got it"));
    button->setObjectName(QStringLiteral("gotIt"));
    button->setToolTip(tr("It does not come back"));
    button->setFocusPolicy(Qt::TabFocus);
    auto* column = new QVBoxLayout(this);
    keepDressed(this, [column] {
        const int margin = bubbleMargin() + scaled(inset);
        column->setContentsMargins(margin, margin, margin, margin);
        column->setSpacing(scaled(8));
    });
    column->addWidget(words);
    column->addWidget(button, 0, Qt::AlignRight);
    connect(button, &QPushButton::clicked, this, &HintCard::understood);
}

QRect HintCard::body() const { return geometry().adjusted(bubbleMargin(), bubbleMargin(), -bubbleMargin(), -bubbleMargin()); }

void HintCard::place()
{
    QWidget& window = *parentWidget();
    setVisible(m_target && isSeen(*m_target, window));
    if (!isVisible()) return;
    const QRect target(m_target->mapTo(&window, QPoint()), m_target->size());
    const int gap = scaled(distance), width = 15 * fontMetrics().height() + 2 * bubbleMargin();
    QRect body = QRect(0, 0, width, heightForWidth(width)).adjusted(bubbleMargin(), bubbleMargin(), -bubbleMargin(), -bubbleMargin());
    if (m_pointer == Pointer::left) body.moveTopLeft({target.right() + pointerLength() + gap, target.center().y() - body.height() / 2});
    else body.moveTopLeft({target.right() - body.width(), target.bottom() + pointerLength() + gap});
    body.moveLeft(std::clamp(body.left(), gap, std::max(gap, window.width() - body.width() - gap)));
    body.moveTop(std::clamp(body.top(), gap, std::max(gap, window.height() - body.height() - gap)));
    setGeometry(body.adjusted(-bubbleMargin(), -bubbleMargin(), bubbleMargin(), bubbleMargin()));
    m_tip = target.center() - pos();
    update();
}

void HintCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawBubble(painter, QRectF(rect()).adjusted(bubbleMargin(), bubbleMargin(), -bubbleMargin(), -bubbleMargin()), m_pointer, m_tip);
}

Hints::Hints(QWidget& window) : QObject(&window), m_window(window)
{
    m_placing.setSingleShot(true);
    m_placing.setInterval(0);
    connect(&m_placing, &QTimer::timeout, this, &Hints::placeAll);
    qApp->installEventFilter(this);
}

Hints::~Hints()
{
    for (const auto& hint : m_hints) delete hint.data();
}

void Hints::add(const QString& id, const QString& text, QWidget& target, Pointer pointer)
{
    auto* hint = new HintCard(id, text, target, pointer, m_window);
    connect(hint, &HintCard::understood, this, [this, hint, id] {
        hint->hide();
        hint->deleteLater();
        emit understood(id);
    });
    m_hints.emplace_back(hint);
    m_placing.start();
}

void Hints::placeAll()
{
    std::erase_if(m_hints, [](const QPointer<HintCard>& hint) { return !hint; });
    for (const auto& hint : m_hints) hint->place();
    for (const auto& hint : m_hints) hint->raise();
}

bool Hints::eventFilter(QObject* watched, QEvent* event)
{
    const auto type = event->type();
    if (watched == &m_window && (type == QEvent::Resize || type == QEvent::LayoutRequest)) m_placing.start();
    const auto isTarget = [&](const QPointer<HintCard>& hint) { return hint && hint->target() == watched; };
    const bool isMoved = type == QEvent::Move || type == QEvent::Resize || type == QEvent::Show || type == QEvent::Hide;
    if (isMoved && std::ranges::any_of(m_hints, isTarget)) m_placing.start();
    if (type != QEvent::KeyPress || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape) return false;
    const auto* widget = qobject_cast<QWidget*>(watched);
    const auto isShown = [](const QPointer<HintCard>& hint) { return hint && hint->isVisible(); };
    const auto shown = std::ranges::find_if(m_hints, isShown);
    if (qobject_cast<const QLineEdit*>(widget)) return false; // it gives back what was there
    if (!widget || widget->window() != &m_window || QApplication::activePopupWidget() || shown == m_hints.end()) return false;
    emit(*shown)->understood();
    return true;
}

}
