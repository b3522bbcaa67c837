// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure_table.h"

#include "kept_rows.h"

#include <algorithm>

namespace rheobase {

Range timesIn(const TraceFigure& content)
{
    const Strand main = content.strands.empty() ? Strand{.trace = content.trace} : content.strands.back();
    return {std::max(content.from - main.shift, main.span.first), std::min(content.to - main.shift, main.span.second)};
}

QByteArray figureTable(const TraceFigure& content, std::size_t most)
{
    const Trace& trace = *content.trace;
    const auto [from, to] = timesIn(content);
    const KeptRows kept(trace, from, to);
    std::vector<std::size_t> columns{0};
    for (const PlotRow& row : plotRows(content.experiment))
        if (std::ranges::find(content.rows, row.id) != content.rows.end())
            columns.insert(columns.end(), row.columns.begin(), row.columns.end());
    const std::size_t step = std::max<std::size_t>(1, (kept.size() + most - 1) / most);
    QByteArray table = kept.remarks();
    if (step > 1) table += "# rows: one of " + QByteArray::number(static_cast<qulonglong>(step)) + '\n';
    for (const std::size_t column : columns) table += (column == 0 ? "" : ",") + columnHeader(trace, column);
    table += '\n';
    for (std::size_t row = kept.first; row < kept.end; row += step) appendRow(table, trace, columns, row);
    return table;
}

}
