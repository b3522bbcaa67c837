// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "measured_number.h"
#include "pace.h"

#include <QWidget>

namespace rheobase {

class EditorList;
class Session;

/// The membrane: an editor for each parameter of the model, and what follows from them.
class QuantityPanel : public QWidget {
    Q_OBJECT
public:
    explicit QuantityPanel(Session& session, QWidget* parent = nullptr);

public slots:
    /// Marks the editor of a parameter; −1: none.
    void highlightParameter(int index);

signals:
    void parameterHovered(int index); ///< −1: none

private:
    void rebuild();
    void refresh();
    QString derivedText() const;
    std::vector<MeasuredNumber::Number> derivedNumbers() const;

    Session& m_session;
    EditorList* m_editors;
    MeasuredNumber* m_derived;
    Pace m_derivedPace;
};

}
