// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>

class QLineEdit;
class QTabBar;
class QTextBrowser;

namespace rheobase {

/// One thing that the help tells: a key, a view, a word; and what it does, shows, means.
struct HelpTopic {
    QString name, text;
};
/// Topics of one kind.
struct HelpPart {
    QString id, title;
    QList<HelpTopic> topics;
};

/// The help: its parts as pages, and a search through all of them. It stays open beside the window.
class HelpWindow : public QDialog {
    Q_OBJECT
public:
    explicit HelpWindow(QList<HelpPart> parts, QWidget* parent = nullptr);
    /// Shows a part by its id.
    void turnTo(const QString& part);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    QString htmlOf(const HelpPart& part, const QString& wanted) const;

    QList<HelpPart> m_parts;
    QLineEdit* m_search;
    QTabBar* m_tabs;
    QTextBrowser* m_page;
};

/// Keys that belong to no entry of a menu: where they work, and what they do.
QList<HelpTopic> keysOfWidgets();

}
