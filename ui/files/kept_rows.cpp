// SPDX-License-Identifier: GPL-3.0-or-later
#include "kept_rows.h"

#include "csv.h"

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

void appendCell(QByteArray& text, const Trace& trace, std::size_t column, std::size_t row)
{
    if (column == 0) return appendNumber(text, trace.time(row));
    if (const float value = trace.value(column, row); !std::isnan(value)) appendNumber(text, value);
}

}

KeptRows::KeptRows(const Trace& trace, double from, double to) : m_trace(trace), m_run(trace.runs())
{
    for (std::size_t column = 0; column < trace.columns().size(); ++column)
        m_rawFrom.push_back(trace.rawFrom(std::max(Columns::given, column)));
    const std::size_t wanted = trace.firstAt(from);
    first = std::max(wanted, m_rawFrom[Columns::given]);
    end = std::max(first, trace.firstAfter(to));
    if (wanted < first) m_remarks += "# not kept: the rows before " + timeAt(first) + '\n';
    QByteArray missing;
    for (std::size_t column = 1; column < trace.columns().size(); ++column)
        if (m_rawFrom[column] > first) missing += (missing.isEmpty() ? "" : ", ") + columnHeader(trace, column);
    if (!missing.isEmpty())
        m_remarks += "# not kept: " + missing + " before " + timeAt(std::min(end, m_rawFrom.back())) + " (left empty)\n";
}

bool KeptRows::isKeptFrom(std::size_t row) const
{
    const auto isKept = [&](std::size_t column) { return m_trace.rawFrom(column) <= std::max(row, m_rawFrom[column]); };
    return m_trace.runs() == m_run && isKept(Columns::given) && isKept(m_rawFrom.size() - 1);
}

QByteArray KeptRows::timeAt(std::size_t row) const
{
    QByteArray text;
    appendNumber(text, row < m_trace.rows() ? m_trace.time(row) : m_trace.latestTime());
    return text + " ms";
}

QByteArray columnHeader(const Trace& trace, std::size_t column) { return QByteArray::fromStdString(columnName(trace.quantity(column))); }

void appendRow(QByteArray& text, const Trace& trace, std::span<const std::size_t> columns, std::size_t row)
{
    for (const std::size_t column : columns) {
        if (column != columns.front()) text += ',';
        appendCell(text, trace, column, row);
    }
    text += '\n';
}

}
