// SPDX-License-Identifier: GPL-3.0-or-later
// A window whose look is changed is, widget for widget, the one that was started in that look.
#include "catalogue.h"
#include "ghosts.h"
#include "main_window.h"
#include "plot_view.h"
#include "quantity_editor.h"
#include "robot.h"
#include "screens.h"
#include "trace_stack.h"

#include <QDockWidget>
#include <QLabel>
#include <QMenu>
#include <QTest>
#include <QToolTip>

using namespace rheobase;

namespace {

struct Picture {
    QString of;
    QImage image;
};

QString nameOf(const QWidget* widget)
{
    QStringList names;
    for (const QWidget* w = widget; w; w = w->parentWidget())
        names.prepend(QStringLiteral("%1#%2").arg(QLatin1String(w->metaObject()->className()), w->objectName()));
    return names.join(u'/');
}

/// The greatest difference of a channel, of any pixel.
int difference(const QImage& a, const QImage& b)
{
    if (a.size() != b.size()) return 256;
    int most = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QColor p = a.pixelColor(x, y), q = b.pixelColor(x, y);
            most = std::max({most, std::abs(p.red() - q.red()), std::abs(p.green() - q.green()), std::abs(p.blue() - q.blue())});
        }
    return most;
}

/// A window at a moment that is always the same, with something of everything: a kept trace, a message, a parameter off its default.
class Desk {
public:
    explicit Desk(std::string_view model) : m_window(defaultExperiment(*findModel(model)))
    {
        session().pause();
        session().restart();
        session().setParameter(0, 1.5 * session().experiment().parameters[0]);
        session().advanceBy(150);
        m_window.resize(1440, 900);
        m_window.show();
    }

    Session& session() { return m_window.session(); }
    MainWindow& window() { return m_window; }

    bool settle()
    {
        const auto isStill = [this] {
            const bool isThere = !session().trace().empty() && session().trace().latestTime() > 150 - 2 * session().experiment().dt;
            return isThere && !session().status().running && session().rheobase();
        };
        if (!QTest::qWaitForWindowExposed(&m_window) || !QTest::qWaitFor(isStill, 60'000) || !waitForFrames(15)) return false;
        QTest::keyClick(&m_window, Qt::Key_K);
        m_window.open(QStringLiteral("/nowhere/at/all.rheobase"));
        auto* notice = m_window.findChild<QWidget*>(QStringLiteral("notice"));
        return QTest::qWaitFor([&] { return notice->isVisible(); }, 20'000);
    }

    /// By the menu, as people do.
    void choose(Look look)
    {
        QMenu* themes = nullptr;
        for (QMenu* menu : m_window.findChildren<QMenu*>())
            if (menu->title() == QLatin1String("Theme")) themes = menu;
        themes->popup(m_window.mapToGlobal(QPoint(200, 200)));
        QAction* const wanted = themes->actions()[static_cast<int>(look)];
        while (themes->activeAction() != wanted) QTest::keyClick(themes, Qt::Key_Down);
        QTest::keyClick(themes, Qt::Key_Return);
    }

    /// Of every widget that can be seen, dock by dock, of the menus, and of a tool tip.
    std::vector<Picture> pictures()
    {
        std::vector<Picture> all;
        for (QDockWidget* dock : m_window.findChildren<QDockWidget*>()) {
            dock->show();
            dock->raise();
            const auto* view = dock->findChild<PlotView*>();
            const auto isReady = [&] { return !view || (view->isVisible() && view->isSettled()); };
            if (!QTest::qWaitFor(isReady, 120'000)) return {};
            if (!waitForFrames(15)) return {};
            for (QWidget* widget : m_window.findChildren<QWidget*>())
                if (widget->isVisible() && !widget->isWindow() && !widget->visibleRegion().isEmpty())
                    all.push_back({dock->objectName() + ": " + nameOf(widget), widget->grab().toImage()});
        }
        for (QMenu* menu : m_window.findChildren<QMenu*>()) all.push_back({"menu " + menu->title(), menu->grab().toImage()});
        QToolTip::showText(m_window.mapToGlobal(QPoint(300, 300)), QStringLiteral("words"), &m_window);
        for (QWidget* widget : QApplication::topLevelWidgets())
            if (widget->inherits("QTipLabel") && widget->isVisible()) all.push_back({"tool tip", widget->grab().toImage()});
        QToolTip::hideText();
        return all;
    }

private:
    MainWindow m_window;
};

}

class TestLook : public QObject {
    Q_OBJECT
public:
    static void initMain() { useScreens({QRect(0, 0, 1920, 1080)}); }

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("RheobaseTests");
        QCoreApplication::setApplicationName("tst_look");
    }
    void init() { QSettings().clear(); }
    void cleanup() { applyLook(*qApp, Look::light); }

    void aLookThatIsChosenIsWhole_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<bool>("toDark");
        for (const char* model : {"leaky-integrate-and-fire", "hodgkin-huxley"})
            for (const bool toDark : {true, false}) QTest::addRow("%s %s", model, toDark ? "dark" : "light") << model << toDark;
    }
    void aLookThatIsChosenIsWhole()
    {
        QFETCH(QString, model);
        QFETCH(bool, toDark);
        const Look from = toDark ? Look::light : Look::dark, to = toDark ? Look::dark : Look::light;
        std::vector<Picture> changed, started;
        {
            applyLook(*qApp, from);
            Desk desk(model.toStdString());
            QVERIFY(desk.settle());
            QVERIFY(!desk.pictures().empty()); // what is baked in has been
            desk.choose(to);
            QTRY_COMPARE(currentLook(), to);
            changed = desk.pictures();
        }
        {
            applyLook(*qApp, to);
            QSettings().setValue("look", toDark ? "dark" : "light"); // as the menu says
            Desk desk(model.toStdString());
            QVERIFY(desk.settle());
            desk.pictures(); // as many times seen
            started = desk.pictures();
        }
        QVERIFY(changed.size() > 500);
        QCOMPARE(changed.size(), started.size());
        QStringList wrong;
        for (std::size_t i = 0; i < changed.size(); ++i) {
            QCOMPARE(changed[i].of, started[i].of);
            const int off = difference(changed[i].image, started[i].image);
            if (off > 24) wrong << QStringLiteral("%1 by %2").arg(changed[i].of).arg(off);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("%1 of %2:\n").arg(wrong.size()).arg(changed.size()) + wrong.join('\n')));
    }
};

QTEST_MAIN(TestLook)
#include "tst_look.moc"
