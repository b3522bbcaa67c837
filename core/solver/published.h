// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "methods.h"

/// The scripts of Izhikevich's two papers to the letter. All happens on the grid of Δt: currents change with the first step after their
/// edge, a spike is booked at the time that its step has in the script, and within a step V may pass its peak.
namespace rheobase {

/// True of a model that was published with these scripts: its header says `published`.
template<class M> inline constexpr bool isPublished = requires { M::published; };

/// The step of one script from x under the current I over h.
template<class M> class ScriptStep {
public:
    using X = typename Flow<M>::X;
    ScriptStep(const Flow<M>& flow, double I) : m_p(flow.inRates), m_I(I) {}
    /// Of the script of 2003: two half steps for V, then one for u with the new V.
    X of2003(X x, double h) const
    {
        for (int half = 0; half < 2; ++half) x[0] += h / 2 * rate(x)[0];
        return withOthers(x, h);
    }
    /// Of the script of 2004: one step for V, then one for u with the new V.
    X of2004(X x, double h) const
    {
        x[0] += h * rate(x)[0];
        return withOthers(x, h);
    }

private:
    X rate(const X& x) const { return toArray<double>(rateOfChange<M, double>(stateFrom<M>(x.data()), m_p, m_I)); }
    X withOthers(X x, double h) const
    {
        const X f = rate(x);
        for (std::size_t i = 1; i < x.size(); ++i) x[i] += h * f[i];
        return x;
    }
    typename M::template Parameters<double> m_p;
    double m_I;
};

/// Tells SolverOf which script it follows; it makes the steps itself.
template<class M, SolverKind kind> struct Published {
    using X = typename Flow<M>::X;
    static constexpr SolverKind script = kind;
    static constexpr bool looksBeyond = true;
    void restart() {}
    bool isStuck() const { return false; }
};

}
