// SPDX-License-Identifier: GPL-3.0-or-later
#include "class_scene.h"

#include "course.h"
#include "experiment_file.h"
#include "lesson_folder.h"
#include "shadow_run.h"
#include "steady_rate.h"
#include "theme.h"
#include "words.h"

#include <QCollator>

#include <algorithm>

namespace rheobase {

namespace {

constexpr std::size_t mostCurves = 4, mostCards = 60;
constexpr int ratePoints = 120, runPoints = 300;
constexpr double runLength = 200; // ms
constexpr std::chrono::milliseconds patienceForOne(300);

/// Whether the lesson's free play is about rates.
bool isAboutRates(const Lesson& lesson)
{
    const auto shows = [](const Step& step) { return std::ranges::find(step.scene.show, "rate") != step.scene.show.end(); };
    return !lesson.steps.empty() && shows(lesson.steps.back());
}

QPolygonF rateCurve(const Experiment& e)
{
    QPolygonF points;
    const Quantity& input = e.model->input;
    for (int i = 0; i < ratePoints; ++i) {
        const double I = std::max(0.0, input.min) + (input.max - std::max(0.0, input.min)) * i / (ratePoints - 1);
        const auto rate = steadyRate(*e.model, e.parameters, I);
        if (rate) points << QPointF(I, *rate);
    }
    return points;
}

/// Of each stretch of a run its least and greatest potential.
QPolygonF runCurve(const Experiment& e, const std::stop_token& stop)
{
    const Deadline deadline(patienceForOne, stop);
    const auto run = shadowRun(e, runLength, true, deadline.token());
    QPolygonF points;
    if (!run) return points;
    const std::size_t rows = run->trace.rows(), bin = std::max<std::size_t>(1, rows / runPoints);
    for (std::size_t row = 0; row < rows; row += bin) {
        const Extent extent = run->trace.extent(Columns::potential, row, std::min(row + bin, rows));
        points << QPointF(run->trace.time(row), extent.least) << QPointF(run->trace.time(row), extent.most);
    }
    return points;
}

bool isOfNeuron(const Difference& difference)
{
    return difference.name.find('.') == std::string::npos && difference.name != "I" && difference.name != "seed";
}

/// The first one that was kept, and those that are not like it.
std::optional<KeptCard> keptBy(const Report& report, bool wantsRates, const std::stop_token& stop)
{
    std::vector<Experiment> kept;
    for (const std::string& document : report.kept) {
        QString error;
        const auto experiment = fromText(QByteArray::fromStdString(document), &error);
        const bool fits = experiment && (kept.empty() || experiment->model == kept[0].model);
        if (fits && kept.size() < mostCurves && std::ranges::find(kept, *experiment) == kept.end()) kept.push_back(*experiment);
    }
    if (kept.empty()) return std::nullopt;
    KeptCard card;
    card.differences = differencesOf(kept);
    card.isRate = wantsRates && std::ranges::any_of(card.differences, isOfNeuron) && !rateCurve(kept[0]).isEmpty();
    for (const Experiment& e : kept) card.curves.push_back({e, card.isRate ? rateCurve(e) : runCurve(e, stop)});
    return card;
}

/// A student's file may hold the folder's lesson itself, or the folder of one's own lessons does.
Edition editionFor(const ClassQuestion& question, std::span<const Report> reports)
{
    Edition edition = editionOf(question.lesson, {question.reading.folder, lessonFolder()}, question.language);
    if (edition.path.isEmpty()) edition.lesson = lessonBehind(reports);
    return edition;
}

}

std::optional<ClassScene> sceneOf(const ClassQuestion& question, const std::stop_token& stop)
{
    std::vector<const ClassFile*> files;
    for (const ClassFile& file : question.reading.files)
        if (file.report && file.report->lesson == question.lesson) files.push_back(&file);
    QCollator collator;
    collator.setNumericMode(true);
    const auto name = [](const ClassFile* file) { return QString::fromStdString(file->report->name); };
    std::ranges::stable_sort(files, [&](const ClassFile* a, const ClassFile* b) { return collator.compare(name(a), name(b)) < 0; });
    ClassScene scene;
    for (const ClassFile* file : files) {
        scene.reports.push_back(*file->report);
        scene.paths << file->path;
    }
    scene.edition = editionFor(question, scene.reports);
    scene.overview = overviewOf(scene.lesson(), scene.edition.hashes, scene.reports, lessonStage());
    scene.otherVersions = static_cast<std::size_t>(std::ranges::count(scene.overview.students, false, &Overview::Student::isOfThisVersion));
    for (const Report& report : scene.reports) {
        if (stop.stop_requested()) return std::nullopt;
        if (scene.kept.size() == mostCards) break;
        if (auto card = keptBy(report, isAboutRates(scene.lesson()), stop)) scene.kept.push_back(std::move(*card));
    }
    return scene;
}

std::vector<ClassLesson> lessonsOf(const ClassReading& reading)
{
    std::vector<ClassLesson> lessons;
    for (const ClassFile& file : reading.files) {
        if (!file.report) continue;
        auto it = std::ranges::find(lessons, file.report->lesson, &ClassLesson::id);
        if (it == lessons.end()) it = lessons.insert(it, {file.report->lesson, file.report->title});
        ++it->reports;
    }
    std::ranges::stable_sort(lessons, std::ranges::greater(), &ClassLesson::reports);
    return lessons;
}

QColor keptColour(std::size_t curve)
{
    const QColor colours[] = {theme().pencil, theme().rest, theme().potential, theme().reset};
    return colours[curve % std::size(colours)];
}

QString differenceWords(const Difference& difference)
{
    QString words = richText(difference.name);
    for (std::size_t i = 0; i < difference.values.size(); ++i)
        words += QStringLiteral("%1<span style=\"color:%2\">%3</span>")
                     .arg(i == 0 ? QStringLiteral("&nbsp; ") : QStringLiteral(" · "), keptColour(i).name(), shown(difference.values[i]));
    const QString unit = fromView(difference.quantity.unit);
    return unit.isEmpty() ? words : words + QChar(0x202F) + unit;
}

}
