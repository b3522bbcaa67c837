// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace rheobase {

/// Why a command ends early: its exit status (one of these, or statusAfter() a signal), and one sentence for stderr.
struct Failure {
    static constexpr int impossible = 1, misused = 2;
    int status;
    QString sentence;
};

}
