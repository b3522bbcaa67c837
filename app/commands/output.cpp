// SPDX-License-Identifier: GPL-3.0-or-later
#include "output.h"

#include "command_line.h"
#include "system.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rheobase::Output)
};

/// A save file would put a plain file in the place of a pipe or a device.
bool isSpecial(const QString& path)
{
    const QFileInfo info(path);
    return info.exists() && !info.isFile() && !info.isDir();
}

}

Output::Output(const QString& path) : m_path(path)
{
    ignoreClosedPipes();
    if (path == "-") m_stream = stdout;
    else if (isSpecial(path)) m_stream = std::fopen(QFile::encodeName(path).constData(), "wb");
    else m_file = std::make_unique<QSaveFile>(path);
    if (m_file && !m_file->open(QIODevice::WriteOnly)) fail(m_file->errorString());
    if (!m_file && !m_stream) fail(qt_error_string(errno));
}

Output::~Output()
{
    if (m_stream && m_stream != stdout) std::fclose(m_stream);
}

void Output::write(const QByteArray& text)
{
    if (m_deserted) return;
    if (m_file && m_file->write(text) != text.size()) failFile();
    if (m_stream
        && std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), m_stream) != static_cast<std::size_t>(text.size()))
        failStream(errno);
}

void Output::flush()
{
    if (m_deserted) return;
    if (m_file && !m_file->flush()) failFile();
    if (m_stream && std::fflush(m_stream) != 0) failStream(errno);
}

void Output::commit()
{
    flush();
    if (m_file && !m_file->commit()) failFile();
}

/// A save file that cannot be written to does not know why.
void Output::failFile() const { fail(errno != 0 ? qt_error_string(errno) : m_file->errorString()); }

void Output::failStream(int error)
{
    if (error != EPIPE) fail(qt_error_string(error));
    m_deserted = true;
}

void Output::fail(const QString& reason) const
{
    const QString name = m_path == "-" ? Words::tr("to standard output") : u'"' + m_path + u'"';
    throw Failure{Failure::impossible, Words::tr("cannot write %1: %2.").arg(name, reason)};
}

QString aligned(const QList<QStringList>& rows)
{
    QList<qsizetype> widths;
    for (const QStringList& row : rows)
        for (qsizetype i = 0; row.size() > 1 && i < row.size(); ++i) {
            if (i == widths.size()) widths.append(0);
            widths[i] = std::max(widths[i], row[i].size());
        }
    QString text;
    for (const QStringList& row : rows) {
        if (row.size() == 1) {
            text += "  " + row[0] + u'\n';
            continue;
        }
        QString line = "   ";
        for (qsizetype i = 0; i < row.size(); ++i) line += u' ' + row[i].leftJustified(widths[i] + 1);
        while (line.endsWith(u' ')) line.chop(1);
        text += line + u'\n';
    }
    return text;
}

void checkWritable(const QString& path) { Output(path).flush(); }

}
