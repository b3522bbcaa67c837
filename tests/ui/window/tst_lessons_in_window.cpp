// SPDX-License-Identifier: GPL-3.0-or-later
// A robot user goes from the neuron to the lessons and back.
#include "broken_lesson.h"
#include "learn_page.h"
#include "lesson_list.h"
#include "student_folder.h"
#include "window_desk.h"

#include <QFileDialog>
#include <QLabel>
#include <QSignalSpy>
#include <QToolButton>

using namespace rheobase;

class TestLessonsInWindow : public QObject {
    Q_OBJECT

    std::unique_ptr<StudentFolder> m_folder;
    std::unique_ptr<MainWindow> m_window;

    Session& session() const { return m_window->session(); }
    LearnPage* page() const { return m_window->findChild<LearnPage*>("learn"); }
    LessonList* list() const { return page()->findChild<LessonList*>("lessons"); }
    template<class Widget> Widget* find(const char* name) const { return page()->findChild<Widget*>(name); }
    int rows() const { return list()->model()->rowCount(); }
    QString title() const { return list()->currentIndex().siblingAtColumn(LessonTable::title).data().toString(); }
    bool open() const
    {
        pressKey(Qt::Key_L, Qt::ControlModifier);
        return QTest::qWaitFor([this] { return page() && page()->isVisible() && rows() >= 14 && list()->hasFocus(); }, 20'000);
    }

private slots:
    void initTestCase() { beginWindowTests("tst_lessons_in_window"); }
    void init()
    {
        QSettings().clear();
        m_folder = std::make_unique<StudentFolder>();
        m_window = openedWindow();
        QVERIFY(m_window);
    }
    void cleanup() { m_window.reset(); }

    void theButtonOpensIt();
    void filtersAndSearch();
    void keysChooseAndOpen();
    void theCardFollowsTheChosenLesson();
    void aBrokenLessonStaysInTheList();
    void anotherFolder();
    void columnsGiveWay();
    void sixteenRowsFit();
};

void TestLessonsInWindow::theButtonOpensIt()
{
    QTest::mouseClick(m_window->findChild<QToolButton*>("learnButton"), Qt::LeftButton);
    QTRY_VERIFY(page() && page()->isVisible());
    QTRY_COMPARE(title(), "τ: how fast"); // the short course begins there
    QVERIFY(find<QLabel>("learnSearch") == nullptr && page()->search().isVisible());
}

void TestLessonsInWindow::filtersAndSearch()
{
    QVERIFY(open());
    const int all = rows();
    choose(find<QComboBox>("lessonModels"), find<QComboBox>("lessonModels")->findData("hodgkin-huxley"));
    const int squid = rows();
    QVERIFY(squid > 3 && squid < all);
    choose(find<QComboBox>("lessonLevels"), find<QComboBox>("lessonLevels")->findData("advanced"));
    QVERIFY(rows() > 0 && rows() < squid);
    pressKey(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(page()->search().hasFocus());
    QTest::keyClicks(QApplication::focusWidget(), "nobody");
    QCOMPARE(rows(), 0);
    QVERIFY(!find<QWidget>("next")->isVisible());
    QTest::mouseClick(find<QToolButton>("lift"), Qt::LeftButton);
    QCOMPARE(rows(), all);
    QVERIFY(!find<QToolButton>("lift")->isVisible() && find<QWidget>("next")->isVisible());
    pressKey(Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), "LEAK forgets");
    QCOMPARE(rows(), 1);
    pressKey(Qt::Key_Escape); // the search first, then the page
    QCOMPARE(rows(), all);
    QVERIFY(page()->isVisible());
    pressKey(Qt::Key_Escape);
    QVERIFY(!page()->isVisible());
}

void TestLessonsInWindow::keysChooseAndOpen()
{
    QVERIFY(open());
    QSignalSpy chosen(page(), &LearnPage::chosen);
    pressKey(Qt::Key_Down);
    QCOMPARE(title(), "The perfect integrator never forgets");
    pressKey(Qt::Key_Return);
    QVERIFY(!page()->isVisible());
    QCOMPARE(chosen.value(0).value(0).toString(), StudentFolder::shipped("never-forgets"));
    QVERIFY(open());
    pressKey(Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), "gates");
    pressKey(Qt::Key_Return);
    QVERIFY(!page()->isVisible());
    QCOMPARE(chosen.value(1).value(0).toString(), StudentFolder::shipped("gates"));
    QVERIFY(open());
    QTest::mouseClick(find<QAbstractButton>("line-all-or-none"), Qt::LeftButton);
    QCOMPARE(chosen.value(2).value(0).toString(), StudentFolder::shipped("all-or-none"));
}

void TestLessonsInWindow::theCardFollowsTheChosenLesson()
{
    QVERIFY(m_folder->addReport("leak-forgets", 2) && m_folder->addReport("tau", 100));
    QVERIFY(open());
    QTRY_COMPARE(title(), "What a leak forgets");
    const auto* go = find<QPushButton>("go");
    QCOMPARE(go->text(), "Continue");
    const QModelIndex tau = list()->model()->index(2, LessonTable::title);
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualRect(tau).center());
    QCOMPARE(go->text(), "Look again");
    QCOMPARE(tau.siblingAtColumn(LessonTable::state).data().toString(), "done");
    QCOMPARE(list()->model()->index(4, LessonTable::state).data().toString(), "2 of 6 steps");
    pressKey(Qt::Key_Up);
    QCOMPARE(go->text(), "Begin");
    QSignalSpy chosen(page(), &LearnPage::chosen);
    QTest::mouseClick(find<QPushButton>("go"), Qt::LeftButton);
    QCOMPARE(chosen.value(0).value(0).toString(), StudentFolder::shipped("battery"));
}

void TestLessonsInWindow::aBrokenLessonStaysInTheList()
{
    QVERIFY(m_folder->addLesson("tau", "mine") && m_folder->addLesson("leak-forgets", "broken", "C = 0.8 nF\n", "C = 0.8 MΩ\n"));
    QVERIFY(open());
    const auto* card = find<QWidget>("myFolder");
    const auto complaint = [card] {
        for (const QLabel* label : card->findChildren<QLabel*>())
            if (label->property("role") == "refusal") return label->text();
        return QString();
    };
    QTRY_VERIFY(complaint().contains(QString::number(brokenLine())));
    QSignalSpy chosen(page(), &LearnPage::chosen);
    QTest::mouseClick(card->findChild<QAbstractButton*>("line-tau"), Qt::LeftButton);
    QCOMPARE(chosen.value(0).value(0).toString(), m_folder->path("mine.lesson.md"));
    QVERIFY(open());
    QVERIFY(m_folder->addLesson("leak-forgets", "broken"));
    pressKey(Qt::Key_Escape);
    QVERIFY(open());
    QTRY_VERIFY(complaint().isEmpty());
}

void TestLessonsInWindow::anotherFolder()
{
    const QTemporaryDir other;
    QVERIFY(m_folder->addLesson("tau", "mine") && QFile::copy(m_folder->path("mine.lesson.md"), other.filePath("other.lesson.md")));
    QVERIFY(m_folder->write("mine.lesson.md", {}));
    QVERIFY(open());
    once<QFileDialog>([&](QFileDialog* dialog) {
        dialog->setDirectory(other.path());
        dialog->findChild<QLineEdit*>("fileNameEdit")->setText(other.path());
        QTest::keyClick(dialog, Qt::Key_Return);
    });
    QTest::mouseClick(find<QPushButton>("otherFolder"), Qt::LeftButton);
    QTRY_COMPARE(lessonFolder(), other.path());
    QTRY_VERIFY(find<QWidget>("myFolder")->findChild<QAbstractButton*>("line-tau"));
}

void TestLessonsInWindow::columnsGiveWay()
{
    QVERIFY(open());
    const auto hidden = [this] {
        return std::pair(list()->isColumnHidden(LessonTable::model), list()->isColumnHidden(LessonTable::level));
    };
    m_window->resize(1280, 720);
    QTRY_COMPARE(hidden(), std::pair(false, false));
    m_window->resize(960, 720);
    QTRY_COMPARE(hidden(), std::pair(true, true));
    int width = 0;
    for (int column = 0; column < LessonTable::columns; ++column) width += list()->columnWidth(column);
    QVERIFY(width <= list()->viewport()->width());
    m_window->resize(1280, 720);
    QTRY_COMPARE(hidden(), std::pair(false, false));
}

void TestLessonsInWindow::sixteenRowsFit()
{
    QVERIFY(open());
    m_window->resize(1280, 720);
    QTRY_VERIFY(list()->viewport()->height() >= 16 * list()->rowHeight(0));
}

QTEST_MAIN(TestLessonsInWindow)
#include "tst_lessons_in_window.moc"
