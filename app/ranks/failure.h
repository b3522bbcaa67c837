// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace rheobase {

/// Why a command ends early: its exit status, and one sentence for stderr.
struct Failure {
    enum Status { impossible = 1, misused = 2 };
    Status status;
    QString sentence;
};

}
