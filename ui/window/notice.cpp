// SPDX-License-Identifier: GPL-3.0-or-later
#include "notice.h"

#include "theme.h"
#include "words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace rheobase {

Notice::Notice(QWidget* parent) : QFrame(parent), m_text(new QLabel)
{
    setObjectName(QStringLiteral("notice"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* close = new QToolButton;
    close->setText(QStringLiteral("×"));
    close->setAccessibleName(tr("Close the message"));
    connect(close, &QToolButton::clicked, this, &Notice::clear);
    auto* row = new QHBoxLayout(this);
    pad(row, {12, 6, 6, 6});
    row->addWidget(new QLabel(QStringLiteral("⚠")));
    row->addWidget(m_text, 1);
    row->addWidget(close);
    hide();
}

void Notice::say(const QString& sentence)
{
    m_text->setText(typeset(sentence));
    setAccessibleName(sentence);
    show();
}

void Notice::clear() { hide(); }

}
