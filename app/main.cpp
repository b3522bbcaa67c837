// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "system.h"
#include "window.h"

#include <QFileInfo>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <new>

namespace {

bool hasDisplay()
{
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        if (!qEnvironmentVariableIsEmpty(name)) return true;
    return false;
}

/// Memory may run short on any thread and in the middle of Qt: then nothing can go on, and no file is in its place yet.
[[noreturn]] void endWithoutMemory()
{
    try {
        if (std::current_exception()) std::rethrow_exception(std::current_exception());
    } catch (const std::bad_alloc&) {
        std::fputs("rheobase: there is not enough memory for this; nothing was written.\n", stderr);
        std::_Exit(1);
    } catch (...) {}
    std::abort();
}

/// The window, perhaps with a file; anything else is a command.
bool wantsWindow(const QStringList& arguments)
{
    const bool isClass = arguments.size() == 3 && arguments[0] == QLatin1String("lesson") && arguments[1] == QLatin1String("class");
    if (isClass) return hasDisplay() && QFileInfo(arguments[2]).isDir(); // else as text
    return arguments.isEmpty() || arguments[0] == QLatin1String("--screenshots")
           || (arguments.size() == 1 && QFileInfo(arguments[0]).isFile());
}

}

int main(int argc, char** argv)
{
    std::set_terminate(endWithoutMemory);
    if (!rheobase::speaksUtf8()) qputenv("LC_ALL", "C.UTF-8"); // names and numbers are UTF-8; Qt warns of another locale on stderr
    QStringList arguments;
    for (int i = 1; i < argc; ++i) arguments.append(QString::fromUtf8(argv[i]));
    if (!wantsWindow(arguments)) return rheobase::command(arguments);
    if (!hasDisplay()) {
        std::fputs(
            "rheobase: there is no display for the window; use a command instead (rheobase --help), or set DISPLAY or WAYLAND_DISPLAY.\n",
            stderr);
        return 1;
    }
    return rheobase::openWindow(argc, argv, arguments);
}
