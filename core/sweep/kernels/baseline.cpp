// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernel.h"
#include "linear_kernel.h"

namespace rheobase {

namespace {
struct Baseline {};
}

LaneKernel baselineKernel(std::string_view model, LaneMethod method) { return findKernel<Pack<2, 2, Baseline>>(model, method, Models()); }

LinearKernel baselineLinearKernel() { return linearKernel<Pack<2, 2, Baseline>>(); }

CourseKernel baselineCourseKernel() { return courseKernel<Pack<2, 2, Baseline>>(); }

}
