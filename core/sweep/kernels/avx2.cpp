// SPDX-License-Identifier: GPL-3.0-or-later
#include "avx2.h"

#include "linear_kernel.h"

namespace rheobase {

LinearKernel avx2LinearKernel() { return linearKernel<Registers<2>>(); }

CourseKernel avx2CourseKernel() { return courseKernel<Registers<2>>(); }

}
