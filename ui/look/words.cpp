// SPDX-License-Identifier: GPL-3.0-or-later
#include "words.h"

#include "quantity.h"
#include "sentence.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

/// A number in a sentence, perhaps with its unit, with the language's decimal sign and a true minus; any other text as it is.
QString numberSpoken(QString text)
{
    static const QRegularExpression number(QStringLiteral("^[-−]?[0-9]+(\\.[0-9]+)?(e[+-]?[0-9]+)?(?= |$)"));
    const auto found = number.match(text);
    if (found.capturedLength(1) > 0) text.replace(text.indexOf(u'.'), 1, QLocale().decimalPoint());
    return found.hasMatch() ? text.replace(u'-', u'−') : text;
}

}

QString lockedTip() { return QCoreApplication::translate("Veil", "Locked in this lesson"); }
QString spoken(std::string_view text) { return QCoreApplication::translate("Tables", std::string(text).c_str()); }

QString spoken(const Sentence& sentence)
{
    QString text = spoken(sentence.pattern);
    for (const std::string& part : sentence.parts) text = text.arg(numberSpoken(spoken(part)));
    return text;
}

QString richText(std::string_view symbol)
{
    const auto [base, below] = setApart(symbol);
    const QString above = QStringLiteral("<i>%1</i>").arg(fromView(base));
    return below.empty() ? above : above + QStringLiteral("<sub>%1</sub>").arg(fromView(below));
}

char decimalSign() { return QLocale().decimalPoint() == u"," ? ',' : '.'; }

QString nameSpoken(std::string_view meaning) { return capitalised(spoken(meaning).section(" (", 0, 0)); }

QString capitalised(const QString& text) { return text.left(1).toUpper() + text.mid(1); }

QString shown(double value, int digits)
{
    if (!std::isfinite(value)) return std::isnan(value) ? QStringLiteral("—") : value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    const double size = std::abs(value);
    QString text = size != 0 && (size < 1e-4 || size >= 1e7)
                       ? locale.toString(value, 'e', digits - 1)
                       : locale.toString(value, 'g', std::max(digits, size >= 1 ? static_cast<int>(std::log10(size)) + 1 : 1));
    return text.replace(locale.negativeSign(), QStringLiteral("−")).replace(QLatin1Char('-'), QStringLiteral("−"));
}

QString shown(double value, std::string_view unit, int digits)
{
    const QString number = shown(value, digits);
    return unit.empty() || std::isnan(value) ? number : number + QStringLiteral("\u202f") + fromView(unit);
}

namespace {

constexpr double second = 1000, minute = 60 * second, hour = 60 * minute; // ms

/// Decimals that tell apart what differs by this much.
int decimalsFor(double resolution) { return std::clamp(static_cast<int>(std::ceil(-std::log10(resolution) - 1e-9)), 0, 6); }

QString withUnit(const QString& number, const char* unit) { return number + QStringLiteral("\u202f") + QLatin1String(unit); }

}

QString duration(double ms, int digits, const QString& per)
{
    const double size = std::abs(ms);
    const auto [length, name] = size < 1 && size > 0   ? std::pair(1e-3, "µs")
                                : size < second        ? std::pair(1.0, "ms")
                                : size < 10 * minute   ? std::pair(second, "s")
                                : !(size >= 10 * hour) ? std::pair(minute, "min")
                                                       : std::pair(hour, "h");
    return shown(ms / length, digits) + QStringLiteral("\u202f") + QString::fromUtf8(name) + per;
}

QString moment(double ms, double resolution)
{
    const double size = std::abs(ms);
    if (size < 10 * second) return withUnit(fixed(ms, decimalsFor(resolution)), "ms");
    const int decimals = decimalsFor(resolution / second);
    if (size < 10 * minute) return withUnit(fixed(ms / second, decimals), "s");
    const double whole = std::trunc(ms / minute);
    return withUnit(fixed(whole, 0), "min") + u' ' + withUnit(fixed(std::abs(ms - whole * minute) / second, decimals), "s");
}

TimeUnit unitOfTimes(double latest, double length)
{
    if (length >= 5 * minute) return {minute, "min"};
    return length >= 10 * second || latest >= 10 * second ? TimeUnit{second, "s"} : TimeUnit{1, "ms"};
}

QString typeset(const QString& text)
{
    static const QRegularExpression symbol(QStringLiteral("(?<![\\p{L}\\d_])(Δ?\\p{L})_([\\p{L}\\d∞]+)(?![\\p{L}\\d_]|\\.\\p{L})"),
                                           QRegularExpression::UseUnicodePropertiesOption);
    QString said = text.toHtmlEscaped();
    for (const auto& [name, letter] : {std::pair("tau_", "τ_"), {"Delta_", "Δ_"}, {"phi_", "φ_"}, {"alpha_", "α_"}, {"beta_", "β_"}})
        said.replace(QLatin1String(name), QString::fromUtf8(letter)); // as they are named in files
    return said.replace(symbol, QStringLiteral("<i>\\1</i><sub>\\2</sub>"));
}

QString fixed(double value, int decimals)
{
    if (decimals < 0) return shown(value, 4);
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    const bool isNought = std::abs(value) < 0.5 * std::pow(10, -decimals); // no minus before 0.00
    return locale.toString(isNought ? 0 : value, 'f', decimals).replace(u'-', QChar(0x2212));
}

}
