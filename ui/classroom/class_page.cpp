// SPDX-License-Identifier: GPL-3.0-or-later
#include "class_page.h"

#include "course.h"
#include "free_play.h"
#include "lesson_folder.h"
#include "sketches_plot.h"
#include "theme.h"
#include "whole_file.h"
#include "words.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QStyle>
#include <QUrl>

#include <algorithm>

namespace rheobase {

namespace {

constexpr int roomForPlace = 1340, roomForCards = 660, roomForButtons = 1100; // px
const QString folderKey = QStringLiteral("class/folder");

QString languageOfWindow() { return QLocale().name().section(u'_', 0, 0); }

/// "4 s", "3 min", "2 h"
QString ago(qint64 seconds)
{
    constexpr qint64 minute = 60, hour = 3600, day = 86400;
    if (seconds < 2 * minute) return ClassPage::tr("%1 s ago").arg(std::max<qint64>(0, seconds));
    if (seconds < 2 * hour) return ClassPage::tr("%1 min ago").arg(seconds / minute);
    return seconds < 2 * day ? ClassPage::tr("%1 h ago").arg(seconds / hour) : ClassPage::tr("%1 days ago").arg(seconds / day);
}

}

void ClassPage::wire()
{
    setAccessibleName(tr("Class"));
    connect(&m_folder, &ClassFolder::changed, this, &ClassPage::folderChanged);
    connect(&m_folder, &ClassFolder::looked, this, &ClassPage::tellWatching);
    connect(&m_second, &QTimer::timeout, this, &ClassPage::tellWatching);
    connect(m_lessons, &QComboBox::currentIndexChanged, this, &ClassPage::compute);
    connect(m_list, &ClassList::opened, this, &ClassPage::openReport);
    connect(m_expected, &ExpectedList::changed, this, &ClassPage::showStep);
    connect(m_project, &QPushButton::clicked, this, [this] { setProjecting(!m_isProjecting); });
    connect(m_verify, &QPushButton::clicked, this, &ClassPage::verify);
    connect(m_gradebook, &QPushButton::clicked, this, &ClassPage::writeGradebook);
    connect(m_neuron, &QPushButton::toggled, this, &ClassPage::showStep);
    connect(m_showStep, &QPushButton::clicked, this, [this] {
        const Step step = m_scene.lesson().steps[m_step];
        leave();
        emit stepWanted(step.experiment, QString::fromStdString(step.title));
    });
    connect(m_play, &FreePlay::largeWanted, this, [this](bool isLarge) { m_isLarge = isLarge, arrange(); });
}

void ClassPage::open(const QString& folder)
{
    Page::open();
    m_second.start(1000);
    setProjecting(false);
    chooseFolder(folder.isEmpty() ? QSettings().value(folderKey, lessonFolder()).toString() : folder);
    setFocus();
    arrange();
}

void ClassPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    arrange();
}

void ClassPage::hideEvent(QHideEvent* event)
{
    m_second.stop();
    m_folder.rest();
    m_search.cancel();
    m_running.cancel();
    m_verifying.cancel();
    Page::hideEvent(event);
}

void ClassPage::chooseFolder(const QString& folder)
{
    const QString path = QDir(folder).absolutePath();
    QSettings().setValue(folderKey, path);
    m_place->setText(QFileInfo(path).fileName());
    m_place->setToolTip(QDir::toNativeSeparators(path));
    m_isRead = false;
    m_folder.watch(path);
}

void ClassPage::askForFolder()
{
    const QString folder =
        QFileDialog::getExistingDirectory(window(), tr("The folder into which the class's reports go"), m_folder.reading().folder);
    if (!folder.isEmpty()) chooseFolder(folder);
}

void ClassPage::tellWatching()
{
    const auto& reading = m_folder.reading();
    const auto reports =
        static_cast<std::size_t>(std::ranges::count_if(reading.files, [](const ClassFile& file) { return file.report != nullptr; }));
    const QString dot =
        QStringLiteral("<span style=\"color:%1\">●</span> ").arg((reading.problem.isEmpty() ? theme().rest : theme().danger).name());
    const bool isWide = width() >= scaled(roomForPlace);
    QString words = reports == 0 ? tr("no report yet") : counted(reports, tr("1 report"), tr("%1 reports"));
    if (isWide) words = tr("watching: %1").arg(words);
    if (const QDateTime latest = m_folder.latest(); latest.isValid())
        words = tr("%1, the last %2").arg(words, ago(latest.secsTo(QDateTime::currentDateTime())));
    m_watching->setToolTip(words);
    m_watching->setText(dot + (reading.problem.isEmpty() ? words : reading.problem).toHtmlEscaped());
}

void ClassPage::folderChanged()
{
    m_isRead = true;
    fillLessons();
    compute();
}

/// The lesson that was looked at stays chosen while there are reports on it.
void ClassPage::fillLessons()
{
    const QSignalBlocker quiet(m_lessons);
    const QVariant chosen = m_lessons->currentData();
    m_lessons->clear();
    for (const ClassLesson& found : lessonsOf(m_folder.reading())) {
        const QString title = QString::fromStdString(found.title.empty() ? found.id : found.title);
        m_lessons->addItem(title, QString::fromStdString(found.id));
    }
    m_lessons->setCurrentIndex(std::max(0, m_lessons->findData(chosen)));
    m_lessons->setEnabled(m_lessons->count() > 1);
}

std::string ClassPage::lesson() const { return m_lessons->currentData().toString().toStdString(); }

void ClassPage::compute() { m_search.ask({m_folder.reading(), lesson(), languageOfWindow()}); }

void ClassPage::take(ClassScene scene)
{
    const bool isSame = scene.lesson().id == m_scene.lesson().id;
    const QString student = m_list->currentIndex().isValid() && isSame ? m_table.path(m_list->currentIndex().row()) : QString();
    const int chosen = m_expected->chosen();
    const std::string tag = chosen >= 0 && isSame ? m_expectedTable.at(chosen).tag : std::string();
    m_scene = std::move(scene);
    m_verified.reset();
    m_curve = {};
    if (!isSame) m_step = 0;
    m_table.setScene(m_scene, m_folder.reading().files);
    m_expectedTable.setScene(m_scene);
    m_play->setScene(m_scene);
    for (int row = 0; row < m_table.rowCount(); ++row)
        if (m_table.path(row) == student) m_list->setCurrentIndex(m_table.index(row, std::max(0, m_list->currentIndex().column())));
    if (!m_list->currentIndex().isValid() && m_table.rowCount() > 0) m_list->setCurrentIndex(m_table.index(0, 0));
    const auto& all = m_scene.overview.misconceptions;
    const auto kept = std::ranges::find(all, tag, &Overview::Misconception::tag);
    m_expected->choose(tag.empty() || kept == all.end() ? -1 : static_cast<int>(kept - all.begin()));
    showScene();
}

void ClassPage::showScene()
{
    QStringList words;
    for (std::size_t i = 0; i < m_scene.lesson().steps.size(); ++i)
        if (const auto& gate = m_scene.lesson().steps[i].start.gate; gate && !gate->word.empty())
            words << tr("“%2” (step %1)").arg(i + 1).arg(QString::fromStdString(gate->word));
    m_gate->setText(words.isEmpty() ? QString() : tr("Word: %1").arg(words.join(QStringLiteral(", "))));
    m_gate->setToolTip(tr("The word that you say when everybody has predicted; students type it to see the step"));
    arrange();
    showStep();
    tellFoot();
}

/// What is spoken of: the chosen misconception, its step and its sketches.
void ClassPage::showStep()
{
    const int chosen = m_expected->chosen();
    m_table.setChosen(chosen);
    if (chosen >= 0) m_step = m_expectedTable.at(chosen).step;
    else if (!m_isProjecting && m_expectedTable.rowCount() > 0) m_step = m_expectedTable.at(0).step;
    const auto& steps = m_scene.lesson().steps;
    const bool hasStep = m_step < steps.size();
    m_stepTitle->setText(hasStep ? QStringLiteral("%1. %2").arg(m_step + 1).arg(QString::fromStdString(steps[m_step].title)) : QString());
    m_showStep->setText(tr("Show step %1").arg(m_step + 1));
    m_showStep->setEnabled(hasStep && steps[m_step].experiment.model);
    const auto* shown = drawing();
    const bool isAsked = m_neuron->isChecked() && shown && shown->ask.sketch;
    if (isAsked && (m_curve.curve.empty() || m_curve.step != shown->step))
        m_running.ask({shown->step, *shown->ask.sketch, steps[shown->step].experiment});
    showSketches();
    discuss();
}

/// Those of the step that is spoken of; while none is, the first there are.
const Overview::Drawing* ClassPage::drawing() const
{
    const auto& drawings = m_scene.overview.drawings;
    const auto it = std::ranges::find(drawings, m_step, &Overview::Drawing::step);
    if (it != drawings.end()) return &*it;
    return drawings.empty() || m_isProjecting || m_expected->chosen() >= 0 ? nullptr : &drawings.front();
}

void ClassPage::showSketches()
{
    const auto* shown = drawing();
    m_sketches->setVisible(shown != nullptr);
    m_neuron->setVisible(shown != nullptr);
    if (!shown) return;
    const int chosen = m_expected->chosen();
    const bool isCurve = m_neuron->isChecked() && m_curve.step == shown->step;
    m_sketches->setDrawing(*shown, chosen >= 0 ? m_expectedTable.at(chosen).tag : std::string(),
                           chosen >= 0 ? m_expectedTable.words(chosen) : QString(), isCurve ? m_curve.curve : Stroke());
}

/// A sentence to begin a discussion with.
void ClassPage::discuss()
{
    const int chosen = m_expected->chosen();
    const auto& all = m_scene.overview.misconceptions;
    const bool isOfStep = !all.empty() && (!m_isProjecting || all.front().step == m_step);
    const int row = chosen >= 0 ? chosen : isOfStep ? 0 : -1;
    if (row < 0)
        return m_words->setText(all.empty() ? tr("No misconception was named yet.") : tr("In this step no misconception is chosen."));
    const auto& spoken = m_expectedTable.at(row);
    const QString begin = counted(spoken.students.size(), tr("One student expected: “%2”."), tr("%1 students expected: “%2”."))
                              .arg(m_expectedTable.words(row));
    const QString ask = spoken.students.size() > 1 ? tr("Ask two of them to explain it.") : tr("Is there something in it?");
    QString text = QStringLiteral("<b>%1</b> %2").arg(typeset(begin), ask);
    if (!spoken.feedback.empty())
        text += QStringLiteral("<br><span style=\"color:%1\">%2</span>")
                    .arg(theme().faint.name(), tr("The lesson answers: %1").arg(typeset(QString::fromStdString(spoken.feedback))));
    m_words->setText(text);
}

void ClassPage::tellFoot()
{
    const std::size_t others = m_scene.otherVersions;
    m_versions->setText(counted(others, tr("1 report has another lesson version: Verify judges its checks by yours"),
                                tr("%1 reports have another lesson version: Verify judges their checks by yours")));
    m_versions->setVisible(others > 0);
    QString words;
    if (m_verified) {
        words = tr("verified: solved again: %1").arg(m_verified->again);
        if (!m_verified->doubts.isEmpty()) words = tr("%1, not: %2").arg(words).arg(m_verified->doubts.size());
    }
    m_said->setText(words);
    m_said->setToolTip(m_verified && !m_isProjecting ? m_verified->doubts.join(u'\n') : QString());
    const bool isKnown = !m_scene.edition.path.isEmpty();
    m_version->setText(m_scene.reports.empty() ? QString()
                       : isKnown               ? tr("lesson “%1”").arg(QString::fromStdString(m_scene.lesson().id))
                                               : tr("the lesson's file is not here: put it into the folder, for words and answers"));
}

/// What stands where: with names or without, the gallery small or large, or what to do while there is nothing.
void ClassPage::arrange()
{
    const bool isEmpty = m_table.rowCount() == 0;
    m_empty->setVisible(isEmpty);
    m_list->setVisible(!isEmpty);
    m_empty->setText(!m_isRead ? tr("Reading…")
                     : !m_folder.reading().problem.isEmpty()
                         ? m_folder.reading().problem.toHtmlEscaped()
                         : tr("<p><b>No report is in this folder yet.</b></p><p>Hand out the students' file of a lesson (Teach, Publish…), "
                              "or the name of one that comes with Rheobase. Reports end in <i>.report.html</i>; students put theirs into "
                              "<i>%1</i>, by a shared drive, a stick or mail. They appear here by themselves.</p>")
                               .arg(QDir::toNativeSeparators(m_folder.reading().folder).toHtmlEscaped()));
    const bool isLarge = m_isLarge && !isEmpty;
    m_halves->setVisible(!isLarge);
    m_left->setVisible(!m_isProjecting);
    m_right->setVisible(!isEmpty);
    m_stepTitle->setVisible(m_isProjecting);
    m_gate->setVisible(!m_isProjecting && !m_gate->text().isEmpty()); // it is not everybody's yet
    m_place->setVisible(width() >= scaled(roomForPlace));
    m_lessons->setVisible(m_lessons->count() > 0);
    m_foot->setVisible(!isEmpty);
    m_play->setVisible(!m_scene.kept.empty() && (isLarge || !m_isProjecting));
    m_play->setLarge(isLarge);
    m_play->setOpen(isLarge || height() >= scaled(roomForCards));
    const bool hasRoom = width() >= scaled(roomForButtons); // else they are in the menu
    for (QWidget* widget : std::initializer_list<QWidget*>{m_verify, m_gradebook}) widget->setVisible(!m_isProjecting && hasRoom);
    m_verify->setEnabled(!m_scene.reports.empty() && !m_scene.edition.path.isEmpty());
    m_gradebook->setEnabled(!m_scene.reports.empty());
    m_project->setEnabled(!isEmpty);
    if (hasFocus() && m_list->isVisible()) m_list->setFocus();
}

void ClassPage::setProjecting(bool isProjecting)
{
    m_isProjecting = isProjecting;
    m_project->setText(isProjecting ? tr("Show names") : tr("Project without names"));
    m_sketches->setLarge(isProjecting);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_expected, m_words}) {
        widget->setProperty("large", isProjecting);
        widget->style()->unpolish(widget);
        widget->style()->polish(widget);
    }
    arrange();
    showStep();
    tellFoot();
    if (isProjecting) m_expected->setFocus();
}

void ClassPage::goStep(int direction)
{
    const auto last = static_cast<int>(m_scene.lesson().steps.size()) - 1;
    if (last < 0) return;
    m_step = static_cast<std::size_t>(std::clamp(static_cast<int>(m_step) + direction, 0, last));
    const auto& all = m_scene.overview.misconceptions;
    const auto first = std::ranges::find(all, m_step, &Overview::Misconception::step);
    m_expected->choose(first == all.end() ? -1 : static_cast<int>(first - all.begin()));
}

void ClassPage::keyPressEvent(QKeyEvent* event)
{
    const bool isDown = event->key() == Qt::Key_PageDown, isUp = event->key() == Qt::Key_PageUp;
    if (m_isProjecting && (isDown || isUp)) goStep(isDown ? 1 : -1);
    else if (event->key() == Qt::Key_Escape && m_isLarge) m_isLarge = false, arrange();
    else if (event->key() == Qt::Key_Escape && m_isProjecting) setProjecting(false);
    else Page::keyPressEvent(event);
}

void ClassPage::openReport(int row) { QDesktopServices::openUrl(QUrl::fromLocalFile(m_table.path(row))); }

void ClassPage::writeGradebook()
{
    if (m_scene.reports.empty()) return;
    const QString proposed = QDir(m_folder.reading().folder).filePath(QString::fromStdString(lesson()) + QStringLiteral(".csv"));
    const QString path = QFileDialog::getSaveFileName(window(), tr("Gradebook"), proposed, tr("Tables (*.csv)"));
    if (path.isEmpty()) return;
    WholeFile file(path);
    QString error;
    file.write(QByteArray::fromStdString(gradebookOf(m_scene.lesson(), m_scene.reports, lessonStage(), m_withMinutes)));
    m_said->setText(file.commit(&error) ? tr("Written: %1").arg(QDir::toNativeSeparators(path)) : error);
}

void ClassPage::verify()
{
    if (m_scene.reports.empty() || m_scene.edition.path.isEmpty()) return;
    m_verify->setEnabled(false);
    m_said->setText(tr("verifying…"));
    m_verifying.ask(m_scene);
}

std::optional<ClassPage::Verified> ClassPage::verified(const ClassScene& scene, const std::stop_token& stop)
{
    Verified all;
    for (const Report& report : scene.reports) {
        const Verification one = rheobase::verify(report, scene.lesson(), stop);
        if (stop.stop_requested()) return std::nullopt;
        ++all.reports;
        all.again += one.again;
        for (const QString& doubt : one.doubts) all.doubts << QStringLiteral("%1: %2").arg(QString::fromStdString(report.name), doubt);
    }
    return all;
}

void ClassPage::takeVerified(const Verified& found)
{
    m_verified = found;
    m_verify->setEnabled(true);
    tellFoot();
}

}
