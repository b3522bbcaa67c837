// SPDX-License-Identifier: GPL-3.0-or-later
#include "spike_train.h"

#include "nice.h"

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr std::size_t mostBins = 100;
constexpr std::size_t mostRates = 4096, columns = 1024;
constexpr double mainBins = 60; // for all but the longest hundredth

/// The value that a part of the values lies below; moves them about.
double quantile(std::vector<double>& values, double part)
{
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(part * static_cast<double>(values.size() - 1));
    std::ranges::nth_element(values, place);
    return *place;
}

double binWidth(std::vector<double>& intervals, double least)
{
    const double spread = quantile(intervals, 0.75) - quantile(intervals, 0.25), most = quantile(intervals, 0.99);
    const double freedmanDiaconis = 2 * spread / std::cbrt(static_cast<double>(intervals.size()));
    return niceAtLeast(std::max({freedmanDiaconis, (most - least) / mainBins, quantile(intervals, 0.5) / 1000}));
}

}

void SpikeTrain::update(std::span<const double> spikes)
{
    if (spikes.size() < m_count) *this = {};
    if (m_count == 0 && !spikes.empty()) m_last = spikes[m_count++];
    bool isOutgrown = false;
    for (; m_count < spikes.size(); ++m_count) {
        const double interval = spikes[m_count] - m_last;
        ++m_intervals;
        isOutgrown |= !count(interval);
        m_last = spikes[m_count];
        m_rates.push_back({m_last, 1000 / interval});
        if (m_rates.size() >= mostRates) thinRates();
    }
    const bool isCrowded = 50 * m_histogram.beyond > m_intervals;
    if (m_intervals > 0 && (isOutgrown || isCrowded || m_intervals >= 2 * m_binned)) rebuild(spikes);
}

/// False where the bins have no place for it, but could have.
bool SpikeTrain::count(double interval)
{
    auto& [first, width, counts, beyond] = m_histogram;
    const double place = width > 0 ? std::floor((interval - first) / width) : -1;
    if (place < 0) return false;
    if (place >= static_cast<double>(mostBins)) {
        ++beyond;
        return true;
    }
    const auto bin = static_cast<std::size_t>(place);
    if (bin >= counts.size()) counts.resize(bin + 1);
    ++counts[bin];
    return true;
}

void SpikeTrain::rebuild(std::span<const double> spikes)
{
    std::vector<double> intervals(spikes.size() - 1);
    for (std::size_t i = 0; i < intervals.size(); ++i) intervals[i] = spikes[i + 1] - spikes[i];
    const double least = *std::ranges::min_element(intervals);
    const double width = binWidth(intervals, least);
    m_histogram = {.first = std::floor(least / width) * width, .width = width, .counts = {}, .beyond = 0};
    m_binned = intervals.size();
    for (const double interval : intervals) count(interval);
}

/// Leaves the least and the greatest of each column of time, in their order.
void SpikeTrain::thinRates()
{
    const double start = m_rates.front().time, width = (m_rates.back().time - start) / columns;
    std::vector<RatePoint> kept;
    for (std::size_t from = 0, to = 0; from < m_rates.size(); from = to) {
        const double end = start + width * (std::floor((m_rates[from].time - start) / width) + 1);
        while (to < m_rates.size() && (to == from || m_rates[to].time < end)) ++to;
        const auto [least, most] = std::minmax_element(m_rates.data() + from, m_rates.data() + to,
                                                       [](const RatePoint& a, const RatePoint& b) { return a.rate < b.rate; });
        kept.push_back(*std::min(least, most));
        if (least != most) kept.push_back(*std::max(least, most));
    }
    m_rates = std::move(kept);
}

}
