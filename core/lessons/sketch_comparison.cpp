// SPDX-License-Identifier: GPL-3.0-or-later
#include "html.h"
#include "refusal.h"
#include "sketch.h"

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr double prominent = 0.15, near = 0.03; // of an axis

double heightAt(const Stroke& line, double x)
{
    const auto right = std::ranges::lower_bound(line, x, {}, &std::pair<double, double>::first);
    if (right == line.begin()) return right->second;
    if (right == line.end()) return line.back().second;
    const auto left = right - 1;
    const double width = right->first - left->first;
    return width > 0 ? std::lerp(left->second, right->second, (x - left->first) / width) : right->second;
}

/// The highest point, where the line rises to it and falls from it.
std::optional<std::pair<double, double>> peakOf(const Sketch& sketch, const Stroke& line)
{
    const auto top = std::ranges::max_element(line, {}, &std::pair<double, double>::second);
    const double least = prominent * sketch.up.length();
    const auto lowest = [](auto begin, auto end) {
        return std::min_element(begin, end, [](auto& a, auto& b) { return a.second < b.second; })->second;
    };
    if (top->second - lowest(line.begin(), top + 1) < least || top->second - lowest(top, line.end()) < least) return std::nullopt;
    return *top;
}

std::string rounded(double value, double length, std::string_view unit)
{
    const double step = std::pow(10, std::floor(std::log10(length / 100)));
    return shownValue(std::round(std::abs(value) / step) * step, unit);
}

}

Sentence comparison(const Sketch& sketch, const Stroke& stroke, const Stroke& run)
{
    if (!sketch.isFunction() || stroke.size() < 2 || run.size() < 2) return {};
    const auto across = [&](double x) { return rounded(x, sketch.across.length(), std::string_view(sketch.across.quantity.unit)); };
    const auto up = [&](double y) { return rounded(y, sketch.up.length(), std::string_view(sketch.up.quantity.unit)); };
    const auto drawnPeak = peakOf(sketch, stroke), runPeak = peakOf(sketch, run);
    if (drawnPeak && runPeak) {
        const double higher = runPeak->second - drawnPeak->second, later = runPeak->first - drawnPeak->first;
        const std::vector<std::string> parts{up(higher), across(later)};
        if (higher >= 0 && later >= 0) return said("The peak is %1 higher and %2 later than drawn.", parts);
        if (higher >= 0) return said("The peak is %1 higher and %2 earlier than drawn.", parts);
        if (later >= 0) return said("The peak is %1 lower and %2 later than drawn.", parts);
        return said("The peak is %1 lower and %2 earlier than drawn.", parts);
    }
    if (runPeak)
        return said("There is a peak of %1 at %2 that was not drawn.",
                    {(runPeak->second < 0 ? "−" : "") + up(runPeak->second), across(runPeak->first)});
    double farthest = 0, at = run.front().first;
    for (const auto& [x, y] : run)
        if (const double off = y - heightAt(stroke, x); x >= stroke.front().first && std::abs(off) > std::abs(farthest))
            farthest = off, at = x;
    if (std::abs(farthest) < near * sketch.up.length())
        return said("It is nowhere farther than %1 from what was drawn.", {up(near * sketch.up.length())});
    if (farthest > 0) return said("It is up to %1 higher than drawn, most of all at %2.", {up(farthest), across(at)});
    return said("It is up to %1 lower than drawn, most of all at %2.", {up(farthest), across(at)});
}

}
