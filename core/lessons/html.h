// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson.h"

#include <functional>
#include <string>
#include <string_view>

namespace rheobase {

/// Says a sentence in the language of a page.
using Speaker = std::function<std::string(const Sentence& sentence)>;

/// A text as it stands in HTML.
std::string escaped(std::string_view text);
/// Markdown without HTML, as lessons have it, as HTML.
std::string toHtml(std::string_view markdown);
/// The {names} of live values replaced by the values at the beginning of a step, "?" where they are hidden.
std::string withValues(std::string_view text, const Step& step);
/// "4.88 mV", with at most four digits.
std::string shownValue(double value, std::string_view unit);

/// A recorded column of a run of an experiment against time, as SVG of `width` × `height` mm; the curve only where it is wanted. There
/// is room for the run of another experiment, too. Empty where it would take longer than 2 s.
std::string runPlot(const Experiment& experiment, std::size_t column, double duration, bool withCurve, double width, double height,
                    const Experiment* other = nullptr);

/// Axes as a lesson writes them, "t 0 … 140 ms, V -72 … -58 mV", with what was drawn on them in pencil and what is known in ink, as SVG of
/// `width` × `height` mm. Empty where the axes are none.
std::string strokePlot(std::string_view axes, const Stroke& stroke, const Stroke& curve, double width, double height);

}
