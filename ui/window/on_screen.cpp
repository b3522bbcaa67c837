// SPDX-License-Identifier: GPL-3.0-or-later
#include "on_screen.h"

#include <QDockWidget>
#include <QGuiApplication>
#include <QScreen>
#include <QWidget>

#include <algorithm>

namespace rheobase {

namespace {

constexpr QSize grip(80, 24); // px of the upper edge that a hand needs to move a window

/// Can a window with this frame be taken there?
bool isReached(const QRect& frame, const QScreen* screen)
{
    const QRect seen = QRect(frame.topLeft(), QSize(frame.width(), grip.height())) & screen->availableGeometry();
    return seen.width() >= grip.width() && seen.height() >= grip.height() / 2;
}

/// The screen that holds most of a frame; none: the first.
QScreen* screenOf(const QRect& frame)
{
    const auto shared = [&](const QScreen* screen) {
        const QRect part = screen->geometry() & frame;
        return part.width() * part.height();
    };
    const auto screens = QGuiApplication::screens();
    QScreen* most = *std::ranges::max_element(screens, {}, shared);
    return shared(most) > 0 ? most : QGuiApplication::primaryScreen();
}

}

void bringOnScreen(QWidget& window)
{
    if (window.isMaximized() || window.isFullScreen() || QGuiApplication::screens().isEmpty()) return;
    const QRect frame = window.frameGeometry();
    const QRect room = screenOf(frame)->availableGeometry();
    const QSize border = frame.size() - window.size();
    const QSize size = window.size().boundedTo(room.size() - border);
    const auto screens = QGuiApplication::screens();
    const bool isReachable = std::ranges::any_of(screens, [&](const QScreen* screen) { return isReached(frame, screen); });
    if (isReachable && size == window.size()) return;
    window.resize(size);
    const QRect place(frame.topLeft(), window.size() + border);
    window.move(std::clamp(place.left(), room.left(), std::max(room.left(), room.right() + 1 - place.width())),
                std::clamp(place.top(), room.top(), std::max(room.top(), room.bottom() + 1 - place.height())));
}

bool isOnTop(const QDockWidget& view)
{
    if (view.isFloating() || !view.isVisible()) return false;
    const auto contents = view.widget()->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly);
    return std::ranges::any_of(contents, &QWidget::isVisible); // behind others they are hidden
}

}
