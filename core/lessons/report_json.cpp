// SPDX-License-Identifier: GPL-3.0-or-later
#include "report.h"

#include "text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

using nlohmann::json;

constexpr char format[] = "rheobase-report";
constexpr int version = 1;
constexpr std::size_t mostEntries = 10'000;

/// Why JSON is no report; thrown and caught in this file alone.
struct Unfit {
    Sentence sentence;
};

json written(const AnswerRecord& a)
{
    json object{{"ask", a.ask}, {"prompt", a.prompt},  {"text", a.answer.text}, {"chosen", a.answer.chosen},
                {"tag", a.tag}, {"frozen", a.isFrozen}};
    object["value"] = a.answer.value ? json(*a.answer.value) : json();
    object["right"] = a.isRight ? json(*a.isRight) : json();
    if (a.points) object["points"] = *a.points;
    if (!a.answer.stroke.empty()) object["stroke"] = a.answer.stroke;
    return object;
}

json written(const CheckRecord& c) { return {{"check", c.check}, {"solved", c.isSolved}, {"tag", c.tag}, {"experiment", c.experiment}}; }

json written(const StepRecord& s, bool hasTimes)
{
    json object{{"step", s.step},   {"title", s.title},       {"attempts", s.attempts},
                {"hints", s.hints}, {"claimed", s.isClaimed}, {"figures", s.figures}};
    if (s.stimuli > 0) object["stimuli"] = s.stimuli;
    if (s.isOpened) object["opened"] = true;
    if (hasTimes) object.update({{"seconds", s.seconds}, {"secondsAway", s.secondsAway}});
    object["answers"] = json::array();
    object["checks"] = json::array();
    for (const AnswerRecord& answer : s.answers) object["answers"].push_back(written(answer));
    for (const CheckRecord& check : s.checks) object["checks"].push_back(written(check));
    return object;
}

const json& need(const json& object, const char* key)
{
    if (!object.is_object()) throw Unfit{said("The report is damaged: where \"%1\" should be, there is no object.", {key})};
    const auto it = object.find(key);
    if (it == object.end()) throw Unfit{said("The report is damaged: \"%1\" is missing.", {key})};
    return *it;
}

std::string text(const json& object, const char* key)
{
    const json& value = need(object, key);
    if (!value.is_string()) throw Unfit{said("The report is damaged: \"%1\" must be a text.", {key})};
    auto made = value.get<std::string>();
    for (char& c : made) // a terminal that it is told on takes some for orders
        if ((static_cast<unsigned char>(c) < ' ' && c != '\n' && c != '\t') || c == 127) c = ' ';
    return made;
}

bool flag(const json& object, const char* key)
{
    const json& value = need(object, key);
    if (!value.is_boolean()) throw Unfit{said("The report is damaged: \"%1\" must be true or false.", {key})};
    return value.get<bool>();
}

double number(const json& object, const char* key)
{
    const json& value = need(object, key);
    if (!value.is_number() || !(std::abs(value.get<double>()) <= 1e9))
        throw Unfit{said("The report is damaged: \"%1\" must be a number.", {key})};
    return value.get<double>();
}

const json& list(const json& object, const char* key)
{
    const json& value = need(object, key);
    if (!value.is_array() || value.size() > mostEntries) throw Unfit{said("The report is damaged: \"%1\" must be a list.", {key})};
    return value;
}

std::vector<std::string> texts(const json& object, const char* key)
{
    std::vector<std::string> all;
    for (const json& entry : list(object, key)) {
        if (!entry.is_string()) throw Unfit{said("The report is damaged: \"%1\" must be a list of texts.", {key})};
        all.push_back(entry.get<std::string>());
    }
    return all;
}

bool isCoordinate(const json& value) { return value.is_number() && std::abs(value.get<double>()) <= 1e9; }

Stroke stroke(const json& object, const char* key)
{
    Stroke points;
    for (const json& point : list(object, key)) {
        if (!point.is_array() || point.size() != 2 || !std::ranges::all_of(point, isCoordinate))
            throw Unfit{said("The report is damaged: \"%1\" must be a list of points.", {key})};
        points.emplace_back(point[0].get<double>(), point[1].get<double>());
    }
    return points;
}

// One by one: where an exception leaves braces, g++ 12 destroys what was never made.
AnswerRecord answerFrom(const json& object)
{
    AnswerRecord a;
    a.ask = text(object, "ask");
    a.prompt = text(object, "prompt");
    a.answer.text = text(object, "text");
    a.answer.chosen = texts(object, "chosen");
    a.tag = text(object, "tag");
    a.isFrozen = flag(object, "frozen");
    if (!need(object, "value").is_null()) a.answer.value = number(object, "value");
    if (!need(object, "right").is_null()) a.isRight = flag(object, "right");
    if (object.contains("points")) a.points = std::clamp(static_cast<int>(number(object, "points")), 0, 2);
    if (object.contains("stroke")) a.answer.stroke = stroke(object, "stroke");
    return a;
}

CheckRecord checkFrom(const json& object)
{
    CheckRecord c;
    c.check = text(object, "check");
    c.isSolved = flag(object, "solved");
    c.tag = text(object, "tag");
    c.experiment = text(object, "experiment");
    return c;
}

StepRecord stepFrom(const json& object, bool hasTimes)
{
    StepRecord s;
    s.step = text(object, "step");
    s.title = text(object, "title");
    for (const json& answer : list(object, "answers")) s.answers.push_back(answerFrom(answer));
    for (const json& check : list(object, "checks")) s.checks.push_back(checkFrom(check));
    s.attempts = static_cast<int>(number(object, "attempts"));
    s.hints = static_cast<int>(number(object, "hints"));
    s.isClaimed = flag(object, "claimed");
    s.figures = texts(object, "figures");
    if (object.contains("opened")) s.isOpened = flag(object, "opened");
    if (object.contains("stimuli")) s.stimuli = static_cast<int>(number(object, "stimuli"));
    if (!hasTimes) return s;
    s.seconds = number(object, "seconds");
    s.secondsAway = number(object, "secondsAway");
    return s;
}

Report reportFrom(const json& document)
{
    if (!document.is_object() || !document.contains("format") || document["format"] != format)
        throw Unfit{said("This file holds no report of a lesson.")};
    if (number(document, "version") > version) throw Unfit{said("This report was written by a newer Rheobase: use that one.")};
    Report r;
    for (const auto& [key, field] : {std::pair{"lesson", &r.lesson},
                                     {"title", &r.title},
                                     {"hash", &r.hash},
                                     {"program", &r.program},
                                     {"language", &r.language},
                                     {"name", &r.name}})
        *field = text(document, key);
    if (document.contains("draw")) r.draw = text(document, "draw");
    r.hasTimes = flag(document, "times");
    for (const json& step : list(document, "steps")) r.steps.push_back(stepFrom(step, r.hasTimes));
    r.kept = texts(document, "kept");
    r.words = texts(document, "words");
    return r;
}

}

std::string toJson(const Report& r)
{
    json document{{"format", format},    {"version", version},   {"lesson", r.lesson},     {"title", r.title},
                  {"hash", r.hash},      {"program", r.program}, {"language", r.language}, {"name", r.name},
                  {"times", r.hasTimes}, {"kept", r.kept},       {"words", r.words},       {"steps", json::array()}};
    if (!r.draw.empty()) document["draw"] = r.draw;
    for (const StepRecord& step : r.steps) document["steps"].push_back(written(step, r.hasTimes));
    return document.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::variant<Report, Sentence> readReport(std::string_view page)
{
    if (page.size() > mostReportBytes) return said("This file is larger than any report of a lesson.");
    constexpr std::string_view opening = "id=\"rheobase-report\">", closing = "</script>";
    const std::size_t begin = page.rfind(opening), end = page.find(closing, begin == page.npos ? 0 : begin);
    if (begin == page.npos || end == page.npos) return said("This file holds no report of a lesson.");
    const std::string_view inside = page.substr(begin + opening.size(), end - begin - opening.size());
    const json document = json::parse(inside, nullptr, false);
    if (document.is_discarded()) return said("The report is damaged: what it holds is no JSON.");
    try {
        return reportFrom(document);
    } catch (const Unfit& unfit) {
        return unfit.sentence;
    }
}

}
