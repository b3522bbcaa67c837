// SPDX-License-Identifier: GPL-3.0-or-later
#include "export_data.h"

#include "confirm.h"
#include "export.h"
#include "words.h"

#include <QCoreApplication>
#include <QDate>
#include <QDir>
#include <QFileDialog>
#include <QMessageBox>
#include <QProgressDialog>
#include <QSettings>
#include <QStandardPaths>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Export)
};

const QString folderKey = QStringLiteral("export/folder");
constexpr int patience = 300; // ms before progress is shown
constexpr int steps = 1000;   // of the progress

QString lastFolder()
{
    const QString habit = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString last = QSettings().value(folderKey, habit).toString();
    return QDir(last).exists() ? last : QDir::homePath();
}

/// "Table (*.csv);;NumPy arrays (*.npz)"
QString filtersOf(std::span<const DataFormat> formats)
{
    QStringList filters;
    for (const DataFormat& format : formats)
        filters << QStringLiteral("%1 (%2)").arg(Words::tr(format.name), patternsOf(std::span(&format, 1)));
    return filters.join(QStringLiteral(";;"));
}

/// Asks for a path and writes to it; what went wrong is said in a box, unless the user gave up.
template<class Save> void askAndSave(QWidget* parent, const QString& title, const QString& proposed, const QString& filters, Save&& save)
{
    const QString path = QFileDialog::getSaveFileName(parent, title, proposed, filters);
    if (path.isEmpty()) return;
    QString error;
    if (save(path, &error)) {
        rememberFolder(path);
        confirm(Words::tr("Written “%1”").arg(QFileInfo(path).fileName()));
    } else if (!error.isEmpty()) QMessageBox::warning(parent, title, error);
}

/// Calls `save` with a dialog that shows its progress once it takes long.
template<class Save> bool withProgress(QWidget* parent, const QString& path, Save&& save)
{
    QProgressDialog dialog(Words::tr("Writing “%1”…").arg(QFileInfo(path).fileName()), Words::tr("Cancel"), 0, steps, parent);
    dialog.setWindowTitle(Words::tr("Export data"));
    dialog.setWindowModality(Qt::WindowModal);
    dialog.setMinimumDuration(patience);
    return save([&dialog](double part) {
        dialog.setValue(static_cast<int>(part * (steps - 1))); // the last step would close it
        return !dialog.wasCanceled();
    });
}

}

QString proposedPath(const Model& model, const QString& ending)
{
    const QString name = QStringLiteral("%1-%2%3").arg(fromView(model.id), QDate::currentDate().toString(Qt::ISODate), ending);
    return QDir(lastFolder()).filePath(name);
}

void rememberFolder(const QString& path) { QSettings().setValue(folderKey, QFileInfo(path).absolutePath()); }

void exportData(QWidget* parent, const Session& session, double from, double to)
{
    const auto save = [&](const QString& path, QString* error) {
        const auto trace = session.sharedTrace(); // progress lets other things happen
        return withProgress(parent, path, [&](const Progress& progress) {
            return saveData(path, *trace, session.experiment(), from, to, error, session.changes(), progress);
        });
    };
    askAndSave(parent, Words::tr("Export data"), proposedPath(session.model(), QStringLiteral(".csv")), filtersOf(dataFormats), save);
}

void exportSpikes(QWidget* parent, const Session& session)
{
    askAndSave(parent, Words::tr("Export spike times"), proposedPath(session.model(), QStringLiteral("-spikes.csv")),
               filtersOf(std::span(dataFormats).first(1)), [&](const QString& path, QString* error) {
                   return saveSpikes(path, session.trace(), session.experiment(), error, session.changes());
               });
}

void exportTable(QWidget* parent, const Session& session, const QString& name, const std::function<QByteArray(const Progress&)>& table)
{
    const auto save = [&](const QString& path, QString* error) {
        return withProgress(parent, path, [&](const Progress& progress) {
            bool isGivenUp = false;
            const QByteArray rows = table([&](double part) { return !(isGivenUp = !progress(part)); });
            if (rows.isNull() && !isGivenUp) *error = Words::tr("The run began anew before all of it was written: export it again.");
            return !rows.isNull() && saveTable(path, rows, session.experiment(), error, session.changes());
        });
    };
    askAndSave(parent, Words::tr("Export data"), proposedPath(session.model(), QStringLiteral("-%1.csv").arg(name)),
               filtersOf(std::span(dataFormats).first(1)), save);
}

}
