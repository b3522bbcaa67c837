// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson_reports.h"

#include "command_line.h"
#include "course.h"
#include "edition.h"
#include "experiment_options.h"
#include "interruption.h"
#include "json_document.h"
#include "output.h"
#include "overview.h"
#include "table_files.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

#include <map>
#include <set>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rheobase::LessonReports)
};

Failure unread(const QString& path, const QString& sentence)
{
    return {Failure::impossible, Words::tr("cannot read \"%1\": %2").arg(path, sentence)};
}

Report reportFrom(const QString& path)
{
    checkIsFile(path);
    auto read = loadReport(path);
    if (const auto* sentence = std::get_if<QString>(&read)) throw unread(path, *sentence);
    return std::get<Report>(std::move(read));
}

using Lessons = std::map<std::string, Edition>;

void add(Lessons& lessons, const QString& path)
{
    auto read = loadEdition(path);
    if (const auto* sentence = std::get_if<QString>(&read)) throw unread(path, *sentence);
    auto& edition = std::get<Edition>(read);
    lessons[edition.lesson.id] = std::move(edition);
}

QString doubtsOf(const Report& report, const Lessons& lessons, const std::stop_token& stop)
{
    const QString name = QString::fromStdString(report.name);
    const auto it = lessons.find(report.lesson);
    if (it == lessons.end())
        return Words::tr("%1: the lesson \"%2\" is not among the files\n").arg(name, QString::fromStdString(report.lesson));
    QString text;
    if (!it->second.isOf(report)) text += Words::tr("%1: the lesson's file is another one than the student's\n").arg(name);
    const Verification verification = verify(report, it->second.lesson, stop);
    for (const QString& doubt : verification.doubts) text += QStringLiteral("%1: %2\n").arg(name, doubt);
    return text + Words::tr("%1: %2 checks are solved again\n").arg(name).arg(verification.again);
}

/// What of the solved checks holds.
QString doubtsOf(const std::vector<Report>& reports, const Lessons& lessons, const std::stop_token& stop)
{
    QString text;
    for (const Report& report : reports) text += doubtsOf(report, lessons, stop);
    return text;
}

/// How frequent each misconception is.
QString misconceptionsTold(const std::vector<Report>& reports)
{
    QString text;
    for (const auto& [tag, count] : tagsOf(reports))
        text += Words::tr("%1: %2 of %3\n").arg(QString::fromStdString(tag)).arg(count).arg(reports.size());
    return text;
}

QJsonObject json(const Report& report)
{
    QJsonArray steps;
    for (const StepRecord& step : report.steps)
        steps.append(QJsonObject{{"step", QString::fromStdString(step.step)},
                                 {"done", step.isDone()},
                                 {"claimed", step.isClaimed},
                                 {"attempts", step.attempts},
                                 {"hints", step.hints},
                                 {"seconds", report.hasTimes ? QJsonValue(step.seconds) : QJsonValue()}});
    return {{"name", QString::fromStdString(report.name)}, {"lesson", QString::fromStdString(report.lesson)}, {"steps", steps}};
}

QByteArray json(const std::vector<Report>& reports, const QString& verified)
{
    QJsonArray array, misconceptions;
    for (const Report& report : reports) array.append(json(report));
    for (const auto& [tag, count] : tagsOf(reports))
        misconceptions.append(QJsonObject{{"tag", QString::fromStdString(tag)}, {"count", count}});
    QJsonObject object{{"reports", array}, {"misconceptions", misconceptions}};
    if (!verified.isNull()) object["verified"] = QJsonArray::fromStringList(verified.split(u'\n', Qt::SkipEmptyParts));
    return jsonDocument(object);
}

/// Folders are the reports in them.
QStringList filesOf(const QStringList& paths)
{
    QStringList files;
    for (const QString& path : paths) {
        if (!QFileInfo(path).isDir()) files << path;
        else
            for (const QFileInfo& file : QDir(path).entryInfoList({QStringLiteral("*.html")}, QDir::Files, QDir::Name))
                files << file.filePath();
    }
    if (files.isEmpty()) throw Failure{Failure::impossible, Words::tr("there are no reports in \"%1\": they end in .html").arg(paths[0])};
    return files;
}

/// The table that is asked for: a row a student, or a row a student and step.
std::string tableFor(const std::vector<Report>& reports, Lessons lessons, const QCommandLineParser& parser)
{
    if (!parser.isSet("gradebook")) return tableOf(reports);
    std::set<std::string> ids;
    for (const Report& report : reports) ids.insert(report.lesson);
    if (ids.size() != 1) refuse(Words::tr("A gradebook is of one lesson; the reports are of %1.").arg(ids.size()));
    const auto known = lessons.find(*ids.begin());
    Edition edition = known == lessons.end() ? editionOf(*ids.begin(), {}, {}) : known->second;
    if (edition.path.isEmpty()) edition.lesson = lessonBehind(reports);
    return gradebookOf(edition.lesson, reports, lessonStage(), parser.isSet("times"));
}

/// What is read of files; one that cannot be read keeps nobody from the others.
struct Read {
    Read(const QStringList& files, bool verifies)
    {
        if (verifies)
            for (const QString& path : lessonFiles()) add(lessons, path);
        for (const QString& file : files) {
            try {
                if (!file.endsWith(lessonSuffix)) reports.push_back(reportFrom(file));
                else add(lessons, file);
            } catch (const Failure& failure) {
                unreadable << failure.sentence;
            }
        }
        if (reports.empty() && !unreadable.isEmpty()) throw Failure{Failure::impossible, unreadable.join(u'\n')};
    }
    std::vector<Report> reports;
    Lessons lessons;
    QStringList unreadable;
};

}

namespace {

/// "✓ 3 ?2 !tag": solved after three tries, with two hints, a misconception named.
QString told(const Overview::Cell& cell)
{
    static const QString signs[] = {QStringLiteral("-"), QStringLiteral("."), QStringLiteral("o"), QStringLiteral("✓"),
                                    QStringLiteral("(✓)")};
    QString text = signs[static_cast<int>(cell.state)];
    if (cell.tries > 1) text += QStringLiteral(" %1").arg(cell.tries);
    if (cell.hints > 0) text += QStringLiteral(" ?%1").arg(cell.hints);
    return cell.tags.empty() ? text : text + QStringLiteral(" !");
}

QString told(const Overview& overview, const Lesson& lesson)
{
    QStringList heads{Words::tr("name")};
    for (const Step& step : lesson.steps) heads << QString::fromStdString(step.id);
    QList<QStringList> rows{heads};
    for (const auto& student : overview.students) {
        QStringList row{student.name.empty() ? Words::tr("(no name)") : QString::fromStdString(student.name)};
        for (const auto& cell : student.cells) row << told(cell);
        rows << row;
    }
    QString text = QString::fromStdString(lesson.title) + u'\n' + aligned(rows);
    for (const auto& found : overview.misconceptions)
        text += Words::tr("%1 of %2: %3 (%4)\n")
                    .arg(found.students.size())
                    .arg(overview.students.size())
                    .arg(QString::fromStdString(found.words), QString::fromStdString(lesson.steps[found.step].id));
    return text;
}

QJsonObject json(const Overview& overview, const Lesson& lesson)
{
    QJsonArray students, misconceptions;
    for (const auto& student : overview.students) {
        QJsonArray steps;
        for (std::size_t i = 0; i < student.cells.size(); ++i) {
            const Overview::Cell& cell = student.cells[i];
            QJsonArray tags;
            for (const std::string& tag : cell.tags) tags.append(QString::fromStdString(tag));
            steps.append(QJsonObject{{"step", QString::fromStdString(lesson.steps[i].id)},
                                     {"done", cell.isDone()},
                                     {"tries", cell.tries},
                                     {"hints", cell.hints},
                                     {"tags", tags},
                                     {"points", cell.points ? QJsonValue(*cell.points) : QJsonValue()}});
        }
        students.append(QJsonObject{{"name", QString::fromStdString(student.name)}, {"steps", steps}});
    }
    for (const auto& found : overview.misconceptions)
        misconceptions.append(QJsonObject{{"tag", QString::fromStdString(found.tag)},
                                          {"step", QString::fromStdString(lesson.steps[found.step].id)},
                                          {"words", QString::fromStdString(found.words)},
                                          {"count", static_cast<qint64>(found.students.size())}});
    return {{"lesson", QString::fromStdString(lesson.id)}, {"students", students}, {"misconceptions", misconceptions}};
}

}

void classAct(const QStringList& files, const QCommandLineParser& parser, Interruption& interruption)
{
    if (files.size() > 1 || !QFileInfo(files[0]).isDir()) refuse(Words::tr("lesson class needs one folder with reports."));
    const Read read(filesOf(files), false);
    std::map<std::string, std::vector<Report>> byLesson;
    for (const Report& report : read.reports) byLesson[report.lesson].push_back(report);
    QStringList texts;
    QJsonArray classes;
    for (const auto& [id, reports] : byLesson) {
        interruption.check();
        Edition edition = editionOf(id, files, {});
        if (edition.path.isEmpty()) edition.lesson = lessonBehind(reports);
        const Overview overview = overviewOf(edition.lesson, edition.hashes, reports, lessonStage());
        texts << told(overview, edition.lesson);
        classes.append(json(overview, edition.lesson));
    }
    Output console("-");
    console.write(parser.isSet("json") ? jsonDocument({{"classes", classes}}) : texts.join(u'\n').toUtf8());
    console.commit();
    if (!read.unreadable.isEmpty()) throw Failure{Failure::impossible, read.unreadable.join(u'\n')};
}

/// What cannot be read is told at the end.
void reportsAct(const QStringList& files, const QCommandLineParser& parser, Interruption& interruption)
{
    const bool verifies = parser.isSet("verify"), isJson = parser.isSet("json");
    if (parser.isSet("csv") && parser.isSet("gradebook")) refuse(Words::tr("--csv and --gradebook are two tables; ask for one."));
    const QString option = parser.isSet("gradebook") ? QStringLiteral("gradebook") : QStringLiteral("csv");
    const QString csv = outputFrom(parser, option, false);
    if (verifies && csv == "-") refuse(Words::tr("--%1 - and --verify both write to standard output; give the table a file.").arg(option));
    checkPlaces(parser, {option});
    const Read read(filesOf(files), verifies);
    const QString doubts = verifies ? doubtsOf(read.reports, read.lessons, interruption.token()) : QString();
    const QString text = misconceptionsTold(read.reports) + doubts;
    interruption.check();
    const QByteArray table = QByteArray::fromStdString(tableFor(read.reports, read.lessons, parser));
    Output console("-"), output(csv.isEmpty() ? QStringLiteral("-") : csv);
    if (isJson) console.write(json(read.reports, verifies ? doubts + u'\n' : QString()));
    else if (csv != "-") console.write(csv.isEmpty() ? table + '\n' + text.toUtf8() : text.toUtf8());
    if (!csv.isEmpty()) output.write(table);
    Output::commitTogether({&output, &console});
    if (!read.unreadable.isEmpty()) throw Failure{Failure::impossible, read.unreadable.join(u'\n')};
}

}
