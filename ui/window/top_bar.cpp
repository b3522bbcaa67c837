// SPDX-License-Identifier: GPL-3.0-or-later
#include "top_bar.h"

#include "catalogue.h"
#include "icons.h"
#include "session.h"
#include "theme.h"
#include "transport_bar.h"
#include "words.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace rheobase {

namespace {

constexpr int roomyWidth = 1360; // every button has room for its text

QToolButton* flatButton(const QString& id)
{
    auto* button = new QToolButton;
    button->setObjectName(id);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QComboBox* chooser(const QString& id, const QString& name)
{
    auto* box = new QComboBox;
    box->setObjectName(id);
    box->setAccessibleName(name);
    return box;
}

}

TopBar::TopBar(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_models(chooser(QStringLiteral("models"), tr("Model"))),
      m_presets(chooser(QStringLiteral("presets"), tr("Preset"))),
      m_transport(new TransportBar(session)),
      m_undo(flatButton(QStringLiteral("undo"))),
      m_redo(flatButton(QStringLiteral("redo"))),
      m_row(new QHBoxLayout(this))
{
    setObjectName(QStringLiteral("topBar"));
    setAttribute(Qt::WA_StyledBackground);
    for (const Model& model : catalogue()) {
        m_models->addItem(spoken(model.name));
        m_models->setItemData(m_models->count() - 1, fromView(model.source), Qt::ToolTipRole);
    }
    m_presets->setPlaceholderText(tr("Own values"));
    m_presets->setMinimumContentsLength(12);
    m_presets->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(m_models, &QComboBox::activated, this, &TopBar::chooseModel);
    connect(m_presets, &QComboBox::activated, this, &TopBar::choosePreset);

    auto* undo = session.undoStack().createUndoAction(this);
    auto* redo = session.undoStack().createRedoAction(this);
    undo->setShortcuts(QKeySequence::Undo);
    redo->setShortcuts(QKeySequence::Redo);
    addActions({undo, redo});
    connect(m_undo, &QToolButton::clicked, undo, &QAction::trigger);
    connect(m_redo, &QToolButton::clicked, redo, &QAction::trigger);

    m_row->setContentsMargins(12, 8, 12, 8);
    m_row->setSpacing(8);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_models, m_presets, m_transport}) m_row->addWidget(widget);
    m_row->addStretch();
    for (QWidget* widget : {m_undo, m_redo}) m_row->addWidget(widget);

    connect(&session, &Session::modelChanged, this, &TopBar::adoptModel);
    connect(&session, &Session::experimentChanged, this, &TopBar::markPreset);
    connect(&session.undoStack(), &QUndoStack::indexChanged, this, &TopBar::refreshUndo);
    adoptModel();
    refreshUndo();
    paintIcons();
}

void TopBar::addMenu(const QString& id, const QString& text, QMenu* menu)
{
    QToolButton* button = flatButton(id);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setText(text);
    button->setAccessibleName(text.isEmpty() ? tr("Menu") : text);
    button->setToolTip(button->accessibleName());
    if (text.isEmpty()) m_menu = button;
    m_row->addWidget(button);
    paintIcons();
}

void TopBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) paintIcons();
    QWidget::changeEvent(event);
}

void TopBar::resizeEvent(QResizeEvent* event)
{
    m_transport->setCompact(width() < roomyWidth);
    QWidget::resizeEvent(event);
}

void TopBar::chooseModel(int index)
{
    const Model& model = catalogue()[static_cast<std::size_t>(index)];
    if (&model != &m_session.model()) m_session.load(defaultExperiment(model));
}

void TopBar::choosePreset(int index)
{
    const Preset preset = m_known[static_cast<std::size_t>(index)]; // a copy: the choice may bring others
    m_session.load(preset.experiment, tr("Choose preset “%1”").arg(preset.name));
}

void TopBar::adoptModel()
{
    const Model& model = m_session.model();
    m_models->setCurrentIndex(static_cast<int>(&model - catalogue().data()));
    m_known = presetsFor(model);
    m_presets->clear();
    for (const Preset& preset : m_known) {
        m_presets->addItem(preset.name);
        m_presets->setItemData(m_presets->count() - 1, QStringLiteral("%1\n%2").arg(preset.note, preset.source), Qt::ToolTipRole);
    }
    markPreset();
}

void TopBar::markPreset()
{
    const auto present = std::ranges::find(m_known, m_session.experiment(), &Preset::experiment);
    m_presets->setCurrentIndex(present == m_known.end() ? -1 : static_cast<int>(present - m_known.begin()));
}

void TopBar::refreshUndo()
{
    const QUndoStack& stack = m_session.undoStack();
    m_undo->setEnabled(stack.canUndo());
    m_redo->setEnabled(stack.canRedo());
    m_undo->setText(stack.index() > 0 ? QString::number(stack.index()) : QString());
    m_undo->setToolTip(stack.canUndo() ? tr("Undo: %1").arg(stack.undoText()) : tr("Nothing to undo"));
    m_redo->setToolTip(stack.canRedo() ? tr("Redo: %1").arg(stack.redoText()) : tr("Nothing to redo"));
    for (QToolButton* button : {m_undo, m_redo}) button->setAccessibleName(button->toolTip());
    m_undo->setToolButtonStyle(m_undo->text().isEmpty() ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
}

void TopBar::paintIcons()
{
    for (const auto& [button, sign] : {std::pair(m_undo, Sign::undo), std::pair(m_redo, Sign::redo), std::pair(m_menu, Sign::menu)})
        if (button) button->setIcon(icon(sign, theme().text));
}

}
