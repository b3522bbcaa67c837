// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <utility>
#include <vector>

namespace rheobase {

/// A line that is drawn: points in the units of its axes.
using Stroke = std::vector<std::pair<double, double>>;

/// A line under the pencil, on axes from 0 to 1. As a function of x it has one value in each of many columns: what is drawn later replaces
/// what it covers, also where the hand goes back. As a path it goes on from where the pencil is set down, if that is near it.
class Drawing {
public:
    enum class Kind { function, path };
    using Point = std::pair<double, double>;
    static constexpr std::size_t columns = 200;

    /// A line from `begin` on; of a function x alone may be given.
    Drawing(Kind kind, double beginX, std::optional<double> beginY);

    /// The pencil is set down, and moved.
    void begin(Point at);
    void moveTo(Point to);
    /// Takes a whole line instead, by points that are joined.
    void take(const Stroke& points);
    /// Moves a function at x up or down to y, what lies within `reach` of it with it.
    void bend(double x, double y, double reach);
    void undo();
    void clear();

    bool isEmpty() const;
    bool canUndo() const { return !m_before.empty(); }
    /// How far it has come without a gap: of a function in x, of a path in the length that is asked for.
    double reached() const;
    bool isComplete() const { return reached() >= 0.99; }
    /// Where the pencil was last.
    std::optional<Point> tip() const { return m_tip; }
    std::optional<double> at(double x) const;
    /// Without the tremor of a hand.
    Stroke smoothed() const;

private:
    struct Line {
        std::vector<std::optional<double>> values; ///< of a function
        Stroke path;
    };
    std::size_t columnOf(double x) const;
    double xOf(std::size_t column) const;
    void lineTo(Point from, Point to);

    Kind m_kind;
    double m_beginX;
    std::optional<double> m_beginY;
    Line m_line;
    std::vector<Line> m_before;
    std::optional<Point> m_tip;
};

/// Values at equal distances under a bell of this width, in them.
std::vector<double> smoothed(const std::vector<double>& values, double width);

}
