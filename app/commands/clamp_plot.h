// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clamp_order.h"

#include <QByteArray>

#include <stop_token>

namespace rheobase {

/// A clamped family drawn as the window shows it; throws the Failure of one that cannot be drawn. Needs no display.
QByteArray plotOf(const ClampOrder& order, const std::stop_token& stop);

}
