// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <functional>
#include <optional>
#include <string>

/// What is asked of the operating system beyond the standard library. posix.cpp answers; another system is one more such file.
namespace rheobase {

/// How soon an answer from the background is wanted, where there are several: what is small goes before what is large.
enum class Urgency { soon, whenIdle };

/// Lets other threads go before this one, and before those that it begins. Without effect outside Linux.
void giveWay(Urgency urgency = Urgency::soon);

/// How many processors this process may use, which may be bound to some of the machine's.
unsigned processors();

/// From now on SIGINT and SIGTERM do not end the program but are noted, and end a system call that waits.
void noteInterruptions();
/// The signal that was noted last; 0: none.
int interruption();
/// The same for SIGHUP too, but a second signal ends the program; what this returns can be read from when one was noted, -1 where the
/// system gives nothing. A signal that is ignored already stays so.
int announceInterruptions();

/// The exit status of a program that a signal has ended: 130 for SIGINT, 143 for SIGTERM.
constexpr int statusAfter(int signal) { return 128 + signal; }

/// What has come from a pipe, a terminal or a file, up to 64 KiB: empty at its end and where it cannot be read; nothing where so many
/// milliseconds have passed before. Reads past the buffer of `file`.
std::optional<std::string> arrivedFrom(std::FILE* file, int milliseconds);

/// Has what was written to an open file put on the disk; false, with errno, where that fails. True of files that are not on one.
bool reachesDisk(int handle);

/// What `write` puts into a file that it opens by a name; the file is never on a disk. Nothing where it answers false, or there is no room.
std::optional<std::string> writtenTo(const std::function<bool(const char* path)>& write);

/// True of a name for the file, pipe or device that standard output goes to.
bool isStandardOutput(const char* path);

/// From now on, writing to a pipe that nobody reads is an error like others.
void ignoreClosedPipes();

/// True of a stream that a person reads at a terminal.
bool isTerminal(std::FILE* stream);

/// True where names and texts of the system are UTF-8.
bool speaksUtf8();

}
