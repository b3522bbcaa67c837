// SPDX-License-Identifier: GPL-3.0-or-later
#include "why_panel.h"

#include "calm_place.h"
#include "goal.h"
#include "heading.h"
#include "live_formula.h"
#include "make_it.h"
#include "samples_view.h"
#include "session.h"
#include "theme.h"
#include "words.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <cmath>

namespace rheobase {

namespace {

QWidget* makeRule()
{
    auto* rule = new QFrame;
    rule->setFrameShape(QFrame::HLine);
    rule->setProperty("role", QStringLiteral("rule"));
    return rule;
}

std::optional<double> found(const std::pair<Experiment, std::string>& question, const std::stop_token& stop)
{
    const double value = answerOf(question.first, question.second, stop);
    return stop.stop_requested() ? std::nullopt : std::optional(value);
}

/// As it stands within a sentence.
QString within(const QString& name)
{
    const bool isWord = name.size() > 1 && name[1].isLower();
    const bool isEnglish = QLocale().language() == QLocale::English || QLocale().language() == QLocale::C;
    return isWord && isEnglish ? name.left(1).toLower() + name.mid(1) : name;
}

}

WhyPanel::WhyPanel(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_empty(new QLabel(tr("Click a number that was measured, or press Enter on it, to ask why."))),
      m_definition(new QLabel),
      m_rests(new QLabel),
      m_shown(new QWidget),
      m_formula(new LiveFormula),
      m_samples(new SamplesView(session)),
      m_rule(makeRule()),
      m_makeRule(makeRule()),
      m_make(new MakeIt(session)),
      m_search(&found, [this](double value) {
          m_searched = std::isfinite(value) ? std::optional(value) : std::nullopt;
          follow();
      })
{
    m_empty->setWordWrap(true);
    m_empty->setProperty("role", QStringLiteral("faint"));
    m_definition->setObjectName(QStringLiteral("definition"));
    m_definition->setWordWrap(true);
    m_formula->setObjectName(QStringLiteral("formula"));
    m_formula->setAccessibleName(tr("Formula"));
    m_samples->setObjectName(QStringLiteral("samples"));
    auto* parts = new QVBoxLayout(m_shown);
    pad(parts, {}, 12);
    for (QWidget* part : std::initializer_list<QWidget*>{m_definition, m_formula, m_rule, makeRests(), m_samples, m_makeRule, m_make})
        parts->addWidget(part);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_empty);
    column->addWidget(m_shown);
    column->addStretch();
    m_shown->hide();
    connect(&session, &Session::readingsDue, this, [this] {
        if (isVisible()) follow();
    });
    connect(&session, &Session::experimentChanged, this, &WhyPanel::search);
    connect(&session, &Session::modelChanged, this, [this] {
        if (m_why) ask(m_why->what());
    });
}

QWidget* WhyPanel::makeRests()
{
    auto* holder = new QWidget;
    auto* row = new QHBoxLayout(holder);
    pad(row, {}, 10);
    m_rests->setObjectName(QStringLiteral("rests"));
    m_rests->setProperty("role", QStringLiteral("faint"));
    m_rests->setWordWrap(true);
    row->addWidget(sectionHeading(tr("Rests on")), 0, Qt::AlignTop);
    row->addWidget(m_rests, 1);
    return holder;
}

QString WhyPanel::title() const { return m_why ? m_why->title() : tr("Why?"); }

void WhyPanel::ask(QString what)
{
    const bool isKnown = goalQuantity(m_session.experiment(), what.toStdString()).has_value(); // by the model that is here now
    m_why.reset();
    if (isKnown) m_why.emplace(m_session, what);
    m_empty->setVisible(!isKnown);
    m_shown->setVisible(isKnown);
    m_formulaTexts = {"?"};
    m_searched.reset();
    if (isKnown) {
        m_definition->setText(m_why->definition());
        m_definition->setToolTip(m_why->more().isEmpty() ? QString() : QStringLiteral("<p>%1</p>").arg(m_why->more().toHtmlEscaped()));
        m_make->setSubject(what, within(m_why->name()));
        const bool canBeMade = MakeIt::suits(what);
        m_make->setVisible(canBeMade);
        m_makeRule->setVisible(canBeMade);
        search();
        follow();
    }
    emit titleChanged();
}

/// What the session does not know of itself.
void WhyPanel::search()
{
    if (m_why && isVisible() && Explanation::needsSearch(m_session, m_why->what()))
        m_search.ask({m_session.experiment(), m_why->what().toStdString()});
}

void WhyPanel::follow()
{
    if (!m_why) return;
    m_why->update(m_searched);
    showFormulas();
    m_make->setPresent(m_why->value());
    if (const QString text = m_why->restsOn(); text != m_rests->text()) m_rests->setText(text);
    const auto samples = m_why->samples();
    m_samples->setVisible(!samples.empty());
    m_samples->setSpikes(samples);
    if (m_title != title()) {
        m_title = title();
        emit titleChanged();
    }
}

void WhyPanel::showFormulas()
{
    auto formulas = m_why->formulas();
    std::vector<std::string> texts;
    for (const Formula& formula : formulas) texts.push_back(text(formula.right));
    m_formula->setVisible(!formulas.empty());
    if (texts != m_formulaTexts) m_formula->setFormulas(std::move(formulas));
    m_formulaTexts = std::move(texts);
    m_formula->setValues(m_why->values());
}

void WhyPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    search();
    follow();
}

}
