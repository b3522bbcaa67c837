// SPDX-License-Identifier: GPL-3.0-or-later
#include "class_folder.h"
#include "made_class.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace rheobase;

/// A folder of reports is followed as it fills.
class TestClassFolder : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ClassFolder> m_class;

    void write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    static QByteArray page(const char* name)
    {
        return MadeClass::pageOf({.lesson = "tau", .title = "τ", .hash = "1", .program = "0", .language = "en", .name = name});
    }
    /// "Ada Bob!", an exclamation mark for a file that cannot be read; files that are being written are left out.
    QString seen() const
    {
        QStringList names;
        for (const ClassFile& file : m_class->reading().files) {
            const QString name = file.report ? QString::fromStdString(file.report->name) : QString();
            if (file.report || !file.complaint.isEmpty()) names << name + (file.complaint.isEmpty() ? "" : "!");
        }
        return names.join(' ');
    }

private slots:
    void initTestCase() { QCoreApplication::setOrganizationName("RheobaseTests"); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_class = std::make_unique<ClassFolder>();
    }
    void reportsAppearByThemselves();
    void onlyWhatChangedIsReadAgain();
    void halfWrittenFilesAreNoErrors();
    void damageIsToldAfterAWhile();
    void aFolderThatIsNotThereIsTold();
};

void TestClassFolder::reportsAppearByThemselves()
{
    write("a.report.html", page("Ada"));
    m_class->watch(m_folder->path());
    QTRY_COMPARE(seen(), "Ada");
    QVERIFY(m_class->latest().isValid());
    write("b.report.html", page("Bob"));
    write("notes.txt", "no report");
    QTRY_COMPARE(seen(), "Ada Bob");
    QFile::remove(m_folder->filePath("a.report.html"));
    QTRY_COMPARE(seen(), "Bob");
    write("b.report.html", page("Robert")); // in place: no directory changes
    QTRY_COMPARE_WITH_TIMEOUT(seen(), "Robert", 20'000);
}

void TestClassFolder::onlyWhatChangedIsReadAgain()
{
    write("a.report.html", page("Ada"));
    write("b.report.html", page("Bob"));
    m_class->watch(m_folder->path());
    QTRY_COMPARE(seen(), "Ada Bob");
    const auto before = m_class->reading().files[0].report;
    write("c.report.html", page("Cem"));
    QTRY_COMPARE(seen(), "Ada Bob Cem");
    QCOMPARE(m_class->reading().files[0].report, before);
}

void TestClassFolder::halfWrittenFilesAreNoErrors()
{
    write("a.report.html", page("Ada"));
    m_class->watch(m_folder->path());
    QTRY_COMPARE(seen(), "Ada");
    const QByteArray whole = page("Bob");
    QSignalSpy looked(m_class.get(), &ClassFolder::looked);
    write("b.report.html", whole.left(whole.size() / 2));
    write("a.report.html", whole.left(100));
    QTRY_VERIFY_WITH_TIMEOUT(m_class->reading().isWaiting, 20'000);
    QCOMPARE(seen(), "Ada"); // as it was
    write("b.report.html", whole);
    write("a.report.html", page("Adam"));
    QTRY_COMPARE_WITH_TIMEOUT(seen(), "Adam Bob", 20'000);
    QVERIFY(!m_class->reading().isWaiting);
}

void TestClassFolder::damageIsToldAfterAWhile()
{
    write("a.report.html", "<p>No report.</p>");
    m_class->watch(m_folder->path());
    QTRY_COMPARE_WITH_TIMEOUT(seen(), "!", 30'000);
    QCOMPARE(m_class->reading().files[0].complaint, "This file holds no report of a lesson.");
    write("a.report.html", page("Ada"));
    QTRY_COMPARE_WITH_TIMEOUT(seen(), "Ada", 20'000);
}

void TestClassFolder::aFolderThatIsNotThereIsTold()
{
    m_class->watch(m_folder->filePath("none"));
    QTRY_VERIFY(m_class->reading().problem.contains("is not there, or cannot be read"));
    QVERIFY(QDir(m_folder->path()).mkdir("none"));
    QTRY_VERIFY_WITH_TIMEOUT(m_class->reading().problem.isEmpty(), 20'000);
}

QTEST_GUILESS_MAIN(TestClassFolder)
#include "tst_class_folder.moc"
