// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data_file.h"
#include "trace.h"

#include <QAbstractTableModel>
#include <QByteArray>

#include <memory>

namespace rheobase {

/// The spikes of a run as rows: when each came, how long after the one before, its shape where the model gives it one. Shapes are
/// measured while the rows of the trace are fresh, and kept.
class SpikeTable : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column : int { number, time, interval, rate, amplitude, halfWidth, ahpDepth, upstroke };

    using QAbstractTableModel::QAbstractTableModel;

    /// What a column shows, as a tool tip: the definition of its measure, with eFEL's name for it.
    static QString meaning(Column column);

    const Trace* trace() const { return m_trace.get(); }
    /// Begins anew with a trace; to be called also where its run begins anew.
    void setTrace(std::shared_ptr<const Trace> trace);
    /// Takes in the new spikes, and measures shapes for about so many milliseconds.
    void update(int milliseconds);
    /// The shapes of all spikes that are over have been measured.
    bool isComplete() const;
    /// What a cell says; NaN where it cannot be told.
    double value(int row, int column) const;
    /// When a spike came, in ms.
    double timeOf(int row) const { return m_trace->spikes()[static_cast<std::size_t>(row)]; }
    /// All spikes, shapes measured to the end: "spike,time_ms,interval_ms,…"; empty fields where a cell cannot be told. Null where
    /// `progress` gave it up, or the run began anew meanwhile.
    QByteArray csv(const Progress& progress);
    /// Rows as a spreadsheet in the user's language takes them.
    QString copied(const QList<int>& rows) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// The four numbers of a spike's shape, small as there may be a million.
    struct Shape {
        float amplitude, halfWidth, ahpDepth, upstroke;
    };
    bool measureNext();
    Shape measured(std::size_t spike, bool* isOver = nullptr) const;

    std::shared_ptr<const Trace> m_trace;
    int m_rows = 0;
    std::vector<Shape> m_shapes; ///< of the first spikes, one after the other
};

}
