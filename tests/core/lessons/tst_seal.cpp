// SPDX-License-Identifier: GPL-3.0-or-later
#include "seal.h"

#include "catalogue.h"

#include <QCryptographicHash>
#include <QTest>

#include <set>

using namespace rheobase;

namespace {

const Stage& stage()
{
    static const Stage made{[](const Model&) { return std::vector<std::string>(); },
                            [](const Model&, std::string_view) { return std::optional<Experiment>(); },
                            [](const Model&) {
                                return std::vector<std::string>{"potential", "current"};
                            },
                            {},
                            {},
                            [](std::string_view bytes) {
                                return QCryptographicHash::hash(QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())),
                                                                QCryptographicHash::Sha256)
                                    .toHex()
                                    .toStdString();
                            }};
    return made;
}

const std::string head =
    "---\nlesson: dark\ntitle: Dark\ngoal: See it\nminutes: 5\nmodels: leaky-integrate-and-fire\n---\n\n## First {#first}\n\n";
const std::string opening = "```start\nmodel: leaky-integrate-and-fire\nset: R = sealed\n```\n\n";
const std::string seal =
    "```seal\nR: 12 … 25 MΩ, step 0.1\nscore: within 5 % is 2, within 15 % is 1\nE_L: -80 … -60 mV, step 0.5\nscore: within "
    "0.5 mV is 2, within 1.5 mV is 1\n```\n\n";
const std::string ask = "```ask number R-is\nR is about …\nunit: MΩ\nsealed: R\n```\n\n";

Lesson lessonOf(const std::string& text)
{
    auto read = readLesson(text, stage());
    if (const auto* refusal = std::get_if<Refusal>(&read)) qFatal("%s", std::string(refusal->sentence).c_str());
    return std::get<Lesson>(std::move(read));
}

std::string refusalOf(const std::string& text)
{
    const auto read = readLesson(text, stage());
    const auto* refusal = std::get_if<Refusal>(&read);
    return refusal ? std::string(refusal->sentence) : "";
}

const SealedRange range{.name = "R", .least = 12, .most = 25, .step = 0.1, .fine = {5, true}, .coarse = {15, true}};

}

class TestSeal : public QObject {
    Q_OBJECT

private slots:
    /// A teacher's machine finds what a student's did, on any day: the values of these draws are for ever.
    void drawsAreTheSameEverywhere()
    {
        QCOMPARE(drawnValue(range, "dark", "first", "owl/ada", stage()), drawnValue(range, "dark", "first", "owl/ada", stage()));
        QCOMPARE(drawnValue(range, "dark", "first", "owl/ada", stage()), 20.1);
        QCOMPARE(drawnValue(range, "dark", "first", "owl/bob", stage()), 15.7);
    }
    /// Each value of the range comes, none beside it.
    void drawsFillTheRange()
    {
        std::set<double> seen;
        for (int i = 0; i < 4000; ++i) seen.insert(drawnValue(range, "dark", "first", std::to_string(i), stage()));
        QCOMPARE(seen.size(), 131u);
        QCOMPARE(*seen.begin(), 12.0);
        QCOMPARE(*seen.rbegin(), 25.0);
        for (const double value : seen) QVERIFY(std::abs(value * 10 - std::round(value * 10)) < 1e-9);
    }
    void pointsFollowTheScore_data()
    {
        QTest::addColumn<double>("estimate");
        QTest::addColumn<int>("points");
        QTest::newRow("right") << 20.0 << 2;
        QTest::newRow("just fine") << 21.0 << 2;
        QTest::newRow("just not") << 21.01 << 1;
        QTest::newRow("just coarse") << 17.0 << 1;
        QTest::newRow("wrong") << 16.9 << 0;
        QTest::newRow("another sign") << -20.0 << 0;
    }
    void pointsFollowTheScore()
    {
        QFETCH(double, estimate);
        QFETCH(int, points);
        QCOMPARE(pointsOf(range, 20, estimate), points);
    }
    void tolerancesCanBeAbsolute()
    {
        const SealedRange mV{.name = "E_L", .least = -80, .most = -60, .step = 0.5, .fine = {0.5, false}, .coarse = {1.5, false}};
        QCOMPARE(pointsOf(mV, -70, -70.5), 2);
        QCOMPARE(pointsOf(mV, -70, -68.5), 1);
        QCOMPARE(pointsOf(mV, -70, -68.4), 0);
    }

    void aStepIsSealedAndDrawn()
    {
        Lesson lesson = lessonOf(head + seal + opening + ask);
        const Step& step = lesson.steps[0];
        QCOMPARE(step.experiment.seal, (Seal{"dark", "first", {"R", "E_L"}}));
        QVERIFY(hasSeals(lesson));
        drawAll(lesson, "owl/ada", stage());
        Experiment e = step.experiment;
        const auto R = *indexOf(e.model->parameters, "R");
        QCOMPARE(e.parameters[R], drawnValue(range, "dark", "first", "owl/ada", stage()));
        e.parameters[R] = 1;
        QVERIFY(unseal(e, lesson, "owl/ada", stage()));
        QCOMPARE(e, step.experiment);
        e.seal.lesson = "light";
        QVERIFY(!unseal(e, lesson, "owl/ada", stage()));
        e.seal = {"dark", "first", {"R", "C"}};
        QVERIFY(!unseal(e, lesson, "owl/ada", stage()));
        const auto values = drawnValues(lesson, "owl/ada", stage());
        QCOMPARE(values.size(), 2u);
        QCOMPARE(values[1].name, "E_L");
        QCOMPARE(values[1].unit, "mV");
    }
    /// The next step goes on with the sealed neuron, until it sets the value or takes another one.
    void aSealLasts()
    {
        const auto second = [](const std::string& block) {
            return lessonOf(head + seal + opening + "## Second {#second}\n\n" + block).steps[1].experiment.seal;
        };
        QCOMPARE(second("").names.size(), 2u);
        QCOMPARE(second("").step, "first");
        QCOMPARE(second("```start\nset: R = 10 MΩ\n```\n").names, std::vector<std::string>{"E_L"});
        QCOMPARE(second("```start\nmodel: leaky-integrate-and-fire\n```\n"), Seal());
    }

    void whatCannotBeSealedIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char* name, const std::string& text, const char* says) {
            QTest::newRow(name) << QByteArray::fromStdString(head + text) << QByteArray(says);
        };
        const std::string model = "```start\nmodel: leaky-integrate-and-fire\n```\n\n";
        row("no score", "```seal\nR: 12 … 25 MΩ, step 0.1\n```\n\n" + model, "R has no score");
        row("half a score", "```seal\nR: 12 … 25 MΩ, step 0.1\nscore: within 5 % is 2\n```\n\n" + model, "A score is");
        row("no parameter", "```seal\nI: 1 … 2 nA, step 0.1\nscore: within 5 % is 2, within 15 % is 1\n```\n\n" + model, "I");
        row("beyond physics", "```seal\nR: -5 … 25 MΩ, step 0.1\nscore: within 5 % is 2, within 15 % is 1\n```\n\n" + model,
            "R must be greater than 0");
        row("too many values", "```seal\nR: 12 … 25 MΩ, step 1e-200\nscore: within 5 % is 2, within 15 % is 1\n```\n\n" + model,
            "at most 1000000 values");
        row("an order broken by a draw", "```seal\nV_th: -66 … -50 mV, step 1\nscore: within 1 mV is 2, within 3 mV is 1\n```\n\n" + model,
            "Not every draw is possible");
        row("a clamp",
            "```start\nmodel: hodgkin-huxley\nmode: voltage-clamp\n```\n\n```seal\ng_K: 20 … 30 mS/cm², step 1\nscore: within 5 % is 2, "
            "within 15 % is 1\n```\n\n",
            "measured in current clamp");
        row("= sealed without a seal", opening, "R is to be sealed");
        row("asked and not sealed", model + ask, "R is not sealed in this step");
        row("a check that tells", seal + opening + "```check told\nR = 14 MΩ\n```\n", "would tell what is sealed");
        row("a check of what follows", seal + opening + "```check told\ntau = 14 ms\n```\n", "would tell what is sealed");
        row("a mistake that tells", seal + opening + "```check told\nI = 1 nA\nelse rheobase > 1 nA -> low: Low.\n```\n",
            "would tell what is sealed");
    }
    void whatCannotBeSealedIsRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, says);
        const std::string sentence = refusalOf(text.toStdString());
        QVERIFY2(sentence.find(says.toStdString()) != sentence.npos, sentence.c_str());
    }

    /// Of every model and parameter: what is calculated from it is concealed, and what is not stays.
    void whatDependsIsConcealed()
    {
        Experiment e = defaultExperiment(*findModel("leaky-integrate-and-fire"));
        QVERIFY(concealed(e).empty());
        const auto hides = [&](const char* name) {
            const auto names = concealed(e);
            return std::ranges::find(names, name) != names.end();
        };
        e.seal = {"dark", "first", {"R"}};
        for (const char* name : {"R", "tau", "I_th", "I_L", "rheobase", "rest", "equation-values", "phase"}) QVERIFY2(hides(name), name);
        for (const char* name : {"C", "E_L", "V_rest", "Q", "rate", "spikes"}) QVERIFY2(!hides(name), name);
        e.seal.names = {"V_th"};
        QVERIFY(hides("I_th") && !hides("tau") && !hides("I_L"));
        QCOMPARE(besideSealed(e), (std::vector<std::string>{"clamp", "V_reset"}));
        QCOMPARE(disguised(e).parameters, e.model->defaults());
    }
};

QTEST_GUILESS_MAIN(TestSeal)
#include "tst_seal.moc"
