// SPDX-License-Identifier: GPL-3.0-or-later
#include "translation.h"

#include "a_lesson.h"

#include <QTest>

using namespace rheobase;

namespace {

const char german[] = R"(---
lesson: gap
language: de
title: Wie lange erinnert es sich?
goal: Sagen, wie lange.
---

Zwei Pulse und ein Leck.

## Der längste Abstand {#longest}

```start
```

R ist {R}, und τ ist {tau}.

```ask number left
Wie viel von 13 mV ist nach τ noch da?
-> half-life: Nach τ ist es 1/e.
-> gone: Es ist keine Lebensdauer.
```

```check longest
-> too-long: Kürzer!
-> not-longest: Länger!
```

```hint
1. Schau auf die gestrichelte Linie.
2. Halbiere den Schritt.
```

## Ein längeres Gedächtnis {#longer}

```ask choice what
Was hilft?
- R-up: Ein größeres R
- C-up: Ein größeres C
      > Dann ist jeder Puls kleiner.
```

```check remembers
-> C-up: Stelle C zurück.
```

```show
say: Beide klingen ab.
```

```teacher
Die Hälfte einer Klasse vergrößert C.
```
)";

std::vector<Lack> lacksOf(Lesson& lesson, const QString& text)
{
    return translate(lesson, std::get<Translation>(readTranslation(text.toStdString())));
}

}

class TestTranslationOfLessons : public QObject {
    Q_OBJECT

private slots:
    void allIsSaid();
    void whatIsMissingStaysAndIsTold_data();
    void whatIsMissingStaysAndIsTold();
    void machineLinesStay();
};

void TestTranslationOfLessons::allIsSaid()
{
    Lesson lesson = lessonOf(aLesson);
    const auto lacks = lacksOf(lesson, german);
    QVERIFY2(lacks.empty(), lacks.empty() ? "" : (lacks[0].place + ": " + std::string(lacks[0].sentence)).c_str());
    QCOMPARE(lesson.language, "de");
    QCOMPARE(lesson.title, "Wie lange erinnert es sich?");
    QCOMPARE(lesson.steps[0].title, "Der längste Abstand");
    QCOMPARE(std::get<Prose>(lesson.steps[0].parts[0]).markdown, "R ist {R}, und τ ist {tau}.\n");
    const Ask ask = partOf<Ask>(lesson, "left");
    QCOMPARE(ask.prompt, "Wie viel von 13 mV ist nach τ noch da?");
    QCOMPARE(ask.cases[1].feedback, "Es ist keine Lebensdauer.");
    QCOMPARE(partOf<Check>(lesson, "longest").otherwise[1].feedback, "Länger!");
    QCOMPARE(std::get<Hint>(lesson.steps[0].parts[3]).rungs[1], "Halbiere den Schritt.");
    QCOMPARE(partOf<Ask>(lesson, "what").options[1].feedback, "Dann ist jeder Puls kleiner.");
    QCOMPARE(std::get<Show>(lesson.steps[1].parts[2]).say, "Beide klingen ab.");
}

void TestTranslationOfLessons::whatIsMissingStaysAndIsTold_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("by");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("missing") << "-> too-long: Kürzer!\n"
                             << ""
                             << "check.longest.too-long"
                             << "This is not translated: \"Make it shorter.\"";
    QTest::newRow("stale") << "Wie viel von 13 mV"
                           << "Wie viel von 12 mV"
                           << "ask.left"
                           << "This has other numbers than the original: \"How much of 13 mV is left after τ?\"";
    QTest::newRow("too much") << "-> too-long"
                              << "-> too-far: Zu weit!\n-> too-long"
                              << "check.longest.too-far"
                              << "The original has nothing at this place.";
    QTest::newRow("another lesson") << "lesson: gap"
                                    << "lesson: gip"
                                    << ""
                                    << "This is a translation of another lesson, \"gip\".";
}

void TestTranslationOfLessons::whatIsMissingStaysAndIsTold()
{
    QFETCH(QString, what);
    QFETCH(QString, by);
    QFETCH(QString, place);
    QFETCH(QString, sentence);
    Lesson lesson = lessonOf(aLesson);
    const auto lacks = lacksOf(lesson, QString(german).replace(what, by));
    QCOMPARE(lacks.size(), 1u);
    QCOMPARE(QString::fromStdString(lacks[0].place), place);
    QCOMPARE(QString::fromStdString(lacks[0].sentence), sentence);
    const Lesson original = lessonOf(aLesson);
    if (place == "ask.left") QCOMPARE(partOf<Ask>(lesson, "left").prompt, partOf<Ask>(original, "left").prompt);
}

/// What a translation says of conditions and values is not heard.
void TestTranslationOfLessons::machineLinesStay()
{
    Lesson lesson = lessonOf(aLesson);
    lacksOf(lesson, QString(german).replace("```start\n```", "```start\nmodel: passive\n```"));
    QCOMPARE(lesson.steps[0].experiment, lessonOf(aLesson).steps[0].experiment);
    QCOMPARE(*partOf<Ask>(lesson, "left").right, 4.9);
}

QTEST_GUILESS_MAIN(TestTranslationOfLessons)
#include "tst_translation_of_lessons.moc"
