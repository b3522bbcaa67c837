// SPDX-License-Identifier: GPL-3.0-or-later
#include "exponential_fit.h"

#include <boost/math/tools/minima.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

namespace rheobase {

namespace {

constexpr std::size_t fewest = 8, most = 4000; // rows: more would tell no more
constexpr double longest = 3;                  // time constants that are more times the span cannot be told from a straight line
constexpr double leastSquared = 0.98;          // R²

/// At most `most` of the rows, evenly chosen, the first and the last among them.
struct Rows {
    std::vector<double> t, y;
    Rows(std::span<const double> time, std::span<const double> values)
    {
        const std::size_t count = std::min(time.size(), most);
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t row = count == time.size() ? i : i * (time.size() - 1) / (count - 1);
            t.push_back(time[row]);
            y.push_back(values[row]);
        }
    }
    double span() const { return t.back() - t.front(); }
};

/// The best curve of one time constant: the other two numbers follow from it linearly.
ExponentialFit projected(const Rows& rows, double tau)
{
    const double n = static_cast<double>(rows.t.size()), start = rows.t.front();
    double meanE = 0, meanY = 0, ee = 0, ey = 0, yy = 0;
    std::vector<double> e(rows.t.size());
    for (std::size_t i = 0; i < e.size(); ++i) {
        e[i] = std::exp(-(rows.t[i] - start) / tau);
        meanE += e[i] / n;
        meanY += rows.y[i] / n;
    }
    for (std::size_t i = 0; i < e.size(); ++i) {
        const double de = e[i] - meanE, dy = rows.y[i] - meanY;
        ee += de * de;
        ey += de * dy;
        yy += dy * dy;
    }
    const double amplitude = ey / ee, left = std::max(0.0, yy - amplitude * ey);
    return {.tau = tau,
            .final = meanY - amplitude * meanE,
            .amplitude = amplitude,
            .start = start,
            .residual = std::sqrt(left / n),
            .rSquared = yy > 0 ? 1 - left / yy : 0,
            .problem = {}};
}

/// The least sum of squares as a function of log τ, by Brent's method around the best point of a grid.
ExponentialFit nearest(const Rows& rows)
{
    const double shortest = std::log(rows.span() / static_cast<double>(rows.t.size()) / 2), end = std::log(100 * rows.span());
    const auto fit = [&](double logTau) { return projected(rows, std::exp(logTau)); };
    constexpr int steps = 48;
    const double step = (end - shortest) / steps;
    double best = shortest, lowest = INFINITY;
    for (int i = 0; i <= steps; ++i)
        if (const double residual = fit(shortest + i * step).residual; residual < lowest) {
            best = shortest + i * step;
            lowest = residual;
        }
    const auto residual = [&](double logTau) { return fit(logTau).residual; };
    return fit(boost::math::tools::brent_find_minima(residual, best - step, best + step, std::numeric_limits<double>::digits / 2).first);
}

/// True where the means of eight parts of the rows go up and down by more than noise may do.
bool turns(const Rows& rows)
{
    std::array<double, 8> means{};
    for (std::size_t k = 0; k < means.size(); ++k) {
        const std::size_t from = k * rows.y.size() / means.size(), to = (k + 1) * rows.y.size() / means.size();
        for (std::size_t i = from; i < to; ++i) means[k] += rows.y[i] / static_cast<double>(to - from);
    }
    double up = 0, down = 0;
    for (std::size_t k = 1; k < means.size(); ++k) (means[k] > means[k - 1] ? up : down) += std::abs(means[k] - means[k - 1]);
    return std::min(up, down) > 0.1 * std::max(up, down);
}

std::string shortly(double x)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.2g", x);
    return text.data();
}

}

double ExponentialFit::at(double t) const { return final + amplitude * std::exp(-(t - start) / tau); }

ExponentialFit fitExponential(std::span<const double> t, std::span<const double> y)
{
    ExponentialFit fit;
    if (t.size() < fewest) {
        fit.problem = {"It has fewer than %1 rows: take a longer part.", {std::to_string(fewest)}};
        return fit;
    }
    const Rows rows(t, y);
    const auto [low, high] = std::ranges::minmax(rows.y);
    if (!(rows.span() > 0) || !(high - low > 1e-9 * std::max(std::abs(low), std::abs(high)))) {
        fit.problem = {"It does not change: take a part where it does.", {}};
        return fit;
    }
    fit = nearest(rows);
    if (turns(rows)) fit.problem = {"It rises and falls: take a part without a spike or a turn.", {}};
    else if (fit.rSquared < leastSquared)
        fit.problem = {"It is not an exponential (R² = %1): take a part where only one thing happens.", {shortly(fit.rSquared)}};
    else if (fit.tau > longest * rows.span()) fit.problem = {"It is too straight to have a time constant: take a longer part.", {}};
    else if (fit.tau < rows.span() / static_cast<double>(rows.t.size()))
        fit.problem = {"It is over within a row: take a shorter part, or record more finely.", {}};
    return fit;
}

}
