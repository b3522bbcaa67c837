// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QTest>
#include <QTimer>

/// What robot users share.
namespace rheobase {

/// Acts once a dialog of this kind is open, from inside its event loop.
template<class Dialog, class Act> void once(Act act)
{
    auto* poll = new QTimer(qApp);
    QObject::connect(poll, &QTimer::timeout, poll, [poll, act] {
        auto* dialog = qobject_cast<Dialog*>(QApplication::activeModalWidget());
        if (!dialog || !dialog->isVisible()) return;
        poll->deleteLater();
        poll->stop();
        act(dialog);
    });
    poll->start(10);
}

/// Drags with the left button held. Unlike QTest::mouseMove() this does not warp the X server's own pointer.
inline void drag(QWidget* widget, QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
{
    QTest::mousePress(widget, Qt::LeftButton, modifiers, from);
    for (int i = 1; i <= 10; ++i) QTest::mouseEvent(QTest::MouseMove, widget, Qt::LeftButton, modifiers, from + (to - from) * i / 10);
    QTest::mouseRelease(widget, Qt::LeftButton, modifiers, to);
}

/// Chooses by arrow keys.
inline void choose(QComboBox* box, int index)
{
    box->setFocus();
    while (box->currentIndex() != index) QTest::keyClick(box, box->currentIndex() < index ? Qt::Key_Down : Qt::Key_Up);
}

/// Waits for so many frames of a display, in each of which events are handled: for what must not happen.
inline bool waitForFrames(int count)
{
    QTimer frames;
    QObject::connect(&frames, &QTimer::timeout, [&count] { --count; });
    frames.start(16);
    return QTest::qWaitFor([&count] { return count <= 0; }, 60'000);
}

/// Types a text in the place of what a field holds.
inline void write(QLineEdit* field, const QString& text)
{
    field->setFocus();
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(field, text);
}

}
