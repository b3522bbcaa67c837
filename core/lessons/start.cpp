// SPDX-License-Identifier: GPL-3.0-or-later
#include "start.h"

#include "catalogue.h"
#include "gate.h"
#include "measures.h"
#include "run_status.h"
#include "setting.h"
#include "text.h"

#include <algorithm>

namespace rheobase {

using namespace reading;

namespace {

constexpr std::string_view known[] = {"scroll", "sweep", "spike", "rising", "falling", "onset"};
constexpr std::size_t mostShapes = 20;

template<class Rows> std::vector<std::string> idsOf(const Rows& rows)
{
    std::vector<std::string> ids;
    for (const auto& row : rows) ids.emplace_back(row.id);
    return ids;
}

void append(std::vector<std::string>& names, std::vector<std::string> more) { names.insert(names.end(), more.begin(), more.end()); }

std::vector<std::string> identifiers(std::span<const Quantity> table)
{
    std::vector<std::string> names;
    for (const Quantity& q : table) names.push_back(identifier(q.symbol));
    return names;
}

/// A number that physics allows.
double checkedValue(std::string_view text, std::size_t line, const Quantity& quantity, const std::string& name)
{
    Quantity called = quantity;
    called.symbol = name;
    const double value = valueFrom(text, line, called).first;
    if (const Sentence wrong = problem(quantity, value, name); !wrong.empty()) throw Refusal{line, wrong};
    return value;
}

const Model& modelFrom(std::string_view id, std::size_t line)
{
    if (const Model* model = findModel(id)) return *model;
    refuseName(line, id, idsOf(catalogue()));
}

Experiment presetFrom(const Model& model, std::string_view id, std::size_t line, const Stage& stage)
{
    if (const auto experiment = stage.preset(model, id)) return *experiment;
    refuseName(line, id, stage.presets(model));
}

/// Puts "amplitude=4 nA,start=20 ms" into `values`.
void assign(std::string_view list, std::size_t line, std::span<const Quantity> table, std::span<double> values)
{
    for (const std::string_view part : split(list, ",")) {
        std::string_view value = part;
        const std::string name(until(value, "="));
        const auto index = indexOf(table, name);
        if (!index) refuseName(line, name, identifiers(table));
        values[*index] = checkedValue(value, line, table[*index], name);
    }
}

/// "step:start=20 ms,amplitude=4 nA + constant:amplitude=1 nA", as on the command line; "none".
Stimulus stimulusFrom(std::string_view text, std::size_t line, const Quantity& input)
{
    Stimulus stimulus;
    if (text == "none") return stimulus;
    const auto parts = split(text, " + ");
    if (parts.size() > mostShapes)
        throw Refusal{line, said("A stimulus of a lesson has at most %1 shapes; leave some out.", {std::to_string(mostShapes)})};
    for (std::string_view part : parts) {
        const std::string_view id = until(part, ":");
        const StimulusShape* const shape = stimulusShape(id);
        if (!shape) refuseName(line, id, idsOf(stimulusShapes()));
        stimulus.push_back(component(*shape, input));
        if (!part.empty()) assign(part, line, quantities(*shape, input), stimulus.back().values);
    }
    return stimulus;
}

/// "ornstein-uhlenbeck:sigma=0.3 nA,tau=5 ms"
Noise noiseFrom(std::string_view text, std::size_t line, const Quantity& input)
{
    std::string_view rest = text;
    std::string_view id = until(rest, ":");
    if (id == "ou") id = noiseIds[2];
    const auto it = std::ranges::find(noiseIds, id);
    if (it == std::end(noiseIds)) refuseName(line, id, std::vector<std::string>(std::begin(noiseIds), std::end(noiseIds)));
    Noise noise;
    noise.kind = static_cast<Noise::Kind>(it - std::begin(noiseIds));
    double values[] = {noise.sigma, noise.tau};
    if (!rest.empty()) assign(rest, line, noiseQuantities(noise.kind, input), values);
    noise.sigma = values[0];
    noise.tau = values[1];
    return noise;
}

Mode modeFrom(std::string_view id, std::size_t line)
{
    const auto it = std::ranges::find(modeIds, id);
    if (it == std::end(modeIds)) refuseName(line, id, std::vector<std::string>(std::begin(modeIds), std::end(modeIds)));
    return static_cast<Mode>(it - std::begin(modeIds));
}

/// "-40 mV, -20 mV, 0 mV"
std::vector<double> stepsFrom(std::string_view list, std::size_t line, const Model& model)
{
    std::vector<double> steps;
    for (const std::string_view part : split(list, ",")) steps.push_back(checkedValue(part, line, testPotential(model), "steps"));
    return steps;
}

/// "two-pulses.gap = 10 ms"
std::pair<std::string, double> settingFrom(std::string_view text, std::size_t line, const Experiment& experiment)
{
    std::string_view value = text;
    const std::string name(until(value, "="));
    const auto quantity = settingOf(experiment, name);
    if (!quantity) refuseName(line, name, settingNames(experiment));
    return {name, checkedValue(value, line, *quantity, name)};
}

/// What can be locked: settings, whole shapes, the noise, the current by hand.
std::vector<std::string> controlsOf(const Experiment& experiment)
{
    auto names = settingNames(experiment);
    append(names, idsOf(stimulusShapes()));
    append(names, {"noise", "stimulus", std::string(injectionName), std::string(stateName), "clamp"});
    return names;
}

/// Reads a block `start`, key by key.
class StartReader {
public:
    StartReader(Step& step, const Stage& stage) : m_step(step), m_stage(stage) {}

    void read(const Block& block)
    {
        m_step.start.line = block.line;
        for (const Line& line : block.lines) {
            std::string_view value = line.text;
            if (trimmed(value).empty()) continue;
            const std::string key(until(value, ":"));
            const auto it = std::ranges::find(readers, key, &KeyReader::key);
            if (it == std::end(readers)) { refuseName(line.number, key, keys()); }
            if (!m_step.experiment.model && key != "model" && key != "gate")
                throw Refusal{line.number, said("The first thing that a lesson sets is \"model: …\".")};
            (this->*it->read)(value, line.number);
        }
        if (const Sentence wrong = m_step.experiment.model ? problem(m_step.experiment) : Sentence(); !wrong.empty())
            throw Refusal{block.line, wrong};
    }

private:
    struct KeyReader {
        std::string_view key;
        void (StartReader::*read)(std::string_view value, std::size_t line);
    };
    static std::vector<std::string> keys();
    static const KeyReader readers[17];

    Start& start() { return m_step.start; }
    Experiment& experiment() { return m_step.experiment; }
    const Model& model() { return *m_step.experiment.model; }

    void readModel(std::string_view value, std::size_t line)
    {
        start().model = &modelFrom(value, line);
        experiment() = defaultExperiment(*start().model);
    }
    void readPreset(std::string_view value, std::size_t line)
    {
        experiment() = presetFrom(model(), value, line, m_stage);
        start().preset = value;
    }
    void readSet(std::string_view value, std::size_t line)
    {
        for (const std::string_view part : split(value, ",")) {
            if (std::string_view to = part; until(to, "=") != part && to == "sealed") start().sealed.emplace_back(sealedName(part, line));
            else apply(settingFrom(part, line, experiment()));
        }
    }
    std::string sealedName(std::string_view part, std::size_t line)
    {
        std::string name(until(part, "="));
        if (!settingOf(experiment(), name)) refuseName(line, name, settingNames(experiment()));
        return name;
    }
    void apply(std::pair<std::string, double> setting)
    {
        setValue(experiment(), setting.first, setting.second);
        std::erase(experiment().seal.names, setting.first); // what is told is no longer sealed
        if (experiment().seal.names.empty()) experiment().seal = {};
        start().set.push_back(std::move(setting));
    }
    void readStimulus(std::string_view value, std::size_t line)
    {
        start().stimulus = experiment().stimulus = stimulusFrom(value, line, model().input);
        start().set.clear(); // what was set before was of another one
    }
    void readNoise(std::string_view value, std::size_t line) { start().noise = experiment().noise = noiseFrom(value, line, model().input); }
    void readMode(std::string_view value, std::size_t line) { start().mode = experiment().mode = modeFrom(value, line); }
    void readSteps(std::string_view value, std::size_t line)
    {
        start().steps = stepsFrom(value, line, model());
        experiment().clamp.steps = *start().steps;
        experiment().clamp.chosen = 0;
    }
    void readSeed(std::string_view value, std::size_t line) { apply(settingFrom("seed = " + std::string(value), line, experiment())); }
    void readShow(std::string_view value, std::size_t line)
    {
        auto allowed = m_stage.plots(model());
        append(allowed, m_stage.views);
        m_step.scene.show = namesFrom(value, line, allowed);
    }
    void readHide(std::string_view value, std::size_t line)
    {
        m_step.scene.hide.clear();
        if (value == "nothing") return;
        m_step.scene.hide = usualNames(value, line, hideableNames(experiment(), m_stage));
    }
    void readLock(std::string_view value, std::size_t line)
    {
        Scene::Lock& lock = m_step.scene.lock = {};
        if (value == "nothing") return;
        lock.allBut = takeWord(value, "all");
        if (lock.allBut && value.empty()) return;
        if (lock.allBut && !takeWord(value, "but"))
            throw Refusal{line, said("A lock is \"nothing\", \"all\", \"all but R, C\" or \"R, C\", not \"%1\".", {brief(value)})};
        lock.names = usualNames(value, line, controlsOf(experiment()));
    }
    void readTrigger(std::string_view value, std::size_t line)
    {
        if (std::ranges::find(known, value) == std::end(known))
            refuseName(line, value, std::vector<std::string>(std::begin(known), std::end(known)));
        m_step.scene.trigger = value;
    }
    void readWindow(std::string_view value, std::size_t line)
    {
        Quantity length = named("window", "ms");
        length.domain = {1, 1e6};
        m_step.scene.window = checkedValue(value, line, length, "window");
    }
    void readSpeed(std::string_view value, std::size_t line)
    {
        m_step.scene.speed = checkedValue(replaced(std::string(value), "ms/s", ""), line, named("speed"), "speed");
        if (const Sentence wrong = problem(runSpeed, *m_step.scene.speed); !wrong.empty()) throw Refusal{line, wrong};
    }
    void readGhosts(std::string_view value, std::size_t line)
    {
        if (value != "clear") throw Refusal{line, said("Kept traces can be cleared: \"ghosts: clear\", not \"%1\".", {brief(value)})};
        start().clearsGhosts = true;
    }
    void readMinutes(std::string_view value, std::size_t line)
    {
        Quantity minutes = named("minutes");
        minutes.domain = {0.5, 60};
        start().minutes = checkedValue(value, line, minutes, "minutes");
    }

    std::vector<std::string> usualNames(std::string_view list, std::size_t line, const std::vector<std::string>& allowed)
    {
        std::vector<std::string> names;
        for (const std::string_view name : split(list, ",")) append(names, namesFrom(usualName(experiment(), name), line, allowed));
        return names;
    }

    void readGate(std::string_view value, std::size_t line) { start().gate = gateFrom(value, line); }

    static std::vector<std::string> namesFrom(std::string_view list, std::size_t line, const std::vector<std::string>& allowed)
    {
        std::vector<std::string> names;
        for (const std::string_view name : split(list, ",")) {
            if (std::ranges::find(allowed, name) == allowed.end()) refuseName(line, name, allowed);
            names.emplace_back(name);
        }
        return names;
    }

    Step& m_step;
    const Stage& m_stage;
};

const StartReader::KeyReader StartReader::readers[17] = {
    {"model", &StartReader::readModel},       {"preset", &StartReader::readPreset},   {"set", &StartReader::readSet},
    {"stimulus", &StartReader::readStimulus}, {"noise", &StartReader::readNoise},     {"seed", &StartReader::readSeed},
    {"show", &StartReader::readShow},         {"hide", &StartReader::readHide},       {"lock", &StartReader::readLock},
    {"trigger", &StartReader::readTrigger},   {"window", &StartReader::readWindow},   {"speed", &StartReader::readSpeed},
    {"ghosts", &StartReader::readGhosts},     {"minutes", &StartReader::readMinutes}, {"mode", &StartReader::readMode},
    {"steps", &StartReader::readSteps},       {"gate", &StartReader::readGate},
};

std::vector<std::string> StartReader::keys()
{
    std::vector<std::string> names;
    for (const KeyReader& reader : readers) names.emplace_back(reader.key);
    return names;
}

}

std::span<const std::string_view> triggers() { return known; }

bool Scene::Lock::holds(std::string_view setting) const
{
    const std::string_view group = setting.substr(0, setting.find('.'));
    const bool isStimulus = setting == "I" || setting == injectionName || stimulusShape(group);
    const auto isNamed = [&](std::string_view name) { return name == setting || name == group || (isStimulus && name == "stimulus"); };
    return std::ranges::any_of(names, isNamed) != allBut;
}

std::vector<std::string> hideableNames(const Experiment& experiment, const Stage& stage)
{
    auto names = stage.plots(*experiment.model);
    append(names, stage.views);
    append(names, stage.parts);
    append(names, controlsOf(experiment));
    append(names, identifiers(experiment.model->derived));
    append(names, idsOf(measures()));
    return names;
}

void readStart(const Block& block, Step& step, const Stage& stage) { StartReader(step, stage).read(block); }

void applyActions(std::string_view text, std::size_t line, Experiment& e, std::map<std::string, std::string>& answers, const Stage& stage)
{
    for (std::string_view action : split(text, ";")) {
        const std::string_view word = until(action, " ");
        if (word == "set")
            for (const std::string_view part : split(action, ",")) {
                const auto [name, value] = settingFrom(part, line, e);
                setValue(e, name, value);
            }
        else if (word == "stimulus") e.stimulus = stimulusFrom(action, line, injected(e));
        else if (word == "noise") e.noise = noiseFrom(action, line, injected(e));
        else if (word == "mode") e.mode = modeFrom(action, line);
        else if (word == "steps") e.clamp.steps = stepsFrom(action, line, *e.model), e.clamp.chosen = 0;
        else if (word == "model") e = defaultExperiment(modelFrom(action, line));
        else if (word == "preset") e = presetFrom(*e.model, action, line, stage);
        else if (word == "answer") {
            const std::string id(until(action, "="));
            answers[id] = action;
        } else
            throw Refusal{line, said("What a teacher sets is \"set …\", \"stimulus …\", \"noise …\", \"preset …\", \"model …\", \"mode …\" "
                                     "or \"answer …\", not \"%1\".",
                                     {brief(word)})};
    }
    if (const Sentence wrong = problem(e); !wrong.empty()) throw Refusal{line, wrong};
}

}
