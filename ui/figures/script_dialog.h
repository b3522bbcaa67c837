// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live_search.h"
#include "target.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace rheobase {

class Session;

/// Asks for which program an experiment shall become a script, shows the script and what it leaves out, and writes it or puts it into the
/// clipboard.
class ScriptDialog : public QDialog {
    Q_OBJECT
public:
    explicit ScriptDialog(const Experiment& experiment, QWidget* parent = nullptr);

private:
    QWidget* makeChooser();
    QWidget* makeButtons();
    void take(Script script);
    /// Writes the script anew for the target that is chosen.
    void refresh();
    void say(const QString& text);
    void save();
    void copy();
    const Target& target() const;

    Experiment m_experiment;
    std::optional<Script> m_script;
    QComboBox* m_target;
    QLabel *m_meaning, *m_unsaid;
    QPlainTextEdit* m_preview;
    QPushButton *m_save, *m_copy;
    LiveSearch<Experiment, Script> m_search; // last: it ends first
};

/// The dialog for the session's experiment as it is now.
void exportScript(QWidget* parent, const Session& session);

}
