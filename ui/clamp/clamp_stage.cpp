// SPDX-License-Identifier: GPL-3.0-or-later
#include "clamp_stage.h"

#include "chooser.h"
#include "clamp_figure.h"
#include "play_head.h"
#include "theme.h"
#include "words.h"

#include <QAccessible>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr std::size_t firstCurrent = 2;             // of the rows of a scene
constexpr int enoughForTwo = 560;                   // px, of the stage
constexpr int enoughForNumbers = 130;               // px, of the command
constexpr double rowsOfTable = 2000;                // of a step
constexpr double fewestRows = 400, mostRows = 1200; // of a sweep

QLabel* keyCap(const QString& key)
{
    auto* cap = new QLabel(key);
    cap->setProperty("role", QStringLiteral("key"));
    return cap;
}

}

ClampStage::ClampStage(Session& session, QWidget* parent)
    : PlotView(parent),
      m_session(session),
      m_shown(new Chooser),
      m_command(new ClampPicture),
      m_total(new ClampPicture),
      m_row(new QHBoxLayout),
      m_hand(session),
      m_search(compute, [this](Answer answer) {
          m_answered = std::move(answer.experiment);
          m_scene = std::move(answer.scene);
          refreshNow();
      })
{
    setObjectName(QStringLiteral("clamp"));
    setBackgroundRole(QPalette::Window);
    auto* column = new QVBoxLayout(this);
    pad(column, {}, 8);
    column->addWidget(makeBar());
    column->addWidget(m_command, qRound(100 * clampShares[0]));
    column->addWidget(m_total, qRound(100 * clampShares[1]));
    column->addLayout(m_row, qRound(100 * clampShares[2]));
    pad(m_row, {}, 8);
    for (ClampPicture* picture : {m_command, m_total}) wire(picture);
    for (std::size_t i = 0; i < mostClampCurrents; ++i) {
        auto* picture = new ClampPicture;
        auto* which = new Chooser(picture);
        which->setProperty("role", QStringLiteral("inPlot"));
        which->setObjectName(QStringLiteral("current%1").arg(i));
        which->setAccessibleName(tr("Which current is shown"));
        which->setCursor(Qt::ArrowCursor);
        m_row->addWidget(picture, 1);
        m_slots.push_back({picture, which});
        wire(picture);
        picture->installEventFilter(this);
        connect(which, &QComboBox::activated, this, &ClampStage::refreshNow);
    }
    connect(&session, &Session::modelChanged, this, &ClampStage::adoptModel);
    connect(&session, &Session::experimentChanged, this, &ClampStage::ask);
    connect(&session, &Session::veilChanged, this, [this] {
        arrange();
        refreshNow();
    });
    for (const auto change : {&Session::samplesArrived, &Session::restarted}) connect(&session, change, this, &ClampStage::followRun);
    adoptModel();
    m_command->setAccessibleName(tr("Commanded potential"));
    m_total->setAccessibleName(tr("Current that the clamp takes"));
    for (const Slot& slot : m_slots) slot.picture->setAccessibleName(tr("One current of the membrane"));
}

/// What is shown, and what a hand can do; the words on keys leave first where there is no room.
QWidget* ClampStage::makeBar()
{
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    pad(row, {}, 6);
    m_shown->setObjectName(QStringLiteral("shownSteps"));
    m_shown->setAccessibleName(tr("Which steps are shown"));
    m_shown->addItems({QString(), tr("The chosen step")});
    connect(m_shown, &QComboBox::activated, this, &ClampStage::refreshNow);
    row->addWidget(m_shown);
    const auto addHint = [this, row](const QStringList& keys, const QString& words) {
        auto* hint = new QWidget;
        auto* line = new QHBoxLayout(hint);
        pad(line, {}, 6);
        for (const QString& key : keys) line->addWidget(keyCap(key));
        auto* label = new QLabel(words);
        label->setProperty("role", QStringLiteral("faint"));
        line->addWidget(label);
        row->addWidget(hint);
        m_hints.push_back(hint);
    };
    addHint({}, tr("drag the commanded line"));
    addHint({QStringLiteral("↑"), QStringLiteral("↓")}, tr("choose a step"));
    addHint({QKeySequence(Qt::ALT).toString(QKeySequence::NativeText).remove(u'+') + QStringLiteral(" ↑ ↓")}, tr("move it"));
    row->addStretch();
    return bar;
}

void ClampStage::fitHints()
{
    int room = width() - m_shown->sizeHint().width();
    for (QWidget* hint : m_hints) {
        room -= hint->sizeHint().width() + scaled(6);
        hint->setVisible(room >= 0);
    }
}

void ClampStage::wire(ClampPicture* picture)
{
    picture->makeInteractive();
    m_heads.push_back(new PlayHead(*picture));
    connect(picture, &ClampPicture::dragStarted, this, [this] {
        m_hand.begin();
        refresh();
    });
    connect(picture, &ClampPicture::stepDragged, this, [this](double V) { m_hand.dragStep(V); });
    connect(picture, &ClampPicture::holdDragged, this, [this](double V) { m_hand.dragHold(V); });
    connect(picture, &ClampPicture::stepChosen, this, [this](std::size_t step) { m_hand.choose(step); });
    connect(picture, &ClampPicture::nextWanted, this, [this](int direction) { m_hand.chooseNext(direction); });
    connect(picture, &ClampPicture::nudged, this, [this](int direction, bool isFine) { m_hand.nudge(direction, isFine); });
}

void ClampStage::adoptModel()
{
    m_search.cancel();
    m_scene = {};
    m_answered.reset();
    const Model& model = m_session.model();
    const auto terms = clampedTerms(model);
    for (std::size_t i = 0; i < m_slots.size(); ++i) {
        m_slots[i].which->clear();
        for (const std::size_t term : terms) m_slots[i].which->addItem(nameSpoken(model.terms[term].meaning));
        m_slots[i].which->setCurrentIndex(std::min<int>(static_cast<int>(i), m_slots[i].which->count() - 1));
    }
    arrange();
    ask();
}

void ClampStage::ask()
{
    const Experiment& live = m_session.experiment();
    if (!isVisible() || !isClamped(live) || live.model != &m_session.model()) return;
    const double rows = std::clamp(m_total->axesWidth() * devicePixelRatioF(), fewestRows, mostRows);
    m_search.ask({live, lengthOf(live.clamp) / rows});
    if (m_scene.clamp != live.clamp) follow();
}

/// The command follows the hand at once; the currents come when they are computed.
void ClampStage::follow()
{
    recommand(m_scene, m_session.experiment().clamp);
    if (m_scene.rows.empty()) return;
    m_command->setScene(m_scene, 0, m_command->height() > scaled(enoughForNumbers));
    m_command->replot();
}

std::optional<ClampStage::Answer> ClampStage::compute(const Question& question, const std::stop_token& stop)
{
    auto scene = clampScene(question.experiment, question.interval, {}, stop);
    return scene ? std::optional(Answer{question.experiment, std::move(*scene)}) : std::nullopt;
}

bool ClampStage::isSettled() const { return !isClamped(m_session.experiment()) || m_answered == m_session.experiment(); }

/// As many currents as there is room for, each chosen where there are more.
void ClampStage::arrange()
{
    const std::size_t all = clampedTerms(m_session.model()).size();
    const std::size_t room = m_session.veil().hides("currents") ? 0 : width() >= scaled(enoughForTwo) ? mostClampCurrents : 1;
    const std::size_t places = std::min({all, mostClampCurrents, room});
    for (std::size_t i = 0; i < m_slots.size(); ++i) {
        m_slots[i].picture->setVisible(i < places);
        m_slots[i].which->setVisible(places < all);
    }
    static_cast<QVBoxLayout*>(layout())->setStretchFactor(m_row, places > 0 ? qRound(100 * clampShares[2]) : 0);
    placeChoosers();
    fitHints();
}

void ClampStage::placeChoosers()
{
    for (const Slot& slot : m_slots) {
        slot.which->resize(slot.which->sizeHint());
        slot.which->move(slot.picture->width() - slot.which->width() - scaled(6), scaled(4));
    }
}

std::vector<ClampPicture*> ClampStage::currents() const
{
    std::vector<ClampPicture*> found;
    for (const Slot& slot : m_slots)
        if (!slot.picture->isHidden()) found.push_back(slot.picture);
    return found;
}

/// Of the scene.
std::vector<std::size_t> ClampStage::shownRows() const
{
    std::vector<std::size_t> rows{0, 1};
    for (const Slot& slot : m_slots)
        if (!slot.picture->isHidden()) rows.push_back(firstCurrent + static_cast<std::size_t>(std::max(0, slot.which->currentIndex())));
    return rows;
}

void ClampStage::draw()
{
    m_scene.isAlone = m_shown->currentIndex() == 1;
    recommand(m_scene, m_session.experiment().clamp);
    m_shown->setVisible(m_session.experiment().clamp.steps.size() > 1);
    m_shown->setItemText(0, tr("All %1 steps").arg(m_session.experiment().clamp.steps.size()));
    if (m_scene.rows.empty()) return;
    const auto rows = shownRows();
    std::vector<ClampPicture*> pictures{m_command, m_total};
    std::ranges::copy(currents(), std::back_inserter(pictures));
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        restyle(pictures[i]);
        pictures[i]->setScene(m_scene, rows[i], i > 0 || pictures[i]->height() > scaled(enoughForNumbers));
    }
    align(std::span(pictures).first(2));
    for (ClampPicture* picture : std::span(pictures).subspan(2)) align({&picture, 1});
    for (ClampPicture* picture : pictures) picture->replot();
    showTexts();
}

/// The run goes through the family step by step.
void ClampStage::followRun()
{
    if (!isVisible() || m_scene.rows.empty() || !isClamped(m_session.experiment())) return;
    const auto time = timeInEpisode(m_session);
    const auto rows = shownRows();
    for (std::size_t i = 0; i < m_heads.size(); ++i) {
        if (time && i < rows.size()) m_heads[i]->setAt(QPointF(*time, valueNow(m_session, rows[i])));
        else m_heads[i]->setAt(std::nullopt);
    }
}

QString ClampStage::words() const
{
    if (m_scene.rows.empty()) return {};
    const VoltageClamp& clamp = m_scene.clamp;
    const auto said = [](double value, const Quantity& q) { return shown(value, q.unit, 4); };
    QStringList parts{
        tr("Step %1 of %2: from %3 to %4 for %5")
            .arg(clamp.chosen + 1)
            .arg(clamp.steps.size())
            .arg(said(clamp.hold, m_scene.rows[0].of), said(clamp.steps[clamp.chosen], m_scene.rows[0].of), shown(clamp.width, "ms"))};
    const std::size_t rows = m_session.veil().hides("currents") ? firstCurrent : m_scene.rows.size();
    for (std::size_t i = 1; i < rows; ++i) {
        const ClampCurves& row = m_scene.rows[i];
        const QString symbol = fromView(row.of.symbol).remove(u'_');
        if (row.peak)
            parts << tr("%1 peaks at %2 after %3")
                         .arg(symbol, said(row.peak->y(), row.of), shown(row.peak->x() - m_scene.test().first, "ms", 3));
    }
    return parts.join(QStringLiteral("; "));
}

void ClampStage::showTexts()
{
    const QString text = words();
    for (ClampPicture* picture : {m_command, m_total, m_slots[0].picture, m_slots[1].picture}) {
        picture->setAccessibleName(QString(picture->title()).remove(u'_'));
        picture->setAccessibleDescription(text);
    }
}

ViewFigure ClampStage::figure() { return clampFigure(m_session.experiment(), m_scene, shownRows()); }

QByteArray ClampStage::table()
{
    const Experiment& e = m_session.experiment();
    return clampTable(clampFamily(e, {.interval = std::max(e.dt, lengthOf(e.clamp) / rowsOfTable), .terms = {}, .solver = {}}));
}

void ClampStage::showEvent(QShowEvent* event)
{
    PlotView::showEvent(event);
    ask();
}

void ClampStage::hideEvent(QHideEvent* event)
{
    PlotView::hideEvent(event);
    if (isSettled()) return;
    m_search.cancel();
    m_answered.reset();
}

void ClampStage::resizeEvent(QResizeEvent* event)
{
    PlotView::resizeEvent(event);
    arrange();
    refresh();
}

bool ClampStage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize) placeChoosers();
    return PlotView::eventFilter(watched, event);
}

}
