// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernel.h"
#include "linear_kernel.h"

namespace rheobase {

namespace {
struct Avx2 {};
}

LaneKernel avx2Kernel(std::string_view model, LaneMethod method) { return findKernel<Pack<4, 2, Avx2>>(model, method, Models()); }

LinearKernel avx2LinearKernel() { return linearKernel<Pack<4, 2, Avx2>>(); }

CourseKernel avx2CourseKernel() { return courseKernel<Pack<4, 2, Avx2>>(); }

}
