// SPDX-License-Identifier: GPL-3.0-or-later
#include "frequency.h"

#include "fixed_points.h"

#include <boost/math/tools/minima.hpp>
#include <boost/math/tools/roots.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numbers>
#include <numeric>

namespace rheobase {

namespace {

using Complex = std::complex<double>;

constexpr double perHertz = 2 * std::numbers::pi / 1000; // rad/ms
constexpr int steps = 200;                               // in which a band is searched

/// The frequency at a part 0 … 1 of a band, by equal ratios.
double within(double from, double to, double part) { return from * std::pow(to / from, part); }

}

Unit impedanceUnit(const Model& model) { return quotient(model.state[0].unit, model.input.unit); }

Impedance::Impedance(const Model& model, std::span<const double> parameters, double I, std::vector<double> x)
    : m_size(x.size()), m_jacobian(x.size() * x.size()), m_byCurrent(x.size())
{
    model.jacobian(x.data(), parameters.data(), I, m_jacobian.data());
    std::vector<double> below(x.size());
    model.derivative(x.data(), parameters.data(), I - 1, below.data());
    model.derivative(x.data(), parameters.data(), I + 1, m_byCurrent.data());
    for (std::size_t i = 0; i < m_size; ++i)
        m_byCurrent[i] = (m_byCurrent[i] - below[i]) / 2; // exact: every model is linear in its current
}

Complex Impedance::at(double frequency) const
{
    std::array<Complex, mostStates * mostStates> rows; // iω − J
    std::ranges::transform(m_jacobian, rows.begin(), std::negate());
    for (std::size_t i = 0; i < m_size; ++i) rows[i * m_size + i] += Complex(0, perHertz * frequency);
    LinearSystem<Complex> system;
    system.factor(rows.data(), m_size, m_size);
    std::array<Complex, mostStates> response;
    std::ranges::copy(m_byCurrent, response.begin());
    system.solve(response);
    return response[0];
}

std::optional<Impedance> impedanceAtRest(const Model& model, std::span<const double> parameters, double I)
{
    if (auto point = restingPoint(model, parameters, I)) return Impedance(model, parameters, I, std::move(point->state));
    if (!model.linear || !fixedPoints(model, parameters, I).empty()) return std::nullopt;
    std::vector<double> x(model.state.size()); // without a leak it stays anywhere, and answers alike everywhere
    model.start(parameters.data(), x.data());
    return Impedance(model, parameters, I, std::move(x));
}

std::optional<Complex> membraneImpedance(const Model& model, std::span<const double> parameters, double frequency)
{
    const auto R = indexOf(model.parameters, Part::resistance), tau = indexOf(model.derived, Part::timeConstant);
    if (!R || !tau) return std::nullopt;
    return parameters[*R] / Complex(1, perHertz * frequency * model.derivedFrom(parameters)[*tau]);
}

std::optional<double> resonance(const Impedance& impedance, double from, double to)
{
    const auto below = [&](double part) { return -std::abs(impedance.at(within(from, to, part))); };
    int best = 0;
    for (int i = 1; i <= steps; ++i)
        if (below(i / double{steps}) < below(best / double{steps})) best = i;
    if (best == 0 || best == steps) return std::nullopt;
    return within(from, to, boost::math::tools::brent_find_minima(below, (best - 1) / double{steps}, (best + 1) / double{steps}, 26).first);
}

std::optional<double> cutoff(const Impedance& impedance, double from, double to)
{
    const double level = std::abs(impedance.at(0)) / std::numbers::sqrt2;
    const auto above = [&](double part) { return std::abs(impedance.at(within(from, to, part))) - level; };
    int first = steps;
    while (first >= 0 && above(first / double{steps}) < 0) --first;
    if (!std::isfinite(level) || first < 0 || first == steps) return std::nullopt;
    std::uintmax_t most = 100;
    const auto bracket = boost::math::tools::toms748_solve(above, first / double{steps}, (first + 1) / double{steps},
                                                           boost::math::tools::eps_tolerance<double>(48), most);
    return within(from, to, std::midpoint(bracket.first, bracket.second));
}

double holdingCurrent(const Stimulus& stimulus, double t)
{
    Drive drive(stimulus);
    drive.seek(t);
    double current = drive.constant();
    for (Piece piece : drive.varying()) {
        piece.amplitude = 0;
        current += Drive::valueAt(piece, t);
    }
    return current;
}

std::optional<Piece> sineAt(const Stimulus& stimulus, double t)
{
    Drive drive(stimulus);
    drive.seek(t);
    const auto pieces = drive.varying();
    const auto sine = std::ranges::find_if(pieces, [](const Piece& piece) { return piece.amplitude != 0 && piece.omega > 0; });
    return sine == pieces.end() ? std::nullopt : std::optional(*sine);
}

std::optional<Complex> measuredImpedance(const Trace& trace, double frequency, double since, int periods)
{
    if (trace.empty()) return std::nullopt;
    const double end = trace.latestTime(), period = 1000 / frequency;
    const double whole = std::min<double>(periods, std::floor((end - std::max(since, trace.startTime())) / period)) * period;
    const std::size_t first = trace.firstAt(end - whole);
    if (first < trace.rawFrom(Columns::given)) return std::nullopt;
    if (!(whole > 0) || trace.rows() - first < 16 || (!trace.spikes().empty() && trace.spikes().back() > end - whole)) return std::nullopt;
    std::array<double, 9> products{}; // least squares: a constant, a cosine, a sine
    std::array<double, 3> V{}, I{};
    for (std::size_t row = first; row < trace.rows(); ++row) {
        const double angle = perHertz * frequency * (trace.time(row) - end);
        const double parts[] = {1, std::cos(angle), std::sin(angle)};
        for (std::size_t i = 0; i < 3; ++i) {
            for (std::size_t j = 0; j < 3; ++j) products[3 * i + j] += parts[i] * parts[j];
            V[i] += parts[i] * trace.value(Columns::potential, row);
            I[i] += parts[i] * trace.value(Columns::given, row);
        }
    }
    LinearSystem<double> fit;
    fit.factor(products.data(), 3, 3);
    fit.solve(V);
    fit.solve(I);
    const Complex response(V[1], -V[2]), input(I[1], -I[2]);
    if (!(std::abs(input) > 1e-9)) return std::nullopt;
    return response / input;
}

}
