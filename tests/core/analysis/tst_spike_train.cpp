// SPDX-License-Identifier: GPL-3.0-or-later
#include "spike_train.h"
#include "support.h"

#include <numeric>
#include <random>

using namespace rheobase;

namespace {

/// Spike times with these intervals, from 100 ms on.
std::vector<double> spikesOf(const std::vector<double>& intervals)
{
    std::vector<double> spikes{100};
    for (const double interval : intervals) spikes.push_back(spikes.back() + interval);
    return spikes;
}

std::vector<double> drawn(std::size_t count, const std::function<double(std::mt19937&)>& draw)
{
    std::mt19937 random(11);
    std::vector<double> intervals(count);
    for (double& interval : intervals) interval = draw(random);
    return intervals;
}

std::size_t total(const IntervalHistogram& histogram)
{
    return std::accumulate(histogram.counts.begin(), histogram.counts.end(), histogram.beyond);
}

}

/// Histogram and rates of the spikes of a run.
class TestSpikeTrain : public QObject {
    Q_OBJECT
private slots:
    void nothingFromNothing()
    {
        SpikeTrain train;
        train.update({});
        QCOMPARE(train.count(), std::size_t(0));
        QVERIFY(train.histogram().counts.empty());
    }

    void piecemealIsTheSame()
    {
        const auto spikes = spikesOf(drawn(5000, [](auto& random) { return std::gamma_distribution<double>(4, 5)(random); }));
        SpikeTrain whole, pieces;
        whole.update(spikes);
        for (std::size_t n = 0; n < spikes.size(); n += 7) pieces.update(std::span(spikes).first(n));
        pieces.update(spikes);
        QCOMPARE(pieces.rates().size(), whole.rates().size());
        QCOMPARE(total(pieces.histogram()), spikes.size() - 1);
    }

    void ratesOfFewSpikesAreAllThere()
    {
        SpikeTrain train;
        train.update(spikesOf({10, 20, 8}));
        QCOMPARE(train.rates().size(), std::size_t(3));
        COMPARE_WITHIN(train.rates()[1].time, 130, 1e-9);
        COMPARE_WITHIN(train.rates()[1].rate, 50, 1e-9);
    }

    void noRateThatStandsOutIsLost()
    {
        std::vector<double> intervals(200'000, 10);
        for (const std::size_t odd : {3u, 70'001u, 199'990u}) intervals[odd] = 2;
        intervals[100'000] = 40;
        SpikeTrain train;
        const auto spikes = spikesOf(intervals);
        for (std::size_t n = 0; n <= spikes.size(); n += 1000) train.update(std::span(spikes).first(n));
        train.update(spikes);
        QVERIFY(train.rates().size() < 4096);
        QVERIFY(std::ranges::is_sorted(train.rates(), {}, &RatePoint::time));
        const auto seen = [&](double rate) {
            return std::ranges::count_if(train.rates(), [&](const RatePoint& p) { return std::abs(p.rate - rate) < 1e-3; });
        };
        QCOMPARE(seen(500), 3);
        QCOMPARE(seen(25), 1);
        COMPARE_WITHIN(train.rates().back().time, spikes.back(), 1e-9);
    }

    void beginsAnewWithANewRun()
    {
        SpikeTrain train;
        train.update(spikesOf({1, 1, 1, 1, 1, 1}));
        train.update(spikesOf({20, 20, 20}));
        COMPARE_WITHIN(train.rates().back().rate, 50, 1e-9);
        QCOMPARE(train.count(), std::size_t(4));
        QCOMPARE(total(train.histogram()), std::size_t(3));
    }

    void histogramCountsEachInterval()
    {
        const auto intervals = drawn(2000, [](auto& random) { return std::normal_distribution<double>(20, 2)(random); });
        SpikeTrain train;
        train.update(spikesOf(intervals));
        const IntervalHistogram& histogram = train.histogram();
        QCOMPARE(histogram.width, 0.5); // 2 · 1.349 · 2 / ∛2000 = 0.43
        QCOMPARE(total(histogram), intervals.size());
        for (std::size_t i = 0; i < histogram.counts.size(); ++i) {
            const double from = histogram.first + static_cast<double>(i) * histogram.width;
            const auto expected = std::ranges::count_if(intervals, [&](double x) { return x >= from && x < from + histogram.width; });
            QVERIFY(std::abs(expected - static_cast<std::ptrdiff_t>(histogram.counts[i])) <= 1); // sums of times are rounded
        }
    }

    void regularFiringIsOneBar()
    {
        SpikeTrain train;
        train.update(spikesOf(std::vector<double>(500, 13.047)));
        QCOMPARE(train.histogram().counts.size(), std::size_t(1));
        QCOMPARE(train.histogram().width, 0.02);
    }

    void longPausesDoNotHideTheRest()
    {
        auto intervals = drawn(5000, [](auto& random) { return std::normal_distribution<double>(20, 2)(random); });
        intervals[2500] = 1e6;
        SpikeTrain train;
        train.update(spikesOf(intervals));
        QVERIFY(train.histogram().width < 1);
        QCOMPARE(train.histogram().beyond, std::size_t(1));
        QCOMPARE(total(train.histogram()), intervals.size());
    }

    void binsFollowARateThatChanges()
    {
        std::vector<double> intervals(1000, 10);
        SpikeTrain train;
        train.update(spikesOf(intervals));
        intervals.insert(intervals.end(), 100, 100.0);
        train.update(spikesOf(intervals));
        QCOMPARE(train.histogram().beyond, std::size_t(0));
        QVERIFY(train.histogram().end() > 100 && train.histogram().end() < 110);
        intervals.push_back(2);
        train.update(spikesOf(intervals));
        QVERIFY(train.histogram().first <= 2);
        QCOMPARE(total(train.histogram()), intervals.size());
    }
};

QTEST_GUILESS_MAIN(TestSpikeTrain)
#include "tst_spike_train.moc"
