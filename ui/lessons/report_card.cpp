// SPDX-License-Identifier: GPL-3.0-or-later
#include "report_card.h"

#include "lesson_run.h"
#include "theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace rheobase {

namespace {

constexpr int longestName = 60;

}

ReportCard::ReportCard(LessonRun& run, bool isNamed)
{
    setObjectName(QStringLiteral("reportCard"));
    setProperty("role", QStringLiteral("question"));
    setAttribute(Qt::WA_StyledBackground);
    auto* name = new QLineEdit(QString::fromStdString(run.walk().report().name));
    name->setObjectName(QStringLiteral("reportName"));
    name->setMaxLength(longestName);
    name->setPlaceholderText(tr("may stay empty"));
    name->setToolTip(tr("A name of your own choice; it stands in your report and nowhere else"));
    auto* label = new QLabel(tr("&Name or pseudonym"));
    label->setBuddy(name);
    name->setAccessibleName(tr("Name or pseudonym in your report"));
    auto* times = new QCheckBox(tr("Tell how long I took for each step"));
    times->setObjectName(QStringLiteral("reportTimes"));
    times->setToolTip(tr("Off: no times are written into your report"));
    times->setChecked(run.walk().report().hasTimes);
    auto* row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(name, 1);
    auto* column = new QVBoxLayout(this);
    pad(column, {14, 10, 14, 10}, 8);
    column->addLayout(row);
    for (QWidget* each : {static_cast<QWidget*>(label), static_cast<QWidget*>(name)}) each->setVisible(!isNamed);
    column->addWidget(times);
    connect(name, &QLineEdit::textEdited, &run, &LessonRun::setName);
    connect(times, &QCheckBox::toggled, &run, &LessonRun::setTimes);
}

}
