// SPDX-License-Identifier: GPL-3.0-or-later
#include "report_file.h"

#include "lesson_folder.h"
#include "words.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPrinter>
#include <QSaveFile>
#include <QTextDocument>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rheobase::ReportFile)
};

std::string pageOf(const Report& report)
{
    return toPage(report, [](const Sentence& sentence) { return spoken(sentence).toStdString(); });
}

Report fresh(const Lesson& lesson)
{
    return {.lesson = lesson.id, .title = {}, .hash = {}, .program = RHEOBASE_VERSION, .language = {}, .name = {}};
}

QString notWritten(const QString& path, const QString& why)
{
    return Words::tr("The report “%1” cannot be written: %2.").arg(QDir::toNativeSeparators(path), why);
}

}

QString reportPath(const std::string& lesson)
{
    return lessonFolder() + u'/' + QString::fromStdString(lesson) + QStringLiteral(".report.html");
}

Report reportFor(const Lesson& lesson, const QString& path)
{
    QFile file(path);
    if (!file.exists()) return fresh(lesson);
    if (file.open(QIODevice::ReadOnly) && file.size() <= static_cast<qint64>(mostReportBytes)) {
        auto read = readReport(file.readAll().toStdString());
        auto* report = std::get_if<Report>(&read);
        if (report && report->lesson == lesson.id) return std::move(*report);
    }
    file.close();
    const QString aside = path + QStringLiteral(".broken");
    QFile::remove(aside);
    file.rename(aside);
    return fresh(lesson);
}

QString saveReport(const Report& report, const QString& path)
{
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    const std::string page = pageOf(report);
    if (!file.open(QIODevice::WriteOnly) || file.write(page.data(), static_cast<qint64>(page.size())) < 0 || !file.commit())
        return notWritten(path, file.errorString());
    return {};
}

QString printReport(const Report& report, const QString& path)
{
    QSaveFile test(path); // QPrinter does not say why
    if (!test.open(QIODevice::WriteOnly)) return notWritten(path, test.errorString());
    test.cancelWriting();
    QPrinter printer;
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(path);
    QTextDocument page;
    page.setHtml(QString::fromStdString(pageOf(report)));
    page.print(&printer);
    return {};
}

}
