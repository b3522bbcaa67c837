// SPDX-License-Identifier: GPL-3.0-or-later
#include "broken_lesson.h"
#include "shelf.h"
#include "student_folder.h"

#include <QTest>

#include <algorithm>

using namespace rheobase;

/// What the list of lessons says is what the files say.
class TestShelf : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QCoreApplication::setOrganizationName("RheobaseTests"); }
    void tellsOfShippedLessons();
    void followsReports();
    void aBrokenFileStaysWithItsLine();
    void theNextLesson_data();
    void theNextLesson();
    void foldersHaveShortNames();
};

void TestShelf::tellsOfShippedLessons()
{
    const Shelf shelf = shelfOf({}, "en");
    QVERIFY(shelf.shipped.size() >= 14 && shelf.own.empty());
    int minutes = 0;
    for (const ShelvedLesson& lesson : shelf.shipped) {
        QVERIFY2(lesson.complaint.isEmpty(), qPrintable(lesson.complaint));
        QVERIFY(!lesson.title.isEmpty() && !lesson.asks.isEmpty() && lesson.minutes > 0 && !lesson.models.empty());
        QVERIFY(!lesson.number.isEmpty() && lesson.path.contains('/' + lesson.number.rightJustified(2, '0') + '-'));
        QVERIFY(nameOfLevel(lesson.level) != lesson.level || lesson.level == "advanced");
        QVERIFY(!lesson.isBegun() && !lesson.isDone());
        if (lesson.isOfShortCourse) minutes += lesson.minutes;
    }
    QVERIFY(minutes >= 80 && minutes <= 90);
}

void TestShelf::followsReports()
{
    const StudentFolder folder;
    QVERIFY(folder.addReport("tau", 100) && folder.addReport("leak-forgets", 2) && folder.write("notes.html", "<html>no report</html>"));
    const Shelf shelf = shelfOf(lessonFolder(), "en");
    const auto tau = std::ranges::find(shelf.shipped, QStringLiteral("tau"), &ShelvedLesson::id);
    const auto leak = std::ranges::find(shelf.shipped, QStringLiteral("leak-forgets"), &ShelvedLesson::id);
    QVERIFY(tau->isDone() && tau->reported.isValid());
    QVERIFY(leak->isBegun() && !leak->isDone());
    QCOMPARE(leak->present(), std::size_t{2});
    QCOMPARE(leak->done.size(), static_cast<std::size_t>(leak->steps.size()));
    QCOMPARE(std::ranges::count_if(shelf.shipped, &ShelvedLesson::isBegun), 2);
}

void TestShelf::aBrokenFileStaysWithItsLine()
{
    const StudentFolder folder;
    QVERIFY(folder.addLesson("leak-forgets", "gates", "C = 0.8 nF\n", "C = 0.8 MΩ\n") && folder.addLesson("tau", "mine"));
    QVERIFY(folder.write("empty.lesson.md", "") && folder.write("noise.lesson.md", QByteArray(3000, '\xff')));
    const Shelf shelf = shelfOf(lessonFolder(), "en");
    QCOMPARE(shelf.own.size(), std::size_t{4});
    for (const ShelvedLesson& lesson : shelf.own) QCOMPARE(lesson.complaint.isEmpty(), lesson.title == "mine");
    const auto broken = std::ranges::find(shelf.own, QStringLiteral("gates.lesson.md"), &ShelvedLesson::title);
    QVERIFY2(broken->complaint.contains(QString::number(brokenLine())) && broken->complaint.contains("capacitance"),
             qPrintable(broken->complaint));
}

void TestShelf::theNextLesson_data()
{
    QTest::addColumn<QStringList>("reports"); // "NAME:STEPS", the oldest first
    QTest::addColumn<QString>("next");
    QTest::newRow("at first the short course") << QStringList() << "tau";
    QTest::newRow("what is open") << QStringList{"tau:99", "rheobase:1"} << "rheobase";
    QTest::newRow("what was open last") << QStringList{"gates:1", "rheobase:1"} << "rheobase";
    QTest::newRow("the short course goes on") << QStringList{"tau:99", "leak-forgets:99"} << "rheobase";
    QTest::newRow("then the others") << QStringList{"tau:99", "leak-forgets:99", "06-rheobase:99", "all-or-none:99", "refractory:99"}
                                     << "capacitor";
}

void TestShelf::theNextLesson()
{
    QFETCH(QStringList, reports);
    QFETCH(QString, next);
    const StudentFolder folder;
    QDateTime at = QDateTime::currentDateTime().addDays(-1);
    for (const QString& report : reports) {
        QVERIFY(folder.addReport(report.section(':', 0, 0), report.section(':', 1).toUInt()));
        QFile file(folder.path(report.section(':', 0, 0) + ".html"));
        at = at.addSecs(60);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.setFileTime(at, QFileDevice::FileModificationTime));
    }
    const auto shelf = shelfOf(lessonFolder(), "en").shipped;
    QCOMPARE(shelf[nextOf(shelf)].id, next);
}

void TestShelf::foldersHaveShortNames()
{
    QCOMPARE(nameOfFolder("/home/ada/Documents/Lessons"), "Lessons, in Documents");
    QCOMPARE(nameOfFolder("/lessons"), "/lessons");
}

QTEST_GUILESS_MAIN(TestShelf)
#include "tst_shelf.moc"
