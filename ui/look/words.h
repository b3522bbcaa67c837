// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace rheobase {

struct Sentence;

/// A symbol as rich text: "V_th" is V<sub>th</sub>, in italics.
QString richText(std::string_view symbol);
/// A symbol in plain Unicode for labels without rich text: "V_th" is "Vth", "g_Na" is "gNa".
QString plainText(std::string_view symbol);
inline QString fromView(std::string_view s) { return QString::fromUtf8(s.data(), static_cast<qsizetype>(s.size())); }
/// Text of the core's tables (names, meanings) and of the presets in the user's language.
QString spoken(std::string_view text);
QString spoken(const Sentence& sentence);
/// With a capital letter, as a title.
QString capitalised(const QString& text);
/// A number for people: locale's separators, a true minus, at most `digits` significant digits.
QString shown(double value, int digits = 4);
/// The same with its unit: "14 MΩ".
QString shown(double value, std::string_view unit, int digits = 4);
/// The same with so many decimals; where they are fewer than none, as shown().
QString fixed(double value, int decimals);

}
