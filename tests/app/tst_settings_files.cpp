// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is where the settings should be, the window starts, and ends when it is told to.
#include "window_program.h"

#include <functional>
#include <sys/stat.h>
#include <unistd.h>

using namespace rheobase;

namespace {

using Make = std::function<void(const QString& path)>;

Make holding(const QByteArray& content)
{
    return [content](const QString& path) {
        QFile file(path);
        if (file.open(QIODevice::WriteOnly)) file.write(content);
    };
}

/// Bytes that are the same each time.
QByteArray noise(qsizetype size)
{
    QByteArray bytes(size, '\0');
    for (quint32 x = 1; char& byte : bytes) byte = static_cast<char>((x = x * 1664525 + 1013904223) >> 24);
    return bytes;
}

QByteArray written(const QByteArray& bytes) { return "@ByteArray(" + bytes + ')'; }

/// What the window itself wrote, with one thing changed.
Make changed(const std::function<void(QByteArray&)>& change)
{
    return [change](const QString& path) {
        QTemporaryDir folder;
        WindowProgram program(folder.path());
        program.endBy(SIGTERM);
        QByteArray content = contentOf(folder.filePath("rheobase/rheobase.conf"));
        change(content);
        holding(content)(path);
    };
}

struct Kind {
    const char* name;
    Make make;
    bool isReplaced; ///< afterwards there are sound settings in its place
};

const Kind kinds[] = {
    {"nothing", [](const QString&) {}, true},
    {"empty", holding(""), true},
    {"pipe", [](const QString& path) { mkfifo(QFile::encodeName(path).constData(), 0600); }, false},
    {"folder", [](const QString& path) { QDir().mkpath(path); }, false},
    {"device", [](const QString& path) { QFile::link("/dev/zero", path); }, false},
    {"terminal", [](const QString& path) { QFile::link("/dev/tty", path); }, false},
    {"link to itself", [](const QString& path) { QFile::link(path, path); }, false},
    {"link to nothing", [](const QString& path) { QFile::link("/nowhere/at/all", path); }, false},
    {"unreadable", [](const QString& path) { holding("look=dark\n")(path), QFile::setPermissions(path, {}); }, false},
    {"1 GB",
     [](const QString& path) {
         holding("look=dark\n")(path);
         QFile::resize(path, 1 << 30);
     },
     true},
    {"noise", holding(noise(500'000)), true},
    {"noise in the values",
     holding("language=" + noise(3000).toHex() + "\n[window]\ngeometry=" + written("\\0\\x1\\xd9\\xd0\\xcb" + noise(60).toHex())
             + "\nsplitter=" + written("\\0\\0\\0\\xff\\0\\0\\0\\x1\\x7f\\xff\\xff\\xff") + "\nviews="
             + written("\\0\\0\\0\\xff\\0\\0\\0\\0\\xfd\\x7f\\xff\\xff\\xff") + "\nhiddenRows=1, 2, 3\nshownRows=@Invalid()\n"),
     true},
    {"values of Qt",
     holding("[window]\ngeometry=@Variant(\\0\\0\\0\\x9\\xff\\xff\\xff\\xfe)\nviews=@Variant(\\0\\0\\0\\x9\\xff\\xff\\xff\\xfe)\n"), true},
    {"broken off", changed([](QByteArray& content) { content.truncate(content.size() / 2); }), true},
    {"letters exchanged", changed([](QByteArray& content) {
         for (qsizetype i = 40; i < content.size(); i += 17) content[i] = 'f';
     }),
     true},
    {"bits turned", changed([](QByteArray& content) { content.replace("\\x1", "\\xff"); }), true},
    {"of other types", holding("look=1\nlanguage=a, b\n[window]\ngeometry=a, b\nsplitter=3\nviews=4\nhiddenRows=5\n"), true},
};

}

class TestSettingsFiles : public QObject {
    Q_OBJECT

private slots:
    void theWindowStartsWith_data()
    {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < std::size(kinds); ++i) QTest::newRow(kinds[i].name) << static_cast<int>(i);
    }
    void theWindowStartsWith()
    {
        QFETCH(int, index);
        const Kind& kind = kinds[index];
        const QTemporaryDir folder;
        const QString path = folder.filePath("rheobase/rheobase.conf");
        QVERIFY(QDir(folder.path()).mkpath("rheobase"));
        kind.make(path);
        WindowProgram program(folder.path());
        QVERIFY2(program.isUp(), program.said().constData());
        QCOMPARE(program.endBy(SIGTERM), 143);
        if (kind.isReplaced) QVERIFY(contentOf(path).contains("geometry=@ByteArray("));
    }

    /// The file of the house is read as well.
    void aPipeForAllProgramsDoesNotHoldTheStart()
    {
        const QTemporaryDir folder;
        QCOMPARE(mkfifo(QFile::encodeName(folder.filePath("rheobase.conf")).constData(), 0600), 0);
        WindowProgram program(folder.path());
        QVERIFY(program.isUp());
        QCOMPARE(program.endBy(SIGTERM), 143);
    }
    void aFileInThePlaceOfTheFolderDoesNot()
    {
        const QTemporaryDir folder;
        holding("")(folder.filePath("rheobase"));
        WindowProgram program(folder.path());
        QVERIFY(program.isUp());
        QCOMPARE(program.endBy(SIGTERM), 143);
    }
};

QTEST_GUILESS_MAIN(TestSettingsFiles)
#include "tst_settings_files.moc"
