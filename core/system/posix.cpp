// SPDX-License-Identifier: GPL-3.0-or-later
#include "system.h"

#include <algorithm>
#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <langinfo.h>
#include <poll.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace rheobase {

namespace {

volatile std::sig_atomic_t noted = 0;

void note(int signal) { noted = signal; }

int announcement[2] = {-1, -1}; // read, write

void announce(int signal)
{
    const int error = errno;
    note(signal);
    [[maybe_unused]] const auto written = write(announcement[1], "", 1);
    errno = error;
}

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
    struct sigaction action = {};
    action.sa_handler = note; // without SA_RESTART
    for (const int signal : {SIGINT, SIGTERM}) sigaction(signal, &action, nullptr);
}

int interruption() { return noted; }

int announceInterruptions()
{
    if (pipe(announcement) != 0) return -1;
    for (const int end : announcement) {
        fcntl(end, F_SETFD, FD_CLOEXEC);
        fcntl(end, F_SETFL, O_NONBLOCK);
    }
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction action {};
        if (sigaction(signal, nullptr, &action) != 0 || action.sa_handler == SIG_IGN) continue;
        action.sa_handler = announce;
        action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
        sigaction(signal, &action, nullptr);
    }
    return announcement[0];
}

std::optional<std::string> arrivedFrom(std::FILE* file, int milliseconds)
{
    pollfd one{fileno(file), POLLIN, 0};
    if (poll(&one, 1, milliseconds) <= 0) return std::nullopt;
    std::string bytes(1 << 16, '\0');
    const ssize_t count = read(one.fd, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) return std::nullopt;
    bytes.resize(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    return bytes;
}

bool reachesDisk(int handle) { return fsync(handle) == 0 || errno == EINVAL || errno == EROFS; }

std::optional<std::string> writtenTo(const std::function<bool(const char* path)>& write)
{
#if defined(__linux__)
    const int file = memfd_create("rheobase", MFD_CLOEXEC);
    const std::string path = "/proc/self/fd/" + std::to_string(file);
#else
    std::string path = "/tmp/rheobase-XXXXXX";
    const int file = mkstemp(path.data());
#endif
    if (file < 0) return std::nullopt;
    std::optional<std::string> bytes;
    struct stat written = {};
    if (write(path.c_str()) && fstat(file, &written) == 0) bytes.emplace(static_cast<std::size_t>(written.st_size), '\0');
    for (std::size_t done = 0; bytes && done < bytes->size();) {
        const ssize_t count = pread(file, bytes->data() + done, bytes->size() - done, static_cast<off_t>(done));
        if (count <= 0) bytes.reset();
        else done += static_cast<std::size_t>(count);
    }
    close(file);
#if !defined(__linux__)
    unlink(path.c_str());
#endif
    return bytes;
}

bool isStandardOutput(const char* path)
{
    struct stat named = {}, output = {};
    return stat(path, &named) == 0 && fstat(STDOUT_FILENO, &output) == 0 && named.st_dev == output.st_dev && named.st_ino == output.st_ino;
}

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
