// SPDX-License-Identifier: GPL-3.0-or-later
// How long it takes from the start of the process to a live trace on the screen, measured in processes of its own.
#include "catalogue.h"
#include "main_window.h"

#include <QApplication>
#include <QProcess>
#include <QTextStream>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <sstream>
#include <unistd.h>

namespace {

/// Seconds since boot.
double now()
{
    timespec time{};
    clock_gettime(CLOCK_BOOTTIME, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

/// When this process was started, in seconds since boot (field 22 of /proc/self/stat).
double started()
{
    std::ifstream file("/proc/self/stat");
    std::stringstream text;
    text << file.rdbuf();
    std::istringstream fields(text.str().substr(text.str().rfind(')') + 2));
    std::string field;
    for (int i = 3; i <= 22; ++i) fields >> field;
    return std::stod(field) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

int once(QApplication& application)
{
    rheobase::applyLook(application, rheobase::Look::light);
    rheobase::MainWindow window(rheobase::defaultExperiment(*rheobase::findModel("leaky-integrate-and-fire")));
    window.show();
    QObject::connect(&window.session(), &rheobase::Session::samplesArrived, &application, [&] {
        if (window.session().trace().rows() < 10) return;
        window.grab(); // the frame that shows them
        QTextStream(stdout) << 1000 * (now() - started()) << '\n';
        application.quit();
    });
    return application.exec();
}

}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    if (argc > 1 && std::string_view(argv[1]) == "--once") return once(application);
    std::vector<double> times;
    for (int i = 0; i < 7; ++i) {
        QProcess process;
        process.start(application.applicationFilePath(), {"--once"});
        if (!process.waitForFinished(30'000)) return 1;
        times.push_back(process.readAllStandardOutput().trimmed().toDouble());
    }
    std::ranges::sort(times);
    QTextStream(stdout) << QString("startup to a live trace: median %1 ms (least %2, most %3; 7 processes)\n")
                               .arg(times[3], 0, 'f', 0)
                               .arg(times.front(), 0, 'f', 0)
                               .arg(times.back(), 0, 'f', 0);
    return 0;
}
