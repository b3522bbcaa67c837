// SPDX-License-Identifier: GPL-3.0-or-later
#include "ask.h"

#include "a_lesson.h"
#include "text.h"

#include <QTest>

using namespace rheobase;

namespace {

Ask askOf(const char* text)
{
    const auto lines = reading::linesOf(text);
    Block block{Block::Kind::fence, 1, "ask", std::string(lines[0]), {}};
    for (std::size_t i = 1; i < lines.size(); ++i) block.lines.push_back({i + 1, std::string(lines[i])});
    return askFrom(block);
}

const char left[] =
    "number left\nHow much is left?\nunit: mV\nright: 4.9 ± 0.4\ncase: 6.6 ± 0.4 -> half: Half.\ncase: 0 ± 0.5 -> gone: Gone.";
const char spikes[] = "number n\nHow many?\nunit: spikes\nright: 1\ncase: 2 -> each: Each.";
const char what[] =
    "choice what\nWhat helps?\n- [x] R-up: More R\n- [ ] R-down: Less R\n      > It is a hole.\n- [ ] C-up: More C\n      > Smaller.";
const char both[] = "choice both\nWhich two?\n- [x] R: R\n- [x] C: C\n- [ ] V: V_th\n      > No.";
const char order[] = "order story\nIn which order?\n- V: V peaks\n- m: m peaks\n- n: n peaks\ncase: n before V -> K-first: No.";

}

class TestAsk : public QObject {
    Q_OBJECT

private slots:
    void numbersAreJudged_data();
    void numbersAreJudged();
    void optionsAreJudged_data();
    void optionsAreJudged();
    void whatIsOpenIsKept();
    void ordersAreShuffled();
    void choicesAreShuffled();
};

void TestAsk::numbersAreJudged_data()
{
    QTest::addColumn<QString>("ask");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<char>("sign");
    QTest::addColumn<QString>("outcome"); // "right", a tag, "other", or a sentence
    const auto row = [](const char* ask, const char* typed, const char* outcome, char sign = '.') {
        QTest::addRow("%s %c", typed, sign) << QString(ask) << QString(typed) << sign << QString(outcome);
    };
    row(left, "4.9", "right");
    row(left, "4,9", "right");
    row(left, "4.9", "right", ',');
    row(left, "4,9 mV", "right", ',');
    row(left, "4900 µV", "right");
    row(left, "13/2.7", "right");
    row(left, "13.3 * 0.368", "right");
    row(left, "5.3", "right");
    row(left, "5.4", "other");
    row(left, "6,5", "half");
    row(left, "0", "gone");
    row(left, "−0.2 mV", "gone");
    row(left, "4.9 ms", "left is a potential; 4.9 ms is a time.");
    row(left, "much", "\"much\" is no number; one is \"12.5 mV\".");
    row(left, "", "\"\" is no number; one is \"12.5 mV\".");
    row(left, "1,000", "1,000 can be read as 1 and as 1000: leave the sign out.");
    row(left, "1/0", "Nothing can be divided by 0.");
    row(spikes, "1", "right");
    row(spikes, "1 spikes", "right");
    row(spikes, "2 spikes", "each");
    row(spikes, "3", "other");
}

void TestAsk::numbersAreJudged()
{
    QFETCH(QString, ask);
    QFETCH(QString, typed);
    QFETCH(char, sign);
    QFETCH(QString, outcome);
    const Reply reply = judge(askOf(ask.toUtf8()), "lesson", typed.toStdString(), sign, testStage());
    const QString tag = QString::fromStdString(reply.tag);
    if (!reply.problem.empty()) QCOMPARE(QString::fromStdString(reply.problem), outcome);
    else QCOMPARE(reply.isRight == true ? "right" : tag.isEmpty() ? "other" : tag, outcome);
    QCOMPARE(reply.answer.value.has_value(), reply.problem.empty());
    QCOMPARE(QString::fromStdString(reply.answer.text), typed);
}

void TestAsk::optionsAreJudged_data()
{
    QTest::addColumn<QString>("ask");
    QTest::addColumn<QStringList>("chosen");
    QTest::addColumn<QString>("outcome");
    const auto row = [](const char* ask, const QStringList& chosen, const char* outcome) {
        QTest::addRow("%s", qPrintable(chosen.join(' '))) << QString(ask) << chosen << QString(outcome);
    };
    row(what, {"R-up"}, "right");
    row(what, {"R-down"}, "R-down");
    row(what, {"C-up"}, "C-up");
    row(both, {"R", "C"}, "right");
    row(both, {"C", "R"}, "right");
    row(both, {"R"}, "R");
    row(both, {"R", "C", "V"}, "V");
    row(order, {"V", "m", "n"}, "right");
    row(order, {"m", "V", "n"}, "");
    row(order, {"n", "V", "m"}, "K-first");
}

void TestAsk::optionsAreJudged()
{
    QFETCH(QString, ask);
    QFETCH(QStringList, chosen);
    QFETCH(QString, outcome);
    std::vector<std::string> names;
    for (const QString& name : chosen) names.push_back(name.toStdString());
    const Reply reply = judge(askOf(ask.toUtf8()), "lesson", names, testStage());
    QCOMPARE(*reply.isRight ? "right" : QString::fromStdString(reply.tag), outcome);
    QCOMPARE(reply.answer.chosen, names);
}

void TestAsk::whatIsOpenIsKept()
{
    const Reply guess = judge(askOf("number guess\nHow long?\nunit: ms\nopen: yes"), "lesson", "8", '.', testStage());
    QVERIFY(!guess.isRight && guess.answer.value == 8);
    const Ask why = askOf("text why\nWhy?\nwords: 3");
    QCOMPARE(QString::fromStdString(judge(why, "lesson", "just so", '.', testStage()).problem), "Say it in at least 3 words.");
    QVERIFY(judge(why, "lesson", "it just leaks", '.', testStage()).problem.empty());
    const Ask sketch = askOf("sketch s\nDraw V.\naxes: t 0 … 100 ms, V −75 … −45 mV\nV(40 ms) = −60 mV ± 3 mV");
    QCOMPARE(sketch.lines.size(), 2u);
    QVERIFY(!sketch.sketch);
}

void TestAsk::ordersAreShuffled()
{
    const Ask ask = askOf(order);
    std::vector<std::string> names = shuffled(ask);
    QVERIFY(names != (std::vector<std::string>{"V", "m", "n"}));
    std::ranges::sort(names);
    QCOMPARE(names, (std::vector<std::string>{"V", "m", "n"}));
}

/// The first of a choice, which authors like to be the right one, is met at any place.
void TestAsk::choicesAreShuffled()
{
    std::vector<int> places(3);
    for (int i = 0; i < 300; ++i) {
        Ask ask = askOf(what);
        ask.id = "what-" + std::to_string(i);
        const auto names = shuffled(ask);
        ++places[static_cast<std::size_t>(std::ranges::find(names, "R-up") - names.begin())];
        QCOMPARE(names, shuffled(ask));
    }
    for (const int count : places) QVERIFY2(count > 70 && count < 130, qPrintable(QString::number(count)));
}

QTEST_GUILESS_MAIN(TestAsk)
#include "tst_ask.moc"
