// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw_card.h"

#include "lesson_run.h"
#include "theme.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace rheobase {

namespace {

constexpr int mostLetters = 80;

QLineEdit* field(const char* id, const QString& text)
{
    auto* made = new QLineEdit(text);
    made->setObjectName(QLatin1String(id));
    made->setMaxLength(mostLetters);
    return made;
}

QLabel* wrapped(const QString& text, const char* role)
{
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    label->setProperty("role", QLatin1String(role));
    return label;
}

}

DrawCard::DrawCard(LessonRun& run, QWidget* parent)
    : QFrame(parent),
      m_run(run),
      m_name(field("drawName", QString::fromStdString(run.walk().report().name))),
      m_word(field("drawWord", run.classWord())),
      m_draw(new QPushButton(tr("Seal my neuron"))),
      m_said(wrapped({}, "faint"))
{
    setObjectName(QStringLiteral("drawCard"));
    setProperty("role", QStringLiteral("question"));
    setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    pad(column, {12, 10, 12, 12}, 8);
    column->addWidget(wrapped(tr("In this lesson everybody measures another neuron. Your class word and name choose yours."), "ask"));
    for (const auto& [edit, text] :
         {std::pair(m_name, tr("Name or pseudonym")), std::pair(m_word, tr("Class word (your teacher tells it)"))}) {
        auto* label = new QLabel(text);
        label->setBuddy(edit);
        edit->setAccessibleName(text);
        column->addWidget(label);
        column->addWidget(edit);
        connect(edit, &QLineEdit::returnPressed, this, &DrawCard::take);
    }
    m_draw->setObjectName(QStringLiteral("draw"));
    m_draw->setAutoDefault(false);
    m_draw->setToolTip(tr("Both may stay empty: then the neuron is drawn by chance"));
    column->addWidget(m_draw, 0, Qt::AlignLeft);
    m_said->setObjectName(QStringLiteral("drawn"));
    column->addWidget(m_said);
    connect(m_draw, &QPushButton::clicked, this, &DrawCard::take);
    refresh();
}

void DrawCard::take()
{
    if (m_run.walk().canDraw()) m_run.introduce(m_name->text(), m_word->text());
}

void DrawCard::refresh()
{
    const bool isOpen = m_run.walk().canDraw();
    for (QWidget* each : {static_cast<QWidget*>(m_name), static_cast<QWidget*>(m_word), static_cast<QWidget*>(m_draw)})
        each->setEnabled(isOpen);
    m_said->setText(!isOpen                       ? tr("You have measured it: it stays the neuron that it is.")
                    : m_run.classWord().isEmpty() ? tr("Without a class word it is drawn by chance.")
                                                  : tr("Yours is sealed."));
}

}
