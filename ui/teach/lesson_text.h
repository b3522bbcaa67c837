// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace rheobase {

/// The text of a lesson's file, into which blocks are put.
class LessonText : public QPlainTextEdit {
    Q_OBJECT
public:
    LessonText();

    /// Puts a block behind the line of the cursor, and behind the block that this is in, between empty lines.
    void insert(const QString& block);
    /// Takes another text in the place of this one, undoably; the cursor stays in its line.
    void change(const QString& text);
    /// From 1.
    int line() const { return textCursor().blockNumber() + 1; }
    void goTo(int line);
    /// A name of a check that no other has: the stem, or "stem-2".
    QString freeName(const QString& stem) const;

signals:
    void saveWanted(); ///< Ctrl+S

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
};

}
