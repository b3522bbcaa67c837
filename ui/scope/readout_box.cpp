// SPDX-License-Identifier: GPL-3.0-or-later
#include "readout_box.h"

#include "overlay_drawing.h"
#include "theme.h"
#include "trace_stack.h"
#include "words.h"

#include <QBoxLayout>
#include <QTimer>

namespace rheobase {

namespace {

constexpr qsizetype lineLength = 42; // letters
const QString gap = QStringLiteral("   ");

/// All in one paragraph that breaks between parts only, but where a part is a sentence.
QString flowing(QStringList parts)
{
    for (QString& part : parts) {
        part = typeset(part).replace(u'/', QStringLiteral("/\u2060"));
        if (part.contains(gap)) part.replace(u' ', QChar::Nbsp);
    }
    return parts.join(QStringLiteral(" ") + QString(4, QChar::Nbsp));
}

QStringList lined(const QStringList& parts)
{
    QStringList lines;
    for (const QString& part : parts) lines += part.contains(gap) ? QStringList(part) : inLines(part, lineLength);
    return lines;
}

}

ReadoutBox::ReadoutBox(TraceStack& stack, const QString& name) : m_strip(new QLabel)
{
    m_strip->setAccessibleName(name);
    m_strip->setTextFormat(Qt::RichText);
    m_strip->setWordWrap(true);
    m_strip->setAlignment(Qt::AlignCenter);
    pad(m_strip, {0, 0, 0, 6});
    m_strip->hide();
    static_cast<QBoxLayout*>(stack.layout())->insertWidget(0, m_strip);
}

void ReadoutBox::look()
{
    if (m_strip) m_strip->hide();
}

void ReadoutBox::clear()
{
    look();
    m_place = {};
}

void ReadoutBox::paint(QPainter& painter, const TracePlot& plot, const QStringList& parts, std::span<const QRectF> taken,
                       std::span<const QRectF> spared) const
{
    const QStringList lines = lined(parts);
    m_place = m_strip->isHidden() ? freePlace(plot, boxSize(plot, lines), m_place, taken, spared) : QRectF();
    if (!m_place.isNull()) return drawBox(painter, plot, m_place, lines);
    m_strip->setText(flowing(parts));
    QTimer::singleShot(0, m_strip, [strip = m_strip] { strip->show(); }); // not while painting
}

}
