// SPDX-License-Identifier: GPL-3.0-or-later
// Lessons on paper.
#include "program.h"

#include <QDir>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace rheobase;

class TestLessonSheets : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    /// What a tool says of a file.
    static QString told(const QString& tool, const QStringList& arguments)
    {
        QProcess process;
        process.start(tool, arguments);
        return process.waitForFinished(20'000) ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
    }
    QString sheet(const QString& act, const QString& lesson)
    {
        const QString path = m_folder.filePath(act + ".pdf");
        const Outcome made = run({"lesson", act, lesson, "-o", path});
        if (made.status != 0) qWarning("%s", made.error.constData());
        return path;
    }

private slots:
    void everyHandoutFitsTwoPages_data();
    void everyHandoutFitsTwoPages();
    void answersHaveWhatHandoutsLack();
    void drawingsAreLines();
};

void TestLessonSheets::everyHandoutFitsTwoPages_data()
{
    if (QStandardPaths::findExecutable("pdfinfo").isEmpty()) QSKIP("needs poppler's tools");
    QTest::addColumn<QString>("lesson");
    const QDir folder(RHEOBASE_SOURCES "/resources/lessons");
    for (const QString& file : folder.entryList({"*.lesson.md"}))
        if (file.count('.') == 2) QTest::newRow(qPrintable(file)) << folder.filePath(file);
}

void TestLessonSheets::everyHandoutFitsTwoPages()
{
    QFETCH(QString, lesson);
    const QString info = told("pdfinfo", {sheet("handout", lesson)});
    QVERIFY2(info.contains(QRegularExpression("Pages: +[12]\n")), qPrintable(info));
    QVERIFY(info.contains("A4"));
    const QString text = told("pdftotext", {"-layout", m_folder.filePath("handout.pdf"), "-"});
    QVERIFY(text.contains("Name ___") && text.contains("What the model leaves out"));
}

void TestLessonSheets::answersHaveWhatHandoutsLack()
{
    if (QStandardPaths::findExecutable("pdftotext").isEmpty()) QSKIP("needs poppler's tools");
    const QString lesson = RHEOBASE_SOURCES "/resources/lessons/05-leak-forgets.lesson.md";
    const auto textOf = [&](const QString& act) { return told("pdftotext", {"-layout", sheet(act, lesson), "-"}); };
    const QString handout = textOf("handout"), answers = textOf("answers");
    for (const QString right : {"4.9 mV", "half-life:", "too-far", "C-up:", "Wanted:"}) {
        QVERIFY2(answers.contains(right), qPrintable(right));
        QVERIFY2(!handout.contains(right), qPrintable(right));
    }
}

/// A page whose only pictures were pixels would have an image in it.
void TestLessonSheets::drawingsAreLines()
{
    if (QStandardPaths::findExecutable("pdfimages").isEmpty()) QSKIP("needs poppler's tools");
    const QString path = sheet("handout", RHEOBASE_SOURCES "/resources/lessons/05-leak-forgets.lesson.md");
    const QString images = told("pdfimages", {"-list", path});
    QVERIFY(images.startsWith("page"));
    QCOMPARE(images.count('\n'), 2); // the head of the table alone
}

QTEST_GUILESS_MAIN(TestLessonSheets)
#include "tst_lesson_sheets.moc"
