// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace rheobase {

struct Sentence;

/// A symbol as rich text: "V_th" is V<sub>th</sub>, in italics.
QString richText(std::string_view symbol);
inline QString fromView(std::string_view s) { return QString::fromUtf8(s.data(), static_cast<qsizetype>(s.size())); }
/// Text of the core's tables (names, meanings) and of the presets in the user's language.
QString spoken(std::string_view text);
QString spoken(const Sentence& sentence);
/// What the tip of a control says that a lesson locks.
QString lockedTip();
/// The decimal sign of the language, as entry() wants it.
char decimalSign();
/// With a capital letter, as a title.
QString capitalised(const QString& text);
/// What is meant, without what stands in brackets, capitalised: "Sodium current" of "sodium current (outward)".
QString nameSpoken(std::string_view meaning);
/// A number for people: locale's separators, a true minus, at most `digits` significant digits.
QString shown(double value, int digits = 4);
/// The same with its unit: "14 MΩ".
QString shown(double value, std::string_view unit, int digits = 4);
/// A length of time in the unit that suits it: "100 ms", "70.1 s", "16.7 min"; a speed where `per` is "/s".
QString duration(double ms, int digits = 3, const QString& per = {});
/// A time of a run, to what can be told apart on screen (ms): "284.09 ms", "16 min 40.00 s".
QString moment(double ms, double resolution = 0.01);
/// What the times of an axis are counted in.
struct TimeUnit {
    double ms;
    const char* name;
};
/// The unit for times up to `latest` of which a length is seen (ms).
TimeUnit unitOfTimes(double latest, double length);
/// A sentence with its symbols as richText() sets them; markup in it is text.
QString typeset(const QString& text);
/// The same with so many decimals; where they are fewer than none, as shown().
QString fixed(double value, int decimals);

}
