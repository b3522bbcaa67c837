// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernel.h"
#include "linear_kernel.h"

namespace rheobase {

namespace {
struct Avx512 {};
}

LaneKernel avx512Kernel(std::string_view model, LaneMethod method) { return findKernel<Pack<8, 2, Avx512>>(model, method, Models()); }

LinearKernel avx512LinearKernel() { return linearKernel<Pack<8, 2, Avx512>>(); }

CourseKernel avx512CourseKernel() { return courseKernel<Pack<8, 2, Avx512>>(); }

}
