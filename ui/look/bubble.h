// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QRectF>

class QPainter;

namespace rheobase {

/// The edge of a bubble at which its pointer is.
enum class Pointer { none, left, right, top, bottom };

/// How much room a bubble needs around its body for its shadow and its pointer; how far the pointer reaches out of the body.
int bubbleMargin();
int pointerLength();

/// Draws what floats over the window and speaks of something in it: a card with a soft shadow, and a pointer towards `tip`.
void drawBubble(QPainter& painter, const QRectF& body, Pointer pointer, QPoint tip);

}
