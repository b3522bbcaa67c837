// SPDX-License-Identifier: GPL-3.0-or-later
#include "sweep/closed_form.h"

#include "methods.h"
#include "solver.h"
#include "sweep/alone.h"
#include "sweep/pack.h"

#include <algorithm>

namespace rheobase {

namespace {

constexpr double never = std::numeric_limits<double>::infinity(), undefined = std::numeric_limits<double>::quiet_NaN();

/// Neurons at a time; the registers are those that every machine has.
struct Here {};
using R = Pack<2, 4, Here>;
using Mask = R::Mask;

/// The whole part of a number that is not negative.
R whole(const R& x)
{
    constexpr double integers = 0x1p52;
    const R nearest = (x + integers) - integers;
    return select(x < integers, R(select(x < nearest, R(nearest - 1.0), nearest)), x);
}
R ceiling(const R& x)
{
    const R below = whole(x);
    return select(below < x, R(below + 1.0), below);
}
R least(const R& a, const R& b) { return select(b < a, b, a); }
R most(const R& a, const R& b) { return select(b > a, b, a); }

/// Linear neurons under constant currents, one in each lane. From its first spike on each is periodic.
template<class M> class Courses {
public:
    Courses(const Grid& grid, std::span<const std::size_t> indices)
    {
        double input[R::lanes], p[parameterCount<M>][R::lanes], one[parameterCount<M>];
        for (std::size_t k = 0; k < R::lanes; ++k) {
            const std::size_t index = indices[std::min(k, indices.size() - 1)];
            input[k] = grid.inputAt(index);
            if (k == 0 || grid.variesParameters()) grid.parametersAt(index, one);
            eachOf<parameterCount<M>>([&](auto i) { p[i][k] = one[i]; });
        }
        m_input = R::load(input);
        std::array<R, parameterCount<M>> parameters;
        eachOf<parameterCount<M>>([&](auto i) { parameters[i] = R::load(p[i]); });
        m_parameters = fromArray<typename M::template Parameters<R>>(parameters);
        const auto& initial = grid.sweep().experiment.initial[0];
        m_start = initial ? R(*initial) : startOf(m_parameters);
        constexpr double apart = 128; // mV
        m_a = (slope(m_start + apart) - slope(m_start)) * (1 / apart);
        if constexpr (Jumping<M>) findSpikes();
    }

    /// Lanes with spikes so dense that a run gives up.
    Mask endless(double dt) const { return (m_first < never) & (m_period * 1e4 < 2 * dt); }

    void answer(std::span<SweepPoint> points, const Sweep& sweep, double end) const
    {
        const double part = sweep.settle * sweep.duration;
        const R spikes = spikesBy(sweep.duration + 1e-9 * sweep.experiment.dt);
        const R begun = select(m_first < part, most(1.0, ceiling((part - m_first) / m_period)), R(0.0));
        const R inPart = spikes - least(spikes, begun);
        const R interval = select(spikes > 1.0, m_period, R(undefined)), none = R(0.0);
        const auto [last, low, high] = extremes(end);
        const auto put = [&](double SweepPoint::*member, const R& values) {
            for (std::size_t k = 0; k < points.size(); ++k) points[k].*member = values.at(k);
        };
        for (std::size_t k = 0; k < points.size(); ++k) points[k].spikes = static_cast<std::size_t>(spikes.at(k));
        put(&SweepPoint::latency, select(spikes > none, m_first, R(undefined)));
        put(&SweepPoint::firstInterval, interval);
        put(&SweepPoint::lastInterval, interval);
        put(&SweepPoint::rate, select(inPart == none, none, R(1000.0 / interval)));
        put(&SweepPoint::variation, select(least(inPart, spikes - 1.0) >= 3.0, none, R(undefined)));
        put(&SweepPoint::lowest, low);
        put(&SweepPoint::highest, high);
        for (std::size_t k = 0; k < points.size(); ++k) points[k].finalState[0] = last.at(k);
    }

private:
    using X = typename M::template State<R>;
    static R startOf(const typename M::template Parameters<R>& p)
    {
        if constexpr (requires { &M::template start<R>; }) return toArray<R>(M::start(p))[0];
        else return M::state[0].value;
    }
    R slope(const R& V) const { return toArray<R>(rateOfChange<M, R>(X{V}, m_parameters, m_input))[0]; }
    R relaxed(const R& V, const R& time) const { return V + slope(V) * time * linear::phi1<R>(m_a * time); }

    void findSpikes()
    {
        const auto rise = [this](const R& V) { return linear::timeToThreshold<R>(M::fires(X{V}, m_parameters), m_a, slope(V)); };
        m_first = rise(m_start);
        m_reset = toArray<R>(M::reset(X{m_start}, m_parameters))[0];
        if constexpr (requires { m_parameters.t_ref; }) m_held = m_parameters.t_ref;
        m_period = select(m_first < never, R(m_held + rise(m_reset)), R(never));
    }
    R spikesBy(const R& t) const { return select(t >= m_first, R(1.0 + whole(most(0.0, (t - m_first) / m_period))), R(0.0)); }

    /// V at the end, and the least and the greatest; between start, spikes, resets and end V goes one way.
    std::array<R, 3> extremes(double end) const
    {
        const R spikes = spikesBy(end);
        const Mask fired = spikes > 0.0;
        const R since = end - m_first - select(spikes > 1.0, R((spikes - 1.0) * m_period), R(0.0));
        const R last = relaxed(select(fired, m_reset, m_start), select(fired, most(0.0, since - m_held), R(end)));
        R low = least(m_start, last), high = most(m_start, last);
        if constexpr (Jumping<M>) {
            low = select(fired, least(low, m_reset), low);
            high = select(fired, most(high, m_start - M::fires(X{m_start}, m_parameters)), high);
        }
        return {last, low, high};
    }

    typename M::template Parameters<R> m_parameters;
    R m_input, m_start, m_a, m_first = never, m_period = never, m_reset = 0.0, m_held = 0.0;
};

template<class M> [[gnu::flatten]] void answer(const Grid& grid, std::span<const std::size_t> indices, std::span<SweepPoint> points,
                                               const std::stop_token& stop)
{
    const Sweep& sweep = grid.sweep();
    const double dt = sweep.experiment.dt, end = StepTimes(dt).at(static_cast<double>(grid.stepsOf(dt)));
    for (std::size_t i = 0; i < indices.size(); i += R::lanes) {
        const std::size_t count = std::min(R::lanes, indices.size() - i);
        const Courses<M> courses(grid, indices.subspan(i, count));
        courses.answer(points.subspan(i, count), sweep, end);
        const Mask endless = courses.endless(dt);
        for (std::size_t k = 0; k < count && endless.any(); ++k)
            if (endless.at(k)) points[i + k] = answerAlone(grid, indices[i + k], stop); // which tells when it gave up
    }
}

}

ClosedForm closedFormOf(const Grid& grid)
{
    if (grid.sweep().experiment.solver != SolverKind::exact || !grid.hasConstantInput()) return nullptr;
    return ofLinearModel(grid.model().id, Models(), []<class M>(M*) -> ClosedForm { return &answer<M>; });
}

}
