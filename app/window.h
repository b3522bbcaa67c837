// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace rheobase {

/// Shows the window, with the experiment of a file where one is named, until it is closed or a signal asks it to; with `--screenshots FOLDER`
/// makes the pictures of the README instead. The exit code.
int openWindow(int& argc, char** argv, const QStringList& arguments);

}
