// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "experiment.h"
#include "live_search.h"

#include <QObject>

#include <optional>
#include <vector>

namespace rheobase {

class Session;

/// The experiments that a student has let run for a while in a step, and whether each fires from its start.
class TriedValues : public QObject {
    Q_OBJECT
public:
    struct Tried {
        Experiment experiment;
        std::optional<bool> hasFired; ///< empty where V is commanded, which nothing fires under
    };

    TriedValues();
    const std::vector<Tried>& list() const { return m_tried; }
    void clear();
    /// Takes the present experiment where it has run for long enough; whether it fires is found by a run of `duration` ms of its own.
    void follow(const Session& session, double duration);

signals:
    void changed();

private:
    struct Trial {
        Experiment experiment;
        double duration;
    };
    static std::optional<Tried> tryOut(const Trial& trial, const std::stop_token& stop);
    bool isKnown(const Experiment& experiment) const;
    void take(const Tried& tried);

    std::vector<Tried> m_tried;
    LiveSearch<Trial, Tried> m_search; // last: it tells of the rest
};

}
