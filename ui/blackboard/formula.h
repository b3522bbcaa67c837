// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "typeset.h"

#include <QColor>
#include <QFont>
#include <QFontMetricsF>
#include <QIcon>
#include <QPainterPath>
#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

class QPainter;

namespace rheobase {

/// A part of a formula, set: glyphs, a shape, or parts placed about its origin, the left end of its baseline.
struct Box {
    double width = 0, ascent = 0, descent = 0;
    QPointF at; ///< its origin, in the box around it
    std::vector<Box> parts;
    QString glyphs;
    QFont font;
    QPainterPath shape; ///< a fraction's bar, a bracket
    std::optional<Name> name;
    QColor colour; ///< invalid: that of the box around it

    double height() const { return ascent + descent; }
    QRectF bounds() const { return {at.x(), at.y() - ascent, width, height()}; }
};

/// A named part of a formula on the page.
struct Spot {
    QRectF where;
    Name name;
};

/// Sets formulas in boxes: a serif of so many points, names in italics, numbers and words upright. A Writer of Typesetter.
class FormulaWriter {
public:
    using Piece = Box;
    explicit FormulaWriter(double points);

    Box number(double value, Setting at) const;
    Box name(const Symbol::Node& node, Setting at) const;
    Box letter(char c, Setting at) const;
    Box function(std::string_view name, Setting at) const;
    Box word(std::string_view text, Setting at) const;
    Box sign(char32_t c, bool unary, Setting at) const;
    Box gap(Setting at) const;
    Box slash(Setting at) const;
    Box row(std::vector<Box> pieces) const;
    Box fraction(Box over, Box under) const;
    Box raised(Box base, Box exponent) const;
    Box root(Box inner, Setting at) const;
    Box inBrackets(Box inner, Setting at) const;

    /// A symbol without a role: "t_ref" is t with an upright ref.
    Box symbol(std::string_view symbol, Setting at = Setting::line) const;
    /// Upright text.
    Box words(const QString& text, Setting at = Setting::line) const;
    /// The change of a state by time, dV/dt, as a fraction or with a slash.
    Box derivative(const Box& state, bool asFraction) const;

private:
    /// A font with its measures; making them anew for each letter would be slow.
    struct Face {
        QFont font;
        QFontMetricsF metrics;
        double em;
    };
    static Face face(double points, bool italic);
    const Face& face(bool italic, Setting at) const { return m_faces[at == Setting::exponent ? 1 : 0][italic ? 1 : 0]; }
    double em(Setting at) const { return face(false, at).em; }
    Box glyphs(const QString& text, bool italic, Setting at) const;
    Box space(double ems, Setting at) const;

    double m_points;
    Face m_faces[2][2]; // of the line and of exponents, upright and italic
};

/// An expression in boxes.
Box typeset(Symbol expression, double points);

/// A symbol of a quantity as an icon: as it stands in formulas, in a colour.
QIcon symbolIcon(std::string_view symbol, double points, const QColor& colour);

/// Draws a box with its origin at a point, in a colour where it has none of its own.
void paint(QPainter& painter, const Box& box, QPointF origin, const QColor& colour);

/// The named parts of a box at an origin, outer ones before inner ones, in reading order.
void collectSpots(const Box& box, QPointF origin, std::vector<Spot>& spots);

}
