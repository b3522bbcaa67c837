// SPDX-License-Identifier: GPL-3.0-or-later
#include "clamp_order.h"

#include "clamp_family.h"
#include "command_line.h"
#include "experiment_options.h"
#include "solver.h"
#include "words.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rheobase::ClampOrder)
};

/// Rows of one test potential that are held in memory.
constexpr std::uint64_t mostRows = 2'000'000;

const QStringList ofCurrentClamp{"stimulus", "repeat", "noise", "duration", "seed", "spike-level", "spike-rearm"};

/// Those of a run; what injects a current is known, to be refused with a reason.
QList<QCommandLineOption> optionsOfRun()
{
    QList<QCommandLineOption> options = experimentOptions();
    for (QCommandLineOption& option : options) {
        const QString name = option.names().constLast();
        if (ofCurrentClamp.contains(name)) option.setFlags(QCommandLineOption::HiddenFromHelp);
        if (name == "solver") option.setDescription(Words::tr("Compute by steps of this solver instead of in closed form."));
    }
    return options;
}

const ClampSetting settingOf(const Model& model, double VoltageClamp::*member)
{
    const auto settings = clampSettings(model);
    return *std::ranges::find(settings, member, &ClampSetting::member);
}

/// Puts an option's value where it belongs.
void take(const QCommandLineParser& parser, const QString& option, Experiment& e, double VoltageClamp::*member)
{
    if (parser.isSet(option)) e.clamp.*member = valueFrom(parser.value(option), settingOf(*e.model, member).quantity, "--" + option);
}

/// V:MS.
void takeLevel(const QCommandLineParser& parser, const QString& option, Experiment& e, bool VoltageClamp::*isOn,
               double VoltageClamp::*level, double VoltageClamp::*width)
{
    if (!parser.isSet(option)) return;
    const QString text = parser.value(option);
    const QStringList parts = text.split(u':');
    if (parts.size() != 2)
        refuse(Words::tr("--%1 needs a potential and a width in ms, such as --%1 -100:50, not \"%2\".").arg(option, text));
    e.clamp.*isOn = true;
    e.clamp.*level = valueFrom(parts[0], settingOf(*e.model, level).quantity, "--" + option);
    e.clamp.*width = valueFrom(parts[1], settingOf(*e.model, width).quantity, "--" + option);
}

std::vector<double> stepsFrom(const QString& text, const Model& model)
{
    const QString option = QStringLiteral("--step");
    const Quantity V = testPotential(model);
    if (!text.contains(u':')) {
        std::vector<double> steps;
        for (const QString& part : text.split(u',')) steps.push_back(valueFrom(part, V, option));
        return steps;
    }
    const QStringList parts = text.split(u':');
    if (parts.size() != 3)
        refuse(Words::tr("--step needs a list such as -40,-20,0 or a range such as -40:60:11 (from, to, number of steps), not \"%1\".")
                   .arg(text));
    const double from = valueFrom(parts[0], V, option), to = valueFrom(parts[1], V, option);
    const std::uint64_t count = countFrom(parts[2], 1, Words::tr("the number of steps"));
    if (count > mostClampSteps) refuse(Words::tr("--step makes at most %1 steps, not %2.").arg(mostClampSteps).arg(parts[2]));
    Experiment e = defaultExperiment(model);
    return withSteps(e, from, to, count).clamp.steps;
}

void block(const QString& text, Experiment& e)
{
    const Model& model = *e.model;
    const QString name = text.section(u'=', 0, 0).trimmed();
    const auto index = blockable(model, name.toStdString());
    if (!index) {
        std::vector<std::string> known;
        for (const Quantity& q : model.parameters)
            if (q.part == Part::conductance) known.insert(known.end(), {identifier(q.symbol), identifier(blockedShare(q).symbol)});
        refuseName(Words::tr("%1 has no conductance that could be blocked by").arg(fromView(model.id)), name, known);
    }
    QString value = text.section(u'=', 1).trimmed();
    if (value.endsWith(u'%')) value.chop(1);
    if (value.isEmpty()) refuse(Words::tr("\"%1\" needs a value: %1=PERCENT.").arg(name));
    e.clamp.blocked[*index] = valueFrom(value, blockedShare(model.parameters[*index]), "--block " + name);
}

/// The clamp of a document that has one, else that of the options, without a rest before and after.
void takeClamp(const QCommandLineParser& parser, Experiment& e)
{
    using C = VoltageClamp;
    if (!isClamped(e)) {
        if (!parser.isSet("hold")) refuse(Words::tr("clamp needs --hold V, the holding potential, such as --hold -65."));
        if (!parser.isSet("step")) refuse(Words::tr("clamp needs --step, the test potentials, such as --step -40:60:11."));
        e.clamp = defaultClamp(*e.model);
        e.clamp.before = e.clamp.after = 0;
    }
    e.mode = Mode::voltageClamp;
    take(parser, "hold", e, &C::hold);
    take(parser, "gap", e, &C::gap);
    take(parser, "width", e, &C::width);
    take(parser, "before", e, &C::before);
    take(parser, "after", e, &C::after);
    take(parser, "series-resistance", e, &C::seriesResistance);
    takeLevel(parser, "pre", e, &C::hasPrepulse, &C::prepulse, &C::prepulseWidth);
    takeLevel(parser, "tail", e, &C::hasTail, &C::tail, &C::tailWidth);
    if (parser.isSet("gap") && !e.clamp.hasPrepulse) refuse(Words::tr("--gap needs --pre V:MS, as it comes between prepulse and test."));
    if (parser.isSet("step")) {
        e.clamp.steps = stepsFrom(parser.value("step"), *e.model);
        e.clamp.chosen = 0;
    }
    for (const QString& text : parser.values("block"))
        for (const QString& part : text.split(u',')) block(part, e);
    if (parser.isSet("capacitive")) e.clamp.isCapacitive = true;
    if (parser.isSet("subtract-leak")) e.clamp.subtractsLeak = true;
}

void checkPlot(const ClampOrder& order)
{
    if (const std::size_t steps = order.experiment.clamp.steps.size(); order.plot.isWanted() && steps > mostOverlaidSteps)
        refuse(Words::tr("--plot draws at most %1 test potentials, not %2: name fewer by --step.").arg(mostOverlaidSteps).arg(steps));
}

void checkSize(const ClampOrder& order)
{
    const double rows = lengthOf(order.experiment.clamp) / order.interval();
    if (rows > static_cast<double>(mostRows))
        refuse(Words::tr("%1 rows for a step would not fit into memory: use --every %2, a greater --dt or a shorter --width.")
                   .arg(rows, 0, 'f', 0)
                   .arg(static_cast<qulonglong>(lengthOf(order.experiment.clamp) / order.experiment.dt / mostRows) + 1));
}

}

QList<QCommandLineOption> clampOptions()
{
    return QList<QCommandLineOption>{
               {"hold", Words::tr("Holding potential: --hold -65."), "V"},
               {"pre", Words::tr("A prepulse before the test, its potential and width: --pre -100:50."), "V:MS"},
               {"gap", Words::tr("Time at holding between prepulse and test in ms (0)."), "MS"},
               {"step", Words::tr("Test potentials: --step -40,-20,0 or --step -40:60:11."), "V,V,...|FROM:TO:COUNT"},
               {"width", Words::tr("Width of the test in ms (20)."), "MS"},
               {"tail", Words::tr("Another potential right after the test: --tail -50:30."), "V:MS"},
               {"before", Words::tr("Time at holding before all in ms (0)."), "MS"},
               {"after", Words::tr("Time at holding after all in ms (0)."), "MS"},
               {"block", Words::tr("Block a share of a conductance in per cent: --block TTX=100 or --block g_K=50."), "NAME=PERCENT"},
               {"series-resistance", Words::tr("Series resistance of the electrode, through which V follows the command (0)."), "R"},
               {"capacitive", Words::tr("Let the current include C dV/dt.")},
               {"subtract-leak",
                Words::tr("Subtract leak from the current by quarter steps (P/4) from the lowest potential of the model.")},
           }
           + optionsOfRun()
           + QList<QCommandLineOption>{
               {"every", Words::tr("Write every N-th step (1)."), "STEPS"},
           }
           + tableOptions(Words::tr("Write currents, states and terms as a table, a row for each sample; - is standard output."))
           + QList<QCommandLineOption>{
               {"iv", Words::tr("Write what is read off for each test potential: peaks, steady currents, tails; - is standard output."),
                "FILE|-"},
           }
           + plotOptions(Words::tr("Draw the family: FILE.png, FILE.svg or FILE.pdf."), Words::tr("120 x 110 mm"))
           + QList<QCommandLineOption>{
               {"json", Words::tr("Print what is read off as JSON.")},
               {{"h", "help"}, Words::tr("Print this help.")},
           };
}

QString clampHelp()
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Words::tr(
        "Clamps a model to a family of potentials and tells which currents flow. Times are counted from the start of an episode; a "
        "row at the time of a step is what comes after it. Without a file or --json it prints a summary."));
    parser.addOptions(clampOptions());
    addSubject(parser, "clamp MODEL|FILE|- --hold V --step V,V,...|FROM:TO:COUNT");
    return helpText(parser);
}

std::optional<ClampOrder> clampOrderFrom(const QStringList& arguments)
{
    QCommandLineParser parser;
    parse(parser, clampOptions(), arguments);
    if (parser.isSet("help")) return std::nullopt;
    for (const QString& option : ofCurrentClamp)
        if (parser.isSet(option))
            refuse(Words::tr("--%1 belongs to current clamp, and here the potential is commanded: leave it out, or use rheobase run.")
                       .arg(option));
    ClampOrder order;
    order.experiment = experimentFrom(parser, "clamp");
    if (const Sentence sentence = clampRefusal(*order.experiment.model); !sentence.empty()) refuse(QString::fromStdString(sentence));
    takeClamp(parser, order.experiment);
    if (const Sentence sentence = problem(order.experiment); !sentence.empty()) refuse(QString::fromStdString(sentence));
    if (parser.isSet("solver")) order.solver = order.experiment.solver;
    if (parser.isSet("every")) order.every = countFrom(parser.value("every"), 1, "--every");
    order.table = tableFrom(parser);
    order.iv = outputFrom(parser, "iv");
    order.plot = plotOrderFrom(parser);
    order.json = parser.isSet("json");
    checkPlaces(parser, {"csv", "npz", "mat", "iv", "plot"});
    checkPlot(order);
    checkSize(order);
    return order;
}

}
