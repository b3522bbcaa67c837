// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pack.h"

namespace rheobase {

namespace {
struct Baseline {};
}

/// So many registers of every machine of its kind.
template<std::size_t registers> using Registers = Pack<2, registers, Baseline>;

}
