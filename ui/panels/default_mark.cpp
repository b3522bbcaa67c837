// SPDX-License-Identifier: GPL-3.0-or-later
#include "default_mark.h"

#include "theme.h"
#include "words.h"

namespace rheobase {

DefaultMark::DefaultMark(const Quantity& quantity, QWidget* parent) : QToolButton(parent), m_quantity(quantity), m_value(quantity.value)
{
    setProperty("role", QStringLiteral("flat"));
    setObjectName(QStringLiteral("offDefault"));
    setFocusPolicy(Qt::TabFocus);
    QSizePolicy keeps = sizePolicy();
    keeps.setRetainSizeWhenHidden(true);
    setSizePolicy(keeps);
    connect(this, &QToolButton::clicked, this, [this] {
        if (m_value != m_quantity.value) emit wanted(m_quantity.value);
        else if (m_last) emit wanted(*m_last);
    });
    keepDressed(this, [this] { refresh(); });
}

void DefaultMark::setName(const QString& name)
{
    m_name = name;
    refresh();
}

void DefaultMark::setValue(double value)
{
    if (value != m_quantity.value) m_last = value;
    m_value = value;
    refresh();
}

void DefaultMark::setUnwanted()
{
    m_isUnwanted = true;
    refresh();
}

void DefaultMark::refresh()
{
    const bool off = m_value != m_quantity.value;
    setVisible(!m_isUnwanted && (off || m_last));
    setText(off ? QStringLiteral("●") : QStringLiteral("○"));
    const QString style = QStringLiteral("color: %1; font-size: %2px;").arg(theme().current.name()).arg(letters(9));
    if (styleSheet() != style) setStyleSheet(style); // it takes long
    const QString what = off ? tr("Not the default; click for the default, %1").arg(shown(m_quantity.value, m_quantity.unit))
                             : tr("The default; click for the last value, %1").arg(m_last ? shown(*m_last, m_quantity.unit) : QString());
    setToolTip(what);
    setAccessibleName(QStringLiteral("%1: %2").arg(m_name, what));
}

}
