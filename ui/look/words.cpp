// SPDX-License-Identifier: GPL-3.0-or-later
#include "words.h"

#include "sentence.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

/// The base of a symbol and what stands below it: "V_th" is V and th.
std::pair<QString, QString> parts(std::string_view symbol)
{
    const auto underscore = symbol.find('_');
    if (underscore == symbol.npos) return {fromView(symbol), {}};
    return {fromView(symbol.substr(0, underscore)), fromView(symbol.substr(underscore + 1))};
}

/// A number in a sentence, perhaps with its unit, with the language's decimal sign; any other text as it is.
QString numberSpoken(QString text)
{
    static const QRegularExpression number(QStringLiteral("^-?[0-9]+\\.[0-9]+(?= |$|e)"));
    const auto found = number.match(text);
    return found.hasMatch() ? text.replace(text.indexOf(u'.'), 1, QLocale().decimalPoint()) : text;
}

}

QString spoken(std::string_view text) { return QCoreApplication::translate("Tables", std::string(text).c_str()); }

QString spoken(const Sentence& sentence)
{
    QString text = spoken(sentence.pattern);
    for (const std::string& part : sentence.parts) text = text.arg(numberSpoken(spoken(part)));
    return text;
}

QString richText(std::string_view symbol)
{
    const auto [base, below] = parts(symbol);
    return below.isEmpty() ? QStringLiteral("<i>%1</i>").arg(base) : QStringLiteral("<i>%1</i><sub>%2</sub>").arg(base, below);
}

QString plainText(std::string_view symbol)
{
    const auto [base, below] = parts(symbol);
    return base + below;
}

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
    return unit.empty() ? number : number + QStringLiteral("\u202f") + fromView(unit);
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
