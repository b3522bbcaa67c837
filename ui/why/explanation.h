// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formulas.h"

#include <QString>

namespace rheobase {

class Session;

/// Everything that a session knows of one number that was measured: what it is, its value now, its formulas, what it rests on.
class Explanation {
public:
    Explanation(const Session& session, QString what);

    const QString& what() const { return m_what; }
    /// Takes in what is new; `searched`: what a search found that the session does not make itself.
    void update(std::optional<double> searched = {});

    std::optional<double> value() const { return m_value; }
    /// "Firing rate"; "50 Hz"; "Why 50 Hz?".
    QString name() const;
    QString valueText() const;
    QString title() const;
    /// What it is, in a sentence or two; more of it.
    QString definition() const;
    QString more() const;
    /// What its value comes from.
    QString restsOn() const;

    /// True where the current lasts, and is not noisy.
    bool isSteady() const { return m_steady.has_value(); }
    std::vector<Formula> formulas() const;
    /// Numbers for the formulas, valid until the next update.
    Values values() const;
    /// The intervals or the spike that it is measured of: spike times, those of intervals in order; empty where there is no picture.
    std::vector<double> samples() const;

    /// True of what only a search of its own tells.
    static bool needsSearch(const Session& session, const QString& what);

private:
    std::optional<double> valueNow(std::optional<double> searched) const;
    std::optional<double> lastingCurrent() const;
    QString intervalsTold() const;
    bool isDerived() const;

    const Session& m_session;
    QString m_what;
    std::string m_id;
    LiveMeasures m_measures;
    MeasuredRun m_run;
    std::optional<double> m_value, m_steady; // the current that lasts
    std::vector<double> m_derived;
    std::array<double, givenCount> m_given{};
};

}
