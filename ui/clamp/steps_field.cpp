// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps_field.h"

#include "session.h"
#include "test_potentials.h"
#include "theme.h"
#include "words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace rheobase {

StepsField::StepsField(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_count(new QLabel), m_unit(new QLabel), m_refusal(new QLabel), m_box(new QLineEdit)
{
    auto* title = new QLabel(tr("Test potentials"));
    for (QLabel* label : {title, m_count, m_unit}) label->setProperty("role", QStringLiteral("faint"));
    title->setBuddy(m_box);
    m_count->setObjectName(QStringLiteral("stepCount"));
    m_refusal->setObjectName(QStringLiteral("stepsRefused"));
    m_refusal->setProperty("role", QStringLiteral("refusal"));
    m_refusal->setWordWrap(true);
    m_refusal->hide();
    m_box->setObjectName(QStringLiteral("steps"));
    m_box->setAccessibleName(tr("Test potentials in %1").arg(fromView(session.model().state[0].unit)));
    m_box->setToolTip(tr("A list, −40, −20, 0, or from:to:count: −40:60:11 are eleven steps from −40 to 60 mV"));
    m_unit->setText(fromView(session.model().state[0].unit));
    m_unit->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto* inside = new QHBoxLayout(m_box);
    pad(inside, {0, 0, 7, 0});
    inside->addWidget(m_unit, 0, Qt::AlignRight | Qt::AlignVCenter);
    auto* head = new QHBoxLayout;
    pad(head, {}, 4);
    head->addWidget(title);
    head->addStretch();
    head->addWidget(m_count);
    auto* column = new QVBoxLayout(this);
    pad(column, {4, 2, 4, 2}, 2);
    column->addLayout(head);
    column->addWidget(m_box);
    column->addWidget(m_refusal);
    connect(m_box, &QLineEdit::textEdited, this, [this] { m_isTyping = true; });
    connect(m_box, &QLineEdit::editingFinished, this, &StepsField::finish);
    m_box->installEventFilter(this);
    keepDressed(this, [this] { m_box->setTextMargins(0, 0, m_unit->sizeHint().width() + scaled(5), 0); });
    refresh();
}

void StepsField::refresh()
{
    const VoltageClamp& clamp = m_session.experiment().clamp;
    m_count->setText(clamp.steps.size() == 1 ? tr("1 step") : tr("%1 steps").arg(clamp.steps.size()));
    m_box->setEnabled(!m_session.veil().isLocked("clamp"));
    if (m_isTyping) return;
    if (const QString text = written(clamp.steps); text != m_box->text()) m_box->setText(text);
    refuse({});
}

/// The step that was chosen stays chosen, or the nearest one is.
void StepsField::finish()
{
    if (!m_isTyping) return;
    const auto read = readSteps(m_box->text(), m_session.model());
    if (const auto* why = std::get_if<QString>(&read)) return refuse(*why);
    Experiment next = m_session.experiment();
    const double before = next.clamp.steps[next.clamp.chosen];
    next.clamp.steps = std::get<std::vector<double>>(read);
    const auto distance = [before](double step) { return std::abs(step - before); };
    next.clamp.chosen = static_cast<std::size_t>(std::ranges::min_element(next.clamp.steps, {}, distance) - next.clamp.steps.begin());
    if (const Sentence why = m_session.edit(next); !why.empty()) return refuse(spoken(why));
    m_isTyping = false;
    refresh();
}

void StepsField::refuse(const QString& sentence)
{
    const bool isRefused = !sentence.isEmpty();
    if (isRefused) m_refusal->setText(QStringLiteral("⚠ ") + sentence);
    if (m_refusal->isHidden() != isRefused) return;
    m_refusal->setVisible(isRefused);
    m_box->setAccessibleDescription(sentence);
    m_box->setProperty("refused", isRefused);
    m_box->style()->polish(m_box);
}

/// Escape takes back what was typed; undo is the window's where nothing was.
bool StepsField::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && !m_isTyping) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape && m_isTyping) {
        m_isTyping = false;
        refresh();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

}
