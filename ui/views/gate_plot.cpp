// SPDX-License-Identifier: GPL-3.0-or-later
#include "gate_plot.h"

#include "calm_place.h"
#include "flow_row.h"
#include "session.h"
#include "theme.h"
#include "words.h"

#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr int leastHeight = 150; // px, of a card

}

GatePlot::GatePlot(Session& session, QWidget* parent)
    : PlotView(parent),
      m_session(session),
      m_choice(new QWidget),
      m_empty(new QLabel),
      m_words(new QLabel),
      m_room(new QScrollArea),
      m_wordsPace(200, [this] { showWords(); })
{
    setObjectName(QStringLiteral("gate-curves"));
    makeButtons();
    m_empty->setText(tr("This model has no gates: nothing in it opens and closes with V."));
    m_empty->setObjectName(QStringLiteral("empty"));
    m_words->setObjectName(QStringLiteral("words"));
    for (QLabel* label : {m_empty, m_words}) {
        label->setProperty("role", QStringLiteral("faint"));
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_empty->setAlignment(Qt::AlignCenter);
    m_words->setAlignment(Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    pad(column, {10, 10, 10, 10});
    column->addWidget(m_choice);
    column->addWidget(m_empty, 1);
    column->addWidget(m_room, 1);
    auto* cards = new QWidget;
    m_column = new QVBoxLayout(cards);
    m_column->setContentsMargins({});
    m_column->addWidget(new CalmPlace(m_words));
    m_room->setFrameShape(QFrame::NoFrame);
    m_room->setFocusPolicy(Qt::NoFocus);
    m_room->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_room->setWidgetResizable(true);
    m_room->setWidget(cards);
    connect(&session, &Session::modelChanged, this, &GatePlot::adoptModel);
    for (const auto change : {&Session::samplesArrived, &Session::experimentChanged, &Session::restarted})
        connect(&session, change, this, &GatePlot::refresh);
    connect(&session, &Session::readingsDue, &m_wordsPace, &Pace::ask);
    adoptModel();
}

/// One for each kind.
void GatePlot::makeButtons()
{
    auto* row = new FlowRow(m_choice);
    pad(row, {}, 4);
    for (const GateKind kind : gateKinds) {
        const GateWords words = wordsOf(kind);
        auto* button = m_buttons[kind] = new QToolButton;
        button->setText(words.sign);
        button->setCheckable(true);
        button->setChecked(m_kinds.contains(kind));
        button->setAccessibleName(words.name);
        button->setToolTip(QStringLiteral("%1: %2").arg(words.name, words.meaning));
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
        connect(button, &QToolButton::toggled, this, [this, kind](bool on) {
            if (on) m_kinds.insert(kind);
            else m_kinds.erase(kind);
            refreshNow();
        });
    }
}

void GatePlot::adoptModel()
{
    m_for.clear();
    m_scene = {};
    compose();
    for (const auto& [kind, button] : m_buttons) {
        const bool isThere = std::ranges::find(m_cards, kind, &GateCard::kind) != m_cards.end();
        button->setVisible(isThere);
    }
    m_choice->setVisible(!m_cards.empty());
    showWords();
    refresh();
}

void GatePlot::setKinds(const std::set<GateKind>& kinds)
{
    for (const auto& [kind, button] : m_buttons) button->setChecked(kinds.contains(kind));
}

/// The curves anew where a parameter is another.
void GatePlot::compute()
{
    const Model& model = m_session.model();
    const auto parameters = effectiveParameters(m_session.experiment());
    if (m_scene.model == &model && m_for == parameters) return;
    m_for = parameters;
    m_scene.model = &model;
    m_scene.across = {model.state[0].min, model.state[0].max};
    m_cards = gateCards(model, gateCurves(model, parameters, m_scene.across.first, m_scene.across.second));
}

void GatePlot::compose()
{
    compute();
    m_scene.cards.clear();
    std::ranges::copy_if(m_cards, std::back_inserter(m_scene.cards), [this](const GateCard& card) { return m_kinds.contains(card.kind); });
    follow(m_scene, LiveValues(m_session));
}

/// As many pictures as there are cards.
void GatePlot::arrange()
{
    m_empty->setVisible(m_scene.cards.empty());
    m_room->setVisible(!m_scene.cards.empty());
    m_empty->setText(m_cards.empty() ? tr("This model has no gates: nothing in it opens and closes with V.")
                                     : tr("Choose above what is to be seen."));
    while (m_pictures.size() > m_scene.cards.size()) {
        if (m_reading == m_pictures.back()) m_reading = nullptr;
        delete m_pictures.back();
        m_pictures.pop_back();
    }
    while (m_pictures.size() < m_scene.cards.size()) {
        auto* picture = new GatePicture;
        picture->makeInteractive();
        keepDressed(picture, [picture] { picture->setMinimumHeight(scaled(leastHeight)); });
        m_column->insertWidget(static_cast<int>(m_pictures.size()), picture, 1);
        connect(picture, &GatePicture::changed, this, [this, picture] {
            if (picture->pointed()) m_reading = picture;
            refresh();
        });
        m_pictures.push_back(picture);
    }
}

void GatePlot::draw()
{
    compose();
    arrange();
    for (std::size_t i = 0; i < m_pictures.size(); ++i) {
        restyle(m_pictures[i]);
        m_pictures[i]->setScene(m_scene, i, i + 1 == m_pictures.size());
        m_pictures[i]->setAccessibleName(tr("%1 over the membrane potential").arg(m_scene.cards[i].title));
    }
    align(m_pictures);
    showReadouts();
    for (GatePicture* picture : m_pictures) picture->replot();
    m_wordsPace.ask();
}

/// One line through all cards; words beside it where the pointer is.
void GatePlot::showReadouts()
{
    const bool reads = m_reading && m_reading->pointed();
    for (GatePicture* picture : m_pictures) picture->setReadout(std::nullopt);
    if (!reads) return;
    const QPointF at = *m_reading->pointed();
    for (GatePicture* picture : m_pictures)
        picture->setReadout(Readout{.x = at.x(),
                                    .pointer = picture == m_reading ? std::optional(picture->pixelAt(at)) : std::nullopt,
                                    .lines = picture->linesAt(at.x())});
}

void GatePlot::showWords()
{
    const QStringList lines = words();
    QStringList rich;
    // Letters for afar have no small ones below them.
    for (const QString& line : lines) rich << (textSize().fromAfar ? QString(line).remove(u'_').toHtmlEscaped() : typeset(line));
    m_words->setText(rich.join(QStringLiteral("<br>")));
    for (GatePicture* picture : m_pictures) picture->setAccessibleDescription(lines.join(u'\n').remove(u'_'));
}

/// Where the neuron is now, card by card; computed there, as lines are straight between their points.
QStringList GatePlot::words() const
{
    if (m_cards.empty()) return {};
    const double V = m_scene.potential;
    const auto exact = gateCards(m_session.model(), gateCurves(m_session.model(), effectiveParameters(m_session.experiment()), V, V, 2));
    QStringList lines{
        tr("Now, at %1:")
            .arg(QStringLiteral("%1 = %2").arg(fromView(m_session.model().state[0].symbol), shown(V, m_session.model().state[0].unit, 3)))};
    for (const GateCard& card : exact) {
        if (!m_kinds.contains(card.kind)) continue;
        QStringList values;
        for (const GateLine& line : card.lines)
            values << QStringLiteral("%1 = %2").arg(line.symbol, shown(line.points.front().y(), card.unit, 3));
        lines << values.join(QStringLiteral(", "));
    }
    return lines;
}

ViewFigure GatePlot::figure()
{
    compose();
    return {m_session.experiment(), [scene = m_scene](QPainter& painter, QSize size, const PlotStyle& style) {
                const auto count = static_cast<int>(scene.cards.size());
                std::vector<std::unique_ptr<GatePicture>> made;
                std::vector<GatePicture*> pictures;
                for (std::size_t i = 0; i < scene.cards.size(); ++i) {
                    pictures.push_back(made.emplace_back(std::make_unique<GatePicture>()).get());
                    pictures.back()->setPlotStyle(style);
                    pictures.back()->setScene(scene, i, i + 1 == scene.cards.size());
                }
                align(pictures);
                painter.save();
                for (int i = 0; i < count; ++i) {
                    const int top = i * size.height() / count, below = (i + 1) * size.height() / count;
                    pictures[static_cast<std::size_t>(i)]->render(painter, {size.width(), below - top});
                    painter.translate(0, below - top);
                }
                painter.restore();
            }};
}

QByteArray GatePlot::table()
{
    compose();
    return gateTable(m_scene);
}

}
