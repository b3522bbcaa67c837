// SPDX-License-Identifier: GPL-3.0-or-later
#include "whole_file.h"

#include "system.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(WholeFile)
};

/// What keeps a file from being written at a path at all, before it is tried; empty where nothing does.
QString obstacle(const QString& path)
{
    const QFileInfo file(path), folder(file.absolutePath());
    if (path.isEmpty()) return Words::tr("The file has no name: give it one.");
    if (path.endsWith(u'/') || file.isDir()) return Words::tr("“%1” is a folder: add the name of a file.").arg(path);
    if (!folder.exists()) return Words::tr("There is no folder “%1”: create it, or choose another.").arg(folder.filePath());
    if (!folder.isDir()) return Words::tr("“%1” is not a folder: choose another place.").arg(folder.filePath());
    if (file.exists() && !file.isWritable())
        return Words::tr("“%1” is protected against writing: choose another name.").arg(file.fileName());
    if (!file.exists() && !folder.isWritable())
        return Words::tr("You may not write into the folder “%1”: choose another.").arg(folder.filePath());
    return {};
}

/// A save file would put a plain file in the place of a pipe or a device.
std::unique_ptr<QFileDevice> opened(const QString& path)
{
    const QFileInfo info(path);
    std::unique_ptr<QFileDevice> file;
    if (info.exists() && !info.isFile()) file = std::make_unique<QFile>(path);
    else file = std::make_unique<QSaveFile>(path);
    file->open(QIODevice::WriteOnly);
    return file;
}

}

WholeFile::WholeFile(const QString& path) : m_path(path), m_problem(obstacle(path))
{
    if (!m_problem.isEmpty()) return;
    errno = 0;
    m_file = opened(path);
    if (!m_file->isOpen()) fail();
}

bool WholeFile::write(const QByteArray& bytes) { return m_problem.isEmpty() && (m_file->write(bytes) == bytes.size() || fail()); }

bool WholeFile::rewrite(qint64 place, const QByteArray& bytes)
{
    if (!m_problem.isEmpty()) return false;
    const qint64 end = m_file->pos();
    return (m_file->seek(place) && m_file->write(bytes) == bytes.size() && m_file->seek(end)) || fail();
}

bool WholeFile::commit()
{
    if (!m_problem.isEmpty()) return false;
    errno = 0;
    if (!m_file->flush() || !reachesDisk(m_file->handle())) return fail();
    auto* replacing = qobject_cast<QSaveFile*>(m_file.get());
    return !replacing || replacing->commit() || fail();
}

bool WholeFile::commit(QString* error)
{
    const bool done = commit();
    if (!done) *error = m_problem;
    return done;
}

bool WholeFile::fail()
{
    const bool full = m_file->error() == QFileDevice::ResourceError || errno == ENOSPC; // a save file does not tell
    m_problem = full ? Words::tr("The disk is full, “%1” was not written: free some space, or choose another folder.").arg(m_path)
                     : Words::tr("“%1” cannot be written (%2): choose another name or folder.").arg(m_path, m_file->errorString());
    if (auto* replacing = qobject_cast<QSaveFile*>(m_file.get())) replacing->cancelWriting();
    return false;
}

}
