// SPDX-License-Identifier: GPL-3.0-or-later
#include "gate_card.h"

#include "lesson_run.h"
#include "theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace rheobase {

GateCard::GateCard(LessonRun& run) : m_run(run), m_word(new QLineEdit), m_refusal(new QLabel)
{
    setObjectName(QStringLiteral("gate"));
    setProperty("role", QStringLiteral("question"));
    setAttribute(Qt::WA_StyledBackground);
    auto* says = new QLabel(tr("Your teacher says a word when everybody has predicted."));
    says->setWordWrap(true);
    says->setProperty("role", QStringLiteral("ask"));
    m_word->setObjectName(QStringLiteral("gateWord"));
    m_word->setAccessibleName(tr("Word of your teacher"));
    m_word->setToolTip(tr("Capitals and spaces do not matter (Return)"));
    m_refusal->setObjectName(QStringLiteral("refusal"));
    m_refusal->setProperty("role", QStringLiteral("refusal"));
    m_refusal->setWordWrap(true);
    m_refusal->hide();
    auto* go = new QPushButton(tr("Open the step"));
    go->setObjectName(QStringLiteral("openGate"));
    go->setAutoDefault(false);
    go->setProperty("role", QStringLiteral("primary"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_word, 1);
    row->addWidget(go);
    auto* column = new QVBoxLayout(this);
    pad(column, {14, 12, 14, 12}, 8);
    column->addWidget(says);
    column->addLayout(row);
    column->addWidget(m_refusal);
    setFocusProxy(m_word);
    connect(m_word, &QLineEdit::returnPressed, this, &GateCard::open);
    connect(m_word, &QLineEdit::textEdited, m_refusal, &QWidget::hide);
    connect(go, &QPushButton::clicked, this, &GateCard::open);
}

void GateCard::open()
{
    if (m_run.open(m_word->text())) return;
    m_refusal->setText(m_word->text().trimmed().isEmpty()
                           ? tr("Type the word that your teacher says.")
                           : tr("That is not the word. Ask how it is spelled; capitals and spaces do not matter."));
    m_refusal->show();
    m_word->selectAll();
    m_word->setFocus();
}

}
