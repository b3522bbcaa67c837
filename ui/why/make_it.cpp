// SPDX-License-Identifier: GPL-3.0-or-later
#include "make_it.h"

#include "entry.h"
#include "formula.h"
#include "icons.h"
#include "measures.h"
#include "session.h"
#include "sweep_view.h"
#include "theme.h"
#include "words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rheobase {

namespace {

template<class Answer, class Wish> std::optional<Answer> solved(const Wish& wish, const std::stop_token& stop)
{
    const auto found = solve(wish.from, wish.goal, stop);
    return found ? std::optional(Answer{wish, *found}) : std::nullopt;
}

/// What has no symbol of the neuron's is told by its name, "step.start".
bool hasSymbol(const std::string& name) { return name.find('.') == std::string::npos; }

QIcon iconOf(const Quantity& q) { return symbolIcon(q.symbol, 12, q.part == Part::none ? theme().text : colourOf(q)); }

/// A nudge upwards does nothing to it.
bool isUnchangedBy(const Experiment& e, const std::string& what, const std::string& name)
{
    const Quantity q = *sweptQuantity(e, name);
    const Experiment other = with(e, name, sweptValue(e, name) + 1e-3 * (q.max - q.min));
    return answerOf(e, what, {}) == answerOf(other, what, {});
}

/// As it was drawn.
QSize sizeOf(const QIcon& icon) { return icon.actualSize({1000, 1000}); }

/// "V_th = −48 mV", with the index below.
QString equation(const Quantity& q, const std::string& by, double value)
{
    return (hasSymbol(by) ? richText(q.symbol) : QString::fromStdString(by)) + QStringLiteral(" = ") + shown(value, q.unit);
}

}

bool MakeIt::suits(const QString& what)
{
    const QStringList ofItsLength{QStringLiteral("spikes"), QStringLiteral("spike.first"), QStringLiteral("spike.last"),
                                  QStringLiteral("adaptation"), QStringLiteral("oscillation")};
    return !ofItsLength.contains(what);
}

MakeIt::MakeIt(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_field(new QLineEdit),
      m_unit(new QLabel),
      m_answer(new QLabel),
      m_told(new QLabel),
      m_by(new QComboBox),
      m_go(new QPushButton),
      m_back(new QPushButton),
      m_others(new QWidget),
      m_search(&solved<Answer, Wish>, [this](const Answer& answer) { take(answer); }),
      m_otherSearch(&solved<Answer, Wish>, [this](const Answer& answer) { addOther(answer); })
{
    m_told->setObjectName(QStringLiteral("told"));
    m_told->setWordWrap(true);
    m_told->setProperty("role", QStringLiteral("faint"));
    auto* rows = new QVBoxLayout(m_others);
    pad(rows, {}, 6);
    auto* column = new QVBoxLayout(this);
    pad(column, {}, 8);
    column->addWidget(makeRow());
    column->addWidget(m_told);
    column->addWidget(m_others);
    keepDressed(this, [this] { dress(); });
    forget();
    connect(m_go, &QPushButton::clicked, this, &MakeIt::begin);
    connect(m_field, &QLineEdit::returnPressed, this, &MakeIt::begin);
    connect(m_field, &QLineEdit::textEdited, this, &MakeIt::forget);
    connect(m_by, &QComboBox::activated, this, &MakeIt::forget);
    connect(m_back, &QPushButton::clicked, this, &MakeIt::goBack);
    connect(&session, &Session::experimentChanged, this, &MakeIt::follow);
}

QWidget* MakeIt::makeRow()
{
    auto* holder = new QWidget;
    m_row = new QBoxLayout(QBoxLayout::LeftToRight, holder);
    auto* row = new QHBoxLayout;
    pad(row, {}, 8);
    auto* make = new QLabel(tr("Make it"));
    QFont bold = make->font();
    bold.setWeight(QFont::DemiBold);
    make->setFont(bold);
    m_field->setObjectName(QStringLiteral("wanted"));
    m_field->setAccessibleName(tr("Wanted value"));
    m_field->setAlignment(Qt::AlignRight);
    keepDressed(m_field, [this] { m_field->setFixedWidth(m_field->fontMetrics().horizontalAdvance(QStringLiteral("000000.000"))); });
    m_by->setObjectName(QStringLiteral("by"));
    m_by->setAccessibleName(tr("By what"));
    m_by->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_by->setMinimumContentsLength(8);
    m_go->setObjectName(QStringLiteral("make"));
    m_go->setProperty("role", QStringLiteral("primary"));
    m_go->setToolTip(tr("Find the value that gives this, and set it; Undo takes it back"));
    m_answer->setObjectName(QStringLiteral("answer"));
    m_back->setObjectName(QStringLiteral("back"));
    m_back->setAccessibleName(tr("Back to the value before"));
    m_unit->setProperty("role", QStringLiteral("faint"));
    for (QWidget* part : std::initializer_list<QWidget*>{make, m_field, m_unit, new QLabel(tr("by"))}) row->addWidget(part);
    row->addWidget(m_by, 1);
    auto* end = new QHBoxLayout;
    pad(end, {}, 8);
    for (QWidget* part : std::initializer_list<QWidget*>{m_go, m_answer, m_back}) end->addWidget(part);
    end->addStretch();
    pad(m_row, {}, 8);
    m_row->addLayout(row, 1);
    m_row->addLayout(end);
    return holder;
}

void MakeIt::setSubject(const QString& what, const QString& name)
{
    m_what = what == u"rate.last" || what == u"rate.formula" ? "rate" : what.toStdString();
    m_name = name;
    const auto quantity = goalQuantity(m_session.experiment(), m_what);
    m_unit->setText(quantity ? fromView(quantity->unit) : QString());
    m_unit->setVisible(!m_unit->text().isEmpty());
    m_field->clear();
    fillChoices();
    forget();
}

void MakeIt::setPresent(std::optional<double> value)
{
    const QString text = value ? shown(*value) : QString();
    if (text != m_field->placeholderText()) m_field->setPlaceholderText(text);
}

/// What follows from the neuron alone does not ask for the stimulus, nor for what does not change it.
void MakeIt::fillChoices()
{
    const Experiment& e = m_session.experiment();
    const Measure* const measure = indexOf(e.model->derived, m_what) ? nullptr : findMeasure(m_what);
    const bool isOfRun = measure && (measure->ofRun || m_what == "impedance");
    std::vector<std::string> names = sweepableNames(e);
    if (isOfRun) std::stable_partition(names.begin(), names.end(), [](const std::string& name) { return name == "I"; });
    else std::erase_if(names, [](const std::string& name) { return name == "I" || name.find('.') != std::string::npos; });
    const auto changesNothing = [&](const std::string& name) { return isUnchangedBy(e, m_what, name); };
    const bool mayBeSilent = m_what == "rate"; // what makes it fire may do nothing at first
    if (costOf(e, m_what) == GoalCost::none && !mayBeSilent) std::erase_if(names, changesNothing);
    m_by->clear();
    for (const std::string& name : names) {
        const Quantity q = *sweptQuantity(e, name);
        const QString key = QString::fromStdString(name);
        m_by->addItem(hasSymbol(name) ? spoken(q.meaning) : key, key);
    }
    dress();
}

void MakeIt::begin()
{
    const auto quantity = goalQuantity(m_session.experiment(), m_what);
    if (!quantity || m_by->currentIndex() < 0) return;
    const Entry entered = entry(m_field->text().toStdString(), 0, *quantity, decimalSign());
    forget();
    if (!entered.value) {
        m_told->setText(entered.problem.empty() ? tr("Type the wanted value, with or without its unit.") : spoken(entered.problem));
        return m_told->show();
    }
    m_field->setText(shown(*entered.value, 7));
    m_go->setEnabled(false);
    m_go->setText(tr("Searching …"));
    m_search.ask({m_session.experiment(), {m_what, *entered.value, m_by->currentData().toString().toStdString()}});
}

void MakeIt::take(const Answer& answer)
{
    m_go->setEnabled(true);
    if (answer.wish.goal.what != m_what || answer.wish.from.model != m_session.experiment().model) return forget();
    if (!answer.solution.isReached) return tellNearest(answer);
    apply(answer);
    m_used = answer.wish.goal.by;
    m_wanted.clear();
    for (const Quantity& q : m_session.model().parameters)
        if (identifier(q.symbol) != answer.wish.goal.by) m_wanted.push_back(identifier(q.symbol));
    askNext(answer.wish);
}

void MakeIt::apply(const Answer& answer)
{
    const Experiment next = with(answer.wish.from, answer.wish.goal.by, answer.solution.value);
    m_before = answer.wish.from;
    m_after = next;
    tellMade(answer);
    const std::string_view unit = goalQuantity(next, m_what)->unit;
    m_session.edit(next, {}, tr("Make the %1 %2").arg(m_name, shown(answer.wish.goal.value, unit)));
}

void MakeIt::tellMade(const Answer& answer)
{
    const std::string& by = answer.wish.goal.by;
    m_go->hide();
    const QString told = equation(*sweptQuantity(answer.wish.from, by), by, answer.solution.value);
    m_answer->setText(QStringLiteral("<b style='color:%1'>✓ %2</b>").arg(theme().rest.name(), told));
    m_answer->show();
    const double before = sweptValue(answer.wish.from, by);
    m_back->setText(tr("Back to %1").arg(shown(before)));
    m_back->show();
}

void MakeIt::tellNearest(const Answer& answer)
{
    forget();
    const std::string& by = answer.wish.goal.by;
    QString text = tr("Out of reach: %1").arg(spoken(answer.solution.reason));
    if (std::isfinite(answer.solution.reached))
        text += u' '
                + tr("The nearest is %1, at %2.")
                      .arg(shown(answer.solution.reached, goalQuantity(answer.wish.from, m_what)->unit),
                           equation(*sweptQuantity(answer.wish.from, by), by, answer.solution.value));
    m_told->setText(text);
    m_told->show();
}

void MakeIt::askNext(const Wish& before)
{
    if (m_wanted.empty()) return;
    Wish wish = before;
    wish.goal.by = m_wanted.front();
    m_wanted.erase(m_wanted.begin());
    m_otherSearch.ask(std::move(wish));
}

/// A parameter that would have done as well.
void MakeIt::addOther(const Answer& answer)
{
    if (!m_before || answer.wish.from != *m_before || answer.wish.goal.what != m_what) return;
    const std::string& by = answer.wish.goal.by;
    if (answer.solution.isReached) {
        const Quantity used = *sweptQuantity(*m_before, m_used), q = *sweptQuantity(*m_before, by);
        m_told->setText(
            tr("or, with %1 left at %2, by one of").arg(richText(used.symbol), shown(sweptValue(*m_before, m_used), used.unit)));
        m_told->show();
        auto* button = new QPushButton(iconOf(q), shown(answer.solution.value, q.unit));
        button->setIconSize(sizeOf(button->icon()));
        button->setObjectName(QStringLiteral("other-") + QString::fromStdString(by));
        button->setToolTip(spoken(q.meaning));
        button->setAccessibleName(QStringLiteral("%1 %2, %3").arg(spoken(q.meaning), fromView(q.symbol), button->text()));
        connect(button, &QPushButton::clicked, this, [this, answer] { apply(answer); });
        placeOther(button);
    }
    askNext(answer.wish);
}

/// Beside the others, or in another row.
void MakeIt::placeOther(QPushButton* button)
{
    auto* rows = static_cast<QVBoxLayout*>(m_others->layout());
    m_roomLeft -= button->sizeHint().width() + rows->spacing();
    if (rows->count() == 0 || m_roomLeft < 0) {
        auto* row = new QHBoxLayout;
        row->addStretch();
        rows->addLayout(row);
        m_roomLeft = width() - button->sizeHint().width();
    }
    auto* row = static_cast<QHBoxLayout*>(rows->itemAt(rows->count() - 1)->layout());
    row->insertWidget(row->count() - 1, button);
    m_others->show();
}

void MakeIt::clearOthers()
{
    for (auto* other : m_others->findChildren<QPushButton*>()) { // perhaps the one that was pressed
        other->hide();
        other->deleteLater();
    }
    while (QLayoutItem* row = m_others->layout()->takeAt(0)) delete row;
    m_others->hide();
}

void MakeIt::goBack()
{
    const std::optional<Experiment> before = m_before; // it is forgotten while it is set
    if (before) m_session.edit(*before);
    forget();
}

/// Before there is an answer.
void MakeIt::forget()
{
    m_before.reset();
    m_after.reset();
    m_wanted.clear();
    m_search.cancel();
    m_otherSearch.cancel();
    m_go->setText(tr("Make it so"));
    m_go->setEnabled(true);
    m_go->show();
    for (QWidget* part : std::initializer_list<QWidget*>{m_answer, m_back, m_told}) part->hide();
    clearOthers();
}

/// Somebody moved something else: the answer holds no longer.
void MakeIt::follow()
{
    if (m_after && m_session.experiment() != *m_after) forget();
}

/// What belongs together stands in one line, where there is room.
void MakeIt::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool isWide = width() > 32 * fontMetrics().height();
    m_row->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

/// Icons are drawn in the look in force.
void MakeIt::dress()
{
    m_back->setIcon(icon(Sign::undo, theme().text));
    QSize icons;
    for (int i = 0; i < m_by->count(); ++i) {
        const std::string name = m_by->itemData(i).toString().toStdString();
        const auto quantity = sweptQuantity(m_session.experiment(), name);
        if (!quantity || !hasSymbol(name)) continue;
        m_by->setItemIcon(i, iconOf(*quantity));
        icons = icons.expandedTo(sizeOf(m_by->itemIcon(i)));
    }
    m_by->setIconSize(icons);
}

}
