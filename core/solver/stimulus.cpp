// SPDX-License-Identifier: GPL-3.0-or-later
#include "stimulus.h"

#include <Random123/philox.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace rheobase {

namespace {

constexpr double forever = std::numeric_limits<double>::infinity();

constexpr Quantity startTime{"start", "ms", 20, 0, 1000, "start", Part::onset, Scale::linear, nonNegative};
constexpr Quantity endTime{"end", "ms", 120, 0, 1000, "end", Part::end, Scale::linear, nonNegative};
constexpr Quantity pulseWidth{"width", "ms", 1, 0.1, 100, "pulse width", Part::width, Scale::logarithmic, pulseWidths};
/// No membrane follows a faster one, nor does a step resolve it.
constexpr Domain frequencies{0, 1e5};

/// Unit, default and range come from the model.
constexpr Quantity current(Part part, std::string_view symbol, std::string_view meaning) { return {symbol, {}, 0, -1, 1, meaning, part}; }
constexpr Quantity mainAmplitude = current(Part::amplitude, "amplitude", "amplitude");

constexpr Quantity constantTable[] = {mainAmplitude};
constexpr Quantity stepTable[] = {startTime, endTime, mainAmplitude};
constexpr Quantity trainTable[] = {
    startTime,
    pulseWidth,
    {"period", "ms", 20, 1, 500, "period from onset to onset", Part::period, Scale::logarithmic, positive},
    {"count", "", 10, 1, 100, "number of pulses", Part::none, Scale::linear, countUpTo(10000)},
    mainAmplitude,
};
constexpr Quantity pairTable[] = {
    startTime,
    pulseWidth,
    {"gap", "ms", 10, 0, 100, "gap from one pulse to the other", Part::none, Scale::linear, nonNegative},
    current(Part::amplitude, "amplitude", "amplitude of the first pulse"),
    current(Part::furtherAmplitude, "second", "amplitude of the second pulse"),
};
constexpr Quantity rampTable[] = {startTime, endTime, current(Part::baseline, "from", "amplitude at the start"),
                                  current(Part::furtherAmplitude, "to", "amplitude at the end")};
constexpr Quantity sineTable[] = {
    startTime,
    endTime,
    mainAmplitude,
    {"frequency", "Hz", 10, 0.1, 1000, "frequency", Part::none, Scale::logarithmic, frequencies},
    {"phase", "rad", 0, -std::numbers::pi, std::numbers::pi, "phase at the start"},
    current(Part::baseline, "offset", "offset"),
};

using Numbers = std::span<const double>;

std::vector<Piece> constantPieces(Numbers v) { return {{.from = -forever, .to = forever, .base = v[0]}}; }
std::vector<Piece> stepPieces(Numbers v) { return {{.from = v[0], .to = v[1], .base = v[2]}}; }

std::vector<Piece> trainPieces(Numbers v)
{
    std::vector<Piece> pieces;
    for (double k = 0; k < v[3]; ++k) {
        const double on = v[0] + k * v[2];
        pieces.push_back({.from = on, .to = on + v[1], .base = v[4]});
    }
    return pieces;
}

std::vector<Piece> pairPieces(Numbers v)
{
    const double second = v[0] + v[1] + v[2];
    return {{.from = v[0], .to = v[0] + v[1], .base = v[3]}, {.from = second, .to = second + v[1], .base = v[4]}};
}

std::vector<Piece> rampPieces(Numbers v) { return {{.from = v[0], .to = v[1], .base = v[2], .slope = (v[3] - v[2]) / (v[1] - v[0])}}; }

std::vector<Piece> sinePieces(Numbers v)
{
    return {{.from = v[0], .to = v[1], .base = v[5], .amplitude = v[2], .omega = 2 * std::numbers::pi * v[3] / 1000, .phase = v[4]}};
}

constexpr StimulusShape shapes[] = {
    {"constant", "Constant current", "the same current all the time", constantTable, constantPieces},
    {"step", "Step", "on from start to end", stepTable, stepPieces},
    {"pulse-train", "Pulse train", "equal pulses, one each period", trainTable, trainPieces},
    {"two-pulses", "Two pulses", "two pulses with a gap between them", pairTable, pairPieces},
    {"ramp", "Ramp", "a straight line from start to end, zero outside", rampTable, rampPieces},
    {"sine", "Sine", "a sine wave from start to end, zero outside", sineTable, sinePieces},
};

bool varies(const Piece& p) { return p.slope != 0 || (p.amplitude != 0 && p.omega != 0); }

}

std::span<const StimulusShape> stimulusShapes() { return shapes; }

const StimulusShape* stimulusShape(std::string_view id)
{
    const auto it = std::ranges::find(shapes, id, &StimulusShape::id);
    return it == std::end(shapes) ? nullptr : it;
}

std::vector<Quantity> quantities(const StimulusShape& shape, const Quantity& input)
{
    std::vector<Quantity> rows(shape.values.begin(), shape.values.end());
    for (Quantity& row : rows) {
        if (!isCurrent(row.part)) continue;
        row.unit = input.unit;
        row.value = row.part == Part::baseline ? 0 : input.value;
        row.min = input.min;
        row.max = input.max;
    }
    return rows;
}

StimulusComponent component(const StimulusShape& shape, const Quantity& input)
{
    StimulusComponent made{&shape, {}};
    for (const Quantity& q : quantities(shape, input)) made.values.push_back(q.value);
    return made;
}

std::string_view nameOf(Noise::Kind kind)
{
    constexpr std::string_view names[] = {"no noise", "white noise", "Ornstein–Uhlenbeck noise"};
    return names[static_cast<std::size_t>(kind)];
}

std::vector<Quantity> noiseQuantities(Noise::Kind kind, const Quantity& input)
{
    const bool coloured = kind == Noise::Kind::ornsteinUhlenbeck;
    // Its peaks, five times as large, drive V to where gates are as fast as usual steps.
    const double most = (input.max - input.min) / 10;
    std::vector<Quantity> rows;
    if (kind == Noise::Kind::none) return rows;
    rows.push_back({"σ", input.unit, 0, 0, most, coloured ? "standard deviation of the noise" : "noise intensity (times √ms)", Part::none,
                    Scale::linear, nonNegative});
    if (coloured) rows.push_back({"τ", "ms", 5, 0.1, 100, "correlation time of the noise", Part::none, Scale::logarithmic, positive});
    return rows;
}

double normal(std::uint64_t seed, std::uint64_t step)
{
    const auto low = [](std::uint64_t x) { return static_cast<std::uint32_t>(x); };
    const auto high = [](std::uint64_t x) { return static_cast<std::uint32_t>(x >> 32); };
    const r123::Philox4x32::ctr_type counter{{low(step), high(step), 0, 0}};
    const r123::Philox4x32::ukey_type words{{low(seed), high(seed)}};
    const auto bits = r123::Philox4x32()(counter, words);
    const auto uniform = [&](std::size_t i) { // in (0, 1], 53 bits
        const std::uint64_t word = (std::uint64_t{bits[i]} << 32 | bits[i + 1]) >> 11;
        return (static_cast<double>(word) + 1) * 0x1p-53;
    };
    return std::sqrt(-2 * std::log(uniform(0))) * std::cos(2 * std::numbers::pi * uniform(2));
}

double noiseAt(const Noise& noise, double dt, std::uint64_t seed, std::uint64_t step, double before)
{
    if (noise.kind == Noise::Kind::none) return 0;
    const double z = normal(seed, step);
    if (noise.kind == Noise::Kind::white) return noise.sigma / std::sqrt(dt) * z;
    if (step == 0) return noise.sigma * z;
    const double kept = std::exp(-dt / noise.tau);
    return kept * before + noise.sigma * std::sqrt(1 - kept * kept) * z;
}

double thresholdLoweredBy(const Noise& noise, double dt, double gain, double room)
{
    constexpr double correction = 0.5825971579390106;
    return noise.kind == Noise::Kind::white ? std::min(correction * noise.sigma * std::sqrt(dt) * std::abs(gain), room / 2) : 0;
}

std::vector<Piece> piecesOf(const Stimulus& stimulus)
{
    std::vector<Piece> pieces;
    for (const StimulusComponent& c : stimulus)
        for (const Piece& p : c.shape->pieces(c.values))
            if (p.from < p.to) pieces.push_back(p);
    std::vector<double*> edges;
    for (Piece& p : pieces) edges.insert(edges.end(), {&p.from, &p.to});
    std::ranges::sort(edges, {}, [](const double* edge) { return *edge; });
    for (std::size_t i = 1; i < edges.size(); ++i)
        if (const double before = *edges[i - 1]; std::isfinite(before) && *edges[i] - before <= 1e-12 * std::abs(before))
            *edges[i] = before;
    std::erase_if(pieces, [](const Piece& p) { return !(p.from < p.to); });
    return pieces;
}

std::optional<double> endOf(const Stimulus& stimulus)
{
    std::optional<double> end;
    for (const Piece& p : piecesOf(stimulus))
        if (p.to < forever) end = std::max(p.to, end.value_or(p.to));
    return end;
}

Drive::Drive(const Stimulus& stimulus) : Drive(piecesOf(stimulus), endOf(stimulus) ? stimulus.repeat : 0) {}

Drive::Drive(std::vector<Piece> pieces, double period) : m_pieces(std::move(pieces)), m_period(period)
{
    for (const Piece& p : m_pieces) {
        m_edges.push_back(p.from);
        m_edges.push_back(p.to);
    }
    std::ranges::sort(m_edges);
    m_edges.erase(std::unique(m_edges.begin(), m_edges.end()), m_edges.end());
    seek(0);
}

/// The episode that contains t, counted from 0.
double Drive::episodeAt(double t) const
{
    if (!(m_period > 0 && t > 0)) return 0;
    const double count = std::floor(t / m_period);
    return count * m_period > t ? count - 1 : (count + 1) * m_period <= t ? count + 1 : count;
}

/// The first edge after t, of an episode or those after it.
double Drive::edgeAfter(double t, double episode) const
{
    const double begin = episode * m_period;
    const auto next = std::ranges::upper_bound(m_edges, t, {}, [begin](double edge) { return begin + edge; });
    if (next != m_edges.end() && *next < forever) return begin + *next;
    return m_period > 0 ? edgeAfter(t, episode + 1) : forever;
}

void Drive::seek(double t)
{
    m_constant = 0;
    m_varying.clear();
    const double episode = episodeAt(t), begin = episode * m_period;
    m_nextEdge = edgeAfter(t, episode);
    for (const Piece& p : m_pieces) { // what lasts is in every episode, since infinity stays what it is
        if (!(p.from + begin <= t && t < p.to + begin)) continue;
        if (!varies(p)) m_constant += p.base + p.amplitude * std::sin(p.phase);
        else m_varying.push_back(p), m_varying.back().from += begin, m_varying.back().to += begin;
    }
}

double Drive::within(double t, double near) const
{
    const double begin = episodeAt(t + near) * m_period;
    const auto edge = std::ranges::lower_bound(m_edges, t - near - begin);
    const bool isAtEdge = edge != m_edges.end() && *edge <= t + near - begin;
    if (!isAtEdge && t < m_nextEdge) return at(t);
    double current = 0;
    for (Piece p : m_pieces) {
        p.from += begin, p.to += begin;
        const bool isOn = (p.from < t - near || (p.from <= 0 && t < near)) && t < p.to - near;
        if (isOn) current += varies(p) ? valueAt(p, t) : p.base + p.amplitude * std::sin(p.phase); // what lasts has no beginning
    }
    return current;
}

double Drive::valueAt(const Piece& p, double t)
{
    const double since = t - p.from;
    double value = p.base + p.slope * since;
    if (p.amplitude != 0) value += p.amplitude * std::sin(p.omega * since + p.phase);
    return value;
}

double current(const Stimulus& stimulus, double t)
{
    Drive drive(stimulus);
    drive.seek(t);
    return drive.at(t);
}

}
