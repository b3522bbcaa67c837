// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue.h"
#include "main_window.h"
#include "robot.h"
#include "theme.h"

#include <QSettings>

#include <memory>

/// What robot users at the whole window share.
namespace rheobase {

/// Settings of a test's own, and the light look.
inline void beginWindowTests(const char* name)
{
    QCoreApplication::setOrganizationName("RheobaseTests");
    QCoreApplication::setApplicationName(name);
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    applyLook(*qApp, Look::light);
}

/// The window of a leaky neuron as at a first start, with the keyboard; null where it does not come up.
inline std::unique_ptr<MainWindow> openedWindow(QSize size = {1280, 720})
{
    auto window = std::make_unique<MainWindow>(defaultExperiment(*findModel("leaky-integrate-and-fire")));
    window->resize(size);
    window->show();
    if (!QTest::qWaitForWindowExposed(window.get())) return nullptr;
    window->activateWindow();
    return QTest::qWaitFor([] { return QApplication::focusWidget() != nullptr; }) ? std::move(window) : nullptr;
}

/// A key where the keyboard is.
inline void pressKey(int key, Qt::KeyboardModifiers modifiers = {})
{
    QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), modifiers);
}

}
