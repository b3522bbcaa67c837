// SPDX-License-Identifier: GPL-3.0-or-later
#include "script_dialog.h"

#include "chooser.h"
#include "confirm.h"
#include "export_data.h"
#include "session.h"
#include "theme.h"
#include "whole_file.h"
#include "words.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFontDatabase>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>

namespace rheobase {

namespace {

template<class Widget> Widget* named(Widget* widget, const char* id, const QString& name)
{
    widget->setObjectName(QLatin1String(id));
    widget->setAccessibleName(name);
    return widget;
}

std::optional<Script> scriptFrom(const Experiment& experiment, const std::stop_token& stop)
{
    Script script = scriptOf(experiment, stop);
    if (stop.stop_requested()) return std::nullopt;
    script.version = RHEOBASE_VERSION;
    script.made = "Export, Script in the window";
    return script;
}

}

ScriptDialog::ScriptDialog(const Experiment& experiment, QWidget* parent)
    : QDialog(parent),
      m_experiment(experiment),
      m_meaning(named(new QLabel, "meaning", tr("What is written"))),
      m_unsaid(named(new QLabel, "unsaid", tr("What the script leaves out"))),
      m_preview(named(new QPlainTextEdit, "script", tr("The script"))),
      m_search(scriptFrom, [this](Script script) { take(std::move(script)); })
{
    setWindowTitle(tr("Export script"));
    m_unsaid->setWordWrap(true);
    m_unsaid->setProperty("role", QStringLiteral("refusal"));
    m_preview->setReadOnly(true);
    m_preview->setTabChangesFocus(true);
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    keepDressed(m_preview, [this] {
        QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        font.setPointSizeF(QWidget::font().pointSizeF());
        m_preview->setFont(font);
    });
    auto* column = new QVBoxLayout(this);
    column->addWidget(makeChooser());
    column->addWidget(m_unsaid);
    column->addWidget(m_preview, 1);
    column->addWidget(makeButtons());
    resize(scaled(QSize(860, 640)).boundedTo(screen()->availableSize()));
    refresh();
    if (handoverRefusal(m_experiment).empty()) m_search.ask(m_experiment);
    else say(spoken(handoverRefusal(m_experiment)));
}

QWidget* ScriptDialog::makeChooser()
{
    auto* form = new QWidget;
    auto* rows = new QFormLayout(form);
    rows->setContentsMargins({});
    m_target = named(new Chooser, "target", tr("The program that the script is for"));
    for (const Target& each : targets()) m_target->addItem(spoken(each.name));
    rows->addRow(tr("For"), m_target);
    rows->addRow(QString(), m_meaning);
    connect(m_target, &QComboBox::currentIndexChanged, this, &ScriptDialog::refresh);
    return form;
}

QWidget* ScriptDialog::makeButtons()
{
    auto* buttons = new QDialogButtonBox;
    m_save = named(buttons->addButton(tr("Save…"), QDialogButtonBox::AcceptRole), "save", tr("Save the script"));
    m_copy = named(buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole), "copy", tr("Copy the script as text"));
    m_save->setDefault(true);
    m_copy->setAutoDefault(false);
    buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &ScriptDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_copy, &QPushButton::clicked, this, &ScriptDialog::copy);
    return buttons;
}

const Target& ScriptDialog::target() const { return targets()[static_cast<std::size_t>(m_target->currentIndex())]; }

void ScriptDialog::take(Script script)
{
    m_script = std::move(script);
    refresh();
}

void ScriptDialog::say(const QString& text)
{
    m_unsaid->setText(text);
    m_unsaid->setVisible(!text.isEmpty());
}

void ScriptDialog::refresh()
{
    m_meaning->setText(capitalised(spoken(target().meaning)));
    Handover made;
    if (m_script) made = handOver(*m_script, target());
    m_preview->setPlainText(m_script ? QString::fromStdString(made.text) : tr("The expected spikes are being computed…"));
    QStringList sentences;
    for (const Sentence& sentence : made.unsaid) sentences << capitalised(spoken(sentence));
    if (!made.refusal.empty()) sentences << capitalised(spoken(made.refusal));
    say(sentences.join(u'\n'));
    m_save->setEnabled(!made.text.empty());
    m_copy->setEnabled(!made.text.empty());
}

void ScriptDialog::save()
{
    const QString ending = u'.' + fromView(target().suffix);
    const QString path = QFileDialog::getSaveFileName(this, windowTitle(), proposedPath(*m_experiment.model, ending),
                                                      spoken(target().name) + QStringLiteral(" (*%1)").arg(ending));
    if (path.isEmpty()) return;
    WholeFile file(path);
    QString error;
    file.write(m_preview->toPlainText().toUtf8());
    if (!file.commit(&error)) return say(error);
    rememberFolder(path);
    confirm(tr("Written “%1”").arg(QFileInfo(path).fileName()));
    accept();
}

void ScriptDialog::copy()
{
    QGuiApplication::clipboard()->setText(m_preview->toPlainText());
    confirm(tr("Script copied"));
    accept();
}

void exportScript(QWidget* parent, const Session& session) { ScriptDialog(session.experiment(), parent).exec(); }

}
