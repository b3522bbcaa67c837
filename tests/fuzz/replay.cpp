// SPDX-License-Identifier: GPL-3.0-or-later
// A fuzz target without libFuzzer, as a test: it does again what is in its corpus, where every failure of the past has its file.
#include "fuzz.h"

#include <QDirIterator>
#include <QTest>

class Replay : public QObject {
    Q_OBJECT

private slots:
    void corpus_data();
    void corpus();
};

void Replay::corpus_data()
{
    QTest::addColumn<QString>("path");
    for (QDirIterator it(FUZZ_CORPUS, QDir::Files); it.hasNext();) {
        const QString path = it.next();
        QTest::newRow(qPrintable(it.fileName())) << path;
    }
}

void Replay::corpus()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QCOMPARE(LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.constData()), static_cast<std::size_t>(bytes.size())), 0);
}

QTEST_APPLESS_MAIN(Replay)
#include "replay.moc"
