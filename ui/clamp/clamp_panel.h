// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "experiment.h"

#include <QWidget>

#include <functional>
#include <string>
#include <vector>

namespace rheobase {

class EditorList;
class QuantityEditor;
class Session;
class StepsField;
class Switch;

/// What is commanded in voltage clamp, which channels are blocked, and what the amplifier does.
class ClampPanel : public QWidget {
    Q_OBJECT
public:
    explicit ClampPanel(Session& session, QWidget* parent = nullptr);

private:
    /// Something that is on or off, and what there is to set while it is on.
    struct Choice {
        Switch* knob;
        std::string setting; ///< what lessons call it
        std::function<bool(const VoltageClamp&)> isOn;
        std::vector<QuantityEditor*> editors;
    };
    void rebuild();
    void refresh();
    void addCommand();
    void addBlockers();
    void addAmplifier();
    QuantityEditor* addNumber(EditorList* list, double VoltageClamp::*member);
    void addChoice(EditorList* list, const QString& name, const QString& tip, const std::string& setting,
                   std::function<bool(const VoltageClamp&)> isOn, std::function<void(VoltageClamp&, bool)> turn,
                   std::initializer_list<double VoltageClamp::*> members);

    Session& m_session;
    EditorList *m_command, *m_blockers, *m_amplifier;
    QWidget* m_blockersHeading;
    StepsField* m_steps = nullptr;
    std::vector<Choice> m_choices;
    const Model* m_model = nullptr; // what the widgets were built for
};

}
