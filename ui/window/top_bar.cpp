// SPDX-License-Identifier: GPL-3.0-or-later
#include "top_bar.h"

#include "catalogue.h"
#include "chooser.h"
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

constexpr int narrowest = 104; // px, of a chooser

QToolButton* flatButton(const QString& id)
{
    auto* button = new QToolButton;
    button->setObjectName(id);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QComboBox* chooser(const QString& id, const QString& name)
{
    auto* box = new Chooser;
    box->setObjectName(id);
    box->setAccessibleName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return box;
}

}

TopBar::TopBar(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_models(chooser(QStringLiteral("models"), tr("Model"))),
      m_presets(chooser(QStringLiteral("presets"), tr("Preset"))),
      m_transport(new TransportBar(session)),
      m_gallery(flatButton(QStringLiteral("allPresets"))),
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
    m_gallery->setProperty("role", QStringLiteral("flat"));
    m_gallery->setAccessibleName(tr("All presets"));
    m_gallery->setToolTip(
        tr("All presets of all models as cards (%1)").arg(QKeySequence(Qt::CTRL | Qt::Key_G).toString(QKeySequence::NativeText)));
    connect(m_gallery, &QToolButton::clicked, this, &TopBar::galleryWanted);

    auto* undo = session.undoStack().createUndoAction(this);
    auto* redo = session.undoStack().createRedoAction(this);
    undo->setShortcuts(QKeySequence::Undo);
    redo->setShortcuts(QKeySequence::Redo);
    addActions({undo, redo});
    connect(m_undo, &QToolButton::clicked, undo, &QAction::trigger);
    connect(m_redo, &QToolButton::clicked, redo, &QAction::trigger);

    pad(m_row, {12, 8, 12, 8}, 8);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_models, m_presets, m_gallery, m_transport}) m_row->addWidget(widget);
    m_row->addStretch();
    for (QWidget* widget : {m_undo, m_redo}) m_row->addWidget(widget);
    m_signs = {{m_gallery, Sign::cards}, {m_undo, Sign::undo}, {m_redo, Sign::redo}};
    makeFolds();

    connect(&session, &Session::modelChanged, this, &TopBar::adoptModel);
    connect(&session, &Session::experimentChanged, this, &TopBar::markPreset);
    connect(&session.undoStack(), &QUndoStack::indexChanged, this, &TopBar::refreshUndo);
    adoptModel();
    refreshUndo();
    keepDressed(this, [this] { paintIcons(), fit(); });
}

/// The orders: signs instead of words first, then what is said elsewhere, narrow choosers, at last what the menu has, too.
void TopBar::makeFolds()
{
    m_folds = m_transport->folds();
    const auto narrow = [](QComboBox* box) {
        return [box](bool isFolded) { box->setMinimumWidth(isFolded ? scaled(narrowest) : box->sizeHint().width()); };
    };
    m_folds.push_back({4, narrow(m_presets)});
    m_folds.push_back({6, narrow(m_models)});
    m_folds.push_back({7, [this](bool isFolded) { m_gallery->setHidden(isFolded); }}); // the menu has it
    connect(m_transport, &TransportBar::widthChanged, this, &TopBar::fit);
}

/// The width that the row needs as it is.
int TopBar::needed()
{
    m_transport->updateGeometry();
    return m_row->minimumSize().width();
}

void TopBar::fit()
{
    std::ranges::stable_sort(m_folds, {}, &Fold::order);
    for (const Fold& fold : m_folds) fold.apply(true);
    m_least = needed();
    for (auto fold = m_folds.rbegin(); fold != m_folds.rend(); ++fold) {
        fold->apply(false);
        if (needed() <= width()) continue;
        return fold->apply(true);
    }
}

void TopBar::addMenu(const QString& id, Sign sign, const QString& text, QMenu* menu)
{
    QToolButton* button = flatButton(id);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setText(text);
    button->setAccessibleName(text.isEmpty() ? tr("Menu") : text == u"?" ? tr("Help") : text);
    button->setToolTip(menu->toolTip());
    m_row->addWidget(button);
    m_signs.emplace_back(button, sign);
    if (!text.isEmpty()) {
        QAction* entry = menu->menuAction();
        entry->setText(button->accessibleName());
        m_entries.push_back(entry);
        m_folds.push_back(toSign(2, button, Qt::ToolButtonTextOnly));
        m_folds.push_back({7, [button, entry](bool isFolded) { button->setHidden(isFolded), entry->setVisible(isFolded); }});
    } else menu->insertActions(menu->actions().value(0), m_entries);
    paintIcons();
    fit();
}

void TopBar::addButton(const QString& id, Sign sign, QAction* entry, const QString& text)
{
    QToolButton* button = flatButton(id);
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolTip(QStringLiteral("%1 (%2)").arg(entry->text().remove(u'…'), entry->shortcut().toString(QKeySequence::NativeText)));
    connect(button, &QToolButton::clicked, entry, &QAction::trigger);
    m_row->insertWidget(m_row->indexOf(m_redo) + 1, button);
    m_signs.emplace_back(button, sign);
    m_folds.push_back(toSign(3, button));
    m_folds.push_back({7, [button](bool isFolded) { button->setHidden(isFolded); }});
    paintIcons();
    fit();
}

void TopBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (event->oldSize().width() != width()) fit();
}

void TopBar::chooseModel(int index)
{
    const Model& model = catalogue()[static_cast<std::size_t>(index)];
    if (&model == &m_session.model()) return;
    Experiment next = defaultExperiment(model);
    if (isClamped(m_session.experiment()) && clampRefusal(model).empty()) next.mode = Mode::voltageClamp;
    m_session.load(next);
}

void TopBar::choosePreset(int index)
{
    const Preset preset = m_known[static_cast<std::size_t>(index)]; // a copy: the choice may bring others
    emit presetChosen(preset);
}

void TopBar::adoptModel()
{
    const Model& model = m_session.model();
    m_models->setCurrentIndex(static_cast<int>(&model - catalogue().data()));
    m_known = presetsFor(model);
    m_presets->clear();
    for (const Preset& preset : m_known) {
        m_presets->addItem(preset.name);
        m_presets->setItemData(m_presets->count() - 1, QStringLiteral("%1\n%2\n%3").arg(preset.question, preset.look, preset.source),
                               Qt::ToolTipRole);
    }
    markPreset();
    fit();
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
    if (m_undo->sizeHint().width() > m_undo->width()) fit();
}

void TopBar::paintIcons()
{
    for (const auto& [button, sign] : m_signs) button->setIcon(icon(sign, theme().text));
}

}
