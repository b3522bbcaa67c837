// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fold.h"
#include "icons.h"
#include "presets.h"

#include <QWidget>

#include <utility>
#include <vector>

class QAction;
class QComboBox;
class QHBoxLayout;
class QMenu;
class QToolButton;

namespace rheobase {

class Session;
class TransportBar;

/// The top of the window: model and preset, the transport, undo and redo, and the menus.
class TopBar : public QWidget {
    Q_OBJECT
public:
    explicit TopBar(Session& session, QWidget* parent = nullptr);

    /// Where models and presets are chosen.
    QComboBox& models() { return *m_models; }
    QComboBox& presets() { return *m_presets; }

    TransportBar& transport() { return *m_transport; }
    /// A button at the right end that opens a menu; without a text it is the one of the whole window, which takes in the others where
    /// there is no room, and comes last.
    void addMenu(const QString& id, Sign sign, const QString& text, QMenu* menu);
    /// A button before those of the menus that stands for an entry of the window's.
    void addButton(const QString& id, Sign sign, QAction* entry, const QString& text);
    /// The least width in which all that is left can be used.
    QSize minimumSizeHint() const override { return {m_least, QWidget::minimumSizeHint().height()}; }

signals:
    void presetChosen(const Preset& preset);
    void galleryWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void chooseModel(int index);
    void choosePreset(int index);
    void adoptModel();
    void markPreset();
    void refreshUndo();
    void paintIcons();
    void makeFolds();
    void fit();
    int needed();

    Session& m_session;
    std::vector<Preset> m_known; // of the present model
    QComboBox *m_models, *m_presets;
    TransportBar* m_transport;
    QToolButton *m_gallery, *m_undo, *m_redo;
    QHBoxLayout* m_row;
    std::vector<Fold> m_folds; // in their order
    std::vector<std::pair<QToolButton*, Sign>> m_signs;
    QList<QAction*> m_entries; // of menus that can go into the window's
    int m_least = 0;
};

}
