// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presets.h"

#include <QWidget>

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

    TransportBar& transport() { return *m_transport; }
    /// A button at the right end that opens a menu; without a text it is the one of the whole window.
    void addMenu(const QString& id, const QString& text, QMenu* menu);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void chooseModel(int index);
    void choosePreset(int index);
    void adoptModel();
    void markPreset();
    void refreshUndo();
    void paintIcons();

    Session& m_session;
    std::vector<Preset> m_known; // of the present model
    QComboBox *m_models, *m_presets;
    TransportBar* m_transport;
    QToolButton *m_undo, *m_redo, *m_menu = nullptr;
    QHBoxLayout* m_row;
};

}
