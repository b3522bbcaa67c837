// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trace.h"

#include <QByteArray>

#include <span>
#include <vector>

namespace rheobase {

/// The rows of a run between two times, while it goes on and may give up its oldest.
class KeptRows {
public:
    KeptRows(const Trace& trace, double from, double to);

    std::size_t size() const { return end - first; }
    /// What is missing, as remarks of a table.
    const QByteArray& remarks() const { return m_remarks; }
    /// True while the rows from one on are as they were.
    bool isKeptFrom(std::size_t row) const;

    std::size_t first = 0, end = 0;

private:
    QByteArray timeAt(std::size_t row) const;

    const Trace& m_trace;
    std::size_t m_run;
    std::vector<std::size_t> m_rawFrom;
    QByteArray m_remarks;
};

/// The header of a column in files.
QByteArray columnHeader(const Trace& trace, std::size_t column);
/// A line of a table: these columns of a row; what the trace has given up is left empty.
void appendRow(QByteArray& text, const Trace& trace, std::span<const std::size_t> columns, std::size_t row);

}
