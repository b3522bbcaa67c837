// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSpinBox>

namespace rheobase {

/// A field for a seed, of which there are 2^64: a QSpinBox knows 2^31.
class SeedBox : public QAbstractSpinBox {
    Q_OBJECT
public:
    explicit SeedBox(quint64 seed, QWidget* parent = nullptr);

    quint64 value() const { return m_value; }
    /// Shows a seed; tells nothing.
    void setValue(quint64 seed);
    void stepBy(int steps) override;
    QValidator::State validate(QString& text, int& place) const override;

signals:
    void edited(quint64 seed); ///< at each stroke that leaves one

protected:
    StepEnabled stepEnabled() const override;

private:
    quint64 m_value;
};

}
