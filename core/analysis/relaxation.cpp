// SPDX-License-Identifier: GPL-3.0-or-later
#include "relaxation.h"

#include "linear.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rheobase {

namespace {

using Matrix = std::array<double, mostStates * mostStates>;

Matrix jacobianAt(const Model& model, std::span<const double> parameters, const std::vector<double>& x)
{
    Matrix rows{};
    model.jacobian(x.data(), parameters.data(), 0, rows.data());
    return rows;
}

}

Relaxation::Relaxation(const Model& model, std::span<const double> parameters, std::vector<double> x)
    : m_model(model), m_parameters(parameters), m_start(std::move(x)), m_rates(m_start.size()), m_slopes(m_start.size()), m_x(m_start)
{
    model.derivative(m_start.data(), parameters.data(), 0, m_rates.data());
    m_isClosed = relaxesAlone();
}

/// True where each state's rate depends on that state alone, and linearly: the Jacobian, without V, is diagonal and the same elsewhere.
bool Relaxation::relaxesAlone()
{
    const std::size_t n = m_start.size();
    std::vector<double> elsewhere = m_start;
    for (std::size_t i = 1; i < n; ++i)
        elsewhere[i] += 0.1 * (m_model.state[i].max - m_model.state[i].min) * (1 + 0.3 * static_cast<double>(i));
    const Matrix here = jacobianAt(m_model, m_parameters, m_start), there = jacobianAt(m_model, m_parameters, elsewhere);
    bool isAlone = true;
    double fastest = 0;
    for (std::size_t i = 1; i < n; ++i) {
        double sum = 0;
        for (std::size_t j = 1; j < n; ++j) {
            const double a = here[i * n + j], b = there[i * n + j];
            isAlone &= i == j ? std::abs(a - b) <= 1e-12 * std::abs(a) : a == 0 && b == 0;
            sum += std::max(std::abs(a), std::abs(b));
        }
        m_slopes[i] = here[i * n + i];
        fastest = std::max(fastest, sum);
    }
    m_longest = 0.005 / std::max(fastest, 0.005);
    return isAlone;
}

const std::vector<double>& Relaxation::at(double time)
{
    if (!m_isClosed) integrate(time);
    else
        for (std::size_t i = 1; i < m_x.size(); ++i) m_x[i] = m_start[i] + m_rates[i] * time * linear::phi1(m_slopes[i] * time);
    return m_x;
}

void Relaxation::integrate(double to)
{
    const std::size_t n = m_x.size();
    const auto steps = static_cast<int>(std::ceil((to - m_time) / m_longest));
    const double h = steps > 0 ? (to - m_time) / steps : 0;
    std::vector<double> k(n), y(n), sum(n);
    const auto add = [&](double part, double weight) {
        for (std::size_t i = 1; i < n; ++i) y[i] = m_x[i] + part * k[i];
        m_model.derivative(y.data(), m_parameters.data(), 0, k.data());
        for (std::size_t i = 1; i < n; ++i) sum[i] += weight * k[i];
    };
    for (int step = 0; step < steps; ++step) {
        y[0] = m_x[0];
        std::ranges::fill(sum, 0);
        add(0, 1);
        add(h / 2, 2);
        add(h / 2, 2);
        add(h, 1);
        for (std::size_t i = 1; i < n; ++i) m_x[i] += h / 6 * sum[i];
    }
    m_time = to;
}

}
