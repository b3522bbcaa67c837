// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_potentials.h"

#include "entry.h"
#include "experiment.h"
#include "nice.h"
#include "words.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

struct TestPotentials {
    Q_DECLARE_TR_FUNCTIONS(rheobase::TestPotentials)
};

using Steps = std::vector<double>;

constexpr double even = 1e-9; // of the distance between two steps

bool isEven(const Steps& steps)
{
    if (steps.size() < 3) return false;
    const double apart = (steps.back() - steps.front()) / static_cast<double>(steps.size() - 1);
    for (std::size_t i = 0; i < steps.size(); ++i)
        if (std::abs(steps[i] - steps.front() - apart * static_cast<double>(i)) > even * std::abs(apart)) return false;
    return apart != 0;
}

QString number(double value) { return shown(value, 6).remove(QChar(0x202f)); }

/// One potential, perhaps computed or with its unit; else why not.
std::variant<double, QString> potential(const QString& text, const Quantity& quantity)
{
    const Entry read = entry(text.trimmed().toStdString(), quantity.value, quantity, decimalSign());
    if (!read.value && !read.problem.empty()) return spoken(read.problem);
    if (!read.value) return TestPotentials::tr("“%1” is not a potential; try −40, −20, 0 or −40:60:11.").arg(text.trimmed());
    if (const Sentence why = problem(quantity, *read.value); !why.empty()) return spoken(why);
    return *read.value;
}

QString tooMany(std::size_t count)
{
    return TestPotentials::tr("%1 steps are more than the %2 that can be told apart over one another; leave some out.")
        .arg(count)
        .arg(mostOverlaidSteps);
}

std::variant<Steps, QString> spread(const QStringList& parts, const Quantity& quantity)
{
    bool isCount = false;
    const auto count = parts.value(2).trimmed().toUInt(&isCount);
    if (parts.size() != 3 || !isCount || count == 0)
        return TestPotentials::tr("Write from, to and how many: −40:60:11 are eleven steps from −40 to 60 mV.");
    if (count > mostOverlaidSteps) return tooMany(count);
    double ends[2];
    for (int i = 0; i < 2; ++i) {
        const auto end = potential(parts[i], quantity);
        if (const auto* why = std::get_if<QString>(&end)) return *why;
        ends[i] = std::get<double>(end);
    }
    Steps steps;
    for (unsigned i = 0; i < count; ++i) steps.push_back(evenly(ends[0], ends[1], i, count));
    return steps;
}

/// Apart by semicolons, by spaces, or by commas, unless these are decimal signs.
QStringList listed(const QString& text)
{
    static const QRegularExpression usual(QStringLiteral("[;,\\s]+")), besidesCommas(QStringLiteral("(?:[;\\s]|,\\s)+"));
    return text.split(decimalSign() == ',' ? besidesCommas : usual, Qt::SkipEmptyParts);
}

}

QString written(const Steps& steps)
{
    if (isEven(steps)) return QStringLiteral("%1:%2:%3").arg(number(steps.front()), number(steps.back())).arg(steps.size());
    QStringList parts;
    for (const double step : steps) parts << number(step);
    return parts.join(decimalSign() == ',' ? QStringLiteral("; ") : QStringLiteral(", "));
}

std::variant<Steps, QString> readSteps(const QString& text, const Model& model)
{
    const Quantity quantity = testPotential(model);
    QString plain = text;
    plain.replace(QChar(0x2212), u'-').remove(QChar(0x202f)).remove(QRegularExpression(QStringLiteral("\\s*mV\\b")));
    if (plain.contains(u':')) return spread(plain.split(u':'), quantity);
    Steps steps;
    for (const QString& part : listed(plain)) {
        const auto step = potential(part, quantity);
        if (const auto* why = std::get_if<QString>(&step)) return *why;
        steps.push_back(std::get<double>(step));
    }
    if (steps.empty()) return TestPotentials::tr("Name at least one test potential, such as −20.");
    if (steps.size() > mostOverlaidSteps) return tooMany(steps.size());
    return steps;
}

}
