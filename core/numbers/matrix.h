// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <complex>
#include <cstddef>
#include <span>

/// Linear algebra of small square matrices, which are plain arrays, row by row. Nothing here allocates.
namespace rheobase {

/// The most rows that a matrix may have.
inline constexpr std::size_t mostMatrixRows = 8;

/// A x = b for many b over real or complex numbers, by Gaussian elimination with partial pivoting. Where A is singular, x is not finite.
template<class R> class LinearSystem {
public:
    /// Takes the `size` × `size` matrix whose first element is rows[0] and whose rows begin `stride` elements apart.
    void factor(const R* rows, std::size_t size, std::size_t stride)
    {
        m_size = size;
        for (std::size_t i = 0; i < size; ++i) {
            std::copy_n(rows + i * stride, size, row(i));
            m_order[i] = i;
        }
        for (std::size_t k = 0; k < size; ++k) {
            std::size_t pivot = k;
            for (std::size_t i = k + 1; i < size; ++i)
                if (std::abs(row(i)[k]) > std::abs(row(pivot)[k])) pivot = i;
            if (pivot != k) std::swap_ranges(row(k), row(k) + size, row(pivot));
            std::swap(m_order[k], m_order[pivot]);
            for (std::size_t i = k + 1; i < size; ++i) {
                const R factor = row(i)[k] /= row(k)[k];
                for (std::size_t j = k + 1; j < size; ++j) row(i)[j] -= factor * row(k)[j];
            }
        }
    }
    /// Puts x in the place of b.
    void solve(std::span<R> b) const
    {
        std::array<R, mostMatrixRows> x;
        for (std::size_t i = 0; i < m_size; ++i) {
            x[i] = b[m_order[i]];
            for (std::size_t j = 0; j < i; ++j) x[i] -= row(i)[j] * x[j];
        }
        for (std::size_t i = m_size; i-- > 0;) {
            for (std::size_t j = i + 1; j < m_size; ++j) x[i] -= row(i)[j] * x[j];
            x[i] /= row(i)[i];
        }
        std::copy_n(x.begin(), m_size, b.begin());
    }

private:
    R* row(std::size_t i) { return m_factors.data() + i * mostMatrixRows; }
    const R* row(std::size_t i) const { return m_factors.data() + i * mostMatrixRows; }

    std::size_t m_size = 0;
    std::array<R, mostMatrixRows * mostMatrixRows> m_factors; // below the diagonal those of the elimination, from it on what it left
    std::array<std::size_t, mostMatrixRows> m_order;          // of the rows of A
};

/// The eigenvalues of a finite matrix of as many rows, in no order. (Eigen's work, compiled in matrix.cpp alone.)
void findEigenvalues(std::span<const double> matrix, std::span<std::complex<double>> eigenvalues);

}
