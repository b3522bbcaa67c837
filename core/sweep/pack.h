// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "elementary.h"
#include "quantity.h"
#include "real.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <utility>
#ifdef __SSE2__
#include <immintrin.h>
#endif

namespace rheobase {

/// The number type of a sweep: `count` registers of `width` doubles, one neuron in each lane. Written on the compilers' vector
/// types, so that it exists for every processor. `Set` names the instruction set, and with it every symbol made from a Pack.
template<std::size_t width, std::size_t count, class Set> struct Pack {
    typedef double Lanes __attribute__((vector_size(width * sizeof(double))));
    typedef long long Bits __attribute__((vector_size(width * sizeof(double))));
    typedef unsigned long long Unsigned __attribute__((vector_size(width * sizeof(double)))); // wraps around
    static constexpr std::size_t lanes = width * count;
    /// One register of the same instruction set, of which one number alone is used.
    using Single = Pack<2, 1, Set>;

    /// What a comparison gives: all bits set in the lanes where it holds.
    struct Mask {
        Bits part[count];
        friend Mask operator&(const Mask& a, const Mask& b)
        {
            return made([&](std::size_t i) { return a.part[i] & b.part[i]; });
        }
        friend Mask operator|(const Mask& a, const Mask& b)
        {
            return made([&](std::size_t i) { return a.part[i] | b.part[i]; });
        }
        template<class F> static Mask made(F&& f)
        {
            return [&]<std::size_t... i>(std::index_sequence<i...>) { return Mask{{f(i)...}}; }
            (std::make_index_sequence<count>());
        }
        /// Of one lane alone.
        static Mask of(std::size_t lane)
        {
            const Lanes places = [&]<std::size_t... i>(std::index_sequence<i...>) { return Lanes{double(i)...}; }
            (std::make_index_sequence<width>());
            return made([&](std::size_t i) { return Bits(places == double(lane) - double(i * width)); });
        }
        bool any() const
        {
            auto all = part[0];
            eachOf<count>([&](auto i) { all |= part[i]; });
            return signs(all) != 0;
        }
        /// Bit k tells of lane k.
        unsigned bits() const
        {
            unsigned found = 0;
            eachOf<count>([&](auto i) { found |= signs(part[i]) << (i * width); });
            return found;
        }
        bool at(std::size_t lane) const { return bits() >> lane & 1; }

    private:
        static unsigned signs(const auto& x)
        {
#ifdef __AVX512DQ__
            if constexpr (width == 8) return _mm512_movepi64_mask(__m512i(x));
#endif
#ifdef __AVX__
            if constexpr (width == 4) return static_cast<unsigned>(_mm256_movemask_pd(__m256d(x)));
#endif
#ifdef __SSE2__
            if constexpr (width == 2) return static_cast<unsigned>(_mm_movemask_pd(__m128d(x)));
#endif
            unsigned found = 0;
            for (std::size_t i = 0; i < width; ++i) found |= unsigned(x[i] < 0) << i;
            return found;
        }
    };

    Lanes part[count];

    Pack() = default;
    Pack(double value)
    {
        eachOf<count>([&](auto i) { part[i] = value - Lanes{}; });
    }
    static Pack load(const double* from)
    {
        return made([&](std::size_t i) {
            Lanes lanesOfPart;
            std::memcpy(&lanesOfPart, from + i * width, sizeof lanesOfPart);
            return lanesOfPart;
        });
    }
    double at(std::size_t lane) const { return part[lane / width][lane % width]; }
    void set(std::size_t lane, double value) { part[lane / width][lane % width] = value; }
    void store(double* to) const
    {
        eachOf<count>([&](auto i) { std::memcpy(to + i * width, &part[i], sizeof part[i]); });
    }

    template<class F> static Pack made(F&& f)
    {
        return [&]<std::size_t... i>(std::index_sequence<i...>)
        {
            Pack p;
            ((p.part[i] = f(i)), ...);
            return p;
        }
        (std::make_index_sequence<count>());
    }

    friend Pack operator-(const Pack& a)
    {
        return made([&](std::size_t i) { return -a.part[i]; });
    }
    friend Pack operator+(const Pack& a, const Pack& b)
    {
        return made([&](std::size_t i) { return a.part[i] + b.part[i]; });
    }
    friend Pack operator-(const Pack& a, const Pack& b)
    {
        return made([&](std::size_t i) { return a.part[i] - b.part[i]; });
    }
    friend Pack operator*(const Pack& a, const Pack& b)
    {
        return made([&](std::size_t i) { return a.part[i] * b.part[i]; });
    }
    friend Pack operator/(const Pack& a, const Pack& b)
    {
        return made([&](std::size_t i) { return a.part[i] / b.part[i]; });
    }
    friend Mask operator<(const Pack& a, const Pack& b)
    {
        return Mask::made([&](std::size_t i) { return Bits(a.part[i] < b.part[i]); });
    }
    friend Mask operator>(const Pack& a, const Pack& b) { return b < a; }
    friend Mask operator>=(const Pack& a, const Pack& b)
    {
        return Mask::made([&](std::size_t i) { return Bits(a.part[i] >= b.part[i]); });
    }
    friend Mask operator<=(const Pack& a, const Pack& b) { return b >= a; }
    friend Mask operator==(const Pack& a, const Pack& b)
    {
        return Mask::made([&](std::size_t i) { return Bits(a.part[i] == b.part[i]); });
    }
    friend Pack select(const Mask& choice, const Pack& yes, const Pack& no)
    {
        return made([&](std::size_t i) { return choice.part[i] ? yes.part[i] : no.part[i]; });
    }
    /// True where a ≥ b in any lane: by the comparison's own bits, where a register has them.
    friend bool anyAtLeast(const Pack& a, const Pack& b)
    {
#ifdef __AVX512DQ__
        if constexpr (width == 8) {
            return [&]<std::size_t... i>(std::index_sequence<i...>)
            {
                return __mmask8((_mm512_cmp_pd_mask(__m512d(a.part[i]), __m512d(b.part[i]), _CMP_GE_OQ) | ...)) != 0;
            }
            (std::make_index_sequence<count>());
        }
#endif
        return (a >= b).any();
    }
    /// The lesser and the greater, lane by lane; b where one is no number.
    friend Pack lesser(const Pack& a, const Pack& b)
    {
        return made([&](std::size_t i) { return a.part[i] < b.part[i] ? a.part[i] : b.part[i]; });
    }
    friend Pack greater(const Pack& a, const Pack& b)
    {
        return made([&](std::size_t i) { return a.part[i] > b.part[i] ? a.part[i] : b.part[i]; });
    }
    /// The least of all lanes.
    friend double leastOf(const Pack& a)
    {
        auto all = a.part[0];
        eachOf<count>([&](auto i) { all = a.part[i] < all ? a.part[i] : all; });
        double found = all[0];
        for (std::size_t i = 1; i < width; ++i) found = all[i] < found ? all[i] : found;
        return found;
    }
    friend Pack powerOfTwo(const Pack& shifted)
    {
        return made([&](std::size_t i) { return Lanes((Unsigned(shifted.part[i]) << 52) + Unsigned(Lanes{} + 1.0)); });
    }
    friend Pack exponentOf(const Pack& x)
    {
        return made([&](std::size_t i) {
            const Unsigned exponent =
                (Unsigned(x.part[i]) - Unsigned(Lanes{} + 0x1.6a09e667f3bcdp-1) + Unsigned(Lanes{} + 1.0)) >> 52; // plus 1023
            return Lanes(exponent + Unsigned(Lanes{} + 0x1p52)) - (0x1p52 + 1023);
        });
    }
    /// A row of functions.h.
    template<class F> friend Pack applied(F, const Pack& x) { return F::value(x); }
    template<class F> friend Pack applied(F, const Pack& a, const Pack& b) { return F::value(a, b); }
    friend Pack applied(functions::Min, const Pack& a, const Pack& b)
    {
        if (__builtin_constant_p(b.part[0][0]) && b.part[0][0] == __builtin_inf()) return a;
        return lesser(b, a);
    }
    friend Pack applied(functions::Max, const Pack& a, const Pack& b) { return greater(b, a); }
    friend Pack exp(const Pack& x, double bound) { return elementary::exp(x, bound); }
    friend Pack expLinear(const Pack& x, const Pack& decay) { return elementary::expLinear(x, decay); }
    friend Pack squareRoot(const Pack& x)
    {
        double roots[lanes];
        x.store(roots);
        for (double& root : roots) root = __builtin_sqrt(root);
        return load(roots);
    }
};

}
