// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson_reports.h"

#include "command_line.h"
#include "course.h"
#include "experiment_file.h"
#include "experiment_options.h"
#include "interruption.h"
#include "json_document.h"
#include "judge.h"
#include "output.h"
#include "report.h"
#include "seal.h"
#include "setting.h"
#include "table_files.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>

#include <map>

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
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) throw unread(path, file.errorString() + u'.');
    const auto read = readReport(file.read(mostReportBytes + 1).toStdString());
    if (const auto* sentence = std::get_if<Sentence>(&read)) throw unread(path, QString::fromStdString(*sentence));
    return std::get<Report>(read);
}

using Lessons = std::map<std::string, Lesson>;

void add(Lessons& lessons, const QString& path)
{
    auto read = loadLesson(path);
    if (const auto* sentence = std::get_if<QString>(&read)) throw unread(path, *sentence);
    auto& lesson = std::get<Lesson>(read);
    lessons[lesson.id] = std::move(lesson);
}

std::map<std::string, Reply, std::less<>> repliesOf(const Report& report)
{
    std::map<std::string, Reply, std::less<>> replies;
    for (const StepRecord& step : report.steps)
        for (const AnswerRecord& a : step.answers) replies[a.ask] = {.answer = a.answer, .isRight = a.isRight, .tag = a.tag};
    return replies;
}

/// "" where a solved check is solved again, from its experiment; a check of the window cannot be.
QString doubtOf(const CheckRecord& record, const Report& report, const Lesson& lesson, const std::stop_token& stop)
{
    const Check* check = nullptr;
    eachPart<Check>(lesson, [&](const Step&, const Check& c) {
        if (c.id == record.check) check = &c;
    });
    if (!check) return Words::tr("the lesson has no such check");
    if (check->isLive) return {};
    QString error;
    const auto again = [&](Experiment& e) { return unseal(e, lesson, report.draw, lessonStage()); };
    const auto experiment = fromText(QByteArray::fromStdString(record.experiment), &error, again);
    if (!experiment) return Words::tr("its experiment cannot be read: %1").arg(error);
    if (judge(*check, {*experiment, repliesOf(report)}, stop).verdict == Verdict::yes) return {};
    return Words::tr("it is not solved by its experiment");
}

/// "" where an estimate has the points that its draw gives it.
QString doubtOf(const AnswerRecord& record, const Report& report, const Lesson& lesson)
{
    QString doubt;
    eachPart<Ask>(lesson, [&](const Step& step, const Ask& ask) {
        if (ask.id != record.ask || ask.sealed.empty() || !record.answer.value) return;
        Experiment drawn = step.experiment;
        const SealedRange* range = rangeOf(lesson, drawn.seal, ask.sealed);
        if (!range || !unseal(drawn, lesson, report.draw, lessonStage())) return;
        if (const int points = pointsOf(*range, valueOf(drawn, ask.sealed), *record.answer.value); record.points != points)
            doubt = Words::tr("its estimate is worth %1 of 2 points").arg(points);
    });
    return doubt;
}

QString doubtsOf(const Report& report, const Lessons& lessons, const std::stop_token& stop)
{
    const QString name = QString::fromStdString(report.name);
    const auto it = lessons.find(report.lesson);
    if (it == lessons.end())
        return Words::tr("%1: the lesson \"%2\" is not among the files\n").arg(name, QString::fromStdString(report.lesson));
    QString text;
    if (it->second.hash != report.hash) text += Words::tr("%1: the lesson's file is another one than the student's\n").arg(name);
    int again = 0;
    for (const StepRecord& step : report.steps)
        for (const AnswerRecord& record : step.answers)
            if (const QString doubt = doubtOf(record, report, it->second); !doubt.isEmpty())
                text += QStringLiteral("%1: %2: %3\n").arg(name, QString::fromStdString(record.ask), doubt);
    for (const StepRecord& step : report.steps)
        for (const CheckRecord& record : step.checks) {
            if (!record.isSolved) continue;
            const QString doubt = doubtOf(record, report, it->second, stop);
            if (!doubt.isEmpty()) text += QStringLiteral("%1: %2: %3\n").arg(name, QString::fromStdString(record.check), doubt);
            else ++again;
        }
    return text + Words::tr("%1: %2 checks are solved again\n").arg(name).arg(again);
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

}

/// One that cannot be read keeps nobody from the others, and is told at the end.
void reportsAct(const QStringList& files, const QCommandLineParser& parser, Interruption& interruption)
{
    const bool verifies = parser.isSet("verify"), isJson = parser.isSet("json");
    const QString csv = outputFrom(parser, "csv", false);
    if (verifies && csv == "-") refuse(Words::tr("--csv - and --verify both write to standard output; give the table a file."));
    checkPlaces(parser, {"csv"});
    std::vector<Report> reports;
    Lessons lessons;
    QStringList unreadable;
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
    const QString doubts = verifies ? doubtsOf(reports, lessons, interruption.token()) : QString();
    const QString text = misconceptionsTold(reports) + doubts;
    interruption.check();
    const QByteArray table = QByteArray::fromStdString(tableOf(reports));
    Output console("-"), output(csv.isEmpty() ? QStringLiteral("-") : csv);
    if (isJson) console.write(json(reports, verifies ? doubts + u'\n' : QString()));
    else if (csv != "-") console.write(csv.isEmpty() ? table + '\n' + text.toUtf8() : text.toUtf8());
    if (!csv.isEmpty()) output.write(table);
    Output::commitTogether({&output, &console});
    if (!unreadable.isEmpty()) throw Failure{Failure::impossible, unreadable.join(u'\n')};
}

}
