// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#if defined(__linux__)
#include <sys/resource.h>
#endif

namespace rheobase {

/// Lets other threads go before this one, and before those that it begins. Without effect outside Linux.
inline void giveWay()
{
#if defined(__linux__)
    setpriority(PRIO_PROCESS, 0, 10); // of this thread alone there
#endif
}

}
