// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change.h"

#include <QTextBrowser>

#include <optional>

namespace rheobase {

class Session;

/// A paragraph of a lesson: Markdown, its symbols typeset, with live values. One that is not locked is dragged sideways, or moved by ↑ ↓
/// where Tab has come to it; a hidden one is "?". As high as its text.
class ProseView : public QTextBrowser {
    Q_OBJECT
public:
    ProseView(Session& session, const QString& markdown, QWidget* parent = nullptr);

    /// The setting under a place, or that the keyboard is at; empty where there is none that can be moved.
    QString valueAt(QPoint position) const;
    QString plainText() const { return toPlainText(); }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    void write();
    void spaceLines();
    void markValues();
    void refresh();
    void fit();
    QString shownValue(const std::string& name) const;
    bool canMove(const std::string& name) const;
    QString focusedValue() const;
    void move(const std::string& name, double from, double steps);

    Session& m_session;
    QString m_markdown;
    std::string m_dragged;
    double m_from = 0;
    QPointF m_start;
    Gesture m_gesture;
};

}
