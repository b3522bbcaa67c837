// SPDX-License-Identifier: GPL-3.0-or-later
// Saves as the window does: save_document FILE, a table, NumPy's arrays or a document, as the name ends.
#include "catalogue.h"
#include "data_file.h"
#include "experiment_file.h"
#include "solver.h"

#include <cstdio>

using namespace rheobase;

namespace {

int saved(const QString& path)
{
    const Experiment experiment = defaultExperiment(catalogue()[0]);
    QString error;
    bool isSaved = false;
    if (path.endsWith(".csv") || path.endsWith(".npz") || path.endsWith(".mat")) {
        Trace trace(*experiment.model);
        const auto solver = makeSolver(experiment);
        solver->recordNow(Mark::start, trace);
        solver->advance(20'000, 1, trace);
        isSaved = saveData(path, trace, experiment, 0, solver->neuron().time, &error);
    } else {
        isSaved = saveExperiment(path, experiment, &error);
    }
    if (!isSaved) std::fprintf(stderr, "rheobase: %s\n", qPrintable(error));
    return isSaved ? 0 : 1;
}

}

int main(int count, char** arguments)
{
    if (count != 2) return 2;
    try {
        return saved(QString::fromLocal8Bit(arguments[1]));
    } catch (const std::bad_alloc&) {
        std::fputs("rheobase: there is not enough memory.\n", stderr);
        return 1;
    }
}
