// SPDX-License-Identifier: GPL-3.0-or-later
#include "quantity_panel.h"

#include "calm_place.h"
#include "editor_list.h"
#include "heading.h"
#include "measured_number.h"
#include "sealed.h"
#include "session.h"
#include "theme.h"
#include "usual_symbols.h"
#include "words.h"

#include <QFrame>
#include <QLabel>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <cmath>

namespace rheobase {

namespace {

/// A short expression of parameters as rich text: "(V_th - E_L) / R" in italics with subscripts, and letters as they are written.
QString inWords(Symbol expression, const Model& model)
{
    const QString plain = QString::fromStdString(text(expression))
                              .replace(QStringLiteral(" * "), QStringLiteral("·"))
                              .replace(QStringLiteral(" / "), QStringLiteral("/"))
                              .replace(QLatin1Char('-'), QStringLiteral("−"));
    static const QRegularExpression name(QStringLiteral("[A-Za-z]\\w*"));
    QString made;
    qsizetype done = 0;
    for (auto matches = name.globalMatch(plain); matches.hasNext();) {
        const auto match = matches.next();
        const auto found = indexOf(model.parameters, match.captured().toStdString());
        made += plain.mid(done, match.capturedStart() - done)
                + richText(found ? std::string(model.parameters[*found].symbol) : match.captured().toStdString());
        done = match.capturedEnd();
    }
    return made + plain.mid(done);
}

QString line(const QString& left, const QString& formula, double value, std::string_view unit, const QColor& colour)
{
    const QString between = formula.isEmpty() ? QString() : QStringLiteral(" = %1").arg(formula);
    return QStringLiteral("<p style='margin:%5px 0'>%1%2 = <b style='color:%3'>%4</b></p>")
        .arg(left, between, colour.name(), shown(value, unit, 4))
        .arg(scaled(2));
}

}

QuantityPanel::QuantityPanel(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_editors(new EditorList(session)), m_derived(new MeasuredNumber), m_derivedPace(50, [this] {
          m_derived->setText(derivedText());
          m_derived->setNumbers(derivedNumbers());
      })
{
    auto* column = new QVBoxLayout(this);
    pad(column, {}, 6);
    column->addWidget(sectionHeading(tr("Membrane")));
    column->addWidget(m_editors);
    auto* rule = new QFrame;
    rule->setFrameShape(QFrame::HLine);
    rule->setStyleSheet(QStringLiteral("color: palette(mid);"));
    column->addWidget(rule);
    m_derived->setTextFormat(Qt::RichText);
    m_derived->setWordWrap(true);
    pad(m_derived, {4, 0, 4, 0});
    m_derived->setObjectName(QStringLiteral("derived"));
    column->addWidget(new CalmPlace(m_derived));
    connect(&session, &Session::modelChanged, this, &QuantityPanel::rebuild);
    connect(&session, &Session::experimentChanged, this, &QuantityPanel::refresh);
    for (const auto change : {&Session::rheobaseChanged, &Session::veilChanged}) connect(&session, change, &m_derivedPace, &Pace::ask);
    rebuild();
    keepDressed(this, [this] { m_derived->setText(derivedText()); });
}

void QuantityPanel::rebuild()
{
    m_editors->clear();
    const auto& table = m_session.model().parameters;
    for (std::size_t i = 0; i < table.size(); ++i) {
        QuantityEditor* editor = m_editors->add(
            table[i], [i](const Experiment& e) { return e.parameters[i]; }, [i](Experiment& e, double value) { e.parameters[i] = value; });
        connect(editor, &QuantityEditor::hovered, this,
                [this, i](bool inside) { emit parameterHovered(inside ? static_cast<int>(i) : -1); });
    }
    refresh();
}

void QuantityPanel::refresh()
{
    const auto& values = disguised(m_session.experiment()).parameters; // where a slider stops must not tell
    const auto& editors = m_editors->editors();
    if (editors.size() != values.size()) return; // another model, about to be built
    for (std::size_t i = 0; i < editors.size(); ++i) {
        const auto [above, below] = orderLimits(m_session.model(), values, i);
        editors[i]->slider().setBounds(above, below);
    }
    m_editors->refresh();
    m_derivedPace.ask();
}

QString QuantityPanel::derivedText() const
{
    const Model& model = m_session.model();
    const auto values = model.derivedFrom(m_session.experiment().parameters);
    const Theme& t = theme();
    QString text;
    QStringList meanings;
    const bool isFree = !isClamped(m_session.experiment()); // else it fires at no current
    for (const Equation& equation : model.equations()) {
        if (equation.kind != Equation::Kind::derived) continue;
        const Quantity& q = model.derived[equation.index];
        if (m_session.veil().hides(identifier(q.symbol)) || (q.part == Part::rheobase && (!isFree || m_session.veil().hides("rheobase"))))
            continue;
        const bool plain = equation.right.node().kind == Symbol::Kind::number;
        text += line(richText(q.symbol), plain ? QString() : inWords(equation.right, model), values[equation.index], q.unit,
                     q.part == Part::rheobase ? t.threshold : t.text);
        meanings << QStringLiteral("%1: %2").arg(richText(q.symbol), spoken(q.meaning).toHtmlEscaped());
    }
    if (!indexOf(model.derived, Part::restingPotential) && !m_session.veil().hides("rest") && m_session.restingPotential())
        text += line(richText(usualSymbol(Part::restingPotential)), {}, *m_session.restingPotential(), model.state[0].unit, t.rest);
    if (isFree && !indexOf(model.derived, Part::rheobase) && !m_session.veil().hides("rheobase") && model.hasSpikeLevel()) {
        const auto found = m_session.rheobase();
        const QString left = richText(usualSymbol(Part::rheobase)) + QStringLiteral(" ");
        if (found && found->isGraded) text += left + tr("none: graded");
        else if (!found) text += left + QStringLiteral("…");
        else
            text += line(left + tr("(one spike)"), {}, found->spike, model.input.unit, t.threshold)
                    + line(left + tr("(lasting firing)"), {}, found->sustained, model.input.unit, t.threshold);
    }
    if (const auto& seal = m_session.experiment().seal; !seal.names.empty()) {
        QStringList names;
        for (const Quantity& q : model.parameters)
            if (isSealed(m_session.experiment(), q)) names << richText(q.symbol);
        text += QStringLiteral("<p>%1</p>").arg(tr("Sealed: %1").arg(names.join(QStringLiteral(", "))));
    }
    m_derived->setToolTip(meanings.join(QStringLiteral("<br>")));
    return text;
}

/// Those in derivedText(), by the measures they are.
std::vector<MeasuredNumber::Number> QuantityPanel::derivedNumbers() const
{
    const Model& model = m_session.model();
    const auto values = model.derivedFrom(m_session.experiment().parameters);
    std::vector<MeasuredNumber::Number> numbers;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Quantity& q = model.derived[i];
        const QString what = q.part == Part::rheobase           ? QStringLiteral("rheobase")
                             : q.part == Part::restingPotential ? QStringLiteral("rest")
                                                                : QString::fromStdString(identifier(q.symbol));
        const Veil& veil = m_session.veil();
        if (!veil.hides(identifier(q.symbol)) && !veil.hides(what.toStdString())) numbers.push_back({what, shown(values[i], q.unit, 4)});
    }
    if (!indexOf(model.derived, Part::restingPotential) && m_session.restingPotential())
        numbers.push_back({QStringLiteral("rest"), shown(*m_session.restingPotential(), model.state[0].unit, 4)});
    if (const auto found = m_session.rheobase(); !indexOf(model.derived, Part::rheobase) && found) {
        numbers.push_back({QStringLiteral("rheobase"), shown(found->spike, model.input.unit, 4)});
        numbers.push_back({QStringLiteral("rheobase.sustained"), shown(found->sustained, model.input.unit, 4)});
    }
    return numbers;
}

void QuantityPanel::highlightParameter(int index)
{
    for (std::size_t i = 0; i < m_editors->editors().size(); ++i) m_editors->editors()[i]->setHighlighted(static_cast<int>(i) == index);
}

}
