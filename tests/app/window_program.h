// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "program.h"

#include <csignal>

/// What the tests of the program's window share: it runs without a display, and ends by signals.
namespace rheobase {

class WindowProgram {
public:
    /// Starts it with its settings in a folder, and waits until it hears signals.
    explicit WindowProgram(const QString& settings, const QStringList& arguments = {})
    {
        QProcessEnvironment environment = withoutDisplay();
        environment.insert("QT_QPA_PLATFORM", "offscreen");
        environment.insert("XDG_CONFIG_HOME", settings);
        m_process.setProcessEnvironment(environment);
        m_process.start(RHEOBASE_PROGRAM, arguments);
        m_isUp = m_process.waitForStarted() && QTest::qWaitFor([this] { return hears(SIGHUP); }, 20'000);
    }
    ~WindowProgram()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    bool isUp() const { return m_isUp; }
    QByteArray said() { return m_process.readAllStandardError(); }
    /// The exit code after a signal; -1 where it does not end by itself.
    int endBy(int signal)
    {
        kill(static_cast<pid_t>(m_process.processId()), signal);
        const bool ended = m_process.waitForFinished(10'000) && m_process.exitStatus() == QProcess::NormalExit;
        return ended ? m_process.exitCode() : -1;
    }

private:
    bool hears(int signal) const
    {
        const QByteArray status = contentOf(QString("/proc/%1/status").arg(m_process.processId()));
        const qsizetype place = status.indexOf("SigCgt:");
        return place >= 0 && (status.mid(place + 7).trimmed().left(16).toULongLong(nullptr, 16) >> (signal - 1) & 1);
    }

    QProcess m_process;
    bool m_isUp = false;
};

}
