// SPDX-License-Identifier: GPL-3.0-or-later
// A robot user in the gallery: looks, searches, lifts filters, opens, goes back.
#include "catalogue.h"
#include "gallery.h"
#include "robot.h"
#include "theme.h"
#include "words.h"

#include <QAccessible>
#include <QLabel>
#include <QListView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>

using namespace rheobase;

class TestGallery : public QObject {
    Q_OBJECT

    std::unique_ptr<QWidget> m_window;
    Gallery* m_gallery = nullptr;

    template<class W> W* find(const char* name) const { return m_gallery->findChild<W*>(QLatin1String(name)); }
    QListView& list() const { return *find<QListView>("cards"); }
    QLineEdit& search() const { return *find<QLineEdit>("gallerySearch"); }
    const Cards& cards() const { return *static_cast<const Cards*>(list().model()); }
    const Card& chosen() const { return cards().at(list().currentIndex()); }
    int columns() const
    {
        int count = 0;
        while (count < cards().rowCount() && list().visualRect(cards().index(count)).top() == list().visualRect(cards().index(0)).top())
            ++count;
        return count;
    }
    QComboBox& filter() const { return *find<QComboBox>("filter"); }
    int rowOf(const char* model) const { return filter().findData(QVariant::fromValue(findModel(model))); }
    QString filterOf(const char* model) const { return filter().itemText(rowOf(model)); }
    /// What is drawn of a card.
    QImage pictureOf(int row) const
    {
        const QRect rect = list().visualRect(cards().index(row));
        return list().viewport()->grab(rect).toImage();
    }

private slots:
    void initTestCase() { applyLook(*qApp, Look::light); }
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_window->resize(1280, 720);
        m_gallery = new Gallery(m_window.get());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        m_gallery->open(defaultExperiment(*findModel("leaky-integrate-and-fire")));
        QTRY_VERIFY(list().hasFocus());
    }
    void cleanup() { m_window.reset(); }

    void everyPresetHasACard();
    void columnsFollowTheWidth_data();
    void columnsFollowTheWidth();
    void whatIsSeenIsComputed();
    void numbersAreTheEngines_data();
    void numbersAreTheEngines();
    void theChosenCardLives();
    void arrowsMoveAndEnterOpens();
    void onlyTheChosenCardHasAButton();
    void wordsAndModelsFilter();
    void whatHidesAllIsLifted();
    void escapeGoesBack();
    void theKeyboardStaysInside();
    void everyControlHasAName();
};

void TestGallery::everyPresetHasACard()
{
    std::size_t presets = 0;
    for (const Model& model : catalogue()) presets += presetsFor(model).size();
    QCOMPARE(cards().all().size(), presets);
    QCOMPARE(static_cast<std::size_t>(cards().rowCount()), presets);
    for (int row = 0; row < cards().rowCount(); ++row) {
        const QString words = cards().data(cards().index(row), Qt::AccessibleTextRole).toString();
        const Card& card = cards().at(cards().index(row));
        for (const QString& text :
             {card.preset.name, card.preset.question, card.preset.look, card.preset.source, spoken(card.model().name)})
            QVERIFY2(!text.isEmpty() && words.contains(text), qPrintable(words));
    }
    QCOMPARE(chosen().preset.id, QStringLiteral("default")); // the present experiment's
}

void TestGallery::columnsFollowTheWidth_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("columns");
    QTest::newRow("half a screen") << 960 << 3;
    QTest::newRow("laptop") << 1280 << 4;
    QTest::newRow("narrow") << 500 << 1;
}

void TestGallery::columnsFollowTheWidth()
{
    QFETCH(int, width);
    QFETCH(int, columns);
    m_window->resize(width, 720);
    QTRY_COMPARE(m_gallery->width(), width);
    QTRY_COMPARE(this->columns(), columns);
    const QRect last = list().visualRect(cards().index(columns - 1));
    QVERIFY(last.right() <= list().viewport()->width());
    QVERIFY(filter().geometry().right() <= m_gallery->width());
    const int top = list().mapTo(m_gallery, QPoint()).y(), bottom = filter().mapTo(m_gallery, QPoint(0, filter().height())).y();
    QVERIFY2(top - bottom < filter().height(), "the filter takes one row");
}

/// In the background, and nothing of what nobody has looked at.
void TestGallery::whatIsSeenIsComputed()
{
    const auto isSeen = [this](int row) { return list().visualRect(cards().index(row)).intersects(list().viewport()->rect()); };
    const auto areSeenComputed = [&] {
        for (int row = 0; row < cards().rowCount(); ++row)
            if (const Card& card = cards().at(cards().index(row)); isSeen(row) && !(card.run && card.numbers)) return false;
        return true;
    };
    QTRY_VERIFY_WITH_TIMEOUT(areSeenComputed(), 60'000);
    const int last = cards().rowCount() - 1;
    QVERIFY(!isSeen(last) && !cards().at(cards().index(last)).run);
    const QImage before = pictureOf(0);
    list().verticalScrollBar()->setValue(list().verticalScrollBar()->maximum());
    QTRY_VERIFY_WITH_TIMEOUT(isSeen(last) && areSeenComputed(), 60'000);
    list().verticalScrollBar()->setValue(0);
    QCOMPARE(pictureOf(0), before);
}

void TestGallery::numbersAreTheEngines_data()
{
    QTest::addColumn<QString>("preset");
    QTest::addColumn<QString>("said");
    QTest::newRow("a membrane does not fire") << "Charge pulse, Q = C·V"
                                              << "rest −70\u202fmV";
    QTest::newRow("stated") << "lifts 13"
                            << "rest −70\u202fmV · rheobase 2\u202fnA";
    QTest::newRow("without a leak") << "Never forgets: two pulses"
                                    << "no rest · rheobase 0\u202fnA";
    QTest::newRow("searched") << "Anode break"
                              << "rest −65\u202fmV · rheobase 2.24 · 6.26\u202fµA/cm²";
}

void TestGallery::numbersAreTheEngines()
{
    QFETCH(QString, preset);
    QFETCH(QString, said);
    write(&search(), preset);
    QTRY_COMPARE(cards().rowCount(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(chosen().numbers.has_value(), 60'000);
    QCOMPARE(told(*chosen().numbers, chosen().model()), said);
}

/// Its picture moves, and those of others do not.
void TestGallery::theChosenCardLives()
{
    QTRY_VERIFY_WITH_TIMEOUT(chosen().run && cards().at(cards().index(0)).numbers, 60'000);
    const int row = list().currentIndex().row();
    QVERIFY(row > 0);
    QTRY_VERIFY(waitForFrames(1));
    const QImage still = pictureOf(0);
    const QImage moving = pictureOf(row);
    QTRY_VERIFY(pictureOf(row) != moving);
    QCOMPARE(pictureOf(0), still);
}

void TestGallery::arrowsMoveAndEnterOpens()
{
    list().setCurrentIndex(cards().index(0));
    QTest::keyClick(&list(), Qt::Key_Right);
    QCOMPARE(list().currentIndex().row(), 1);
    QTest::keyClick(&list(), Qt::Key_Down);
    QCOMPARE(list().currentIndex().row(), 1 + columns());
    const Experiment wanted = chosen().preset.experiment;
    Experiment opened;
    connect(m_gallery, &Gallery::presetChosen, this, [&opened](const Preset& preset) { opened = preset.experiment; });
    QTest::keyClick(&list(), Qt::Key_Return);
    QVERIFY(opened == wanted);
    QVERIFY(!m_gallery->isVisible());
}

/// A click on another card only chooses it, wherever it falls.
void TestGallery::onlyTheChosenCardHasAButton()
{
    QSignalSpy opened(m_gallery, &Gallery::closed);
    const CardDelegate& delegate = *static_cast<const CardDelegate*>(list().itemDelegate());
    const QModelIndex other = cards().index(0);
    QVERIFY(list().currentIndex() != other);
    const QPoint place = delegate.buttonOn(list().visualRect(other)).center();
    QTest::mouseClick(list().viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(list().currentIndex(), other);
    QCOMPARE(opened.count(), 0);
    QTest::mouseClick(list().viewport(), Qt::LeftButton, {}, {place.x(), list().visualRect(other).top() + 40});
    QCOMPARE(opened.count(), 0);
    QTest::mouseClick(list().viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(opened.count(), 1);
}

void TestGallery::wordsAndModelsFilter()
{
    choose(&filter(), rowOf("hodgkin-huxley"));
    QCOMPARE(static_cast<std::size_t>(cards().rowCount()), presetsFor(*findModel("hodgkin-huxley")).size());
    QTest::keyClick(&list(), Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(search().hasFocus());
    QTest::keyClicks(&search(), "PULSE rinzel");
    QCOMPARE(cards().rowCount(), 0);
    search().clear();
    QTest::keyClicks(&search(), "rinzel");
    QCOMPARE(cards().rowCount(), 1);
    QCOMPARE(chosen().preset.id, QStringLiteral("one-spike"));
    QCOMPARE(filterOf("hodgkin-huxley"), QStringLiteral("Hodgkin–Huxley  1"));
    QCOMPARE(filterOf("passive"), QStringLiteral("Passive membrane  0"));
    QTest::keyClick(&search(), Qt::Key_Down);
    QTRY_VERIFY(list().hasFocus());
}

void TestGallery::whatHidesAllIsLifted()
{
    choose(&filter(), rowOf("passive"));
    write(&search(), "refractory");
    search().clear();
    QTest::keyClicks(&search(), "volley");
    QCOMPARE(cards().rowCount(), 0);
    QCOMPARE(filter().currentText(), filterOf("passive"));
    auto* lift = find<QToolButton>("lift");
    QVERIFY(lift->isVisible());
    QVERIFY2(lift->text().contains("all models"), qPrintable(lift->text()));
    QTest::mouseClick(lift, Qt::LeftButton);
    QCOMPARE(cards().rowCount(), 1);
    QVERIFY(!lift->isVisible());
    search().clear();
    QTest::keyClicks(&search(), "no such word");
    QTRY_VERIFY(lift->isVisible());
    QVERIFY2(lift->text().contains("search"), qPrintable(lift->text()));
    QTest::keyClick(lift, Qt::Key_Space);
    QVERIFY(search().text().isEmpty() && cards().rowCount() > 10);
}

void TestGallery::escapeGoesBack()
{
    QSignalSpy closed(m_gallery, &Gallery::closed), opened(m_gallery, &Gallery::presetChosen);
    write(&search(), "spike");
    QTest::keyClick(&search(), Qt::Key_Escape);
    QVERIFY(search().text().isEmpty() && m_gallery->isVisible());
    QTest::keyClick(&search(), Qt::Key_Escape);
    QVERIFY(!m_gallery->isVisible());
    QCOMPARE(closed.count(), 1);
    QCOMPARE(opened.count(), 0);
}

void TestGallery::theKeyboardStaysInside()
{
    auto* outside = new QLineEdit(m_window.get());
    outside->show();
    m_gallery->raise();
    QSet<QWidget*> seen;
    for (int i = 0; i < 20; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(m_gallery->isAncestorOf(QApplication::focusWidget()));
        seen << QApplication::focusWidget();
    }
    QVERIFY(seen.contains(&list()) && seen.contains(&search()) && seen.contains(find<QToolButton>("back")));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
    QVERIFY(m_gallery->isAncestorOf(QApplication::focusWidget()));
}

void TestGallery::everyControlHasAName()
{
    write(&search(), "no such word");
    int controls = 0;
    for (QWidget* widget : m_gallery->findChildren<QWidget*>()) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy()) continue;
        if (widget->window() != m_window.get()) continue; // the list of the chooser, which its name tells
        QAccessibleInterface* const spoken = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(spoken && !spoken->text(QAccessible::Name).isEmpty(), qPrintable(widget->objectName()));
        ++controls;
    }
    QCOMPARE(controls, 5);
}

QTEST_MAIN(TestGallery)
#include "tst_gallery.moc"
