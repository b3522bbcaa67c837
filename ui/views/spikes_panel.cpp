// SPDX-License-Identifier: GPL-3.0-or-later
#include "spikes_panel.h"

#include "confirm.h"
#include "measure_words.h"
#include "measured_number.h"
#include "session.h"
#include "spike_pictures.h"
#include "spike_table.h"
#include "theme.h"
#include "words.h"

#include <QAction>
#include <QClipboard>
#include <QFontMetrics>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace rheobase {

namespace {

constexpr int patience = 10; // ms for the shapes of spikes, each time

}

SpikesPanel::SpikesPanel(Session& session, QWidget* parent)
    : PlotView(parent),
      m_session(session),
      m_spikes(new SpikeTable(this)),
      m_view(new QTableView),
      m_intervals(new IntervalPicture),
      m_rates(new RateHistoryPicture),
      m_silent(new QLabel(tr("This model has no spikes."))),
      m_shown(new QWidget)
{
    setObjectName(QStringLiteral("spikes"));
    m_silent->setObjectName(QStringLiteral("silent"));
    m_silent->setProperty("role", QStringLiteral("faint"));
    m_silent->setAlignment(Qt::AlignCenter);
    m_intervals->setAccessibleName(tr("Histogram of inter-spike intervals"));
    m_rates->setAccessibleName(tr("Firing rate over time"));
    auto* inner = new QVBoxLayout(m_shown);
    inner->setContentsMargins({});
    inner->addWidget(makeSummary());
    inner->addWidget(makeTable(), 4);
    inner->addWidget(m_intervals, 3);
    inner->addWidget(m_rates, 3);
    auto* column = new QVBoxLayout(this);
    pad(column, {10, 10, 10, 10});
    column->addWidget(m_silent, 1);
    column->addWidget(m_shown, 1);

    connect(&session, &Session::readingsDue, this, &SpikesPanel::refresh);
    for (const auto anew : {&Session::modelChanged, &Session::restarted}) connect(&session, anew, this, &SpikesPanel::forget);
}

QWidget* SpikesPanel::makeSummary()
{
    auto* summary = new QWidget;
    auto* grid = new QGridLayout(summary);
    pad(grid, {4, 0, 4, 2});
    grid->setVerticalSpacing(1);
    const auto add = [&](const char* id, const QString& name, std::string_view measureId) {
        auto* caption = new QLabel(name);
        auto* value = new MeasuredNumber;
        caption->setProperty("role", QStringLiteral("faint"));
        value->setObjectName(QLatin1String(id));
        value->setAccessibleName(name);
        value->setAbout(fromView(measureId));
        const int place = grid->columnCount();
        for (QLabel* label : {caption, static_cast<QLabel*>(value)}) label->setToolTip(definitionOf(measureId));
        grid->addWidget(caption, 0, place);
        grid->addWidget(value, 1, place);
        grid->setColumnStretch(place, 1);
        m_summary.emplace_back(value, &measure(measureId));
    };
    add("count", tr("Spikes"), "spikes");
    add("meanRate", tr("Mean rate"), "mean-rate");
    add("variation", tr("CV"), "cv");
    add("adaptation", tr("Adaptation"), "adaptation");
    return summary;
}

QWidget* SpikesPanel::makeTable()
{
    m_view->setObjectName(QStringLiteral("spikeTable"));
    m_view->setAccessibleName(tr("Spikes"));
    m_view->setModel(m_spikes);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setTabKeyNavigation(false);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->horizontalHeader()->setMinimumSectionSize(24);
    m_view->horizontalHeader()->setHighlightSections(false);
    auto* copy = new QAction(tr("Copy rows") + u'\t' + QKeySequence(QKeySequence::Copy).toString(QKeySequence::NativeText), m_view);
    copy->setObjectName(QStringLiteral("copyRows")); // the window knows who is meant by the shortcut
    m_view->addAction(copy);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(copy, &QAction::triggered, this, &SpikesPanel::copyRows);
    for (const auto chosen : {&QTableView::clicked, &QTableView::activated})
        connect(m_view, chosen, this, [this](const QModelIndex& index) { emit spikeChosen(m_spikes->timeOf(index.row())); });
    return m_view;
}

void SpikesPanel::forget()
{
    m_spikes->setTrace(nullptr);
    m_train = {};
}

void SpikesPanel::takeSpikes(int milliseconds)
{
    const Trace& trace = m_session.trace();
    if (m_spikes->trace() != &trace) m_spikes->setTrace(m_session.sharedTrace());
    m_train.update(trace.spikes());
    m_measures.update(trace, m_session.experiment(), m_session.changedAt());
    m_spikes->update(milliseconds);
}

void SpikesPanel::draw()
{
    const bool has = m_session.model().fires();
    m_silent->setVisible(!has);
    m_shown->setVisible(has);
    if (!has) return;
    const QScrollBar* bar = m_view->verticalScrollBar();
    const bool isAtEnd = bar->value() == bar->maximum();
    takeSpikes(patience);
    layOutColumns();
    if (isAtEnd) m_view->scrollToBottom();
    showSummary();
    restyle(m_intervals);
    restyle(m_rates);
    m_intervals->setHistogram(m_train.histogram());
    m_rates->setRates(m_train.rates());
    m_intervals->replot();
    m_rates->replot();
    if (!m_spikes->isComplete()) refresh();
}

void SpikesPanel::showSummary()
{
    for (const auto& [label, measure] : m_summary) label->setText(shown(m_measures.value(*measure), *measure, m_session.model()));
    const auto said = [this](std::size_t i) { return m_summary[i].first->text(); };
    const QString words = tr("%1 spikes, mean rate %2, CV %3, adaptation index %4").arg(said(0), said(1), said(2), said(3));
    m_intervals->setAccessibleDescription(words);
    m_rates->setAccessibleDescription(words);
}

/// Number and time as wide as they need, the others share the rest.
void SpikesPanel::layOutColumns()
{
    QFont small = font();
    small.setPixelSize(letters(11.65)); // eight columns in a dock
    const QFontMetrics metrics(small);
    QHeaderView *across = m_view->horizontalHeader(), *down = m_view->verticalHeader();
    for (QWidget* widget : {static_cast<QWidget*>(m_view), static_cast<QWidget*>(across)})
        if (widget->font() != small) widget->setFont(small);
    if (const int height = metrics.height() + scaled(5); down->defaultSectionSize() != height) {
        down->setMinimumSectionSize(height);
        down->setDefaultSectionSize(height);
    }
    for (int column = 0; column < m_spikes->columnCount(); ++column) {
        if (column > 1) across->setSectionResizeMode(column, QHeaderView::Stretch);
        else {
            const int rows = m_spikes->rowCount();
            const auto digits = rows > 0 ? m_spikes->index(rows - 1, column).data().toString().size() : 0;
            const int width = metrics.horizontalAdvance(QString(std::max<qsizetype>(digits, 3 + 2 * column), u'0')) + scaled(10);
            across->setSectionResizeMode(column, QHeaderView::Fixed);
            if (across->sectionSize(column) != width) across->resizeSection(column, width);
        }
    }
}

void SpikesPanel::copyRows() const
{
    QList<int> rows;
    for (const QModelIndex& index : m_view->selectionModel()->selectedRows()) rows << index.row();
    std::ranges::sort(rows);
    if (rows.isEmpty()) return;
    QGuiApplication::clipboard()->setText(m_spikes->copied(rows));
    confirm(rows.size() == 1 ? tr("1 row copied") : tr("%1 rows copied").arg(rows.size()));
}

bool SpikesPanel::isSettled() const
{
    if (!m_session.model().fires()) return true;
    return m_train.count() == m_session.trace().spikes().size() && m_spikes->isComplete();
}

QByteArray SpikesPanel::table()
{
    return longTable([](double) { return true; });
}

QByteArray SpikesPanel::longTable(const Progress& progress)
{
    takeSpikes(0);
    return m_spikes->csv(progress);
}

ViewFigure SpikesPanel::figure()
{
    takeSpikes(0);
    const std::vector<RatePoint> rates(m_train.rates().begin(), m_train.rates().end());
    return {m_session.experiment(), [histogram = m_train.histogram(), rates](QPainter& painter, QSize size, const PlotStyle& style) {
                IntervalPicture intervals;
                intervals.setPlotStyle(style);
                intervals.setHistogram(histogram);
                RateHistoryPicture history;
                history.setPlotStyle(style);
                history.setRates(rates);
                renderStacked(painter, size, intervals, history);
            }};
}

}
