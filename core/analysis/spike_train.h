// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace rheobase {

/// How often inter-spike intervals fall into bins of equal width: 1, 2 or 5 times a power of ten, in ms. The width is that of Freedman
/// and Diaconis (Z. Wahrscheinlichkeitstheorie 57:453, 1981), 2 IQR/∛n, but never so narrow that all but the longest hundredth need more
/// than 60 bins, nor below a thousandth of the median.
struct IntervalHistogram {
    double first = 0, width = 0;     ///< where the first bin begins; ms
    std::vector<std::size_t> counts; ///< at most 100 bins
    std::size_t beyond = 0;          ///< intervals longer than the last bin
    double end() const { return first + width * static_cast<double>(counts.size()); }
};

/// The instantaneous rate in Hz: the inverse of an interval, at the spike that ends it; ms.
struct RatePoint {
    double time, rate;
};

/// The intervals and rates of all spikes of a run, for pictures, brought up to date at the cost of the new spikes alone.
class SpikeTrain {
public:
    /// Takes in the spikes (ms) that are new since the last time; begins anew where they are fewer than then.
    void update(std::span<const double> spikes);

    std::size_t count() const { return m_count; }
    /// Of all intervals (all_ISI_values).
    const IntervalHistogram& histogram() const { return m_histogram; }
    /// The inverse of each interval over time (inv_ISI_values); of many, the least and the greatest of each thousandth of the run or less.
    std::span<const RatePoint> rates() const { return m_rates; }

private:
    bool count(double interval);
    void rebuild(std::span<const double> spikes);
    void thinRates();

    std::size_t m_count = 0, m_intervals = 0, m_binned = 0; // m_binned: intervals when the bins were chosen
    double m_last = 0;
    IntervalHistogram m_histogram;
    std::vector<RatePoint> m_rates;
};

}
