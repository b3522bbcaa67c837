// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson.h"

#include "catalogue.h"
#include "seal_block.h"
#include "sealed.h"
#include "setting.h"
#include "start.h"
#include "text.h"

#include <algorithm>

namespace rheobase {

using namespace reading;

namespace {

constexpr std::size_t mostSteps = 40;
const std::vector<std::string> headKeys{"lesson", "title", "asks",    "minutes",    "needs",    "models",
                                        "goal",   "level", "courses", "leaves-out", "language", "draws"};

bool isListed(const std::vector<std::string>& names, std::string_view name) { return std::ranges::find(names, name) != names.end(); }

std::vector<std::string> listFrom(std::string_view text)
{
    std::vector<std::string> names;
    for (const std::string_view name : split(text, ",")) names.emplace_back(name);
    return names;
}

void readHead(const std::vector<Line>& head, Lesson& lesson)
{
    for (const Line& line : head) {
        std::string_view value = line.text;
        if (trimmed(value).empty()) continue;
        const std::string_view key = until(value, ":");
        if (!isListed(headKeys, key)) refuseName(line.number, key, headKeys);
        if (key == "lesson") lesson.id = value;
        else if (key == "title") lesson.title = value;
        else if (key == "asks") lesson.asks = value;
        else if (key == "goal") lesson.goal = value;
        else if (key == "leaves-out") lesson.leavesOut = value;
        else if (key == "level") lesson.level = value;
        else if (key == "language") lesson.language = value;
        else if (key == "draws") lesson.isDrawnByChance = value == "chance";
        else if (key == "courses") lesson.courses = listFrom(value);
        else if (key == "minutes") {
            Quantity minutes = named("minutes");
            minutes.domain = {1, 600, false, true};
            const double number = valueFrom(value, line.number, minutes).first;
            if (const Sentence wrong = problem(minutes, number); !wrong.empty()) throw Refusal{line.number, wrong};
            lesson.minutes = static_cast<int>(number);
        } else if (key == "models")
            for (const std::string& id : listFrom(value)) {
                std::vector<std::string> ids;
                for (const Model& model : catalogue()) ids.emplace_back(model.id);
                if (!findModel(id)) refuseName(line.number, id, ids);
                lesson.models.push_back(findModel(id));
            }
    }
    if (!isId(lesson.id) || lesson.title.empty() || lesson.goal.empty() || lesson.minutes == 0)
        throw Refusal{
            1, said("The head of a lesson has at least the lines \"lesson: its-name\", \"title: …\", \"goal: …\" and \"minutes: …\".")};
}

/// Names of live values in a text, {R}, are those of settings, derived quantities and states.
void checkLiveNames(std::string_view text, std::size_t line, const Experiment& experiment)
{
    for (std::size_t open = text.find('{'); open != text.npos; open = text.find('{', open + 1)) {
        const std::size_t close = text.find('}', open);
        if (close == text.npos) return;
        const std::string_view name = text.substr(open + 1, close - open - 1);
        const Model& model = *experiment.model;
        if (settingOf(experiment, name) || indexOf(model.derived, name) || indexOf(model.state, name) || indexOf(model.terms, name))
            continue;
        auto names = settingNames(experiment);
        for (const auto table : {model.derived, model.state, model.terms})
            for (const Quantity& q : table) names.push_back(identifier(q.symbol));
        refuseName(line + static_cast<std::size_t>(std::ranges::count(text.substr(0, open), '\n')), name, names);
    }
}

Hint hintFrom(const Block& block)
{
    Hint hint{{}, block.line};
    for (const Line& line : block.lines) {
        std::string_view text = trimmed(line.text);
        const std::string number = std::to_string(hint.rungs.size() + 1) + ". ";
        if (take(text, number)) hint.rungs.emplace_back(text);
        else if (text.empty()) continue;
        else if (hint.rungs.empty())
            throw Refusal{line.number, said("A hint is a numbered list: \"1. …\", then \"2. …\", each nearer to the answer.")};
        else hint.rungs.back() += ' ' + std::string(text);
    }
    if (hint.rungs.empty())
        throw Refusal{block.line, said("A hint is a numbered list: \"1. …\", then \"2. …\", each nearer to the answer.")};
    return hint;
}

Show showFrom(const Block& block, const Experiment& experiment, const Stage& stage)
{
    Show show{.line = block.line};
    const std::vector<std::string> keys{"say", "ghost", "reveal", "figure"}, ghosts{"start", "prediction", "solution"};
    auto pictures = stage.plots(*experiment.model);
    pictures.insert(pictures.end(), stage.views.begin(), stage.views.end());
    for (const Line& line : block.lines) {
        std::string_view value = line.text;
        if (trimmed(value).empty()) continue;
        const std::string key(until(value, ":"));
        if (!isListed(keys, key)) refuseName(line.number, key, keys);
        if (key == "say") show.say = value;
        else if (key == "ghost") {
            if (!isListed(ghosts, value)) refuseName(line.number, value, ghosts);
            show.ghost = value;
        } else if (key == "reveal") {
            const auto hideable = hideableNames(experiment, stage);
            for (std::string& name : show.reveal = listFrom(value))
                if (!isListed(hideable, name = usualName(experiment, name))) refuseName(line.number, name, hideable);
        } else
            for (const std::string& name : show.figures = listFrom(value))
                if (!isListed(pictures, name)) refuseName(line.number, name, pictures);
    }
    return show;
}

/// Puts a lesson together from its blocks.
class Reader {
public:
    Reader(const Blocks& file, const Stage& stage) : m_file(file), m_stage(stage) {}

    Lesson read()
    {
        readHead(m_file.head, m_lesson);
        const auto& blocks = m_file.blocks;
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            const Block& block = blocks[i];
            if (block.kind == Block::Kind::heading) begin(block, i);
            else if (block.word == "teacher") m_teacher.push_back(&block);
            else if (m_lesson.steps.empty()) readIntro(block);
            else readPart(block);
        }
        if (m_lesson.steps.empty()) throw Refusal{1, said("The lesson has no steps; one begins with \"## Title {#id}\".")};
        for (const Block* block : m_teacher) readTeacher(*block);
        checkSeals(m_lesson);
        return std::move(m_lesson);
    }

private:
    Step& step() { return m_lesson.steps.back(); }

    void readIntro(const Block& block)
    {
        if (block.kind == Block::Kind::fence)
            throw Refusal{block.line, said("This block stands before the first step; one begins with \"## Title {#id}\".")};
        m_lesson.intro += block.rest;
        checkLiveNames(block.rest, block.line, defaultExperiment(m_lesson.models.empty() ? catalogue()[0] : *m_lesson.models[0]));
    }
    /// The start counts from the heading on, wherever it stands.
    void begin(const Block& heading, std::size_t at)
    {
        if (std::ranges::find(m_lesson.steps, heading.word, &Step::id) != m_lesson.steps.end())
            throw Refusal{heading.line, said("There is another step \"%1\"; give each its own name.", {heading.word})};
        if (m_lesson.steps.size() == mostSteps)
            throw Refusal{heading.line, said("A lesson has at most %1 steps; split it.", {std::to_string(mostSteps)})};
        Step made{.id = heading.word, .title = heading.rest, .line = heading.line};
        if (!m_lesson.steps.empty()) {
            made.scene = step().scene;
            made.experiment = step().experiment;
        }
        const Block* start = nullptr;
        for (std::size_t i = at + 1; i < m_file.blocks.size() && m_file.blocks[i].kind != Block::Kind::heading; ++i) {
            if (m_file.blocks[i].word != "start" || m_file.blocks[i].kind != Block::Kind::fence) continue;
            if (start) throw Refusal{m_file.blocks[i].line, said("A step has one start; put both into one block.")};
            start = &m_file.blocks[i];
        }
        if (start) readStart(*start, made, m_stage);
        if (!made.experiment.model) throw Refusal{heading.line, said("The first step needs a block \"start\" with \"model: …\".")};
        m_lesson.steps.push_back(std::move(made));
    }
    void readPart(const Block& block)
    {
        if (block.kind == Block::Kind::prose) {
            checkLiveNames(block.rest, block.line, step().experiment);
            step().parts.push_back(Prose{block.rest, block.line});
        } else if (block.word == "ask") addAsk(block);
        else if (block.word == "check") addCheck(block);
        else if (block.word == "hint") step().parts.push_back(hintFrom(block));
        else if (block.word == "show") step().parts.push_back(showFrom(block, step().experiment, m_stage));
        else if (block.word == "seal") readSeal(block, m_lesson.id, step());
    }
    void addAsk(const Block& block)
    {
        Ask ask = askFrom(block);
        if (isListed(m_asks, ask.id)) throw Refusal{block.line, said("There is another ask \"%1\"; give each its own name.", {ask.id})};
        checkLiveNames(ask.prompt, block.line, step().experiment);
        if (ask.kind == Ask::Kind::sketch) {
            ask.sketch = sketchFrom(ask.lines, step().experiment, m_sketches);
            m_sketches.push_back(ask.id);
        }
        m_asks.push_back(ask.id);
        step().parts.push_back(std::move(ask));
    }
    void addCheck(const Block& block)
    {
        std::string_view words = block.rest;
        Check check;
        check.id = until(words, " ");
        check.line = block.line;
        for (const std::string_view word : split(words, " ")) {
            if (word == "live") check.isLive = true;
            else if (word == "quiet") check.isQuiet = true;
            else if (!word.empty())
                throw Refusal{block.line, said("Behind a check's name stands \"live\", \"quiet\" or nothing, not \"%1\".", {brief(word)})};
        }
        if (!isId(check.id) || isListed(m_checks, check.id))
            throw Refusal{block.line, said("A check has a name that no other has: \"check NAME\", not \"%1\".", {brief(block.rest)})};
        const Vocabulary vocabulary{step().experiment, m_asks, m_stage.views, check.isLive};
        for (const Line& line : block.lines)
            if (const std::string_view text = trimmed(line.text); !text.empty()) addToCheck(check, text, line.number, vocabulary);
        if (check.clauses.empty()) throw Refusal{block.line, said("The check has no condition; one is \"run 200 ms: spikes >= 1\".")};
        m_checks.push_back(check.id);
        step().parts.push_back(std::move(check));
    }
    void readTeacher(const Block& block)
    {
        for (const Line& line : block.lines) {
            std::string_view text = trimmed(line.text);
            const bool isSolution = take(text, "solution "), isWrong = !isSolution && take(text, "wrong ");
            if (isSolution || isWrong) readTrial(text, line.number, isWrong);
            else m_lesson.notes += line.text + '\n';
        }
    }
    /// "longest: set two-pulses.gap = 8 ms -> too-long"
    void readTrial(std::string_view text, std::size_t line, bool isWrong)
    {
        Trial trial{.check = std::string(until(text, ":")), .line = line};
        const std::string_view actions = until(text, "->");
        trial.text = actions;
        trial.tag = text;
        if (isWrong == trial.tag.empty())
            throw Refusal{line, said("A teacher's line is \"solution CHECK: set R = 18 MΩ\" or \"wrong CHECK: set R = 5 MΩ -> tag\".")};
        const Check* check = nullptr;
        eachPart<Check>(m_lesson, [&](const Step& s, const Check& c) {
            if (c.id != trial.check) return;
            check = &c;
            trial.experiment = s.experiment;
        });
        if (!check) refuseName(line, trial.check, m_checks);
        const auto tags = tagsOf(*check);
        if (isWrong && !isListed(tags, trial.tag)) refuseName(line, trial.tag, tags);
        applyActions(actions, line, trial.experiment, trial.answers, m_stage);
        for (const auto& [id, value] : trial.answers)
            if (!isListed(m_asks, id)) refuseName(line, id, m_asks);
        m_lesson.trials.push_back(std::move(trial));
    }
    static std::vector<std::string> tagsOf(const Check& check)
    {
        std::vector<std::string> tags;
        for (const Check::Otherwise& other : check.otherwise) tags.push_back(other.tag);
        return tags;
    }

    const Blocks& m_file;
    const Stage& m_stage;
    Lesson m_lesson;
    std::vector<std::string> m_asks, m_sketches, m_checks;
    std::vector<const Block*> m_teacher;
};

}

Experiment begun(const Step& step, const Experiment& present)
{
    const Start& start = step.start;
    if (start.model || !start.preset.empty() || present.model != step.experiment.model) return step.experiment;
    Experiment e = present;
    if (start.stimulus) e.stimulus = *start.stimulus;
    if (start.mode) e.mode = *start.mode;
    if (start.steps) e.clamp.steps = *start.steps, e.clamp.chosen = 0;
    if (start.noise) e.noise = *start.noise;
    for (const auto& [name, value] : start.set) {
        if (!settingOf(e, name)) return step.experiment;
        setValue(e, name, value);
    }
    for (std::size_t i = 0; i < e.parameters.size(); ++i)
        if (isSealed(step.experiment, e.model->parameters[i])) e.parameters[i] = step.experiment.parameters[i];
    e.seal = step.experiment.seal;
    return problem(e).empty() ? e : step.experiment;
}

const Experiment& cameTo(const Lesson& lesson, const Step& step)
{
    for (const StepPart& part : step.parts)
        if (const auto* check = std::get_if<Check>(&part))
            for (const Trial& trial : lesson.trials)
                if (trial.check == check->id && trial.isSolution()) return trial.experiment;
    return step.experiment;
}

std::variant<Lesson, Refusal> readLesson(std::string_view file, const Stage& stage)
{
    try {
        Lesson lesson = Reader(Blocks(file), stage).read();
        lesson.hash = stage.hash(file);
        return lesson;
    } catch (const Refusal& refusal) {
        return refusal;
    }
}

}
