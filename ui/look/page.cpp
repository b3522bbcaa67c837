// SPDX-License-Identifier: GPL-3.0-or-later
#include "page.h"

#include "icons.h"
#include "theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
#include <QToolButton>

namespace rheobase {

namespace {

/// A key as it stands on the keyboard.
QLabel* keyChip(const QKeySequence& keys)
{
    auto* chip = new QLabel(keys.toString(QKeySequence::NativeText));
    chip->setProperty("role", QStringLiteral("key"));
    return chip;
}

QWidget* styled(const QString& name)
{
    auto* widget = new QWidget;
    widget->setObjectName(name);
    widget->setAttribute(Qt::WA_StyledBackground);
    return widget;
}

}

Page::Page(const QString& id, QWidget* window) : QWidget(window), m_search(new QLineEdit), m_body(new QVBoxLayout)
{
    setObjectName(id);
    setProperty("role", QStringLiteral("pageGround"));
    setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addLayout(m_body, 1);
    column->addWidget(makeFoot());
    window->installEventFilter(this);
    auto* find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, this, [this] { m_search->setFocus(Qt::ShortcutFocusReason), m_search->selectAll(); });
    hide();
}

QWidget* Page::makeBar()
{
    auto* back = new QToolButton;
    back->setObjectName(QStringLiteral("back"));
    back->setText(tr("Back to the neuron"));
    back->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    back->setToolTip(tr("Leaves this page; the neuron goes on as it was (Esc)"));
    back->setFocusPolicy(Qt::TabFocus);
    connect(back, &QToolButton::clicked, this, &Page::leave);
    m_search->setObjectName(objectName() + QStringLiteral("Search"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    QAction* find = m_search->addAction(QIcon(), QLineEdit::LeadingPosition);
    auto* bar = styled(objectName() + QStringLiteral("Bar"));
    bar->setProperty("role", QStringLiteral("pageBar"));
    auto* row = new QHBoxLayout(bar);
    row->addWidget(back);
    row->addWidget(keyChip(Qt::Key_Escape), 0, Qt::AlignVCenter);
    row->addLayout(m_bar = new QHBoxLayout, 3);
    row->addWidget(m_finder = new QWidget, 2);
    pad(row, {12, 8, 12, 8}, 8);
    pad(m_bar, {}, 8);
    auto* finder = new QHBoxLayout(m_finder);
    finder->addWidget(m_search, 1);
    finder->addWidget(keyChip(QKeySequence::Find), 0, Qt::AlignVCenter);
    pad(finder, {}, 8);
    keepDressed(this, [back, find] {
        back->setIcon(icon(Sign::back, theme().text));
        find->setIcon(icon(Sign::find, theme().faint));
    });
    return bar;
}

void Page::dropSearch() { m_finder->hide(); }

QWidget* Page::makeFoot()
{
    auto* foot = styled(QStringLiteral("statusLine"));
    m_foot = new QHBoxLayout(foot);
    pad(m_foot, {14, 4, 14, 4}, 24);
    return foot;
}

void Page::open()
{
    m_search->clear();
    setGeometry(parentWidget()->rect());
    raise();
    show();
}

void Page::leave()
{
    hide();
    emit closed();
}

/// No key here is a shortcut of the window behind.
bool Page::event(QEvent* event)
{
    if (event->type() != QEvent::ShortcutOverride) return QWidget::event(event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->matches(QKeySequence::Quit) || key->matches(QKeySequence::Find)) return QWidget::event(event);
    event->accept();
    return true;
}

bool Page::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parent() && event->type() == QEvent::Resize && isVisible()) setGeometry(parentWidget()->rect());
    if (watched != m_search || event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() != Qt::Key_Escape) return QWidget::eventFilter(watched, event);
    keyPressEvent(key);
    return true;
}

void Page::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_search->hasFocus() && !m_search->text().isEmpty()) m_search->clear();
    else if (event->key() == Qt::Key_Escape) leave();
    else QWidget::keyPressEvent(event);
}

/// The keyboard stays in here.
bool Page::focusNextPrevChild(bool next)
{
    QWidget* const from = focusWidget() ? focusWidget() : this;
    const auto after = [next](QWidget* widget) { return next ? widget->nextInFocusChain() : widget->previousInFocusChain(); };
    for (QWidget* widget = after(from); widget != from; widget = after(widget)) {
        const bool takes = isAncestorOf(widget) && widget->isVisible() && widget->isEnabled() && widget->focusPolicy() & Qt::TabFocus;
        if (!takes || widget->focusProxy()) continue;
        widget->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
        return true;
    }
    return true;
}

}
