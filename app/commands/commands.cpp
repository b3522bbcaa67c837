// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

#include "clamp_command.h"
#include "command_line.h"
#include "experiment_options.h"
#include "export_command.h"
#include "interruption.h"
#include "lesson_command.h"
#include "measures_command.h"
#include "models_command.h"
#include "output.h"
#include "ranks.h"
#include "run_command.h"
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

void printHelp(const QStringList&)
{
    print(Words::tr("Rheobase %1: a live workbench for neuron dynamics.\n\n"
                    "Usage:\n"
                    "  rheobase [FILE]                the window, perhaps with an experiment from a document or a picture\n"
                    "  rheobase models [--json]       every model, with what can be set and recorded\n"
                    "  rheobase measures [--json]     what is measured, with units and definitions\n"
                    "  rheobase run MODEL|FILE [options]\n"
                    "                                 simulate; write tables, spike times and plots\n"
                    "  rheobase sweep MODEL|FILE --over NAME=FROM:TO:COUNT[:log] [options]\n"
                    "                                 simulate a grid of neurons; write a table\n"
                    "  rheobase rheobase MODEL|FILE [options]\n"
                    "                                 the least lasting currents that make a neuron fire\n"
                    "  rheobase strength-duration MODEL|FILE [options]\n"
                    "                                 the threshold of a pulse against its width; chronaxie\n"
                    "  rheobase solve MODEL|FILE --make MEASURE=VALUE [--by NAME] [options]\n"
                    "                                 the value that brings a measure to a value\n"
                    "  rheobase clamp MODEL|FILE --hold V --step V,V,...|FROM:TO:COUNT [options]\n"
                    "                                 the currents of a neuron at commanded potentials\n"
                    "  rheobase export MODEL|FILE --to TARGET [-o FILE|-] [--approximate] [options]\n"
                    "                                 the experiment as a script that runs elsewhere and checks itself\n"
                    "  rheobase lessons [--json]      the lessons that come with the program\n"
                    "  rheobase lesson test|publish|handout|answers|words|reports FILE…\n"
                    "                                 try a lesson, write it for students or paper, read reports\n"
                    "  rheobase --version | --help\n\n"
                    "FILE is an experiment that was saved, or a figure or table, which carries one; options change it.\n"
                    "rheobase COMMAND --help lists the options of a command.\n"
                    "Exit status: 0 done, 1 impossible, 2 a wrong command line, 130 or 143 interrupted.\n")
              .arg(RHEOBASE_VERSION));
}

/// A command for one process: the other ranks wait.
template<auto act> void onFirst(const QStringList& arguments, Ranks& ranks, Interruption& interruption)
{
    ranks.together([&] {
        if (!ranks.isFirst()) return;
        if constexpr (requires { act(arguments, interruption); }) act(arguments, interruption);
        else act(arguments);
    });
}

struct Command {
    const char* name;
    void (*act)(const QStringList& arguments, Ranks& ranks, Interruption& interruption);
    bool takesArguments;
};

// clang-format off
constexpr Command known[] = {
    {"models", onFirst<modelsCommand>, true},
    {"measures", onFirst<measuresCommand>, true},
    {"run", onFirst<runCommand>, true},
    {"sweep", sweepCommand, true},
    {"rheobase", onFirst<rheobaseCommand>, true},
    {"strength-duration", onFirst<strengthDurationCommand>, true},
    {"solve", onFirst<solveCommand>, true},
    {"clamp", onFirst<clampCommand>, true},
    {"export", onFirst<exportCommand>, true},
    {"lessons", onFirst<lessonsCommand>, true},
    {"lesson", onFirst<lessonCommand>, true},
    {"--version", onFirst<printVersion>, false},
    {"--help", onFirst<printHelp>, false},
    {"-v", onFirst<printVersion>, false},
    {"-h", onFirst<printHelp>, false},
    {"help", onFirst<printHelp>, false},
};
// clang-format on

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
