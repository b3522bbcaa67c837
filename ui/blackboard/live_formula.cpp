// SPDX-License-Identifier: GPL-3.0-or-later
#include "live_formula.h"

#include "theme.h"
#include "words.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr double largest = 15.5, smallest = 9, lineGap = 0.55; // points; em

/// The decimals that a number in four digits needs.
int decimalsOf(double value)
{
    const QString text = QString::number(value, 'g', 4);
    const qsizetype point = text.indexOf(u'.');
    return point < 0 || text.contains(u'e') ? 0 : static_cast<int>(text.size() - point - 1);
}

/// Of a function whose value is shown before what is made of it.
bool isWorkedOut(const Symbol::Node& node) { return node.is(Notation::named) || node.is(Notation::root) || node.is(Notation::bars); }

/// Writes names in their colours: as symbols, as their values, or with functions like logarithms and roots worked out too.
class LiveWriter : public FormulaWriter {
public:
    using Decimals = std::map<std::pair<Role, std::size_t>, int>;
    enum class Form { symbols, values, workedOut };
    LiveWriter(double points, const Values& values, Decimals& decimals, bool tellsUnits, Form form)
        : FormulaWriter(points), m_values(values), m_decimals(decimals), m_tellsUnits(tellsUnits), m_form(form)
    {}

    Box name(const Symbol::Node& node, Setting at) const
    {
        Box box = FormulaWriter::name(node, at);
        box.colour = inkOf(node);
        return box;
    }
    std::optional<double> value(Symbol s) const
    {
        const bool isName = s.node().kind == Symbol::Kind::name;
        const bool isWanted = (isName && m_form != Form::symbols) || (isWorkedOut(s.node()) && m_form == Form::workedOut);
        return isWanted ? std::optional(evaluate(s, m_values)) : std::nullopt;
    }
    Box valued(Symbol s, double value, Setting at) const
    {
        const Symbol::Node& node = s.node();
        if (node.kind != Symbol::Kind::name) return words(fixed(value, 3), at);
        int& decimals = m_decimals[{node.role, node.index}];
        decimals = std::max(decimals, decimalsOf(value));
        const QString unit = m_tellsUnits ? fromView(node.quantity->unit) : QString();
        Box box = words(unit.isEmpty() ? fixed(value, decimals) : fixed(value, decimals) + QChar(0x202F) + unit, at);
        box.name = Name{node.role, node.index};
        box.colour = inkOf(node);
        return box;
    }

private:
    /// What belongs to no part of the model has the colour of text.
    static QColor inkOf(const Symbol::Node& node)
    {
        return node.role == Role::given || node.quantity->part == Part::none ? QColor() : colourOf(*node.quantity);
    }

    const Values& m_values;
    Decimals& m_decimals;
    bool m_tellsUnits;
    Form m_form;
};

bool hasSteps(Symbol s)
{
    if (!s || s.node().kind == Symbol::Kind::name || s.node().kind == Symbol::Kind::number) return false;
    if (isWorkedOut(s.node())) return true;
    return hasSteps(s.node().left) || hasSteps(s.node().right) || hasSteps(s.node().third);
}

QString resultOf(const Formula& formula, const Values& values)
{
    const double value = valueOf(formula, values);
    const QString digits = QString::number(std::abs(value), 'g', 4);
    const int whole = digits.contains(u'e') ? 0 : static_cast<int>(digits.section(u'.', 0, 0).size());
    const QString number = digits.contains(u'e') || !std::isfinite(value) ? shown(value) : fixed(value, std::max(0, 4 - whole));
    return formula.left.unit.empty() ? number : number + QChar(0x202F) + fromView(formula.left.unit);
}

}

/// The pieces of formulas at one size.
class LiveFormula::Setter {
public:
    using Form = LiveWriter::Form;
    Setter(double points, const Values& values, LiveWriter::Decimals& decimals)
        : m_plain(points), m_points(points), m_values(values), m_decimals(decimals)
    {}

    Box equals() const { return m_plain.sign('=', false, Setting::line); }
    Box words(const QString& text) const { return m_plain.words(text); }
    Box left(const Formula& formula) const { return formula.left.symbol.empty() ? words({}) : m_plain.symbol(formula.left.symbol); }
    Box right(const Formula& formula, Form form) const
    {
        const LiveWriter writer(m_points, m_values, m_decimals, formula.scale != 1, form);
        return Typesetter(writer).set(formula.right);
    }
    /// What it comes to, bold.
    Box result(const Formula& formula) const
    {
        Box box = words(resultOf(formula, m_values));
        box.font.setWeight(QFont::Bold);
        box.colour = theme().accent;
        box.width = QFontMetricsF(box.font).horizontalAdvance(box.glyphs);
        return box;
    }
    Box row(std::vector<Box> pieces, double indent) const
    {
        Box space;
        space.width = indent;
        pieces.insert(pieces.begin(), space);
        return m_plain.row(std::move(pieces));
    }

private:
    FormulaWriter m_plain;
    double m_points;
    const Values& m_values;
    LiveWriter::Decimals& m_decimals;
};

/// The lines, the signs of equality below each other; what is short stands in one.
std::vector<Box> LiveFormula::lines(double points) const
{
    using Form = LiveWriter::Form;
    if (m_formulas.empty()) return {};
    const Values values = m_numbers.values();
    const Setter set(points, values, m_decimals);
    const Formula& first = m_formulas.front();
    const bool isShort = first.left.symbol.empty() && !hasSteps(first.right), isName = first.right.node().kind == Symbol::Kind::name;
    const Box left = set.left(first);
    std::vector<Box> made, last;
    if (isShort) last = {set.right(first, Form::symbols)};
    else if (first.left.symbol.empty()) made.push_back(set.right(first, Form::symbols));
    else made.push_back(set.row({left, set.equals(), set.right(first, Form::symbols)}, 0));
    if (hasSteps(first.right)) made.push_back(set.row({set.equals(), set.right(first, Form::values)}, left.width));
    if (!isName) {
        last.push_back(set.equals());
        last.push_back(set.right(first, hasSteps(first.right) ? Form::workedOut : Form::values));
    }
    last.push_back(set.equals());
    last.push_back(set.result(first));
    for (std::size_t i = 1; i < m_formulas.size(); ++i) {
        const Box so = set.words(QStringLiteral("\u2003") + tr("so") + QStringLiteral("\u2002"));
        last.insert(last.end(), {so, set.right(m_formulas[i], Form::symbols), set.equals(), set.result(m_formulas[i])});
    }
    made.push_back(set.row(std::move(last), isShort ? 0 : left.width));
    return made;
}

LiveFormula::LiveFormula(QWidget* parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void LiveFormula::setFormulas(std::vector<Formula> formulas)
{
    m_formulas = std::move(formulas);
    m_decimals.clear();
    updateGeometry();
    update();
}

void LiveFormula::setValues(const Values& values)
{
    m_numbers = {{values.parameters.begin(), values.parameters.end()},
                 {values.derived.begin(), values.derived.end()},
                 {values.given.begin(), values.given.end()},
                 values.input};
    setAccessibleDescription(plainText());
    update();
}

QString LiveFormula::plainText() const
{
    QStringList text;
    for (const Formula& formula : m_formulas) {
        const QString left = formula.left.symbol.empty() ? QString() : fromView(formula.left.symbol) + QStringLiteral(" = ");
        text << left + QString::fromStdString(rheobase::text(formula.right)) + QStringLiteral(" = ")
                    + resultOf(formula, m_numbers.values());
    }
    return text.join(u'\n');
}

/// As large as the width allows.
std::vector<Box> LiveFormula::fitted(int width) const
{
    double points = largest;
    for (;;) {
        std::vector<Box> made = lines(points);
        double widest = 0;
        for (const Box& line : made) widest = std::max(widest, line.width);
        if (widest <= width || points <= smallest) return made;
        points = std::max(smallest, std::min(points - 0.5, points * width / widest));
    }
}

int LiveFormula::heightForWidth(int width) const
{
    double height = 0;
    const double gap = lineGap * QFontMetricsF(formulaFont(largest, false)).height();
    for (const Box& line : fitted(width)) height += line.height() + (height > 0 ? gap : 0);
    return static_cast<int>(std::ceil(height)) + 2;
}

QSize LiveFormula::sizeHint() const
{
    double widest = 0;
    for (const Box& line : lines(largest)) widest = std::max(widest, line.width);
    const int width = static_cast<int>(std::ceil(widest)) + 2;
    return {width, heightForWidth(width)};
}

void LiveFormula::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double gap = lineGap * QFontMetricsF(formulaFont(largest, false)).height();
    double y = 1;
    for (const Box& line : fitted(width())) {
        rheobase::paint(painter, line, {0, y + line.ascent}, theme().text);
        y += line.height() + gap;
    }
}

void LiveFormula::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) updateGeometry();
    update();
}

}
