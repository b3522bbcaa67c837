// SPDX-License-Identifier: GPL-3.0-or-later
#include "export_dialog.h"

#include "caption.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDate>
#include <QDialogButtonBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>

namespace rheobase {

namespace {

constexpr const char* formats[] = {"png", "svg", "pdf"};

QString lastFolder()
{
    const QString habit = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString last = QSettings().value(QStringLiteral("export/folder"), habit).toString();
    return QDir(last).exists() ? last : QDir::homePath();
}

void rememberFolder(const QString& path) { QSettings().setValue(QStringLiteral("export/folder"), QFileInfo(path).absolutePath()); }

/// FOLDER/leaky-integrate-and-fire-2026-11-22.png, in the folder of the last export.
QString proposedPath(const Model& model, const QString& ending)
{
    const QString name = QStringLiteral("%1-%2%3").arg(fromView(model.id), QDate::currentDate().toString(Qt::ISODate), ending);
    return QDir(lastFolder()).filePath(name);
}

QDoubleSpinBox* number(double least, double most, double value, int decimals, const QString& unit, const QString& name)
{
    auto* box = new QDoubleSpinBox;
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setRange(least, most);
    box->setDecimals(decimals);
    box->setValue(value);
    box->setSuffix(QStringLiteral(" ") + unit);
    box->setAccessibleName(name);
    return box;
}

/// Asks for a path and writes to it; what went wrong is said in a box.
template<class Save> void askAndSave(QWidget* parent, const QString& title, const QString& proposed, Save&& save)
{
    const QString tables = ExportDialog::tr("Table (*.csv)");
    const QString path = QFileDialog::getSaveFileName(parent, title, proposed, tables);
    if (path.isEmpty()) return;
    QString error;
    if (save(path, &error)) rememberFolder(path);
    else QMessageBox::warning(parent, title, error);
}

}

/// The figure on a sheet of paper, as large as fits.
class ExportDialog::Preview : public QWidget {
public:
    explicit Preview(const ExportDialog& dialog) : m_dialog(dialog)
    {
        setMinimumSize(420, 320);
        setAccessibleName(ExportDialog::tr("Preview of the figure"));
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const QSizeF points = m_dialog.figureSize().points();
        const QSizeF room = QSizeF(size()) - QSizeF(32, 32);
        const double scale = std::min(room.width() / points.width(), room.height() / points.height());
        const QRectF sheet(QPointF(width() - scale * points.width(), height() - scale * points.height()) / 2, scale * points);
        QPainter painter(this);
        painter.fillRect(rect(), theme().window);
        painter.fillRect(sheet.translated(2, 3), QColor(0, 0, 0, 50));
        painter.fillRect(sheet, m_dialog.figureStyle().theme->panel);
        painter.translate(sheet.topLeft());
        painter.scale(scale, scale);
        drawFigure(painter, points, m_dialog.content(), m_dialog.figureStyle());
    }

private:
    const ExportDialog& m_dialog;
};

ExportDialog::ExportDialog(const FigureContent& content, const Session& session, QWidget* parent)
    : QDialog(parent),
      m_trace(excerpt(*content.trace, content.from, content.to)),
      m_content(content),
      m_session(session),
      m_rows(plotRows(session.model())),
      m_error(new QLabel),
      m_preview(nullptr)
{
    m_content.trace = &m_trace; // the run may go on
    setWindowTitle(tr("Export figure"));
    auto* row = new QHBoxLayout;
    row->addWidget(makeForm());
    m_preview = new Preview(*this);
    row->addWidget(m_preview, 1);

    m_error->setProperty("role", QStringLiteral("refusal"));
    m_error->setObjectName(QStringLiteral("error"));
    m_error->setWordWrap(true);
    auto* buttons = new QDialogButtonBox;
    auto* write = buttons->addButton(tr("Export"), QDialogButtonBox::AcceptRole);
    write->setObjectName(QStringLiteral("write"));
    write->setDefault(true);
    buttons->addButton(QDialogButtonBox::Cancel)->setIcon({});
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addLayout(row, 1);
    column->addWidget(m_error);
    column->addWidget(buttons);

    m_pace.setSingleShot(true);
    m_pace.setInterval(60);
    connect(&m_pace, &QTimer::timeout, this, &ExportDialog::refresh);
    choosePreset(0);
    resize(980, 560);
}

void ExportDialog::makeFields()
{
    const auto named = [](auto* widget, const char* name) {
        widget->setObjectName(QLatin1String(name));
        return widget;
    };
    m_preset = named(new QComboBox, "preset");
    for (const FigurePreset& preset : figurePresets()) m_preset->addItem(QCoreApplication::translate("Export", preset.name));
    m_preset->addItem(tr("Own size"));
    m_format = named(new QComboBox, "format");
    m_format->addItems({tr("PNG (pixels)"), tr("SVG (vector)"), tr("PDF (vector)")});
    m_look = named(new QComboBox, "look");
    m_look->addItems({tr("Light"), tr("Dark")});
    m_width = named(number(20, 2000, 85, 1, tr("mm"), tr("Width")), "width");
    m_height = named(number(20, 2000, 55, 1, tr("mm"), tr("Height")), "height");
    m_dpi = named(number(30, 2400, 300, 0, tr("dpi"), tr("Resolution")), "dpi");
    m_font = named(number(4, 48, 8, 1, tr("pt"), tr("Font size")), "fontSize");
    m_line = named(number(0.25, 8, 0.75, 2, tr("pt"), tr("Line width")), "lineWidth");
    for (const PlotRow& plot : m_rows) {
        auto* box = new QCheckBox(QString(plot.title).remove(u'_'));
        box->setObjectName(plot.id);
        box->setChecked(std::ranges::find(m_content.rows, plot.id) != m_content.rows.end());
        m_shown.push_back(box);
    }
    m_legend = new QCheckBox(tr("Legend"));
    m_legend->setChecked(true);
    m_captioned = named(new QCheckBox(tr("Caption")), "captioned");
    m_caption = named(new QLineEdit(captionOf(m_session.experiment())), "caption");
    m_caption->setAccessibleName(tr("Caption"));
    m_caption->setCursorPosition(0);
    m_pixels = new QLabel;
    m_pixels->setProperty("role", QStringLiteral("faint"));
    m_path = named(new QLineEdit(proposedPath(m_session.model(), QStringLiteral(".png"))), "path");
    m_path->setAccessibleName(tr("File"));
}

QWidget* ExportDialog::makeForm()
{
    makeFields();
    auto* browsing = new QPushButton(tr("Browse…"));
    browsing->setAutoDefault(false);
    connect(browsing, &QPushButton::clicked, this, &ExportDialog::browse);
    auto* form = new QWidget;
    auto* rows = new QFormLayout(form);
    rows->setContentsMargins({});
    rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto sideBySide = [](std::initializer_list<QWidget*> widgets) {
        auto* line = new QHBoxLayout;
        for (QWidget* widget : widgets) line->addWidget(widget, qobject_cast<QLineEdit*>(widget) ? 1 : 0);
        return line;
    };
    auto* plots = new QVBoxLayout;
    for (QCheckBox* box : m_shown) plots->addWidget(box);
    rows->addRow(tr("For"), m_preset);
    rows->addRow(tr("Format"), m_format);
    rows->addRow(tr("Size"), sideBySide({m_width, m_height}));
    rows->addRow(tr("Resolution"), sideBySide({m_dpi, m_pixels}));
    rows->addRow(tr("Font, lines"), sideBySide({m_font, m_line}));
    rows->addRow(tr("Theme"), m_look);
    rows->addRow(tr("Plots"), plots);
    rows->addRow({}, m_legend);
    rows->addRow(m_captioned, m_caption);
    rows->addRow(tr("File"), sideBySide({m_path, browsing}));
    form->setFixedWidth(400);
    listen();
    return form;
}

void ExportDialog::listen()
{
    const auto soon = qOverload<>(&QTimer::start);
    connect(m_preset, &QComboBox::activated, this, &ExportDialog::choosePreset);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::chooseFormat);
    for (QDoubleSpinBox* box : {m_width, m_height, m_dpi})
        connect(box, &QDoubleSpinBox::valueChanged, this, [this] { m_preset->setCurrentIndex(m_preset->count() - 1), m_pace.start(); });
    for (QDoubleSpinBox* box : {m_font, m_line}) connect(box, &QDoubleSpinBox::valueChanged, &m_pace, soon);
    for (QCheckBox* box : m_shown) connect(box, &QCheckBox::toggled, &m_pace, soon);
    for (QCheckBox* box : {m_legend, m_captioned}) connect(box, &QCheckBox::toggled, &m_pace, soon);
    connect(m_look, &QComboBox::currentIndexChanged, &m_pace, soon);
    connect(m_caption, &QLineEdit::textChanged, &m_pace, soon);
}

void ExportDialog::choosePreset(int index)
{
    if (index >= static_cast<int>(figurePresets().size())) return;
    const FigurePreset& preset = figurePresets()[static_cast<std::size_t>(index)];
    for (const auto& [box, value] :
         {std::pair(m_width, preset.size.millimetres.width()), std::pair(m_height, preset.size.millimetres.height()),
          std::pair(m_dpi, preset.size.dpi), std::pair(m_font, preset.fontSize), std::pair(m_line, preset.lineWidth)}) {
        const QSignalBlocker quiet(box);
        box->setValue(value);
    }
    m_preset->setCurrentIndex(index);
    refresh();
}

void ExportDialog::chooseFormat(int index)
{
    const QFileInfo file(m_path->text());
    m_path->setText(QStringLiteral("%1/%2.%3").arg(file.path(), file.completeBaseName(), QLatin1String(formats[index])));
    m_dpi->setEnabled(index == 0);
    refresh();
}

void ExportDialog::refresh()
{
    const QSize pixels = figureSize().pixels();
    m_pixels->setText(m_format->currentIndex() == 0 ? tr("%1 × %2 pixels").arg(pixels.width()).arg(pixels.height()) : tr("vector"));
    m_caption->setEnabled(m_captioned->isChecked());
    if (m_preview) m_preview->update();
}

FigureContent ExportDialog::content() const
{
    FigureContent chosen = m_content;
    chosen.rows.clear();
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (m_shown[i]->isChecked()) chosen.rows.push_back(m_rows[i].id);
    chosen.caption = m_captioned->isChecked() ? m_caption->text() : QString();
    return chosen;
}

FigureSize ExportDialog::figureSize() const { return {{m_width->value(), m_height->value()}, m_dpi->value()}; }

FigureStyle ExportDialog::figureStyle() const
{
    return {m_look->currentIndex() == 0 ? &lightTheme() : &darkTheme(), m_font->value(), m_line->value(), m_legend->isChecked()};
}

void ExportDialog::browse()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Export figure"), m_path->text(), tr("Pictures (*.png *.svg *.pdf)"),
                                                      nullptr, QFileDialog::DontConfirmOverwrite);
    if (!path.isEmpty()) m_path->setText(path);
}

void ExportDialog::save()
{
    const QString path = m_path->text();
    QString error;
    if (content().rows.empty()) return m_error->setText(tr("No plot is chosen; choose at least one."));
    if (QFileInfo::exists(path)
        && QMessageBox::question(this, windowTitle(), tr("“%1” is there already. Replace it?").arg(QFileInfo(path).fileName()))
               != QMessageBox::Yes)
        return;
    if (!saveFigure(path, content(), figureSize(), figureStyle(), &error, m_session.changes())) return m_error->setText(error);
    rememberFolder(path);
    accept();
}

void exportFigure(QWidget* parent, const FigureContent& content, const Session& session) { ExportDialog(content, session, parent).exec(); }

void exportData(QWidget* parent, const Session& session, double from, double to)
{
    askAndSave(parent, ExportDialog::tr("Export data"), proposedPath(session.model(), QStringLiteral(".csv")),
               [&](const QString& path, QString* error) {
                   return saveCsv(path, session.trace(), session.experiment(), from, to, error, session.changes());
               });
}

void exportSpikes(QWidget* parent, const Session& session)
{
    askAndSave(parent, ExportDialog::tr("Export spike times"), proposedPath(session.model(), QStringLiteral("-spikes.csv")),
               [&](const QString& path, QString* error) {
                   return saveSpikes(path, session.trace(), session.experiment(), error, session.changes());
               });
}

void copyFigure(const FigureContent& content)
{
    QGuiApplication::clipboard()->setMimeData(figureMimeData(content, {{160, 100}, 192}, {.fontSize = 9}));
}

}
