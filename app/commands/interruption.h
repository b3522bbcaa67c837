// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <mutex>
#include <stop_token>
#include <thread>

namespace rheobase {

struct Failure;

/// While it lives, SIGINT and SIGTERM end what a command does instead of the program, and how far it is stands on stderr as a bar, where
/// that is a terminal.
class Interruption {
public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    /// Stopped soon after a signal.
    std::stop_token token() const { return m_stop.get_token(); }
    /// The Failure of a command that a signal has ended.
    static Failure failureBy(int signal);
    /// Throws the Failure of a command that a signal has ended; before anything is put in its place.
    void check() const;
    /// From now on the bar is drawn, of so many parts; of a run each is so many ms of model time, which is told, too.
    void expect(std::size_t all, double modelTime = 0);
    /// Takes the bar away, before anything is printed.
    void erase();
    /// So many parts are done; on any thread.
    void setDone(std::size_t done) { m_done = done; }

private:
    void watch(const std::stop_token& finished);
    void draw();

    std::atomic<std::size_t> m_done = 0;
    std::mutex m_drawing; // guards what follows
    bool m_isDrawn = false;
    double m_modelTime = 0; // of a part
    std::size_t m_all = 0;
    std::chrono::steady_clock::time_point m_begin;
    std::stop_source m_stop;
    std::jthread m_thread;
};

}
