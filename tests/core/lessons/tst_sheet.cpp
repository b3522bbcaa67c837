// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheet.h"

#include "a_lesson.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace rheobase;

namespace {

std::string english(const Sentence& sentence) { return sentence; }

QString sheet(Sheet kind, const std::string& text = aLesson) { return QString::fromStdString(sheetOf(lessonOf(text), kind, english)); }

}

class TestSheet : public QObject {
    Q_OBJECT

private slots:
    void markdownIsHtml_data();
    void markdownIsHtml();
    void aHandoutTellsNothing();
    void anAnswerSheetTellsAll();
    void hiddenValuesAreAsked();
    void aClampedRunIsDrawnAsTheCurrent();
    void sketchesAreEmptyAxes();
};

void TestSheet::markdownIsHtml_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("html");
    QTest::newRow("text") << "Press **R** to *run*."
                          << "<p>Press <strong>R</strong> to <em>run</em>.</p>\n";
    QTest::newRow("special") << "a < b & `c > d`"
                             << "<p>a &lt; b &amp; <code>c &gt; d</code></p>\n";
    QTest::newRow("list") << "- one\n- two"
                          << "<ul><li>one</li>\n<li>two</li>\n</ul>\n";
    QTest::newRow("link") << "[page](https://example.org/?a=\"b\")"
                          << "<p><a href=\"https://example.org/?a=&quot;b&quot;\">page</a></p>\n";
    QTest::newRow("picture") << "![a *circuit*](c.png)"
                             << "<p><img src=\"c.png\" alt=\"a circuit\"></p>\n";
    QTest::newRow("no tags") << "<b>x</b>"
                             << "<p>&lt;b&gt;x&lt;/b&gt;</p>\n";
    QTest::newRow("entity") << "a&nbsp;b"
                            << "<p>a&nbsp;b</p>\n";
}

void TestSheet::markdownIsHtml()
{
    QFETCH(QString, markdown);
    QFETCH(QString, html);
    QCOMPARE(QString::fromStdString(toHtml(markdown.toStdString())), html);
}

void TestSheet::aHandoutTellsNothing()
{
    const QString page = sheet(Sheet::handout);
    for (const char* secret : {"4.9 mV", "3.4 ms", "18 MΩ", "1/e", "Half of a class", "Then each pulse"})
        QVERIFY2(!page.contains(secret), secret);
    QVERIFY(page.contains("How much of 13 mV is left after τ? <span class=\"blank\"></span> mV"));
    QVERIFY(page.contains("☐ A larger R"));
    QCOMPARE(page.count("<svg"), 2);
    QVERIFY(page.contains("points=\"\""));
}

void TestSheet::anAnswerSheetTellsAll()
{
    const QString page = sheet(Sheet::answers);
    for (const char* told : {"4.9 mV ± 0.4", "set two-pulses.gap = 3.4 ms", "<em>half-life:</em> After τ it is 1/e.", "☒ A larger R",
                             "Half of a class", "set C = 1.6 nF <em>C-up:</em> Put C back."})
        QVERIFY2(page.contains(told), told);
    QVERIFY(!page.contains("points=\"\""));
}

/// V says nothing where it is commanded: what the check looks at is drawn, else the current that the clamp takes.
void TestSheet::aClampedRunIsDrawnAsTheCurrent()
{
    const std::string head = "---\nlesson: held\ntitle: Held\nminutes: 5\ngoal: Hold it.\n---\n\n## One {#one}\n\n```start\nmodel: "
                             "hodgkin-huxley\nmode: voltage-clamp\nsteps: 0 mV\n```\n\n```check one\n";
    const std::string tail = "\n```\n\n```teacher\nsolution one: set clamp.V_test = 20 mV\n```\n";
    for (const Sheet kind : {Sheet::handout, Sheet::answers}) {
        QVERIFY(sheet(kind, head + "run 20 ms: I_K(19 ms) > 2000 µA/cm²" + tail).contains(">I_K (µA/cm²)<"));
        QVERIFY(sheet(kind, head + "run 20 ms: end(V) = 20 mV" + tail).contains(">V (mV)<"));
        QVERIFY(sheet(kind, head + "run 20 ms: spikes = 0" + tail).contains(">I (µA/cm²)<"));
    }
    QVERIFY(sheet(Sheet::handout).contains(">V (mV)<"));
}

void TestSheet::hiddenValuesAreAsked()
{
    QVERIFY(sheet(Sheet::handout).contains("R is 10 MΩ, and τ is ?."));
    QVERIFY(sheet(Sheet::handout, changed("hide: rheobase, tau", "hide: rheobase")).contains("R is 10 MΩ, and τ is 8 ms."));
}

void TestSheet::sketchesAreEmptyAxes()
{
    const std::string text =
        changed("```check remembers", "```ask sketch way\nDraw V.\naxes: t 0 … 100 ms, V -75 … -45 mV\n"
                                      "given: V(10 ms) = -70 mV\nflat from 10 ms to 18 ms -> moves: It rests.\n```\n\n```check remembers");
    const QString handout = sheet(Sheet::handout, text), answers = sheet(Sheet::answers, text);
    const auto pictureOf = [](const QString& page) { return page.mid(page.indexOf("<svg", page.indexOf("Sketch it:")), 5000); };
    QCOMPARE(pictureOf(handout).section("points=\"", 1, 1).section('"', 0, 0).trimmed().count(' '), 1); // what is given
    QVERIFY(pictureOf(answers).section("points=\"", 1, 1).section('"', 0, 0).count(' ') > 100);
    QVERIFY(!handout.contains("It rests.") && answers.contains("It rests."));
}

QTEST_GUILESS_MAIN(TestSheet)
#include "tst_sheet.moc"
