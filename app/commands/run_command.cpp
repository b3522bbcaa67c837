// SPDX-License-Identifier: GPL-3.0-or-later
#include "run_command.h"

#include "command_line.h"
#include "csv.h"
#include "interruption.h"
#include "run_plot.h"
#include "summary.h"
#include "system.h"

#include <QCoreApplication>

#include <algorithm>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rheobase::RunCommand)
};

/// Steps between two looks at who still reads.
constexpr std::uint64_t stretch = 4096;

struct Outputs {
    TableFiles table;
    std::unique_ptr<Output> spikes, plot;
    std::shared_ptr<Trace> trace;

    explicit Outputs(const RunOrder& order) : table(order.table)
    {
        if (!order.spikes.isEmpty()) spikes = std::make_unique<Output>(order.spikes);
        if (order.plot.isWanted()) plot = std::make_unique<Output>(order.plot.path);
        if (order.plot.isWanted()) trace = std::make_shared<Trace>(*order.experiment.model);
    }
    /// True where there were readers and all have gone.
    bool isDeserted(const RunOrder& order) const
    {
        if (order.json || trace || (!table.isWanted() && !spikes)) return false;
        return (!table.isWanted() || table.isDeserted()) && (!spikes || spikes->isDeserted());
    }
    void commit() const
    {
        auto all = table.outputs();
        all.insert(all.end(), {spikes.get(), plot.get()});
        Output::commitTogether(all);
    }
};

RunResult simulate(const RunOrder& order, Outputs& outputs, RunRecorder& recorder, Interruption& interruption)
{
    const auto solver = makeSolver(order.experiment);
    outputs.table.begin(order.experiment, runColumns(order.experiment), true);
    if (!order.json || isTerminal(stdout)) interruption.expect(order.steps(), order.experiment.dt);
    solver->endAt(order.experiment.duration);
    solver->recordNow(Mark::start, recorder);
    std::uint64_t left = order.steps();
    while (left > 0 && !solver->divergence() && !outputs.isDeserted(order)) {
        const std::uint64_t count = std::min(left, stretch);
        solver->advance(count, order.every, recorder, interruption.token());
        left -= count;
        interruption.setDone(order.steps() - left);
        interruption.check();
    }
    interruption.erase();
    recorder.finish();
    return {&order, &recorder, solver->neuron(), solver->divergence()};
}

/// Time, reason and remedy in one sentence.
QString sentence(const Divergence& divergence)
{
    QString remedy = QString::fromStdString(divergence.remedy);
    remedy.replace(0, 1, remedy.left(1).toLower());
    return Words::tr("the run ended at %1 ms because %2: %3")
        .arg(QString::number(divergence.time, 'g', 9), QString::fromStdString(divergence.reason), remedy);
}

}

void runCommand(const QStringList& arguments, Interruption& interruption)
{
    const auto order = runOrderFrom(arguments);
    Output console("-");
    if (!order) {
        console.write(runHelp().toUtf8());
        return console.commit();
    }
    Outputs outputs(*order);
    // Rounding may put the last row of the grid a hair after the end.
    const MeasureWindow window = measureWindow(order->experiment.stimulus, 0, order->experiment.duration, 0, 1e-9 * order->experiment.dt);
    RunRecorder recorder(window, outputs.table.isWanted() ? &outputs.table : nullptr, outputs.spikes.get(), outputs.trace.get());
    const RunResult result = simulate(*order, outputs, recorder, interruption);
    const bool summarised = order->json || !order->writesFiles();
    const Landmarks landmarks =
        (summarised || outputs.trace) && !isClamped(order->experiment) ? landmarksOf(order->experiment, interruption.token()) : Landmarks{};
    if (outputs.spikes) outputs.spikes->flush();
    if (outputs.plot) outputs.plot->write(plotOf(*order, outputs.trace, landmarks));
    if (summarised) console.write(order->json ? summaryJson(result, landmarks) : summaryText(result, landmarks));
    interruption.check();
    console.flush();
    outputs.commit();
    if (result.divergence) throw Failure{Failure::impossible, sentence(*result.divergence)};
}

}
