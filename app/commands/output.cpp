// SPDX-License-Identifier: GPL-3.0-or-later
#include "output.h"

#include "command_line.h"
#include "system.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <filesystem>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rheobase::Output)
};

constexpr int mostLinks = 40;

/// A save file would put a plain file in the place of a pipe or a device.
bool isSpecial(const QString& path)
{
    const QFileInfo info(path);
    return info.exists() && !info.isFile() && !info.isDir();
}

}

/// A file that takes another's place; the other comes back where it is not confirmed.
class Output::Replacement {
public:
    /// Keeps what is there now, if `isKept`, and puts the new file there.
    Replacement(const Output& output, bool isKept) : m_place(pathOf(output.m_file->fileName())), m_kept(m_place)
    {
        m_kept += ".before-" + std::to_string(QCoreApplication::applicationPid());
        std::error_code error;
        m_wasThere = std::filesystem::exists(m_place, error);
        if (isKept && m_wasThere) std::filesystem::create_hard_link(m_place, m_kept, error);
        m_isKept = isKept && m_wasThere && !error;
        m_done = output.m_file->commit();
    }
    ~Replacement()
    {
        std::error_code error;
        if (!m_isConfirmed && m_done && m_isKept) std::filesystem::rename(m_kept, m_place, error);
        else if (!m_isConfirmed && m_done && !m_wasThere) std::filesystem::remove(m_place, error);
        if (m_isKept) std::filesystem::remove(m_kept, error);
    }
    Replacement(const Replacement&) = delete;
    Replacement& operator=(const Replacement&) = delete;

    bool isDone() const { return m_done; }
    void confirm() { m_isConfirmed = true; }

private:
    static std::filesystem::path pathOf(const QString& name) { return QFile::encodeName(name).toStdString(); }

    std::filesystem::path m_place, m_kept;
    bool m_wasThere = false, m_isKept = false, m_done = false, m_isConfirmed = false;
};

Output::Output(const QString& path) : m_path(path)
{
    ignoreClosedPipes();
    if (path == "-") m_stream = stdout;
    else if (isSpecial(path)) m_stream = std::fopen(QFile::encodeName(path).constData(), "wb");
    else m_file = std::make_unique<QSaveFile>(destination(path));
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

void Output::sync()
{
    errno = 0;
    if (m_file && !reachesDisk(m_file->handle())) failFile();
}

void Output::commitTogether(const std::vector<Output*>& outputs)
{
    std::vector<Output*> files;
    for (Output* const output : outputs) {
        if (!output) continue;
        output->flush();
        output->sync();
        if (output->m_file) files.push_back(output);
    }
    std::vector<std::unique_ptr<Replacement>> replacements;
    for (Output* const file : files) {
        errno = 0;
        if (!replacements.emplace_back(std::make_unique<Replacement>(*file, files.size() > 1))->isDone()) file->failFile();
    }
    for (const auto& replacement : replacements) replacement->confirm();
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

QString destination(const QString& path)
{
    QFileInfo info(path);
    for (int links = 0; info.isSymLink() && links < mostLinks; ++links) info.setFile(info.symLinkTarget());
    const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
    return folder.isEmpty() ? info.absoluteFilePath() : folder + u'/' + info.fileName();
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

}
