// SPDX-License-Identifier: GPL-3.0-or-later
#include "window.h"

#include "catalogue.h"
#include "main_window.h"
#include "screenshots.h"
#include "system.h"
#include "theme.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QScreen>
#include <QSocketNotifier>
#include <QTranslator>

#include <cstdio>
#include <cstdlib>

namespace rheobase {

namespace {

/// The program's and Qt's own words in the chosen language, or the system's.
void speak(QApplication& application, const QString& language)
{
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    if (!language.isEmpty()) QLocale::setDefault(locale);
    const QString system = QLibraryInfo::path(QLibraryInfo::TranslationsPath), own = QStringLiteral(":/translations");
    for (const auto& [name, folder] : {std::pair("qtbase", system), std::pair("rheobase", own), std::pair("tables", own)}) {
        auto* translator = new QTranslator(&application);
        if (translator->load(locale, QLatin1String(name), QStringLiteral("_"), folder)) application.installTranslator(translator);
    }
}

/// Where Qt reaches no display it says so in some lines and aborts: in their place one sentence, and an ordinary end.
void sayThereIsNoDisplay(QtMsgType type, const QMessageLogContext&, const QString&)
{
    if (type != QtFatalMsg) return;
    std::fputs("rheobase: the display cannot be reached; set DISPLAY or WAYLAND_DISPLAY, or use a command instead (rheobase --help).\n",
               stderr);
    std::_Exit(1);
}

/// Qt draws nothing where a pixel has fewer bits, and says so at every stroke.
bool isDrawnOn(const QScreen* screen)
{
    constexpr int leastDepth = 15;
    if (screen && screen->depth() >= leastDepth) return true;
    std::fprintf(stderr,
                 "rheobase: the display has %d bits a pixel, and the window needs %d; give it more colours, or use a command instead "
                 "(rheobase --help).\n",
                 screen ? screen->depth() : 0, leastDepth);
    return false;
}

/// Ends the program as the window's button does where a signal asks for it, whatever dialog or menu is open. Its exit code.
int runUntilAsked(QApplication& application, MainWindow& window)
{
    QSocketNotifier asked(announceInterruptions(), QSocketNotifier::Read);
    const auto quit = [&] {
        asked.setEnabled(false);
        window.saveSettings();
        QCoreApplication::exit();
    };
    QObject::connect(&asked, &QSocketNotifier::activated, &window, quit);
    const int status = application.exec();
    return interruption() ? statusAfter(interruption()) : status;
}

}

int openWindow(int& argc, char** argv, const QStringList& arguments)
{
    const QtMessageHandler usual = qInstallMessageHandler(sayThereIsNoDisplay);
    QApplication application(argc, argv);
    qInstallMessageHandler(usual);
    if (!isDrawnOn(QGuiApplication::primaryScreen())) return 1;
    QApplication::setOrganizationName(QStringLiteral("rheobase"));
    QApplication::setApplicationName(QStringLiteral("rheobase"));
    QApplication::setApplicationDisplayName(QStringLiteral("Rheobase"));
    QApplication::setApplicationVersion(QStringLiteral(RHEOBASE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.rheobase.Rheobase"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/rheobase.svg")));
    if (arguments.value(0) == QLatin1String("--screenshots"))
        return makeScreenshots(application, arguments.value(1, QStringLiteral("resources/screenshots")));
    guardSettings();
    const Settings settings = Settings::load();
    speak(application, settings.language);
    applyLook(application, settings.look);
    applyTextSize(application, {.scale = settings.textScale});
    MainWindow window(defaultExperiment(*findModel("leaky-integrate-and-fire")));
    const bool isClass = arguments.size() == 3; // lesson class FOLDER
    if (!arguments.isEmpty() && !isClass) window.open(arguments[0]);
    window.show();
    isClass ? window.openClass(arguments[2]) : window.showHints();
    return runUntilAsked(application, window);
}

}
