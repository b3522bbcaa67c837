// SPDX-License-Identifier: GPL-3.0-or-later
#include "class_folder.h"

#include "edition.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rheobase::ClassFolder)
};

constexpr int pollInterval = 3000, soon = 700; // ms
constexpr qint64 grace = 4000;                 // ms that a file may take to be written
constexpr std::size_t mostFiles = 2000;

/// Reads a file anew; a fresh failure waits, as if it had not been seen.
ClassFile readAnew(const QFileInfo& info, const ClassFile* before, bool& isWaiting)
{
    ClassFile file{.path = info.filePath(), .modified = info.lastModified(), .size = info.size()};
    auto read = loadReport(file.path);
    if (auto* report = std::get_if<Report>(&read)) {
        file.report = std::make_shared<const Report>(std::move(*report));
        return file;
    }
    const QDateTime now = QDateTime::currentDateTime();
    if (before) file.report = before->report;
    file.failing = before && before->failing.isValid() ? before->failing : now;
    if (file.failing.msecsTo(now) >= grace) file.complaint = std::get<QString>(read);
    else file.modified = {}, isWaiting = true; // to be read again
    return file;
}

bool isSame(const ClassFile& a, const ClassFile& b) { return a.path == b.path && a.report == b.report && a.complaint == b.complaint; }

}

std::optional<ClassReading> readClass(const ClassReading& before, const std::stop_token& stop)
{
    ClassReading reading{.folder = before.folder};
    const QDir folder(before.folder);
    if (!QFileInfo(before.folder).isReadable() || !folder.exists()) {
        reading.problem = Words::tr("The folder “%1” is not there, or cannot be read.").arg(QDir::toNativeSeparators(before.folder));
        return reading;
    }
    for (const QFileInfo& info : folder.entryInfoList({QStringLiteral("*.html")}, QDir::Files, QDir::Name)) {
        if (stop.stop_requested()) return std::nullopt;
        if (reading.files.size() == mostFiles) break;
        const auto known = std::ranges::find(before.files, info.filePath(), &ClassFile::path);
        const bool isKnown = known != before.files.end();
        if (isKnown && known->modified == info.lastModified() && known->size == info.size()) reading.files.push_back(*known);
        else reading.files.push_back(readAnew(info, isKnown ? &*known : nullptr, reading.isWaiting));
    }
    return reading;
}

ClassFolder::ClassFolder(QObject* parent)
    : QObject(parent), m_search(&readClass, [this](ClassReading reading) { take(std::move(reading)); })
{
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &ClassFolder::look);
    connect(&m_poll, &QTimer::timeout, this, &ClassFolder::look);
}

void ClassFolder::watch(const QString& folder)
{
    rest();
    if (folder != m_reading.folder) m_reading = {.folder = folder};
    m_isFirst = true;
    if (QFileInfo(folder).isDir()) m_watcher.addPath(folder);
    m_poll.start(pollInterval);
    look();
}

void ClassFolder::rest()
{
    m_poll.stop();
    m_search.cancel();
    if (const QStringList watched = m_watcher.directories(); !watched.isEmpty()) m_watcher.removePaths(watched);
}

QDateTime ClassFolder::latest() const
{
    QDateTime latest;
    for (const ClassFile& file : m_reading.files)
        if (file.report && (!latest.isValid() || file.modified > latest)) latest = file.modified;
    return latest;
}

void ClassFolder::take(ClassReading reading)
{
    if (reading.folder != m_reading.folder) return;
    const bool isNew = m_isFirst || reading.problem != m_reading.problem || !std::ranges::equal(reading.files, m_reading.files, isSame);
    m_isFirst = false;
    m_reading = std::move(reading);
    m_poll.start(m_reading.isWaiting ? soon : pollInterval);
    if (isNew) emit changed();
    emit looked();
}

}
