// SPDX-License-Identifier: GPL-3.0-or-later
#include "run_command.h"

#include "command_line.h"
#include "csv.h"
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

/// Steps between two looks at what happens outside.
constexpr std::uint64_t stretch = 4096;

struct Outputs {
    std::unique_ptr<Output> csv, spikes;
    std::shared_ptr<Trace> trace;

    explicit Outputs(const RunOrder& order)
    {
        if (!order.csv.isEmpty()) csv = std::make_unique<Output>(order.csv);
        if (!order.spikes.isEmpty()) spikes = std::make_unique<Output>(order.spikes);
        if (!order.plot.isEmpty()) checkWritable(order.plot);
        if (!order.plot.isEmpty()) trace = std::make_shared<Trace>(*order.experiment.model);
    }
    /// True where there were readers and all have gone.
    bool isDeserted(const RunOrder& order) const
    {
        if (order.json || trace || (!csv && !spikes)) return false;
        return (!csv || csv->isDeserted()) && (!spikes || spikes->isDeserted());
    }
    void commit() const
    {
        for (const auto& output : {csv.get(), spikes.get()})
            if (output) output->commit();
    }
};

RunResult simulate(const RunOrder& order, const Outputs& outputs, RunRecorder& recorder)
{
    const auto solver = makeSolver(order.experiment);
    if (outputs.csv) outputs.csv->write(csvHead(order.experiment));
    solver->recordNow(Mark::start, recorder);
    std::uint64_t left = order.steps();
    while (left > 0 && !solver->divergence() && !outputs.isDeserted(order)) {
        const std::uint64_t count = std::min(left, stretch);
        solver->advance(count, order.every, recorder);
        left -= count;
        if (interruption() != 0)
            throw Failure{Failure::impossible,
                          Words::tr("interrupted at %1 ms of model time; nothing was written.").arg(solver->neuron().time)};
    }
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

void runCommand(const QStringList& arguments)
{
    const auto order = runOrderFrom(arguments);
    Output console("-");
    if (!order) {
        console.write(runHelp().toUtf8());
        return console.commit();
    }
    noteInterruptions();
    Outputs outputs(*order);
    // Rounding may put the last row of the grid a hair after the end.
    const MeasureWindow window = measureWindow(order->experiment.stimulus, 0, order->experiment.duration, 0, 1e-9 * order->experiment.dt);
    RunRecorder recorder(window, outputs.csv.get(), outputs.spikes.get(), outputs.trace.get());
    const RunResult result = simulate(*order, outputs, recorder);
    const bool summarised = order->json || !order->writesFiles();
    const Landmarks landmarks = summarised || outputs.trace ? landmarksOf(order->experiment) : Landmarks{};
    for (const auto& output : {outputs.csv.get(), outputs.spikes.get()})
        if (output) output->flush();
    if (outputs.trace) savePlot(*order, outputs.trace, landmarks);
    outputs.commit();
    if (summarised) console.write(order->json ? summaryJson(result, landmarks) : summaryText(result, landmarks));
    console.commit();
    if (result.divergence) throw Failure{Failure::impossible, sentence(*result.divergence)};
}

}
