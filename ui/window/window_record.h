// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recorded.h"

#include <span>

class QDockWidget;

namespace rheobase {

class Cursors;
class Ghosts;
class Session;
class TraceStack;

/// The parts of the window that are recorded.
struct Bearings {
    const Session& session;
    TraceStack& stack;
    const Cursors& cursors;
    const Ghosts& ghosts;
    std::span<QDockWidget* const> views;
    const QDockWidget* viewed; ///< last; what lies before it now is the lesson that is written
};
/// What the window has now.
Recorded recordOf(const Bearings& window);

}
