// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish.h"

#include "a_lesson.h"
#include "gate.h"

#include <QTest>

using namespace rheobase;

namespace {

const char order[] =
    "```ask order story\nIn which order?\n- V: V peaks\n- m: m peaks\n- a: n peaks\ncase: a before V -> K-first: No.\n```\n\n"
    "```ask choice two\nWhich two?\n- [x] R: R\n- [ ] V: V_th\n      > No.\n- [x] C: C\n```\n\n"
    "```ask sketch way\nDraw V.\naxes: t 0 … 100 ms, V -75 … -45 mV\nV(20 ms) = -70 mV ± 2 mV -> off: It rests.\n"
    "candidate: (0, -60) (100, -60) -> off\n```\n\n```check remembers";

}

/// A student's file judges as the teacher's does, and does not tell.
class TestPublish : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        const std::string file = changed("```check remembers", order);
        m_open = lessonOf(file);
        m_text = QString::fromStdString(published(m_open, file, testStage()));
        m_hidden = lessonOf(m_text.toStdString());
    }
    void theTeachersBlockIsGone();
    void answersAreHidden();
    void numbersAreJudgedTheSame();
    void optionsAreJudgedTheSame();
    void sketchesAreJudgedTheSame();
    void publishingTwiceChangesNothing();
    void aGateIsAHash();
    void damagedGatesAreTold_data();
    void damagedGatesAreTold();

private:
    static Reply reply(const Lesson& lesson, const char* id, const std::vector<std::string>& chosen)
    {
        return judge(partOf<Ask>(lesson, id), lesson.id, chosen, testStage());
    }
    Lesson m_open, m_hidden;
    QString m_text;
};

void TestPublish::theTeachersBlockIsGone()
{
    QVERIFY(!m_text.contains("teacher") && !m_text.contains("solution") && !m_text.contains("Half of a class"));
    QVERIFY(m_hidden.trials.empty() && m_hidden.notes.empty());
    QCOMPARE(m_hidden.steps.size(), m_open.steps.size());
    QCOMPARE(m_hidden.steps[1].parts.size(), m_open.steps[1].parts.size());
    QVERIFY(m_text.contains("else C > 0.8 nF -> C-up: Put C back."));
}

void TestPublish::answersAreHidden()
{
    QVERIFY(!m_text.contains("4.9") && !m_text.contains("[x]"));
    QVERIFY(!partOf<Ask>(m_hidden, "left").right);
    const QStringList open{"V", "m", "a"};
    QStringList met;
    for (const Ask::Option& option : partOf<Ask>(m_hidden, "story").options) met << QString::fromStdString(option.name);
    QVERIFY(met != open && QSet<QString>(met.begin(), met.end()) == QSet<QString>(open.begin(), open.end()));
    QVERIFY(partOf<Ask>(m_hidden, "two").takesSeveral());
}

void TestPublish::numbersAreJudgedTheSame()
{
    const Ask open = partOf<Ask>(m_open, "left"), hidden = partOf<Ask>(m_hidden, "left");
    for (double value = 3; value < 7.5; value += 0.01) {
        if (std::abs(std::abs(value - 4.9) - 0.4) < 0.05) continue; // as wide as half a cell
        const std::string typed = shortest(value);
        const Reply a = judge(open, "gap", typed, '.', testStage()), b = judge(hidden, "gap", typed, '.', testStage());
        QCOMPARE(a.isRight, b.isRight);
        QCOMPARE(a.tag, b.tag);
    }
}

void TestPublish::optionsAreJudgedTheSame()
{
    for (const Lesson* lesson : {&m_open, &m_hidden}) {
        QVERIFY(*reply(*lesson, "what", {"R-up"}).isRight);
        QCOMPARE(reply(*lesson, "what", {"C-up"}).feedback, "Then each pulse is smaller.");
        QVERIFY(*reply(*lesson, "two", {"C", "R"}).isRight);
        QVERIFY(!*reply(*lesson, "two", {"C"}).isRight);
        QVERIFY(*reply(*lesson, "story", {"V", "m", "a"}).isRight);
        QCOMPARE(reply(*lesson, "story", {"a", "V", "m"}).tag, "K-first");
    }
}

void TestPublish::sketchesAreJudgedTheSame()
{
    const Ask& open = partOf<Ask>(m_open, "way");
    const Ask& hidden = partOf<Ask>(m_hidden, "way");
    QVERIFY(m_text.contains("candidate: (0, -60)") && !m_text.contains("(100, -60) -> off"));
    for (const double V : {-70.0, -60.0}) {
        const Stroke stroke{{0, V}, {100, V}};
        QCOMPARE(judge(hidden, stroke, {}).isRight, judge(open, stroke, {}).isRight);
        QCOMPARE(judge(open, stroke, {}).isRight, std::optional(V == -70));
    }
}

void TestPublish::publishingTwiceChangesNothing()
{
    QCOMPARE(QString::fromStdString(published(m_hidden, m_text.toStdString(), testStage())), m_text);
}

void TestPublish::aGateIsAHash()
{
    const std::string file = changed("set: two-pulses.gap = 10 ms", "set: two-pulses.gap = 10 ms\ngate: Dendrite");
    const Lesson open = lessonOf(file);
    QCOMPARE(open.steps[1].start.gate->word, "Dendrite");
    QVERIFY(!open.steps[0].start.gate);
    const std::string text = published(open, file, testStage());
    QVERIFY(text.find("Dendrite") == text.npos && text.find("dendrite") == text.npos);
    QVERIFY(text.find("\ngate: sha256 ") != text.npos && text.find("set: two-pulses.gap = 10 ms") != text.npos);
    const Lesson hidden = lessonOf(text);
    for (const Lesson* lesson : {&open, &hidden}) {
        QVERIFY(opens("den drite", lesson->steps[1], lesson->id, testStage()));
        QVERIFY(!opens("axon", lesson->steps[1], lesson->id, testStage()) && !opens("", lesson->steps[1], lesson->id, testStage()));
    }
    QCOMPARE(published(hidden, text, testStage()), text);
}

void TestPublish::damagedGatesAreTold_data()
{
    QTest::addColumn<QString>("gate");
    QTest::addColumn<QString>("part");
    QTest::newRow("no word") << "gate:"
                             << "A gate is a word to say";
    QTest::newRow("long") << "gate: " + QString(41, 'x') << "at most 40 letters";
    QTest::newRow("short hash") << "gate: sha256 12ab"
                                << "publish the lesson again";
    QTest::newRow("no hash") << "gate: sha256 " + QString(16, 'z') << "publish the lesson again";
}

void TestPublish::damagedGatesAreTold()
{
    QFETCH(QString, gate);
    QFETCH(QString, part);
    const auto read = readLesson(changed("set: two-pulses.gap = 10 ms", gate), testStage());
    const auto* refusal = std::get_if<Refusal>(&read);
    QVERIFY(refusal);
    QVERIFY2(std::string(refusal->sentence).find(part.toStdString()) != std::string::npos, std::string(refusal->sentence).c_str());
}

QTEST_GUILESS_MAIN(TestPublish)
#include "tst_publish.moc"
