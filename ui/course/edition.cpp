// SPDX-License-Identifier: GPL-3.0-or-later
#include "edition.h"

#include "course.h"
#include "experiment_file.h"
#include "judge.h"
#include "publish.h"
#include "seal.h"
#include "setting.h"
#include "words.h"

#include <QCoreApplication>
#include <QFile>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rheobase::Edition)
};

bool hasNotes(const Lesson& lesson) { return !lesson.notes.empty() || !lesson.trials.empty(); }

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

}

std::variant<Edition, QString> loadEdition(const QString& path, const QString& language)
{
    const auto bytes = readLessonFile(path);
    if (const auto* sentence = std::get_if<QString>(&bytes)) return *sentence;
    auto original = loadLesson(path);
    if (const auto* sentence = std::get_if<QString>(&original)) return *sentence;
    Edition edition{.lesson = std::get<Lesson>(std::move(original)), .path = path};
    const Stage& stage = lessonStage();
    const std::string students = published(edition.lesson, std::get<QByteArray>(bytes).toStdString(), stage);
    edition.hashes = {edition.lesson.hash, stage.hash(students)};
    if (language.isEmpty()) return edition;
    auto spoken = loadLesson(path, language);
    if (auto* lesson = std::get_if<Lesson>(&spoken)) edition.lesson = std::move(*lesson);
    return edition;
}

Edition editionOf(const std::string& lesson, const QStringList& folders, const QString& language)
{
    Edition found;
    QStringList files;
    for (const QString& folder : folders)
        for (const QString& path : lessonFiles(folder))
            if (!path.startsWith(u':') && !files.contains(path)) files << path;
    if (const QString shipped = shippedLesson(QString::fromStdString(lesson)); !shipped.isEmpty()) files << shipped;
    for (const QString& path : files) {
        auto read = loadEdition(path, language);
        auto* edition = std::get_if<Edition>(&read);
        if (!edition || edition->lesson.id != lesson) continue;
        edition->hashes.insert(edition->hashes.end(), found.hashes.begin(), found.hashes.end());
        if (found.path.isEmpty() || (!hasNotes(found.lesson) && hasNotes(edition->lesson))) found = std::move(*edition);
        else found.hashes = std::move(edition->hashes);
    }
    return found;
}

std::variant<Report, QString> loadReport(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return file.errorString() + u'.';
    auto read = readReport(file.read(mostReportBytes + 1).toStdString());
    if (const auto* sentence = std::get_if<Sentence>(&read)) return spoken(*sentence);
    return std::get<Report>(std::move(read));
}

Verification verify(const Report& report, const Lesson& lesson, const std::stop_token& stop)
{
    Verification verification;
    for (const StepRecord& step : report.steps)
        for (const AnswerRecord& record : step.answers)
            if (const QString doubt = doubtOf(record, report, lesson); !doubt.isEmpty())
                verification.doubts << QStringLiteral("%1: %2").arg(QString::fromStdString(record.ask), doubt);
    for (const StepRecord& step : report.steps)
        for (const CheckRecord& record : step.checks) {
            if (!record.isSolved || stop.stop_requested()) continue;
            const QString doubt = doubtOf(record, report, lesson, stop);
            if (doubt.isEmpty()) ++verification.again;
            else verification.doubts << QStringLiteral("%1: %2").arg(QString::fromStdString(record.check), doubt);
        }
    return verification;
}

}
