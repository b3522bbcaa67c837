// SPDX-License-Identifier: GPL-3.0-or-later
#include "key_display.h"

#include "theme.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>

#include <algorithm>

namespace rheobase {

namespace {

constexpr int keyTime = 2000, ringTime = 500; // ms
constexpr int ringSize = 44;                  // px at 100 %

class Ring : public QWidget {
public:
    explicit Ring(QWidget* window) : QWidget(window)
    {
        setObjectName(QStringLiteral("ring"));
        setAttribute(Qt::WA_TransparentForMouseEvents);
        hide();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const double edge = exactly(3);
        for (const auto& [colour, width] : {std::pair(theme().panel, edge), std::pair(theme().current, 0.6 * edge)}) {
            painter.setPen(QPen(colour, width));
            painter.drawEllipse(QRectF(rect()).adjusted(edge, edge, -edge, -edge));
        }
    }
};

bool isModifier(int key)
{
    return key == Qt::Key_Control || key == Qt::Key_Shift || key == Qt::Key_Alt || key == Qt::Key_AltGr || key == Qt::Key_Meta || key == 0
           || key == Qt::Key_unknown;
}

}

KeyDisplay::KeyDisplay(QWidget* window) : QFrame(window), m_window(window), m_key(new QLabel), m_words(new QLabel), m_ring(new Ring(window))
{
    setObjectName(QStringLiteral("keyDisplay"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_key->setObjectName(QStringLiteral("keyCap"));
    m_key->setAlignment(Qt::AlignCenter);
    m_words->setObjectName(QStringLiteral("keyWords"));
    auto* row = new QHBoxLayout(this);
    pad(row, {6, 4, 12, 4}, 10);
    row->addWidget(m_key);
    row->addWidget(m_words);
    hide();
    qApp->installEventFilter(this);
}

KeyDisplay::~KeyDisplay() { qApp->removeEventFilter(this); }

void KeyDisplay::setOn(bool on)
{
    m_isOn = on;
    if (!on) hide();
}

void KeyDisplay::goHome()
{
    setParent(m_window);
    hide();
}

bool KeyDisplay::eventFilter(QObject* watched, QEvent* event)
{
    const auto* widget = m_isOn && watched->isWidgetType() ? static_cast<QWidget*>(watched) : nullptr;
    if (!widget || widget->window() != m_window) return false;
    // Every key comes this way first, also one that a shortcut takes.
    if (event->type() == QEvent::ShortcutOverride && widget == QApplication::focusWidget()) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isTyped = qobject_cast<const QLineEdit*>(widget) && !(key->modifiers() & Qt::ControlModifier) && !key->text().isEmpty()
                             && key->text().at(0).isPrint();
        const QKeySequence keys(key->keyCombination());
        if (!isModifier(key->key()) && !isTyped) tell(keys.toString(QKeySequence::NativeText), wordsFor(keys));
    }
    if (event->type() == QEvent::MouseButtonPress) {
        const QPoint at = m_window->mapFromGlobal(static_cast<QMouseEvent*>(event)->globalPosition().toPoint());
        const int size = scaled(ringSize);
        m_ring->setGeometry(at.x() - size / 2, at.y() - size / 2, size, size);
        m_ring->show();
        m_ring->raise();
        m_ringTime.start(ringTime, this);
    }
    return false;
}

/// What a key does, as menus say it.
QString KeyDisplay::wordsFor(const QKeySequence& keys) const
{
    if (keys == QKeySequence(Qt::Key_Space)) return tr("Injects while it is held");
    for (const QAction* action : m_window->findChildren<QAction*>())
        if (action->isEnabled() && action->shortcuts().contains(keys)) return action->text().remove(u'…').remove(u'&');
    return {};
}

void KeyDisplay::tell(const QString& key, const QString& words)
{
    m_key->setText(key);
    m_words->setText(words);
    m_words->setVisible(!words.isEmpty());
    if (parentWidget() == m_window) {
        adjustSize();
        move((m_window->width() - width()) / 2, m_window->height() - height() - scaled(40));
        raise();
    }
    show();
    m_keyTime.start(keyTime, this);
}

void KeyDisplay::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_keyTime.timerId()) m_keyTime.stop(), hide();
    if (event->timerId() == m_ringTime.timerId()) m_ringTime.stop(), m_ring->hide();
}

}
