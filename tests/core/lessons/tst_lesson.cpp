// SPDX-License-Identifier: GPL-3.0-or-later
#include "a_lesson.h"

#include "setting.h"
#include "support.h"

#include <ctime>
#include <random>

using namespace rheobase;

class TestLesson : public QObject {
    Q_OBJECT

private slots:
    void isRead();
    void stepsBeginAsTheyAreSet();
    void everyKeyOfAStartIsRead();
    void clampsAreRead();
    void whatIsSealedIsRead();
    void whatIsWrongIsSaidWithItsLine_data();
    void whatIsWrongIsSaidWithItsLine();
    void noLessonIsTooLarge();
    void nothingTakesLong_data();
    void nothingTakesLong();
    void whateverIsChangedIsReadOrTold();
};

void TestLesson::isRead()
{
    const Lesson lesson = lessonOf(aLesson);
    QCOMPARE(lesson.id, "gap");
    QCOMPARE(lesson.minutes, 10);
    QCOMPARE(lesson.intro, "Two pulses, and a leak.\n");
    QCOMPARE(lesson.models, std::vector<const Model*>{findModel("leaky-integrate-and-fire")});
    QCOMPARE(lesson.notes, "Half of a class raises C.\n");
    QCOMPARE(lesson.trials.size(), 5u);
    QCOMPARE(lesson.hash.size(), 64u);
    QCOMPARE(lesson.steps.size(), 2u);
    const Step& first = lesson.steps[0];
    QCOMPARE(first.title, "The longest gap");
    QCOMPARE(first.parts.size(), 4u);
    QCOMPARE(std::get<Prose>(first.parts[0]).markdown, "R is {R}, and τ is {tau}.\n");
    const auto ask = std::get<Ask>(first.parts[1]);
    QCOMPARE(ask.prompt, "How much of 13 mV is left after τ?");
    QCOMPARE(*ask.right, 4.9);
    QCOMPARE(ask.tolerance, 0.4);
    QCOMPARE(ask.cases.size(), 2u);
    QCOMPARE(ask.cases[0].tag, "half-life");
    const auto check = std::get<Check>(first.parts[2]);
    QCOMPARE(check.edge->name, "two-pulses.gap");
    QCOMPARE(check.edge->by, 0.2);
    QCOMPARE(check.clauses.size(), 1u);
    QCOMPARE(check.otherwise[1].feedback, "Longer!");
    QCOMPARE(std::get<Hint>(first.parts[3]).rungs, (std::vector<std::string>{"Look at the dashed line.", "Halve the step."}));
    const auto show = std::get<Show>(lesson.steps[1].parts[2]);
    QCOMPARE(show.ghost, "start");
    QCOMPARE(show.reveal, std::vector<std::string>{"tau"});
    const auto options = std::get<Ask>(lesson.steps[1].parts[0]).options;
    QCOMPARE(options[1].name, "C-up");
    QCOMPARE(options[1].feedback, "Then each pulse is smaller.");
}

void TestLesson::stepsBeginAsTheyAreSet()
{
    const Lesson lesson = lessonOf(aLesson);
    const Step &first = lesson.steps[0], &second = lesson.steps[1];
    QCOMPARE(valueOf(first.experiment, "two-pulses.gap"), 50.0);
    QCOMPARE(valueOf(second.experiment, "two-pulses.gap"), 10.0);
    QCOMPARE(second.scene.show, (std::vector<std::string>{"potential", "circuit"}));
    QCOMPARE(second.scene.trigger, "onset");
    QVERIFY(first.scene.lock.holds("R") && !first.scene.lock.holds("two-pulses.gap") && first.scene.lock.holds("two-pulses.width"));
    QVERIFY(second.scene.lock.holds("R") && !second.scene.lock.holds("V_th"));
    const auto isClosedBut = [](const char* open) { return Scene::Lock{true, {open}}.holds(injectionName); };
    QVERIFY(first.scene.lock.holds(injectionName) && isClosedBut("step") && !isClosedBut("injection") && !isClosedBut("stimulus"));
    // who comes from the step before keeps what the step does not name
    Experiment present = first.experiment;
    setValue(present, "R", 12);
    setValue(present, "two-pulses.gap", 3);
    const Experiment begins = begun(second, present);
    QCOMPARE(valueOf(begins, "R"), 12.0);
    QCOMPARE(valueOf(begins, "two-pulses.gap"), 10.0);
    QCOMPARE(begun(first, present), first.experiment);
    present.stimulus.clear(); // then nothing fits
    QCOMPARE(begun(second, present), second.experiment);
    QCOMPARE(begun(second, defaultExperiment(*findModel("passive"))), second.experiment);
}

void TestLesson::everyKeyOfAStartIsRead()
{
    const Lesson lesson =
        lessonOf(changed("set: two-pulses.gap = 10 ms\nlock: R, C",
                         "stimulus: step:start=5 ms,end=50 ms,amplitude=3000 pA + constant:amplitude=-1\n"
                         "noise: ou:sigma=0.2 nA,tau=7 ms\nset: R = 20, t_ref = sealed\nseed: 9\nshow: current\nhide: nothing\n"
                         "lock: all\ntrigger: spike\nwindow: 50 ms\nspeed: 2 ms/s\nghosts: clear\nminutes: 2\n```\n\n```seal\n"
                         "t_ref: 1 … 3 ms, step 0.1\nscore: within 5 % is 2, within 15 % is 1"));
    const Step& step = lesson.steps[1];
    const Experiment& e = step.experiment;
    QCOMPARE(e.stimulus.size(), 2u);
    QCOMPARE(e.stimulus[0].values, (std::vector<double>{5, 50, 3}));
    QCOMPARE(e.stimulus[1].values, std::vector<double>{-1});
    QVERIFY(e.noise == (Noise{Noise::Kind::ornsteinUhlenbeck, 0.2, 7}));
    QCOMPARE(e.seed, 9u);
    QCOMPARE(valueOf(e, "R"), 20.0);
    QCOMPARE(step.start.sealed, std::vector<std::string>{"t_ref"});
    QVERIFY(step.scene.hide.empty() && step.scene.lock.holds("R") && step.scene.lock.holds("noise.sigma"));
    QCOMPARE(step.scene.show, std::vector<std::string>{"current"});
    QCOMPARE(step.scene.trigger, "spike");
    QCOMPARE(*step.scene.window, 50.0);
    QCOMPARE(*step.scene.speed, 2.0);
    QVERIFY(step.start.clearsGhosts && *step.start.minutes == 2);
    const Experiment again = begun(step, defaultExperiment(*findModel("leaky-integrate-and-fire")));
    QVERIFY(again.stimulus == e.stimulus && again.noise == e.noise && again.seed == 9);
}

void TestLesson::clampsAreRead()
{
    const Lesson lesson = lessonOf("---\nlesson: held\ntitle: Held\nminutes: 5\ngoal: Hold it.\n---\n\n## One {#one}\n\n```start\n"
                                   "model: hodgkin-huxley\nmode: voltage-clamp\nsteps: -20 mV, 0.01 V\nset: clamp.V_hold = -70 mV, "
                                   "clamp.prepulse = 1, clamp.TTX = 100, clamp.V_test = -30, g_K = 30\nlock: all but clamp\n```\n");
    const Step& step = lesson.steps[0];
    const VoltageClamp& clamp = step.experiment.clamp;
    QVERIFY(isClamped(step.experiment) && clamp.hasPrepulse && !clamp.hasTail);
    QCOMPARE(clamp.steps, (std::vector<double>{-30, 10}));
    QCOMPARE(clamp.hold, -70.0);
    QCOMPARE(clamp.blocked[*indexOf(step.experiment.model->parameters, "g_Na")], 100.0);
    QVERIFY(!step.scene.lock.holds("clamp") && !step.scene.lock.holds("clamp.V_hold") && step.scene.lock.holds("g_K"));
    const std::string text = "---\nlesson: held\ntitle: Held\nminutes: 5\ngoal: Hold it.\n---\n\n## One {#one}\n\n```start\n"
                             "model: hodgkin-huxley\nmode: voltage-clamp\nhide: clamp.TEA\nlock: all but clamp.TTX, state\n```\n";
    const Scene blocked = lessonOf(text).steps[0].scene; // a blocker is the conductance that it blocks
    QCOMPARE(blocked.hide, std::vector<std::string>{"clamp.g_K"});
    QVERIFY(!blocked.lock.holds("clamp.g_Na") && blocked.lock.holds("clamp.g_K") && !blocked.lock.holds("state"));
    QVERIFY(step.scene.lock.holds("state"));
    for (const std::string& name : settingNames(step.experiment)) {
        Experiment e = step.experiment;
        const Quantity quantity = *settingOf(e, name);
        const double value = valueOf(e, name) == quantity.max ? quantity.min : quantity.max;
        setValue(e, name, value);
        QCOMPARE(valueOf(e, name), value);
    }
    Experiment free = step.experiment;
    free.mode = Mode::currentClamp;
    QVERIFY(!settingOf(free, "clamp.V_hold"));
    free.clamp = defaultClamp(*free.model);
    Step onlyTheMode = step;
    onlyTheMode.start.model = nullptr;
    QVERIFY(begun(onlyTheMode, free) == step.experiment);
}

void TestLesson::whatIsSealedIsRead()
{
    const Lesson lesson =
        lessonOf(changed("```show\n", "```seal\nR: 12 … 25 MΩ, step 0.1\nscore: within 5 % is 2, within 1 MΩ is 1\n```\n\n```ask number "
                                      "R\nR is about …\nunit: MΩ\nsealed: R\n```\n\n```show\n"));
    const auto seal = std::get<SealedRange>(lesson.steps[1].parts[2]);
    QCOMPARE(seal.name, "R");
    QCOMPARE(seal.least, 12.0);
    QCOMPARE(seal.most, 25.0);
    QCOMPARE(seal.step, 0.1);
    QVERIFY(seal.fine.isShare && seal.fine.by == 5);
    QVERIFY(!seal.coarse.isShare && seal.coarse.by == 1);
    QCOMPARE(lesson.steps[1].experiment.seal, (Seal{lesson.id, lesson.steps[1].id, {"R"}}));
    QVERIFY(!std::get<Ask>(lesson.steps[1].parts[3]).isJudged());
}

void TestLesson::whatIsWrongIsSaidWithItsLine_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("by");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* name, const char* what, const char* by, int line, const char* sentence) {
        QTest::newRow(name) << what << by << line << sentence;
    };
    row("no head", "---\nlesson", "lesson", 1, "A lesson begins with its head between two lines of ---.");
    row("a key of the head", "minutes: 10", "minuts: 10", 4, "There is no \"minuts\" here; the nearest is \"minutes\".");
    row("too few minutes", "minutes: 10", "minutes: 0", 4, "minutes must be at least 1.");
    row("no goal", "goal: Say how long.", "", 1,
        "The head of a lesson has at least the lines \"lesson: its-name\", \"title: …\", \"goal: …\" and \"minutes: …\".");
    row("a model", "model: leaky-integrate-and-fire", "model: leaky-integrate", 14,
        "There is no \"leaky-integrate\" here; the nearest is \"leaky-integrate-and-fire\".");
    row("a preset", "preset: pair", "preset: par", 15, "There is no \"par\" here; the nearest is \"pair\".");
    row("a view", "show: potential, circuit", "show: potential, cirquit", 16, "There is no \"cirquit\" here; the nearest is \"circuit\".");
    row("hidden", "hide: rheobase, tau", "hide: rheobase, tua", 17, "There is no \"tua\" here; the nearest is \"tau\".");
    row("locked", "lock: all but two-pulses.gap", "lock: all but two-pulses.gip", 18,
        "There is no \"two-pulses.gip\" here; the nearest is \"two-pulses.gap\".");
    row("a time base", "trigger: onset", "trigger: onst", 19, "There is no \"onst\" here; the nearest is \"onset\".");
    row("a live value", "τ is {tau}", "τ is {tao}", 22, "There is no \"tao\" here; the nearest is \"tau\".");
    row("a word of a block", "```hint", "```hints", 39, "\"hints\" is no block of a lesson; the nearest is \"hint\".");
    row("no word", "```hint", "```", 39, "A block begins with a word behind its ```: start, ask, check, hint, show, seal or teacher.");
    row("not closed", "C-up\n```\n", "C-up\n", 70, "This block is not closed; end it with a line of ```.");
    row("in a list", "```hint\n1. Look at the dashed line.\n2. Halve the step.\n```", "- so\n  ```hint\n  1. Look\n  ```", 40,
        "A block stands at the margin, not inside of a list or a quotation.");
    row("HTML", "R is {R}", "R is <b>{R}</b>", 22, "A lesson has no HTML; leave out \"<b>\".");
    row("a block of HTML", "R is {R}", "<div>\nR is {R}", 22, "A lesson has no HTML; leave out \"<div>\".");
    row("a link", "R is {R}", "[R](file:///etc/passwd) is {R}", 22,
        "A link leads to a page of the web (https://…), not to \"file:///etc/passwd\".");
    row("a picture", "R is {R}", "![R](https://example.org/r.png) is {R}", 22,
        "A picture lies in the lesson's own folder: name its file, not \"https://example.org/r.png\".");
    row("a picture above", "R is {R}", "![R](../r.png) is {R}", 22,
        "A picture lies in the lesson's own folder: name its file, not \"../r.png\".");
    row("a step without a name", "## The longest gap {#longest}", "## The longest gap", 11,
        "A step begins with \"## Title {#id}\", not with \"The longest gap\".");
    row("a unit", "C = 0.8 nF", "C = 0.8 MΩ", 60, "C is a capacitance; 0.8 MΩ is a resistance.");
    row("a quantity", "C = 0.8 nF", "Cm = 0.8 nF", 60, "There is no \"Cm\" here; the nearest is \"C\".");
    row("a relation", "C = 0.8 nF", "C 0.8 nF", 60, "\"C 0.8 nF\" is no condition: one is \"C = 0.8 nF\" or \"run 200 ms: spikes >= 1\".");
    row("without a run", "run 200 ms: spikes = 1\nelse", "spikes = 1\nelse", 34,
        "spikes is measured in a run: write \"run 200 ms: spikes\".");
    row("with a run", "C = 0.8 nF", "run 200 ms: C = 0.8 nF", 60, "C needs no run: leave out what stands before it.");
    row("too long", "run 200 ms: spikes = 1\nC", "run 200 s: spikes = 1\nC", 59,
        "A run lasts more than 0 and at most 100 s of model time.");
    row("after the run", "C = 0.8 nF", "run 200 ms: V(300 ms) = -65 mV", 60, "V(300 ms) lies outside of the run.");
    row("seeds", "run 200 ms: spikes = 1\nC", "run 200 ms over seeds 1…99: spikes = 1\nC", 59,
        "A run is made over at most 16 seeds, from a lower to a higher one.");
    row("live", "C = 0.8 nF", "cursor.dt = 8 ms", 60, "\"cursor.dt\" is seen in the window alone: write \"live\" behind the check's name.");
    row("a mistake", "else C > 0.8 nF -> C-up: Put C back.", "else C > 0.8 nF: Put C back.", 61,
        "A mistake is \"else CONDITION -> tag: what the student hears\", not \"else C > 0.8 nF: Put C back.\".");
    row("two edges", "run 200 ms: spikes = 1\nelse", "just R + 1 MΩ\nrun 200 ms: spikes = 1\nelse", 34,
        "A check has one line \"just …\", such as \"just two-pulses.gap + 0.2 ms\".");
    row("a kind of ask", "```ask number left", "```ask numbr left", 24,
        "An ask is a number, choice, order, text or sketch, not \"numbr\".");
    row("nothing is right", "right: 4.9 ± 0.4\n", "", 24,
        "Nothing is right here: add \"right: …\" or [x], or \"open: yes\" where it is only compared later.");
    row("a right unit", "right: 4.9 ± 0.4", "right: 4.9 nA", 27, "left is a potential; 4.9 nA is a current.");
    row("a mode", "set: two-pulses.gap = 10 ms", "mode: voltage", 47, "There is no \"voltage\" here; the nearest is \"voltage-clamp\".");
    row("a clamp of a neuron that jumps", "set: two-pulses.gap = 10 ms", "mode: voltage-clamp", 46,
        "Leaky integrate-and-fire cannot be voltage-clamped, as its potential jumps after a spike; use current clamp, or choose a model "
        "without a reset.");
    row("a setting", "set: two-pulses.gap = 10 ms", "set: two-pulses.gap = -10 ms", 47, "two-pulses.gap must be at least 0 ms.");
    row("an order", "set: two-pulses.gap = 10 ms", "set: V_reset = -40 mV", 46, "V_reset must be below V_th (-50 mV).");
    row("an unknown check", "solution remembers", "solution remember", 73, "There is no \"remember\" here; the nearest is \"remembers\".");
    row("an unknown tag", "-> C-up\n```", "-> C-down\n```", 76, "There is no \"C-down\" here; the nearest is \"C-up\".");
    row("two of a name", "```check remembers", "```check longest", 58,
        "A check has a name that no other has: \"check NAME\", not \"longest\".");
    const char* const lock = "lock: R, C";
    row("a lock", lock, "lock: all and R", 48, "A lock is \"nothing\", \"all\", \"all but R, C\" or \"R, C\", not \"and R\".");
    row("ghosts", lock, "ghosts: keep", 48, "Kept traces can be cleared: \"ghosts: clear\", not \"keep\".");
    row("speed", lock, "speed: 0 ms/s", 48, "speed must be greater than 0 ms/s.");
    row("a key of a start", lock, "locks: R", 48, "There is no \"locks\" here; the nearest is \"lock\".");
    row("a shape", lock, "stimulus: stepp:start=1", 48, "There is no \"stepp\" here; the nearest is \"step\".");
    row("a value of a shape", lock, "stimulus: step:begin=1", 48, "There is no \"begin\" here; the nearest is \"end\".");
    row("noise", lock, "noise: pink", 48, "There is no \"pink\" here; the nearest is \"none\".");
    row("what is sealed", "```show", "```seal\nR: 12\n```\n\n```show", 65, "What is sealed is \"R: 12 … 25 MΩ, step 0.1\", not \"12\".");
    row("no model at first", "model: leaky-integrate-and-fire\npreset: pair", "preset: pair", 14,
        "The first thing that a lesson sets is \"model: …\".");
    row("two starts", "```hint", "```start\nseed: 2\n```\n\n```hint", 39, "A step has one start; put both into one block.");
    row("two steps of a name", "{#longer}", "{#longest}", 44, "There is another step \"longest\"; give each its own name.");
    row("a block before the steps", "Two pulses, and a leak.", "```hint\n1. x\n```", 9,
        "This block stands before the first step; one begins with \"## Title {#id}\".");
    row("a hint without numbers", "1. Look at", "Look at", 40,
        "A hint is a numbered list: \"1. …\", then \"2. …\", each nearer to the answer.");
    row("a check without conditions", "run 200 ms: spikes = 1\nC = 0.8 nF\n", "", 58,
        "The check has no condition; one is \"run 200 ms: spikes >= 1\".");
    row("a teacher's line", "solution longest: set two-pulses.gap = 3.4 ms", "solution longest: gap 3.4", 72,
        "What a teacher sets is \"set …\", \"stimulus …\", \"noise …\", \"preset …\", \"model …\", \"mode …\" or \"answer …\", not "
        "\"gap\".");
    row("a mistake without a tag", "-> C-up\n```", "\n```", 76,
        "A teacher's line is \"solution CHECK: set R = 18 MΩ\" or \"wrong CHECK: set R = 5 MΩ -> tag\".");
    row("an option", "- [ ] C-up: A larger C", "- C-up: A larger C", 54,
        "An option is \"- [ ] name: text\", with [x] where it is right, not \"C-up: A larger C\".");
    row("an isi", "C = 0.8 nF", "run 1 s: isi(0) = 3 ms", 60, "isi(…) needs which interval it is, from 1 on, not \"0\".");
    row("yes or no", "C = 0.8 nF", "fixed-point.stable = maybe", 60, "fixed-point.stable is yes or no, not \"maybe\".");
    row("a run without a colon", "C = 0.8 nF", "run 1 s spikes = 3", 60,
        "A run ends with a colon and what is measured: \"run 200 ms: spikes = 1\".");
    row("an answer", "C = 0.8 nF", "answer(leff) = right", 60, "There is no \"leff\" here; the nearest is \"left\".");
    row("a column", "C = 0.8 nF", "run 1 s: end(W) = 3 mV", 60, "There is no \"W\" here; the nearest is \"I\".");
    row("revealed", "reveal: tau", "reveal: tua", 67, "There is no \"tua\" here; the nearest is \"tau\".");
    row("a ghost", "ghost: start", "ghost: stort", 65, "There is no \"stort\" here; the nearest is \"start\".");
}

void TestLesson::whatIsWrongIsSaidWithItsLine()
{
    QFETCH(QString, what);
    QFETCH(QString, by);
    QFETCH(int, line);
    QFETCH(QString, sentence);
    QVERIFY(QString(aLesson).contains(what));
    const auto read = readLesson(changed(what, by), testStage());
    const Refusal* const refusal = std::get_if<Refusal>(&read);
    QVERIFY(refusal);
    QCOMPARE(QString::fromStdString(refusal->sentence), sentence);
    QCOMPARE(static_cast<int>(refusal->line), line);
}

void TestLesson::noLessonIsTooLarge()
{
    const auto sentence = [](const std::string& text) {
        const auto read = readLesson(text, testStage());
        const Refusal* const refusal = std::get_if<Refusal>(&read);
        return refusal ? std::string(refusal->sentence) : std::string();
    };
    std::string large(aLesson);
    while (large.size() < 900'000) large += "\nSome words more.\n";
    QCOMPARE(sentence(large), "");
    large.resize(1'000'001, ' ');
    QCOMPARE(sentence(large), "A lesson has at most 1 MB; this one has more: shorten it, or split it.");
    QCOMPARE(sentence("\xff\xfe"), "This is no text in UTF-8; save it as such.");
    QCOMPARE(sentence(""), "A lesson begins with its head between two lines of ---.");
    QCOMPARE(sentence(std::string(aLesson) + std::string(5000, 'x')), "This line is longer than any of a lesson; break it.");
}

/// Texts that make a reader of Markdown slow, if anything does.
void TestLesson::nothingTakesLong_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"[", "![", "[a](", "*a_ ",   "`", "``` ", "> ",     "- ",      "<!--",      "<![CDATA[", "[a]: b\n",   "[x]\n",
                             "&", "\\", "{",    "```x\n", "#", "<?",   "a\n=\n", "***a** ", "[a](<b>) ", "{R}",       "## x {#y}\n"})
        QTest::newRow(text) << text;
}

void TestLesson::nothingTakesLong()
{
    QFETCH(QString, text);
    std::string lesson(aLesson);
    const std::string piece = text.toStdString();
    for (int i = 1; lesson.size() < 990'000; ++i) {
        lesson += piece;
        if (i % 200 == 0) lesson += '\n';
    }
    const std::clock_t begin = std::clock(); // of the processor, which others use, too
    readLesson(lesson, testStage());
    const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    QVERIFY2(seconds < 2, qPrintable(QString::number(seconds)));
}

/// RHEOBASE_MUTATIONS: how many, for a longer trial.
void TestLesson::whateverIsChangedIsReadOrTold()
{
    const int count = std::max(3000, qEnvironmentVariableIntValue("RHEOBASE_MUTATIONS"));
    static const char* const words[] = {
        "\n```\n",         "```check x\n", "```start\n", "{R}", "± 5 %", " -> ",     "run 1 s: ",     "over seeds 1…4",
        "just R + 1 MΩ\n", "else ",        "1e999",      "-1",  "nan",   "\xc3\x28", "\xff",          "<b>",
        "![](x)",          "## a {#b}\n",  "(",          ")",   "=",     "set: ",    "lock: all but "};
    std::mt19937 random(1);
    const auto below = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random); };
    for (int i = 0; i < count; ++i) {
        std::string text(aLesson);
        for (std::size_t changes = 1 + below(4); changes > 0; --changes) {
            const std::size_t at = below(text.size()), length = std::min(below(40), text.size() - at);
            const std::string piece = text.substr(at, length);
            if (const std::size_t what = below(4); what == 0) text.erase(at, length);
            else if (what == 1) text.insert(below(text.size()), piece);
            else if (what == 2) text[at] = static_cast<char>(below(256));
            else text.insert(at, words[below(std::size(words))]);
        }
        const std::clock_t begin = std::clock();
        const auto read = readLesson(text, testStage());
        QVERIFY2(std::clock() - begin < 2 * CLOCKS_PER_SEC, text.c_str());
        const Refusal* const refusal = std::get_if<Refusal>(&read);
        const std::string sentence = refusal ? std::string(refusal->sentence) : ".";
        QVERIFY2(sentence.ends_with('.') && sentence.find('\n') == sentence.npos && (!refusal || refusal->line > 0),
                 (sentence + text).c_str());
        QVERIFY2(refusal || !QString::fromStdString(sentence).contains(QChar::ReplacementCharacter), text.c_str());
    }
}

QTEST_GUILESS_MAIN(TestLesson)
#include "tst_lesson.moc"
