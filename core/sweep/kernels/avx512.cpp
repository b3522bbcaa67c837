// SPDX-License-Identifier: GPL-3.0-or-later
#include "avx512.h"

#include "linear_kernel.h"

namespace rheobase {

LinearKernel avx512LinearKernel() { return linearKernel<Registers<2>>(); }

CourseKernel avx512CourseKernel() { return courseKernel<Registers<2>>(); }

}
