// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallery.h"

#include "catalogue.h"
#include "chooser.h"
#include "events.h"
#include "theme.h"
#include "words.h"

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

QLabel* faintLabel(const QString& text)
{
    auto* label = new QLabel(text);
    label->setProperty("role", QStringLiteral("faint"));
    return label;
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
    : Page(QStringLiteral("gallery"), parent),
      m_delegate(m_cards),
      m_list(new QListView),
      m_filter(new Chooser),
      m_answers(&Gallery::answer, [this](const Answer& found) { take(found); })
{
    setAccessibleName(tr("Gallery of presets"));
    search().setPlaceholderText(tr("Name, question, source or model"));
    search().setAccessibleName(tr("Search the presets"));
    search().setToolTip(
        tr("Looks through all words of the cards (%1)").arg(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText)));
    connect(&search(), &QLineEdit::textChanged, this, [this] { list(m_model); });
    body()->addWidget(makeHeading());
    makeList();
    body()->addWidget(m_list, 1);
    fillFoot();
    m_rest.setSingleShot(true);
    m_rest.setInterval(untilAlive);
    connect(&m_rest, &QTimer::timeout, this, &Gallery::enliven);
    connect(this, &Page::closed, this, &Gallery::rest);
    keepDressed(this, [this] { arrange(); });
}

Gallery::~Gallery() = default;

QWidget* Gallery::makeHeading()
{
    auto* heading = new QWidget;
    auto* row = new QHBoxLayout(heading);
    pad(row, {margin, 14, margin, 6}, 8);
    auto* title = new QLabel(tr("Gallery"));
    title->setProperty("role", QStringLiteral("page"));
    pad(title, {0, 0, 12, 0});
    row->addWidget(title);
    m_filter->setObjectName(QStringLiteral("filter"));
    m_filter->setAccessibleName(tr("Model"));
    m_filter->setToolTip(tr("Whose presets are shown"));
    m_filter->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_filter->addItem({}, QVariant::fromValue<const Model*>(nullptr));
    for (const Model& model : catalogue()) m_filter->addItem({}, QVariant::fromValue(&model));
    connect(m_filter, &QComboBox::activated, this, [this] { list(m_filter->currentData().value<const Model*>()); });
    row->addWidget(m_filter);
    row->addStretch();
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
    connect(m_lift, &QToolButton::clicked, this, [this] { isFilterToBlame() ? list(nullptr) : search().clear(); });
}

void Gallery::fillFoot()
{
    m_count = faintLabel({});
    foot()->addWidget(m_count);
    foot()->addWidget(faintLabel(tr("Enter opens, Esc goes back; your own neuron waits")));
    foot()->addStretch();
    foot()->addWidget(faintLabel(tr("rest and rheobase are computed, not quoted")));
}

void Gallery::open(const Experiment& present)
{
    list(nullptr);
    Page::open();
    const auto chosen =
        std::ranges::find(m_cards.all(), present, [](const Card& card) -> const Experiment& { return card.preset.experiment; });
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
    m_cards.list(model, search().text());
    refreshFilter();
    tellNothingFound();
    choose(number);
    computeNext();
}

void Gallery::refreshFilter()
{
    for (int i = 0; i < m_filter->count(); ++i) {
        const auto* const model = m_filter->itemData(i).value<const Model*>();
        const QString name = model ? spoken(model->name) : tr("All models");
        m_filter->setItemText(i, QStringLiteral("%1  %2").arg(name).arg(m_cards.count(model, search().text())));
        if (model == m_model) m_filter->setCurrentIndex(i);
    }
    m_count->setText(tr("<b>%n</b> presets", nullptr, m_cards.rowCount()));
}

/// True where other models have what is looked for.
bool Gallery::isFilterToBlame() const { return m_model && m_cards.count(nullptr, search().text()) > 0; }

/// Says which filter to lift, and has a button that does.
void Gallery::tellNothingFound()
{
    const bool isEmpty = m_cards.rowCount() == 0;
    m_nothing->setVisible(isEmpty);
    m_lift->setVisible(isEmpty);
    if (!isEmpty) return;
    const QString words = search().text().trimmed().toHtmlEscaped();
    const int elsewhere = m_cards.count(nullptr, search().text());
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
    leave();
    emit presetChosen(preset);
}

/// Nothing is computed that nobody sees.
void Gallery::rest()
{
    m_answers.cancel();
    m_isComputing = false;
    m_rest.stop();
    m_delegate.setLive({});
    m_live.reset();
}

bool Gallery::eventFilter(QObject* watched, QEvent* event)
{
    const bool isPress = event->type() == QEvent::MouseButtonPress, isRelease = event->type() == QEvent::MouseButtonRelease;
    if (watched == m_list->viewport() && isPress) m_pressed = m_list->currentIndex();
    if (watched == m_list->viewport() && event->type() == QEvent::MouseButtonDblClick) accept();
    if (watched == m_list->viewport() && isRelease && m_pressed.isValid() && m_pressed == m_list->currentIndex()) {
        const QRect button = m_delegate.buttonOn(m_list->visualRect(m_pressed));
        if (button.contains(static_cast<QMouseEvent*>(event)->pos())) accept();
    }
    if (event->type() != QEvent::KeyPress || (watched != m_list && watched != &search())) return Page::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) accept();
    else if (watched == &search() && key == Qt::Key_Down) m_list->setFocus();
    else return Page::eventFilter(watched, event);
    return true;
}

void Gallery::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    arrange();
    computeNext();
}

}
