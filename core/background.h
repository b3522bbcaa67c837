// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#if defined(__linux__)
#include <sys/resource.h>
#endif

namespace rheobase {

/// How soon an answer from the background is wanted, where there are several: what is small goes before what is large.
enum class Urgency { soon, whenIdle };

/// Lets other threads go before this one, and before those that it begins. Without effect outside Linux.
inline void giveWay([[maybe_unused]] Urgency urgency = Urgency::soon)
{
#if defined(__linux__)
    setpriority(PRIO_PROCESS, 0, urgency == Urgency::soon ? 10 : 15); // of this thread alone there
#endif
}

}
