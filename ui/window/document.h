// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live_search.h"
#include "session.h"

#include <QPointer>

class QMenu;

namespace rheobase {

class Notice;

/// The file that the experiment of the window belongs to: opened, saved, saved as another; named in the window's title with a mark where
/// it holds less than the window; and those that were there before.
class Document : public QObject {
    Q_OBJECT
public:
    /// `recent` are paths, the last first; the list is kept up to date.
    Document(Session& session, Notice& notice, QStringList& recent, QWidget* window);

    /// Opens an experiment file, or a picture that carries one, once it is read, which nothing here waits for; says what is wrong with it
    /// where it cannot. A later call takes the place of those that are not read yet.
    void open(const QString& path);
    void askWhatToOpen();
    /// True where it is saved. Asks where to, if there is no file yet.
    bool save();
    bool saveAs();
    /// Whether something would be lost with the window: neither in the file nor among what the program brings along.
    bool isModified() const;
    /// False where the user would rather stay.
    bool mayBeLeft();
    /// A menu of what was opened and saved last.
    QMenu* recentMenu();

signals:
    void asked(const QString& path); ///< something is to be opened that has no place in a lesson; a lesson is others' business

private:
    /// A file to be opened, the last of all being wanted; and what was read of it.
    struct Wanted {
        QString path;
        int number = 0;
        Unseal unseal{};
    };
    struct Opened {
        Wanted file;
        std::optional<Experiment> experiment;
        QString error;
    };
    void take(const Opened& opened);
    void adopt(const QString& path);
    bool write(const QString& path);
    bool hasFile() const;
    QString name() const;
    void showTitle();
    void fillRecent(QMenu* menu);

    Session& m_session;
    Notice& m_notice;
    QStringList& m_recent;
    QWidget* m_window;
    QString m_path;
    Experiment m_kept; // what the file holds, or where the window began
    int m_asked = 0;   // files so far
    LiveSearch<Wanted, Opened> m_reading;
};

}
