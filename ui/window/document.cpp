// SPDX-License-Identifier: GPL-3.0-or-later
#include "document.h"

#include "catalogue.h"
#include "confirm.h"
#include "course.h"
#include "experiment_file.h"
#include "export_data.h"
#include "figure_sheet.h"
#include "notice.h"
#include "presets.h"
#include "words.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>

#include <algorithm>

namespace rheobase {

namespace {

constexpr int mostRecent = 8;
const QString ending = QStringLiteral(".rheobase");

/// What needs no file: a press of a button brings it back.
bool isBroughtAlong(const Experiment& experiment)
{
    return experiment == defaultExperiment(*experiment.model)
           || std::ranges::any_of(presetsFor(*experiment.model), [&](const Preset& preset) { return preset.experiment == experiment; });
}

}

Document::Document(Session& session, Notice& notice, QStringList& recent, QWidget* window)
    : QObject(window),
      m_session(session),
      m_notice(notice),
      m_recent(recent),
      m_window(window),
      m_kept(session.experiment()),
      m_reading(
          [](const Wanted& file, const std::stop_token&) {
              Opened opened{file, {}, {}};
              opened.experiment = loadExperiment(file.path, &opened.error, file.unseal);
              return std::optional(opened);
          },
          [this](const Opened& opened) { take(opened); })
{
    connect(&session, &Session::experimentChanged, this, &Document::showTitle);
    showTitle();
}

void Document::open(const QString& path)
{
    if (path.endsWith(lessonSuffix)) emit asked(path);
    else m_reading.ask({path, ++m_asked, m_session.veil().unseals});
}

void Document::take(const Opened& opened)
{
    if (opened.file.number != m_asked) return;
    if (!opened.experiment) return m_notice.say(opened.error);
    if (!isSealed(*opened.experiment)) emit asked(opened.file.path);
    else if (!m_session.veil().unseals) return; // its lesson has been left meanwhile
    m_notice.clear();
    m_session.load(*opened.experiment, tr("Open %1").arg(QFileInfo(opened.file.path).fileName()));
    m_kept = *opened.experiment;
    adopt(opened.file.path);
}

/// From now on the experiment belongs to this file. A picture only carries it: saving must not take its place.
void Document::adopt(const QString& path)
{
    const QString whole = QFileInfo(path).absoluteFilePath();
    m_path = whole.endsWith(ending) || whole.endsWith(QStringLiteral(".json")) ? whole : QString();
    m_recent.removeAll(whole);
    m_recent.prepend(whole);
    while (m_recent.size() > mostRecent) m_recent.removeLast();
    rememberFolder(whole);
    showTitle();
}

bool Document::hasFile() const { return !m_path.isEmpty() && m_kept.model == m_session.experiment().model; }

QString Document::name() const { return hasFile() ? QFileInfo(m_path).fileName() : spoken(m_session.model().name); }

bool Document::isModified() const { return m_session.experiment() != m_kept && (hasFile() || !isBroughtAlong(m_session.experiment())); }

void Document::showTitle()
{
    m_window->setWindowTitle(QStringLiteral("%1[*]").arg(name()));
    m_window->setWindowFilePath(hasFile() ? m_path : QString());
    m_window->setWindowModified(isModified());
}

void Document::askWhatToOpen()
{
    const QString path = QFileDialog::getOpenFileName(
        m_window, tr("Open experiment"), QFileInfo(proposedPath(m_session.model(), ending)).path(),
        tr("Experiments, figures, tables and lessons (%1)")
            .arg(QStringLiteral("*.rheobase *.json *.lesson.md %1 %2").arg(patternsOf(figureFormats), patternsOf(dataFormats))));
    if (!path.isEmpty()) open(path);
}

bool Document::save() { return hasFile() ? write(m_path) : saveAs(); }

bool Document::saveAs()
{
    QFileDialog dialog(m_window, tr("Save experiment"), hasFile() ? m_path : proposedPath(m_session.model(), ending),
                       tr("Experiment (*.rheobase)"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(ending.mid(1));
    return dialog.exec() == QDialog::Accepted && write(dialog.selectedFiles().value(0));
}

bool Document::write(const QString& path)
{
    QString error;
    const Experiment written = m_session.experiment();
    if (!saveExperiment(path, written, &error)) {
        m_notice.say(error);
        return false;
    }
    m_kept = written;
    adopt(path);
    confirm(tr("Saved “%1”").arg(QFileInfo(path).fileName()));
    return true;
}

bool Document::mayBeLeft()
{
    if (!isModified()) return true;
    QMessageBox box(QMessageBox::Question, tr("Unsaved changes"), tr("Save the changes to “%1” before leaving?").arg(name()),
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, m_window);
    box.setInformativeText(tr("They are lost otherwise."));
    box.setDefaultButton(QMessageBox::Save);
    box.exec();
    const auto answer = box.standardButton(box.clickedButton());
    return answer == QMessageBox::Discard || (answer == QMessageBox::Save && save());
}

QMenu* Document::recentMenu()
{
    auto* menu = new QMenu(tr("Open recent"), m_window);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillRecent(menu); });
    return menu;
}

void Document::fillRecent(QMenu* menu)
{
    menu->clear();
    for (const QString& path : m_recent) {
        const QFileInfo file(path);
        QAction* action = menu->addAction(QString(file.fileName()).replace(u'&', QStringLiteral("&&")), this, [this, path] { open(path); });
        action->setToolTip(QDir::toNativeSeparators(path));
        action->setEnabled(file.exists());
    }
    menu->setToolTipsVisible(true);
    if (m_recent.isEmpty()) menu->addAction(tr("Nothing yet"))->setEnabled(false);
    menu->addSeparator();
    QAction* forget = menu->addAction(tr("Clear the list"), this, [this] { m_recent.clear(); });
    forget->setEnabled(!m_recent.isEmpty());
}

}
