// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course.h"
#include "experiment_file.h"
#include "publish.h"
#include "setting.h"
#include "steady_rate.h"
#include "walk.h"

#include <QDir>
#include <QFile>

#include <random>

/// What tests, benchmarks and pictures of a class share: a folder of reports, made by walking through a lesson as students do.
namespace rheobase {

class MadeClass {
public:
    /// The lesson on the f–I curve, in which the curve is drawn and a word opens the step after it, as a teacher has it in the folder.
    explicit MadeClass(const QString& folder) : m_folder(folder)
    {
        QFile shipped(shippedLesson("rate-curve"));
        if (!shipped.open(QIODevice::ReadOnly)) return;
        QByteArray text = shipped.readAll();
        text.replace("set: t_ref = 10 ms\n", "set: t_ref = 10 ms\ngate: Dendrite\n");
        write("rate-curve.lesson.md", text);
        m_lesson = std::get<Lesson>(readLesson(text.toStdString(), lessonStage()));
        m_lesson.hash = lessonStage().hash(published(m_lesson, text.toStdString(), lessonStage()));
    }

    const Lesson& lesson() const { return m_lesson; }
    QString path(const QString& name) const { return QDir(m_folder).filePath(name); }
    void write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("no file");
    }
    /// Reports "student-1.report.html" …, of which some are still on their way, and the third has another lesson version.
    void add(int count)
    {
        for (int i = 1; i <= count; ++i) {
            Report report = walked(i);
            if (i == 3) report.hash = "0";
            write(QStringLiteral("student-%1.report.html").arg(i), pageOf(report));
        }
    }
    static QByteArray pageOf(const Report& report)
    {
        return QByteArray::fromStdString(toPage(report, [](const Sentence& sentence) { return std::string(sentence); }));
    }
    /// What the student with this number does, the same each time.
    Report walked(int number)
    {
        static const char* const names[] = {"Alder", "Aster", "Birch",   "Cedar", "Clover", "Fern",   "Hazel", "Heather",
                                            "Iris",  "Ivy",   "Juniper", "Larch", "Laurel", "Linden", "Maple", "Moss",
                                            "Oak",   "Poppy", "Rowan",   "Sage",  "Tansy",  "Willow"};
        m_random.seed(static_cast<unsigned>(number));
        Walk walk(m_lesson, {}, lessonStage(), '.');
        const int round = (number - 1) / static_cast<int>(std::size(names));
        walk.report().name =
            names[(number - 1) % static_cast<int>(std::size(names))] + (round > 0 ? ' ' + std::to_string(round + 1) : std::string());
        const std::size_t last = likely(0.7) ? m_lesson.steps.size() - 1 : 2 + below(4);
        for (std::size_t i = 0; i <= last; ++i) {
            walk.goTo(i);
            walk.open("dendrite");
            predict(walk);
            walk.see();
            if (i < last || likely(0.6)) solve(walk);
        }
        if (last + 1 == m_lesson.steps.size()) keep(walk);
        return walk.report();
    }

private:
    bool likely(double p) { return std::uniform_real_distribution<>(0, 1)(m_random) < p; }
    std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(m_random); }
    double noise(double sigma) { return std::normal_distribution<>(0, sigma)(m_random); }

    void predict(Walk& walk)
    {
        for (const StepPart& part : walk.step().parts) {
            const auto* ask = std::get_if<Ask>(&part);
            if (!ask) continue;
            if (ask->kind == Ask::Kind::sketch) draw(walk, *ask);
            else if (ask->kind == Ask::Kind::choice) walk.answer(*ask, choice(*ask));
            else if (ask->kind == Ask::Kind::text) walk.answer(*ask, "The threshold sets the onset, the rest its ceiling.");
            else if (!ask->cases.empty() && likely(0.3)) walk.answer(*ask, std::to_string(*ask->cases[below(ask->cases.size())].value));
            else walk.answer(*ask, std::to_string(ask->right.value_or(2 + noise(0.3))));
        }
    }
    std::vector<std::string> choice(const Ask& ask)
    {
        const bool isRight = likely(0.6);
        std::vector<std::string> names;
        for (const Ask::Option& option : ask.options)
            if (option.isRight == isRight) names.push_back(option.name);
        return {names[isRight ? 0 : below(names.size())]};
    }
    /// A curve by a hand that shakes: bent, a line through zero, or with a jump.
    void draw(Walk& walk, const Ask& ask)
    {
        const int kind = likely(0.55) ? 0 : likely(0.6) ? 1 : 2;
        const Experiment& e = walk.step().experiment;
        const double skill = 1 + noise(0.15), onset = 2 + noise(0.25), slope = 36 + noise(5);
        Stroke stroke;
        for (double I = 0; I <= 7.8 + noise(0.15); I += 0.1) {
            const double bent = skill * steadyRate(*e.model, e.parameters, I - onset + 2).value_or(0);
            const double rate = kind == 0 ? bent : kind == 1 ? slope * I : I < onset ? 0 : 90 + slope * 0.7 * (I - onset);
            stroke.emplace_back(I, std::max(0.0, rate + noise(1.2)));
        }
        walk.answer(ask, std::move(stroke));
    }
    /// Perhaps a mistake first, or hints; then what the teacher's notes say.
    void solve(Walk& walk)
    {
        const bool isLost = likely(0.25);
        for (int i = isLost ? static_cast<int>(1 + below(2)) : 0; i > 0; --i) walk.openHint();
        const Step& step = walk.step();
        if (const auto figure = figureOf(step); !figure.empty()) walk.record().figures.push_back(figure);
        for (const StepPart& part : step.parts) {
            const auto* check = std::get_if<Check>(&part);
            if (!check) continue;
            for (const bool isWanted : {false, true})
                for (std::size_t i = 0; i < m_lesson.trials.size(); ++i)
                    if (m_lesson.trials[i].check == check->id && m_lesson.trials[i].isSolution() == isWanted && (isWanted || likely(0.15)))
                        take(walk, *check, i);
            if (check->isLive) walk.take(*check, {.verdict = Verdict::yes}, toLine(step.experiment).toStdString(), true); // of a window
        }
    }
    void take(Walk& walk, const Check& check, std::size_t trial)
    {
        auto& known = m_judged[trial];
        if (known.verdict == Verdict::notYet) known = judge(check, walk.situation(m_lesson.trials[trial].experiment));
        walk.take(check, known, toLine(m_lesson.trials[trial].experiment).toStdString(), true);
    }
    /// Three neurons that differ in one thing.
    void keep(Walk& walk)
    {
        static const char* const names[] = {"R", "C", "t_ref", "V_th"};
        const std::string name = names[below(std::size(names))];
        for (const double factor : {1.0, name == "V_th" ? 0.92 : 1.6, name == "V_th" ? 1.06 : 0.6}) {
            Experiment e = walk.step().experiment;
            setValue(e, name, std::round(valueOf(e, name) * factor * 10) / 10);
            walk.report().kept.push_back(toLine(e).toStdString());
        }
    }
    const std::string& figureOf(const Step& step)
    {
        auto& figure = m_figures[step.id];
        if (figure.empty()) figure = runPlot(step.experiment, Columns::potential, 200, true, 120, 38);
        return figure;
    }

    QString m_folder;
    Lesson m_lesson;
    std::mt19937 m_random;
    std::map<std::size_t, Judgement> m_judged;
    std::map<std::string, std::string> m_figures;
};

}
