// SPDX-License-Identifier: GPL-3.0-or-later
#include "export_dialog.h"

#include "caption.h"
#include "chooser.h"
#include "confirm.h"
#include "export_data.h"
#include "figure_form.h"
#include "figure_preview.h"
#include "figure_table.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>

namespace rheobase {

namespace {

constexpr const char* formats[] = {"png", "svg", "pdf"};

template<class Widget> Widget* named(Widget* widget, const char* id, const QString& name)
{
    widget->setObjectName(QLatin1String(id));
    widget->setAccessibleName(name);
    return widget;
}

/// Keeps what is shown as it is while the run goes on.
void stopAtNow(FigureContent& content)
{
    auto* figure = std::get_if<TraceFigure>(&content);
    if (!figure) return;
    if (figure->strands.empty()) figure->strands = {{.trace = figure->trace}};
    for (Strand& strand : figure->strands) strand.span.second = std::min(strand.span.second, strand.trace->latestTime());
}

}

ExportDialog::ExportDialog(std::vector<Exhibit> exhibits, std::size_t chosen, const Session& session, QWidget* parent)
    : QDialog(parent),
      m_exhibits(std::move(exhibits)),
      m_session(session),
      m_rows(plotRows(session.experiment())),
      m_error(named(new QLabel, "error", tr("What went wrong"))),
      m_preview(new FigurePreview)
{
    for (Exhibit& each : m_exhibits) stopAtNow(each.content);
    setWindowTitle(tr("Export figure"));
    auto* row = new QHBoxLayout;
    row->addWidget(makeForm());
    row->addWidget(m_preview, 1);
    m_error->setProperty("role", QStringLiteral("refusal"));
    m_error->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->addLayout(row, 1);
    column->addWidget(m_error);
    column->addWidget(makeButtons());
    m_pace.setSingleShot(true);
    m_pace.setInterval(60);
    listen();
    m_what->setCurrentIndex(static_cast<int>(chosen));
    chooseExhibit();
    m_form->chooseLast();
    refresh();
    resize(scaled(QSize(1100, 600)).boundedTo(screen()->availableSize()));
}

QWidget* ExportDialog::makeForm()
{
    auto* form = new QWidget;
    auto* rows = new QFormLayout(form);
    rows->setContentsMargins({});
    rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_what = named(new Chooser, "what", tr("What the figure shows"));
    for (const Exhibit& each : m_exhibits) m_what->addItem(each.name);
    rows->addRow(tr("Shows"), m_what);
    addPlots(rows);
    m_form = new FigureForm(rows);
    m_captioned = named(new QCheckBox(tr("Caption")), "captioned", tr("Caption"));
    m_caption = named(new QLineEdit(captionOf(m_session.experiment())), "caption", tr("Text of the caption"));
    m_caption->setCursorPosition(0);
    rows->addRow(m_captioned, m_caption);
    m_format = named(new Chooser, "format", tr("Format"));
    m_format->addItems({tr("PNG (pixels)"), tr("SVG (vector)"), tr("PDF (vector)")});
    rows->addRow(tr("Format"), m_format);
    m_path = named(new QLineEdit(proposedPath(m_session.model(), QStringLiteral(".png"))), "path", tr("File"));
    auto* browsing = new QPushButton(tr("Browse…"));
    browsing->setAutoDefault(false);
    connect(browsing, &QPushButton::clicked, this, &ExportDialog::browse);
    auto* file = new QHBoxLayout;
    file->addWidget(m_path, 1);
    file->addWidget(browsing);
    rows->addRow(tr("File"), file);
    keepDressed(form, [form] { form->setFixedWidth(scaled(490)); });
    return form;
}

void ExportDialog::addPlots(QFormLayout* rows)
{
    m_plots = new QWidget;
    auto* column = new QVBoxLayout(m_plots);
    column->setContentsMargins({});
    for (const PlotRow& plot : m_rows) {
        auto* box = named(new QCheckBox(plot.title), qPrintable(plot.id), plot.title);
        column->addWidget(box);
        m_shown.push_back(box);
    }
    rows->addRow(tr("Plots"), m_plots);
}

QWidget* ExportDialog::makeButtons()
{
    auto* buttons = new QDialogButtonBox;
    auto* write = buttons->addButton(tr("Export"), QDialogButtonBox::AcceptRole);
    write->setObjectName(QStringLiteral("write"));
    write->setDefault(true);
    auto* copying = named(buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole), "copy", tr("Copy as a picture and as a table"));
    copying->setToolTip(copying->accessibleName());
    copying->setAutoDefault(false);
    buttons->addButton(QDialogButtonBox::Cancel)->setIcon({});
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(copying, &QPushButton::clicked, this, &ExportDialog::copy);
    return buttons;
}

void ExportDialog::listen()
{
    const auto soon = qOverload<>(&QTimer::start);
    connect(&m_pace, &QTimer::timeout, this, &ExportDialog::refresh);
    connect(m_what, &QComboBox::currentIndexChanged, this, &ExportDialog::chooseExhibit);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::chooseFormat);
    connect(m_form, &FigureForm::changed, &m_pace, soon);
    for (QCheckBox* box : m_shown) connect(box, &QCheckBox::toggled, this, &ExportDialog::countPlots);
    connect(m_captioned, &QCheckBox::toggled, &m_pace, soon);
    connect(m_caption, &QLineEdit::textChanged, &m_pace, soon);
}

const Exhibit& ExportDialog::exhibit() const { return m_exhibits[static_cast<std::size_t>(m_what->currentIndex())]; }

void ExportDialog::chooseExhibit()
{
    const auto* traces = std::get_if<TraceFigure>(&exhibit().content);
    m_plots->setEnabled(traces);
    if (traces)
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            const QSignalBlocker quiet(m_shown[i]);
            m_shown[i]->setChecked(std::ranges::find(traces->rows, m_rows[i].id) != traces->rows.end());
        }
    countPlots();
}

void ExportDialog::countPlots()
{
    m_form->setPlots(chosenRows().size());
    m_pace.start();
}

void ExportDialog::chooseFormat(int index)
{
    const QFileInfo file(m_path->text());
    m_path->setText(QStringLiteral("%1/%2.%3").arg(file.path(), file.completeBaseName(), QLatin1String(formats[index])));
    m_form->setRaster(index == 0);
    refresh();
}

void ExportDialog::refresh()
{
    m_caption->setEnabled(m_captioned->isChecked());
    m_preview->present(content(), m_form->size(), m_form->style());
}

FigureContent ExportDialog::content() const
{
    FigureContent chosen = exhibit().content;
    if (m_captioned->isChecked()) std::visit([this](auto& figure) { figure.caption = m_caption->text(); }, chosen);
    if (auto* traces = std::get_if<TraceFigure>(&chosen)) traces->rows = chosenRows();
    return chosen;
}

std::vector<QString> ExportDialog::chosenRows() const
{
    std::vector<QString> rows;
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (m_plots->isEnabled() && m_shown[i]->isChecked()) rows.push_back(m_rows[i].id);
    return rows;
}

void ExportDialog::browse()
{
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Export figure"), m_path->text(), tr("Pictures (%1)").arg(patternsOf(figureFormats)), nullptr,
                                     QFileDialog::DontConfirmOverwrite);
    if (!path.isEmpty()) m_path->setText(path);
}

bool ExportDialog::isEmpty()
{
    const bool empty = m_plots->isEnabled() && chosenRows().empty();
    m_error->setText(empty ? tr("No plot is chosen; choose at least one.") : QString());
    return empty;
}

void ExportDialog::save()
{
    const QString path = m_path->text();
    QString error;
    if (isEmpty()) return;
    if (QFileInfo::exists(path)
        && QMessageBox::question(this, windowTitle(), tr("“%1” is there already. Replace it?").arg(QFileInfo(path).fileName()))
               != QMessageBox::Yes)
        return;
    if (!saveFigure(path, content(), m_form->size(), m_form->style(), &error, m_session.changes())) return m_error->setText(error);
    rememberFolder(path);
    confirm(tr("Written “%1”").arg(QFileInfo(path).fileName()));
    m_form->rememberPreset();
    accept();
}

void ExportDialog::copy()
{
    if (isEmpty()) return;
    Exhibit chosen = exhibit();
    chosen.content = content();
    copyFigure(chosen, m_session, m_form->size(), m_form->style());
    m_form->rememberPreset();
    accept();
}

void exportFigure(QWidget* parent, std::vector<Exhibit> exhibits, std::size_t chosen, const Session& session)
{
    ExportDialog(std::move(exhibits), chosen, session, parent).exec();
}

void copyFigure(const Exhibit& exhibit, const Session& session, const FigureSize& size, const FigureStyle& style)
{
    const auto* traces = std::get_if<TraceFigure>(&exhibit.content);
    const QByteArray table = traces ? figureTable(*traces) : exhibit.table;
    QGuiApplication::clipboard()->setMimeData(figureMimeData(exhibit.content, size, style, table, session.changes()));
    confirm(ExportDialog::tr("Figure copied"));
}

}
