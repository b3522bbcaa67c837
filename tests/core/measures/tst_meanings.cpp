// SPDX-License-Identifier: GPL-3.0-or-later
#include "meanings.h"
#include "measures.h"

#include <QFile>
#include <QTest>

using namespace rheobase;

/// "What the numbers mean" says the same in the manual and for contributors.
class TestMeanings : public QObject {
    Q_OBJECT

private slots:
    void standsEverywhere_data();
    void standsEverywhere();
    void measuresQuoteIt();
};

void TestMeanings::standsEverywhere_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("manual") << "resources/linux/rheobase.1";
    QTest::newRow("for contributors") << "CONTRIBUTING.md";
}

void TestMeanings::standsEverywhere()
{
    QFETCH(QString, file);
    QFile source(RHEOBASE_SOURCES "/" + file);
    QVERIFY(source.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(source.readAll()).replace("\\-", "-").simplified();
    QCOMPARE(meanings().size(), std::size_t{5});
    for (const Meaning& meaning : meanings()) {
        const QString sentence = QString::fromUtf8(meaning.text.data(), static_cast<qsizetype>(meaning.text.size()));
        QVERIFY2(text.contains(sentence), meaning.word.data());
    }
}

void TestMeanings::measuresQuoteIt()
{
    for (const char* id : {"spikes", "rate", "mean-rate", "latency", "rheobase", "chronaxie", "rest"}) {
        QVERIFY(findMeasure(id));
        QVERIFY(meaningOf(id));
    }
    QVERIFY(!meaningOf("cv"));
}

QTEST_APPLESS_MAIN(TestMeanings)
#include "tst_meanings.moc"
