// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

#include "clamp_command.h"
#include "clamp_order.h"
#include "command_line.h"
#include "completion.h"
#include "experiment_options.h"
#include "export_command.h"
#include "interruption.h"
#include "lesson_command.h"
#include "measures_command.h"
#include "models_command.h"
#include "output.h"
#include "ranks.h"
#include "run_command.h"
#include "run_order.h"
#include "solve_command.h"
#include "sweep_command.h"
#include "system.h"
#include "threshold_commands.h"

#include <QCoreApplication>

#include <cstdio>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rheobase::Commands)
};

void print(const QString& text)
{
    Output console("-");
    console.write(text.toUtf8());
    console.commit();
}

void printVersion(const QStringList&) { print("rheobase " RHEOBASE_VERSION "\n"); }

void printHelp(const QStringList&);
void printCompletion(const QStringList& arguments);

/// A command for one process: the other ranks wait.
template<auto act> void onFirst(const QStringList& arguments, Ranks& ranks, Interruption& interruption)
{
    ranks.together([&] {
        if (!ranks.isFirst()) return;
        if constexpr (requires { act(arguments, interruption); }) act(arguments, interruption);
        else act(arguments);
    });
}

/// A command: what it is called, does, takes, and what --help says of it. The help of all, completion and the manual tell of those that
/// have a usage.
struct Command {
    const char* name;
    void (*act)(const QStringList& arguments, Ranks& ranks, Interruption& interruption);
    QList<QCommandLineOption> (*options)() = nullptr;
    const char *usage = nullptr, *meaning = nullptr;
    bool takesArguments = true;
};

QList<QCommandLineOption> noOptions() { return {}; }

// clang-format off
constexpr Command known[] = {
    {"models", onFirst<modelsCommand>, modelsOptions, "[--json]", QT_TR_NOOP("every model, with what can be set and recorded")},
    {"measures", onFirst<measuresCommand>, measuresOptions, "[--json]", QT_TR_NOOP("what is measured, with units and definitions")},
    {"run", onFirst<runCommand>, runOptions, "MODEL|FILE [options]", QT_TR_NOOP("simulate; write tables, spike times and plots")},
    {"sweep", sweepCommand, sweepOptions, "MODEL|FILE --over NAME=FROM:TO:COUNT[:log] [options]", QT_TR_NOOP("simulate a grid of neurons; write a table")},
    {"rheobase", onFirst<rheobaseCommand>, rheobaseOptions, "MODEL|FILE [options]", QT_TR_NOOP("the least lasting currents that make a neuron fire")},
    {"strength-duration", onFirst<strengthDurationCommand>, strengthDurationOptions, "MODEL|FILE [options]", QT_TR_NOOP("the threshold of a pulse against its width; chronaxie")},
    {"solve", onFirst<solveCommand>, solveOptions, "MODEL|FILE --make MEASURE=VALUE [--by NAME] [options]", QT_TR_NOOP("the value that brings a measure to a value")},
    {"clamp", onFirst<clampCommand>, clampOptions, "MODEL|FILE --hold V --step V,V,...|FROM:TO:COUNT [options]", QT_TR_NOOP("the currents of a neuron at commanded potentials")},
    {"export", onFirst<exportCommand>, exportOptions, "MODEL|FILE --to TARGET [-o FILE|-] [--approximate] [options]", QT_TR_NOOP("the experiment as a script that runs elsewhere and checks itself")},
    {"lessons", onFirst<lessonsCommand>, lessonsOptions, "[--json]", QT_TR_NOOP("the lessons that come with the program")},
    {"lesson", onFirst<lessonCommand>, noOptions, "test|publish|handout|answers|seal|words|class|reports FILE…", QT_TR_NOOP("try a lesson, write it for students or paper, read reports")},
    {"completion", onFirst<printCompletion>, noOptions, "bash|zsh|fish", QT_TR_NOOP("what a shell needs to complete all of this")},
    {.name = "--version", .act = onFirst<printVersion>, .takesArguments = false},
    {.name = "--help", .act = onFirst<printHelp>, .takesArguments = false},
    {.name = "-v", .act = onFirst<printVersion>, .takesArguments = false},
    {.name = "-h", .act = onFirst<printHelp>, .takesArguments = false},
    {.name = "help", .act = onFirst<printHelp>, .takesArguments = false},
};
// clang-format on

/// "  rheobase USAGE   MEANING", below each other where there is no room.
QString line(const QString& usage, const QString& meaning)
{
    constexpr qsizetype width = 33;
    const QString left = "  rheobase " + usage;
    return (left.size() < width - 1 ? left.leftJustified(width) : left + u'\n' + QString(width, u' ')) + meaning + u'\n';
}

void printHelp(const QStringList&)
{
    QString text = Words::tr("Rheobase %1: a live workbench for neuron dynamics.\n\nUsage:\n").arg(RHEOBASE_VERSION)
                   + line("[FILE]", Words::tr("the window, perhaps with an experiment from a document, a picture or a table"));
    for (const Command& command : known)
        if (command.usage) text += line(QString(command.name) + u' ' + QString::fromUtf8(command.usage), Words::tr(command.meaning));
    print(text + "  rheobase --version | --help\n\n"
          + Words::tr("FILE is an experiment that was saved, or a figure or table, which carries one; options change it.\n"
                      "rheobase COMMAND --help lists the options of a command.\n"
                      "Exit status: 0 done, 1 impossible, 2 a wrong command line, 130 or 143 interrupted.\n"));
}

void printCompletion(const QStringList& arguments)
{
    std::vector<Offer> offers;
    for (const Command& command : known)
        if (command.options) offers.push_back({{command.name}, Words::tr(command.meaning), command.options()});
    for (const LessonAct& act : lessonActs()) offers.push_back({{"lesson", act.name}, QString::fromUtf8(act.description), act.options});
    print(completion(arguments.mid(1), offers));
}

/// Refuses what is none.
const Command& commandFrom(const QStringList& arguments)
{
    std::vector<std::string> names;
    if (isFileName(arguments[0])) {
        checkIsFile(arguments[0]);
        if (arguments.size() > 1) refuse(Words::tr("\"%1\" is one word too many: the window opens one file.").arg(arguments[1]));
    }
    for (const Command& command : known) {
        names.emplace_back(command.name);
        if (arguments[0] != QLatin1String(command.name)) continue;
        if (!command.takesArguments && arguments.size() > 1)
            refuse(Words::tr("\"%1\" is one word too many: %2 stands alone.").arg(arguments[1], arguments[0]));
        return command;
    }
    refuseName(arguments[0].startsWith(u'-') ? Words::tr("unknown option") : Words::tr("unknown command"), arguments[0], names);
}

/// Says why, once; what fails after a signal fails because of it.
int failed(const Failure& failure, const Ranks& ranks)
{
    if (!ranks.isFirst()) return 0; // the first one's status is that of all
    const int signal = interruption();
    auto [status, sentence] = signal != 0 ? Interruption::failureBy(signal) : failure;
    std::fprintf(stderr, "rheobase: %s\n", sentence.replace(u'\n', u' ').toUtf8().constData());
    return status;
}

}

int command(const QStringList& arguments)
{
    Ranks ranks;
    Interruption interruption;
    try {
        const Command* command = nullptr;
        ranks.together([&] { command = &commandFrom(arguments); });
        command->act(arguments, ranks, interruption);
        return 0;
    } catch (const Failure& failure) {
        return failed(failure, ranks);
    } catch (const std::bad_alloc&) {
        return failed({Failure::impossible, Words::tr("there is not enough memory for this; nothing was written.")}, ranks);
    }
}

}
