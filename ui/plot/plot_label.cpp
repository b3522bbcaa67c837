// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot_label.h"

#include <QCache>
#include <QFontMetricsF>
#include <QPainter>
#include <QStaticText>

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

QFont subscriptOf(const Face& face)
{
    QFont font = face;
    font.setPixelSize(std::max(face.least, qRound(0.75 * font.pixelSize())));
    return font;
}

/// A run laid out: shaping text anew in each frame would cost more than all the traces.
struct Word {
    QFont font;
    QStaticText text;
    QPointF offset; // of the text's top left from the start of the label's baseline
};

struct Label {
    std::vector<Word> words;
    qreal width = 0;
};

const Label& laidOut(const Face& font, const QString& label)
{
    static QCache<QString, Label> cache(2000);
    const QString key = font.key() + QChar(font.least) + label;
    if (const Label* known = cache.object(key)) return *known;
    auto* made = new Label;
    for (const Run& run : runs(label)) {
        Word word{run.subscript ? subscriptOf(font) : QFont(font), QStaticText(run.text), {}};
        const QFontMetricsF metrics(word.font);
        word.text.setTextFormat(Qt::PlainText);
        word.text.prepare({}, word.font);
        word.offset = {made->width, (run.subscript ? 0.22 * font.pixelSize() : 0) - metrics.ascent()};
        made->width += metrics.horizontalAdvance(run.text);
        made->words.push_back(std::move(word));
    }
    cache.insert(key, made);
    return *made;
}

}

qreal labelWidth(const Face& font, const QString& label) { return laidOut(font, label).width; }

void drawLabel(QPainter& painter, QPointF baseline, const Face& font, const QString& label)
{
    for (const Word& word : laidOut(font, label).words) {
        painter.setFont(word.font);
        painter.drawStaticText(baseline + word.offset, word.text);
    }
}

}
