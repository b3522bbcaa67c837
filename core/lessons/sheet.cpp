// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheet.h"

#include "columns.h"
#include "judge.h"
#include "rehearsal.h"

#include <algorithm>

namespace rheobase {

namespace {

constexpr std::string_view style = R"(@page { size: A4; margin: 14mm }
body { font: 10.5pt/1.35 "Inter", "Helvetica", sans-serif; margin: 0 auto; max-width: 182mm; color: black }
h1 { font-size: 15pt; margin: 0 } h2 { font-size: 11.5pt; margin: 3.5mm 0 1mm } p, ul, ol { margin: 1mm 0 } ul, ol { padding-left: 5mm }
.name { float: right } .quiet { font-size: 9pt } .ask { break-inside: avoid; margin: 1.5mm 0 } .blank { display: inline-block; width: 45mm; border-bottom: 0.3mm solid black }
.line { border-bottom: 0.3mm solid black; height: 7mm } .boxes { list-style: none; padding-left: 1mm } .right { font-weight: bold } .mistake { margin-left: 5mm; font-size: 9.5pt }
svg { display: block; margin: 1mm 0; break-inside: avoid })";

/// How long the first run of a check lasts; empty of one that needs none.
std::optional<double> durationOf(const Check& check)
{
    std::optional<double> longest;
    for (const Clause& clause : check.clauses)
        if (clause.run) longest = std::max(longest.value_or(0), *clause.run);
    return longest;
}

/// No longer than a drawing on paper can be read.
double drawn(double duration) { return std::min(duration, 500.0); }

/// What a drawing shows: V; where that is commanded, what a check measures at a time, else the current that it takes.
std::size_t drawnColumn(const Experiment& e, const Check* check = nullptr)
{
    if (!isClamped(e)) return Columns::potential;
    const Columns columns(*e.model);
    for (const Clause& clause : check ? check->clauses : std::vector<Clause>())
        if (clause.subject.kind == Subject::Kind::at || clause.subject.kind == Subject::Kind::end)
            if (const auto column = columns.named(clause.subject.name)) return *column;
    return Columns::given;
}

class Writer {
public:
    Writer(const Lesson& lesson, Sheet sheet, const Speaker& speak) : m_lesson(lesson), m_sheet(sheet), m_speak(speak) {}

    std::string write()
    {
        add("<!DOCTYPE html>\n<html lang=\"" + escaped(m_lesson.language) + "\"><head><meta charset=\"utf-8\"><title>"
            + escaped(m_lesson.title) + "</title><style>\n");
        add(std::string(style) + "</style></head><body>\n");
        if (!isAnswers()) add("<div class=\"name\">" + speak(said("Name")) + " <span class=\"blank\"></span></div>");
        add("<h1>" + escaped(m_lesson.title) + "</h1>\n<p class=\"quiet\">" + escaped(m_lesson.goal) + ' '
            + speak(said("(%1 minutes)", {std::to_string(m_lesson.minutes)})) + "</p>\n");
        if (!m_lesson.steps.empty()) add(toHtml(withValues(m_lesson.intro, m_lesson.steps[0])));
        if (isAnswers() && !m_lesson.notes.empty()) add("<blockquote>" + toHtml(m_lesson.notes) + "</blockquote>");
        std::size_t number = 0;
        for (const Step& step : m_lesson.steps) {
            add("<h2>" + std::to_string(++number) + ". " + escaped(step.title) + "</h2>\n");
            if (isAnswers() && step.start.gate && !step.start.gate->word.empty())
                add("<p class=\"quiet\">" + speak(said("The word that opens this step: %1", {step.start.gate->word})) + "</p>\n");
            for (const StepPart& part : step.parts) addPart(step, part);
        }
        if (!m_lesson.leavesOut.empty())
            add("<h2>" + speak(said("What the model leaves out")) + "</h2><p>" + escaped(m_lesson.leavesOut) + "</p>\n");
        return m_html + "</body></html>\n";
    }

private:
    bool isAnswers() const { return m_sheet == Sheet::answers; }
    void add(const std::string& html) { m_html += html; }
    std::string speak(const Sentence& sentence) const { return escaped(m_speak(sentence)); }
    /// A line of Markdown without its paragraph.
    static std::string inlineHtml(std::string_view text, const Step& step)
    {
        std::string html = toHtml(withValues(text, step));
        if (html.starts_with("<p>")) html = html.substr(3);
        if (html.ends_with("</p>\n")) html.resize(html.size() - 5);
        return html;
    }

    void addPart(const Step& step, const StepPart& part)
    {
        if (const auto* prose = std::get_if<Prose>(&part)) add(toHtml(withValues(prose->markdown, step)));
        if (const auto* ask = std::get_if<Ask>(&part)) addAsk(step, *ask);
        if (const auto* check = std::get_if<Check>(&part)) addCheck(step, *check);
        if (const auto* range = std::get_if<SealedRange>(&part); range && isAnswers()) addSeal(step, *range);
        const auto* show = std::get_if<Show>(&part);
        if (show && isAnswers() && !show->say.empty()) add("<p>" + inlineHtml(show->say, step) + "</p>\n");
    }
    /// Each student has another value; a teacher can recompute them all.
    void addSeal(const Step& step, const SealedRange& range)
    {
        const std::string_view unit = step.experiment.model->parameters[*indexOf(step.experiment.model->parameters, range.name)].unit;
        const auto told = [&](const SealedRange::Tolerance& t) { return shownValue(t.by, t.isShare ? std::string_view("%") : unit); };
        add("<p class=\"quiet\">"
            + speak(
                said("%1 is sealed: %2 … %3 for each student, 2 points within %4, 1 within %5. \"rheobase lesson seal\" lists the values.",
                     {range.name, shownValue(range.least, ""), shownValue(range.most, unit), told(range.fine), told(range.coarse)}))
            + "</p>\n");
    }
    void addAsk(const Step& step, const Ask& ask)
    {
        add("<div class=\"ask\"><p>" + inlineHtml(ask.prompt, step));
        const bool isNumber = ask.kind == Ask::Kind::number;
        if (isNumber && isAnswers() && ask.right) add(" <span class=\"right\">" + rightOf(ask) + "</span>");
        else if (isNumber) add(" <span class=\"blank\"></span> " + escaped(ask.unit));
        add("</p>\n");
        if (ask.kind == Ask::Kind::text && !isAnswers()) add("<div class=\"line\"></div><div class=\"line\"></div>\n");
        if (ask.kind == Ask::Kind::sketch) addSketch(step, *ask.sketch);
        if (!ask.options.empty()) addOptions(step, ask);
        if (isAnswers())
            for (const Ask::Case& c : ask.cases)
                addMistake(step, c.value ? shownValue(*c.value, ask.unit) : c.first + " → " + c.second, c.tag, c.feedback);
        add("</div>\n");
    }
    /// Empty axes, with the part that is given; for teachers the run's own curve, and mistakes.
    void addSketch(const Step& step, const Sketch& sketch)
    {
        Stroke curve;
        if (isAnswers()) curve = expected(m_lesson, step, sketch);
        else if (sketch.givenX && sketch.givenY && sketch.isFunction())
            curve = {{sketch.across.least, *sketch.givenY}, {*sketch.givenX, *sketch.givenY}};
        add("<p>" + speak(said("Sketch it:")) + "</p>" + strokePlot(sketch.axes(), {}, curve, 110, 40));
        for (const Sketch::Rule& rule : sketch.rules) {
            if (!isAnswers()) break;
            if (!rule.isMistake) add("<p class=\"quiet\">" + speak(wordsOf(sketch, rule.features[0])) + "</p>");
            if (!rule.tag.empty()) addMistake(step, {}, rule.tag, rule.feedback);
        }
    }
    static std::string rightOf(const Ask& ask)
    {
        return shownValue(*ask.right, ask.unit) + (ask.tolerance > 0 ? " ± " + shownValue(ask.tolerance, "") : "");
    }
    void addOptions(const Step& step, const Ask& ask)
    {
        add("<ul class=\"boxes\">");
        const bool isOrder = ask.kind == Ask::Kind::order;
        std::vector<std::string> names = shuffled(ask);
        if (isAnswers()) std::ranges::transform(ask.options, names.begin(), &Ask::Option::name);
        std::size_t place = 0;
        for (const std::string& name : names) {
            const auto option = std::ranges::find(ask.options, name, &Ask::Option::name);
            const std::string sign = isOrder                          ? (isAnswers() ? std::to_string(++place) + '.' : "___")
                                     : isAnswers() && option->isRight ? "☒"
                                                                      : "☐";
            add("<li>" + sign + ' ' + inlineHtml(option->text, step) + "</li>");
            if (isAnswers() && !option->feedback.empty()) addMistake(step, {}, option->name, option->feedback);
        }
        add("</ul>\n");
    }
    void addMistake(const Step& step, const std::string& what, const std::string& tag, const std::string& feedback)
    {
        add("<div class=\"mistake\">" + escaped(what) + (what.empty() ? "" : " ") + "<em>" + escaped(tag) + ":</em> "
            + inlineHtml(feedback, step) + "</div>\n");
    }
    /// For students: a box to tick, and empty axes where a run is judged. For teachers: the solution, run now, and mistakes.
    void addCheck(const Step& step, const Check& check)
    {
        const auto duration = durationOf(check);
        const auto solution = std::ranges::find_if(m_lesson.trials, [&](const Trial& t) { return t.check == check.id && t.isSolution(); });
        if (!isAnswers()) {
            add("<p>☐ " + speak(said("Done. What I set:")) + " <span class=\"blank\"></span></p>\n");
            const Experiment* const solved = solution != m_lesson.trials.end() ? &solution->experiment : nullptr;
            if (!duration) return;
            const std::size_t column = drawnColumn(solved ? *solved : step.experiment, &check);
            add(runPlot(step.experiment, column, drawn(*duration), false, 120, 32, solved));
            return;
        }
        std::string wanted;
        for (const Clause& clause : check.clauses) wanted += (wanted.empty() ? "" : "; ") + clause.text;
        if (check.edge) wanted += "; just " + check.edge->name;
        add("<p class=\"quiet\">" + speak(said("Wanted:")) + ' ' + escaped(wanted) + "</p>\n");
        if (solution != m_lesson.trials.end()) addSolution(check, *solution, duration);
        for (const Trial& trial : m_lesson.trials)
            if (trial.check == check.id && !trial.isSolution()) addMistake(step, trial.text, trial.tag, feedbackOf(check, trial.tag));
    }
    void addSolution(const Check& check, const Trial& trial, const std::optional<double>& duration)
    {
        const Judgement judgement = judge(check, {trial.experiment});
        add("<p class=\"right\">" + escaped(trial.text)
            + (judgement.verdict == Verdict::yes || !trial.answers.empty() ? "" : " – " + speak(judgement.sentence)) + "</p>\n");
        if (duration) add(runPlot(trial.experiment, drawnColumn(trial.experiment, &check), drawn(*duration), true, 120, 32));
    }
    static std::string feedbackOf(const Check& check, const std::string& tag)
    {
        const auto it = std::ranges::find(check.otherwise, tag, &Check::Otherwise::tag);
        return it == check.otherwise.end() ? std::string() : it->feedback;
    }

    const Lesson& m_lesson;
    Sheet m_sheet;
    const Speaker& m_speak;
    std::string m_html;
};

}

std::string sheetOf(const Lesson& lesson, Sheet sheet, const Speaker& speak) { return Writer(lesson, sheet, speak).write(); }

}
