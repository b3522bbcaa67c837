// SPDX-License-Identifier: GPL-3.0-or-later
#include "ask_card.h"

#include "html.h"
#include "icons.h"
#include "lesson_run.h"
#include "theme.h"
#include "words.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace rheobase {

namespace {

QString fromText(const std::string& text) { return QString::fromStdString(text); }

QLabel* wrapped(const QString& text, const char* role = nullptr)
{
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::RichText);
    if (role) label->setProperty("role", QLatin1String(role));
    return label;
}

/// A line of Markdown without its paragraph.
QString inLine(const std::string& markdown) { return typeset(fromText(markdown)).replace(QStringLiteral("**"), QString()); }

/// A button that wraps its text: a label beside it, which presses it.
class Option : public QWidget {
public:
    Option(QAbstractButton* button, const QString& text) : m_button(button)
    {
        auto* row = new QHBoxLayout(this);
        pad(row, {0, 2, 0, 2}, 8);
        auto* words = wrapped(text);
        button->setAccessibleName(words->text());
        row->addWidget(button, 0, Qt::AlignTop);
        row->addWidget(words, 1);
    }

protected:
    void mouseReleaseEvent(QMouseEvent*) override { m_button->click(); }

private:
    QAbstractButton* m_button;
};

/// Options that are put into order: dragged, or moved with Alt and an arrow.
class OrderList : public QListWidget {
public:
    OrderList()
    {
        setObjectName(QStringLiteral("order"));
        setDragDropMode(InternalMove);
        setSelectionMode(SingleSelection);
        setWordWrap(true);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setAccessibleName(AskCard::tr("Order"));
        setToolTip(AskCard::tr("Drag the lines, or move one with Alt ↑ and Alt ↓"));
    }
    void add(const std::string& name, const QString& text)
    {
        auto* item = new QListWidgetItem(text, this);
        item->setData(Qt::UserRole, fromText(name));
        setFixedHeight(count() * scaled(30) + scaled(6));
    }
    std::vector<std::string> names() const
    {
        std::vector<std::string> found;
        for (int i = 0; i < count(); ++i) found.push_back(item(i)->data(Qt::UserRole).toString().toStdString());
        return found;
    }

protected:
    void keyPressEvent(QKeyEvent* event) override
    {
        const int by = event->key() == Qt::Key_Up ? -1 : event->key() == Qt::Key_Down ? 1 : 0, row = currentRow();
        if (by == 0 || !(event->modifiers() & Qt::AltModifier)) return QListWidget::keyPressEvent(event);
        if (row + by < 0 || row + by >= count()) return;
        insertItem(row + by, takeItem(row));
        setCurrentRow(row + by);
    }
};

}

AskCard::AskCard(LessonRun& run, const Ask& ask, QWidget* parent) : QFrame(parent), m_run(run), m_ask(ask), m_column(new QVBoxLayout(this))
{
    setObjectName(fromText(ask.id));
    setProperty("role", QStringLiteral("question"));
    setAttribute(Qt::WA_StyledBackground);
    pad(m_column, {12, 10, 12, 12}, 8);
    refresh();
}

QString AskCard::prompt() const { return inLine(withValues(m_ask.prompt, m_run.walk().step())); }

AskCard::Face AskCard::wanted() const
{
    if (!m_run.walk().replyTo(m_ask) || m_isChanging) return Face::open;
    return m_run.walk().isFrozen(m_ask) ? Face::frozen : Face::answered;
}

void AskCard::refresh()
{
    if (m_run.walk().isFrozen(m_ask)) m_isChanging = false;
    if (wanted() != m_face) build(wanted());
}

void AskCard::build(Face face)
{
    m_face = face;
    if (m_body) { // it may hold the button that was pressed
        m_body->hide();
        m_body->setObjectName(QStringLiteral("gone"));
        m_column->removeWidget(m_body);
        m_body->deleteLater();
    }
    m_body = new QWidget;
    auto* column = new QVBoxLayout(m_body);
    pad(column, {}, 8);
    m_column->addWidget(m_body);
    auto* head = new QHBoxLayout;
    const QString name = m_run.walk().isPrediction(m_ask) ? (face == Face::open ? tr("Predict") : tr("Your prediction")) : tr("Question");
    auto* title = wrapped(name.toUpper(), "section");
    title->setAccessibleName(name);
    title->setWordWrap(false);
    head->addWidget(title);
    head->addStretch();
    if (face == Face::frozen) {
        auto* sign = new QLabel;
        keepDressed(sign, [sign] { sign->setPixmap(icon(Sign::lock, theme().faint).pixmap(scaled(QSize(12, 12)))); });
        head->addWidget(sign);
        auto* frozen = wrapped(tr("frozen, you have run it"), "faint");
        frozen->setWordWrap(false);
        head->addWidget(frozen);
    }
    column->addLayout(head);
    if (face == Face::open) addInput();
    else addAnswer(face == Face::frozen);
}

void AskCard::addInput()
{
    auto* column = static_cast<QVBoxLayout*>(m_body->layout());
    column->addWidget(wrapped(prompt(), "ask"));
    switch (m_ask.kind) {
    case Ask::Kind::number: addNumber(); break;
    case Ask::Kind::choice: addChoice(); break;
    case Ask::Kind::order: addOrder(); break;
    case Ask::Kind::text: addText(); break;
    case Ask::Kind::sketch: return addSketch();
    }
    m_refusal = wrapped({}, "refusal");
    m_refusal->hide();
    column->addWidget(m_refusal);
    auto* take = new QPushButton(m_run.walk().isPrediction(m_ask) ? tr("That is my prediction") : tr("Answer"));
    take->setObjectName(QStringLiteral("answer"));
    take->setProperty("role", QStringLiteral("primary"));
    take->setAutoDefault(false);
    connect(take, &QPushButton::clicked, this, &AskCard::take);
    column->addWidget(take, 0, Qt::AlignLeft);
}

void AskCard::addNumber()
{
    auto* row = new QHBoxLayout;
    auto* field = new QLineEdit;
    field->setObjectName(QStringLiteral("field"));
    field->setAccessibleName(fromText(m_ask.prompt));
    field->setToolTip(tr("A number, with or without its unit; 20/3 is computed"));
    keepDressed(field, [field] { field->setFixedWidth(scaled(110)); });
    if (const auto reply = m_run.walk().replyTo(m_ask)) field->setText(fromText(reply->answer.text));
    connect(field, &QLineEdit::returnPressed, this, &AskCard::take);
    row->addWidget(field);
    row->addWidget(wrapped(fromText(m_ask.unit), "faint"));
    row->addStretch();
    static_cast<QVBoxLayout*>(m_body->layout())->addLayout(row);
}

void AskCard::addChoice()
{
    auto* group = new QButtonGroup(m_body);
    group->setExclusive(!m_ask.takesSeveral());
    const auto reply = m_run.walk().replyTo(m_ask);
    for (const std::string& name : shuffled(m_ask)) {
        const Ask::Option& option = *std::ranges::find(m_ask.options, name, &Ask::Option::name);
        auto* button = m_ask.takesSeveral() ? static_cast<QAbstractButton*>(new QCheckBox) : new QRadioButton;
        button->setObjectName(fromText(option.name));
        group->addButton(button);
        button->setChecked(reply && std::ranges::find(reply->answer.chosen, option.name) != reply->answer.chosen.end());
        m_body->layout()->addWidget(new Option(button, inLine(option.text)));
    }
    // Tab goes to the one that is checked; Qt lets it go to none where none is.
    if (!m_ask.takesSeveral() && !group->checkedButton()) group->buttons().first()->setFocusPolicy(Qt::StrongFocus);
}

void AskCard::addOrder()
{
    auto* list = new OrderList;
    const auto reply = m_run.walk().replyTo(m_ask);
    for (const std::string& name : reply ? reply->answer.chosen : shuffled(m_ask))
        list->add(name, fromText(std::ranges::find(m_ask.options, name, &Ask::Option::name)->text));
    list->setCurrentRow(0);
    m_body->layout()->addWidget(list);
}

void AskCard::addText()
{
    auto* field = new QPlainTextEdit;
    field->setObjectName(QStringLiteral("field"));
    field->setAccessibleName(fromText(m_ask.prompt));
    field->setTabChangesFocus(true);
    keepDressed(field, [field] { field->setFixedHeight(scaled(84)); });
    if (const auto reply = m_run.walk().replyTo(m_ask)) field->setPlainText(fromText(reply->answer.text));
    m_body->layout()->addWidget(field);
}

/// It is drawn beside the lesson.
void AskCard::addSketch()
{
    auto* column = static_cast<QVBoxLayout*>(m_body->layout());
    column->addWidget(
        wrapped(tr("Draw it on the axes beside this text, or say it there in numbers. It stays yours to change until you run; "
                   "then it lies under what the neuron does."),
                "faint"));
    auto* none = new QPushButton(tr("I have no idea yet"));
    none->setObjectName(QStringLiteral("noIdea"));
    none->setToolTip(tr("That is an answer, too: the run shows you"));
    none->setAutoDefault(false);
    connect(none, &QPushButton::clicked, this, [this] { m_run.answer(m_ask, Stroke()), emit answered(); });
    column->addWidget(none, 0, Qt::AlignLeft);
}

void AskCard::take()
{
    Sentence problem;
    std::vector<std::string> chosen;
    for (const auto* button : m_body->findChildren<QAbstractButton*>())
        if (button->isCheckable() && button->isChecked()) chosen.push_back(button->objectName().toStdString());
    const bool wasChanging = std::exchange(m_isChanging, false);
    if (const auto* field = m_body->findChild<QLineEdit*>(); field && field->text().trimmed().isEmpty())
        problem = {QT_TRANSLATE_NOOP("Tables", "Type a number first."), {}};
    else if (field) problem = m_run.answer(m_ask, field->text());
    else if (const auto* text = m_body->findChild<QPlainTextEdit*>()) problem = m_run.answer(m_ask, text->toPlainText());
    else if (const auto* list = dynamic_cast<OrderList*>(m_body->findChild<QListWidget*>())) problem = m_run.answer(m_ask, list->names());
    else if (chosen.empty()) problem = {QT_TRANSLATE_NOOP("Tables", "Choose first."), {}};
    else problem = m_run.answer(m_ask, std::move(chosen));
    if (problem.empty()) return emit answered();
    m_isChanging = wasChanging;
    m_refusal->setText(QStringLiteral("⚠ ") + typeset(spoken(problem)));
    m_refusal->show();
}

QString AskCard::shownAnswer() const
{
    const Answer answer = m_run.walk().replyTo(m_ask)->answer;
    if (m_ask.kind == Ask::Kind::sketch) return answer.stroke.empty() ? tr("I have no idea yet") : tr("It is drawn.");
    if (m_ask.kind == Ask::Kind::number) return shown(answer.value.value_or(0), m_ask.unit);
    if (answer.chosen.empty()) return fromText(answer.text).toHtmlEscaped();
    QStringList texts;
    for (const std::string& name : answer.chosen)
        if (const auto option = std::ranges::find(m_ask.options, name, &Ask::Option::name); option != m_ask.options.end())
            texts << inLine(option->text);
    return texts.join(m_ask.kind == Ask::Kind::order ? QStringLiteral(" → ") : QStringLiteral("<br>"));
}

/// The question with its answer: beside it where it is short.
void AskCard::addAnswer(bool isFrozen)
{
    auto* column = static_cast<QVBoxLayout*>(m_body->layout());
    const bool isShort = m_ask.kind == Ask::Kind::number;
    auto* row = new QHBoxLayout;
    auto* given = wrapped(shownAnswer(), "given");
    given->setObjectName(QStringLiteral("given"));
    given->setWordWrap(!isShort);
    row->addWidget(wrapped(prompt()), 1);
    if (isShort) row->addWidget(given, 0, Qt::AlignVCenter);
    column->addLayout(row);
    if (!isShort) column->addWidget(given);
    addFeedback();
    if (isFrozen) return;
    if (m_ask.kind == Ask::Kind::sketch) return column->addWidget(wrapped(tr("You can draw it anew until you run."), "faint"));
    auto* change = new QPushButton(tr("Change it"));
    change->setObjectName(QStringLiteral("change"));
    change->setProperty("role", QStringLiteral("link"));
    change->setAutoDefault(false);
    connect(change, &QPushButton::clicked, this, [this] { m_isChanging = true, refresh(); });
    column->addWidget(change, 0, Qt::AlignLeft);
}

/// Of a prediction only once the run has shown it.
void AskCard::addFeedback()
{
    const Reply reply = *m_run.walk().replyTo(m_ask);
    const bool isPrediction = m_run.walk().isPrediction(m_ask);
    if (reply.points) return addPoints(*reply.points, inLine(reply.feedback));
    if (!m_ask.isJudged() || !reply.isRight || (isPrediction && !m_run.walk().isFrozen(m_ask))) return;
    QString text = inLine(reply.feedback);
    if (*reply.isRight) text = QStringLiteral("<b>✓</b> ") + (isPrediction ? tr("As you said.") : tr("Right."));
    else if (text.isEmpty()) text = isPrediction ? tr("The run says something else. Where do they part?") : tr("Not that. Try again.");
    auto* feedback = wrapped(text, *reply.isRight ? "done" : isPrediction ? "beside" : "notYet");
    feedback->setObjectName(QStringLiteral("feedback"));
    m_body->layout()->addWidget(feedback);
    if (m_ask.sketch) addFeatures();
}

/// What was looked for in a drawing, one by one.
void AskCard::addFeatures()
{
    const Stroke stroke = m_run.walk().replyTo(m_ask)->answer.stroke;
    const Strokes others = m_run.walk().strokes();
    QStringList lines;
    for (const Sketch::Rule& rule : m_ask.sketch->rules) {
        if (rule.isMistake) continue;
        const bool isThere = has(*m_ask.sketch, stroke, rule.features[0], others);
        const QString words = capitalised(spoken(wordsOf(*m_ask.sketch, rule.features[0])));
        lines << QStringLiteral("%1 %2").arg(isThere ? QStringLiteral("✓") : QStringLiteral("≠"), typeset(words));
    }
    auto* found = wrapped(lines.join(QStringLiteral("<br>")), "faint");
    found->setObjectName(QStringLiteral("features"));
    m_body->layout()->addWidget(found);
}

/// How near an estimate of what is sealed comes; never to what.
void AskCard::addPoints(int points, const QString& reason)
{
    const QString texts[] = {tr("Not near yet: 0 of 2 points. Measure it once more."),
                             tr("Near: 1 of 2 points. A finer measurement gets you the other one."), tr("Measured well: 2 of 2 points.")};
    auto* feedback =
        wrapped((points == 2 ? QStringLiteral("<b>✓</b> ") : QString()) + texts[points] + (reason.isEmpty() ? QString() : u' ' + reason),
                points == 2   ? "done"
                : points == 1 ? "beside"
                              : "notYet");
    feedback->setObjectName(QStringLiteral("feedback"));
    m_body->layout()->addWidget(feedback);
}

}
