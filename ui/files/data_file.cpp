// SPDX-License-Identifier: GPL-3.0-or-later
#include "data_file.h"

#include "csv.h"
#include "kept_rows.h"
#include "mat.h"
#include "npz.h"
#include "sealed.h"
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

/// The columns of a trace in the order of files, but for terms that would tell what is sealed.
std::vector<std::size_t> columnsOf(const Trace& trace, const Experiment& experiment)
{
    std::vector<std::size_t> columns{Columns::time, Columns::potential, Columns::given};
    const auto hidden = concealed(experiment);
    for (std::size_t column = Columns::potential + 1; column < trace.columns().size(); ++column)
        if (std::ranges::find(hidden, identifier(trace.quantity(column).symbol)) == hidden.end()) columns.push_back(column);
    return columns;
}

/// Goes through the rows of a run some at a time, `part` of the whole from `done` on; false and a sentence where it cannot go on.
template<class Write>
bool eachPart(const KeptRows& rows, const WholeFile& file, double done, double part, const Progress& progress, QString* error, Write write)
{
    error->clear();
    for (std::size_t row = rows.first; row < rows.end && file.problem().isEmpty();) {
        if (!rows.isKeptFrom(row)) {
            *error = Words::tr("The run gave up rows before they were written: pause it, and export again.");
            return false;
        }
        const std::size_t next = std::min(rows.end, row + rowsAtATime);
        write(row, next);
        row = next;
        if (progress && !progress(done + part * static_cast<double>(row - rows.first) / static_cast<double>(rows.size()))) return false;
    }
    return true;
}

}

bool saveData(const QString& path, const Trace& trace, const Experiment& experiment, double from, double to, QString* error,
              std::span<const Change> changes, const Progress& progress)
{
    const DataFormat* const format = formatOf(dataFormats, path);
    return (format ? *format : dataFormats[0]).save(path, trace, experiment, from, to, error, changes, progress);
}

bool saveCsv(const QString& path, const Trace& trace, const Experiment& experiment, double from, double to, QString* error,
             std::span<const Change> changes, const Progress& progress)
{
    WholeFile file(path);
    const KeptRows rows(trace, from, to);
    const std::vector<std::size_t> columns = columnsOf(trace, experiment);
    file.write(csvHead(experiment, changes, rows.remarks()));
    QByteArray text;
    const auto write = [&](std::size_t row, std::size_t end) {
        text.resize(0); // keeps its memory
        for (; row < end; ++row) appendRow(text, trace, columns, row);
        file.write(text);
    };
    return eachPart(rows, file, 0, 1, progress, error, write) && file.commit(error);
}

bool saveNpz(const QString& path, const Trace& trace, const Experiment& experiment, double from, double to, QString* error,
             std::span<const Change> changes, const Progress& progress)
{
    WholeFile file(path);
    NpzWriter npz(file);
    const KeptRows rows(trace, from, to);
    const std::vector<std::size_t> columns = columnsOf(trace, experiment);
    npz.addText("experiment", QString::fromUtf8(toLine(experiment, changes)));
    if (!rows.remarks().isEmpty()) npz.addText("remarks", QString::fromUtf8(rows.remarks()));
    npz.beginNumbers<double>("spikes_ms", trace.spikes().size());
    npz.add(trace.spikes());
    npz.beginNumbers<double>("time_ms", rows.size());
    const double part = 1.0 / static_cast<double>(columns.size());
    const auto times = [&](std::size_t row, std::size_t end) { npz.add(std::span<const double>(trace.times(row, end))); };
    if (!eachPart(rows, file, 0, part, progress, error, times)) return false;
    std::vector<float> values;
    for (std::size_t i = 1; i < columns.size(); ++i) {
        npz.beginNumbers<float>(columnHeader(trace, columns[i]), rows.size());
        const auto write = [&](std::size_t row, std::size_t end) {
            values.clear();
            for (; row < end; ++row) values.push_back(trace.value(columns[i], row));
            npz.add(std::span<const float>(values));
        };
        if (!eachPart(rows, file, static_cast<double>(i) * part, part, progress, error, write)) return false;
    }
    npz.finish();
    return file.commit(error);
}

bool saveMat(const QString& path, const Trace& trace, const Experiment& experiment, double from, double to, QString* error,
             std::span<const Change> changes, const Progress& progress)
{
    WholeFile file(path);
    const KeptRows rows(trace, from, to);
    const std::vector<std::size_t> columns = columnsOf(trace, experiment);
    NumberTable table{.experiment = toLine(experiment, changes), .spikes = std::vector(trace.spikes().begin(), trace.spikes().end())};
    const double part = 1.0 / static_cast<double>(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Quantity& quantity = trace.quantity(columns[i]);
        table.columns.push_back({columnHeader(trace, columns[i]).toStdString(), std::string(quantity.unit), {}});
        NumberColumn& column = table.columns.back();
        const auto take = [&](std::size_t row, std::size_t end) {
            const auto values = columns[i] == 0 ? trace.times(row, end) : trace.values(columns[i], row, end);
            column.values.insert(column.values.end(), values.begin(), values.end());
        };
        if (!eachPart(rows, file, static_cast<double>(i) * part, part, progress, error, take)) return false;
    }
    const QByteArray bytes = matOf(table);
    if (bytes.isNull()) *error = Words::tr("There is not enough memory for this file: export less of the run, or as CSV.");
    file.write(bytes);
    return !bytes.isNull() && file.commit(error);
}

}
