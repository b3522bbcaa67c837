// SPDX-License-Identifier: GPL-3.0-or-later
#include "command_line.h"

#include "typed.h"
#include "words.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <charconv>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rheobase::CommandLine)
};

/// Puts KEY=VALUE,… into `values`, in the order of the table.
void assignAll(const QString& list, std::span<const Quantity> table, std::span<double> values, const QString& complaint)
{
    for (const QString& assignment : list.split(u',')) {
        const auto [index, value] = assignmentFrom(assignment, table, complaint);
        values[index] = value;
    }
}

template<class Rows> std::vector<std::string> idsOf(const Rows& rows)
{
    std::vector<std::string> ids;
    for (const auto& row : rows) ids.emplace_back(row.id);
    return ids;
}

}

void refuse(const QString& sentence) { throw Failure{Failure::misused, sentence}; }

void refuseName(const QString& complaint, const QString& name, std::span<const std::string> names)
{
    if (names.empty()) refuse(Words::tr("%1 \"%2\": there are none.").arg(complaint, name));
    refuse(Words::tr("%1 \"%2\"; the nearest is \"%3\".").arg(complaint, name, QString::fromStdString(nearest(name.toStdString(), names))));
}

void parse(QCommandLineParser& parser, const QList<QCommandLineOption>& options, const QStringList& arguments)
{
    parser.addOptions(options);
    if (parser.parse(arguments)) return;
    if (parser.unknownOptionNames().isEmpty()) refuse(parser.errorText());
    std::vector<std::string> names;
    for (const QCommandLineOption& option : options) names.push_back("--" + option.names().constLast().toStdString());
    refuseName(Words::tr("unknown option"), "--" + parser.unknownOptionNames().constFirst(), names);
}

QString helpText(const QCommandLineParser& parser)
{
    char name[] = "rheobase";
    char* arguments[] = {name, nullptr};
    int count = 1;
    const QCoreApplication application(count, arguments); // the parser asks it for the program's name
    return parser.helpText();
}

std::vector<std::string> identifiers(std::span<const Quantity> table)
{
    std::vector<std::string> names;
    for (const Quantity& quantity : table) names.push_back(identifier(quantity.symbol));
    return names;
}

double valueFrom(const QString& text, const Quantity& quantity, const QString& name)
{
    const Typed read = typed(text.toStdString(), quantity, name.toStdString());
    if (!read.problem.empty()) refuse(QString::fromStdString(read.problem));
    if (!read.value) refuse(Words::tr("%1 cannot be as large or as small as %2.").arg(name, text));
    if (const Sentence sentence = problem(quantity, *read.value, name.toStdString()); !sentence.empty())
        refuse(Words::tr("%1 (not %2)").arg(QString::fromStdString(sentence).chopped(1), text) + u'.');
    return *read.value;
}

std::uint64_t countFrom(const QString& text, std::uint64_t least, const QString& name)
{
    const std::string bytes = text.toStdString();
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(bytes.data(), bytes.data() + bytes.size(), value);
    if (error != std::errc() || end != bytes.data() + bytes.size() || value < least)
        refuse(Words::tr("%1 needs a whole number from %2, not \"%3\".").arg(name, QString::number(least), text));
    return value;
}

std::pair<std::size_t, double> assignmentFrom(const QString& text, std::span<const Quantity> table, const QString& complaint)
{
    const qsizetype equals = text.indexOf(u'=');
    const QString name = (equals < 0 ? text : text.left(equals)).trimmed();
    const auto index = indexOf(table, name.toStdString());
    if (!index) refuseName(complaint, name, identifiers(table));
    if (equals < 0) refuse(Words::tr("\"%1\" needs a value: %1=VALUE.").arg(name));
    return {*index, valueFrom(text.mid(equals + 1), table[*index], name)};
}

StimulusComponent stimulusFrom(const QString& text, const Quantity& input)
{
    const QString id = text.section(u':', 0, 0);
    const StimulusShape* const shape = stimulusShape(id.toStdString());
    if (!shape) refuseName(Words::tr("unknown stimulus shape"), id, idsOf(stimulusShapes()));
    StimulusComponent made = component(*shape, input);
    if (text.contains(u':')) assignAll(text.section(u':', 1), quantities(*shape, input), made.values, Words::tr("%1 has no key").arg(id));
    return made;
}

Noise noiseFrom(const QString& text, const Quantity& input)
{
    const QString id = text.section(u':', 0, 0) == "ou" ? "ornstein-uhlenbeck" : text.section(u':', 0, 0);
    const auto it = std::ranges::find(noiseIds, id.toStdString());
    if (it == std::end(noiseIds))
        refuseName(Words::tr("unknown noise"), id, std::vector<std::string>(std::begin(noiseIds), std::end(noiseIds)));
    Noise noise;
    noise.kind = static_cast<Noise::Kind>(it - std::begin(noiseIds));
    double values[] = {noise.sigma, noise.tau};
    if (text.contains(u':'))
        assignAll(text.section(u':', 1), noiseQuantities(noise.kind, input), values, Words::tr("%1 noise has no key").arg(id));
    noise.sigma = values[0];
    noise.tau = values[1];
    return noise;
}

SolverKind solverFrom(const QString& text)
{
    const auto it = std::ranges::find(solverDescriptions(), text.toStdString(), &SolverDescription::id);
    if (it == solverDescriptions().end()) refuseName(Words::tr("unknown solver"), text, idsOf(solverDescriptions()));
    return it->kind;
}

QSizeF sizeFrom(const QString& text)
{
    static const QRegularExpression form("^([0-9.]+) *[x×] *([0-9.]+) *(mm)?$");
    const auto match = form.match(text);
    const QSizeF size(match.captured(1).toDouble(), match.captured(2).toDouble());
    if (!match.hasMatch() || size.width() < 20 || size.height() < 20 || size.width() > 2000 || size.height() > 2000)
        refuse(Words::tr("--size needs a width and a height of 20 to 2000 mm, such as 85x55mm, not \"%1\".").arg(text));
    return size;
}

}
