// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "icons.h"

#include <QWidget>

#include <vector>

class QAction;
class QComboBox;
class QLabel;
class QSpinBox;
class QToolButton;

namespace rheobase {

class FlowRow;
class TraceStack;

/// The row above the plots: the time base with its trigger and the trigger's state, tools, the length of the window, and
/// whether the range of the potential is fixed.
class ScopeBar : public QWidget {
    Q_OBJECT
public:
    explicit ScopeBar(TraceStack& stack, QWidget* parent = nullptr);

    /// A tool in the middle of the row, shown by its sign.
    void addTool(QAction* action, Sign sign);

private:
    void makeTrigger();
    QToolButton* addButton(const char* id, Sign sign, const QString& name, const QString& tip);
    void makeWindow();
    void refresh();
    void refreshTrigger();
    void paintIcons();

    TraceStack& m_stack;
    FlowRow* m_row;
    QComboBox *m_kind, *m_rearm;
    QSpinBox* m_sweeps;
    QToolButton *m_mean, *m_arm, *m_fixed;
    QLabel* m_length;
    int m_tools = 0; // where the next one goes
    std::vector<std::pair<QToolButton*, Sign>> m_signs;
};

}
