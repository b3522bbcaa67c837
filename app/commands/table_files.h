// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "number_table.h"
#include "output.h"

#include <QCommandLineOption>

#include <span>

class QCommandLineParser;

namespace rheobase {

struct Experiment;

/// The files of a table of numbers that a command is asked for: names, "-" is standard output; empty: not wanted.
struct TableOrder {
    QString csv, npz, mat;
    bool hasRemarks = true;

    bool isWanted() const { return !csv.isEmpty() || !npz.isEmpty() || !mat.isEmpty(); }
    QStringList paths() const { return {csv, npz, mat}; }
};

/// --csv (`meaning` is what it says of itself), --npz, --mat, --no-remarks.
QList<QCommandLineOption> tableOptions(const QString& meaning);
/// What these say; refuses what is wrong with it.
TableOrder tableFrom(const QCommandLineParser& parser);

/// What follows --`option`, as pathFrom(); refuses a name that ends as the files of another option do. `hasFormats`: the command has
/// tableOptions().
QString outputFrom(const QCommandLineParser& parser, const QString& option, bool hasFormats = true);
/// Refuses two of these options that have one file, or that have standard output (which --json has, too).
void checkPlaces(const QCommandLineParser& parser, const QStringList& options);

/// The files of a table, which is given row by row. CSV leaves at once; the others are made of the whole, which is kept for them.
class TableFiles {
public:
    /// `isKept`: the table is wanted, too.
    explicit TableFiles(const TableOrder& order, bool isKept = false);

    void begin(const Experiment& experiment, std::vector<NumberColumn> columns, bool hasSpikes = false);
    void add(std::span<const double> row);
    void addSpike(double time);
    /// Hands over what is still buffered, and what is made of the whole.
    void finish();

    /// What was given, where it is kept.
    const NumberTable& table() const { return m_table; }
    bool isWanted() const { return m_csv || m_isKept; }
    /// True where there were readers and all have gone.
    bool isDeserted() const { return m_csv && m_csv->isDeserted() && !m_isKept; }
    /// Those that there are.
    std::vector<Output*> outputs() const;

private:
    TableOrder m_order;
    std::unique_ptr<Output> m_csv, m_npz, m_mat;
    bool m_isKept;
    NumberTable m_table;
    QByteArray m_text;
};

}
