// SPDX-License-Identifier: GPL-3.0-or-later
// The window open and the engine at full speed: how long the window was deaf at most, what memory it takes, whether every row
// of the run arrived. Offscreen, so drawing is done by the processor. bench_soak SECONDS [MODEL]; 20 s of each model without.
#include "catalogue.h"
#include "main_window.h"
#include "turns.h"

#include <QApplication>
#include <QFile>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

using namespace rheobase;

namespace {

/// Resident memory of this process in MiB.
double resident()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly)) return std::nan("");
    return file.readAll().split(' ').value(1).toDouble() * 4096 / (1 << 20);
}

/// Pairs of neighbours, of the rows that are still there, that are further apart than rows are recorded.
std::size_t missingRows(const Trace& trace)
{
    const auto times = trace.times(trace.rawFrom(1), trace.rows());
    std::vector<double> apart;
    for (std::size_t i = 1; i < times.size(); ++i) apart.push_back(times[i] - times[i - 1]);
    std::ranges::nth_element(apart, apart.begin() + static_cast<std::ptrdiff_t>(apart.size() / 2));
    const double usual = apart[apart.size() / 2];
    return static_cast<std::size_t>(std::ranges::count_if(apart, [usual](double step) { return step > 1.001 * usual; }));
}

void soak(const Model& model, double seconds)
{
    MainWindow window(defaultExperiment(model));
    window.resize(1440, 900);
    window.show();
    Session& session = window.session();
    turns(2, [] {}); // everything has been shown
    session.setSpeed(std::numeric_limits<double>::infinity());
    double most = 0;
    std::size_t count = 0;
    std::vector<double> found = turns(seconds, [&] {
                                    if (++count % 1000 == 0) most = std::max(most, resident());
                                }).apart;
    session.pause();
    while (session.status().running) QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    std::ranges::sort(found);
    const Trace& trace = session.trace();
    std::printf("%-26s %5.0f s: %6.1f million rows, %8.0f s of model time, %zu spikes, %zu rows missing\n", model.id.data(), seconds,
                1e-6 * static_cast<double>(trace.rows()), trace.latestTime() / 1000, trace.spikes().size(), missingRows(trace));
    std::printf("%-26s trace %.0f MiB, whole program %.0f MiB at most; deaf %.1f ms at most, %.1f ms in 99 of 100 turns\n", "",
                static_cast<double>(trace.bytes()) / (1 << 20), std::max(most, resident()), found.back(), found[found.size() * 99 / 100]);
    std::fflush(stdout);
}

}

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("RheobaseBench"));
    applyLook(application, Look::light);
    const double seconds = argc > 1 ? std::atof(argv[1]) : 20;
    for (const Model& model : catalogue())
        if (argc < 3 || model.id == argv[2]) soak(model, seconds);
}
