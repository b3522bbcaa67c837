// SPDX-License-Identifier: GPL-3.0-or-later
#include "statement_layout.h"

#include "sentence_lines.h"
#include "theme.h"
#include "words.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <cmath>

namespace rheobase {

namespace {

constexpr double small = 8.5, smallest = 7, step = 0.5; // points of formulas
constexpr double mostSpread = 60;                       // pixels at 100 % between two parts of a sum

/// Distances, in pixels at 100 %.
enum Gap { lineGap = 9, valueGap = 4, statementGap = 14, unitGap = 5, numberGap = 10 };
double px(double length) { return exactly(length); }

struct Words {
    Q_DECLARE_TR_FUNCTIONS(StatementLayout)
};

/// Decimals that show about so many digits of the largest values of a quantity.
int decimalsFor(const Quantity& q, int digits)
{
    const double most = std::max({std::abs(q.min), std::abs(q.max), 1e-6});
    return std::clamp(digits - static_cast<int>(std::ceil(std::log10(most))), 0, 3);
}

Role roleOf(Equation::Kind kind)
{
    return kind == Equation::Kind::term ? Role::term : kind == Equation::Kind::derived ? Role::derived : Role::state;
}

/// Does a statement have its values under its parts?
bool isWide(const Statement& s) { return s.kind == Equation::Kind::derivative && (s.index == 0 || s.addends.size() > 1); }
bool isBeside(const Statement& s) { return !isWide(s) && s.kind != Equation::Kind::event && s.kind != Equation::Kind::reset; }

class Layouter {
public:
    Layouter(std::span<const Statement> statements, const Model& model, double width, const LetterSizes& sizes)
        : m_statements(statements), m_model(model), m_sizes(sizes), m_width(width), m_metrics(formulaFont(m_sizes.values, false))
    {
        m_result.valueFont = formulaFont(m_sizes.values, false);
    }

    StatementLayout run()
    {
        for (const Statement& statement : m_statements)
            if (isWide(statement)) wide(statement);
        besides(true);
        jump();
        besides(false);
        for (const Box& box : m_result.boxes) collectSpots(box, {}, m_result.spots);
        m_result.size = {m_width, std::max(0.0, m_y - px(statementGap))};
        return std::move(m_result);
    }

private:
    // The parts of a statement -------------------------------------------------------------------------------------

    Box subjectBox(const FormulaWriter& writer, const Statement& s) const
    {
        Box box = writer.symbol(subject(s, m_model).symbol);
        box.name = Name{roleOf(s.kind), s.index};
        return box;
    }

    Box left(const FormulaWriter& writer, const Statement& s) const
    {
        Box box = subjectBox(writer, s);
        if (s.kind != Equation::Kind::derivative) return box;
        box = writer.derivative(box, isWide(s));
        if (s.factor) box = writer.row({Typesetter(writer).set(s.factor), writer.gap(Setting::line), box});
        box.name = Name{Role::state, s.index};
        return box;
    }

    Box part(const FormulaWriter& writer, const Addend& addend, bool inColour) const
    {
        const Typesetter typesetter(writer);
        Box box = addend.minus ? typesetter.addend(addend.symbol) : typesetter.set(addend.symbol);
        if (!addend.name) return box;
        const Symbol::Node& node = addend.name.node();
        box = writer.row({box});
        box.name = Name{node.role, node.index};
        if (inColour) box.colour = colourOf(*node.quantity);
        return box;
    }

    Box right(const FormulaWriter& writer, const Statement& s) const
    {
        std::vector<Box> parts;
        for (const Addend& addend : s.addends) {
            if (!parts.empty() || addend.minus) parts.push_back(writer.sign(addend.minus ? '-' : '+', parts.empty(), Setting::line));
            parts.push_back(part(writer, addend, false));
        }
        return writer.row(std::move(parts));
    }

    /// The width of the widest number within a quantity's range.
    double slotWidth(const Quantity& q, int decimals, bool withSign) const
    {
        const double most = std::max(std::abs(q.min), std::abs(q.max));
        return m_metrics.horizontalAdvance((withSign ? QStringLiteral("−\u2009") : QString()) + fixed(most, decimals)) + px(2);
    }

    void put(Box box, double x, double baseline)
    {
        box.at = {x, baseline};
        m_result.boxes.push_back(std::move(box));
    }

    Box faint(Box box) const
    {
        box.colour = theme().faint;
        return box;
    }

    // Values under the parts ---------------------------------------------------------------------------------------

    /// A part that is not broken: its sign, itself, and the place for its value.
    struct Chunk {
        Box sign, body;
        Slot slot;
        double before, cell, number; // widths: of the sign, of body and value, of the value
        double x = 0;
        int line = 0;
    };

    int decimalsOf(const Statement& s) const
    {
        for (const Addend& addend : s.addends)
            if (addend.name && addend.name.node().role == Role::input) return decimalsFor(m_model.input, 3);
        return 3;
    }

    Chunk chunkOf(const FormulaWriter& writer, const Statement& s, const Addend& addend, bool isFirst) const
    {
        Chunk chunk{};
        const Quantity& q = addend.name ? *addend.name.node().quantity : subject(s, m_model);
        const Name name = addend.name ? Name{addend.name.node().role, addend.name.node().index} : Name{Role::state, s.index};
        const int decimals = decimalsOf(s);
        if (!isFirst || addend.minus) chunk.sign = writer.sign(addend.minus ? '-' : '+', isFirst, Setting::line);
        chunk.body = part(writer, addend, true);
        chunk.before = chunk.sign.width;
        chunk.number = slotWidth(q, decimals, !isFirst || q.min < 0);
        chunk.cell = std::max(chunk.body.width, chunk.number);
        const auto form = isFirst ? Slot::Form::below : Slot::Form::summand;
        chunk.slot = {{}, addend.name ? addend.name : addend.symbol, addend.minus, form, decimals, name, colourOf(q)};
        return chunk;
    }

    /// A statement cut into lines at one size of letters.
    struct Lines {
        Box left, equals;
        std::vector<Chunk> chunks;
        double leftCell = 0, total = 0, start = 0, width = 0; // start: where the parts begin, after "="
        double gap = 0;                                       // between parts, beside what signs need
        int count = 1;
    };

    Lines cut(const FormulaWriter& writer, const Statement& s, double unitWidth) const
    {
        Lines lines{.left = left(writer, s), .equals = writer.sign('=', false, Setting::line), .chunks = {}};
        for (const Addend& addend : s.addends) lines.chunks.push_back(chunkOf(writer, s, addend, lines.chunks.empty()));
        for (const Chunk& chunk : lines.chunks) lines.total = std::max(lines.total, chunk.number);
        lines.leftCell = std::max(lines.left.width, lines.total);
        lines.start = lines.leftCell + lines.equals.width;
        double x = lines.start;
        for (Chunk& chunk : lines.chunks) {
            const bool isLast = &chunk == &lines.chunks.back();
            const double need = chunk.before + std::max(chunk.cell, isLast ? (chunk.cell + chunk.number) / 2 + unitWidth : 0.0);
            if (x > lines.start && x + need > m_width) {
                ++lines.count;
                x = lines.start;
            }
            chunk.line = lines.count - 1;
            chunk.x = x;
            lines.width = std::max(lines.width, x + need);
            x += chunk.before + chunk.cell;
        }
        return lines;
    }

    /// Moves the parts of a line apart, each sign in the middle of its gap.
    void spread(Lines& lines) const
    {
        const double gap = std::min(px(mostSpread), 0.96 * (m_width - lines.width) / static_cast<double>(lines.chunks.size()));
        lines.gap = std::max(0.0, gap);
        for (std::size_t i = 0; i < lines.chunks.size(); ++i) lines.chunks[i].x += static_cast<double>(i + 1) * lines.gap;
        lines.width += static_cast<double>(lines.chunks.size()) * lines.gap;
    }

    void wide(const Statement& s)
    {
        const Box unit = faint(FormulaWriter(m_sizes.values).words(fromView(unitOf(s, m_model))));
        double points = m_sizes.largest;
        Lines lines = cut(FormulaWriter(points), s, unit.width + px(unitGap));
        while (points > smallest && (lines.width > m_width || (lines.count > 2 && points > m_sizes.large)))
            lines = cut(FormulaWriter(points -= step), s, unit.width + px(unitGap));
        if (m_sizes.fill && lines.count == 1) spread(lines);
        const double x = std::max(0.0, (m_width - lines.width) / 2);
        for (int line = 0; line < lines.count; ++line) place(s, lines, line, x, unit);
        m_y += px(statementGap - lineGap);
    }

    void place(const Statement& s, const Lines& lines, int line, double x, const Box& unit)
    {
        double ascent = line == 0 ? lines.left.ascent : 0, descent = line == 0 ? lines.left.descent : 0;
        for (const Chunk& chunk : lines.chunks)
            if (chunk.line == line) {
                ascent = std::max(ascent, chunk.body.ascent);
                descent = std::max(descent, chunk.body.descent);
            }
        const double baseline = m_y + ascent, top = baseline + descent + px(valueGap);
        if (line == 0) placeLeft(s, lines, x, baseline, top);
        for (const Chunk& chunk : lines.chunks) {
            if (chunk.line != line) continue;
            const double bodyAt = x + chunk.x + chunk.before, numberAt = bodyAt + (chunk.cell - chunk.number) / 2;
            put(chunk.sign, x + chunk.x - lines.gap / 2, baseline);
            put(chunk.body, bodyAt + (chunk.cell - chunk.body.width) / 2, baseline);
            m_result.numbers.push_back(chunk.slot);
            m_result.numbers.back().where = {numberAt, top, chunk.number, m_metrics.height()};
            if (&chunk == &lines.chunks.back()) put(unit, numberAt + chunk.number + px(unitGap), top + m_metrics.ascent());
        }
        m_y = top + m_metrics.height() + px(lineGap);
    }

    void placeLeft(const Statement& s, const Lines& lines, double x, double baseline, double top)
    {
        put(lines.left, x + (lines.leftCell - lines.left.width) / 2, baseline);
        const double equalsAt = x + lines.leftCell + lines.gap / 2;
        put(lines.equals, equalsAt, baseline);
        const Box equals = faint(FormulaWriter(m_sizes.values).sign('=', false, Setting::line));
        put(equals, equalsAt + (lines.equals.width - equals.width) / 2, top + m_metrics.ascent());
        const QRectF where(x + (lines.leftCell - lines.total) / 2, top, lines.total, m_metrics.height());
        m_result.numbers.push_back(
            {where, s.right, false, Slot::Form::below, decimalsOf(s), {Role::state, s.index}, colourOf(subject(s, m_model))});
    }

    // The value beside ---------------------------------------------------------------------------------------------

    /// Widths of the columns of equations: up to "=", the rest, the number, its unit.
    struct Columns {
        double left = 0, equals = 0, right = 0, number = 0, unit = 0;
        double formula() const { return left + equals + right; }
        double whole() const { return formula() + px(numberGap) + number + px(unitGap) + unit; }
    };

    int besideDecimals(const Statement& s) const
    {
        if (s.kind == Equation::Kind::derived) return -1;
        return s.kind == Equation::Kind::term ? decimalsFor(subject(s, m_model), 4) : 4;
    }

    static bool isBesideOf(const Statement& s, bool derivatives)
    {
        return isBeside(s) && (s.kind == Equation::Kind::derivative) == derivatives;
    }

    Columns columns(double points, bool derivatives) const
    {
        const FormulaWriter writer(points);
        Columns c;
        c.equals = writer.sign('=', false, Setting::line).width;
        for (const Statement& s : m_statements) {
            if (!isBesideOf(s, derivatives)) continue;
            c.left = std::max(c.left, left(writer, s).width);
            c.right = std::max(c.right, right(writer, s).width);
            c.number = std::max(c.number, slotWidth(subject(s, m_model), std::max(besideDecimals(s), 2), true));
            c.unit = std::max(c.unit, m_metrics.horizontalAdvance(fromView(unitOf(s, m_model))));
        }
        return c;
    }

    void besides(bool derivatives)
    {
        const double before = m_y;
        Columns c = columns(m_sizes.large, derivatives);
        const auto pointsFor = [&](double room) {
            return std::min(m_sizes.large, std::floor(m_sizes.large * room / c.formula() / step) * step);
        };
        double points = pointsFor(m_width - (c.whole() - c.formula()));
        const bool isBelow = points < small;
        if (isBelow) points = std::max(smallest, pointsFor(m_width));
        if (points < m_sizes.large) c = columns(points, derivatives);
        for (const Statement& s : m_statements)
            if (isBesideOf(s, derivatives)) beside(FormulaWriter(points), s, c, isBelow);
        if (m_y > before) m_y += px(statementGap - lineGap);
    }

    void beside(const FormulaWriter& writer, const Statement& s, const Columns& c, bool isBelow)
    {
        const Box l = left(writer, s), r = right(writer, s);
        const Box unit = faint(FormulaWriter(m_sizes.values).words(fromView(unitOf(s, m_model))));
        const double ascent = std::max({l.ascent, r.ascent, isBelow ? 0.0 : m_metrics.ascent()});
        double baseline = m_y + ascent, bottom = baseline + std::max({l.descent, r.descent, isBelow ? 0.0 : m_metrics.descent()});
        put(l, c.left - l.width, baseline);
        put(writer.sign('=', false, Setting::line), c.left, baseline);
        put(r, c.left + c.equals, baseline);
        if (isBelow) {
            baseline = bottom + m_metrics.ascent();
            bottom += m_metrics.height();
        }
        const double numberEnd = m_width - c.unit - px(unitGap);
        const QRectF where(numberEnd - c.number, baseline - m_metrics.ascent(), c.number, m_metrics.height());
        const QColor colour = s.kind == Equation::Kind::derivative ? colourOf(subject(s, m_model)) : theme().text;
        m_result.numbers.push_back({where, s.right, false, Slot::Form::beside, besideDecimals(s), {roleOf(s.kind), s.index}, colour});
        put(unit, numberEnd + px(unitGap), baseline);
        m_y = bottom + px(lineGap);
    }

    // Threshold and reset ------------------------------------------------------------------------------------------

    /// "V ≥ V_th", from V − V_th rising through zero.
    Box threshold(const FormulaWriter& writer, const Statement& s) const
    {
        const Typesetter typesetter(writer);
        const auto sum = [&](bool minus) {
            std::vector<Box> parts;
            for (const Addend& addend : s.addends) {
                if (addend.minus != minus) continue;
                if (!parts.empty()) parts.push_back(writer.sign('+', false, Setting::line));
                parts.push_back(typesetter.set(addend.symbol));
            }
            return parts.empty() ? writer.number(0, Setting::line) : writer.row(std::move(parts));
        };
        return writer.row({sum(false), writer.words(QStringLiteral(" ≥ ")), sum(true)});
    }

    void jump()
    {
        const FormulaWriter writer(m_sizes.values);
        Box event, resets;
        for (const Statement& s : m_statements) {
            if (s.kind == Equation::Kind::event) event = threshold(writer, s);
            if (s.kind != Equation::Kind::reset) continue;
            if (resets.width > 0) resets = writer.row({resets, writer.words(QStringLiteral(", "))});
            resets = writer.row({resets, subjectBox(writer, s), writer.words(QStringLiteral(" ← ")), right(writer, s)});
        }
        if (event.width == 0) return;
        std::vector<Box> values{std::move(event), std::move(resets)};
        const auto held = indexOf(m_model.parameters, Part::refractoryPeriod);
        if (held) {
            values.push_back(writer.symbol(m_model.parameters[*held].symbol));
            values.back().name = Name{Role::parameter, *held};
        }
        sentence(writer, held ? Words::tr("at %1: spike, then %2 for %3") : Words::tr("at %1: spike, then %2"), values);
    }

    /// A sentence with formulas for %1, %2 …, its lines centred.
    void sentence(const FormulaWriter& writer, const QString& pattern, std::span<const Box> values)
    {
        const double space = QFontMetricsF(formulaFont(m_sizes.values, false)).horizontalAdvance(u' ');
        for (const Box& line : sentenceLines(writer, pattern, values, m_width, space)) {
            const Box row = faint(line);
            put(row, (m_width - row.width) / 2, m_y + std::max(row.ascent, m_metrics.ascent()));
            m_result.jump |= m_result.boxes.back().bounds();
            m_y += std::max(row.ascent, m_metrics.ascent()) + std::max(row.descent, m_metrics.descent()) + px(2);
        }
        m_y += px(statementGap - 2);
    }

    std::span<const Statement> m_statements;
    const Model& m_model;
    const LetterSizes m_sizes;
    double m_width, m_y = 0;
    QFontMetricsF m_metrics;
    StatementLayout m_result;
};

}

StatementLayout layOut(std::span<const Statement> statements, const Model& model, double width, const LetterSizes& sizes)
{
    return Layouter(statements, model, width, sizes).run();
}

}
