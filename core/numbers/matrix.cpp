// SPDX-License-Identifier: GPL-3.0-or-later
#include "matrix.h"

#include <Eigen/Eigenvalues>

#include <cmath>

namespace rheobase {

void findEigenvalues(std::span<const double> matrix, std::span<std::complex<double>> eigenvalues)
{
    constexpr int most = mostMatrixRows;
    using Square = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor, most, most>;
    const auto n = static_cast<Eigen::Index>(eigenvalues.size());
    // EigenSolver would do the same, but has ten seconds' worth of templates for eigenvectors.
    const Square whole = Eigen::Map<const Square>(matrix.data(), n, n),
                 hessenberg = Eigen::HessenbergDecomposition<Square>(whole).matrixH();
    Eigen::RealSchur<Square> schur(n);
    schur.computeFromHessenberg(hessenberg, hessenberg, false);
    const auto& T = schur.matrixT(); // triangular, but for a 2 × 2 block where two are complex
    for (Eigen::Index i = 0; i < n; ++i) {
        auto value = eigenvalues.begin() + i;
        if (i + 1 == n || T(i + 1, i) == 0) {
            *value = T(i, i);
            continue;
        }
        const double half = (T(i, i) - T(i + 1, i + 1)) / 2, turn = std::sqrt(std::abs(half * half + T(i + 1, i) * T(i, i + 1)));
        value[0] = {T(i + 1, i + 1) + half, turn};
        value[1] = std::conj(value[0]);
        ++i;
    }
}

}
