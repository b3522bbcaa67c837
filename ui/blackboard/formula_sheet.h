// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statement_layout.h"
#include "words.h"

#include <QWidget>

#include <functional>

namespace rheobase {

/// Statements of a model on a sheet, with live values. What the mouse or the arrow keys point at is told, and shown.
class FormulaSheet : public QWidget {
    Q_OBJECT
public:
    explicit FormulaSheet(QWidget* parent = nullptr);

    /// The statements to show, and what to say on a name: its meaning and its value.
    void setStatements(std::vector<Statement> statements, const Model& model, std::function<QString(Name)> explain);
    /// Larger letters, or the usual ones.
    void setLetterSizes(const LetterSizes& sizes);
    /// New numbers; `held`: the state is held after a spike, so that derivatives do not hold.
    void setValues(const Values& values, bool held);
    /// No numbers.
    void clearValues();
    /// Marks a quantity wherever it stands; none: marks nothing.
    void setHighlight(std::optional<Name> name);

    /// Every statement, one a line.
    QString plainText() const;
    QString latexText() const;

    /// What is where.
    const StatementLayout& page() const { return m_page; }
    /// The text in each of page().numbers.
    std::span<const QString> numbers() const { return m_numbers; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void hovered(rheobase::Role role, int index); ///< index −1: nothing any more
    void copyRequested();
    void valuesWanted(); ///< after a new layout

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void arrange();
    std::optional<Name> nameAt(QPointF at) const;
    void point(std::optional<Name> name);
    void step(int key);

    std::vector<Statement> m_statements;
    const Model* m_model = nullptr;
    std::function<QString(Name)> m_explain;
    LetterSizes m_sizes;
    StatementLayout m_page;
    std::vector<QString> m_numbers;
    std::optional<Name> m_highlight, m_pointed;
    std::optional<std::size_t> m_current; // the spot of the arrow keys
    bool m_held = false;
    mutable std::pair<int, int> m_height{-1, 0}; // for a width
};

}
