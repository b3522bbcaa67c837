// SPDX-License-Identifier: GPL-3.0-or-later
#include "switch.h"

#include "theme.h"

#include <QPainter>

namespace rheobase {

namespace {

constexpr QSize groove(30, 16);
constexpr double around = 3; // px for the ring of the focus

}

Switch::Switch(const QString& name, QWidget* parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(name);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    keepDressed(this, [this] { updateGeometry(), update(); });
}

QSize Switch::sizeHint() const { return scaled(groove + QSize(2 * around, 2 * around)); }

void Switch::paintEvent(QPaintEvent*)
{
    const Theme& t = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate((width() - exactly(groove.width())) / 2, (height() - exactly(groove.height())) / 2);
    painter.scale(exactly(1), exactly(1));
    const double radius = groove.height() / 2.0;
    if (hasFocus()) {
        painter.setPen(QPen(t.accent, 2));
        painter.drawRoundedRect(QRectF(-2, -2, groove.width() + 4, groove.height() + 4), radius + 2, radius + 2);
    }
    painter.setPen(QPen(isChecked() ? t.accent : underMouse() && isEnabled() ? t.faint : t.border, 1));
    painter.setBrush(!isEnabled() ? t.grid : isChecked() ? t.accent : t.border);
    painter.drawRoundedRect(QRectF(0.5, 0.5, groove.width() - 1, groove.height() - 1), radius - 0.5, radius - 0.5);
    painter.setPen(QPen(isChecked() ? t.accent : t.faint, 1));
    painter.setBrush(isChecked() ? t.onAccent : t.panel);
    painter.drawEllipse(QPointF(isChecked() ? groove.width() - radius : radius, radius), radius - 2.5, radius - 2.5);
}

}
