// SPDX-License-Identifier: GPL-3.0-or-later
#include "seal.h"

#include "setting.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace rheobase {

namespace {

constexpr std::size_t digitsOfHash = 13; // hexadecimal: as many as a double keeps

/// A number of steps is added up in binary: what stands in its 12th digit is none of it.
double rounded(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.12g", value);
    return std::strtod(text, nullptr);
}

}

bool hasSeals(const Lesson& lesson)
{
    return std::ranges::any_of(lesson.steps, [](const Step& step) { return isSealed(step.experiment); });
}

double drawnValue(const SealedRange& range, std::string_view lesson, std::string_view step, std::string_view draw, const Stage& stage)
{
    std::string text;
    for (const std::string_view part : {lesson, step, std::string_view(range.name), draw}) text.append(part).push_back('\n');
    const std::string hash = stage.hash(text).substr(0, digitsOfHash);
    std::uint64_t number = 0;
    std::from_chars(hash.data(), hash.data() + hash.size(), number, 16);
    const auto count = static_cast<std::uint64_t>(std::floor((range.most - range.least) / range.step + 1e-9)) + 1;
    return rounded(range.least + range.step * static_cast<double>(number % count));
}

const SealedRange* rangeOf(const Lesson& lesson, const Seal& seal, std::string_view name)
{
    const SealedRange* found = nullptr;
    eachPart<SealedRange>(lesson, [&](const Step& step, const SealedRange& range) {
        if (step.id == seal.step && range.name == name) found = &range;
    });
    return found;
}

std::vector<const SealedRange*> rangesOf(const Lesson& lesson, const Seal& seal)
{
    std::vector<const SealedRange*> ranges;
    for (const std::string& name : seal.names)
        if (const SealedRange* range = rangeOf(lesson, seal, name)) ranges.push_back(range);
    return ranges;
}

bool unseal(Experiment& e, const Lesson& lesson, std::string_view draw, const Stage& stage)
{
    if (e.seal.lesson != lesson.id) return false;
    const auto ranges = rangesOf(lesson, e.seal);
    if (ranges.size() != e.seal.names.size()) return false;
    for (const SealedRange* range : ranges) {
        const auto index = indexOf(e.model->parameters, range->name);
        if (!index) return false;
        e.parameters[*index] = drawnValue(*range, lesson.id, e.seal.step, draw, stage);
    }
    return true;
}

void drawAll(Lesson& lesson, std::string_view draw, const Stage& stage)
{
    for (Step& step : lesson.steps)
        if (isSealed(step.experiment)) unseal(step.experiment, lesson, draw, stage);
    for (Trial& trial : lesson.trials)
        if (isSealed(trial.experiment)) unseal(trial.experiment, lesson, draw, stage);
}

int pointsOf(const SealedRange& range, double value, double estimate)
{
    const double apart = std::abs(estimate - value), rounding = 1e-9 * std::max(1.0, std::abs(value));
    const auto isWithin = [&](const SealedRange::Tolerance& tolerance) {
        return apart <= (tolerance.isShare ? tolerance.by / 100 * std::abs(value) : tolerance.by) + rounding;
    };
    return isWithin(range.fine) ? 2 : isWithin(range.coarse) ? 1 : 0;
}

std::vector<DrawnValue> drawnValues(const Lesson& lesson, std::string_view draw, const Stage& stage)
{
    std::vector<DrawnValue> values;
    eachPart<SealedRange>(lesson, [&](const Step& step, const SealedRange& range) {
        const auto quantity = settingOf(step.experiment, range.name);
        values.push_back({step.id, range.name, quantity ? std::string(quantity->unit) : std::string(),
                          drawnValue(range, lesson.id, step.id, draw, stage)});
    });
    return values;
}

}
