// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course.h"
#include "lesson_folder.h"
#include "report.h"

#include <QFile>
#include <QTemporaryDir>

/// What tests of the page of lessons share: a student's folder.
namespace rheobase {

class StudentFolder {
public:
    StudentFolder() { setLessonFolder(m_folder.path()); }

    QString path(const QString& name) const { return m_folder.filePath(name); }
    bool write(const QString& name, const QByteArray& text) const
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    }
    /// A lesson of one's own, as the shipped one with this in its file's name.
    bool addLesson(const QString& like, const QString& title, const QByteArray& replaced = {}, const QByteArray& by = {}) const
    {
        QByteArray text = std::get<QByteArray>(readLessonFile(shipped(like)));
        text.replace(text.indexOf("title: "), text.indexOf('\n', text.indexOf("title: ")) - text.indexOf("title: "),
                     "title: " + title.toUtf8());
        if (!replaced.isEmpty()) text.replace(replaced, by);
        return write(title + lessonSuffix, text);
    }
    /// The report on a shipped lesson of which so many steps are done, and one more is begun.
    bool addReport(const QString& like, std::size_t done) const
    {
        const Lesson lesson = std::get<Lesson>(loadLesson(shipped(like)));
        Report report{.lesson = lesson.id, .title = lesson.title, .hash = lesson.hash, .program = {}, .language = "en", .name = "Ada"};
        for (std::size_t i = 0; i < lesson.steps.size() && i <= done; ++i)
            record(report.at(lesson.steps[i].id, lesson.steps[i].title), CheckRecord{"check", i < done, {}, {}}, true);
        const auto said = [](const Sentence& sentence) { return std::string(sentence); };
        return write(like + ".html", QByteArray::fromStdString(toPage(report, said)));
    }
    static QString shipped(const QString& part)
    {
        const QStringList all = lessonFiles();
        for (const QString& path : all)
            if (path.contains(part)) return path;
        return {};
    }

private:
    QTemporaryDir m_folder;
};

}
