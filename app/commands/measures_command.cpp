// SPDX-License-Identifier: GPL-3.0-or-later
#include "measures_command.h"

#include "catalogue.h"
#include "command_line.h"
#include "json_document.h"
#include "meanings.h"
#include "measures.h"
#include "output.h"
#include "words.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonArray>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rheobase::MeasuresCommand)
};

QString help()
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Words::tr(
        "Lists what is measured of a run or of a neuron: id, unit and definition, the same in summaries, sweeps and the window."));
    parser.addOptions(measuresOptions());
    parser.addPositionalArgument("measures", {}, "measures");
    return helpText(parser).section("\n\nArguments:", 0, 0) + u'\n';
}

/// "nA, µA/cm²": that of each model, where they differ.
QString unitOf(const Measure& measure)
{
    QStringList units;
    for (const Model& model : catalogue()) units << fromView(unitOf(measure, model));
    units.removeDuplicates();
    if (units.size() > 1) units.removeAll(QString()); // of models without units
    return units.join(QStringLiteral(", "));
}

QString text()
{
    QList<QStringList> rows;
    for (const Measure& measure : measures()) rows.append({fromView(measure.id), unitOf(measure), fromView(measure.definition)});
    QString page = aligned(rows) + u'\n' + fromView(windowDefinition) + u'\n';
    for (const Meaning& meaning : meanings()) page += u'\n' + fromView(meaning.text) + u'\n';
    return page;
}

QByteArray json()
{
    QJsonArray array;
    for (const Measure& measure : measures())
        array.append(QJsonObject{{"id", fromView(measure.id)},
                                 {"meaning", fromView(measure.meaning)},
                                 {"unit", unitOf(measure)},
                                 {"definition", fromView(measure.definition)}});
    QJsonObject words;
    for (const Meaning& meaning : meanings()) words[fromView(meaning.word)] = fromView(meaning.text);
    return jsonDocument({{"measures", array}, {"stimulusOn", fromView(windowDefinition)}, {"meanings", words}});
}

}

QList<QCommandLineOption> measuresOptions() { return {{"json", Words::tr("Print JSON.")}, {{"h", "help"}, Words::tr("Print this help.")}}; }

void measuresCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parse(parser, measuresOptions(), arguments);
    if (!parser.positionalArguments().isEmpty())
        refuse(Words::tr("\"%1\" is one word too many: measures takes only --json.").arg(parser.positionalArguments()[0]));
    Output console("-");
    console.write(parser.isSet("help") ? help().toUtf8() : parser.isSet("json") ? json() : text().toUtf8());
    console.commit();
}

}
