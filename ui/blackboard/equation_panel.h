// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formula_sheet.h"

class QToolButton;

namespace rheobase {

class Session;

/// The equations of the model, typeset, with the live value of each part; below them, folded, the terms they are made of.
class EquationPanel : public QWidget {
    Q_OBJECT
public:
    /// All equations and terms; or the change of the membrane potential alone, as on a blackboard.
    enum class Extent { whole, membrane };
    explicit EquationPanel(Session& session, Extent extent = Extent::whole, QWidget* parent = nullptr);
    ~EquationPanel() override;

    /// The sheet of the equations, and the one of the terms.
    const FormulaSheet& equations() const { return *m_equations; }
    const FormulaSheet& terms() const { return *m_terms; }

public slots:
    /// Marks a quantity wherever it stands; index −1: nothing.
    void highlight(rheobase::Role role, int index);
    /// Copies the equations: as text, and as LaTeX (text/x-tex).
    void copy() const;
    /// Copies the equations as LaTeX text.
    void copyLatex() const;

signals:
    /// The mouse or the keyboard points at a quantity; index −1: at nothing any more.
    void hovered(rheobase::Role role, int index);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void adoptModel();
    void refresh();
    void fill(FormulaSheet& sheet);
    void fold(bool open);
    QString latexText() const;

    Session& m_session;
    Extent m_extent;
    FormulaSheet* m_equations;
    QToolButton* m_fold;
    FormulaSheet* m_terms;
    bool m_isOpen = false; // the terms
};

}
