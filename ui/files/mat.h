// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "number_table.h"

#include <QString>

class QIODevice;

namespace rheobase {

/// A table for MATLAB, Octave and SciPy, a file of level 5: a variable for each column under a legal name, spikes_ms, the structure "units",
/// and the experiment as JSON. Null where there is no room for it.
QByteArray matOf(const NumberTable& table);

/// The text in the variable of this name in such a file, packed or not, read from its beginning on; empty where there is none.
QString textInMat(QIODevice& file, const QByteArray& name);

}
