// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sentence.h"

#include <span>

namespace rheobase {

/// The curve y(t) = final + amplitude · exp(−(t − start)/tau) that comes nearest to rows, in the sense of least squares.
struct ExponentialFit {
    double tau = 0;       ///< ms
    double final = 0;     ///< what y goes to, in y's unit
    double amplitude = 0; ///< y(start) − final
    double start = 0;     ///< ms
    double residual = 0;  ///< root of the mean square of what is left, in y's unit
    double rSquared = 0;  ///< the part of the variance that the curve explains, 0 … 1
    Sentence problem;     ///< why it means nothing; empty where it does mean something
    double at(double t) const;
};

/// Fits an exponential to rows in order of time. The time constant is that of a relaxation: positive, and found where it lies between
/// the distance of two rows and three times the time that the rows span.
ExponentialFit fitExponential(std::span<const double> t, std::span<const double> y);

}
