// SPDX-License-Identifier: GPL-3.0-or-later
#include "shelf.h"

#include "course.h"
#include "report.h"
#include "words.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <map>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rheobase::Shelf)
};

constexpr qsizetype mostReports = 400; // of a folder, the newest

/// A report and when it was written.
struct Reported {
    Report report;
    QDateTime at;
};
using Reports = std::map<std::string, Reported, std::less<>>; // by lesson, the newest

Reports reportsIn(const QString& folder, const std::stop_token& stop)
{
    Reports reports;
    const auto files = QDir(folder).entryInfoList({QStringLiteral("*.html")}, QDir::Files, QDir::Time);
    for (const QFileInfo& info : files.mid(0, mostReports)) {
        if (stop.stop_requested()) break;
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly)) continue;
        auto read = readReport(file.read(mostReportBytes + 1).toStdString());
        if (auto* report = std::get_if<Report>(&read)) {
            const std::string lesson = report->lesson;
            reports.try_emplace(lesson, Reported{std::move(*report), info.lastModified()});
        }
    }
    return reports;
}

void addProgress(ShelvedLesson& shelved, const Lesson& lesson, const Reports& reports)
{
    const auto it = reports.find(lesson.id);
    if (it == reports.end()) return;
    shelved.reported = it->second.at;
    for (const Step& step : lesson.steps) {
        const auto& records = it->second.report.steps;
        const auto record = std::ranges::find(records, step.id, &StepRecord::step);
        shelved.done.push_back(record != records.end() && record->isDone());
    }
}

/// "05-leak-forgets.lesson.md" is number 5.
QString numberOf(const QString& path)
{
    const int number = QFileInfo(path).fileName().section(u'-', 0, 0).toInt();
    return number > 0 ? QString::number(number) : QString();
}

ShelvedLesson shelvedFrom(const QString& path, const QString& language, const Reports& reports)
{
    ShelvedLesson shelved{.path = path, .number = numberOf(path), .title = QFileInfo(path).fileName()};
    const auto read = loadLesson(path, language);
    if (const auto* sentence = std::get_if<QString>(&read)) {
        shelved.complaint = capitalised(*sentence);
        return shelved;
    }
    const Lesson& lesson = std::get<Lesson>(read);
    shelved.id = QString::fromStdString(lesson.id);
    shelved.title = QString::fromStdString(lesson.title);
    shelved.goal = QString::fromStdString(lesson.goal);
    shelved.asks = lesson.asks.empty() ? shelved.goal : QString::fromStdString(lesson.asks);
    shelved.level = QString::fromStdString(lesson.level);
    shelved.models = lesson.models;
    shelved.minutes = lesson.minutes;
    shelved.isOfShortCourse = std::ranges::find(lesson.courses, "short") != lesson.courses.end();
    for (const Step& step : lesson.steps) shelved.steps << QString::fromStdString(step.title);
    addProgress(shelved, lesson, reports);
    return shelved;
}

}

std::size_t ShelvedLesson::present() const { return static_cast<std::size_t>(std::ranges::find(done, false) - done.begin()); }

QString ShelvedLesson::words() const
{
    return QStringList{number, title, asks, goal, nameOfModels(models), nameOfLevel(level), steps.join(u'\n')}.join(u'\n');
}

Shelf shelfOf(const QString& folder, const QString& language, const std::stop_token& stop)
{
    const Reports reports = reportsIn(folder, stop);
    Shelf shelf;
    for (const QString& path : lessonFiles(folder)) {
        if (stop.stop_requested()) break;
        auto& lessons = path.startsWith(u':') ? shelf.shipped : shelf.own;
        lessons.push_back(shelvedFrom(path, language, reports));
    }
    return shelf;
}

std::size_t nextOf(const std::vector<ShelvedLesson>& lessons)
{
    const auto isOpen = [](const ShelvedLesson& lesson) { return lesson.isBegun() && !lesson.isDone(); };
    std::size_t next = lessons.size();
    for (std::size_t i = 0; i < lessons.size(); ++i)
        if (isOpen(lessons[i]) && (next == lessons.size() || lessons[i].reported > lessons[next].reported)) next = i;
    const auto firstFresh = [&](bool isOfShortCourse) {
        const auto it = std::ranges::find_if(
            lessons, [=](const ShelvedLesson& lesson) { return !lesson.isBegun() && lesson.isOfShortCourse >= isOfShortCourse; });
        return static_cast<std::size_t>(it - lessons.begin());
    };
    for (const bool isOfShortCourse : {true, false})
        if (next == lessons.size()) next = firstFresh(isOfShortCourse);
    return next == lessons.size() ? 0 : next;
}

QString nameOfLevel(const QString& level)
{
    if (level == u"beginner") return Words::tr("first steps");
    if (level == u"intermediate") return Words::tr("course");
    if (level == u"advanced") return Words::tr("advanced");
    return level;
}

QString nameOfModels(const std::vector<const Model*>& models)
{
    QStringList names;
    for (const Model* model : models) names << spoken(model->brief);
    return names.join(QStringLiteral(", "));
}

QString told(int minutes) { return Words::tr("%1 min").arg(minutes); }

}
