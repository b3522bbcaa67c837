// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a file holds, it is opened or refused within a second and 200 MB.
#include "carried_document.h"
#include "hostile.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace rheobase;
using hostile::Answer;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr double mostSeconds = 3, mostMegabytes = 2000; // what is freed stays for a while
#else
constexpr double mostSeconds = 1, mostMegabytes = 200;
#endif

/// What reading a file in a process of its own came to.
struct Reading {
    QString sentence; ///< "" where it is opened
    double seconds = 0, megabytes = 0;
    int status = -1;
};

double megabytesNow()
{
    QFile file("/proc/self/statm");
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ')[1].toDouble() * sysconf(_SC_PAGESIZE) / 1e6 : 0;
}

[[noreturn]] void read(const QString& path, int answer)
{
    alarm(60);
    QString error;
    if (loadExperiment(path, &error)) error.clear();
    const QByteArray told = error.toUtf8().left(4000);
    const bool isTold = write(answer, told.constData(), static_cast<size_t>(told.size())) == told.size();
    _exit(isTold ? 0 : 3);
}

Reading readingOf(const QString& path)
{
    int ends[2];
    if (pipe(ends) != 0) return {};
    const double before = megabytesNow();
    const pid_t child = fork();
    if (child == 0) read(path, ends[1]);
    close(ends[1]);
    rusage used{};
    Reading reading;
    if (wait4(child, &reading.status, 0, &used) != child) return {};
    char told[4096];
    const ssize_t size = ::read(ends[0], told, sizeof told);
    close(ends[0]);
    reading.sentence = QString::fromUtf8(told, std::max<ssize_t>(0, size));
    const auto seconds = [](const timeval& t) { return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6; };
    reading.seconds = seconds(used.ru_utime) + seconds(used.ru_stime);
    reading.megabytes = static_cast<double>(used.ru_maxrss) * 1024 / 1e6 - before;
    return reading;
}

}

class TestHostileDocuments : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    const std::vector<hostile::Document> m_documents = hostile::documents();

private slots:
    void isAnsweredSoon_data()
    {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < m_documents.size(); ++i) QTest::newRow(m_documents[i].name) << static_cast<int>(i);
    }
    void isAnsweredSoon()
    {
        QFETCH(int, index);
        const hostile::Document& document = m_documents[static_cast<std::size_t>(index)];
        const QString path = m_folder.filePath(QString("document"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        document.write(file);
        file.close();
        const Reading reading = readingOf(path);
        QFile::remove(path);
        QCOMPARE(reading.status, 0);
        QVERIFY2(reading.seconds < mostSeconds, qPrintable(QString("%1 s").arg(reading.seconds)));
        QVERIFY2(reading.megabytes < mostMegabytes, qPrintable(QString("%1 MB").arg(reading.megabytes)));
        QVERIFY2(reading.sentence.isEmpty() == (document.answer == Answer::opens), qPrintable(reading.sentence));
        QVERIFY2(reading.sentence.isEmpty() || (reading.sentence.endsWith(u'.') && reading.sentence.size() < 400),
                 qPrintable(reading.sentence));
        QVERIFY2(document.answer != Answer::tooLarge || reading.sentence.contains("larger than any experiment"),
                 qPrintable(reading.sentence));
    }

    void whatIsNoFileIsRefused_data()
    {
        QTest::addColumn<QString>("path");
        for (const char* path : {"/dev/zero", "/dev/null", "/", "pipe"}) QTest::newRow(path) << QString(path);
    }
    void whatIsNoFileIsRefused()
    {
        QFETCH(QString, path);
        if (path == "pipe") path = m_folder.filePath("pipe");
        if (!QFileInfo::exists(path)) QCOMPARE(mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        const Reading reading = readingOf(path);
        QCOMPARE(reading.status, 0);
        QVERIFY2(reading.sentence.contains("not a file"), qPrintable(reading.sentence));
    }

    /// What flows has no size: it is read up to the same bound.
    void aStreamIsReadToTheBoundAlone()
    {
        QString error;
        QFile zeros("/dev/zero"), noise("/dev/urandom");
        QVERIFY(zeros.open(QIODevice::ReadOnly) && noise.open(QIODevice::ReadOnly));
        QVERIFY(!carriedDocument(zeros, &error));
        QVERIFY2(error.contains("larger than any experiment"), qPrintable(error));
        QVERIFY(!readExperiment(noise, &error));
    }
};

QTEST_GUILESS_MAIN(TestHostileDocuments)
#include "tst_hostile_documents.moc"
