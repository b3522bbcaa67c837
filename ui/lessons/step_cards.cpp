// SPDX-License-Identifier: GPL-3.0-or-later
#include "step_cards.h"

#include "theme.h"
#include "words.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace rheobase {

void setRole(QWidget* widget, const char* role)
{
    if (widget->property("role") == QLatin1String(role)) return; // styling takes long
    widget->setProperty("role", QLatin1String(role));
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

// ProgressBar ---------------------------------------------------------------------------------------------------------

ProgressBar::ProgressBar(LessonRun& run, QWidget* parent) : QWidget(parent), m_run(run)
{
    setObjectName(QStringLiteral("progress"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    refresh();
}

QSize ProgressBar::sizeHint() const { return scaled(QSize(120, 6)); }

void ProgressBar::refresh()
{
    const std::size_t count = m_run.walk().lesson().steps.size();
    std::size_t done = 0;
    for (std::size_t i = 0; i < count; ++i) done += m_run.walk().stateOf(i) != Walk::State::open;
    setAccessibleName(tr("%1 of %2 steps done").arg(done).arg(count));
    setToolTip(accessibleName());
    update();
}

void ProgressBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto count = static_cast<double>(m_run.walk().lesson().steps.size());
    const double gap = exactly(6), width = (this->width() - gap * (count - 1)) / count, half = height() / 2.0;
    for (std::size_t i = 0; i < m_run.walk().lesson().steps.size(); ++i) {
        const QRectF piece(static_cast<double>(i) * (width + gap), 0, width, height());
        const auto state = m_run.walk().stateOf(i);
        painter.setPen(Qt::NoPen);
        painter.setBrush(state == Walk::State::done ? theme().rest : i == m_run.walk().index() ? theme().accent : theme().border);
        if (state == Walk::State::believed) {
            painter.setPen(QPen(theme().rest, exactly(1.5)));
            painter.setBrush(theme().panel);
        }
        const double inset = state == Walk::State::believed ? exactly(0.75) : 0;
        painter.drawRoundedRect(piece.adjusted(inset, inset, -inset, -inset), half, half);
    }
}

// VerdictCard ---------------------------------------------------------------------------------------------------------

VerdictCard::VerdictCard(LessonRun& run, const Check& check, QWidget* parent)
    : QFrame(parent), m_run(run), m_check(check), m_words(new QLabel)
{
    setObjectName(QStringLiteral("verdict-") + QString::fromStdString(check.id));
    setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    pad(column, {12, 9, 12, 9}, 0);
    m_words->setObjectName(QStringLiteral("words"));
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::RichText);
    column->addWidget(m_words);
    refresh();
}

void VerdictCard::refresh()
{
    const Judgement* told = m_run.told(m_check);
    QString text;
    if (m_run.walk().isSolved(m_check)) {
        setRole(this, "done");
        text = QStringLiteral("<b>✓ %1</b>").arg(tr("Done."));
    } else if (told) {
        setRole(this, "notYet");
        text = QStringLiteral("<b>%1</b> ").arg(tr("Not yet."));
        if (!m_check.isQuiet || told->verdict == Verdict::notYet) text += typeset(capitalised(spoken(told->sentence)));
        if (!told->feedback.empty()) text += QStringLiteral("<br>") + typeset(QString::fromStdString(told->feedback));
    }
    m_words->setText(text);
    setVisible(!text.isEmpty());
}

// HintLadder ----------------------------------------------------------------------------------------------------------

HintLadder::HintLadder(LessonRun& run, const Hint& hint, QWidget* parent)
    : QWidget(parent), m_run(run), m_hint(hint), m_rungs(new QVBoxLayout), m_next(new QPushButton), m_waiting(new QLabel)
{
    setObjectName(QStringLiteral("hints"));
    auto* column = new QVBoxLayout(this);
    pad(column, {}, 6);
    pad(m_rungs, {}, 6);
    column->addLayout(m_rungs);
    m_next->setObjectName(QStringLiteral("nextHint"));
    m_next->setProperty("role", QStringLiteral("link"));
    m_next->setAutoDefault(false);
    m_waiting->setProperty("role", QStringLiteral("faint"));
    m_waiting->setWordWrap(true);
    column->addWidget(m_next, 0, Qt::AlignLeft);
    column->addWidget(m_waiting);
    connect(m_next, &QPushButton::clicked, &run, &LessonRun::takeHint);
    connect(&m_second, &QTimer::timeout, this, &HintLadder::refresh);
    m_second.start(1000);
    refresh();
}

void HintLadder::refresh()
{
    const int all = static_cast<int>(m_hint.rungs.size()), taken = std::min(m_run.walk().hints(), all);
    for (int i = m_rungs->count(); i < taken; ++i) {
        auto* rung = new QLabel(
            QStringLiteral("<b>%1</b> %2")
                .arg(tr("Hint %1 of %2.").arg(i + 1).arg(all), typeset(QString::fromStdString(m_hint.rungs[static_cast<std::size_t>(i)]))));
        rung->setWordWrap(true);
        rung->setTextFormat(Qt::RichText);
        m_rungs->addWidget(rung);
    }
    const int seconds = m_run.secondsToHint();
    const bool isMore = taken < all, isOpen = seconds == 0;
    m_next->setText(taken == 0 ? tr("Show a hint") : tr("Show the next hint"));
    m_next->setVisible(isMore && isOpen);
    m_waiting->setText((taken == 0 ? tr("A hint in %1 s, or after a check") : tr("Next hint in %1 s, or after a check")).arg(seconds));
    m_waiting->setVisible(isMore && !isOpen);
}

}
