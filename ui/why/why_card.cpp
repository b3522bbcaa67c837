// SPDX-License-Identifier: GPL-3.0-or-later
#include "why_card.h"

#include "bubble.h"
#include "measured_number.h"
#include "theme.h"
#include "why_panel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rheobase {

namespace {

constexpr double margin = 6; // px at 100 %, to the edge of what it may cover

}

WhyCard::WhyCard(Session& session, QWidget& window, QWidget& plots)
    : QWidget(&window),
      m_window(window),
      m_plots(plots),
      m_title(new QLabel),
      m_keep(new QToolButton),
      m_close(new QToolButton),
      m_panel(new WhyPanel(session)),
      m_area(new QScrollArea)
{
    setObjectName(QStringLiteral("whyCard"));
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(m_panel->title());
    m_area->setObjectName(QStringLiteral("whyArea"));
    m_area->setWidget(m_panel);
    m_panel->setAutoFillBackground(false); // the card's ground
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    auto* column = new QVBoxLayout(this);
    keepDressed(this, [this, column] {
        const int around = bubbleMargin();
        column->setContentsMargins(QMargins(around, around, around, around) + scaled(QMargins(20, 14, 20, 16)));
        column->setSpacing(scaled(10));
        m_title->setFont(interfaceFont(15, QFont::DemiBold));
    });
    column->addWidget(makeHeader());
    column->addWidget(m_area, 1);
    hide();
    m_placing.setSingleShot(true);
    m_placing.setInterval(0);
    connect(&m_placing, &QTimer::timeout, this, &WhyCard::place);
    connect(m_panel, &WhyPanel::titleChanged, this, [this] {
        m_title->setText(m_panel->title());
        setAccessibleName(m_panel->title());
    });
    connect(m_area->verticalScrollBar(), &QScrollBar::rangeChanged, &m_placing, qOverload<>(&QTimer::start)); // it has grown
    window.installEventFilter(this);
    m_panel->installEventFilter(this);
}

QWidget* WhyCard::makeHeader()
{
    m_title->setObjectName(QStringLiteral("whyTitle"));
    m_keep->setObjectName(QStringLiteral("keepOpen"));
    m_keep->setText(tr("Keep open"));
    m_keep->setToolTip(tr("Make it a view beside the plots"));
    m_close->setObjectName(QStringLiteral("closeWhy"));
    m_close->setText(QStringLiteral("✕"));
    m_close->setToolTip(tr("Close (Esc)"));
    m_close->setAccessibleName(tr("Close"));
    auto* header = new QWidget;
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins({});
    row->addWidget(m_title, 1);
    for (QToolButton* button : {m_keep, m_close}) {
        button->setProperty("role", "flat");
        row->addWidget(button);
    }
    connect(m_keep, &QToolButton::clicked, this, [this] {
        emit keepWanted(m_panel->what());
        leave();
    });
    connect(m_close, &QToolButton::clicked, this, &WhyCard::leave);
    return header;
}

void WhyCard::open(const WhyAsked& asked)
{
    m_from = asked.from;
    m_number = asked.place;
    m_panel->ask(asked.what);
    show();
    raise();
    place();
    setFocus(Qt::PopupFocusReason);
}

QRect WhyCard::card() const { return geometry().adjusted(bubbleMargin(), bubbleMargin(), -bubbleMargin(), -bubbleMargin()); }

/// Over the plots, at the edge that is next to the number; where they are too narrow, or the number stands in them, beside it.
void WhyCard::place()
{
    if (!isVisible()) return;
    const int line = fontMetrics().height(), least = 26 * line, edge = scaled(margin);
    const bool isHere = m_from && m_from->window() == &m_window && m_from->isVisible();
    const QRect number = isHere ? QRect(m_from->mapTo(&m_window, m_number.topLeft()), m_number.size()) : QRect();
    const QRect whole = m_window.rect().adjusted(edge, edge, -edge, -edge), plots(m_plots.mapTo(&m_window, QPoint()), m_plots.size());
    QRect room = whole;
    m_pointer = Pointer::none;
    if (isHere && plots.width() >= least && !plots.intersects(number)) {
        room.setLeft(plots.left() + edge);
        room.setRight(plots.right() - edge);
        m_pointer = number.left() > plots.right() ? Pointer::right : number.right() < plots.left() ? Pointer::left : Pointer::bottom;
    } else if (isHere) {
        m_pointer = number.left() > whole.width() - number.right() ? Pointer::right : Pointer::left;
        if (m_pointer == Pointer::right) room.setRight(number.left() - pointerLength() - edge);
        else room.setLeft(number.right() + pointerLength() + edge);
    }
    QRect card(0, 0, std::min(40 * line, std::max(room.width(), least)), 0);
    card.setHeight(std::min(whole.height(), heightFor(card.width())));
    card.moveCenter(m_pointer == Pointer::none ? room.center() : QPoint(number.center().x(), number.center().y() + card.height() / 6));
    if (m_pointer == Pointer::bottom) card.moveBottom(number.top() - pointerLength() - edge);
    if (m_pointer == Pointer::right) card.moveRight(room.right());
    if (m_pointer == Pointer::left) card.moveLeft(room.left());
    card.moveLeft(std::clamp(card.left(), room.left(), std::max(room.left(), room.right() - card.width())));
    card.moveTop(std::clamp(card.top(), whole.top(), std::max(whole.top(), whole.bottom() - card.height())));
    setGeometry(card.adjusted(-bubbleMargin(), -bubbleMargin(), bubbleMargin(), bubbleMargin()));
    m_tip = number.center() - pos();
    update();
}

int WhyCard::heightFor(int width) const
{
    const QMargins inside = layout()->contentsMargins() - QMargins(bubbleMargin(), bubbleMargin(), bubbleMargin(), bubbleMargin());
    const int header = layout()->itemAt(0)->sizeHint().height();
    return inside.top() + header + layout()->spacing() + m_panel->heightForWidth(width - inside.left() - inside.right()) + inside.bottom();
}

bool WhyCard::eventFilter(QObject* watched, QEvent* event)
{
    const bool isWindow = watched == &m_window && event->type() == QEvent::Resize,
               isPanel = watched == m_panel && event->type() == QEvent::LayoutRequest;
    if (isWindow || isPanel) m_placing.start();
    return QWidget::eventFilter(watched, event);
}

/// What is pressed on the card is not meant for what it covers.
bool WhyCard::event(QEvent* event)
{
    const auto type = event->type();
    const bool isMouse =
        type == QEvent::MouseButtonPress || type == QEvent::MouseButtonRelease || type == QEvent::MouseMove || type == QEvent::Wheel;
    const bool isTaken = QWidget::event(event);
    if (isMouse) event->accept();
    return isTaken || isMouse;
}

void WhyCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawBubble(painter, QRectF(rect()).adjusted(bubbleMargin(), bubbleMargin(), -bubbleMargin(), -bubbleMargin()), m_pointer, m_tip);
}

void WhyCard::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape) return QWidget::keyPressEvent(event);
    leave();
}

void WhyCard::leave()
{
    hide();
    if (m_from) m_from->setFocus();
}

}
