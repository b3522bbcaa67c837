// SPDX-License-Identifier: GPL-3.0-or-later
// How long it takes to open the overview of a class of 300 reports, from an empty page to the table on the screen. With a folder as its
// argument it makes a class there instead, of as many reports as the second one says.
#include "class_page.h"
#include "made_class.h"
#include "theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTableView>
#include <QTemporaryDir>
#include <QTextStream>

namespace {

constexpr int students = 300;

/// ms until the table has all of them and is drawn.
double opened(const QString& folder)
{
    QWidget window;
    window.resize(1440, 900);
    window.show();
    rheobase::ClassPage page(&window);
    QElapsedTimer clock;
    clock.start();
    page.open(folder);
    auto* table = page.findChild<QTableView*>("class");
    while (table->model()->rowCount() < students) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    page.grab();
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName("RheobaseTests");
    QCoreApplication::setApplicationName("bench_class");
    if (argc > 1) {
        QDir().mkpath(argv[1]);
        rheobase::MadeClass(argv[1]).add(argc > 2 ? QByteArray(argv[2]).toInt() : students);
        return 0;
    }
    const QTemporaryDir folder;
    rheobase::MadeClass(folder.path()).add(students);
    rheobase::applyLook(application, rheobase::Look::light);
    qint64 bytes = 0;
    for (const QFileInfo& file : QDir(folder.path()).entryInfoList(QDir::Files)) bytes += file.size();
    std::vector<double> times;
    for (int i = 0; i < 5; ++i) times.push_back(opened(folder.path()));
    std::ranges::sort(times);
    QTextStream(stdout) << QString("overview of %1 reports (%2 MB): median %3 ms (least %4, most %5; 5 times)\n")
                               .arg(students)
                               .arg(static_cast<double>(bytes) / 1e6, 0, 'f', 1)
                               .arg(times[2], 0, 'f', 0)
                               .arg(times.front(), 0, 'f', 0)
                               .arg(times.back(), 0, 'f', 0);
    return 0;
}
