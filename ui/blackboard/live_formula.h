// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formula.h"
#include "formulas.h"

#include <QWidget>

#include <map>

namespace rheobase {

/// A formula in large letters, below it the same with live numbers, term under term and in their colours, and what it comes to. Further
/// formulas, which take its result on, stand beside the result. Digits stay in their places while numbers change.
class LiveFormula : public QWidget {
    Q_OBJECT
public:
    explicit LiveFormula(QWidget* parent = nullptr);

    void setFormulas(std::vector<Formula> formulas);
    void setValues(const Values& values);
    /// What is to be read, a line each.
    QString plainText() const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {100, heightForWidth(100)}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    class Setter;
    /// Copies of the values, since the numbers of who gives them go.
    struct Numbers {
        std::vector<double> parameters, derived, given;
        double input = 0;
        Values values() const { return {parameters, {}, {}, derived, input, given}; }
    };
    std::vector<Box> lines(double points) const;
    std::vector<Box> fitted(int width) const;

    std::vector<Formula> m_formulas;
    Numbers m_numbers;
    mutable std::map<std::pair<Role, std::size_t>, int> m_decimals; // the most that each name had so far
};

}
