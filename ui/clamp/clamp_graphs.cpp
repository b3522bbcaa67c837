// SPDX-License-Identifier: GPL-3.0-or-later
#include "clamp_graphs.h"

#include "chooser.h"
#include "session.h"
#include "theme.h"
#include "words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace rheobase {

ClampGraphs::ClampGraphs(Session& session, const Kind& kind, QWidget* parent)
    : PlotView(parent),
      m_session(session),
      m_kind(kind),
      m_current(new Chooser),
      m_whole(new Chooser),
      m_choice(new QWidget),
      m_empty(new QLabel),
      m_cards(new QVBoxLayout),
      m_readings(new QLabel),
      m_answer{},
      m_search(kind.compute, [this](ClampAnswer answer) {
          m_answer = std::move(answer);
          refreshNow();
      })
{
    setObjectName(kind.id);
    m_current->setObjectName(QStringLiteral("current"));
    m_current->setAccessibleName(tr("Which current"));
    m_whole->setObjectName(QStringLiteral("whole"));
    m_whole->setAccessibleName(tr("Single currents or the whole"));
    m_whole->addItems({tr("Single currents"), tr("The whole current")});
    m_whole->setVisible(kind.choosesWhole);
    for (QComboBox* chooser : {m_current, m_whole}) connect(chooser, &QComboBox::activated, this, &ClampGraphs::ask);
    auto* row = new QHBoxLayout(m_choice);
    row->setContentsMargins({});
    row->addWidget(m_whole);
    row->addStretch();
    row->addWidget(m_current);
    m_readings->setObjectName(QStringLiteral("readings"));
    m_readings->setTextFormat(Qt::RichText);
    m_readings->setWordWrap(true);
    m_readings->setAlignment(Qt::AlignTop);
    m_readings->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_empty->setObjectName(QStringLiteral("empty"));
    m_empty->setProperty("role", QStringLiteral("faint"));
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    auto* column = new QVBoxLayout(this);
    pad(column, {10, 10, 10, 10});
    column->addWidget(m_choice);
    column->addWidget(m_empty, 1);
    column->addLayout(m_cards, 1);
    column->addWidget(m_readings);
    connect(&session, &Session::modelChanged, this, &ClampGraphs::adoptModel);
    connect(&session, &Session::experimentChanged, this, &ClampGraphs::ask);
    adoptModel();
}

void ClampGraphs::adoptModel()
{
    m_search.cancel();
    m_answer = {};
    m_readings->setMinimumHeight(0);
    const Model& model = m_session.model();
    const auto terms = gatedTerms(model);
    m_current->clear();
    for (const std::size_t term : terms) m_current->addItem(nameSpoken(model.terms[term].meaning));
    m_current->setVisible(m_kind.choosesCurrent && terms.size() > 1);
    m_choice->setVisible(m_kind.choosesWhole || !m_current->isHidden());
    ask();
}

ClampQuestion ClampGraphs::question() const
{
    return {m_session.experiment(), static_cast<std::size_t>(std::max(0, m_current->currentIndex())), m_whole->currentIndex() == 1};
}

void ClampGraphs::ask()
{
    const Experiment& live = m_session.experiment();
    if (!isVisible() || !isClamped(live) || live.model != &m_session.model()) return;
    m_search.ask(question());
}

bool ClampGraphs::isSettled() const
{
    const ClampQuestion now = question(), &was = m_answer.question;
    return !isClamped(now.experiment) || (was.experiment == now.experiment && was.current == now.current && was.isWhole == now.isWhole);
}

/// As many cards as there are graphs; a sentence where there is none.
void ClampGraphs::arrange()
{
    const bool isEmpty = m_answer.graphs.empty();
    const bool isAnswered = m_answer.question.experiment.model == &m_session.model();
    m_empty->setVisible(isEmpty);
    m_empty->setText(isAnswered ? tr("No current of this model has gates, and so there is nothing to read.") : tr("computing…"));
    while (m_pictures.size() > m_answer.graphs.size()) {
        delete m_pictures.back();
        m_pictures.pop_back();
    }
    while (m_pictures.size() < m_answer.graphs.size()) {
        auto* picture = new GraphPicture;
        picture->makeInteractive();
        m_cards->addWidget(picture, m_pictures.empty() ? 6 : 4);
        connect(picture, &GraphPicture::changed, this, &ClampGraphs::refresh);
        m_pictures.push_back(picture);
    }
}

void ClampGraphs::draw()
{
    arrange();
    for (std::size_t i = 0; i < m_pictures.size(); ++i) {
        restyle(m_pictures[i]);
        m_pictures[i]->setGraph(m_answer.graphs[i]);
        m_pictures[i]->replot();
        m_pictures[i]->setAccessibleName(QString(m_pictures[i]->title()).remove(u'_'));
    }
    showReadings();
}

void ClampGraphs::showReadings()
{
    QString text;
    QStringList plain;
    for (const auto& [name, value] : m_answer.readings) {
        plain << (value.isEmpty() ? name : QStringLiteral("%1: %2").arg(QString(name).remove(u'_'), value));
        text += value.isEmpty() ? QStringLiteral("<tr><td colspan='2'><b>%1</b></td></tr>").arg(name.toHtmlEscaped())
                                : QStringLiteral("<tr><td style='color:%3'>%1</td><td align='right'>%2</td></tr>")
                                      .arg((textSize().fromAfar ? QString(name).remove(u'_').toHtmlEscaped() : typeset(capitalised(name))),
                                           value.toHtmlEscaped(), theme().faint.name());
    }
    m_readings->setText(text.isEmpty() ? QString() : QStringLiteral("<table width='100%' cellspacing='2'>%1</table>").arg(text));
    // A place that holds numbers does not shrink, so that the plots stay where they are.
    if (const int needed = m_readings->heightForWidth(width()); needed > m_readings->minimumHeight()) m_readings->setMinimumHeight(needed);
    for (GraphPicture* picture : m_pictures) picture->setAccessibleDescription(plain.join(u'\n'));
}

ViewFigure ClampGraphs::figure()
{
    return {m_session.experiment(), [graphs = m_answer.graphs](QPainter& painter, QSize size, const PlotStyle& style) {
                const int count = static_cast<int>(graphs.size());
                painter.save();
                for (int i = 0; i < count; ++i) {
                    const int height = (i + 1) * size.height() / count - i * size.height() / count;
                    GraphPicture picture;
                    picture.setPlotStyle(style);
                    picture.setGraph(graphs[static_cast<std::size_t>(i)]);
                    picture.render(painter, {size.width(), height});
                    painter.translate(0, height);
                }
                painter.restore();
            }};
}

void ClampGraphs::showEvent(QShowEvent* event)
{
    PlotView::showEvent(event);
    ask();
}

void ClampGraphs::hideEvent(QHideEvent* event)
{
    PlotView::hideEvent(event);
    if (!isSettled()) m_search.cancel();
}

}
