// SPDX-License-Identifier: GPL-3.0-or-later
#include "solve_command.h"

#include "command_line.h"
#include "experiment_options.h"
#include "interruption.h"
#include "json_document.h"
#include "output.h"
#include "solution.h"
#include "sweep.h"
#include "words.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cmath>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rheobase::SolveCommand)
};

QString help()
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Words::tr("Finds the value of a parameter or of the stimulus that brings a measure to a value, within the range of its slider: the "
                  "one nearest to the present value where several do. A run is from rest, for the experiment's duration."));
    parser.addOptions(solveOptions());
    addSubject(parser, "solve MODEL|FILE|- --make MEASURE=VALUE --by NAME");
    return helpText(parser);
}

void print(const QByteArray& text)
{
    Output console("-");
    console.write(text);
    console.commit();
}

Goal goalFrom(const QCommandLineParser& parser, const Experiment& e)
{
    const QString text = parser.value("make"), name = text.section(u'=', 0, 0).trimmed();
    if (!text.contains(u'=')) refuse(Words::tr("solve needs --make MEASURE=VALUE, such as --make rate=50."));
    Goal goal{.what = name.toStdString(), .by = parser.isSet("by") ? parser.value("by").toStdString() : "I"};
    const auto quantity = goalQuantity(e, goal.what);
    if (!quantity) refuseName(Words::tr("nothing measured is called"), name, goalNames(*e.model));
    goal.value = valueFrom(text.section(u'=', 1), *quantity, name);
    if (const Sentence sentence = problem(e, goal); !sentence.empty()) refuse(QString::fromStdString(sentence));
    return goal;
}

QString told(const QString& name, double value, std::string_view unit)
{
    return (name + QStringLiteral(" = ") + QString::number(value, 'g', 7) + u' ' + fromView(unit)).trimmed();
}

QByteArray json(const Experiment& e, const Goal& goal, const Solution& solution)
{
    return jsonDocument({{"model", fromView(e.model->id)},
                         {"make", QString::fromStdString(goal.what)},
                         {"wanted", goal.value},
                         {"by", QString::fromStdString(goal.by)},
                         {"value", solution.value},
                         {"unit", fromView(sweptQuantity(e, goal.by)->unit)},
                         {"reached", orNull(solution.reached)},
                         {"isReached", solution.isReached}},
                        &e);
}

}

QList<QCommandLineOption> solveOptions()
{
    return QList<QCommandLineOption>{
               {"make",
                Words::tr("What to reach: a measure (rheobase measures lists them) or what follows from the parameters: --make rate=50."),
                "MEASURE=VALUE"},
               {"by", Words::tr("What to set for it: a parameter, the current I (this without the option) or a value of a stimulus."),
                "NAME"}}
           + experimentOptions()
           + QList<QCommandLineOption>{{"json", Words::tr("Print JSON.")}, {{"h", "help"}, Words::tr("Print this help.")}};
}

void solveCommand(const QStringList& arguments, Interruption& interruption)
{
    QCommandLineParser parser;
    parse(parser, solveOptions(), arguments);
    if (parser.isSet("help")) return print(help().toUtf8());
    const Experiment experiment = experimentFrom(parser, "solve");
    const Goal goal = goalFrom(parser, experiment);
    const auto solution = solve(experiment, goal, interruption.token());
    interruption.check();
    if (parser.isSet("json")) print(json(experiment, goal, *solution));
    const QString by = told(QString::fromStdString(goal.by), solution->value, sweptQuantity(experiment, goal.by)->unit),
                  reached = told(QString::fromStdString(goal.what), solution->reached, goalQuantity(experiment, goal.what)->unit);
    if (!solution->isReached) {
        const QString nearest = std::isfinite(solution->reached) ? Words::tr(" The nearest is %1 at %2.").arg(reached, by) : QString();
        throw Failure{Failure::impossible, Words::tr("out of reach: %1%2").arg(QString::fromStdString(solution->reason), nearest)};
    }
    if (!parser.isSet("json")) print((by + u'\n' + reached + u'\n').toUtf8());
}

}
