// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live_search.h"
#include "report.h"

#include <QDateTime>
#include <QFileSystemWatcher>
#include <QTimer>

#include <memory>

namespace rheobase {

/// A file of a folder that should be a report.
struct ClassFile {
    QString path{};
    QDateTime modified{};
    qint64 size = 0;
    std::shared_ptr<const Report> report{}; ///< the last one that could be read
    QString complaint{};                    ///< why the file cannot be read now
    QDateTime failing{};                    ///< since when; a file that is just being written is none to complain of
};

/// The files of a folder, as they were when it was looked at.
struct ClassReading {
    QString folder{}, problem{};
    std::vector<ClassFile> files{};
    bool isWaiting = false; ///< a file may be half written
};

/// Reads the reports of a folder; what has not changed since `before` is not read again. Empty where it was stopped.
std::optional<ClassReading> readClass(const ClassReading& before, const std::stop_token& stop);

/// Watches a folder of reports: told by the system, and, as shared drives tell nothing, by looking every few seconds. Reads in the background.
class ClassFolder : public QObject {
    Q_OBJECT
public:
    explicit ClassFolder(QObject* parent = nullptr);

    void watch(const QString& folder);
    void rest();
    const ClassReading& reading() const { return m_reading; }
    /// When the newest report came.
    QDateTime latest() const;

signals:
    void looked();  ///< whether there was something new or not
    void changed(); ///< there was

private:
    void look() { m_search.ask(m_reading); }
    void take(ClassReading reading);

    ClassReading m_reading;
    bool m_isFirst = true;
    QFileSystemWatcher m_watcher;
    QTimer m_poll;
    LiveSearch<ClassReading, ClassReading> m_search; // last: it tells of the rest
};

}
