// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>

/// What is asked of the operating system beyond the standard library. posix.cpp answers; another system is one more such file.
namespace rheobase {

/// How soon an answer from the background is wanted, where there are several: what is small goes before what is large.
enum class Urgency { soon, whenIdle };

/// Lets other threads go before this one, and before those that it begins. Without effect outside Linux.
void giveWay(Urgency urgency = Urgency::soon);

/// How many processors this process may use, which may be bound to some of the machine's.
unsigned processors();

/// From now on SIGINT and SIGTERM do not end the program but are noted.
void noteInterruptions();
/// The signal that was noted last; 0: none.
int interruption();

/// From now on, writing to a pipe that nobody reads is an error like others.
void ignoreClosedPipes();

/// True of a stream that a person reads at a terminal.
bool isTerminal(std::FILE* stream);

/// True where names and texts of the system are UTF-8.
bool speaksUtf8();

}
