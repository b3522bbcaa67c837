// SPDX-License-Identifier: GPL-3.0-or-later
#include "baseline.h"

#include "linear_kernel.h"

namespace rheobase {

LinearKernel baselineLinearKernel() { return linearKernel<Registers<2>>(); }

CourseKernel baselineCourseKernel() { return courseKernel<Registers<2>>(); }

}
