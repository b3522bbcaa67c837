// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources.h"

#include <QRegularExpression>
#include <QTest>

using namespace rheobase;

namespace {

/// "core/run/tst_trace.cpp" → "TestTrace"
QString classOf(const QString& path)
{
    QString name = "Test";
    for (const QString& word : path.section("tst_", 1).chopped(4).split('_')) name += word.left(1).toUpper() + word.mid(1);
    return name;
}

/// What is odd about the tests, a sentence each.
QStringList oddities(const Files& files)
{
    static const QRegularExpression main("^QTEST_\\w*MAIN\\((\\w+)\\)", QRegularExpression::MultilineOption);
    QStringList found;
    for (auto it = files.begin(); it != files.end(); ++it) {
        if (!it.key().startsWith("tests/")) continue;
        if (it->contains(QRegularExpression("\\bqWait\\("))) found << it.key() + " waits for a time";
        if (!it.key().contains("/tst_")) continue;
        const QString name = main.match(*it).captured(1);
        if (name != classOf(it.key())) found << QString("%1 has %2, not %3").arg(it.key(), name, classOf(it.key()));
    }
    return found;
}

}

/// Tests are called after their files, and wait for what they wait for, not for a time.
class TestTests : public QObject {
    Q_OBJECT

private slots:
    void nothingIsOdd();
    void whatIsOddIsFound();
};

void TestTests::nothingIsOdd()
{
    const QStringList found = oddities(sourceFiles());
    QVERIFY2(found.isEmpty(), qPrintable(found.join('\n')));
}

void TestTests::whatIsOddIsFound()
{
    Files files{{"tests/core/run/tst_row_times.cpp", "QTEST_MAIN(TestRowTimes)"}};
    QVERIFY(oddities(files).isEmpty());
    files["tests/core/run/tst_row_times.cpp"] = "QTEST_MAIN(RowTimesTest)";
    files["tests/ui/robot.h"] = QString("QTest::") + "qWait" + "(50);";
    QCOMPARE(oddities(files),
             (QStringList{"tests/core/run/tst_row_times.cpp has RowTimesTest, not TestRowTimes", "tests/ui/robot.h waits for a time"}));
}

QTEST_GUILESS_MAIN(TestTests)
#include "tst_tests.moc"
