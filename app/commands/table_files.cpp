// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_files.h"

#include "command_line.h"
#include "csv.h"
#include "experiment_options.h"
#include "mat.h"
#include "npz.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rheobase::TableFiles)
};

/// Numbers of a table that are held in memory.
constexpr std::size_t mostNumbers = 50'000'000;

/// Which option writes the files whose names end like that.
struct Ending {
    const char *ending, *option;
    bool isTable = true;
};
constexpr Ending endings[] = {{"csv", "csv"},         {"npz", "npz"},         {"mat", "mat"},
                              {"png", "plot", false}, {"svg", "plot", false}, {"pdf", "plot", false}};

std::unique_ptr<Output> opened(const QString& path) { return path.isEmpty() ? nullptr : std::make_unique<Output>(path); }

}

QList<QCommandLineOption> tableOptions(const QString& meaning)
{
    const QString readers = u'\n' + Words::tr("Lines with # tell the experiment, and how the table is read:") + QStringLiteral(R"(
pandas: read_csv(FILE, comment="#",
  float_precision="round_trip")
R: read.csv(FILE, comment.char="#")
NumPy: genfromtxt(FILE, delimiter=",",
  names=True, skip_header=LINES)
Octave: dlmread(FILE, ",", LINES+1, 0)
The file says how many LINES there are.)");
    return {
        {"csv", meaning + readers, "FILE|-"},
        {"npz", Words::tr("Write the same for NumPy, an array for each column: numpy.load(FILE)."), "FILE|-"},
        {"mat", Words::tr("Write the same for MATLAB, Octave and SciPy (level 5): load FILE; scipy.io.loadmat(FILE)."), "FILE|-"},
        {"no-remarks", Words::tr("Leave out the lines with # of a CSV; then it tells no experiment.")},
    };
}

QString outputFrom(const QCommandLineParser& parser, const QString& option, bool hasFormats)
{
    const QString path = pathFrom(parser, option), suffix = QFileInfo(path).suffix().toLower();
    const auto isOf = [&](const Ending& e) { return suffix == QLatin1String(e.ending); };
    const auto* const found = std::ranges::find_if(endings, isOf);
    if (found == std::end(endings) || option == QLatin1String(found->option)) return path;
    if (option != "csv" && option != "npz" && option != "mat" && suffix == "csv") return path;
    refuse(found->isTable && hasFormats ? Words::tr("--%1 does not write .%2: use --%3 %4.").arg(option, suffix, found->option, path)
                                        : Words::tr("--%1 does not write .%2: give \"%3\" another ending.").arg(option, suffix, path));
}

TableOrder tableFrom(const QCommandLineParser& parser)
{
    TableOrder order{outputFrom(parser, "csv"), outputFrom(parser, "npz"), outputFrom(parser, "mat"), !parser.isSet("no-remarks")};
    return order;
}

void checkPlaces(const QCommandLineParser& parser, const QStringList& options)
{
    QStringList toConsole, places;
    for (const QString& option : options) {
        const QString path = pathFrom(parser, option);
        if (path.isEmpty()) continue;
        if (path == "-") toConsole << "--" + option + " -";
        else if (places.contains(destination(path))) refuse(Words::tr("\"%1\" is named for two outputs: name two files.").arg(path));
        else places << destination(path);
    }
    if (parser.isSet("json")) toConsole << "--json";
    if (toConsole.size() > 1) refuse(Words::tr("only one of %1 can have standard output.").arg(toConsole.join(Words::tr(" and "))));
}

TableFiles::TableFiles(const TableOrder& order, bool isKept)
    : m_order(order), m_csv(opened(order.csv)), m_npz(opened(order.npz)), m_mat(opened(order.mat)), m_isKept(isKept || m_npz || m_mat)
{}

void TableFiles::begin(const Experiment& experiment, std::vector<NumberColumn> columns, bool hasSpikes)
{
    if (m_csv && m_order.hasRemarks) m_csv->write(withReaders(csvRemarks(experiment)));
    if (m_csv) m_csv->write(headerOf(columns));
    m_table = {.experiment = toLine(experiment), .columns = std::move(columns)};
    if (hasSpikes) m_table.spikes.emplace();
}

void TableFiles::add(std::span<const double> row)
{
    constexpr qsizetype blockSize = 1 << 16; // of text before it is written
    for (std::size_t i = 0; m_csv && i < row.size(); ++i) appendNumber(i == 0 ? m_text : m_text += ',', row[i]);
    if (m_csv) m_text += '\n';
    if (m_text.size() > blockSize) {
        m_csv->write(m_text);
        m_text.resize(0); // keeps its memory
    }
    if (!m_isKept) return;
    if (m_table.columns[0].values.size() * row.size() > mostNumbers)
        throw Failure{Failure::impossible, Words::tr("a table of more than %1 numbers would not fit into memory: write fewer rows, or "
                                                     "use --csv, which is written row by row.")
                                               .arg(mostNumbers)};
    for (std::size_t i = 0; i < row.size(); ++i) m_table.columns[i].values.push_back(row[i]);
}

void TableFiles::addSpike(double time)
{
    if (m_isKept && m_table.spikes) m_table.spikes->push_back(time);
}

void TableFiles::finish()
{
    if (m_csv) m_csv->write(m_text);
    if (m_npz) m_npz->write(npzOf(m_table));
    if (m_mat) {
        const QByteArray bytes = matOf(m_table);
        if (bytes.isNull()) throw std::bad_alloc();
        m_mat->write(bytes);
    }
    m_text.clear();
    for (Output* const output : outputs()) output->flush();
}

std::vector<Output*> TableFiles::outputs() const
{
    std::vector<Output*> all;
    for (Output* const output : {m_csv.get(), m_npz.get(), m_mat.get()})
        if (output) all.push_back(output);
    return all;
}

}
