// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QHBoxLayout;
class QLineEdit;
class QVBoxLayout;

namespace rheobase {

/// A page in the place of everything in a window, which waits behind it as it was: at the top the way back and a search, at the foot a line.
/// Escape leaves, Ctrl+F searches, and no key gets to the window behind.
class Page : public QWidget {
    Q_OBJECT
public:
    /// `id` names the page, its bar ("idBar") and its search ("idSearch").
    Page(const QString& id, QWidget* window);

    QLineEdit& search() const { return *m_search; }
    /// What else stands in the bar goes in here; a page without a search has it to itself.
    QHBoxLayout* bar() { return m_bar; }
    void dropSearch();
    /// What the page is about goes in here,
    QVBoxLayout* body() { return m_body; }
    /// and what is said at its foot in here.
    QHBoxLayout* foot() { return m_foot; }
    void open();
    void leave();

signals:
    void closed();

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    QWidget* makeBar();
    QWidget* makeFoot();

    QLineEdit* m_search;
    QWidget* m_finder = nullptr;
    QHBoxLayout* m_bar = nullptr;
    QVBoxLayout* m_body;
    QHBoxLayout* m_foot = nullptr;
};

}
