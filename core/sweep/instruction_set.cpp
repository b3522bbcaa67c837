// SPDX-License-Identifier: GPL-3.0-or-later
#include "lanes.h"

#include <algorithm>
#include <cstdlib>

namespace rheobase {

const std::vector<ModelKernels>& baselineModels();
const std::vector<ModelKernels>& avx2Models();
const std::vector<ModelKernels>& avx512Models();
LinearKernel baselineLinearKernel();
LinearKernel avx2LinearKernel();
LinearKernel avx512LinearKernel();
CourseKernel baselineCourseKernel();
CourseKernel avx2CourseKernel();
CourseKernel avx512CourseKernel();

namespace {

constexpr InstructionSet sets[] = {
#ifdef __x86_64__
    {"avx512", [] { return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq"); }, avx512Models, avx512LinearKernel,
     avx512CourseKernel},
    {"avx2", [] { return __builtin_cpu_supports("avx2") != 0; }, avx2Models, avx2LinearKernel, avx2CourseKernel},
#endif
    {"baseline", [] { return true; }, baselineModels, baselineLinearKernel, baselineCourseKernel},
};

}

LaneKernel InstructionSet::find(std::string_view model, LaneMethod method) const
{
    const auto found = std::ranges::find(models(), model, &ModelKernels::id);
    return found == models().end() ? LaneKernel() : found->by(method);
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
