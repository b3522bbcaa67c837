// SPDX-License-Identifier: GPL-3.0-or-later
#include "matrix.h"
#include "support.h"

#include <random>

using namespace rheobase;

namespace {

using Complex = std::complex<double>;

std::mt19937_64 generator(1952);

template<class R> R drawn()
{
    std::uniform_real_distribution<double> uniform(-1, 1);
    if constexpr (std::is_same_v<R, double>) return uniform(generator);
    else return {uniform(generator), uniform(generator)};
}

template<class R> std::vector<R> drawn(std::size_t count)
{
    std::vector<R> values(count);
    for (R& value : values) value = drawn<R>();
    return values;
}

/// The greatest element of A x − b, where A is the last rows and columns of a matrix of `stride` rows.
template<class R> double residual(std::span<const R> A, std::size_t stride, std::span<const R> x, std::span<const R> b)
{
    double greatest = 0;
    const std::size_t left = stride - x.size();
    for (std::size_t i = 0; i < x.size(); ++i) {
        R sum = -b[i];
        for (std::size_t j = 0; j < x.size(); ++j) sum += A[(left + i) * stride + left + j] * x[j];
        greatest = std::max(greatest, std::abs(sum));
    }
    return greatest;
}

template<class R> void solveEverySize()
{
    for (std::size_t stride = 1; stride <= mostMatrixRows; ++stride)
        for (std::size_t size = 1; size <= stride; ++size) {
            auto A = drawn<R>(stride * stride);
            A[(stride - size) * (stride + 1)] = 0; // cannot do without a pivot
            if (size == 1) A.back() = 2;
            LinearSystem<R> system;
            system.factor(&A[(stride - size) * (stride + 1)], size, stride);
            for (int k = 0; k < 3; ++k) {
                const auto b = drawn<R>(size);
                auto x = b;
                system.solve(x);
                QVERIFY2(residual<R>(A, stride, x, b) < 1e-10, qPrintable(QString("%1 of %2").arg(size).arg(stride)));
            }
        }
}

/// The sum of the k-th powers of the eigenvalues: the trace of Aᵏ.
double powerSum(std::span<const double> A, std::size_t n, int k)
{
    std::vector<double> power(A.begin(), A.end()), next(A.size());
    for (; k > 1; --k, power = next)
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < n; ++j) {
                next[i * n + j] = 0;
                for (std::size_t l = 0; l < n; ++l) next[i * n + j] += power[i * n + l] * A[l * n + j];
            }
    double sum = 0;
    for (std::size_t i = 0; i < n; ++i) sum += power[i * n + i];
    return sum;
}

}

/// Systems are solved, and eigenvalues found, to rounding.
class TestMatrix : public QObject {
    Q_OBJECT

private slots:
    void systems();
    void singularSystems();
    void eigenvalues();
    void knownEigenvalues();
};

void TestMatrix::systems()
{
    solveEverySize<double>();
    solveEverySize<Complex>();
}

void TestMatrix::singularSystems()
{
    for (const auto& A : {std::vector<double>{0, 0, 0, 1}, {1, 2, 2, 4}, {0, 0, 0, 0}}) {
        LinearSystem<double> system;
        system.factor(A.data(), 2, 2);
        std::vector<double> x{1, 3};
        system.solve(x);
        QVERIFY(!std::isfinite(x[0]) || !std::isfinite(x[1]));
    }
}

void TestMatrix::eigenvalues()
{
    for (std::size_t n = 1; n <= mostMatrixRows; ++n)
        for (int draw = 0; draw < 20; ++draw) {
            const auto A = drawn<double>(n * n);
            std::vector<Complex> found(n);
            findEigenvalues(A, found);
            for (int k = 1; k <= static_cast<int>(n); ++k) { // as many power sums as there are eigenvalues determine them
                Complex sum = 0;
                for (const Complex& value : found) sum += std::pow(value, k);
                QVERIFY(std::abs(sum - powerSum(A, n, k)) < 1e-10);
            }
        }
}

void TestMatrix::knownEigenvalues()
{
    std::vector<Complex> found(2);
    findEigenvalues(std::vector<double>{1, -2, 2, 1}, found);
    QCOMPARE(found[0], Complex(1, 2));
    QCOMPARE(found[1], Complex(1, -2));
    findEigenvalues(std::vector<double>{3, 100, 0, 3}, found); // defective
    QCOMPARE(found[0], Complex(3));
    QCOMPARE(found[1], Complex(3));
}

QTEST_GUILESS_MAIN(TestMatrix)
#include "tst_matrix.moc"
