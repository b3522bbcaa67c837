// SPDX-License-Identifier: GPL-3.0-or-later
#include "equation_panel.h"

#include "confirm.h"
#include "heading.h"
#include "live_values.h"
#include "theme.h"
#include "words.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMimeData>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rheobase {

namespace {

constexpr std::size_t fewTerms = 5; // as many are shown unfolded

constexpr LetterSizes onBlackboard{.largest = 24, .large = 17, .values = 14, .fill = true};

/// The change of the membrane potential, and its jumps.
bool isOfMembrane(const Statement& s)
{
    return s.kind == Equation::Kind::event || s.kind == Equation::Kind::reset || (s.kind == Equation::Kind::derivative && s.index == 0);
}

bool isTerm(const Statement& s) { return s.kind == Equation::Kind::term || s.kind == Equation::Kind::derived; }

}

EquationPanel::EquationPanel(Session& session, Extent extent, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_extent(extent),
      m_equations(new FormulaSheet),
      m_fold(new QToolButton),
      m_terms(new FormulaSheet)
{
    m_equations->setAccessibleName(tr("Equations of the model"));
    m_terms->setAccessibleName(tr("Terms of the equations"));
    m_fold->setObjectName(QStringLiteral("fold"));
    m_fold->setProperty("role", "section");
    auto* column = new QVBoxLayout(this);
    pad(column, {}, 10);
    if (extent == Extent::whole) column->addWidget(sectionHeading(tr("Equation")));
    else m_equations->setLetterSizes(onBlackboard);
    auto* inset = new QVBoxLayout;
    pad(inset, {4, 0, 4, 0}, 10);
    inset->addWidget(m_equations);
    auto* foldRow = new QHBoxLayout;
    pad(foldRow, {-10, 0, 0, 0}); // a tool button's text is that far inside it
    foldRow->addWidget(m_fold, 0, Qt::AlignLeft);
    inset->addLayout(foldRow);
    inset->addWidget(m_terms);
    column->addLayout(inset);

    for (FormulaSheet* sheet : {m_equations, m_terms}) {
        connect(sheet, &FormulaSheet::hovered, this, &EquationPanel::hovered);
        connect(sheet, &FormulaSheet::copyRequested, this, &EquationPanel::copy);
        connect(sheet, &FormulaSheet::valuesWanted, this, [this, sheet] { fill(*sheet); });
    }
    connect(m_fold, &QToolButton::clicked, this, [this] { fold(!m_isOpen); });
    connect(&session, &Session::picturesDue, this, [this] {
        if (isVisible()) refresh();
    });
    connect(&session, &Session::modelChanged, this, &EquationPanel::adoptModel);
    connect(&session, &Session::veilChanged, this, &EquationPanel::adoptModel);
    adoptModel();
}

EquationPanel::~EquationPanel()
{
    // The pointer leaves them when they go, and they tell.
    delete m_equations;
    delete m_terms;
}

void EquationPanel::adoptModel()
{
    const Model& model = m_session.model();
    std::vector<Statement> equations, terms;
    auto all = statements(model);
    std::erase_if(all, [&](const Statement& s) {
        return s.kind == Equation::Kind::derived && m_session.veil().hides(identifier(model.derived[s.index].symbol));
    });
    for (const Statement& s : all) {
        const bool isWrittenOut =
            s.kind == Equation::Kind::term && std::ranges::any_of(all, [&](const Statement& other) { return writesOut(other, s.index); });
        if (m_extent == Extent::membrane ? isOfMembrane(s) : !isTerm(s)) equations.push_back(s);
        else if (m_extent == Extent::whole && !isWrittenOut) terms.push_back(s);
    }
    const std::size_t count = terms.size();
    const auto explain = [this](Name name) { return explained(m_session, name); };
    m_equations->setStatements(std::move(equations), model, explain);
    m_terms->setStatements(std::move(terms), model, explain);
    m_fold->setVisible(count > 0);
    m_fold->setAccessibleName(tr("Terms (%1)").arg(count));
    fold(count > 0 && count <= fewTerms);
    refresh();
}

void EquationPanel::fold(bool open)
{
    m_isOpen = open;
    m_fold->setText((open ? QStringLiteral("▾ ") : QStringLiteral("▸ ")) + m_fold->accessibleName().toUpper());
    m_fold->setToolTip(open ? tr("Hide the terms of the equations") : tr("Show the terms of the equations"));
    m_terms->setVisible(open);
    if (open) refresh();
}

void EquationPanel::fill(FormulaSheet& sheet)
{
    if (m_session.veil().hides("equation-values")) return sheet.clearValues();
    const LiveValues live(m_session);
    sheet.setValues(live.values(), live.isHeld());
}

void EquationPanel::refresh()
{
    fill(*m_equations);
    if (m_isOpen) fill(*m_terms);
}

void EquationPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void EquationPanel::highlight(Role role, int index)
{
    const auto name = index < 0 ? std::nullopt : std::optional(Name{role, static_cast<std::size_t>(index)});
    m_equations->setHighlight(name);
    m_terms->setHighlight(name);
}

QString EquationPanel::latexText() const
{
    return m_terms->plainText().isEmpty() ? m_equations->latexText()
                                          : m_equations->latexText() + QStringLiteral(" \\\\\n") + m_terms->latexText();
}

void EquationPanel::copy() const
{
    auto* mime = new QMimeData;
    mime->setText((m_equations->plainText() + u'\n' + m_terms->plainText()).trimmed());
    mime->setData(QStringLiteral("text/x-tex"), latexText().toUtf8());
    QApplication::clipboard()->setMimeData(mime);
    confirm(tr("Equations copied"));
}

void EquationPanel::copyLatex() const
{
    QApplication::clipboard()->setText(latexText());
    confirm(tr("Equations copied as LaTeX"));
}

void EquationPanel::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    menu.addAction(tr("Copy Equations as Text"), QKeySequence::Copy, this, &EquationPanel::copy);
    menu.addAction(tr("Copy Equations as LaTeX"), this, &EquationPanel::copyLatex);
    menu.exec(event->globalPos());
}

}
