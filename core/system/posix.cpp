// SPDX-License-Identifier: GPL-3.0-or-later
#include "system.h"

#include <algorithm>
#include <clocale>
#include <csignal>
#include <cstring>
#include <langinfo.h>
#include <sched.h>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>

namespace rheobase {

namespace {

volatile std::sig_atomic_t noted = 0;

void note(int signal) { noted = signal; }

}

void giveWay([[maybe_unused]] Urgency urgency)
{
#if defined(__linux__)
    setpriority(PRIO_PROCESS, 0, urgency == Urgency::soon ? 10 : 15); // of this thread alone there
#endif
}

unsigned processors()
{
#if defined(__linux__)
    cpu_set_t bound;
    if (sched_getaffinity(0, sizeof bound, &bound) == 0) return static_cast<unsigned>(CPU_COUNT(&bound));
#endif
    return std::max(1u, std::thread::hardware_concurrency());
}

void noteInterruptions()
{
    std::signal(SIGINT, note);
    std::signal(SIGTERM, note);
}

int interruption() { return noted; }

void ignoreClosedPipes() { std::signal(SIGPIPE, SIG_IGN); }

bool isTerminal(std::FILE* stream) { return isatty(fileno(stream)) != 0; }

bool speaksUtf8()
{
    std::setlocale(LC_ALL, "");
    const bool is = std::strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
    std::setlocale(LC_ALL, "C");
    return is;
}

}
