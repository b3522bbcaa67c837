// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pack.h"

namespace rheobase {

namespace {
struct Avx512 {};
}

/// So many registers of AVX-512.
template<std::size_t registers> using Registers = Pack<8, registers, Avx512>;

}
