// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QApplication;

namespace rheobase {

/// Writes the pictures of the README into a folder: the window as it is, at a fixed moment of each run. The exit code.
int makeScreenshots(QApplication& application, const QString& folder);

}
