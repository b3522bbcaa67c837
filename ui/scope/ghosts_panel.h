// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace rheobase {

class Ghosts;
class Session;

/// The kept traces as a list: what differs, shown or not, names, and the way back to their parameters. F2 or a double click renames,
/// Return shows and hides, Delete deletes.
class GhostsPanel : public QWidget {
    Q_OBJECT
public:
    GhostsPanel(Ghosts& ghosts, Session& session, QWidget* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeControls();
    QWidget* makeButtons();
    void refresh();
    void fill(QListWidgetItem* item, std::size_t index) const;
    void adopt(const QListWidgetItem* item);
    void tellCurrent();
    void openMenu(const QPoint& place);
    /// The ghost that is chosen in the list; −1: none.
    int current() const;
    void onCurrent(void (Ghosts::*act)(std::size_t));

    Ghosts& m_ghosts;
    Session& m_session;
    QCheckBox* m_automatic;
    QComboBox* m_alignment;
    QListWidget* m_list;
    QLabel *m_empty, *m_details, *m_remark;
    QPushButton *m_restore, *m_delete;
};

}
