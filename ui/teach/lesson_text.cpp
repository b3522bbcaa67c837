// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson_text.h"

#include "theme.h"

#include <QFontDatabase>
#include <QKeyEvent>
#include <QRegularExpression>
#include <QTextBlock>

namespace rheobase {

namespace {

const QString fence = QStringLiteral("```");

bool isFence(const QTextBlock& block) { return block.text().startsWith(fence); }

/// The last line of the fenced block that a line is in; the line itself where it is in none.
QTextBlock endOfFence(const QTextBlock& line)
{
    bool isOpen = false;
    for (QTextBlock block = line.document()->begin(); block != line.next() && block.isValid(); block = block.next())
        if (isFence(block)) isOpen = !isOpen;
    QTextBlock end = line;
    while (isOpen && end.next().isValid() && !isFence(end.next())) end = end.next();
    return isOpen && end.next().isValid() ? end.next() : end;
}

}

LessonText::LessonText()
{
    setObjectName(QStringLiteral("lessonText"));
    setAccessibleName(tr("The text of the lesson"));
    setTabChangesFocus(true);
    keepDressed(this, [this] {
        QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        font.setPixelSize(letters(12.67));
        document()->setDefaultFont(font);
    });
}

void LessonText::insert(const QString& block)
{
    const QTextBlock last = endOfFence(textCursor().block());
    QTextCursor cursor(last);
    cursor.movePosition(QTextCursor::EndOfBlock);
    const bool isEmpty = last.text().trimmed().isEmpty();
    const bool isAfterText = last.previous().isValid() && !last.previous().text().trimmed().isEmpty();
    const bool isBeforeText = last.next().isValid() && !last.next().text().trimmed().isEmpty();
    cursor.beginEditBlock();
    cursor.insertText(QString(isEmpty ? isAfterText : 2, u'\n') + block.trimmed() + QString(isBeforeText || !last.next().isValid(), u'\n'));
    cursor.endEditBlock();
    setTextCursor(cursor);
    ensureCursorVisible();
    setFocus();
}

void LessonText::change(const QString& text)
{
    const int at = line();
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
    goTo(at);
}

void LessonText::goTo(int number)
{
    const QTextBlock block = document()->findBlockByNumber(number - 1);
    if (!block.isValid()) return;
    setTextCursor(QTextCursor(block));
    centerCursor();
    setFocus();
}

QString LessonText::freeName(const QString& stem) const
{
    const QString text = toPlainText();
    QString name = stem;
    const auto isTaken = [&] {
        return text.contains(QRegularExpression(QStringLiteral("^```check +%1( |$)").arg(name), QRegularExpression::MultilineOption));
    };
    for (int number = 2; isTaken(); ++number) name = QStringLiteral("%1-%2").arg(stem).arg(number);
    return name;
}

/// While the text is written, Ctrl+S saves it, and not the experiment.
bool LessonText::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Save)) {
        event->accept();
        return true;
    }
    return QPlainTextEdit::event(event);
}

void LessonText::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Save)) return emit saveWanted();
    QPlainTextEdit::keyPressEvent(event);
}

}
