// SPDX-License-Identifier: GPL-3.0-or-later
#include "formula.h"

#include "theme.h"
#include "words.h"

#include <QApplication>
#include <QFontInfo>
#include <QPainter>

#include <cmath>

namespace rheobase {

namespace {

constexpr double exponentSize = 0.72, axis = 0.26, barGap = 0.16, barThickness = 0.05; // in em

Box placed(Box box, double x, double y)
{
    box.at = {x, y};
    return box;
}

bool isItalic(QChar c) { return c.isLetter() && !(c.unicode() >= 0x391 && c.unicode() <= 0x3A9); } // capital Greek letters stand upright

/// A bracket as tall as what it holds: a crescent, thicker in the middle.
QPainterPath crescent(double top, double bottom, double depth, double thickness, bool opening)
{
    const double side = opening ? 1 : -1, x = opening ? depth : 0, belly = x - side * depth * 2;
    const double middle = (top + bottom) / 2;
    QPainterPath path({x, top});
    path.quadTo(belly, middle, x, bottom);
    path.quadTo(belly + side * 2 * thickness, middle, x, top);
    return path;
}

}

FormulaWriter::Face FormulaWriter::face(double points, bool italic)
{
    const QFont font = formulaFont(points, italic);
    return {font, QFontMetricsF(font), static_cast<double>(QFontInfo(font).pixelSize())};
}

FormulaWriter::FormulaWriter(double points)
    : m_points(points),
      m_faces{{face(points, false), face(points, true)}, {face(points * exponentSize, false), face(points * exponentSize, true)}}
{}

Box FormulaWriter::glyphs(const QString& text, bool italic, Setting at) const
{
    const Face& from = face(italic, at);
    Box box;
    box.glyphs = text;
    box.font = from.font;
    const QRectF ink = from.metrics.tightBoundingRect(text);
    box.width = from.metrics.horizontalAdvance(text);
    box.ascent = std::max(-ink.top(), from.metrics.xHeight());
    box.descent = std::max(0.0, ink.bottom());
    return box;
}

Box FormulaWriter::space(double ems, Setting at) const
{
    Box box;
    box.width = ems * em(at);
    return box;
}

Box FormulaWriter::number(double value, Setting at) const { return glyphs(shown(value, 8), false, at); }
Box FormulaWriter::letter(char c, Setting at) const { return glyphs(QChar::fromLatin1(c), false, at); }
Box FormulaWriter::function(std::string_view name, Setting at) const { return glyphs(fromView(name), false, at); }
Box FormulaWriter::gap(Setting at) const { return space(1.0 / 6, at); }
Box FormulaWriter::slash(Setting at) const { return glyphs(QStringLiteral("/"), false, at); }
Box FormulaWriter::words(const QString& text, Setting at) const { return glyphs(text, false, at); }

Box FormulaWriter::word(std::string_view text, Setting at) const { return glyphs(fromView(text), false, at); }

Box FormulaWriter::sign(char32_t c, bool unary, Setting at) const
{
    const QChar shownAs = c == '-' ? QChar(0x2212) : c == '*' ? QChar(0x00B7) : QChar(static_cast<char16_t>(c));
    const double around = unary ? 0 : at == Setting::exponent ? 0.12 : c == '=' ? 0.28 : 0.22;
    return row({space(around, at), glyphs(shownAs, false, at), space(around, at)});
}

Box FormulaWriter::symbol(std::string_view symbol, Setting at) const
{
    const auto apart = setApart(symbol);
    const QString above = fromView(apart.first), below = fromView(apart.second);
    std::vector<Box> letters;
    for (const QChar c : above) letters.push_back(glyphs(c, isItalic(c), at));
    Box nucleus = row(std::move(letters));
    const QFontMetricsF& metrics = face(true, at).metrics;
    const double overhang = std::max(0.0, metrics.tightBoundingRect(above).right() - metrics.horizontalAdvance(above));
    if (below.isEmpty()) {
        nucleus.width += overhang;
        return nucleus;
    }
    const bool upright = isWord(below.toStdString());
    const bool isItalicBelow = !upright && isItalic(below.front());
    const Box subscript = at == Setting::exponent ? FormulaWriter(m_points * exponentSize).glyphs(below, isItalicBelow, at)
                                                  : glyphs(below, isItalicBelow, Setting::exponent);
    Box box;
    box.width = nucleus.width + subscript.width + 0.06 * em(at);
    const double drop = 0.2 * em(at);
    box.ascent = std::max(nucleus.ascent, subscript.ascent - drop);
    box.descent = std::max(nucleus.descent, subscript.descent + drop);
    const double beside = nucleus.width + 0.03 * em(at);
    box.parts = {std::move(nucleus), placed(subscript, beside, drop)};
    return box;
}

Box FormulaWriter::name(const Symbol::Node& node, Setting at) const
{
    Box box = symbol(node.quantity->symbol, at);
    box.name = Name{node.role, node.index};
    return box;
}

Box FormulaWriter::row(std::vector<Box> pieces) const
{
    Box box;
    for (Box& piece : pieces) {
        piece.at = {box.width, 0};
        box.width += piece.width;
        box.ascent = std::max(box.ascent, piece.ascent);
        box.descent = std::max(box.descent, piece.descent);
    }
    box.parts = std::move(pieces);
    return box;
}

Box FormulaWriter::fraction(Box over, Box under) const
{
    const double size = em(Setting::line), middle = axis * size, thickness = std::max(1.0, barThickness * size), gapAround = barGap * size;
    Box box;
    const double bar = std::max(over.width, under.width) + 0.2 * size;
    box.width = bar + 0.16 * size;
    over.at = {(box.width - over.width) / 2, -middle - thickness / 2 - gapAround - over.descent};
    under.at = {(box.width - under.width) / 2, -middle + thickness / 2 + gapAround + under.ascent};
    box.ascent = over.ascent - over.at.y();
    box.descent = under.descent + under.at.y();
    Box rule;
    rule.shape.addRect(0.08 * size, -middle - thickness / 2, bar, thickness);
    box.parts = {std::move(over), std::move(rule), std::move(under)};
    return box;
}

Box FormulaWriter::raised(Box base, Box exponent) const
{
    const double size = em(Setting::line);
    const double lift = std::max(0.38 * size, base.ascent - 0.3 * size);
    Box box;
    exponent.at = {base.width + 0.04 * size, -lift};
    box.width = exponent.at.x() + exponent.width;
    box.ascent = std::max(base.ascent, exponent.ascent + lift);
    box.descent = std::max(base.descent, exponent.descent - lift);
    box.parts = {std::move(base), std::move(exponent)};
    return box;
}

Box FormulaWriter::root(Box inner, Setting at) const
{
    const double size = em(at), thickness = std::max(1.0, barThickness * size), hook = 0.55 * size, over = 0.12 * size;
    Box sign;
    const double top = -inner.ascent - over, bottom = inner.descent;
    QPainterPath path({0, -axis * size});
    path.lineTo(0.15 * size, -axis * size - 0.06 * size);
    path.lineTo(0.3 * size, bottom);
    path.lineTo(hook, top);
    path.lineTo(hook + inner.width + 0.1 * size, top);
    QPainterPathStroker pen;
    pen.setWidth(thickness);
    sign.shape = pen.createStroke(path);
    Box box;
    box.width = hook + inner.width + 0.18 * size;
    box.ascent = inner.ascent + over + thickness;
    box.descent = inner.descent;
    inner.at = {hook + 0.06 * size, 0};
    box.parts = {std::move(sign), std::move(inner)};
    return box;
}

Box FormulaWriter::inBrackets(Box inner, Setting at) const
{
    const double size = em(at);
    if (inner.height() < 1.3 * size)
        return row({glyphs(QStringLiteral("("), false, at), std::move(inner), glyphs(QStringLiteral(")"), false, at)});
    const double reach = std::max(inner.ascent - axis * size, inner.descent + axis * size) + 0.04 * size, depth = 0.22 * size;
    const auto bracket = [&](bool opening) {
        Box box = space(0.32, at);
        box.ascent = reach + axis * size;
        box.descent = reach - axis * size;
        box.shape = crescent(-box.ascent, box.descent, depth, 0.05 * size, opening).translated(0.05 * size, 0);
        return box;
    };
    return row({bracket(true), std::move(inner), bracket(false)});
}

Box FormulaWriter::derivative(const Box& state, bool asFraction) const
{
    const auto d = [&] { return glyphs(QStringLiteral("d"), false, Setting::line); };
    const Box above = row({d(), state}), below = row({d(), glyphs(QStringLiteral("t"), true, Setting::line)});
    return asFraction ? fraction(above, below) : row({above, slash(Setting::line), below});
}

Box typeset(Symbol expression, double points)
{
    const FormulaWriter writer(points);
    return Typesetter(writer).set(expression);
}

QIcon symbolIcon(std::string_view symbol, double points, const QColor& colour)
{
    const FormulaWriter writer(points);
    const Box box = writer.symbol(symbol);
    const double line = QFontMetricsF(formulaFont(points, false)).height(), scale = qApp->devicePixelRatio();
    QPixmap picture(QSizeF(std::ceil(box.width + 2) * scale, std::ceil(1.1 * line) * scale).toSize());
    picture.setDevicePixelRatio(scale);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter, box, {0, 0.8 * line}, colour);
    return picture;
}

void paint(QPainter& painter, const Box& box, QPointF origin, const QColor& colour)
{
    const QPointF here = origin + box.at;
    const QColor& ink = box.colour.isValid() ? box.colour : colour;
    if (!box.glyphs.isEmpty()) {
        painter.setFont(box.font);
        painter.setPen(ink);
        painter.drawText(here, box.glyphs);
    }
    if (!box.shape.isEmpty()) {
        painter.translate(here);
        painter.fillPath(box.shape, ink);
        painter.translate(-here);
    }
    for (const Box& part : box.parts) paint(painter, part, here, ink);
}

void collectSpots(const Box& box, QPointF origin, std::vector<Spot>& spots)
{
    if (box.name) spots.push_back({box.bounds().translated(origin), *box.name});
    for (const Box& part : box.parts) collectSpots(part, origin + box.at, spots);
}

}
