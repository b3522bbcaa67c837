// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure_preview.h"

#include "theme.h"

#include <QPainter>

namespace rheobase {

namespace {
constexpr double edge = 16; // around the sheet, in pixels
}

FigurePreview::FigurePreview(QWidget* parent) : QWidget(parent)
{
    keepDressed(this, [this] { setMinimumSize(scaled(QSize(420, 320))); });
    setAccessibleName(tr("Preview of the figure"));
}

void FigurePreview::present(const FigureContent& content, const FigureSize& size, const FigureStyle& style)
{
    m_content = content;
    m_size = size;
    m_style = style;
    update();
}

void FigurePreview::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().window);
    if (!m_content) return;
    const QSizeF points = m_size.points(), room = QSizeF(size()) - QSizeF(2 * edge, 2 * edge);
    const double scale = std::min(room.width() / points.width(), room.height() / points.height());
    const QRectF sheet(QPointF(width() - scale * points.width(), height() - scale * points.height()) / 2, scale * points);
    painter.fillRect(sheet.translated(2, 3), QColor(0, 0, 0, 50));
    painter.fillRect(sheet, m_style.theme->panel);
    painter.setClipRect(sheet);
    painter.translate(sheet.topLeft());
    painter.scale(scale, scale);
    drawFigure(painter, points, *m_content, m_style);
}

}
