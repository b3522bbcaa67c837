// SPDX-License-Identifier: GPL-3.0-or-later
#include "quantity_editor.h"

#include "calm_place.h"
#include "default_mark.h"
#include "effects.h"
#include "entry.h"
#include "experiment.h"
#include "icons.h"
#include "measured_number.h"
#include "reading_question.h"
#include "theme.h"
#include "words.h"
#include "wrapping_label.h"

#include <QApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QRegularExpression>
#include <QShortcut>
#include <QStyle>
#include <QToolButton>

#include <cmath>

namespace rheobase {

namespace {

constexpr int symbolWidth = 44, boxWidth = 104;
constexpr auto pinKey = Qt::CTRL | Qt::Key_P; // where the focus is

/// A number as it is: the shortest that reads back the same, with the locale's decimal sign.
QString exact(double value)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    const double size = std::abs(value);
    return locale.toString(value, size == 0 || (size >= 1e-4 && size < 1e9) ? 'f' : 'g', QLocale::FloatingPointShortest);
}

}

QuantityEditor::QuantityEditor(const Quantity& quantity, QWidget* parent)
    : QWidget(parent),
      m_quantity(quantity),
      m_value(quantity.value),
      m_title(new WrappingLabel),
      m_note(new MeasuredNumber),
      m_symbol(new QLabel),
      m_unit(new QLabel),
      m_refusal(new QLabel),
      m_mark(new DefaultMark(quantity)),
      m_pin(new QToolButton),
      m_slider(new QuantitySlider(quantity)),
      m_box(new QLineEdit)
{
    build();
    if (const QString effect = spoken(effectOf(quantity)); !effect.isEmpty())
        setToolTip(QStringLiteral("<p>%1</p>").arg(effect.toHtmlEscaped()));
    setNamed(capitalised(spoken(quantity.meaning)), quantity.symbol);
    connect(m_slider, &QuantitySlider::gestureStarted, this, &QuantityEditor::gestureStarted);
    connect(m_slider, &QuantitySlider::moved, this, &QuantityEditor::propose);
    connect(m_slider, &QuantitySlider::resetRequested, this, [this] { emit gestureStarted(), propose(m_quantity.value); });
    connect(m_box, &QLineEdit::textEdited, this, &QuantityEditor::typed);
    connect(m_box, &QLineEdit::editingFinished, this, &QuantityEditor::finishTyping);
    connect(m_mark, &DefaultMark::wanted, this, [this](double value) { emit gestureStarted(), propose(value); });
    const auto togglePin = [this] { setPinned(!m_isPinned), emit pinned(m_isPinned); };
    connect(m_pin, &QToolButton::clicked, this, togglePin);
    auto* pinned = new QShortcut(pinKey, this);
    pinned->setContext(Qt::WidgetWithChildrenShortcut);
    connect(pinned, &QShortcut::activated, this, togglePin);
    connect(qApp, &QApplication::focusChanged, this, &QuantityEditor::showPin);
    m_box->installEventFilter(this);
    showValue();
    keepDressed(this, [this] { dress(); });
}

QuantityEditor::~QuantityEditor() { qApp->disconnect(this); } // parts that go give up the focus

void QuantityEditor::build()
{
    m_title->setProperty("role", QStringLiteral("faint"));
    m_refusal->setProperty("role", QStringLiteral("refusal"));
    m_unit->setProperty("role", QStringLiteral("faint"));
    m_refusal->setTextFormat(Qt::RichText);
    m_refusal->setWordWrap(true);
    m_refusal->hide();
    m_pin->setObjectName(QStringLiteral("pin"));
    m_pin->setFocusPolicy(Qt::NoFocus);     // one stop less on each way through the panel: there is the key
    auto* cell = new QHBoxLayout(m_symbol); // beside the symbol, so that nothing moves for it
    cell->setContentsMargins({});
    cell->addWidget(m_pin, 0, Qt::AlignRight | Qt::AlignVCenter);
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_symbol->setTextFormat(Qt::RichText);

    m_box->setAlignment(Qt::AlignRight);
    auto* inside = new QHBoxLayout(m_box);
    pad(inside, {0, 0, 7, 0});
    m_unit->setText(fromView(m_quantity.unit));
    m_unit->setAttribute(Qt::WA_TransparentForMouseEvents);
    inside->addWidget(m_unit, 0, Qt::AlignRight | Qt::AlignVCenter);
    m_box->setToolTip(tr("Type a value; 50+5 and 20/3 are computed; +=5, -=5, *2 and /2 change the present one"));

    auto* head = new QHBoxLayout;
    pad(head, {}, 4);
    head->addWidget(m_title);
    head->addWidget(m_mark, 0, Qt::AlignTop);
    head->addStretch();
    head->addWidget(new CalmPlace(m_note), 0, Qt::AlignTop);
    auto* grid = new QGridLayout(this);
    pad(grid, {4, 2, 4, 2}, 6);
    grid->setVerticalSpacing(0);
    grid->addLayout(head, 0, 0, 1, 3);
    grid->addWidget(m_symbol, 1, 0);
    grid->addWidget(m_slider, 1, 1);
    grid->addWidget(m_box, 1, 2);
    grid->addWidget(m_refusal, 2, 0, 1, 3);
}

/// What is baked in by the look.
void QuantityEditor::dress()
{
    m_symbol->setFixedWidth(scaled(symbolWidth));
    m_symbol->setFont(formulaFont(textSize().fromAfar ? 14 : 13, false)); // subscripts are two thirds
    m_box->setFixedWidth(scaled(boxWidth));
    m_box->setTextMargins(0, 0, m_unit->sizeHint().width() + (m_unit->text().isEmpty() ? 0 : scaled(5)), 0);
    static_cast<QGridLayout*>(layout())->setVerticalSpacing(0);
    setNote(m_remark, m_remarkOf);
    setPinned(m_isPinned);
}

void QuantityEditor::setPinned(bool on)
{
    m_isPinned = on;
    m_pin->setIcon(icon(Sign::pin, on ? theme().accent : theme().disabled));
    m_pin->setIconSize(scaled(QSize(12, 12)));
    const QString what = on ? tr("Pinned: stays in a presentation; click to unpin") : tr("Pin: keeps this slider in a presentation");
    m_pin->setToolTip(QStringLiteral("%1 (%2)").arg(what, QKeySequence(pinKey).toString(QKeySequence::NativeText)));
    m_pin->setAccessibleName(QStringLiteral("%1: %2").arg(m_name, m_pin->toolTip()));
    showPin();
}

/// Without being in the way: where the hand or the keyboard is, and where it is pinned.
void QuantityEditor::showPin()
{
    m_pin->setVisible(!m_isPlain && (m_isPinned || underMouse() || isAncestorOf(QApplication::focusWidget())));
}

void QuantityEditor::setNamed(const QString& name, std::string_view symbol)
{
    m_name = name;
    m_mark->setName(name);
    m_title->setText(name);
    m_symbol->setText(symbol.empty() ? QString() : richText(symbol));
    const QString spoken = QStringLiteral("%1 %2").arg(name, fromView(symbol)).trimmed();
    const QString unit = m_quantity.unit.empty() ? QString() : tr(" in %1").arg(fromView(m_quantity.unit));
    setAccessibleName(spoken + unit);
    m_slider->setAccessibleName(spoken + unit);
    m_box->setAccessibleName(tr("%1, value").arg(spoken) + unit);
    m_title->setBuddy(m_box);
}

void QuantityEditor::setLocked(bool on)
{
    for (QWidget* control : std::initializer_list<QWidget*>{m_slider, m_box, m_mark}) control->setEnabled(!on);
    if (on && !m_isLocked) m_openTip = toolTip();
    if (on != m_isLocked) setToolTip(on ? lockedTip() : m_openTip);
    m_isLocked = on;
    m_title->setToolTip(on ? toolTip() : QString());
    setAccessibleDescription(on ? toolTip() : QString());
}

void QuantityEditor::setNote(const QString& note, const QString& what)
{
    m_remark = note;
    m_remarkOf = what;
    m_note->setAbout(what);
    m_note->setText(note.isEmpty()
                        ? QString()
                        : QStringLiteral("<span style='color:%1'>%2</span>").arg(theme().threshold.name(), note.toHtmlEscaped()));
}

void QuantityEditor::setValue(double value)
{
    if (value == m_value && !m_refused) return;
    if (value != m_value) stopAsking();
    m_value = value;
    markRefused(false);
    showValue();
}

void QuantityEditor::refuse(const QString& sentence)
{
    m_refusal->setText(QStringLiteral("⚠ ") + typeset(sentence));
    markRefused(true);
    m_slider->setValue(m_value);
}

void QuantityEditor::markRefused(bool refused)
{
    m_refused = refused;
    if (m_refusal->isHidden() != refused) return; // styling takes long
    m_refusal->setVisible(refused);
    m_box->setProperty("refused", refused);
    m_box->style()->polish(m_box);
}

void QuantityEditor::setUnitShown(const QString& unit)
{
    m_unit->setText(unit);
    dress();
}

void QuantityEditor::setHighlighted(bool on)
{
    m_highlighted = on;
    update();
}

void QuantityEditor::showValue()
{
    m_slider->setValue(m_value);
    if (!m_typing) m_box->setText(m_box->hasFocus() ? exact(m_value) : shown(m_value, 4));
    m_mark->setValue(m_value);
}

void QuantityEditor::propose(double value)
{
    if (const Sentence why = problem(m_quantity, value); !why.empty()) return refuse(spoken(why));
    emit edited(value);
}

/// A complete number takes effect with each keystroke; what is not yet one, or is to be computed, waits for Return.
void QuantityEditor::typed(const QString& text)
{
    stopAsking();
    if (!m_typing) {
        m_typing = true;
        m_typingFrom = m_value;
        emit gestureStarted();
    }
    const Entry read = entry(text.toStdString(), m_typingFrom, m_quantity, decimalSign());
    if (!read.readings.empty() && m_value != m_typingFrom) emit edited(m_typingFrom); // until it is clear
    if (read.value && read.isPlain && problem(m_quantity, *read.value).empty()) emit edited(*read.value);
    if (window()->focusWidget() != m_box) finishTyping(); // what was pasted or dropped there is all there is
}

void QuantityEditor::finishTyping()
{
    if (!m_typing || m_question) return;
    const QString text = m_box->text().trimmed();
    const Entry read = entry(text.toStdString(), m_typingFrom, m_quantity, decimalSign());
    if (read.value != m_value && m_value != m_typingFrom) emit edited(m_typingFrom); // what was typed on the way does not stay
    m_typing = false;
    m_refused = false;
    if (read.value) propose(*read.value);
    else if (!read.readings.empty()) ask(text, read.readings);
    else if (!read.problem.empty()) refuse(spoken(read.problem));
    else
        refuse(tr("“%1” is not a number%2; try 12.5, 50+5, 20/3, +=5, -=5, *2 or /2.")
                   .arg(text, m_quantity.unit.empty() ? QString() : tr(" in %1").arg(fromView(m_quantity.unit))));
    const bool isOpen = m_refused || m_question;
    if (!m_refused) markRefused(false);
    if (!isOpen) showValue();
    else if (!m_box->hasFocus()) m_box->setText(shown(m_value, 4));
    else m_typing = true; // the text stays to be mended
}

/// Sets nothing until one of the readings is chosen.
void QuantityEditor::ask(const QString& text, const std::vector<double>& readings)
{
    stopAsking();
    m_question = new ReadingQuestion(text, readings, m_quantity.unit);
    static_cast<QGridLayout*>(layout())->addWidget(m_question, 3, 0, 1, 3);
    m_question->show();
    QWidget* before = m_box;
    for (QToolButton* answer : m_question->findChildren<QToolButton*>()) setTabOrder(std::exchange(before, answer), answer);
    m_box->setAccessibleDescription(m_question->accessibleName());
    const auto close = [this] {
        stopAsking();
        m_typing = false;
        m_box->setFocus();
        showValue();
    };
    connect(m_question, &ReadingQuestion::dismissed, this, close);
    connect(m_question, &ReadingQuestion::chosen, this, [this, close](double value) {
        emit gestureStarted();
        propose(value);
        close();
    });
}

void QuantityEditor::stopAsking()
{
    if (!m_question) return;
    std::exchange(m_question, nullptr)->deleteLater();
    m_box->setAccessibleDescription({});
}

bool QuantityEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn) {
        m_box->setText(exact(m_value));
        QMetaObject::invokeMethod(
            m_box,
            [this] {
                if (!m_typing) m_box->selectAll();
            },
            Qt::QueuedConnection);
    } else if (event->type() == QEvent::FocusOut) {
        if (m_typing) finishTyping();
        m_typing = false;
        m_box->setText(shown(m_value, 4));
    } else if (event->type() == QEvent::ShortcutOverride && !m_typing) {
        // Nothing is typed that could be taken back: undo and redo are the window's.
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    } else if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape && (m_typing || m_question)) {
            stopAsking();
            if (!m_typing) return true;
            m_typing = false;
            emit edited(m_typingFrom);
            m_refused = true;
            setValue(m_typingFrom);
            return true;
        }
        if (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down) {
            m_typing = false;
            QCoreApplication::sendEvent(m_slider, event);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

/// A number typed at the slider is meant for the field.
void QuantityEditor::keyPressEvent(QKeyEvent* event)
{
    static const QRegularExpression begin(QStringLiteral("[0-9.,+*/-]"));
    if (!m_slider->hasFocus() || !begin.match(event->text()).hasMatch()) return QWidget::keyPressEvent(event);
    m_box->setFocus(Qt::TabFocusReason);
    m_box->selectAll();
    QCoreApplication::sendEvent(m_box, event);
}

void QuantityEditor::enterEvent(QEnterEvent*)
{
    showPin();
    emit hovered(true);
}

void QuantityEditor::leaveEvent(QEvent*)
{
    showPin();
    emit hovered(false);
}

void QuantityEditor::paintEvent(QPaintEvent*)
{
    if (!m_highlighted) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = theme().accent;
    ground.setAlphaF(0.12f);
    painter.setPen(QPen(theme().accent, 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), exactly(5), exactly(5));
}

}
