// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sweep.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace rheobase {

/// A background sweep for a view: the newest request is computed first as a preview, with the previewError, then, if wanted, by the
/// experiment's own solver. Tells the window's thread when there is something new.
class LiveSweep : public QObject {
    Q_OBJECT
public:
    explicit LiveSweep(bool refines, Urgency urgency = Urgency::soon)
        : m_refines(refines), m_task([this] { QMetaObject::invokeMethod(this, &LiveSweep::take, Qt::QueuedConnection); }, 0, urgency)
    {
        m_overdue.setSingleShot(true);
        connect(&m_overdue, &QTimer::timeout, this, &LiveSweep::begin);
    }

    /// Computes this sweep instead of the one before, unless it is the same. Where it has a problem() it says so, and is ignored. While
    /// requests come fast, a preview that has begun is given some time to end: a picture that is a moment old beats none.
    Sentence request(Sweep sweep)
    {
        sweep.rateError = previewError;
        if (sweep == m_wanted) return {};
        if (Sentence impossible = problem(sweep); !impossible.empty()) return impossible;
        m_wanted = std::move(sweep);
        begin();
        return {};
    }
    /// What there is of the newest request.
    const SweepResults& results() const { return m_results; }
    /// True once the newest request is computed to the end.
    bool isSettled() const
    {
        return m_asked == m_wanted && m_results.generation > 0 && m_results.finished() && isPreview(m_results) != m_refines;
    }

signals:
    void changed();

private:
    static bool isPreview(const SweepResults& results) { return results.sweep.rateError > 0; }
    void begin()
    {
        if (m_wanted == m_asked) return;
        if (const qint64 left = patience() - m_since.elapsed(); m_previewing && left > 0) return m_overdue.start(static_cast<int>(left));
        m_asked = m_wanted;
        m_previewing = true;
        m_since.start();
        m_generation = m_task.request(m_asked);
    }
    void take()
    {
        SweepResults fresh = m_task.results();
        if (!isPreview(fresh) && !fresh.finished()) return; // the preview is whole
        m_results = std::move(fresh);
        emit changed();
        if (!m_results.finished() || !isPreview(m_results)) return begin();
        m_previewing = false;
        if (m_wanted != m_asked) return begin();
        if (!m_refines) return;
        Sweep exact = m_asked;
        exact.rateError = 0;
        m_task.request(std::move(exact));
    }

    /// In ms; more where a busy machine has not come to show anything yet.
    qint64 patience() const { return m_results.generation == m_generation ? 35 : 800; }

    bool m_refines;
    Sweep m_wanted, m_asked;
    bool m_previewing = false;
    std::uint64_t m_generation = 0;
    QElapsedTimer m_since;
    QTimer m_overdue;
    SweepResults m_results;
    SweepTask m_task; // last: its threads tell of the rest
};

}
