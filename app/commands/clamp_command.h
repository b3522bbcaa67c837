// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace rheobase {

class Interruption;

/// `rheobase clamp`: the currents of a neuron at commanded potentials.
void clampCommand(const QStringList& arguments, Interruption& interruption);

}
