// SPDX-License-Identifier: GPL-3.0-or-later
// The files of what is written: the lesson, what students get, what is printed.
#include "confirm.h"
#include "course.h"
#include "lesson_folder.h"
#include "lesson_text.h"
#include "lesson_writer.h"
#include "page_pdf.h"
#include "publish.h"
#include "sheet.h"
#include "whole_file.h"
#include "words.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>

namespace rheobase {

namespace {

/// What a new lesson begins as.
QString skeleton()
{
    return QStringLiteral("---\nlesson: my-lesson\ntitle: %1\nminutes: 10\nlevel: beginner\ngoal: %2\n---\n\n## %3 {#first}\n\n")
        .arg(LessonWriter::tr("A lesson of mine"), LessonWriter::tr("What students can do afterwards."),
             LessonWriter::tr("The first step"));
}

QString withoutSuffix(const QString& path) { return path.endsWith(lessonSuffix) ? path.chopped(sizeof lessonSuffix - 1) : path; }

}

void LessonWriter::begin()
{
    if (!mayBeLeft()) return;
    m_path.clear();
    m_text->setPlainText(skeleton());
    m_text->moveCursor(QTextCursor::End);
    tell({}, {});
}

void LessonWriter::askWhatToOpen()
{
    const QString path =
        QFileDialog::getOpenFileName(window(), tr("Open a lesson"), lessonFolder(), tr("Lessons (%1)").arg('*' + QString(lessonSuffix)));
    if (!path.isEmpty()) load(path);
}

void LessonWriter::fillLessons()
{
    m_lessons->clear();
    for (const QString& path : lessonFiles()) {
        const auto lesson = loadLesson(path);
        if (const auto* read = std::get_if<Lesson>(&lesson))
            m_lessons->addAction(QString::fromStdString(read->title).replace(u'&', QStringLiteral("&&")), this,
                                 [this, path] { load(path); });
    }
    emit wanted();
}

void LessonWriter::load(const QString& path)
{
    if (!mayBeLeft()) return;
    const auto read = readLessonFile(path);
    if (const auto* sentence = std::get_if<QString>(&read)) return tell({}, *sentence);
    m_path = path.startsWith(u':') ? QString() : path;
    m_text->setPlainText(QString::fromUtf8(std::get<QByteArray>(read)));
    tell({}, {});
    emit wanted();
}

bool LessonWriter::mayBeLeft()
{
    if (!m_text->document()->isModified()) return true;
    QMessageBox box(QMessageBox::Question, tr("Unsaved lesson"), tr("Save the lesson that is written before leaving it?"),
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, window());
    box.setInformativeText(tr("What was changed is lost otherwise."));
    box.setDefaultButton(QMessageBox::Save);
    box.exec();
    const auto answer = box.standardButton(box.clickedButton());
    return answer == QMessageBox::Discard || (answer == QMessageBox::Save && save());
}

bool LessonWriter::write(const QString& path, const QByteArray& bytes)
{
    WholeFile file(path);
    QString error;
    const bool isWritten = file.write(bytes) && file.commit(&error);
    if (isWritten) confirm(tr("Written “%1”").arg(QFileInfo(path).fileName()));
    else tell({}, file.problem());
    return isWritten;
}

bool LessonWriter::save()
{
    if (m_path.isEmpty()) return saveAs();
    if (!write(m_path, text().toUtf8())) return false;
    m_text->document()->setModified(false);
    return true;
}

bool LessonWriter::saveAs()
{
    const QString path = QFileDialog::getSaveFileName(window(), tr("Save the lesson"), proposedPath(lessonSuffix),
                                                      tr("Lessons (%1)").arg('*' + QString(lessonSuffix)));
    if (path.isEmpty()) return false;
    m_path = withoutSuffix(path) + lessonSuffix;
    return save();
}

/// Beside the lesson, with another ending.
QString LessonWriter::proposedPath(const QString& ending) const
{
    if (!m_path.isEmpty()) return withoutSuffix(m_path) + ending;
    QDir().mkpath(lessonFolder());
    const auto read = readLesson(text().toStdString(), lessonStage());
    const auto* lesson = std::get_if<Lesson>(&read);
    return QDir(lessonFolder()).filePath((lesson ? QString::fromStdString(lesson->id) : QStringLiteral("my-lesson")) + ending);
}

/// The lesson; empty where it cannot be read, which is told.
std::optional<Lesson> LessonWriter::readOrTell()
{
    auto read = readLesson(text().toStdString(), lessonStage());
    if (const auto* refusal = std::get_if<Refusal>(&read)) {
        tell({*refusal}, tr("The lesson cannot be read yet:"));
        return std::nullopt;
    }
    return std::get<Lesson>(std::move(read));
}

void LessonWriter::publish()
{
    const auto lesson = readOrTell();
    if (!lesson) return;
    const QString path =
        QFileDialog::getSaveFileName(window(), tr("Publish for students"), proposedPath("-student" + QString(lessonSuffix)),
                                     tr("Lessons (%1)").arg('*' + QString(lessonSuffix)));
    if (!path.isEmpty()) write(path, QByteArray::fromStdString(published(*lesson, text().toStdString(), lessonStage())));
}

void LessonWriter::print(Sheet sheet)
{
    const auto lesson = readOrTell();
    if (!lesson) return;
    const bool isHandout = sheet == Sheet::handout;
    const QString path =
        QFileDialog::getSaveFileName(window(), isHandout ? tr("Handout") : tr("Answers"),
                                     proposedPath(isHandout ? "-handout.pdf" : "-answers.pdf"), tr("Pages (*.pdf *.html)"));
    if (path.isEmpty()) return;
    const std::string html = sheetOf(*lesson, sheet, speakerOf(QString::fromStdString(lesson->language)));
    const bool isHtml = path.endsWith(QStringLiteral(".html"), Qt::CaseInsensitive);
    write(path, isHtml ? QByteArray::fromStdString(html) : pdfOf(QString::fromStdString(html), isHandout ? mostOfHandout : mostOfAnswers));
}

void LessonWriter::tellState(const QString& sentence)
{
    const QString name = m_path.isEmpty() ? tr("a new lesson") : QFileInfo(m_path).fileName();
    m_file->setText(m_text->document()->isModified() ? tr("%1 · not saved").arg(name) : name);
    m_file->setToolTip(QDir::toNativeSeparators(m_path));
    m_state->setText(sentence);
    m_state->setVisible(!sentence.isEmpty());
}

}
