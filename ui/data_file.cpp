// SPDX-License-Identifier: GPL-3.0-or-later
#include "data_file.h"

#include "csv.h"
#include "npz.h"
#include "whole_file.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Export)
};

constexpr std::size_t rowsAtATime = 4096;

/// The columns of a trace in the order of files.
std::vector<std::size_t> columnsOf(const Trace& trace)
{
    std::vector<std::size_t> columns{0, 2, 1};
    for (std::size_t column = 3; column < trace.columns(); ++column) columns.push_back(column);
    return columns;
}

QByteArray nameOf(const Trace& trace, std::size_t column) { return QByteArray::fromStdString(columnName(trace.quantity(column))); }

/// The index of the first row after a time.
std::size_t firstAfter(const Trace& trace, double time)
{
    return trace.firstAt(std::nextafter(time, std::numeric_limits<double>::infinity()));
}

void appendCell(QByteArray& text, const Trace& trace, std::size_t column, std::size_t row)
{
    if (column == 0) return appendNumber(text, trace.time(row));
    if (const float value = trace.value(column, row); !std::isnan(value)) appendNumber(text, value);
}

void appendRow(QByteArray& text, const Trace& trace, std::span<const std::size_t> columns, std::size_t row)
{
    for (const std::size_t column : columns) {
        if (column != columns.front()) text += ',';
        appendCell(text, trace, column, row);
    }
    text += '\n';
}

/// The rows of a run between two times, while it goes on and may give up its oldest.
class Stretch {
public:
    Stretch(const Trace& trace, double from, double to) : m_trace(trace), m_run(trace.runs())
    {
        for (std::size_t column = 0; column < trace.columns(); ++column)
            m_rawFrom.push_back(trace.rawFrom(std::max<std::size_t>(1, column)));
        const std::size_t wanted = trace.firstAt(from);
        first = std::max(wanted, m_rawFrom[1]);
        end = std::max(first, firstAfter(trace, to));
        if (wanted < first) m_remarks += "# not kept: the rows before " + timeAt(first) + '\n';
        QByteArray missing;
        for (std::size_t column = 1; column < trace.columns(); ++column)
            if (m_rawFrom[column] > first) missing += (missing.isEmpty() ? "" : ", ") + nameOf(trace, column);
        if (!missing.isEmpty())
            m_remarks += "# not kept: " + missing + " before " + timeAt(std::min(end, m_rawFrom.back())) + " (left empty)\n";
    }

    std::size_t size() const { return end - first; }
    /// What is missing, as remarks of a table.
    const QByteArray& remarks() const { return m_remarks; }
    /// True while the rows from one on are as they were.
    bool isKeptFrom(std::size_t row) const
    {
        const auto isKept = [&](std::size_t column) { return m_trace.rawFrom(column) <= std::max(row, m_rawFrom[column]); };
        return m_trace.runs() == m_run && isKept(1) && isKept(m_rawFrom.size() - 1);
    }

    std::size_t first = 0, end = 0;

private:
    QByteArray timeAt(std::size_t row) const
    {
        QByteArray text;
        appendNumber(text, row < m_trace.rows() ? m_trace.time(row) : m_trace.latestTime());
        return text + " ms";
    }

    const Trace& m_trace;
    std::size_t m_run;
    std::vector<std::size_t> m_rawFrom;
    QByteArray m_remarks;
};

/// Goes through the rows of a stretch some at a time, `part` of the whole from `done` on; false and a sentence where it cannot go on.
template<class Write> bool eachPart(const Stretch& stretch, const WholeFile& file, double done, double part, const Progress& progress,
                                    QString* error, Write write)
{
    error->clear();
    for (std::size_t row = stretch.first; row < stretch.end && file.problem().isEmpty();) {
        if (!stretch.isKeptFrom(row)) {
            *error = Words::tr("The run gave up rows before they were written: pause it, and export again.");
            return false;
        }
        const std::size_t next = std::min(stretch.end, row + rowsAtATime);
        write(row, next);
        row = next;
        if (progress && !progress(done + part * static_cast<double>(row - stretch.first) / static_cast<double>(stretch.size())))
            return false;
    }
    return true;
}

}

bool saveData(const QString& path, const Trace& trace, const Experiment& experiment, double from, double to, QString* error,
              std::span<const Change> changes, const Progress& progress)
{
    const auto save = path.endsWith(QStringLiteral(".npz"), Qt::CaseInsensitive) ? saveNpz : saveCsv;
    return save(path, trace, experiment, from, to, error, changes, progress);
}

bool saveCsv(const QString& path, const Trace& trace, const Experiment& experiment, double from, double to, QString* error,
             std::span<const Change> changes, const Progress& progress)
{
    WholeFile file(path);
    const Stretch stretch(trace, from, to);
    const std::vector<std::size_t> columns = columnsOf(trace);
    file.write(csvHead(experiment, changes, stretch.remarks()));
    QByteArray text;
    const auto write = [&](std::size_t row, std::size_t end) {
        text.resize(0); // keeps its memory
        for (; row < end; ++row) appendRow(text, trace, columns, row);
        file.write(text);
    };
    return eachPart(stretch, file, 0, 1, progress, error, write) && file.commit(error);
}

bool saveNpz(const QString& path, const Trace& trace, const Experiment& experiment, double from, double to, QString* error,
             std::span<const Change> changes, const Progress& progress)
{
    WholeFile file(path);
    NpzWriter npz(file);
    const Stretch stretch(trace, from, to);
    const std::vector<std::size_t> columns = columnsOf(trace);
    npz.addText("experiment", QString::fromUtf8(toLine(experiment, changes)));
    if (!stretch.remarks().isEmpty()) npz.addText("remarks", QString::fromUtf8(stretch.remarks()));
    npz.beginNumbers<double>("spikes_ms", trace.spikes().size());
    npz.add(trace.spikes());
    npz.beginNumbers<double>("time_ms", stretch.size());
    const double part = 1.0 / static_cast<double>(columns.size());
    const auto times = [&](std::size_t row, std::size_t end) { npz.add(std::span<const double>(trace.times(row, end))); };
    if (!eachPart(stretch, file, 0, part, progress, error, times)) return false;
    std::vector<float> values;
    for (std::size_t i = 1; i < columns.size(); ++i) {
        npz.beginNumbers<float>(nameOf(trace, columns[i]), stretch.size());
        const auto write = [&](std::size_t row, std::size_t end) {
            values.clear();
            for (; row < end; ++row) values.push_back(trace.value(columns[i], row));
            npz.add(std::span<const float>(values));
        };
        if (!eachPart(stretch, file, static_cast<double>(i) * part, part, progress, error, write)) return false;
    }
    npz.finish();
    return file.commit(error);
}

Range timesIn(const FigureContent& content)
{
    const Strand main = content.strands.empty() ? Strand{.trace = content.trace} : content.strands.back();
    return {std::max(content.from - main.shift, main.span.first), std::min(content.to - main.shift, main.span.second)};
}

QByteArray figureTable(const FigureContent& content, std::size_t most)
{
    const Trace& trace = *content.trace;
    const auto [from, to] = timesIn(content);
    const Stretch stretch(trace, from, to);
    std::vector<std::size_t> columns{0};
    for (const PlotRow& row : plotRows(trace.model()))
        if (std::ranges::find(content.rows, row.id) != content.rows.end())
            columns.insert(columns.end(), row.columns.begin(), row.columns.end());
    const std::size_t step = std::max<std::size_t>(1, (stretch.size() + most - 1) / most);
    QByteArray table = stretch.remarks();
    if (step > 1) table += "# rows: one of " + QByteArray::number(static_cast<qulonglong>(step)) + '\n';
    for (const std::size_t column : columns) table += (column == 0 ? "" : ",") + nameOf(trace, column);
    table += '\n';
    for (std::size_t row = stretch.first; row < stretch.end; row += step) appendRow(table, trace, columns, row);
    return table;
}

}
