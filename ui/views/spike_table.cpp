// SPDX-License-Identifier: GPL-3.0-or-later
#include "spike_table.h"

#include "csv.h"
#include "measure_words.h"
#include "spike_features.h"
#include "words.h"

#include <QElapsedTimer>
#include <QLocale>

#include <array>
#include <cmath>
#include <limits>

namespace rheobase {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// A column: its name, what a cell is in, the measure that it has of each spike, and its name in files.
struct Heading {
    const char *name, *unit, *measure, *file;
    int decimals;
};

constexpr std::array<Heading, 8> headings = {{
    {QT_TRANSLATE_NOOP("rheobase::SpikeTable", "#"), "", "", "spike", 0},
    {QT_TRANSLATE_NOOP("rheobase::SpikeTable", "Time"), "ms", "spike.last", "time_ms", 1},
    {QT_TRANSLATE_NOOP("rheobase::SpikeTable", "ISI"), "ms", "isi.last", "interval_ms", 2},
    {QT_TRANSLATE_NOOP("rheobase::SpikeTable", "Rate"), "Hz", "rate.last", "rate_Hz", 1},
    {QT_TRANSLATE_NOOP("rheobase::SpikeTable", "Ampl."), "mV", "amplitude", "amplitude_mV", 1},
    {QT_TRANSLATE_NOOP("rheobase::SpikeTable", "Width"), "ms", "half-width", "half_width_ms", 2},
    {QT_TRANSLATE_NOOP("rheobase::SpikeTable", "AHP"), "mV", "ahp", "ahp_depth_mV", 1},
    {QT_TRANSLATE_NOOP("rheobase::SpikeTable", "dV/dt"), "V/s", "upstroke", "upstroke_V_per_s", 0},
}};

const Heading& headingOf(int column) { return headings[static_cast<std::size_t>(column)]; }

QString textOf(double value, int column)
{
    if (std::isnan(value)) return QStringLiteral("—");
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(value, 'f', headingOf(column).decimals);
}

}

QString SpikeTable::meaning(Column column)
{
    if (column == number) return QStringLiteral("<p>%1</p>").arg(tr("Number of the spike since the start of the run"));
    return definitionOf(headingOf(column).measure);
}

void SpikeTable::setTrace(std::shared_ptr<const Trace> trace)
{
    beginResetModel();
    m_trace = std::move(trace);
    m_rows = 0;
    m_shapes.clear();
    endResetModel();
}

void SpikeTable::update(int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    const auto known = static_cast<int>(m_shapes.size());
    while (timer.elapsed() < milliseconds && measureNext()) {}
    const auto spikes = static_cast<int>(m_trace->spikes().size());
    if (spikes > m_rows) {
        beginInsertRows({}, m_rows, spikes - 1);
        m_rows = spikes;
        endInsertRows();
    }
    if (columnCount() > amplitude && known < m_rows) emit dataChanged(index(known, amplitude), index(m_rows - 1, upstroke));
}

bool SpikeTable::isComplete() const
{
    const std::size_t spikes = m_trace ? m_trace->spikes().size() : 0;
    if (columnCount() <= amplitude || m_shapes.size() == spikes) return true;
    bool isOver = true;
    if (m_shapes.size() + 1 == spikes) measured(spikes - 1, &isOver);
    return !isOver;
}

/// Keeps the next shape; false where it is not over, or there is none.
bool SpikeTable::measureNext()
{
    if (columnCount() <= amplitude || m_shapes.size() == m_trace->spikes().size()) return false;
    bool isOver = true;
    const Shape shape = measured(m_shapes.size(), &isOver);
    if (isOver) m_shapes.push_back(shape);
    return isOver;
}

SpikeTable::Shape SpikeTable::measured(std::size_t spike, bool* isOver) const
{
    const SpikeFeatures features = spikeFeatures(*m_trace, spike, isOver);
    const auto small = [](std::optional<double> value) { return static_cast<float>(value.value_or(none)); };
    return {small(features.amplitude()), small(features.halfWidth), small(features.ahpDepth()), small(features.upstroke)};
}

double SpikeTable::value(int row, int column) const
{
    const auto spike = static_cast<std::size_t>(row);
    switch (column) {
    case number: return row + 1;
    case time: return timeOf(row);
    case interval: return row > 0 ? timeOf(row) - timeOf(row - 1) : none;
    case rate: return 1000 / value(row, interval);
    default: break;
    }
    const Shape shape = spike < m_shapes.size() ? m_shapes[spike] : measured(spike);
    switch (column) {
    case amplitude: return shape.amplitude;
    case halfWidth: return shape.halfWidth;
    case ahpDepth: return shape.ahpDepth;
    default: return shape.upstroke;
    }
}

QByteArray SpikeTable::csv(const Progress& progress)
{
    constexpr int rowsAtOnce = 4096;
    const int rows = static_cast<int>(m_trace->spikes().size()); // more may come meanwhile
    const auto trace = m_trace; // while progress is shown, others may change the model or begin the run anew
    const std::uint64_t run = trace->serial();
    QByteArray table;
    for (int column = 0; column < columnCount(); ++column) table += (column > 0 ? "," : "") + QByteArray(headingOf(column).file);
    for (int row = 0; row < rows; ++row) {
        if (row % rowsAtOnce == 0 && (!progress(static_cast<double>(row) / rows) || m_trace != trace || trace->serial() != run)) return {};
        if (m_shapes.size() == static_cast<std::size_t>(row)) measureNext();
        for (int column = 0; column < columnCount(); ++column) {
            table += column == 0 ? '\n' : ',';
            if (const double x = value(row, column); !std::isnan(x)) appendNumber(table, x);
        }
    }
    return table + '\n';
}

QString SpikeTable::copied(const QList<int>& rows) const
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    QStringList lines;
    for (const int row : rows) {
        QStringList cells;
        for (int column = 0; column < columnCount(); ++column) {
            const double x = value(row, column);
            cells << (std::isnan(x) ? QString() : locale.toString(x, 'g', column > rate ? 6 : 10));
        }
        lines << cells.join(u'\t');
    }
    return lines.join(u'\n');
}

int SpikeTable::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : m_rows; }

int SpikeTable::columnCount(const QModelIndex& parent) const
{
    if (parent.isValid() || !m_trace) return 0;
    return m_trace->model().jumps ? amplitude : static_cast<int>(headings.size());
}

QVariant SpikeTable::data(const QModelIndex& index, int role) const
{
    if (role == Qt::TextAlignmentRole) return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    return textOf(value(index.row(), index.column()), index.column());
}

QVariant SpikeTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical) return {};
    const Heading& heading = headingOf(section);
    switch (role) {
    case Qt::TextAlignmentRole: return int(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ToolTipRole: return meaning(static_cast<Column>(section));
    case Qt::DisplayRole: {
        const bool ofModel = m_trace && *heading.measure; // V of some has no unit
        const QString unit = ofModel ? fromView(unitOf(measure(heading.measure), m_trace->model())) : QLatin1String(heading.unit);
        return tr(heading.name) + (unit.isEmpty() ? unit : u'\n' + unit);
    }
    default: return {};
    }
}

}
