// SPDX-License-Identifier: GPL-3.0-or-later
// Any words after "rheobase", one a line. What would write or take long is parsed, but not run.
#include "catalogue.h"
#include "clamp_order.h"
#include "command_line.h"
#include "commands.h"
#include "experiment_options.h"
#include "fuzz.h"
#include "run_order.h"

#include <QCommandLineParser>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

using namespace rheobase;

namespace {

/// What a command ends with, and writes.
struct Answer {
    int status = 0;
    QByteArray out, error;
};

/// Takes the place of a stream, and keeps what is written.
class Captured {
public:
    explicit Captured(std::FILE*& stream) : m_stream(stream), m_before(std::exchange(stream, open_memstream(&m_text, &m_size))) {}
    ~Captured()
    {
        std::fclose(std::exchange(m_stream, m_before));
        std::free(m_text);
    }
    Captured(const Captured&) = delete;
    Captured& operator=(const Captured&) = delete;
    QByteArray text() const
    {
        std::fflush(m_stream);
        return {m_text, static_cast<qsizetype>(m_size)};
    }

private:
    char* m_text = nullptr;
    std::size_t m_size = 0;
    std::FILE*& m_stream;
    std::FILE* m_before;
};

Answer answerTo(const QStringList& words)
{
    const Captured out(stdout), error(stderr);
    const int status = command(words);
    return {status, out.text(), error.text()};
}

/// No file is written, no folder searched, nothing waited for on standard input.
bool isHarmless(const QStringList& words)
{
    return std::ranges::none_of(words, [](const QString& word) {
        const auto begins = [&word](const char* option) { return word.startsWith(QLatin1String(option)); };
        constexpr const char* writing[] = {"--csv", "--npz", "--mat", "--spikes", "--iv", "--plot", "-o", "--output"};
        return word == "-" || word.contains(u'/') || std::ranges::any_of(writing, begins);
    });
}

/// The last part but "log" of every FROM:TO:COUNT that an option has, multiplied.
double pointsOf(const QStringList& ranges)
{
    double points = 1;
    for (const QString& range : ranges) points *= range.section(u':', 2, 2).toDouble();
    return points;
}

/// Whether a search for a threshold is needed and takes long: of neurons that have no closed form.
bool isSearched(const Experiment& experiment) { return !experiment.model->linear && experiment.model->fires(); }

/// Those of the grid, and those that edges of episodes make.
double stepsOf(const Experiment& experiment)
{
    const double episodes = experiment.stimulus.repeat > 0 ? experiment.duration / experiment.stimulus.repeat : 0;
    return experiment.duration / experiment.dt + episodes * 2 * static_cast<double>(piecesOf(experiment.stimulus).size());
}

/// Few rows, each in closed form; the command says it, too, where there is no order.
bool isQuickClamp(const QStringList& words)
{
    try {
        const auto order = clampOrderFrom(words);
        if (!order) return true;
        const Experiment& e = order->experiment;
        const double rows = lengthOf(e.clamp) / order->interval() * static_cast<double>(e.clamp.steps.size());
        return rows < 5000 && !order->solver && e.clamp.seriesResistance == 0;
    } catch (const Failure&) {
        return true;
    }
}

/// True of an order that is carried out within milliseconds, as far as that can be told.
bool isQuick(const QString& command, const QStringList& words)
{
    if (command == "clamp") return isQuickClamp(words);
    QCommandLineParser parser;
    QList<QCommandLineOption> options = experimentOptions();
    for (const char* name : {"over", "settle", "rate-error", "threads", "widths", "every", "size", "dpi"})
        options.append(QCommandLineOption(name, {}, "VALUE"));
    for (const QStringList& names : {QStringList{"staggered"}, QStringList{"json"}, QStringList{"no-remarks"}, QStringList{"h", "help"}})
        options.append(QCommandLineOption(names));
    try {
        parse(parser, options, words);
        const Experiment experiment = experimentFrom(parser, command);
        if (command == "sweep") return stepsOf(experiment) * pointsOf(parser.values("over")) < 2000;
        if (command == "run") return stepsOf(experiment) < 2000 && !isSearched(experiment);
        return pointsOf(parser.values("widths")) < 10 && !isSearched(experiment);
    } catch (const Failure&) {
        return true; // the command says so, too
    }
}

void requireOrder(const QStringList& words)
{
    try {
        const auto order = runOrderFrom(words);
        if (!order) return;
        require(problem(order->experiment).empty(), "an impossible experiment was ordered");
        require(std::isfinite(stepsOf(order->experiment)) && order->every >= 1, "an endless run was ordered");
    } catch (const Failure& failure) {
        requireSentence(failure.sentence.toUtf8());
    }
}

void requireAnswer(const QStringList& words)
{
    const Answer answer = answerTo(words);
    if (answer.status == 0) {
        require(answer.error.isEmpty() && !answer.out.isEmpty(), "done, but odd", answer.error);
        require(!words.contains("--json") || !QJsonDocument::fromJson(answer.out).isNull(), "no JSON", answer.out);
        return;
    }
    require(answer.status == 1 || answer.status == 2, "another status", QByteArray::number(answer.status));
    require(answer.error.startsWith("rheobase: ") && answer.error.indexOf('\n') == answer.error.size() - 1, "not one line", answer.error);
    requireSentence(answer.error.trimmed());
}

}

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char*>(bytes), static_cast<qsizetype>(size));
    const QStringList words = QString::fromUtf8(text).split(u'\n');
    if (words.size() > 64 || text.contains('\0') || !isHarmless(words)) return 0;
    if (words[0] == "run") requireOrder(words);
    if (isQuick(words[0], words)) requireAnswer(words);
    return 0;
}
