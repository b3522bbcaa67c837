// SPDX-License-Identifier: GPL-3.0-or-later
#include "mystery.h"

#include "catalogue.h"
#include "course.h"
#include "rehearsal.h"
#include "sealed.h"

#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace rheobase;

class TestMystery : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale("en")); }

    void everyMysteryIsSound_data()
    {
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<int>("difficulty");
        for (const Model& model : catalogue())
            for (const int difficulty : {0, 1, 2})
                QTest::addRow("%s %d", std::string(model.id).c_str(), difficulty)
                    << QByteArray(model.id.data(), static_cast<qsizetype>(model.id.size())) << difficulty;
    }
    /// Of every model: what is sealed can be drawn, is asked for, and a right answer gets its points.
    void everyMysteryIsSound()
    {
        QFETCH(QByteArray, model);
        QFETCH(int, difficulty);
        const Model& each = *findModel(model.toStdString());
        const auto sealed = mysteries(each, static_cast<Difficulty>(difficulty));
        QCOMPARE(sealed.size() == 1, difficulty == 0);
        const auto read = readLesson(mysteryLesson(each, static_cast<Difficulty>(difficulty), "game", 3).toStdString(), lessonStage());
        if (const auto* refusal = std::get_if<Refusal>(&read)) QFAIL(qPrintable(told(*refusal)));
        const Lesson& lesson = std::get<Lesson>(read);
        QCOMPARE(lesson.steps[0].experiment.seal.names.size(), sealed.size());
        QCOMPARE(lesson.steps[0].start.minutes, std::optional(3.0));
        const Rehearsal found = rehearse(lesson, lessonStage());
        QCOMPARE(found.answers, sealed.size());
        for (const Refusal& complaint : found.complaints) QFAIL(qPrintable(told(complaint)));
    }

    /// Each time another one, as a file that can be opened.
    void theCardBeginsOne()
    {
        MysteryCard card;
        card.show();
        QSignalSpy chosen(&card, &MysteryCard::chosen);
        auto* models = card.findChild<QComboBox*>("mysteryModel");
        models->setCurrentIndex(models->findData("passive"));
        std::vector<std::string> ids;
        for (int i = 0; i < 2; ++i) {
            QTest::mouseClick(card.findChild<QPushButton*>("mysteryGo"), Qt::LeftButton);
            QCOMPARE(chosen.size(), i + 1);
            const auto lesson = loadLesson(chosen.last()[0].toString());
            QVERIFY(std::holds_alternative<Lesson>(lesson));
            ids.push_back(std::get<Lesson>(lesson).id);
            QVERIFY(isSealed(std::get<Lesson>(lesson).steps[0].experiment));
            QTRY_VERIFY(QDateTime::currentDateTime().toString("yyyyMMdd-hhmmss-zzz").toStdString() != ids.back().substr(8));
        }
        QVERIFY(ids[0] != ids[1]);
    }
};

QTEST_MAIN(TestMystery)
#include "tst_mystery.moc"
