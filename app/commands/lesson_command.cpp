// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson_command.h"

#include "command_line.h"
#include "course.h"
#include "experiment_options.h"
#include "interruption.h"
#include "json_document.h"
#include "lesson_reports.h"
#include "offscreen.h"
#include "output.h"
#include "page_pdf.h"
#include "publish.h"
#include "rehearsal.h"
#include "report.h"
#include "seal.h"
#include "sheet.h"
#include "table_files.h"
#include "words.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rheobase::LessonCommand)
};

const QCommandLineOption helpOption({"h", "help"}, Words::tr("Print this help.")), jsonOption("json", Words::tr("Print JSON."));

void print(const QString& text)
{
    Output console("-");
    console.write(text.toUtf8());
    console.commit();
}

constexpr qint64 mostNames = 1 << 20; // bytes

QString help(const QString& description, const QList<QCommandLineOption>& options, const QString& usage)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(description);
    parser.addOptions(options);
    parser.addPositionalArgument(usage, {}, usage);
    return helpText(parser).section("\n\nArguments:", 0, 0) + u'\n';
}

Lesson lessonFrom(const QString& path, const QString& language = {})
{
    if (!path.startsWith(u':')) checkIsFile(path);
    auto read = loadLesson(path, language);
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
    return asJson ? jsonDocument({{"lessons", array}}) : aligned(rows).toUtf8();
}

/// What rehearse() found of one file, for people.
QString told(const QString& path, const Rehearsal& found)
{
    QString text;
    for (const Refusal& complaint : found.complaints) text += path + ": " + told(complaint) + u'\n';
    if (!text.isEmpty()) return text;
    return Words::tr("%1: sound (%2 checks, %3 of the window, %4 solutions and mistakes, %5 questions)\n")
        .arg(path)
        .arg(found.checks)
        .arg(found.live)
        .arg(found.trials)
        .arg(found.answers);
}

/// The same for programs.
QJsonObject json(const QString& path, const Rehearsal& found)
{
    QJsonArray complaints;
    for (const Refusal& complaint : found.complaints) complaints.append(told(complaint));
    return {{"file", path},
            {"sound", complaints.isEmpty()},
            {"checks", static_cast<qint64>(found.checks)},
            {"ofTheWindow", static_cast<qint64>(found.live)},
            {"solutionsAndMistakes", static_cast<qint64>(found.trials)},
            {"questions", static_cast<qint64>(found.answers)},
            {"complaints", complaints}};
}

void testAct(const QStringList& files, const QCommandLineParser& parser, Interruption& interruption)
{
    QJsonArray lessons;
    int faulty = 0;
    for (const QString& file : files) {
        const Rehearsal found = rehearse(lessonFrom(file), lessonStage(), interruption.token());
        interruption.check();
        faulty += found.complaints.empty() ? 0 : 1;
        if (parser.isSet(jsonOption)) lessons.append(json(file, found));
        else print(told(file, found));
    }
    if (parser.isSet(jsonOption)) print(QString::fromUtf8(jsonDocument({{"lessons", lessons}})));
    if (faulty > 0) throw Failure{Failure::impossible, Words::tr("%1 of %2 lessons are not sound.").arg(faulty).arg(files.size())};
}

const QCommandLineOption outputOption({"o", "output"}, Words::tr("Where to write; - is standard output."), "FILE|-"),
    languageOption("language", Words::tr("In this language, as far as the lesson is translated: de."), "LANGUAGE"),
    csvOption("csv", Words::tr("Write a table, a row a student and step; - is standard output."), "FILE|-"),
    gradebookOption("gradebook", Words::tr("Write a table of one lesson, a row a student, columns by step; - is standard output."),
                    "FILE|-"),
    timesOption("times", Words::tr("With the minutes of those who hand them in, in a gradebook.")),
    textOption("text", Words::tr("Print the class as text, without the window.")),
    verifyOption("verify", Words::tr("Judge every solved check again, from the stored experiments."));

void write(const QString& path, const QByteArray& bytes)
{
    Output output(path);
    output.write(bytes);
    output.commit();
}

/// Where the one file of a command is written: where it is asked for, else beside it, with another ending.
QString outputFor(const QString& file, const QCommandLineParser& parser, const QString& ending)
{
    if (parser.isSet(outputOption)) return pathFrom(parser, "output");
    const QString beside = file.startsWith(u':') ? QFileInfo(file).fileName().section(u'-', 1) : file;
    return (beside.endsWith(lessonSuffix) ? beside.chopped(sizeof lessonSuffix - 1) : beside) + ending;
}

/// The files that were written, where that is asked for.
void tell(const QStringList& written, const QCommandLineParser& parser)
{
    if (parser.isSet(jsonOption)) print(QString::fromUtf8(jsonDocument({{"files", QJsonArray::fromStringList(written)}})));
}

void publishAct(const QStringList& files, const QCommandLineParser& parser, Interruption&)
{
    checkPlaces(parser, {"output"});
    QStringList written;
    for (const QString& file : files) {
        const Lesson lesson = lessonFrom(file);
        const auto bytes = readLessonFile(file);
        written << outputFor(file, parser, QStringLiteral("-student") + lessonSuffix);
        write(written.back(), QByteArray::fromStdString(published(lesson, std::get<QByteArray>(bytes).toStdString(), lessonStage())));
    }
    tell(written, parser);
}

QByteArray printed(const std::string& html, Sheet sheet)
{
    const Offscreen application;
    return pdfOf(QString::fromStdString(html), sheet == Sheet::handout ? mostOfHandout : mostOfAnswers);
}

template<Sheet sheet> void sheetAct(const QStringList& files, const QCommandLineParser& parser, Interruption& interruption)
{
    checkPlaces(parser, {"output"});
    QStringList written;
    for (const QString& file : files) {
        const QString language = parser.value(languageOption);
        const Lesson lesson = lessonFrom(file, language);
        const QString path = outputFor(file, parser, sheet == Sheet::answers ? ".answers.html" : ".handout.html");
        const std::string html = sheetOf(lesson, sheet, speakerOf(QString::fromStdString(lesson.language)));
        interruption.check();
        write(path, path.endsWith(".pdf", Qt::CaseInsensitive) ? printed(html, sheet) : QByteArray::fromStdString(html));
        written << path;
    }
    tell(written, parser);
}

void wordsAct(const QStringList& files, const QCommandLineParser& parser, Interruption&)
{
    QString text;
    QJsonArray translations;
    for (const QString& file : files) {
        if (!file.startsWith(u':')) checkIsFile(file);
        for (const QString& language : languagesOf(file)) {
            const auto lacks = lackingWords(file, language);
            if (const auto* sentence = std::get_if<QString>(&lacks))
                throw Failure{Failure::impossible, Words::tr("cannot read \"%1\": %2").arg(file, *sentence)};
            const QStringList& lines = std::get<QStringList>(lacks);
            for (const QString& line : lines) text += file + ": " + language + ": " + line + u'\n';
            if (lines.isEmpty()) text += Words::tr("%1: %2: nothing is missing\n").arg(file, language);
            translations.append(QJsonObject{{"file", file}, {"language", language}, {"lacking", QJsonArray::fromStringList(lines)}});
        }
    }
    print(parser.isSet(jsonOption) ? QString::fromUtf8(jsonDocument({{"translations", translations}})) : text);
}

const QCommandLineOption classOption("class", Words::tr("The class word."), "WORD"),
    namesOption("names", Words::tr("The students' names, one a line; - is standard input."), "FILE|-");

QStringList namesFrom(const QString& path)
{
    QFile file(path);
    if (path == "-" ? !file.open(stdin, QIODevice::ReadOnly) : !file.open(QIODevice::ReadOnly))
        throw Failure{Failure::impossible, Words::tr("cannot read \"%1\": %2").arg(path, file.errorString())};
    QStringList names;
    for (const QString& line : QString::fromUtf8(file.read(mostNames)).split(u'\n'))
        if (!line.trimmed().isEmpty()) names << line.trimmed();
    if (names.isEmpty()) throw Failure{Failure::impossible, Words::tr("\"%1\" holds no names: write one a line.").arg(path)};
    return names;
}

/// What each student's sealed values are.
void sealAct(const QStringList& files, const QCommandLineParser& parser, Interruption&)
{
    for (const char* needed : {"class", "names"})
        if (!parser.isSet(needed)) refuse(Words::tr("lesson seal needs --%1.").arg(QLatin1String(needed)));
    const Lesson lesson = lessonFrom(files[0]);
    if (!hasSeals(lesson)) throw Failure{Failure::impossible, Words::tr("\"%1\" seals nothing.").arg(files[0])};
    QString table = QStringLiteral("name,step,quantity,value,unit\n");
    QJsonArray students;
    for (const QString& name : namesFrom(pathFrom(parser, "names"))) {
        QJsonArray values;
        for (const DrawnValue& drawn : drawnValues(lesson, drawOf(parser.value("class"), name), lessonStage())) {
            const QString step = fromView(drawn.step), quantity = fromView(drawn.name), unit = fromView(drawn.unit);
            table +=
                QStringList{QString::fromStdString(cellOf(name.toStdString())), step, quantity, fromView(shortest(drawn.value)), unit}.join(
                    u',')
                + u'\n';
            values.append(QJsonObject{{"step", step}, {"quantity", quantity}, {"value", drawn.value}, {"unit", unit}});
        }
        students.append(QJsonObject{{"name", name}, {"values", values}});
    }
    const QString path = parser.isSet(outputOption) ? pathFrom(parser, "output") : QStringLiteral("-");
    write(path, parser.isSet(jsonOption) ? jsonDocument({{"students", students}}) : table.toUtf8());
}

/// Something that can be done with lessons. Each takes --json and --help, too.
struct Act {
    const char* name;
    const char* usage;
    const char* description;
    QList<QCommandLineOption> options;
    void (*act)(const QStringList& files, const QCommandLineParser& parser, Interruption& interruption);

    QList<QCommandLineOption> all() const { return options + QList<QCommandLineOption>{jsonOption, helpOption}; }
};

// clang-format off
const Act acts[] = {
    {"test", "FILE…", QT_TR_NOOP("Tries a lesson before students do: checks, solutions, typical mistakes, questions, hints."), {}, testAct},
    {"publish", "FILE", QT_TR_NOOP("Writes the students' file: without the teacher's block, right answers as hashes."), {outputOption}, publishAct},
    {"handout", "FILE", QT_TR_NOOP("Writes a lesson for paper, HTML or PDF: questions, empty axes, lines for numbers."), {outputOption, languageOption}, sheetAct<Sheet::handout>},
    {"answers", "FILE", QT_TR_NOOP("Writes the same with right answers, solutions computed now, and typical mistakes."), {outputOption, languageOption}, sheetAct<Sheet::answers>},
    {"seal", "FILE --class WORD --names FILE", QT_TR_NOOP("Lists the sealed values of each student as a table."), {classOption, namesOption, outputOption}, sealAct},
    {"words", "FILE…", QT_TR_NOOP("Lists what the translations of a lesson still lack."), {}, wordsAct},
    {"class", "FOLDER", QT_TR_NOOP("Opens the window on a folder of reports; as text where there is no display."), {textOption}, classAct},
    {"reports", "FILE|FOLDER…", QT_TR_NOOP("Tells of students' reports; lessons among the files belong to them."), {csvOption, gradebookOption, timesOption, verifyOption}, reportsAct},
};
// clang-format on

const Act& actFrom(const QStringList& arguments)
{
    std::vector<std::string> names;
    for (const Act& act : acts) {
        names.emplace_back(act.name);
        if (!arguments.isEmpty() && arguments[0] == QLatin1String(act.name)) return act;
    }
    if (arguments.isEmpty()) refuse(Words::tr("lesson needs to know what to do, such as lesson test FILE."));
    refuseName(Words::tr("lesson cannot"), arguments[0], names);
}

QString helpOnAll()
{
    QString text = Words::tr("What can be done with a lesson, a file or the id of one that comes with the program:\n\n");
    for (const Act& act : acts)
        text +=
            QStringLiteral("  rheobase lesson %1 %2\n      %3\n").arg(act.name, QString::fromUtf8(act.usage), Words::tr(act.description));
    return text;
}

}

QList<QCommandLineOption> lessonsOptions() { return {jsonOption, helpOption}; }

std::vector<LessonAct> lessonActs()
{
    std::vector<LessonAct> all;
    for (const Act& act : acts) all.push_back({act.name, act.description, act.all()});
    return all;
}

void lessonsCommand(const QStringList& arguments)
{
    const QList<QCommandLineOption> options = lessonsOptions();
    QCommandLineParser parser;
    parse(parser, options, arguments);
    if (parser.isSet("help")) return print(help(Words::tr("Lists the lessons that come with the program."), options, "lessons"));
    if (!parser.positionalArguments().isEmpty())
        refuse(Words::tr("\"%1\" is one word too many: lessons takes only --json.").arg(parser.positionalArguments()[0]));
    print(QString::fromUtf8(listed(parser.isSet("json"))));
}

void lessonCommand(const QStringList& arguments, Interruption& interruption)
{
    if (arguments.size() == 2 && (arguments[1] == "--help" || arguments[1] == "-h")) return print(helpOnAll());
    const Act& act = actFrom(arguments.mid(1));
    const QList<QCommandLineOption> options = act.all();
    QCommandLineParser parser;
    parse(parser, options, arguments.mid(1));
    if (parser.isSet("help"))
        return print(help(Words::tr(act.description), options, QStringLiteral("lesson %1 %2").arg(act.name, QString::fromUtf8(act.usage))));
    const QStringList files = parser.positionalArguments();
    if (files.isEmpty()) refuse(Words::tr("lesson %1 needs a file.").arg(act.name));
    if (files.size() > 1 && parser.optionNames().contains("o"))
        refuse(Words::tr("--output is the name of one file, and there are %1.").arg(files.size()));
    QStringList paths;
    for (const QString& file : files) paths << (QFileInfo::exists(file) || shippedLesson(file).isEmpty() ? file : shippedLesson(file));
    act.act(paths, parser, interruption);
}

}
