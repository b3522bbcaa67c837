// SPDX-License-Identifier: GPL-3.0-or-later
#include "export_command.h"

#include "command_line.h"
#include "experiment_options.h"
#include "interruption.h"
#include "json_document.h"
#include "output.h"
#include "table_files.h"
#include "target.h"
#include "words.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

#include <cstdio>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rheobase::ExportCommand)
};

QString help()
{
    QCommandLineParser parser;
    QString meanings;
    for (const Target& target : targets())
        meanings += QStringLiteral("\n  %1 %2: %3").arg(fromView(target.id), -9).arg(fromView(target.name), fromView(target.meaning));
    parser.setApplicationDescription(
        Words::tr("Hands an experiment over as a script that runs elsewhere, with the equations, every value and the expected spike times: "
                  "it prints how far it is off, and exits with 1 beyond its tolerance.")
        + u'\n' + meanings);
    parser.addOptions(exportOptions());
    addSubject(parser, "export MODEL|FILE|- --to TARGET");
    return helpText(parser);
}

const Target& targetFrom(const QCommandLineParser& parser)
{
    std::vector<std::string> ids;
    for (const Target& target : targets()) ids.emplace_back(target.id);
    const QString id = parser.value("to");
    if (id.isEmpty()) refuse(Words::tr("export needs --to TARGET, such as --to scipy."));
    if (const Target* target = findTarget(id.toStdString())) return *target;
    refuseName(Words::tr("unknown target"), id, ids);
}

/// The command as it is typed in a shell.
QString typed(const QStringList& arguments)
{
    QStringList words{"rheobase"};
    for (QString word : arguments) {
        static const QRegularExpression plain("^[\\w./:=,+@%-]+$");
        if (!plain.match(word).hasMatch()) word = u'\'' + word.replace("'", "'\\''") + u'\'';
        words << word;
    }
    return words.join(u' ');
}

/// What was written where, and what it does not say.
QByteArray json(const Script& script, const Target& target, const Handover& made, const QString& path)
{
    QJsonArray unsaid;
    for (const Sentence& sentence : made.unsaid) unsaid.append(QString::fromStdString(sentence));
    return jsonDocument({{"model", fromView(script.model().id)},
                         {"target", fromView(target.id)},
                         {"unsaid", unsaid},
                         {"script", QString::fromStdString(made.text)},
                         {"files", path == "-" ? QJsonArray() : QJsonArray{path}}},
                        &script.experiment);
}

}

QList<QCommandLineOption> exportOptions()
{
    QStringList ids;
    for (const Target& target : targets()) ids << fromView(target.id);
    return QList<QCommandLineOption>{
               {"to", Words::tr("What to write: %1.").arg(ids.join(", ")), "TARGET"},
               {{"o", "output"}, Words::tr("Write it to a file; - is standard output, as without the option."), "FILE|-"},
               {"approximate", Words::tr("Leave out what the target cannot say; without this option that is an error.")},
           }
           + experimentOptions()
           + QList<QCommandLineOption>{
               {"json", Words::tr("Print JSON, with the script in it.")},
               {{"h", "help"}, Words::tr("Print this help.")},
           };
}

void exportCommand(const QStringList& arguments, Interruption& interruption)
{
    QCommandLineParser parser;
    parse(parser, exportOptions(), arguments);
    if (parser.isSet("help")) {
        Output console("-");
        console.write(help().toUtf8());
        return console.commit();
    }
    const Target& target = targetFrom(parser);
    const Experiment experiment = experimentFrom(parser, "export");
    const QString path = parser.isSet("output") ? pathFrom(parser, "output") : QStringLiteral("-");
    checkPlaces(parser, {"output"});
    if (const Sentence reason = handoverRefusal(experiment); !reason.empty())
        throw Failure{Failure::impossible, QString::fromStdString(reason)};
    Script script = scriptOf(experiment, interruption.token());
    interruption.check();
    script.version = RHEOBASE_VERSION;
    script.made = typed(arguments).toStdString();
    const Handover made = handOver(script, target);
    if (!made.refusal.empty()) throw Failure{Failure::impossible, QString::fromStdString(made.refusal)};
    QStringList left;
    for (const Sentence& sentence : made.unsaid) left << QString::fromStdString(sentence);
    if (!left.isEmpty() && !parser.isSet("approximate"))
        throw Failure{Failure::impossible, Words::tr("%1 Use --approximate to write the script all the same.").arg(left.join(u' '))};
    Output output(path), console("-");
    if (parser.isSet("json")) console.write(json(script, target, made, path));
    if (!parser.isSet("json") || path != "-") output.write(QByteArray::fromStdString(made.text));
    Output::commitTogether({&output, &console});
    for (const QString& sentence : left) std::fprintf(stderr, "rheobase: %s\n", sentence.toUtf8().constData());
}

}
