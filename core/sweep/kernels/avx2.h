// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pack.h"

namespace rheobase {

namespace {
struct Avx2 {};
}

/// So many registers of AVX2.
template<std::size_t registers> using Registers = Pack<4, registers, Avx2>;

}
