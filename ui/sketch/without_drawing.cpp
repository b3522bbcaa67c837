// SPDX-License-Identifier: GPL-3.0-or-later
#include "without_drawing.h"

#include "entry.h"
#include "sketch_plot.h"
#include "theme.h"
#include "words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace rheobase {

WithoutDrawing::WithoutDrawing(SketchPlot& plot, QWidget* parent)
    : QFrame(parent), m_plot(plot), m_candidates(candidatesOf(plot.sketch())), m_refusal(new QLabel)
{
    setObjectName(QStringLiteral("withoutDrawing"));
    setProperty("role", QStringLiteral("card"));
    setAttribute(Qt::WA_StyledBackground);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto* column = new QVBoxLayout(this);
    pad(column, {16, 8, 16, 8}, 4);
    auto* row = new QHBoxLayout;
    pad(row, {}, 16);
    column->addLayout(row);
    auto* words = new QVBoxLayout;
    pad(words, {}, 2);
    auto* title = new QLabel(tr("Without drawing"));
    title->setProperty("role", QStringLiteral("title"));
    auto* help = new QLabel(plot.sketch().isFunction() ? tr("In numbers, or as one of these curves") : tr("One of these paths"));
    help->setProperty("role", QStringLiteral("faint"));
    help->setWordWrap(true);
    words->addWidget(title);
    words->addWidget(help);
    words->addStretch();
    row->addLayout(words, 1);
    if (plot.sketch().isFunction()) addNumbers(row);
    addCandidates(row);
    m_refusal->setProperty("role", QStringLiteral("refusal"));
    m_refusal->setWordWrap(true);
    m_refusal->hide();
    column->addWidget(m_refusal);
    connect(&plot, &SketchPlot::drawn, this, &WithoutDrawing::follow);
    connect(&plot, &SketchPlot::candidateWanted, this, &WithoutDrawing::choose);
    follow();
}

void WithoutDrawing::addNumbers(QHBoxLayout* row)
{
    const Sketch& sketch = m_plot.sketch();
    for (std::size_t i = 0; i < SketchPlot::handleCount; ++i) {
        const QString place = shown(sketch.across.value(m_plot.handleX(i)), sketch.across.quantity.unit, 3);
        const QString name = richText(sketch.up.name == "rate" ? std::string_view("rate") : sketch.up.quantity.symbol);
        auto* part = new QVBoxLayout;
        pad(part, {}, 2);
        auto* label = new QLabel((sketch.up.name == "rate" ? tr("rate") : name) + QStringLiteral(" (%1)").arg(place));
        auto* field = new QLineEdit;
        field->setObjectName(QStringLiteral("number%1").arg(i + 1));
        field->setAccessibleName(
            tr("%1 at %2, in %3").arg(QString::fromStdString(sketch.up.name), place, fromView(sketch.up.quantity.unit)));
        field->setToolTip(tr("A number, with or without its unit; it moves the line"));
        field->setPlaceholderText(tr("open"));
        field->setAlignment(Qt::AlignRight);
        keepDressed(field, [field] { field->setFixedWidth(scaled(84)); });
        connect(field, &QLineEdit::editingFinished, this, [this, i] { takeNumber(i); });
        m_fields.push_back(field);
        auto* line = new QHBoxLayout;
        pad(line, {}, 4);
        line->addWidget(field);
        auto* unit = new QLabel(fromView(sketch.up.quantity.unit));
        unit->setProperty("role", QStringLiteral("faint"));
        line->addWidget(unit);
        part->addWidget(label);
        part->addLayout(line);
        part->addStretch();
        row->addLayout(part);
    }
}

void WithoutDrawing::addCandidates(QHBoxLayout* row)
{
    auto* part = new QVBoxLayout;
    pad(part, {}, 2);
    auto* label = new QLabel(m_plot.sketch().isFunction() ? tr("or choose, and bend it") : tr("choose"));
    label->setProperty("role", QStringLiteral("faint"));
    part->addWidget(label);
    auto* line = new QHBoxLayout;
    pad(line, {}, 6);
    for (std::size_t i = 0; i < m_candidates.size(); ++i) {
        auto* button = new QToolButton;
        button->setObjectName(QStringLiteral("candidate%1").arg(i + 1));
        button->setProperty("role", QStringLiteral("candidate"));
        button->setAccessibleName(tr("Curve %1: %2").arg(i + 1).arg(m_candidates[i].name));
        button->setToolTip(QStringLiteral("%1 (%2)").arg(m_candidates[i].name).arg(i + 1));
        keepDressed(button, [this, button, i] {
            button->setIcon(pictureOf(m_plot.sketch(), m_candidates[i], static_cast<int>(i) + 1));
            button->setIconSize(scaled(QSize(64, 34)));
        });
        connect(button, &QToolButton::clicked, this, [this, i] { choose(static_cast<int>(i)); });
        m_buttons.push_back(button);
        line->addWidget(button);
    }
    part->addLayout(line);
    part->addStretch();
    row->addLayout(part);
}

/// A curve that is chosen is a line that can be bent.
void WithoutDrawing::choose(int index)
{
    if (index >= static_cast<int>(m_candidates.size()) || m_plot.isFrozen()) return;
    m_plot.take(m_candidates[static_cast<std::size_t>(index)].parts);
    m_plot.setBending(true);
    m_plot.setFocus();
}

void WithoutDrawing::takeNumber(std::size_t index)
{
    QLineEdit* field = m_fields[index];
    if (!field->isModified() || field->text().trimmed().isEmpty()) return;
    const Sketch& sketch = m_plot.sketch();
    Quantity quantity{};
    quantity.symbol = sketch.up.name;
    quantity.unit = sketch.up.quantity.unit;
    const Entry read = entry(field->text().toStdString(), m_plot.handleValue(index).value_or(0), quantity, decimalSign());
    QString problem;
    if (!read.problem.empty()) problem = spoken(read.problem);
    else if (!read.value || !std::isfinite(*read.value)) problem = tr("This is no number.");
    else if (!sketch.up.contains(*read.value))
        problem = tr("The axis goes from %1 to %2.").arg(shown(sketch.up.least), shown(sketch.up.most, quantity.unit));
    m_refusal->setText(QStringLiteral("⚠ ") + typeset(problem));
    m_refusal->setVisible(!problem.isEmpty());
    if (!problem.isEmpty()) return;
    field->setModified(false);
    m_plot.setHandleValue(index, *read.value);
}

void WithoutDrawing::follow()
{
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        const auto value = m_plot.handleValue(i);
        if (m_fields[i]->isModified() && m_fields[i]->hasFocus()) continue;
        m_fields[i]->setText(value ? shown(*value, 3) : QString());
    }
}

}
