// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pace.h"

#include <QWidget>

class QLabel;

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

    Session& m_session;
    EditorList* m_editors;
    QLabel* m_derived;
    Pace m_derivedPace;
};

}
