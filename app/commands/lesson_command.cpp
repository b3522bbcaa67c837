// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson_command.h"

#include "command_line.h"
#include "course.h"
#include "experiment_options.h"
#include "interruption.h"
#include "output.h"
#include "rehearsal.h"
#include "words.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rheobase::LessonCommand)
};

const QCommandLineOption helpOption({"h", "help"}, Words::tr("Print this help."));

void print(const QString& text)
{
    Output console("-");
    console.write(text.toUtf8());
    console.commit();
}

QString help(const QString& description, const QList<QCommandLineOption>& options, const QString& usage)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(description);
    parser.addOptions(options);
    parser.addPositionalArgument(usage, {}, usage);
    return helpText(parser).section("\n\nArguments:", 0, 0) + u'\n';
}

Lesson lessonFrom(const QString& path)
{
    checkIsFile(path);
    auto read = loadLesson(path);
    if (const auto* sentence = std::get_if<QString>(&read))
        throw Failure{Failure::impossible, Words::tr("cannot read \"%1\": %2").arg(path, *sentence)};
    return std::get<Lesson>(std::move(read));
}

QByteArray listed(bool asJson)
{
    QJsonArray array;
    QList<QStringList> rows;
    for (const QString& path : lessonFiles()) {
        const Lesson lesson = lessonFrom(path);
        QStringList models;
        for (const Model* model : lesson.models) models << fromView(model->id);
        const QString id = QString::fromStdString(lesson.id), title = QString::fromStdString(lesson.title);
        rows.append({id, Words::tr("%1 min").arg(lesson.minutes), QString::fromStdString(lesson.level), models.join(", "), title});
        QJsonArray courses;
        for (const std::string& course : lesson.courses) courses.append(QString::fromStdString(course));
        array.append(QJsonObject{{"id", id},
                                 {"title", title},
                                 {"goal", QString::fromStdString(lesson.goal)},
                                 {"minutes", lesson.minutes},
                                 {"level", QString::fromStdString(lesson.level)},
                                 {"courses", courses},
                                 {"models", QJsonArray::fromStringList(models)},
                                 {"steps", static_cast<int>(lesson.steps.size())}});
    }
    return asJson ? QJsonDocument(QJsonObject{{"lessons", array}}).toJson() : aligned(rows).toUtf8();
}

/// What rehearse() found of one file; true where it is sound.
bool test(const QString& path, Interruption& interruption)
{
    const Rehearsal found = rehearse(lessonFrom(path), lessonStage(), interruption.token());
    interruption.check();
    QString text;
    for (const Refusal& complaint : found.complaints) text += path + ": " + told(complaint) + u'\n';
    if (found.complaints.empty())
        text = Words::tr("%1: sound (%2 checks, %3 of the window, %4 solutions and mistakes, %5 questions)\n")
                   .arg(path)
                   .arg(found.checks)
                   .arg(found.live)
                   .arg(found.trials)
                   .arg(found.answers);
    print(text);
    return found.complaints.empty();
}

void testAll(const QStringList& files, Interruption& interruption)
{
    int faulty = 0;
    for (const QString& file : files) faulty += test(file, interruption) ? 0 : 1;
    if (faulty > 0) throw Failure{Failure::impossible, Words::tr("%1 of %2 lessons are not sound.").arg(faulty).arg(files.size())};
}

struct Act {
    const char* name;
    void (*act)(const QStringList& files, const QCommandLineParser& parser, Interruption& interruption);
};
const Act acts[] = {
    {"test", [](const QStringList& files, const QCommandLineParser&, Interruption& i) { testAll(files, i); }},
};

}

void lessonsCommand(const QStringList& arguments)
{
    const QList<QCommandLineOption> options{{"json", Words::tr("Print JSON.")}, helpOption};
    QCommandLineParser parser;
    parse(parser, options, arguments);
    if (parser.isSet("help")) return print(help(Words::tr("Lists the lessons that come with the program."), options, "lessons"));
    if (!parser.positionalArguments().isEmpty())
        refuse(Words::tr("\"%1\" is one word too many: lessons takes only --json.").arg(parser.positionalArguments()[0]));
    print(QString::fromUtf8(listed(parser.isSet("json"))));
}

void lessonCommand(const QStringList& arguments, Interruption& interruption)
{
    const QList<QCommandLineOption> options{helpOption};
    QCommandLineParser parser;
    parse(parser, options, arguments);
    if (parser.isSet("help")) return print(help(Words::tr("Tries a lesson."), options, "lesson test FILE…"));
    QStringList words = parser.positionalArguments();
    if (words.isEmpty()) refuse(Words::tr("lesson needs to know what to do: lesson test FILE."));
    const QString word = words.takeFirst();
    std::vector<std::string> names;
    for (const Act& act : acts) {
        names.emplace_back(act.name);
        if (word != QLatin1String(act.name)) continue;
        if (words.isEmpty()) refuse(Words::tr("lesson %1 needs a file.").arg(word));
        return act.act(words, parser, interruption);
    }
    refuseName(Words::tr("lesson cannot"), word, names);
}

}
