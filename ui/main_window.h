// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session.h"
#include "settings.h"

#include <QMainWindow>

class QComboBox;
class QLabel;
class QMenu;
class QSplitter;
class QToolButton;

namespace rheobase {

class EquationPanel;
class CircuitView;
class Notice;
class QuantityPanel;
class StimulusPanel;
class TraceStack;
class TransportBar;

/// The window: parameters at the left, plots in the middle, the circuit and its equations at the right.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(const Experiment& experiment, QWidget* parent = nullptr);
    ~MainWindow() override;

    Session& session() { return m_session; }
    TraceStack& stack() { return *m_stack; }
    /// Opens an experiment file, or a picture that carries one; says what is wrong with it where it cannot.
    bool open(const QString& path);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* makeTopBar();
    QWidget* makeLeft();
    QWidget* makeRight();
    QMenu* makeMenu();
    QMenu* makeExportMenu();
    void fillPlotsMenu(QMenu* menu);
    void addLookMenu(QMenu* menu);
    void addLanguageMenu(QMenu* menu);
    void linkHighlights();
    void highlight(Role role, int index);
    void refreshChoosers();
    void refreshUndo();
    void paintIcons();
    void chooseModel(int index);
    void choosePreset(int index);
    void resetParameters();
    void openDialog();
    void saveDialog();
    void about();
    void applyShownRows();
    bool spaceInjects(QObject* watched, QEvent* event);

    Settings m_settings;
    Session m_session;
    QComboBox *m_models, *m_presets;
    TransportBar* m_transport;
    QToolButton *m_undo, *m_redo, *m_menuButton;
    QSplitter* m_splitter;
    Notice* m_notice;
    TraceStack* m_stack;
    QuantityPanel* m_parameters;
    StimulusPanel* m_stimulus;
    CircuitView* m_circuit;
    EquationPanel* m_equations;
};

}
