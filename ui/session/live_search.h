// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "system.h"

#include <QObject>

#include <functional>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>

namespace rheobase {

/// Answers questions on a thread of its own, one at a time, the newest next, and tells the answers on the thread it lives in. No call
/// waits for an answer; the destructor waits until the search has noticed that it is to stop.
template<class Question, class Answer> class LiveSearch {
public:
    /// `find` runs on the thread, and is empty where it was stopped; `found` hears of it here, and may ask again.
    LiveSearch(std::function<std::optional<Answer>(const Question&, const std::stop_token&)> find, std::function<void(Answer)> found)
        : m_find(std::move(find)), m_found(std::move(found))
    {}

    /// Answers this as soon as the question before is answered, and instead of what waits: an answer that is a moment old beats none.
    void ask(Question question)
    {
        m_next = std::move(question);
        if (!m_busy) begin();
    }
    /// Answers nothing any more of what was asked.
    void cancel()
    {
        m_next.reset();
        m_isWanted = false;
        m_thread.request_stop();
    }

private:
    void begin()
    {
        m_busy = m_isWanted = true;
        m_thread = std::jthread([this, question = *std::exchange(m_next, std::nullopt)](const std::stop_token& stop) {
            giveWay(); // the window's thread and the neuron's come first
            QMetaObject::invokeMethod(
                &m_here, [this, answer = m_find(question, stop)]() mutable { take(std::move(answer)); }, Qt::QueuedConnection);
        });
    }
    void take(std::optional<Answer> answer)
    {
        m_busy = false;
        if (answer && m_isWanted) m_found(*std::move(answer));
        if (m_next && !m_busy) begin();
    }

    std::function<std::optional<Answer>(const Question&, const std::stop_token&)> m_find;
    std::function<void(Answer)> m_found;
    std::optional<Question> m_next;
    bool m_busy = false, m_isWanted = false;
    QObject m_here;
    std::jthread m_thread; // last: it tells the rest
};

}
