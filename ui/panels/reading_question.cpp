// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading_question.h"

#include "theme.h"
#include "words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace rheobase {

ReadingQuestion::ReadingQuestion(const QString& text, const std::vector<double>& readings, const Unit& unit, QWidget* parent)
    : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    pad(column, {0, 2, 0, 2}, 3);
    auto* row = new QHBoxLayout;
    pad(row, {}, 6);
    auto* question = new QLabel(tr("Which is “%1”?").arg(text));
    question->setTextFormat(Qt::PlainText);
    question->setProperty("role", QStringLiteral("question"));
    question->setWordWrap(true);
    column->addWidget(question);
    column->addLayout(row);
    row->addStretch();
    for (const double value : readings) {
        auto* button = new QToolButton;
        button->setText(shown(value, unit, 9));
        button->setAccessibleName(QStringLiteral("%1 %2").arg(question->text(), button->text()));
        button->setFocusPolicy(Qt::StrongFocus);
        row->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, value] { emit chosen(value); });
    }
    setAccessibleName(question->text());
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a panel grows no wider for it
}

void ReadingQuestion::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (auto* button = qobject_cast<QToolButton*>(focusWidget())) button->click();
        break;
    case Qt::Key_Left: focusPreviousChild(); break;
    case Qt::Key_Right: focusNextChild(); break;
    case Qt::Key_Escape: emit dismissed(); break;
    default: QWidget::keyPressEvent(event);
    }
}

}
