// SPDX-License-Identifier: GPL-3.0-or-later
#include "class_page.h"
#include "free_play.h"
#include "made_class.h"
#include "robot.h"
#include "sketches_plot.h"
#include "theme.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace rheobase;

/// A teacher looks at ten reports.
class TestClassPage : public QObject {
    Q_OBJECT

    QTemporaryDir m_made; // the ten reports
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QWidget> m_window;
    ClassPage* m_page = nullptr;
    QUrl m_opened;

    template<class Widget> Widget* find(const char* name) const { return m_page->findChild<Widget*>(QLatin1String(name)); }
    QAbstractItemModel* rows() const { return find<QTableView>("class")->model(); }
    QString words(const char* label) const { return find<QLabel>(label)->text(); }
    /// Opens the page on a folder with the ten reports, or with nothing.
    void open(bool isFull = true)
    {
        m_folder = std::make_unique<QTemporaryDir>();
        if (isFull)
            for (const QFileInfo& file : QDir(m_made.path()).entryInfoList(QDir::Files))
                QVERIFY(QFile::copy(file.filePath(), m_folder->filePath(file.fileName())));
        m_page->open(m_folder->path());
        if (isFull) QTRY_COMPARE(rows()->rowCount(), 10);
    }
    void press(const char* name) const { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    QString spoken(int row, int column) const { return rows()->index(row, column).data(Qt::AccessibleTextRole).toString(); }

public slots:
    void note(const QUrl& url) { m_opened = url; }

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("RheobaseTests");
        QCoreApplication::setApplicationName("tst_class_page");
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        applyLook(*qApp, Look::light);
        MadeClass(m_made.path()).add(10);
        QDesktopServices::setUrlHandler("file", this, "note");
    }
    void init()
    {
        QSettings().clear();
        m_window = std::make_unique<QWidget>();
        m_window->resize(1280, 720);
        m_page = new ClassPage(m_window.get());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
    }
    void cleanup() { m_window.reset(); }

    void theTableTellsWhatReportsTell();
    void arrowsAndEnterOpenAReport();
    void aMisconceptionLightsItsCellsAndSketches();
    void theNeuronComesOnRequest();
    void projectedItHasNoNames();
    void reportsAppearWhileOneLooks();
    void anEmptyFolderSaysWhatToDo();
    void whatCannotBeReadIsALine();
    void verifyingFindsWhatWasForged();
    void theGradebookIsWritten();
    void freePlayGrows();
    void theStepGoesToTheNeuron();
    void tabStaysInside();
};

void TestClassPage::theTableTellsWhatReportsTell()
{
    open();
    MadeClass made(m_folder->path());
    std::vector<Report> reports;
    for (int i = 1; i <= 10; ++i) reports.push_back(made.walked(i));
    const Overview all = overviewOf(made.lesson(), {}, reports, lessonStage());
    QCOMPARE(rows()->columnCount(), 8);
    for (int row = 0; row < 10; ++row) { // the names are in their order
        const auto& student = all.students[static_cast<std::size_t>(row)];
        QCOMPARE(rows()->index(row, 0).data().toString(), QString::fromStdString(student.name));
        QCOMPARE(rows()->index(row, 7).data().toString(), student.done == 6 ? "done" : QString("%1 of 6").arg(student.done));
        for (int step = 0; step < 6; ++step)
            QCOMPARE(spoken(row, step + 1).contains("solved") && !spoken(row, step + 1).contains("not solved"),
                     student.cells[static_cast<std::size_t>(step)].isDone());
    }
    QCOMPARE(words("classVersions"), "1 report has another lesson version: Verify judges its checks by yours");
    QCOMPARE(words("gateWords"), "Word: “Dendrite” (step 4)");
    QTRY_VERIFY(words("watching").contains("10 reports, the last"));
    QCOMPARE(find<QListView>("expected")->model()->rowCount(), static_cast<int>(all.misconceptions.size()));
}

void TestClassPage::arrowsAndEnterOpenAReport()
{
    open();
    QTRY_VERIFY(find<QTableView>("class")->hasFocus());
    QTest::keyClick(m_page->focusWidget(), Qt::Key_Down);
    QTest::keyClick(m_page->focusWidget(), Qt::Key_Return);
    QCOMPARE(m_opened, QUrl::fromLocalFile(m_folder->filePath("student-2.report.html")));
}

void TestClassPage::aMisconceptionLightsItsCellsAndSketches()
{
    open();
    const auto* table = static_cast<const ClassTable*>(rows());
    auto* expected = find<QListView>("expected");
    int row = 0;
    while (!expected->model()->index(row, 0).data(Qt::ToolTipRole).toString().contains("no-rheobase")) ++row;
    const auto lit = [&] {
        int cells = 0;
        for (int r = 0; r < 10; ++r)
            for (int c = 1; c <= 6; ++c) cells += table->hasMisconception(table->index(r, c));
        return cells;
    };
    const int before = lit();
    expected->scrollTo(expected->model()->index(row, 0));
    QTest::mouseClick(expected->viewport(), Qt::LeftButton, {}, expected->visualRect(expected->model()->index(row, 0)).center());
    const QString count = expected->model()->index(row, 0).data(Qt::AccessibleTextRole).toString().section(", ", -1);
    QCOMPARE(count, QString("%1 of 10").arg(lit()));
    QVERIFY(lit() > 0 && lit() < before);
    const auto curves = m_page->findChild<SketchesPlot*>()->curves();
    int amber = 0;
    for (const Curve& curve : curves) amber += curve.colour.rgb() == theme().current.rgb();
    QCOMPARE(amber, lit());
    QVERIFY(words("discussion").contains("No rheobase") && words("discussion").contains("it is silent, for ever"));
    QCOMPARE(find<QPushButton>("showStep")->text(), "Show step 3");
    QTest::keyClick(expected, Qt::Key_Space); // lets it go
    QCOMPARE(lit(), before);
}

void TestClassPage::theNeuronComesOnRequest()
{
    open();
    auto* plot = m_page->findChild<SketchesPlot*>();
    const std::size_t sketches = plot->curves().size();
    QVERIFY(sketches > 5);
    press("neuronCurve");
    QTRY_COMPARE(plot->curves().size(), sketches + 1);
    QCOMPARE(plot->curves().back().symbol, "the neuron");
    press("neuronCurve");
    QCOMPARE(plot->curves().size(), sketches);
}

void TestClassPage::projectedItHasNoNames()
{
    open();
    press("project");
    QVERIFY(!find<QTableView>("class")->isVisible() && find<QLabel>("projectedStep")->isVisible());
    for (const QLabel* label : m_page->findChildren<QLabel*>())
        for (const char* name : {"Alder", "Aster", "Birch", "Clover", "student-"})
            QVERIFY(!label->isVisible() || !label->text().contains(name));
    for (int i = 0; i < 7; ++i) QTest::keyClick(m_page->focusWidget(), Qt::Key_PageUp);
    QCOMPARE(words("projectedStep"), "1. Fifty a second");
    QVERIFY(!m_page->findChild<SketchesPlot*>()->isVisible());
    QTest::keyClick(m_page->focusWidget(), Qt::Key_PageDown);
    QTest::keyClick(m_page->focusWidget(), Qt::Key_PageDown);
    QCOMPARE(words("projectedStep"), "3. The whole curve");
    QVERIFY(m_page->findChild<SketchesPlot*>()->isVisible());
    QTest::keyClick(m_page->focusWidget(), Qt::Key_Escape);
    QVERIFY(find<QTableView>("class")->isVisible() && m_page->isVisible());
    QTest::keyClick(m_page->focusWidget(), Qt::Key_Escape);
    QVERIFY(!m_page->isVisible());
}

void TestClassPage::reportsAppearWhileOneLooks()
{
    open();
    QTest::keyClick(find<QTableView>("class"), Qt::Key_Down);
    const QString chosen = find<QTableView>("class")->currentIndex().siblingAtColumn(0).data().toString();
    MadeClass made(m_folder->path());
    Report late = made.walked(1);
    late.name = "Aaron";
    made.write("late.report.html", MadeClass::pageOf(late));
    QTRY_COMPARE_WITH_TIMEOUT(rows()->rowCount(), 11, 20'000);
    QCOMPARE(rows()->index(0, 0).data().toString(), "Aaron");
    QCOMPARE(find<QTableView>("class")->currentIndex().siblingAtColumn(0).data().toString(), chosen);
    Report other{.lesson = "tau", .title = "τ", .hash = "1", .program = "0", .language = "en", .name = "Zoe"};
    made.write("other.report.html", MadeClass::pageOf(other));
    auto* lessons = find<QComboBox>("classLessons");
    QTRY_COMPARE_WITH_TIMEOUT(lessons->count(), 2, 20'000);
    QCOMPARE(rows()->rowCount(), 11);
    choose(lessons, 1);
    QTRY_COMPARE(rows()->rowCount(), 1);
}

void TestClassPage::anEmptyFolderSaysWhatToDo()
{
    open(false);
    QTRY_VERIFY(words("classEmpty").contains("No report is in this folder yet"));
    QVERIFY(find<QLabel>("classEmpty")->isVisible() && words("classEmpty").contains(QDir(m_folder->path()).dirName()));
    QVERIFY(!find<QPushButton>("gradebook")->isEnabled() && !find<QPushButton>("project")->isEnabled());
    MadeClass(m_folder->path()).add(1);
    QTRY_VERIFY_WITH_TIMEOUT(rows()->rowCount() == 1 && !find<QLabel>("classEmpty")->isVisible(), 20'000);
}

void TestClassPage::whatCannotBeReadIsALine()
{
    open();
    MadeClass(m_folder->path()).write("broken.report.html", "<html>half");
    QTRY_COMPARE_WITH_TIMEOUT(rows()->rowCount(), 11, 30'000);
    QCOMPARE(rows()->index(10, 0).data().toString(), "broken.report.html cannot be read: This file holds no report of a lesson.");
}

void TestClassPage::verifyingFindsWhatWasForged()
{
    open();
    MadeClass made(m_folder->path());
    Report forged = made.walked(5);
    forged.name = "Mallory";
    forged.steps[0].checks[0].experiment = toLine(made.lesson().steps[0].experiment).toStdString();
    made.write("student-5.report.html", MadeClass::pageOf(forged));
    QTRY_COMPARE_WITH_TIMEOUT(rows()->index(9, 0).data().toString(), "Mallory", 20'000);
    press("verify");
    QTRY_VERIFY_WITH_TIMEOUT(words("classSaid").startsWith("verified: solved again: "), 60'000);
    QVERIFY2(words("classSaid").endsWith(", not: 1"), qPrintable(words("classSaid")));
    QCOMPARE(find<QLabel>("classSaid")->toolTip(), "Mallory: fifty: it is not solved by its experiment");
}

void TestClassPage::theGradebookIsWritten()
{
    open();
    const QString path = m_folder->filePath("book.csv");
    once<QFileDialog>([&](QFileDialog* dialog) {
        dialog->findChild<QLineEdit*>("fileNameEdit")->setText(path);
        QTest::keyClick(dialog, Qt::Key_Return);
    });
    press("gradebook");
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray table = file.readAll();
    QCOMPARE(table.count('\n'), 11);
    QVERIFY(table.startsWith("name,lesson,steps done,fifty.done,") && !table.contains("minutes"));
    QVERIFY(words("classSaid").startsWith("Written: "));
}

void TestClassPage::freePlayGrows()
{
    open();
    auto* kept = find<QListView>("kept");
    QVERIFY(kept->isVisible() && kept->model()->rowCount() > 0);
    QVERIFY(kept->model()->index(0, 0).data().toString().contains(" · "));
    press("showLarge");
    QTRY_VERIFY(!find<QTableView>("class")->isVisible() && kept->height() > m_page->height() / 2);
    QTest::keyClick(m_page->focusWidget(), Qt::Key_Escape);
    QVERIFY(m_page->isVisible() && find<QTableView>("class")->isVisible());
}

void TestClassPage::theStepGoesToTheNeuron()
{
    open();
    QSignalSpy wanted(m_page, &ClassPage::stepWanted);
    press("showStep");
    QCOMPARE(wanted.size(), 1);
    QVERIFY(!m_page->isVisible());
}

void TestClassPage::tabStaysInside()
{
    open();
    const QWidget* const first = m_page->focusWidget();
    for (int i = 0; i < 40; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(m_page->isAncestorOf(QApplication::focusWidget()));
        if (QApplication::focusWidget() == first) return;
    }
    QFAIL("it does not come round");
}

QTEST_MAIN(TestClassPage)
#include "tst_class_page.moc"
