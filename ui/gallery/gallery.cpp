// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallery.h"

#include "catalogue.h"
#include "events.h"
#include "flow_layout.h"
#include "icons.h"
#include "theme.h"
#include "words.h"

#include <QAction>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace rheobase {

namespace {

constexpr int margin = 24, untilAlive = 250; // px at 100 %, ms
constexpr double past = 0.4;                 // opacity of the sweep before

/// A key as it stands on the keyboard.
QLabel* keyChip(const QString& text)
{
    auto* chip = new QLabel(text);
    chip->setProperty("role", QStringLiteral("key"));
    return chip;
}

QLabel* faintLabel(const QString& text)
{
    auto* label = new QLabel(text);
    label->setProperty("role", QStringLiteral("faint"));
    return label;
}

QWidget* styled(const QString& name)
{
    auto* widget = new QWidget;
    widget->setObjectName(name);
    widget->setAttribute(Qt::WA_StyledBackground);
    return widget;
}

/// The sweeps of a run that goes on: the present one and, where an event begins them, what is left of the one before.
std::vector<CardSweep> sweepsOf(const Trace& trace, const Preset& preset)
{
    const Range stretch = stretchOf(preset);
    const double now = trace.latestTime(), length = stretch.second - stretch.first, period = preset.experiment.stimulus.repeat;
    if (!(preset.view && period > 0)) return {{{std::max(0.0, now - length), now}}};
    const double begin = std::max(0.0, std::floor((now - stretch.first) / period)) * period + stretch.first;
    std::vector<CardSweep> sweeps{{{begin, std::min(now, begin + length)}}};
    if (begin > stretch.first) sweeps.insert(sweeps.begin(), {{begin - period, begin - period + length}, past});
    return sweeps;
}

}

Gallery::Gallery(QWidget* parent)
    : QWidget(parent), m_delegate(m_cards), m_list(new QListView), m_answers(&Gallery::answer, [this](const Answer& found) { take(found); })
{
    setObjectName(QStringLiteral("gallery"));
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Gallery of presets"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(makeHeading());
    makeList();
    column->addWidget(m_list, 1);
    column->addWidget(makeFoot());
    m_rest.setSingleShot(true);
    m_rest.setInterval(untilAlive);
    connect(&m_rest, &QTimer::timeout, this, &Gallery::enliven);
    parent->installEventFilter(this);
    keepDressed(this, [this] {
        m_find->setIcon(icon(Sign::find, theme().faint));
        arrange();
    });
    hide();
}

Gallery::~Gallery() = default;

QWidget* Gallery::makeBar()
{
    m_back = new QToolButton;
    m_back->setObjectName(QStringLiteral("back"));
    m_back->setText(tr("‹ Back to the neuron"));
    m_back->setToolTip(tr("Leaves the gallery; the neuron goes on as it was (Esc)"));
    m_back->setFocusPolicy(Qt::TabFocus);
    connect(m_back, &QToolButton::clicked, this, &Gallery::close);
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("gallerySearch"));
    m_search->setPlaceholderText(tr("Name, question, source or model"));
    m_search->setAccessibleName(tr("Search the presets"));
    m_search->setToolTip(
        tr("Looks through all words of the cards (%1)").arg(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText)));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_find = m_search->addAction(QIcon(), QLineEdit::LeadingPosition);
    connect(m_search, &QLineEdit::textChanged, this, [this] { list(m_model); });
    auto* bar = styled(QStringLiteral("galleryBar"));
    auto* row = new QHBoxLayout(bar);
    pad(row, {12, 8, 12, 8}, 8);
    row->addWidget(m_back);
    row->addWidget(keyChip(tr("Esc", "key")), 0, Qt::AlignVCenter);
    row->addStretch(1);
    row->addWidget(m_search, 1);
    row->addWidget(keyChip(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText)), 0, Qt::AlignVCenter);
    return bar;
}

QWidget* Gallery::makeHeading()
{
    auto* heading = new QWidget;
    auto* row = new FlowLayout(heading);
    pad(row, {margin, 14, margin, 6}, 8);
    auto* title = new QLabel(tr("Gallery"));
    title->setProperty("role", QStringLiteral("page"));
    pad(title, {0, 0, 12, 0});
    row->addWidget(title);
    auto* group = new QButtonGroup(this);
    const auto add = [&](const Model* model) {
        auto* button = new QToolButton;
        button->setObjectName(model ? "only-" + fromView(model->id) : QStringLiteral("allModels"));
        button->setCheckable(true);
        button->setChecked(!model);
        button->setFocusPolicy(Qt::TabFocus);
        group->addButton(button);
        connect(button, &QToolButton::clicked, this, [this, model] { list(model); });
        m_filters.emplace_back(button, model);
        row->addWidget(button);
    };
    add(nullptr);
    for (const Model& model : catalogue()) add(&model);
    return heading;
}

void Gallery::makeList()
{
    m_list->setObjectName(QStringLiteral("cards"));
    m_list->setAccessibleName(tr("Presets"));
    m_list->setModel(&m_cards);
    m_list->setItemDelegate(&m_delegate);
    m_list->setViewMode(QListView::IconMode);
    m_list->setMovement(QListView::Static);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setUniformItemSizes(true);
    m_list->setSelectionRectVisible(false);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAttribute(Qt::WA_Hover);
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this, &Gallery::computeNext);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { m_rest.start(); });
    m_nothing = new QLabel(m_list);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_lift = new QToolButton(m_list);
    m_lift->setObjectName(QStringLiteral("lift"));
    m_lift->setFocusPolicy(Qt::TabFocus);
    connect(m_lift, &QToolButton::clicked, this, [this] { isFilterToBlame() ? list(nullptr) : m_search->clear(); });
}

QWidget* Gallery::makeFoot()
{
    auto* foot = styled(QStringLiteral("statusLine"));
    auto* row = new QHBoxLayout(foot);
    pad(row, {14, 4, 14, 4}, 24);
    m_count = faintLabel({});
    row->addWidget(m_count);
    row->addWidget(faintLabel(tr("Enter opens, Esc goes back; your own neuron waits")));
    row->addStretch();
    row->addWidget(faintLabel(tr("rest and rheobase are computed, not quoted")));
    return foot;
}

void Gallery::open(const Experiment& present)
{
    m_search->clear();
    list(nullptr);
    const auto chosen =
        std::ranges::find(m_cards.all(), present, [](const Card& card) -> const Experiment& { return card.preset.experiment; });
    setGeometry(parentWidget()->rect());
    raise();
    show();
    arrange();
    choose(chosen == m_cards.all().end() ? 0 : static_cast<std::size_t>(chosen - m_cards.all().begin()));
    m_list->setFocus();
    computeNext();
}

/// Lists what a model and the words leave; the chosen card stays chosen where it is left.
void Gallery::list(const Model* model)
{
    const QModelIndex before = m_list->currentIndex();
    const std::size_t number = before.isValid() ? m_cards.numberOf(before) : 0;
    m_model = model;
    m_cards.list(model, m_search->text());
    refreshFilters();
    tellNothingFound();
    choose(number);
    computeNext();
}

void Gallery::refreshFilters()
{
    for (const auto& [button, model] : m_filters) {
        const QString name = model ? spoken(model->name) : tr("All", "models");
        button->setText(QStringLiteral("%1  %2").arg(name).arg(m_cards.count(model, m_search->text())));
        button->setAccessibleName(model ? tr("Only %1").arg(name) : tr("Presets of all models"));
        button->setToolTip(button->accessibleName());
        button->setChecked(model == m_model);
    }
    m_count->setText(tr("<b>%n</b> presets", nullptr, m_cards.rowCount()));
}

/// True where other models have what is looked for.
bool Gallery::isFilterToBlame() const { return m_model && m_cards.count(nullptr, m_search->text()) > 0; }

/// Says which filter to lift, and has a button that does.
void Gallery::tellNothingFound()
{
    const bool isEmpty = m_cards.rowCount() == 0;
    m_nothing->setVisible(isEmpty);
    m_lift->setVisible(isEmpty);
    if (!isEmpty) return;
    const QString words = m_search->text().trimmed().toHtmlEscaped();
    const int elsewhere = m_cards.count(nullptr, m_search->text());
    m_nothing->setText(isFilterToBlame()
                           ? tr("No preset of %1 says “%2”; %n of other models do.", nullptr, elsewhere).arg(spoken(m_model->name), words)
                           : tr("No preset says “%1”.").arg(words));
    m_lift->setText(isFilterToBlame() ? tr("Look in all models") : tr("Clear the search"));
    arrange();
}

/// As many cards in a row as have room.
void Gallery::arrange()
{
    const double em = QFontMetricsF(font()).height();
    const int width = this->width() - 2 * scaled(margin) - m_list->verticalScrollBar()->sizeHint().width();
    const int columns = std::max(1, static_cast<int>(width / ((CardDelegate::leastWidth + CardDelegate::gap) * em)));
    const int across = (width - 1) / columns;
    m_list->setGridSize(m_delegate.fit(across, font()));
    m_nothing->setGeometry(0, static_cast<int>(3 * em), m_list->width(), static_cast<int>(2 * em));
    m_lift->adjustSize();
    m_lift->move((m_list->width() - m_lift->width()) / 2, static_cast<int>(5.5 * em));
}

void Gallery::choose(std::size_t number)
{
    const QModelIndex wanted = m_cards.indexOf(number);
    m_list->setCurrentIndex(wanted.isValid() ? wanted : m_cards.rowCount() > 0 ? m_cards.index(0) : QModelIndex());
    m_rest.start();
}

std::optional<Gallery::Answer> Gallery::answer(const Question& question, const std::stop_token& stop)
{
    Answer found{question, {}, {}};
    if (question.isRun) found.run = runOf(question.preset, stop);
    else found.numbers = numbersOf(question.preset.experiment, stop);
    return found.run || found.numbers ? std::optional(found) : std::nullopt;
}

/// Of the cards that are seen: first their runs, then their numbers.
void Gallery::computeNext()
{
    if (m_isComputing || !isVisible()) return;
    for (const bool isRun : {true, false})
        for (int row = 0; row < m_cards.rowCount(); ++row) {
            const QModelIndex index = m_cards.index(row);
            const Card& card = m_cards.at(index);
            if ((isRun ? card.run != nullptr : card.numbers.has_value())
                || !m_list->visualRect(index).intersects(m_list->viewport()->rect()))
                continue;
            m_isComputing = true;
            return m_answers.ask({m_cards.numberOf(index), isRun, card.preset});
        }
}

void Gallery::take(const Answer& answer)
{
    m_isComputing = false;
    if (answer.run) m_cards.setRun(answer.question.card, answer.run);
    else {
        m_cards.setNumbers(answer.question.card, *answer.numbers);
        arrange();
    }
    computeNext();
}

/// The chosen card's neuron lives.
void Gallery::enliven()
{
    const QModelIndex index = m_list->currentIndex();
    m_delegate.setLive({});
    m_live.reset();
    m_list->viewport()->update();
    if (!index.isValid() || !isVisible()) return;
    m_live = std::make_unique<Session>(m_cards.at(index).preset.experiment);
    connect(m_live.get(), &Session::samplesArrived, this, &Gallery::showLive);
}

void Gallery::showLive()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid() || !m_live || m_live->experiment() != m_cards.at(index).preset.experiment) return;
    m_delegate.setLive(LivePicture{m_cards.numberOf(index), m_live->sharedTrace(), sweepsOf(m_live->trace(), m_cards.at(index).preset)});
    m_list->update(index);
}

void Gallery::accept()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid()) return;
    const Preset preset = m_cards.at(index).preset;
    close();
    emit presetChosen(preset);
}

void Gallery::close()
{
    m_answers.cancel();
    m_isComputing = false;
    m_rest.stop();
    m_delegate.setLive({});
    m_live.reset();
    hide();
    emit closed();
}

/// No key here is a shortcut of the window behind.
bool Gallery::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && !static_cast<QKeyEvent*>(event)->matches(QKeySequence::Quit)) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

bool Gallery::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parent() && event->type() == QEvent::Resize && isVisible()) setGeometry(parentWidget()->rect());
    const bool isPress = event->type() == QEvent::MouseButtonPress, isRelease = event->type() == QEvent::MouseButtonRelease;
    if (watched == m_list->viewport() && isPress) m_pressed = m_list->currentIndex();
    if (watched == m_list->viewport() && event->type() == QEvent::MouseButtonDblClick) accept();
    if (watched == m_list->viewport() && isRelease && m_pressed.isValid() && m_pressed == m_list->currentIndex()) {
        const QRect button = m_delegate.buttonOn(m_list->visualRect(m_pressed));
        if (button.contains(static_cast<QMouseEvent*>(event)->pos())) accept();
    }
    if (event->type() != QEvent::KeyPress || (watched != m_list && watched != m_search)) return QWidget::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    if (key->matches(QKeySequence::Find) || key->key() == Qt::Key_Escape) keyPressEvent(key);
    else if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) accept();
    else if (watched == m_search && key->key() == Qt::Key_Down) m_list->setFocus();
    else return QWidget::eventFilter(watched, event);
    return true;
}

void Gallery::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Find)) m_search->setFocus(), m_search->selectAll();
    else if (event->key() == Qt::Key_Escape && m_search->hasFocus() && !m_search->text().isEmpty()) m_search->clear();
    else if (event->key() == Qt::Key_Escape) close();
    else QWidget::keyPressEvent(event);
}

/// The keyboard stays in here.
bool Gallery::focusNextPrevChild(bool next)
{
    QWidget* const from = focusWidget() ? focusWidget() : this;
    const auto after = [next](QWidget* widget) { return next ? widget->nextInFocusChain() : widget->previousInFocusChain(); };
    for (QWidget* widget = after(from); widget != from; widget = after(widget)) {
        const bool takes = isAncestorOf(widget) && widget->isVisible() && widget->isEnabled() && widget->focusPolicy() & Qt::TabFocus;
        if (!takes || widget->focusProxy()) continue;
        widget->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
        return true;
    }
    return true;
}

void Gallery::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
    computeNext();
}

}
