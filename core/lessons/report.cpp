// SPDX-License-Identifier: GPL-3.0-or-later
#include "report.h"

#include "text.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace rheobase {

namespace {

/// "85 %": of a text that is a picture's address.
std::string percentEncoded(std::string_view text)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string made;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) made += c;
        else (made += '%').append({digits[byte >> 4], digits[byte & 15]});
    }
    return made;
}

/// What was drawn.
std::string pictureOf(const Answer& answer)
{
    const std::string svg = answer.stroke.empty() ? std::string() : strokePlot(answer.text, answer.stroke, {}, 110, 50);
    return svg.empty() ? svg : "<br><img alt=\"\" src=\"data:image/svg+xml," + percentEncoded(svg) + "\">";
}

/// The part of a page that people read.
std::string readable(const Report& report, const Speaker& speak)
{
    const auto say = [&](const Sentence& sentence) { return escaped(speak(sentence)); };
    std::string html = "<h1>" + escaped(report.title) + "</h1><p>" + escaped(report.name) + "</p>\n";
    for (const StepRecord& step : report.steps) {
        html += "<h2>" + std::string(step.isDone() ? "✓ " : "") + escaped(step.title) + "</h2>\n<ul>";
        for (const AnswerRecord& a : step.answers)
            html += "<li>" + escaped(a.prompt) + " <strong>" + escaped(told(a.answer)) + "</strong>"
                    + (a.points    ? ' ' + say(said("(%1 of 2 points)", {std::to_string(*a.points)}))
                       : a.isRight ? (*a.isRight ? " ✓" : " ≠")
                                   : "")
                    + pictureOf(a.answer) + "</li>";
        html += "</ul><p>" + say(said("Tries: %1. Hints: %2.", {std::to_string(step.attempts), std::to_string(step.hints)}));
        if (report.hasTimes) html += ' ' + say(said("Minutes: %1.", {minutesOf(report, step)}));
        if (step.stimuli > 0) html += ' ' + say(said("Different stimuli: %1.", {std::to_string(step.stimuli)}));
        if (step.isClaimed) html += ' ' + say(said("The student holds this for right."));
        html += "</p>\n";
        for (const std::string& figure : step.figures)
            html += "<p><img alt=\"\" src=\"data:image/svg+xml," + percentEncoded(figure) + "\"></p>\n";
    }
    for (const std::string& words : report.words) html += "<blockquote>" + escaped(words) + "</blockquote>\n";
    return html;
}

}

std::string cellOf(std::string text)
{
    if (!text.empty() && std::string_view("=+-@").find(text[0]) != std::string_view::npos) text.insert(0, "'");
    if (text.find_first_of(",\"\r\n") == text.npos) return text;
    return '"' + reading::replaced(std::move(text), "\"", "\"\"") + '"';
}

std::string minutesOf(const Report& report, const StepRecord& step)
{
    return report.hasTimes ? shortest(std::round(step.seconds / 6) / 10) : "";
}

std::string told(const Answer& answer)
{
    if (!answer.stroke.empty()) return "drawn";
    if (answer.chosen.empty()) return answer.text;
    std::string text;
    for (const std::string& name : answer.chosen) text += (text.empty() ? "" : " ") + name;
    return text;
}

std::set<std::string> tagsOf(const StepRecord& step)
{
    std::set<std::string> tags;
    for (const AnswerRecord& answer : step.answers) tags.insert(answer.tag);
    for (const CheckRecord& check : step.checks) tags.insert(check.tag);
    tags.erase("");
    return tags;
}

StepRecord& Report::at(const std::string& step, const std::string& stepTitle)
{
    const auto it = std::ranges::find(steps, step, &StepRecord::step);
    return it != steps.end() ? *it : steps.emplace_back(StepRecord{step, stepTitle});
}

bool record(StepRecord& step, const Ask& ask, const Reply& reply)
{
    AnswerRecord made{ask.id, ask.prompt, reply.answer, reply.isRight, reply.tag};
    made.points = reply.points;
    const auto it = std::ranges::find(step.answers, ask.id, &AnswerRecord::ask);
    if (it == step.answers.end()) step.answers.push_back(std::move(made));
    else if (it->isFrozen) return false;
    else *it = std::move(made);
    return true;
}

void record(StepRecord& step, const CheckRecord& check, bool wasAsked)
{
    step.attempts += wasAsked;
    const auto it = std::ranges::find(step.checks, check.check, &CheckRecord::check);
    if (it == step.checks.end()) step.checks.push_back(check);
    else if (!it->isSolved) { // what was solved stays so, and what was named on the way
        const std::string named = it->tag;
        *it = check;
        if (it->tag.empty()) it->tag = named;
    }
}

std::string toPage(const Report& report, const Speaker& speak)
{
    // "</" would end the script
    return "<!DOCTYPE html>\n<html lang=\"" + escaped(report.language) + "\"><head><meta charset=\"utf-8\"><title>" + escaped(report.title)
           + "</title>\n<style>body { font: 11pt/1.4 sans-serif; max-width: 180mm; margin: 8mm auto } img { max-width: 100% "
             "}</style></head><body>\n"
           + readable(report, speak) + "<script type=\"application/json\" id=\"rheobase-report\">"
           + reading::replaced(toJson(report), "</", "<\\/") + "</script>\n</body></html>\n";
}

std::string tableOf(std::span<const Report> reports)
{
    std::string table = "name,lesson,step,done,claimed,attempts,hints,minutes,answers,tags\n";
    for (const Report& report : reports)
        for (const StepRecord& step : report.steps) {
            std::string answers, tags;
            for (const AnswerRecord& a : step.answers) answers += (answers.empty() ? "" : "; ") + a.ask + " = " + told(a.answer);
            for (const std::string& tag : tagsOf(step)) tags += (tags.empty() ? "" : " ") + tag;
            for (const std::string& text : {report.name, report.lesson, step.step}) table += cellOf(text) + ',';
            table += std::string(step.isDone() ? "yes" : "no") + ',' + (step.isClaimed ? "yes" : "no") + ',' + std::to_string(step.attempts)
                     + ',' + std::to_string(step.hints) + ',' + minutesOf(report, step) + ',' + cellOf(answers) + ',' + cellOf(tags) + '\n';
        }
    return table;
}

std::vector<std::pair<std::string, int>> tagsOf(std::span<const Report> reports)
{
    std::map<std::string, int> counts;
    for (const Report& report : reports)
        for (const StepRecord& step : report.steps)
            for (const std::string& tag : tagsOf(step)) ++counts[step.step + '.' + tag];
    std::vector<std::pair<std::string, int>> sorted(counts.begin(), counts.end());
    std::ranges::stable_sort(sorted, std::ranges::greater(), &std::pair<std::string, int>::second);
    return sorted;
}

}
