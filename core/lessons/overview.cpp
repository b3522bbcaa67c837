// SPDX-License-Identifier: GPL-3.0-or-later
#include "overview.h"

#include "setting.h"
#include "walk.h"

#include <algorithm>

namespace rheobase {

namespace {

using Cell = Overview::Cell;
using Misconception = Overview::Misconception;

constexpr std::size_t mostSteps = 40; // of a lesson; a report may say anything

const StepRecord* recordOf(const Report& report, const std::string& step)
{
    const auto it = std::ranges::find(report.steps, step, &StepRecord::step);
    return it == report.steps.end() ? nullptr : &*it;
}

std::optional<int> pointsOf(const StepRecord& record)
{
    std::optional<int> sum;
    for (const AnswerRecord& answer : record.answers)
        if (answer.points) sum = sum.value_or(0) + *answer.points;
    return sum;
}

Cell seenIn(const StepRecord& record, Walk::State state)
{
    Cell cell{Cell::State::open, record.attempts, record.hints, tagsOf(record), pointsOf(record)};
    if (state == Walk::State::done) cell.state = Cell::State::done;
    if (state == Walk::State::believed) cell.state = Cell::State::believed;
    return cell;
}

/// What each student of a class did in the steps of a lesson.
class Class {
public:
    Class(const Lesson& lesson, const Stage& stage) : m_walk(lesson, {}, stage, '.') {}

    std::vector<Cell> cellsOf(const Report& report)
    {
        const auto& steps = m_walk.lesson().steps;
        std::vector<Cell> cells(steps.size());
        m_walk.report() = report;
        for (std::size_t i = 0; i < steps.size(); ++i)
            if (const StepRecord* record = recordOf(report, steps[i].id)) cells[i] = seenIn(*record, m_walk.stateOf(i));
        const auto last = std::find_if(cells.rbegin(), cells.rend(), [](const Cell& cell) { return cell.state == Cell::State::open; });
        if (last != cells.rend()) last->state = Cell::State::here;
        return cells;
    }

private:
    Walk m_walk;
};

/// "no-rheobase" → "no rheobase"
std::string readable(std::string tag)
{
    std::ranges::replace(tag, '-', ' ');
    return tag;
}

/// The lesson's words for a tag of a step: the option that was chosen, else the tag; and the feedback.
void describe(Misconception& found, const Step& step)
{
    found.words = readable(found.tag);
    for (const StepPart& part : step.parts) {
        if (const auto* check = std::get_if<Check>(&part))
            for (const auto& other : check->otherwise)
                if (other.tag == found.tag && found.feedback.empty()) found.feedback = other.feedback;
        const auto* ask = std::get_if<Ask>(&part);
        if (!ask) continue;
        for (const Sketch::Rule& rule : ask->sketch ? ask->sketch->rules : std::vector<Sketch::Rule>())
            if (rule.tag == found.tag) found.feedback = rule.feedback;
        for (const auto& c : ask->cases)
            if (c.tag == found.tag) found.feedback = c.feedback;
        for (const auto& option : ask->options)
            if (option.name == found.tag) found.words = option.text, found.feedback = option.feedback;
    }
}

std::vector<Misconception> misconceptionsOf(const Overview& overview, const Lesson& lesson)
{
    std::vector<Misconception> all;
    for (std::size_t step = 0; step < lesson.steps.size(); ++step) {
        std::map<std::string, std::vector<std::size_t>> byTag;
        for (std::size_t i = 0; i < overview.students.size(); ++i)
            for (const std::string& tag : overview.students[i].cells[step].tags) byTag[tag].push_back(i);
        for (auto& [tag, students] : byTag) {
            all.push_back({.step = step, .tag = tag, .students = std::move(students)});
            describe(all.back(), lesson.steps[step]);
        }
    }
    std::ranges::stable_sort(all, std::ranges::greater(), [](const Misconception& m) { return m.students.size(); });
    return all;
}

std::vector<Overview::Drawing> drawingsOf(const Lesson& lesson, std::span<const Report> reports)
{
    std::vector<Overview::Drawing> all;
    for (std::size_t step = 0; step < lesson.steps.size(); ++step)
        for (const StepPart& part : lesson.steps[step].parts) {
            const auto* ask = std::get_if<Ask>(&part);
            if (!ask || ask->kind != Ask::Kind::sketch) continue;
            Overview::Drawing drawing{step, *ask, {}};
            for (std::size_t i = 0; i < reports.size(); ++i)
                if (const StepRecord* record = recordOf(reports[i], lesson.steps[step].id))
                    for (const AnswerRecord& answer : record->answers)
                        if (answer.ask == ask->id && answer.answer.stroke.size() > 1)
                            drawing.sketches.push_back({i, answer.answer.stroke, answer.tag});
            if (!drawing.sketches.empty()) all.push_back(std::move(drawing));
        }
    return all;
}

std::string joined(const std::set<std::string>& words)
{
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

std::string answersOf(const StepRecord& record)
{
    std::string text;
    for (const AnswerRecord& answer : record.answers) text += (text.empty() ? "" : "; ") + told(answer.answer);
    return text;
}

std::string_view wordOf(Cell::State state)
{
    return state == Cell::State::done ? "yes" : state == Cell::State::believed ? "believed" : "no";
}

}

Overview overviewOf(const Lesson& lesson, std::span<const std::string> hashes, std::span<const Report> reports, const Stage& stage)
{
    Overview overview;
    Class all(lesson, stage);
    for (const Report& report : reports) {
        Overview::Student student{.name = report.name, .cells = all.cellsOf(report)};
        student.done = static_cast<std::size_t>(std::ranges::count_if(student.cells, &Cell::isDone));
        student.isOfThisVersion = hashes.empty() || std::ranges::find(hashes, report.hash) != hashes.end();
        overview.students.push_back(std::move(student));
    }
    overview.misconceptions = misconceptionsOf(overview, lesson);
    overview.drawings = drawingsOf(lesson, reports);
    return overview;
}

Lesson lessonBehind(std::span<const Report> reports)
{
    Lesson lesson;
    for (const Report& report : reports) {
        lesson.id = report.lesson;
        lesson.title = report.title;
        for (const StepRecord& record : report.steps) {
            auto step = std::ranges::find(lesson.steps, record.step, &Step::id);
            if (step == lesson.steps.end() && lesson.steps.size() == mostSteps) continue;
            if (step == lesson.steps.end()) step = lesson.steps.insert(step, {.id = record.step, .title = record.title});
            const auto has = [&](const std::string& id) {
                return std::ranges::any_of(step->parts, [&](const StepPart& part) { return std::get<Check>(part).id == id; });
            };
            for (const CheckRecord& judged : record.checks) {
                Check check;
                check.id = judged.check;
                if (!has(check.id)) step->parts.emplace_back(std::move(check));
            }
        }
    }
    return lesson;
}

std::string gradebookOf(const Lesson& lesson, std::span<const Report> reports, const Stage& stage, bool withMinutes)
{
    std::vector<std::string> columns{"done", "attempts", "hints", "prediction", "tag", "points"};
    if (withMinutes) columns.emplace_back("minutes");
    std::string table = "name,lesson,steps done";
    for (const Step& step : lesson.steps)
        for (const std::string& column : columns) table += ',' + cellOf(step.id + '.' + column);
    const Overview overview = overviewOf(lesson, {}, reports, stage);
    for (std::size_t i = 0; i < reports.size(); ++i) {
        const auto& student = overview.students[i];
        table += '\n' + cellOf(student.name) + ',' + cellOf(lesson.id) + ',' + std::to_string(student.done);
        for (std::size_t s = 0; s < lesson.steps.size(); ++s) {
            const Cell& cell = student.cells[s];
            const StepRecord* record = recordOf(reports[i], lesson.steps[s].id);
            table += ',' + std::string(wordOf(cell.state)) + ',' + std::to_string(cell.tries) + ',' + std::to_string(cell.hints);
            table += ',' + (record ? cellOf(answersOf(*record)) : "") + ',' + cellOf(joined(cell.tags));
            table += ',' + (cell.points ? std::to_string(*cell.points) : "");
            if (withMinutes) table += ',' + (record ? minutesOf(reports[i], *record) : "");
        }
    }
    return table + '\n';
}

std::vector<Difference> differencesOf(std::span<const Experiment> experiments)
{
    std::vector<Difference> found;
    if (experiments.empty()) return found;
    const Experiment& first = experiments.front();
    for (const std::string& name : settingNames(first)) {
        if (!std::ranges::all_of(experiments, [&](const Experiment& e) { return e.model == first.model && settingOf(e, name); })) continue;
        Difference difference{name, *settingOf(first, name), {}};
        for (const Experiment& e : experiments) difference.values.push_back(valueOf(e, name));
        if (std::ranges::count(difference.values, difference.values[0]) < std::ssize(experiments)) found.push_back(std::move(difference));
    }
    return found;
}

}
