// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
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

/// Types a text in the place of what a field holds.
inline void write(QLineEdit* field, const QString& text)
{
    field->setFocus();
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(field, text);
}

}
