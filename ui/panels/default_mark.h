// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quantity.h"

#include <QToolButton>

#include <optional>

namespace rheobase {

/// Says whether a value is its default, and goes there and back: filled off the default, hollow at it with a last value to go back to, not to be
/// seen where there is nothing to go to.
class DefaultMark : public QToolButton {
    Q_OBJECT
public:
    explicit DefaultMark(const Quantity& quantity, QWidget* parent = nullptr);
    /// The quantity's name for who does not see it.
    void setName(const QString& name);
    void setValue(double value);
    /// Never to be seen.
    void setUnwanted();

signals:
    void wanted(double value);

private:
    void refresh();

    Quantity m_quantity;
    QString m_name;
    double m_value;
    std::optional<double> m_last; // the last value off default
    bool m_isUnwanted = false;
};

}
