// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSaveFile>
#include <QStringList>

#include <cstdio>
#include <memory>
#include <vector>

namespace rheobase {

/// Where a command writes: a file that appears whole or not at all, standard output ("-"), or a pipe or device as it is.
/// Every function throws the Failure of what cannot be written.
class Output {
public:
    /// Opens it; nothing is seen of a file before commit().
    explicit Output(const QString& path);
    ~Output();
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    void write(const QByteArray& text);
    /// Sends what is buffered on its way, so that a full disk is noticed while nothing has been replaced yet.
    void flush();
    /// Puts it in its place; of several, all or none.
    void commit() { commitTogether({this}); }
    static void commitTogether(const std::vector<Output*>& outputs);
    /// True once the reader of a pipe has gone: what is written then is for nobody, and no error.
    bool isDeserted() const { return m_deserted; }

private:
    class Replacement;

    void sync();
    [[noreturn]] void fail(const QString& reason) const;
    [[noreturn]] void failFile() const;
    void failStream(int error);

    QString m_path;
    std::unique_ptr<QSaveFile> m_file; // or else
    std::FILE* m_stream = nullptr;
    bool m_deserted = false;
};

/// What is written at a path, behind all links: the same for two names of one file.
QString destination(const QString& path);

/// Rows of cells as text, each column as wide as its widest cell; a row of one cell is a title.
QString aligned(const QList<QStringList>& rows);

}
