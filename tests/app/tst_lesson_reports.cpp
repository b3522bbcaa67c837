// SPDX-License-Identifier: GPL-3.0-or-later
// A class's reports, of which one cannot be read.
#include "program.h"
#include "report_page.h"

#include <QTemporaryDir>
#include <QTest>

using namespace rheobase;

class TestLessonReports : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    Outcome reports(const QStringList& arguments) const
    {
        return run(QStringList{"lesson", "reports", "ada.html", "bob.html"} + arguments, m_folder.path());
    }
    void write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

private slots:
    void initTestCase()
    {
        write("ada.html", reportOf("Ada", "half-life"));
        write("bob.html", reportOf("=Bob", "half-life"));
        write("bad.html", "<p>No report.</p>");
    }
    void tellsRowsAndTags();
    void oneThatCannotBeReadKeepsNobody();
    void otherHashesAreMarked();
    void theTableAndTheVerdictsDoNotMix();
    void aGradebookHasARowAStudent();
    void aClassIsTold();
    void whatIsNoClassIsRefused_data();
    void whatIsNoClassIsRefused();
};

void TestLessonReports::tellsRowsAndTags()
{
    const Outcome told = reports({});
    QCOMPARE(told.status, 0);
    QVERIFY2(told.out.contains("Ada,tau,shape,yes,no,2,1,,,half-life\n"), told.out.constData());
    QVERIFY(told.out.contains("'=Bob,tau,")); // no formula of a spreadsheet
    QVERIFY(told.out.contains("shape.half-life: 2 of 2"));
}

void TestLessonReports::oneThatCannotBeReadKeepsNobody()
{
    const Outcome told = reports({"bad.html"});
    QCOMPARE(told.status, 1);
    QVERIFY(told.out.contains("Ada,tau,") && told.out.contains("Bob,tau,"));
    QCOMPARE(told.error.count('\n'), 1);
    QVERIFY2(told.error.contains("cannot read \"bad.html\": This file holds no report of a lesson."), told.error.constData());
    const Outcome alone = run({"lesson", "reports", "bad.html"}, m_folder.path());
    QVERIFY(alone.status == 1 && alone.out.isEmpty());
}

void TestLessonReports::otherHashesAreMarked()
{
    const Outcome told = reports({"--verify", "--csv", "class.csv"});
    QCOMPARE(told.status, 0);
    QVERIFY2(told.out.contains("Ada: the lesson's file is another one than the student's\n"), told.out.constData());
    QFile table(m_folder.filePath("class.csv"));
    QVERIFY(table.open(QIODevice::ReadOnly));
    QCOMPARE(table.readAll().count('\n'), 3);
}

void TestLessonReports::theTableAndTheVerdictsDoNotMix()
{
    const Outcome told = reports({"--verify", "--csv", "-"});
    QCOMPARE(told.status, 2);
    QVERIFY(told.out.isEmpty() && told.error.contains("give the table a file"));
}

void TestLessonReports::aGradebookHasARowAStudent()
{
    const Outcome told = reports({"--gradebook", "-"});
    QCOMPARE(told.status, 0);
    QCOMPARE(told.out.count('\n'), 3);
    QVERIFY2(told.out.startsWith("name,lesson,steps done,shape.done,shape.attempts,"), told.out.constData());
    QVERIFY(told.out.contains("\nAda,tau,") && told.out.contains("\n'=Bob,tau,") && !told.out.contains("minutes"));
    QVERIFY(reports({"--gradebook", "-", "--times"}).out.contains("shape.minutes"));
}

/// A folder, of which one file cannot be read.
void TestLessonReports::aClassIsTold()
{
    const Outcome told = run({"lesson", "class", ".", "--text"}, m_folder.path());
    QCOMPARE(told.status, 1);
    QVERIFY2(told.out.startsWith("τ"), told.out.constData());
    QVERIFY(told.out.contains("Ada ") && told.out.contains("=Bob ") && told.out.contains("2 of 2: half life (shape)"));
    QCOMPARE(told.error.count('\n'), 1);
    QVERIFY(told.error.contains("bad.html"));
}

void TestLessonReports::whatIsNoClassIsRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("a file") << QStringList{"lesson", "class", "ada.html", "--text"} << 2 << "needs one folder";
    QTest::newRow("two tables") << QStringList{"lesson", "reports", "ada.html", "--csv", "-", "--gradebook", "-"} << 2 << "ask for one";
    QTest::newRow("an empty folder") << QStringList{"lesson", "reports", "empty"} << 1 << "there are no reports in";
}

void TestLessonReports::whatIsNoClassIsRefused()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, sentence);
    QDir(m_folder.path()).mkdir("empty");
    const Outcome told = run(arguments, m_folder.path());
    QTEST(told.status, "status");
    QVERIFY2(told.out.isEmpty() && told.error.contains(sentence.toUtf8()), told.error.constData());
}

QTEST_GUILESS_MAIN(TestLessonReports)
#include "tst_lesson_reports.moc"
