// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formula.h"
#include "statement.h"

namespace rheobase {

/// A place for a live number: its size never depends on the number.
struct Slot {
    enum class Form { beside, below, summand }; ///< right-aligned; centred; centred, with its sign in a sum
    QRectF where;
    Symbol symbol; ///< what is shown
    bool minus;    ///< … or its negative
    Form form;
    int decimals; ///< negative: four significant digits
    Name name;    ///< what it is the value of
    QColor colour;
};

/// The number in a slot.
QString shownIn(const Slot& slot, const Values& values, const QFont& font);

}
