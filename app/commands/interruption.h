// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <atomic>
#include <stop_token>
#include <thread>

namespace rheobase {

/// While it lives, SIGINT and SIGTERM end a long computation instead of the program, and how far it is stands on stderr
/// as a bar, where that is a terminal.
class Interruption {
public:
    /// Of `all` parts; of 0 no bar is drawn.
    explicit Interruption(std::size_t all);
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    std::stop_token token() const { return m_stop.get_token(); }
    /// Ends the computation as a signal does; on any thread.
    void stop() { m_stop.request_stop(); }
    /// So many parts are done; on any thread.
    void setDone(std::size_t done) { m_done = done; }

private:
    void watch(const std::stop_token& finished);

    std::size_t m_all;
    std::atomic<std::size_t> m_done = 0;
    std::stop_source m_stop;
    std::jthread m_thread;
};

}
