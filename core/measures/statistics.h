// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>

namespace rheobase {

/// Number, mean, spread, extremes and drift of values that come one by one. Welford, Technometrics 4:419 (1962).
class Statistics {
public:
    void add(double value);
    std::size_t count() const { return m_count; }
    /// Empty without values.
    std::optional<double> mean() const { return told(1, m_mean); }
    std::optional<double> least() const { return told(1, m_least); }
    std::optional<double> most() const { return told(1, m_most); }
    /// Of a sample: empty with fewer than two values.
    std::optional<double> standardDeviation() const;
    /// Standard deviation over mean; empty with fewer than three values.
    std::optional<double> variation() const;
    /// The mean of (next − this)/(next + this) over the values from the second on; empty with fewer than three.
    std::optional<double> drift() const;

private:
    std::optional<double> told(std::size_t fewest, double value) const { return m_count >= fewest ? std::optional(value) : std::nullopt; }

    std::size_t m_count = 0;
    double m_mean = 0, m_squares = 0, m_least = 0, m_most = 0, m_last = 0, m_changes = 0;
};

}
