// SPDX-License-Identifier: GPL-3.0-or-later
#include "lanes.h"

#include <cstdlib>

namespace rheobase {

LaneKernel baselineKernel(std::string_view model, LaneMethod method);
LaneKernel avx2Kernel(std::string_view model, LaneMethod method);
LaneKernel avx512Kernel(std::string_view model, LaneMethod method);
LinearKernel baselineLinearKernel();
LinearKernel avx2LinearKernel();
LinearKernel avx512LinearKernel();
CourseKernel baselineCourseKernel();
CourseKernel avx2CourseKernel();
CourseKernel avx512CourseKernel();

namespace {

constexpr InstructionSet sets[] = {
#ifdef __x86_64__
    {"avx512", [] { return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq"); }, avx512Kernel, avx512LinearKernel,
     avx512CourseKernel},
    {"avx2", [] { return __builtin_cpu_supports("avx2") != 0; }, avx2Kernel, avx2LinearKernel, avx2CourseKernel},
#endif
    {"baseline", [] { return true; }, baselineKernel, baselineLinearKernel, baselineCourseKernel},
};

}

std::vector<InstructionSet> instructionSets()
{
    std::vector<InstructionSet> supported;
    for (const InstructionSet& set : sets)
        if (set.isSupported()) supported.push_back(set);
    return supported;
}

InstructionSet instructionSet()
{
    const auto supported = instructionSets();
    if (const char* const wanted = std::getenv("RHEOBASE_SIMD"))
        for (const InstructionSet& set : supported)
            if (set.name == wanted) return set;
    return supported.front();
}

}
