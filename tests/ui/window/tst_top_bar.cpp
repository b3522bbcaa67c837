// SPDX-License-Identifier: GPL-3.0-or-later
// The window on small screens: its bar gives way in order, nothing is cut to "…", and it comes back from screens that are gone.
#include "catalogue.h"
#include "main_window.h"
#include "robot.h"
#include "screens.h"
#include "top_bar.h"

#include <QDockWidget>
#include <QLabel>
#include <QMenu>
#include <QScreen>
#include <QSlider>
#include <QStatusBar>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

using namespace rheobase;

namespace {

const QRect screen(0, 0, 1280, 720);

}

class TestTopBar : public QObject {
    Q_OBJECT
public:
    static void initMain() { useScreens({screen}); }

private:
    std::unique_ptr<MainWindow> m_window;
    QTranslator m_words;

    template<class W> W* find(const char* name) const { return m_window->findChild<W*>(QLatin1String(name)); }
    TopBar& bar() const { return *m_window->findChild<TopBar*>(); }
    void open()
    {
        m_window = std::make_unique<MainWindow>(defaultExperiment(*findModel("leaky-integrate-and-fire")));
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QVERIFY(waitForFrames(5));
    }
    void resizeTo(int width)
    {
        m_window->resize(width, 700);
        QTRY_COMPARE(bar().width(), width);
        QVERIFY(waitForFrames(3));
    }
    /// Whatever stands in the bar has its room, and nobody else's.
    QStringList complaints() const
    {
        QStringList found;
        std::vector<std::pair<QString, QRect>> places;
        for (const QWidget* widget : bar().findChildren<QWidget*>()) {
            const bool isPart = qobject_cast<const QToolButton*>(widget) || qobject_cast<const QLabel*>(widget)
                                || qobject_cast<const QComboBox*>(widget) || qobject_cast<const QSlider*>(widget);
            if (!isPart || !widget->isVisible()) continue;
            const QString name = widget->objectName() + widget->metaObject()->className();
            const QRect place(widget->mapTo(&bar(), QPoint()), widget->size());
            const bool mayBeCut = qobject_cast<const QComboBox*>(widget); // its list has the whole names
            if (!mayBeCut && widget->width() + 1 < widget->minimumSizeHint().width()) found << name + " is cramped";
            if (!bar().rect().contains(place)) found << name + " is outside";
            for (const auto& [other, taken] : places)
                if (taken.intersects(place)) found << name + " over " + other;
            places.emplace_back(name, place);
        }
        return found;
    }

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("RheobaseTests");
        QCoreApplication::setApplicationName("tst_top_bar");
        applyLook(*qApp, Look::light);
    }
    void init() { QSettings().clear(); }
    void cleanup()
    {
        m_window.reset();
        QCoreApplication::removeTranslator(&m_words);
        applyTextSize(*qApp, {});
    }

    void everythingHasRoom_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<double>("scale");
        QTest::addColumn<int>("width");
        for (const char* language : {"en", "de"})
            for (const double scale : {1.0, 1.25, 1.5})
                for (const int width : {960, 1100, 1280, 1600})
                    QTest::addRow("%s %g %d", language, scale, width) << language << scale << width;
    }
    void everythingHasRoom()
    {
        QFETCH(QString, language);
        QFETCH(double, scale);
        QFETCH(int, width);
        if (language != "en") {
            QVERIFY(m_words.load(":/translations/rheobase_" + language + ".qm"));
            QCoreApplication::installTranslator(&m_words);
        }
        applyTextSize(*qApp, {.scale = scale});
        open();
        QVERIFY2(m_window->minimumWidth() <= 960, qPrintable(QString::number(m_window->minimumWidth())));
        QVERIFY2(m_window->minimumSizeHint().width() <= 960, qPrintable(QString::number(m_window->minimumSizeHint().width())));
        for (const bool running : {true, false}) {
            running ? m_window->session().run() : m_window->session().pause();
            QTRY_COMPARE(m_window->session().isRunning(), running);
            resizeTo(width);
            const QStringList found = complaints();
            QVERIFY2(found.isEmpty(), qPrintable(found.join('\n')));
        }
        for (const QToolButton* button : bar().findChildren<QToolButton*>())
            if (button->isVisible()) QVERIFY2(!button->toolTip().isEmpty(), qPrintable(button->objectName()));
    }

    /// Words go before signs, lesser ones first; what is not seen is in the menu.
    void givesWayInOrder()
    {
        open();
        const auto hasWords = [this](const char* name) { return find<QToolButton>(name)->toolButtonStyle() != Qt::ToolButtonIconOnly; };
        resizeTo(1700);
        for (const char* name : {"restart", "step", "inject", "plots", "export", "run"}) QVERIFY2(hasWords(name), name);
        int before = 6;
        for (int width = 1700; width >= m_window->minimumWidth(); width -= 20) {
            resizeTo(width);
            int count = 0;
            for (const char* name : {"restart", "step", "inject", "plots", "export", "run"}) count += hasWords(name);
            QVERIFY(count <= before);
            before = count;
            QVERIFY(hasWords("run") || !hasWords("plots"));
            QVERIFY(hasWords("plots") || !hasWords("restart"));
            const QStringList found = complaints();
            QVERIFY2(found.isEmpty(), qPrintable(QStringLiteral("%1: ").arg(width) + found.join('\n')));
        }
        QVERIFY(!find<QToolButton>("plots")->isVisible());
        const auto entries = find<QToolButton>("menu")->menu()->actions();
        const auto isThere = [&](const char* text) {
            return std::ranges::any_of(entries,
                                       [&](QAction* a) { return a->text() == QLatin1String(text) && a->isVisible() && a->menu(); });
        };
        QVERIFY(isThere("Plots") && isThere("Export"));
        resizeTo(1700);
        QVERIFY(find<QToolButton>("plots")->isVisible() && !isThere("Plots"));
    }

    /// The first window is on the screen whole, with its frame and its status line.
    void theFirstWindowFits()
    {
        open();
        const QRect room = m_window->screen()->availableGeometry();
        QVERIFY(room.contains(m_window->frameGeometry()));
        QVERIFY(m_window->height() < room.height() || room.height() > 1000); // a frame needs some
        const QRect status(m_window->statusBar()->mapToGlobal(QPoint()), m_window->statusBar()->size());
        QVERIFY(room.contains(status));
        QVERIFY(m_window->minimumSizeHint().height() <= 640);
    }

    /// Left on a screen that is gone, the window and a dock that floats are back.
    void comesBackFromAScreenThatIsGone()
    {
        open();
        auto* dock = find<QDockWidget>("rate");
        dock->setFloating(true);
        dock->show();
        QVERIFY(waitForFrames(5));
        m_window->move(9000, 300);
        dock->move(9000, -4000);
        m_window->saveSettings();
        m_window.reset();
        open();
        const auto isOnScreen = [](const QWidget* window) {
            const QRect strip(window->frameGeometry().topLeft(), QSize(window->width(), 20));
            return std::ranges::any_of(QGuiApplication::screens(), [&](QScreen* s) { return s->availableGeometry().contains(strip); });
        };
        QTRY_VERIFY(isOnScreen(m_window.get()));
        dock = find<QDockWidget>("rate");
        QVERIFY(dock->isFloating());
        QTRY_VERIFY(isOnScreen(dock->window()));
    }

    /// What was larger than the screen is now is as large as that.
    void isNoLargerThanTheScreen()
    {
        open();
        m_window->resize(5000, 4000);
        m_window->saveSettings();
        m_window.reset();
        open();
        QTRY_VERIFY(m_window->screen()->availableGeometry().contains(m_window->frameGeometry()));
    }
};

QTEST_MAIN(TestTopBar)
#include "tst_top_bar.moc"
