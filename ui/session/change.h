// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace rheobase {

/// A slider's whole drag, a key held down: edits made with one are one step of undo. An empty one makes each a step of its own.
class Gesture {
public:
    Gesture() = default;
    explicit operator bool() const { return m_number != 0; }
    bool operator==(const Gesture&) const = default;

private:
    friend class Session;
    explicit Gesture(int number) : m_number(number) {}
    int m_number = 0;
};

/// A parameter change of the present run, as the engine confirmed it.
struct Change {
    double time = 0; ///< model ms
    QString text;
    QString label{}; ///< in short: "R 10 → 14 MΩ"; symbols as in tables, "V_th"
    Gesture gesture{};
};

}
