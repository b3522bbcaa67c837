// SPDX-License-Identifier: GPL-3.0-or-later
// A robot teacher records a lesson, tests it, and writes its files.
#include "broken_lesson.h"
#include "lesson_text.h"
#include "lesson_writer.h"
#include "robot.h"
#include "setting.h"
#include "student_folder.h"
#include "theme.h"

#include <QFileDialog>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPointer>
#include <QTextBlock>
#include <QToolButton>

using namespace rheobase;

class TestLessonWriter : public QObject {
    Q_OBJECT

    std::unique_ptr<StudentFolder> m_folder;
    std::unique_ptr<LessonWriter> m_writer;
    std::unique_ptr<QMenu> m_menu;
    Recorded m_recorded;

    LessonText* text() const { return m_writer->findChild<LessonText*>("lessonText"); }
    QListWidget* complaints() const { return m_writer->findChild<QListWidget*>("complaints"); }
    QString state() const { return m_writer->findChild<QLabel*>("lessonState")->text(); }
    QAction* action(const QString& id) const
    {
        for (QAction* a : m_menu->actions())
            if (a->objectName() == id) return a;
        return nullptr;
    }
    /// Opens a menu of a button, and chooses the first entry that begins with a text.
    void chooseIn(const QString& button, const QString& start) const
    {
        auto* tool = m_writer->findChild<QToolButton*>(button);
        auto* poll = new QTimer(tool);
        connect(poll, &QTimer::timeout, poll, [=] { chooseNow(poll, start); });
        poll->start(10);
        QTest::mouseClick(tool, Qt::LeftButton);
    }
    static void chooseNow(QTimer* poll, const QString& start)
    {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        if (!menu || !menu->isVisible()) return;
        poll->deleteLater();
        poll->stop();
        for (QAction* a : menu->actions())
            if (a->text().startsWith(start)) return QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(a).center());
        menu->close();
    }
    /// Gives a dialog of files a path.
    static void name(const QString& path)
    {
        once<QFileDialog>([path](QFileDialog* dialog) {
            dialog->findChild<QLineEdit*>("fileNameEdit")->setText(path);
            QTest::keyClick(dialog, Qt::Key_Return);
        });
    }
    static QByteArray contentOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("RheobaseTests");
        QCoreApplication::setApplicationName("tst_lesson_writer");
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        applyLook(*qApp, Look::light);
    }
    void init()
    {
        m_folder = std::make_unique<StudentFolder>();
        m_recorded = {.experiment = defaultExperiment(*findModel("leaky-integrate-and-fire"))};
        m_recorded.scene = {.show = {"potential", "circuit"}, .trigger = "scroll", .window = 200};
        m_recorded.seen = {{"potential", "Membrane potential"}, {"rate", "f–I curve"}};
        m_writer = std::make_unique<LessonWriter>([this] { return m_recorded; });
        m_menu = std::make_unique<QMenu>();
        m_writer->fill(m_menu.get());
        m_writer->resize(500, 700);
        m_writer->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_writer.get()));
        m_writer->activateWindow();
    }

    void aLessonIsRecordedAndSound();
    void complaintsLeadToTheirLines();
    void blocksStandBetweenEmptyLines();
    void cursorsAndGhostsAreRecorded();
    void aToleranceOfAShippedLessonIsChanged();
    void filesAreWritten();
    void whatIsNotSavedIsAskedFor();
};

void TestLessonWriter::aLessonIsRecordedAndSound()
{
    QTest::mouseClick(m_writer->findChild<QToolButton*>("insertExperiment"), Qt::LeftButton);
    QVERIFY(text()->toPlainText().contains("```start\nmodel: leaky-integrate-and-fire\nshow: potential, circuit\n"));
    setValue(m_recorded.experiment, "I", 2.5);
    chooseIn("insertCheck", "Spikes =");
    QTRY_VERIFY(text()->toPlainText().contains("```check spikes\nrun 1000 ms: spikes = "));
    QVERIFY2(text()->toPlainText().contains("```teacher\nsolution spikes: set constant.amplitude = 2.5 nA\n```"),
             qPrintable(text()->toPlainText()));
    chooseIn("insertFigure", "f–I curve");
    QTRY_VERIFY(text()->toPlainText().contains("```show\nfigure: rate\n```"));
    QTest::mouseClick(m_writer->findChild<QToolButton*>("testLesson"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(state().contains("sound"), 20'000);
    QVERIFY(!complaints()->isVisible());
}

void TestLessonWriter::complaintsLeadToTheirLines()
{
    m_writer->load(StudentFolder::shipped("leak-forgets"));
    text()->setPlainText(text()->toPlainText().replace("C = 0.8 nF\n", "C = 0.8 MΩ\n"));
    action("testLesson")->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(complaints()->count(), 1, 20'000);
    QVERIFY(complaints()->isVisible() && complaints()->item(0)->text().contains(QString("Line %1").arg(brokenLine())));
    QTest::mouseClick(complaints()->viewport(), Qt::LeftButton, {}, complaints()->visualItemRect(complaints()->item(0)).center());
    QCOMPARE(text()->line(), brokenLine());
    QVERIFY(text()->hasFocus() && text()->textCursor().block().text() == "C = 0.8 MΩ");
    text()->undo();
    m_writer->load(StudentFolder::shipped("tau"));
}

void TestLessonWriter::blocksStandBetweenEmptyLines()
{
    text()->setPlainText("one\n\n```check a\nI = 1 nA\n```\nthree");
    text()->goTo(4); // within a block
    text()->insert("```check b\n```\n");
    QCOMPARE(text()->toPlainText(), "one\n\n```check a\nI = 1 nA\n```\n\n```check b\n```\n\nthree");
    text()->goTo(1);
    text()->insert("two");
    QVERIFY(text()->toPlainText().startsWith("one\n\ntwo\n\n```check a"));
    QCOMPARE(text()->freeName("a"), "a-2");
    QCOMPARE(text()->freeName("c"), "c");
    text()->undo();
    QVERIFY(text()->toPlainText().startsWith("one\n\n```check a"));
}

void TestLessonWriter::cursorsAndGhostsAreRecorded()
{
    action("insertExperiment")->trigger();
    m_recorded.cursors = Recorded::Reading{22, 8, -8.43};
    m_recorded.kept = {{m_recorded.experiment, "before"}};
    setValue(m_recorded.kept[0].experiment, "R", 20);
    chooseIn("insertCheck", "What the cursors");
    QTRY_VERIFY(text()->toPlainText().contains("```check measured live\ncursor.A = 22 ms ± 0.5 ms\ncursor.dt = 8 ms ± 0.5 ms\n"));
    chooseIn("insertCheck", "A kept trace: before");
    QTRY_VERIFY(text()->toPlainText().contains("```check kept live\nghost.exists with R = 20 MΩ\n"));
    action("testLesson")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(state().contains("sound"), 20'000);
}

void TestLessonWriter::aToleranceOfAShippedLessonIsChanged()
{
    m_writer->load(StudentFolder::shipped("leak-forgets"));
    const QString before = text()->toPlainText();
    QVERIFY(before.contains("right: 4.9 ± 0.4"));
    QVERIFY(text()->find("4.9 ± 0.4"));
    QTest::keyClicks(text(), "4.9 ± 0.6");
    name(m_folder->path("wider.lesson.md"));
    QTest::keyClick(text(), Qt::Key_S, Qt::ControlModifier); // it has no file of its own yet
    QCOMPARE(contentOf(m_folder->path("wider.lesson.md")), QString(before).replace("4.9 ± 0.4", "4.9 ± 0.6").toUtf8());
    action("testLesson")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(state().contains("sound"), 20'000);
}

void TestLessonWriter::filesAreWritten()
{
    m_writer->load(StudentFolder::shipped("leak-forgets"));
    const QString published = m_folder->path("x-student.lesson.md"), handout = m_folder->path("h.pdf"), answers = m_folder->path("a.html");
    name(published);
    action("publishLesson")->trigger();
    QVERIFY(contentOf(published).contains("sha256") && !contentOf(published).contains("```teacher"));
    name(handout);
    action("printHandout")->trigger();
    QVERIFY(contentOf(handout).startsWith("%PDF"));
    name(answers);
    action("printAnswers")->trigger();
    QVERIFY(contentOf(answers).contains("half-life") && contentOf(answers).contains("<svg"));
    name(m_folder->path("none/h.pdf"));
    QVERIFY(m_folder->write("none", "a file where a folder should be"));
    action("printHandout")->trigger();
    QVERIFY(!state().isEmpty());
}

void TestLessonWriter::whatIsNotSavedIsAskedFor()
{
    QVERIFY(m_writer->mayBeLeft());
    text()->setFocus();
    QTest::keyClicks(text(), "more");
    const QString typed = text()->toPlainText();
    const auto press = [](QMessageBox::StandardButton which) {
        once<QMessageBox>([which](QMessageBox* box) { QTest::mouseClick(box->button(which), Qt::LeftButton); });
    };
    press(QMessageBox::Cancel);
    action("newLesson")->trigger();
    QCOMPARE(text()->toPlainText(), typed);
    press(QMessageBox::Discard);
    action("newLesson")->trigger();
    QVERIFY(text()->toPlainText() != typed);
    QVERIFY(m_writer->mayBeLeft());
}

QTEST_MAIN(TestLessonWriter)
#include "tst_lesson_writer.moc"
