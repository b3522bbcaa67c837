// SPDX-License-Identifier: GPL-3.0-or-later
#include "report.h"

#include <QTest>

#include <random>

using namespace rheobase;

namespace {

std::string english(const Sentence& sentence) { return sentence; }

Report aReport()
{
    Report report{.lesson = "gap", .title = "How <long>?", .hash = "1f", .program = "0.1.0", .language = "en", .name = "Ada </script><b>"};
    StepRecord& step = report.at("longest", "The longest gap");
    record(step, {.kind = Ask::Kind::number, .id = "left", .prompt = "How much?", .unit = "mV"},
           {.answer = {.text = "6,6", .value = 6.6}, .isRight = false, .tag = "half-life"});
    record(step, {.kind = Ask::Kind::choice, .id = "what", .prompt = "What?", .unit = ""}, {.answer = {.chosen = {"R", "C"}}});
    record(step, {.kind = Ask::Kind::sketch, .id = "way", .prompt = "Draw V.", .unit = ""},
           {.answer = {.text = "t 0 … 100 ms, V -75 … -45 mV", .stroke = {{0, -70}, {12.5, -64.25}, {100, -60}}}, .isRight = true});
    record(step, {"longest-gap", false, "too-long", "{}"}, true);
    step.answers[1].points = 1;
    step.stimuli = 7;
    step.seconds = 90;
    step.figures = {"<svg onload=\"alert()\"></svg>"};
    report.words = {"It leaks."};
    report.hasTimes = true;
    report.draw = "owl/ada";
    report.kept = {"{\"model\": 1}"};
    return report;
}

std::string sentenceOf(const std::string& page)
{
    const auto read = readReport(page);
    const Sentence* const sentence = std::get_if<Sentence>(&read);
    return sentence ? std::string(*sentence) : std::string();
}

}

class TestReport : public QObject {
    Q_OBJECT

private slots:
    void readsBack();
    void predictionsFreeze();
    void whatIsSolvedStaysSolved();
    void timesCanBeKept();
    void noNameGivesOrders();
    void nothingInAPageRuns();
    void damageIsTold_data();
    void damageIsTold();
    void whateverIsChangedIsReadOrTold();
    void theTableHasARowAStep();
    void whatWasNamedStaysNamed();
};

void TestReport::readsBack()
{
    const Report report = aReport();
    const std::string page = toPage(report, english);
    const auto read = readReport(page);
    QVERIFY2(std::holds_alternative<Report>(read), sentenceOf(page).c_str());
    QCOMPARE(toPage(std::get<Report>(read), english), page);
    for (std::size_t i = 0; i < report.steps[0].answers.size(); ++i)
        QCOMPARE(std::get<Report>(read).steps[0].answers[i].answer, report.steps[0].answers[i].answer);
    QCOMPARE(std::get<Report>(read).name, report.name);
    QCOMPARE(std::get<Report>(read).draw, report.draw);
    QCOMPARE(std::get<Report>(read).steps[0].answers[0].points, std::optional<int>());
    QCOMPARE(std::get<Report>(read).steps[0].answers[1].points, std::optional(1));
    QVERIFY(page.find("(1 of 2 points)") != page.npos);
    QVERIFY(page.find("Different stimuli: 7.") != page.npos);
    QCOMPARE(std::get<Report>(read).steps[0].stimuli, 7);
    QVERIFY(page.find("How much? <strong>6,6</strong> ≠") != page.npos);
    QVERIFY(page.find("Minutes: 1.5.") != page.npos);
    QVERIFY(page.find("Draw V. <strong>drawn</strong> ✓<br><img") != page.npos); // the stroke on its axes
}

void TestReport::predictionsFreeze()
{
    Report report = aReport();
    StepRecord& step = report.steps[0];
    const Ask ask{.kind = Ask::Kind::number, .id = "left", .prompt = "How much?", .unit = "mV"};
    QVERIFY(record(step, ask, {.answer = {.text = "5", .value = 5}}));
    step.answers.front().isFrozen = true;
    QVERIFY(!record(step, ask, {.answer = {.text = "4.9", .value = 4.9}, .isRight = true}));
    QCOMPARE(step.answers[0].answer.text, "5");
    QCOMPARE(step.answers.size(), 3u);
}

void TestReport::whatIsSolvedStaysSolved()
{
    StepRecord step = aReport().steps[0];
    QVERIFY(!step.isDone());
    record(step, {"longest-gap", true, "", "{}"}, false);
    record(step, {"longest-gap", false, "too-long", "{}"}, true);
    QVERIFY(step.isDone());
    QCOMPARE(step.attempts, 2);
    StepRecord claimed = aReport().steps[0];
    claimed.isClaimed = true;
    QVERIFY(claimed.isDone());
}

void TestReport::timesCanBeKept()
{
    Report report = aReport();
    report.hasTimes = false;
    const std::string page = toPage(report, english);
    QVERIFY(page.find("seconds") == page.npos && page.find("Minutes") == page.npos);
    QCOMPARE(std::get<Report>(readReport(page)).steps[0].seconds, 0.0);
}

void TestReport::noNameGivesOrders()
{
    Report report = aReport();
    report.name = "\033[2JEve\x7f";
    QCOMPARE(std::get<Report>(readReport(toPage(report, english))).name, " [2JEve ");
}

void TestReport::nothingInAPageRuns()
{
    const std::string page = toPage(aReport(), english);
    QVERIFY(page.find("<svg") == page.find("<svg onload", page.find("rheobase-report"))); // in the JSON alone
    QVERIFY(page.find("<b>") > page.find("rheobase-report"));
    const std::size_t begin = page.find("<script");
    QCOMPARE(page.find("<script", begin + 1), page.npos);
    QCOMPARE(page.find("</script>"), page.rfind("</script>"));
}

void TestReport::damageIsTold_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("by");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* what, const char* by, const char* sentence) { QTest::newRow(by) << what << by << sentence; };
    row("id=\"rheobase-report\"", "id=\"other\"", "This file holds no report of a lesson.");
    row("\"format\":\"rheobase-report\"", "\"format\":\"other\"", "This file holds no report of a lesson.");
    row("\"version\":1", "\"version\":2", "This report was written by a newer Rheobase: use that one.");
    row("\"version\":1", "\"version\":", "The report is damaged: what it holds is no JSON.");
    row("\"attempts\":1", "\"attempts\":1e99", "The report is damaged: \"attempts\" must be a number.");
    row("\"attempts\":1", "\"attempt\":1", "The report is damaged: \"attempts\" is missing.");
    row("\"solved\":false", "\"solved\":0", "The report is damaged: \"solved\" must be true or false.");
    row("\"words\":[\"It leaks.\"]", "\"words\":[1]", "The report is damaged: \"words\" must be a list of texts.");
    row("[100.0,-60.0]", "[100.0]", "The report is damaged: \"stroke\" must be a list of points.");
    row("[100.0,-60.0]", "[100.0,\"x\"]", "The report is damaged: \"stroke\" must be a list of points.");
    row("\"words\":[\"It leaks.\"]", "\"words\":{}", "The report is damaged: \"words\" must be a list.");
    row("\"lesson\":\"gap\"", "\"lesson\":null", "The report is damaged: \"lesson\" must be a text.");
}

void TestReport::damageIsTold()
{
    QFETCH(QString, what);
    QFETCH(QString, by);
    QFETCH(QString, sentence);
    QString page = QString::fromStdString(toPage(aReport(), english));
    QVERIFY(page.contains(what));
    QCOMPARE(QString::fromStdString(sentenceOf(page.replace(what, by).toStdString())), sentence);
}

/// RHEOBASE_MUTATIONS: how many, for a longer trial.
void TestReport::whateverIsChangedIsReadOrTold()
{
    const int count = std::max(3000, qEnvironmentVariableIntValue("RHEOBASE_MUTATIONS"));
    static const char* const words[] = {"[", "{", "null", "1e999", "\"", "\\", "</script>", "\\ud800", "true", ",", ":", "\xff", "-"};
    const std::string page = toPage(aReport(), english);
    const std::size_t first = page.find("<script"); // what people read matters less
    std::mt19937 random(1);
    const auto below = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random); };
    for (int i = 0; i < count; ++i) {
        std::string text = page;
        for (std::size_t changes = 1 + below(3); changes > 0; --changes) {
            const std::size_t at = first + below(text.size() - first), length = std::min(below(20), text.size() - at);
            if (const std::size_t what = below(3); what == 0) text.erase(at, length);
            else if (what == 1) text[at] = static_cast<char>(below(256));
            else text.insert(at, words[below(std::size(words))]);
        }
        const auto read = readReport(text);
        if (const auto* sentence = std::get_if<Sentence>(&read)) QVERIFY2(std::string(*sentence).ends_with('.'), text.c_str());
        else QVERIFY2(std::holds_alternative<Report>(readReport(toPage(std::get<Report>(read), english))), text.c_str());
    }
}

void TestReport::theTableHasARowAStep()
{
    Report other = aReport();
    other.name = "=cmd, \"x\"";
    record(other.steps[0], {"longest-gap", true, "", "{}"}, true);
    const std::vector<Report> reports{aReport(), other};
    const QStringList rows = QString::fromStdString(tableOf(reports)).split('\n');
    QCOMPARE(rows.size(), 4);
    QCOMPARE(rows[1], "Ada </script><b>,gap,longest,no,no,1,0,1.5,\"left = 6,6; what = R C; way = drawn\",half-life too-long");
    QCOMPARE(rows[2], "\"'=cmd, \"\"x\"\"\",gap,longest,yes,no,2,0,1.5,\"left = 6,6; what = R C; way = drawn\",half-life too-long");
    const auto tags = tagsOf(reports);
    QCOMPARE(tags.size(), 2u);
    QCOMPARE(tags[0], (std::pair<std::string, int>("longest.half-life", 2)));
}

void TestReport::whatWasNamedStaysNamed()
{
    StepRecord step = aReport().steps[0];
    record(step, {"longest-gap", true, "", "{}"}, true);
    QVERIFY(step.checks[0].isSolved);
    QVERIFY(tagsOf(step).contains("too-long"));
}

QTEST_GUILESS_MAIN(TestReport)
#include "tst_report.moc"
