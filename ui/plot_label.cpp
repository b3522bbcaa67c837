// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot_label.h"

#include <QFontMetricsF>
#include <QPainter>

#include <vector>

namespace rheobase {

namespace {

struct Run {
    QString text;
    bool subscript;
};

std::vector<Run> runs(const QString& label)
{
    std::vector<Run> result;
    bool subscript = false;
    QString text;
    const auto finish = [&] {
        if (!text.isEmpty()) result.push_back({text, subscript});
        text.clear();
    };
    for (const QChar c : label) {
        const bool next = c == u'_' || (subscript && (c.isLetterOrNumber() || c == u'∞'));
        if (next != subscript) finish();
        subscript = next;
        if (c != u'_') text += c;
    }
    finish();
    return result;
}

QFont subscriptOf(QFont font)
{
    font.setPixelSize(std::max(1, qRound(0.75 * font.pixelSize())));
    return font;
}

}

qreal labelWidth(const QFont& font, const QString& label)
{
    qreal width = 0;
    for (const Run& run : runs(label)) width += QFontMetricsF(run.subscript ? subscriptOf(font) : font).horizontalAdvance(run.text);
    return width;
}

void drawLabel(QPainter& painter, QPointF baseline, const QFont& font, const QString& label)
{
    for (const Run& run : runs(label)) {
        const QFont face = run.subscript ? subscriptOf(font) : font;
        painter.setFont(face);
        painter.drawText(baseline + QPointF(0, run.subscript ? 0.22 * font.pixelSize() : 0), run.text);
        baseline.rx() += QFontMetricsF(face).horizontalAdvance(run.text);
    }
}

}
