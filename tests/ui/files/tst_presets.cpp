// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue.h"
#include "clamp_measures.h"
#include "presets.h"
#include "solver.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace rheobase;

namespace {

/// What the spikes of a preset do: nothing more than their number; follow each other evenly in the end; slow down; quicken; come in bursts
/// with silence between; never repeat an interval.
enum class Pattern { any, even, slowing, quickening, bursts, irregular };

/// What a preset says that it shows.
struct Claim {
    const char *model, *preset;
    double duration; ///< ms
    int least, most; ///< spikes
    Pattern pattern = Pattern::any;
    double highest = NAN; ///< mV; of presets that say how high V comes
};

constexpr Claim claims[] = {
    // clang-format off
    {"passive", "default", 300, 0, 0},
    {"passive", "charge-pulse", 300, 0, 0, Pattern::any, -60.0},
    {"perfect-integrate-and-fire", "default", 300, 1, 60, Pattern::even},
    {"perfect-integrate-and-fire", "never-forgets", 300, 2, 2, Pattern::any, -50.0},
    {"perfect-integrate-and-fire", "rest-at-0", 300, 40, 40, Pattern::any, 15.0},
    {"leaky-integrate-and-fire", "default", 300, 5, 15, Pattern::even},
    {"leaky-integrate-and-fire", "forgets", 300, 0, 0, Pattern::any, -56.7},
    {"leaky-integrate-and-fire", "rest-at-0", 300, 21, 21, Pattern::any, 15.0},
    {"leaky-integrate-and-fire", "dayan-abbott", 300, 21, 21, Pattern::any, -50.0},
    {"leaky-integrate-and-fire", "adds-up", 300, 2, 2, Pattern::any, -50.0},
    {"hodgkin-huxley", "rest", 300, 0, 0, Pattern::any, -65.0},
    {"hodgkin-huxley", "repetitive-firing", 300, 15, 30, Pattern::even},
    {"hodgkin-huxley", "anode-break", 300, 2, 2},
    {"hodgkin-huxley", "refractoriness", 300, 4, 4},
    {"hodgkin-huxley", "warm", 300, 60, 75, Pattern::even},
    {"hodgkin-huxley", "all-or-none", 300, 2, 2},
    {"hodgkin-huxley", "one-spike", 300, 1, 1},
    {"izhikevich", "rs", 1000, 22, 24, Pattern::slowing},
    {"izhikevich", "ib", 1000, 33, 35, Pattern::slowing},
    {"izhikevich", "ch", 1000, 87, 89, Pattern::bursts},
    {"izhikevich", "fs", 1000, 136, 138, Pattern::even},
    {"izhikevich", "lts", 1000, 77, 79, Pattern::slowing},
    {"izhikevich", "tc", 400, 4, 4},
    {"izhikevich", "rz", 200, 1, 1},
    {"izhikevich", "a-tonic-spiking", 100, 5, 5},
    {"izhikevich", "b-phasic-spiking", 200, 1, 1},
    {"izhikevich", "c-tonic-bursting", 220, 28, 30, Pattern::bursts},
    {"izhikevich", "d-phasic-bursting", 200, 6, 6},
    {"izhikevich", "e-mixed-mode", 160, 7, 7, Pattern::slowing},
    {"izhikevich", "f-spike-frequency-adaptation", 85, 6, 6, Pattern::slowing},
    {"izhikevich", "g-class-1", 300, 10, 10, Pattern::quickening},
    {"izhikevich", "h-class-2", 300, 17, 19, Pattern::quickening},
    {"izhikevich", "i-spike-latency", 100, 1, 1},
    {"izhikevich", "j-subthreshold-oscillations", 200, 1, 1},
    {"izhikevich", "k-resonator", 400, 1, 1},
    {"izhikevich", "l-integrator", 100, 1, 1},
    {"izhikevich", "m-rebound-spike", 200, 1, 1},
    {"izhikevich", "n-rebound-burst", 200, 7, 7},
    {"izhikevich", "o-threshold-variability", 100, 1, 1},
    {"izhikevich", "p-bistability", 300, 5, 5},
    {"izhikevich", "q-depolarizing-after-potential", 50, 1, 1},
    {"izhikevich", "r-accommodation", 400, 1, 1},
    {"izhikevich", "s-inhibition-induced-spiking", 350, 3, 3},
    {"izhikevich", "t-inhibition-induced-bursting", 350, 12, 12, Pattern::bursts},
    {"adaptive-exponential", "brette-gerstner", 1000, 16, 18, Pattern::slowing},
    {"adaptive-exponential", "tonic", 515, 49, 53, Pattern::even},
    {"adaptive-exponential", "adapting", 560, 10, 10, Pattern::slowing},
    {"adaptive-exponential", "initial-burst", 560, 10, 10, Pattern::slowing},
    {"adaptive-exponential", "bursting", 560, 9, 9, Pattern::bursts},
    {"adaptive-exponential", "irregular", 560, 21, 33, Pattern::irregular},
    {"adaptive-exponential", "transient", 560, 1, 1},
    {"adaptive-exponential", "delayed", 560, 35, 37, Pattern::quickening},
    {"morris-lecar", "hopf", 1000, 12, 12, Pattern::even},
    {"morris-lecar", "snic", 1000, 7, 7, Pattern::even},
    {"morris-lecar", "homoclinic", 1000, 29, 31, Pattern::even},
    {"fitzhugh-nagumo", "excitable", 250, 1, 1},
    {"fitzhugh-nagumo", "oscillating", 1000, 25, 27, Pattern::even},
    {"connor-stevens", "type-1", 1000, 3, 3, Pattern::even},
    {"connor-stevens", "without-a", 1000, 100, 102, Pattern::even},
    {"hodgkin-huxley", "type-2", 1000, 58, 60, Pattern::even},
    {"hodgkin-huxley", "depolarization-block", 150, 1, 1},
    {"hodgkin-huxley", "slow-ramp", 900, 0, 0},
    {"hodgkin-huxley", "ttx", 100, 0, 0},
    {"leaky-integrate-and-fire", "below-rheobase", 1000, 0, 0},
    {"leaky-integrate-and-fire", "at-rheobase", 1000, 0, 0},
    {"leaky-integrate-and-fire", "above-rheobase", 1000, 40, 42, Pattern::even},
    {"quadratic-integrate-and-fire", "below-rheobase", 1000, 0, 0},
    {"quadratic-integrate-and-fire", "at-rheobase", 1000, 0, 0},
    {"quadratic-integrate-and-fire", "above-rheobase", 1000, 26, 28, Pattern::even},
    {"exponential-integrate-and-fire", "below-rheobase", 1000, 0, 0},
    {"exponential-integrate-and-fire", "at-rheobase", 1000, 0, 0},
    {"exponential-integrate-and-fire", "above-rheobase", 1000, 3, 3, Pattern::even},
    {"quadratic-integrate-and-fire", "normal-form", 1000, 31, 33, Pattern::even},
    {"exponential-integrate-and-fire", "neuronal-dynamics", 1000, 75, 77, Pattern::even},
    {"adaptive-leaky", "adapting", 560, 24, 26, Pattern::slowing},
    {"adaptive-leaky", "damped-swing", 400, 0, 0},
    {"izhikevich-2007", "rs", 600, 7, 7, Pattern::even},
    {"izhikevich-2007", "ib", 600, 7, 7, Pattern::slowing},
    {"izhikevich-2007", "ch", 600, 12, 12, Pattern::bursts},
    {"izhikevich-2007", "fs", 600, 21, 23, Pattern::even},
    {"hindmarsh-rose", "bursting", 1500, 32, 34, Pattern::bursts},
    {"hindmarsh-rose", "irregular", 1500, 60, 72, Pattern::irregular},
    {"hindmarsh-rose", "tonic", 1500, 100, 102, Pattern::even},
    {"wang-buzsaki", "fast-spiking", 1000, 189, 191, Pattern::even},
    {"wang-buzsaki", "near-rheobase", 1000, 8, 8, Pattern::even},
    {"traub-miles", "pynn", 600, 19, 21, Pattern::even},
    {"traub-miles", "cobahh", 1000, 13, 15, Pattern::even},
    // clang-format on
};

/// What a preset in voltage clamp says of a current, and what is read of it, in µA/cm².
struct ClampClaim {
    const char *model, *preset, *current; ///< the current: a term, or "I" for the whole
    double hold, step;                    ///< mV
    double peak, steady, error;           ///< the greatest, and at the end of the test; to so much
};

constexpr ClampClaim clampClaims[] = {
    // clang-format off
    {"hodgkin-huxley", "voltage-clamp", "I_Na", -65, 0, -1457, -15.5, 1},
    {"hodgkin-huxley", "voltage-clamp", "I_K", -65, 0, 1890.3, 1890.3, 1},
    {"hodgkin-huxley", "voltage-clamp", "I_Na", -65, 50, 0, 0, 1e-6},
    {"hodgkin-huxley", "voltage-clamp", "I_Na", -65, 60, 462, 0.2, 1},
    {"connor-stevens", "a-current", "I_A", -100, 0, 925.2, 0, 1},
    {"connor-stevens", "a-current", "I_A", -100, -40, 212.9, 3.7, 1},
    {"connor-stevens", "a-current", "I_A", -50, 0, 51.7, 0, 1},
    {"connor-stevens", "a-current", "I_Na", -100, 0, 0, 0, 0},
    {"connor-stevens", "a-current", "I_K", -100, 0, 0, 0, 0},
    // clang-format on
};

/// The times of spikes, and how high V comes.
class Heard : public Recorder {
public:
    std::vector<double> spikes;
    double highest = -1e9;
    void record(Mark mark, double time, double, std::span<const double> state, std::span<const double>) override
    {
        if (mark == Mark::peak || mark == Mark::crossing) spikes.push_back(time);
        if (mark != Mark::crossing) highest = std::max(highest, state[0]);
    }
};

/// True where the intervals between spikes are as the pattern says.
bool isSo(Pattern pattern, const std::vector<double>& spikes)
{
    std::vector<double> intervals;
    for (std::size_t i = 1; i < spikes.size(); ++i) intervals.push_back(spikes[i] - spikes[i - 1]);
    if (pattern == Pattern::any) return true;
    if (intervals.size() < 2) return false;
    const auto [least, most] = std::ranges::minmax(intervals);
    const std::span half = std::span(intervals).subspan(intervals.size() / 2);
    const auto [leastLate, mostLate] = std::ranges::minmax(half);
    switch (pattern) {
    case Pattern::even: return mostLate < 1.01 * leastLate;
    case Pattern::slowing: return intervals.back() > 1.15 * intervals.front() && intervals.front() < 1.01 * least;
    case Pattern::quickening: return intervals.back() < 0.95 * intervals.front();
    case Pattern::bursts: // few are the silences
        return most > 2.5 * least && std::ranges::count_if(intervals, [&](double i) { return i > most / 2; }) * 2 <= std::ssize(intervals);
    case Pattern::irregular: return mostLate > 1.2 * leastLate;
    default: return true;
    }
}

}

/// Every preset does what its text says.
class TestPresets : public QObject {
    Q_OBJECT

private slots:
    void everyPresetIsHeld();
    void presetsDoWhatTheySay_data();
    void presetsDoWhatTheySay();
    void clampedPresetsDoWhatTheySay_data();
    void clampedPresetsDoWhatTheySay();
};

/// A preset without a claim would be a text that nobody has checked.
void TestPresets::everyPresetIsHeld()
{
    std::set<std::pair<QString, QString>> claimed;
    for (const Claim& c : claims) claimed.insert({c.model, c.preset});
    for (const ClampClaim& c : clampClaims) claimed.insert({c.model, c.preset});
    for (const Model& model : catalogue())
        for (const Preset& preset : presetsFor(model))
            QVERIFY2(claimed.contains({QString::fromUtf8(model.id.data()), preset.id}), qPrintable(preset.id));
}

void TestPresets::presetsDoWhatTheySay_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < std::size(claims); ++i) QTest::addRow("%s, %s", claims[i].model, claims[i].preset) << static_cast<int>(i);
}

void TestPresets::presetsDoWhatTheySay()
{
    QFETCH(int, index);
    const Claim& claim = claims[index];
    const auto presets = presetsFor(*findModel(claim.model));
    const auto it = std::ranges::find(presets, claim.preset, &Preset::id);
    QVERIFY(it != presets.end());
    Heard heard;
    const auto solver = makeSolver(it->experiment);
    solver->endAt(claim.duration);
    solver->advance(stepsTo(claim.duration, it->experiment.dt), 1, heard);
    QVERIFY(!solver->divergence());
    const int spikes = static_cast<int>(heard.spikes.size());
    QVERIFY2(spikes >= claim.least && spikes <= claim.most, qPrintable(QString::number(spikes)));
    QVERIFY(isSo(claim.pattern, heard.spikes));
    if (!std::isnan(claim.highest)) QVERIFY2(std::abs(heard.highest - claim.highest) < 0.5, qPrintable(QString::number(heard.highest)));
}

void TestPresets::clampedPresetsDoWhatTheySay_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < std::size(clampClaims); ++i) {
        const ClampClaim& c = clampClaims[i];
        QTest::addRow("%s, %s, %s from %g to %g", c.model, c.preset, c.current, c.hold, c.step) << static_cast<int>(i);
    }
}

void TestPresets::clampedPresetsDoWhatTheySay()
{
    QFETCH(int, index);
    const ClampClaim& claim = clampClaims[index];
    const auto presets = presetsFor(*findModel(claim.model));
    const auto it = std::ranges::find(presets, claim.preset, &Preset::id);
    QVERIFY(it != presets.end());
    Experiment e = it->experiment;
    QVERIFY(isClamped(e) && std::ranges::count(e.clamp.steps, claim.step) == 1);
    if (e.clamp.hold != claim.hold) QVERIFY(it->look.contains(QStringLiteral("−%1 mV").arg(-claim.hold))); // its text asks for it
    e.clamp.hold = claim.hold;
    e.clamp.steps = {claim.step};
    e.clamp.chosen = 0;
    const auto term = indexOf(e.model->terms, claim.current);
    QVERIFY(term.has_value());
    const auto family = clampFamily(e, {.interval = e.dt, .terms = std::vector{*term}, .solver = {}});
    const ClampPoint read = currentVoltage(family, *term)[0];
    QVERIFY2(std::abs(read.greatest.value - claim.peak) <= claim.error, qPrintable(QString::number(read.greatest.value)));
    QVERIFY2(std::abs(read.steady - claim.steady) <= claim.error, qPrintable(QString::number(read.steady)));
}

QTEST_MAIN(TestPresets)
#include "tst_presets.moc"
