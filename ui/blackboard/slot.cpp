// SPDX-License-Identifier: GPL-3.0-or-later
#include "slot.h"

#include "words.h"

#include <QFontMetricsF>

#include <cmath>

namespace rheobase {

QString shownIn(const Slot& slot, const Values& values, const QFont& font)
{
    const double value = evaluate(slot.symbol, values) * (slot.minus ? -1 : 1);
    const bool isSummand = slot.form == Slot::Form::summand;
    const QString sign = !isSummand ? QString() : std::signbit(value) ? QStringLiteral("−\u2009") : QStringLiteral("+\u2009");
    const double number = isSummand ? std::abs(value) : value;
    const QString text = sign + fixed(number, slot.decimals);
    return QFontMetricsF(font).horizontalAdvance(text) <= slot.where.width() ? text : sign + shown(number, 3);
}

}
