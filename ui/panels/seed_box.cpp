// SPDX-License-Identifier: GPL-3.0-or-later
#include "seed_box.h"

#include <QLineEdit>

#include <algorithm>
#include <limits>

namespace rheobase {

namespace {

constexpr quint64 most = std::numeric_limits<quint64>::max();

}

SeedBox::SeedBox(quint64 seed, QWidget* parent) : QAbstractSpinBox(parent), m_value(seed)
{
    setButtonSymbols(NoButtons);
    setValue(seed);
    connect(lineEdit(), &QLineEdit::textEdited, this, [this](const QString& text) {
        bool isSeed = false;
        const quint64 typed = text.toULongLong(&isSeed);
        if (isSeed && std::exchange(m_value, typed) != typed) emit edited(typed);
    });
    connect(this, &QAbstractSpinBox::editingFinished, this, [this] { setValue(m_value); });
}

void SeedBox::setValue(quint64 seed)
{
    m_value = seed;
    if (const QString text = QString::number(seed); text != lineEdit()->text()) lineEdit()->setText(text);
}

void SeedBox::stepBy(int steps)
{
    const auto by = static_cast<quint64>(std::abs(steps));
    setValue(steps < 0 ? m_value - std::min(m_value, by) : m_value + std::min(most - m_value, by));
    emit edited(m_value);
}

QValidator::State SeedBox::validate(QString& text, int&) const
{
    bool isSeed = false;
    text.toULongLong(&isSeed);
    const bool isDigits = std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
    return text.isEmpty() ? QValidator::Intermediate : isSeed && isDigits ? QValidator::Acceptable : QValidator::Invalid;
}

QAbstractSpinBox::StepEnabled SeedBox::stepEnabled() const
{
    return (m_value > 0 ? StepDownEnabled : StepNone) | (m_value < most ? StepUpEnabled : StepNone);
}

}
