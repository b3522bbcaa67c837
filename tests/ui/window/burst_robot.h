// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue.h"
#include "experiment_file.h"
#include "ghosts.h"
#include "main_window.h"
#include "theme.h"
#include "trace_stack.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QWheelEvent>

#include <deque>
#include <random>

namespace rheobase {

/// A user who does many things at once, all of them by a seed: no event is handled between those of a burst, but for what a dialog handles
/// that one of them opens.
class BurstRobot {
public:
    BurstRobot(MainWindow& window, unsigned seed, const QString& folder, std::deque<QString>& done)
        : m_window(window), m_random(seed), m_folder(folder), m_done(done)
    {
        answerSoon();
    }

    void burst(int count)
    {
        for (int i = 0; i < count; ++i) act();
    }

private:
    using Act = void (BurstRobot::*)();

    int below(int count) { return std::uniform_int_distribution(0, std::max(0, count - 1))(m_random); }
    bool once(int in) { return below(in) == 0; }
    template<class List> auto oneOf(const List& list)
    {
        return list[static_cast<typename List::size_type>(below(static_cast<int>(list.size())))];
    }
    void note(const QString& what)
    {
        static const bool tells = qEnvironmentVariableIsSet("RHEOBASE_ROBOT_TELLS");
        if (tells) qInfo("%s", qPrintable(what));
        m_done.push_back(what);
        if (m_done.size() > 60) m_done.pop_front();
    }
    Session& session() const { return m_window.session(); }
    Ghosts& ghosts() const { return *m_window.findChild<Ghosts*>(); }

    void act()
    {
        static constexpr std::pair<int, Act> acts[] = {
            {30, &BurstRobot::click}, {15, &BurstRobot::move},     {15, &BurstRobot::drag},  {8, &BurstRobot::wheel},
            {20, &BurstRobot::key},   {10, &BurstRobot::type},     {12, &BurstRobot::press}, {3, &BurstRobot::resize},
            {5, &BurstRobot::dock},   {3, &BurstRobot::model},     {1, &BurstRobot::look},   {2, &BurstRobot::menu},
            {2, &BurstRobot::open},   {10, &BurstRobot::ghost},    {10, &BurstRobot::undo},  {6, &BurstRobot::transport},
            {5, &BurstRobot::choose}, {2, &BurstRobot::showAgain},
        };
        int sum = 0;
        for (const auto& [weight, what] : acts) sum += weight;
        int left = below(sum);
        for (const auto& [weight, what] : acts)
            if ((left -= weight) < 0) return (this->*what)();
    }

    // The hands: what the window system would send, to where the pointer is.
    QWidget* somewhere()
    {
        QList<QWidget*> windows{&m_window};
        for (QWidget* top : QApplication::topLevelWidgets())
            if (top->isVisible() && top->windowHandle() && once(3)) windows << top;
        return oneOf(windows);
    }
    static void mouse(QWidget* window, QPoint place, QEvent::Type type, Qt::MouseButton button, Qt::MouseButtons held,
                      Qt::KeyboardModifiers keys = {})
    {
        if (!window->windowHandle()) return;
        static int time = 0;
        qt_handleMouseEvent(window->windowHandle(), place, window->mapToGlobal(place), held, button, type, keys, time += 40);
    }
    QPoint placeIn(const QWidget* window) { return {below(window->width()), below(window->height())}; }
    void click() { clickAt(somewhere(), {}); }
    void clickAt(QWidget* window, std::optional<QPoint> at)
    {
        const QPointer<QWidget> here = window;
        const QPoint place = at.value_or(placeIn(window));
        const Qt::MouseButton button = once(6) ? Qt::RightButton : once(20) ? Qt::MiddleButton : Qt::LeftButton;
        note(QString("click %1 at %2,%3 of %4").arg(button).arg(place.x()).arg(place.y()).arg(window->metaObject()->className()));
        mouse(window, place, QEvent::MouseMove, Qt::NoButton, {});
        for (int i = once(8) ? 2 : 1; i > 0; --i) {
            if (here) mouse(window, place, QEvent::MouseButtonPress, button, button);
            if (here) mouse(window, place, QEvent::MouseButtonRelease, button, {});
        }
    }
    void move()
    {
        note("move");
        QPointer<QWidget> window = somewhere();
        for (int i = below(12); i >= 0 && window; --i) mouse(window, placeIn(window), QEvent::MouseMove, Qt::NoButton, {});
    }
    void drag()
    {
        QPointer<QWidget> window = somewhere();
        const Qt::MouseButton button = once(6) ? Qt::RightButton : Qt::LeftButton;
        const Qt::KeyboardModifiers keys = once(4) ? Qt::ShiftModifier : once(4) ? Qt::ControlModifier : Qt::NoModifier;
        QPoint place = placeIn(window);
        note(QString("drag %1 from %2,%3").arg(button).arg(place.x()).arg(place.y()));
        mouse(window, place, QEvent::MouseMove, Qt::NoButton, {});
        if (window) mouse(window, place, QEvent::MouseButtonPress, button, button, keys);
        for (int i = below(6); i >= 0 && window; --i) {
            place = once(3) ? placeIn(window) : place + QPoint(below(81) - 40, below(41) - 20);
            mouse(window, place, QEvent::MouseMove, Qt::NoButton, button, keys);
        }
        if (window && !once(12)) mouse(window, place, QEvent::MouseButtonRelease, button, {}, keys);
    }
    void wheel()
    {
        QWidget* window = somewhere();
        const QPoint place = placeIn(window), turn(once(4) ? 120 : 0, once(2) ? 120 : -120);
        QWidget* under = window->childAt(place);
        if (!under) return;
        note(QString("wheel over %1 %2").arg(under->metaObject()->className(), under->objectName()));
        const Qt::KeyboardModifiers keys = once(3) ? Qt::ControlModifier : once(4) ? Qt::ShiftModifier : Qt::NoModifier;
        QCoreApplication::postEvent(under, new QWheelEvent(under->mapFrom(window, place), window->mapToGlobal(place), {}, turn, {}, keys,
                                                           Qt::NoScrollPhase, false));
    }
    void stroke(int key, Qt::KeyboardModifiers modifiers = {}, const QString& text = {})
    {
        const QPointer<QWindow> handle = QGuiApplication::focusWindow();
        const QWidget* active = QApplication::activeWindow();
        if (!handle || !active || active->windowHandle() != handle) return m_window.activateWindow(); // no window has the keys
        qt_handleKeyEvent(handle, QEvent::KeyPress, key, modifiers, text);
        if (handle && !once(15)) qt_handleKeyEvent(handle, QEvent::KeyRelease, key, modifiers, text);
    }
    void key()
    {
        static const QList<std::pair<int, QString>> plain{
            {Qt::Key_Space, " "}, {Qt::Key_Return, "\r"}, {Qt::Key_Escape, {}}, {Qt::Key_Tab, "\t"},     {Qt::Key_Left, {}},
            {Qt::Key_Right, {}},  {Qt::Key_Up, {}},       {Qt::Key_Down, {}},   {Qt::Key_Home, {}},      {Qt::Key_End, {}},
            {Qt::Key_PageUp, {}}, {Qt::Key_PageDown, {}}, {Qt::Key_Delete, {}}, {Qt::Key_Backspace, {}}, {Qt::Key_F2, {}}};
        static const QString letters = "kckcrsapmghlweft+-.,0192/";
        static const QList<int> commands{Qt::Key_Z, Qt::Key_Y, Qt::Key_C, Qt::Key_E, Qt::Key_O, Qt::Key_S, Qt::Key_A, Qt::Key_Q};
        if (once(6)) {
            const int command = oneOf(commands);
            const auto modifiers = once(4) ? Qt::ControlModifier | Qt::ShiftModifier : Qt::KeyboardModifiers(Qt::ControlModifier);
            note(QString("Ctrl+%1").arg(QChar(command)));
            return stroke(command, modifiers);
        }
        const auto [code, text] = once(2) ? oneOf(plain) : std::pair(0, QString(oneOf(letters)));
        note("key " + (code ? QKeySequence(code).toString() : text));
        stroke(code ? code : text[0].toUpper().unicode(), {}, text);
    }
    void type()
    {
        static const QStringList texts{"1e9",   "-5",  "nan", "0",   "12.5", "1e-9",         "*2", "/0",
                                       "1e308", "abc", "1,5", "-=3", "3 mV", "999999999999", ""};
        const auto fields = shownOf<QLineEdit>();
        if (fields.isEmpty()) return;
        QLineEdit* field = oneOf(fields);
        const QString text = oneOf(texts);
        note(QString("type %1 into %2").arg(text, field->parentWidget()->objectName()));
        field->setFocus();
        if (once(2)) field->selectAll();
        for (const QChar letter : text) stroke(letter.toUpper().unicode(), {}, letter);
        if (!once(4)) stroke(once(3) ? Qt::Key_Tab : once(6) ? Qt::Key_Escape : Qt::Key_Return, {}, "\r");
    }

    // What the window offers, by name.
    template<class Widget> QList<Widget*> shownOf() const
    {
        QList<Widget*> shown;
        for (auto* widget : m_window.findChildren<Widget*>())
            if (widget->isVisible() && widget->isEnabled()) shown << widget;
        return shown;
    }
    void press()
    {
        const auto buttons = shownOf<QAbstractButton>();
        if (buttons.isEmpty()) return;
        QAbstractButton* button = oneOf(buttons);
        note(QString("press %1 “%2”").arg(button->objectName(), button->accessibleName()));
        clickAt(button->window(), button->mapTo(button->window(), button->rect().center()));
    }
    void choose()
    {
        const auto boxes = shownOf<QComboBox>();
        if (boxes.isEmpty()) return;
        QComboBox* box = oneOf(boxes);
        note("choose in " + box->objectName());
        box->setFocus();
        for (int i = below(3); i >= 0; --i) stroke(once(2) ? Qt::Key_Down : once(4) ? Qt::Key_Home : Qt::Key_Up);
    }
    void resize()
    {
        static const QList<QSize> sizes{{1440, 900}, {1440, 900}, {1, 1}, {200, 100}, {640, 480}, {3000, 2000}, {1000, 700}};
        const QSize size = oneOf(sizes);
        note(QString("resize to %1×%2").arg(size.width()).arg(size.height()));
        QWidget* window = somewhere();
        if (!qobject_cast<QMenu*>(window)) window->resize(size);
    }
    void dock()
    {
        for (QWidget* top : QApplication::topLevelWidgets()) // no hand drags what is put elsewhere
            if (top->isVisible()) mouse(top, {}, QEvent::MouseButtonRelease, Qt::LeftButton, {});
        auto* dock = oneOf(m_window.findChildren<QDockWidget*>());
        const int what = below(6);
        note(QString("dock %1: %2").arg(dock->objectName()).arg(what));
        switch (what) {
        case 0: return dock->setFloating(!dock->isFloating());
        case 1: return dock->close(), void();
        case 2:
            return m_window.addDockWidget(oneOf(QList{Qt::LeftDockWidgetArea, Qt::BottomDockWidgetArea, Qt::RightDockWidgetArea}), dock);
        case 3: {
            auto* other = oneOf(m_window.findChildren<QDockWidget*>());
            if (other != dock && !other->isFloating()) m_window.tabifyDockWidget(other, dock);
            return;
        }
        default: return dock->show(), dock->raise();
        }
    }
    void model()
    {
        const Model& next = catalogue()[static_cast<std::size_t>(below(static_cast<int>(catalogue().size())))];
        note("model " + QString::fromUtf8(next.id.data()));
        session().load(defaultExperiment(next));
    }
    void look()
    {
        const Look next = oneOf(QList{Look::light, Look::dark, Look::system});
        note("look");
        applyLook(*qApp, next);
    }
    /// Any entry of any menu but the one that ends it all.
    void menu()
    {
        QList<QAction*> actions;
        for (QMenu* menu : m_window.findChildren<QMenu*>())
            for (QAction* each : menu->actions())
                if (!each->menu() && !each->isSeparator() && each->isEnabled()) actions << each;
        if (actions.isEmpty()) return;
        QAction* action = oneOf(actions);
        note("menu: " + action->text());
        action->trigger();
    }
    void open()
    {
        const auto files = QDir(m_folder).entryList(QDir::Files);
        const QString file = files.isEmpty() || once(5) ? "absent" : oneOf(files);
        note("open " + file);
        m_window.open(QDir(m_folder).filePath(file));
    }
    void ghost()
    {
        const int count = static_cast<int>(ghosts().list().size()), what = below(9);
        const auto index = static_cast<std::size_t>(below(count));
        note(QString("ghost %1 of %2: %3").arg(index).arg(count).arg(what));
        if (what < 3 || count == 0) return ghosts().keep(), void();
        switch (what) {
        case 3: return ghosts().remove(index);
        case 4: return ghosts().restore(index);
        case 5: return ghosts().show(index, once(2));
        case 6: return ghosts().rename(index, once(2) ? "a name" : "");
        case 7: return ghosts().setAutomatic(once(2));
        default: return ghosts().setAlignment(static_cast<Ghosts::Alignment>(below(3)));
        }
    }
    void undo()
    {
        QUndoStack& stack = session().undoStack();
        const int steps = below(4);
        note(QString("undo or redo %1").arg(steps));
        for (int i = 0; i <= steps; ++i) once(3) ? stack.redo() : stack.undo();
    }
    void transport()
    {
        const int what = below(8);
        note(QString("transport %1").arg(what));
        switch (what) {
        case 0: return session().pause();
        case 1: return session().restart();
        case 2: return session().singleStep();
        case 3: return session().setSpeed(std::numeric_limits<double>::infinity());
        case 4: return session().setSpeed(std::pow(10.0, below(5) - 1));
        case 5: return session().setInjecting(once(2));
        default: return session().run();
        }
    }
    void showAgain()
    {
        note("close and show");
        m_window.close();
        m_window.show();
    }

    /// A timer for each answer: what an answer opens is answered by the next.
    void answerSoon()
    {
        QTimer::singleShot(7, &m_here, [this] { answerSoon(), answer(); });
    }
    void answer();
    void answer(QDialog& dialog);

    MainWindow& m_window;
    std::mt19937 m_random;
    QString m_folder;
    std::deque<QString>& m_done;
    QObject m_here;
    QPointer<QWidget> m_asked;
    int m_patience = 0;
};

/// What is open over the window is tried for a while, then closed.
inline void BurstRobot::answer()
{
    QWidget* const popup = QApplication::activePopupWidget();
    QWidget* const asked = popup ? popup : QApplication::activeModalWidget();
    if (!asked) return;
    if (m_asked != asked) m_patience = below(6);
    m_asked = asked;
    if (--m_patience >= 0 && popup) return stroke(once(3) ? Qt::Key_Return : Qt::Key_Down);
    if (popup) return popup->close(), void();
    if (auto* dialog = qobject_cast<QDialog*>(asked)) return answer(*dialog);
    asked->close();
}

inline void BurstRobot::answer(QDialog& dialog)
{
    note(QString("answer %1, %2").arg(dialog.metaObject()->className()).arg(m_patience));
    if (m_patience < -40) qFatal("a dialog does not close: %s", dialog.metaObject()->className());
    if (m_patience < 0 && (m_patience < -3 || once(2))) return dialog.reject();
    if (m_patience >= 0) return clickAt(&dialog, {});
    const QString path =
        QDir(m_folder).filePath(QString("export-%1.%2").arg(below(3)).arg(oneOf(QStringList{"png", "svg", "pdf", "csv", "npz", "mat"})));
    if (auto* files = qobject_cast<QFileDialog*>(&dialog)) {
        files->selectFile(path);
        return static_cast<QDialog*>(files)->accept();
    }
    if (auto* field = dialog.findChild<QLineEdit*>("path")) field->setText(path);
    if (auto* write = dialog.findChild<QAbstractButton*>("write")) return write->click();
    dialog.accept();
}

}
