// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_pdf.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextLayout>

#include <cmath>
#include <memory>
#include <vector>

namespace rheobase {

namespace {

constexpr double points = 72 / 25.4; // a mm
constexpr double leastScale = 0.75;  // of letters that can still be read
const QString drawingName = QStringLiteral("drawing:");

/// The drawings of a page, which a text document draws as lines, not as pixels.
class Drawings : public QObject, public QTextObjectInterface {
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)
public:
    static constexpr int type = QTextFormat::UserObject + 1;

    /// Puts pictures called "drawing:0", "drawing:1" … in the places of the drawings of a page.
    QString takenFrom(const QString& html)
    {
        static const QRegularExpression drawing("<svg .*?width=\"(\\d+)mm\" height=\"(\\d+)mm\".*?</svg>",
                                                QRegularExpression::DotMatchesEverythingOption);
        QString made;
        qsizetype from = 0;
        for (auto it = drawing.globalMatch(html); it.hasNext();) {
            const auto match = it.next();
            made += html.mid(from, match.capturedStart() - from);
            made += QStringLiteral("<p><img src=\"%1%2\"></p>").arg(drawingName).arg(m_drawings.size());
            from = match.capturedEnd();
            m_drawings.push_back({std::make_unique<QSvgRenderer>(match.captured().toUtf8()),
                                  points * QSizeF(match.captured(1).toDouble(), match.captured(2).toDouble())});
        }
        return made + html.mid(from);
    }
    /// Lets the document draw them.
    void putInto(QTextDocument& document)
    {
        document.documentLayout()->registerHandler(type, this);
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
            for (auto it = block.begin(); !it.atEnd(); ++it) {
                QTextImageFormat format = it.fragment().charFormat().toImageFormat();
                if (!format.name().startsWith(drawingName)) continue;
                QTextCursor cursor(&document);
                cursor.setPosition(it.fragment().position());
                cursor.setPosition(it.fragment().position() + 1, QTextCursor::KeepAnchor);
                format.setObjectType(type);
                cursor.setCharFormat(format);
                break; // each has a paragraph of its own, which is another one now
            }
    }

    QSizeF intrinsicSize(QTextDocument*, int, const QTextFormat& format) override { return of(format).size; }
    void drawObject(QPainter* painter, const QRectF& place, QTextDocument*, int, const QTextFormat& format) override
    {
        of(format).svg->render(painter, place);
    }

private:
    struct Drawing {
        std::unique_ptr<QSvgRenderer> svg;
        QSizeF size;
    };
    const Drawing& of(const QTextFormat& format) const
    {
        return m_drawings[format.toImageFormat().name().mid(drawingName.size()).toUInt()];
    }

    std::vector<Drawing> m_drawings;
};

/// Lengths of the style, which a text document knows in pixels alone.
QString withPixels(const QString& style)
{
    static const QRegularExpression length("(\\d+(?:\\.\\d+)?)mm");
    QString made;
    qsizetype from = 0;
    for (auto it = length.globalMatch(style); it.hasNext();) {
        const auto match = it.next();
        made += style.mid(from, match.capturedStart() - from) + QStringLiteral("%1px").arg(points * match.captured(1).toDouble());
        from = match.capturedEnd();
    }
    return made + style.mid(from);
}

/// No heading stays at the foot of a page without what it is about.
void keepHeadings(QTextDocument& document)
{
    const double height = document.pageSize().height();
    const auto pageOf = [height](const QTextBlock& block) {
        const auto* layout = block.layout();
        return std::floor((layout->position().y() + (layout->lineCount() > 0 ? layout->lineAt(0).rect().bottom() : 0)) / height);
    };
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 0 || !block.next().isValid()) continue;
        document.documentLayout()->documentSize(); // lays all out
        if (pageOf(block) == pageOf(block.next())) continue;
        QTextBlockFormat format = block.blockFormat();
        format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
        QTextCursor(block).setBlockFormat(format);
    }
}

/// A page of HTML as a document, laid out for sheets of a size in points.
struct Paper {
    Paper(const QString& html, QSizeF sheet, QPaintDevice& device)
    {
        document.documentLayout()->setPaintDevice(&device);
        document.setPageSize(sheet);
        document.setDocumentMargin(0);
        document.setDefaultFont(QFont("Inter", 10));
        QString page = drawings.takenFrom(html);
        // of blanks, a text document draws no lines below
        const QString blank = "<span class=\"blank\"></span>", line(20, u'_');
        page.replace(blank + u' ', line + QChar::Nbsp); // its unit stays with it
        page.replace(blank, line);
        page.replace("<div class=\"line\"></div>", "<p>________________________________________________________________</p>");
        const qsizetype style = page.indexOf("<style>"), end = page.indexOf("</style>");
        page.replace(style, end - style, withPixels(page.mid(style, end - style)));
        document.setHtml(page);
        drawings.putInto(document);
        keepHeadings(document);
    }
    Drawings drawings;
    QTextDocument document;
};

}

QByteArray pdfOf(const QString& html, int mostPages)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setResolution(72); // a point is a pixel, as the document lays out
    writer.setPageMargins(QMarginsF(14, 14, 14, 14), QPageLayout::Millimeter);
    const QSizeF sheet = writer.pageLayout().paintRectPoints().size();
    for (double scale = 1;; scale -= 0.05) { // what is laid out on a larger sheet is printed smaller
        Paper paper(html, sheet / scale, writer);
        if (paper.document.pageCount() > mostPages && scale > leastScale) continue;
        paper.document.print(&writer);
        return buffer.data();
    }
}

}

#include "page_pdf.moc"
