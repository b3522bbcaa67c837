// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tried_values.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;

namespace rheobase {

class EditorList;
class TriedStrip;

/// What a student can change in a step, under the plots: a slider for each setting that is not locked, with what was predicted and tried.
class ChangeCard : public QWidget {
    Q_OBJECT
public:
    explicit ChangeCard(Session& session, QWidget* parent = nullptr);

    /// Sliders for these settings of the present experiment.
    void setSettings(const std::vector<std::string>& names);
    const std::vector<std::string>& settings() const { return m_names; }
    void setTried(const std::vector<TriedValues::Tried>& tried);
    /// Where a setting is predicted to be.
    void setPrediction(const std::string& setting, std::optional<double> value);

private:
    void tellLegend();

    Session& m_session;
    EditorList* m_editors;
    QLabel *m_locked, *m_legend;
    std::vector<std::string> m_names;
    std::vector<TriedStrip*> m_strips;
};

}
