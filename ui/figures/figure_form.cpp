// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure_form.h"

#include "chooser.h"
#include "theme.h"
#include "words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QInputDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>

#include <algorithm>

namespace rheobase {

namespace {

const QString lastPreset = QStringLiteral("export/preset");

template<class Widget> Widget* named(Widget* widget, const char* id, const QString& name)
{
    widget->setObjectName(QLatin1String(id));
    widget->setAccessibleName(name);
    return widget;
}

/// A number with either decimal sign, whatever the language's own is. With fewer than three decimals none can be taken for thousands.
class NumberBox : public QDoubleSpinBox {
public:
    using QDoubleSpinBox::QDoubleSpinBox;
    QValidator::State validate(QString& text, int& position) const override
    {
        QString own = withOwnSign(text);
        return QDoubleSpinBox::validate(own, position);
    }
    double valueFromText(const QString& text) const override { return QDoubleSpinBox::valueFromText(withOwnSign(text)); }

private:
    QString withOwnSign(QString text) const
    {
        const QString own = locale().decimalPoint();
        return text.replace(own == u"," ? u'.' : u',', own);
    }
};

QDoubleSpinBox* number(double least, double most, int decimals, const QString& unit)
{
    auto* box = new NumberBox;
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setKeyboardTracking(true);
    box->setRange(least, most);
    box->setDecimals(decimals);
    box->setSuffix(u' ' + unit);
    return box;
}

void setQuietly(QDoubleSpinBox* box, double value)
{
    const QSignalBlocker quiet(box);
    box->setValue(value);
}

template<class Button> void checkQuietly(Button* box, bool on)
{
    const QSignalBlocker quiet(box);
    box->setChecked(on);
}

void chooseQuietly(QComboBox* box, int index)
{
    const QSignalBlocker quiet(box);
    box->setCurrentIndex(index);
}

QHBoxLayout* sideBySide(std::initializer_list<QWidget*> widgets, const QWidget* wide)
{
    auto* line = new QHBoxLayout;
    for (QWidget* widget : widgets) line->addWidget(widget, widget == wide ? 1 : 0);
    return line;
}

}

FigureForm::FigureForm(QFormLayout* rows) : QObject(rows)
{
    makeFields();
    addRows(rows);
    listPresets();
    listen();
}

void FigureForm::makeFields()
{
    m_preset = named(new Chooser, "preset", tr("Preset"));
    m_preset->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_save = named(new QPushButton(tr("Save…")), "savePreset", tr("Save these settings as a preset"));
    m_remove = named(new QPushButton(tr("Remove")), "removePreset", tr("Remove this preset"));
    for (QPushButton* button : {m_save, m_remove}) {
        button->setAutoDefault(false);
        button->setToolTip(button->accessibleName());
    }
    m_width = named(number(0, 1, 0, {}), "width", tr("Width"));
    m_height = named(number(0, 1, 0, {}), "height", tr("Height"));
    m_unit = named(new Chooser, "unit", tr("Unit of the size"));
    m_unit->addItems({tr("mm"), tr("pixels")});
    m_dpi = named(number(30, 2400, 0, tr("dpi")), "dpi", tr("Resolution"));
    m_font = named(number(4, 72, 1, tr("pt")), "fontSize", tr("Font size"));
    m_line = named(number(0.25, 12, 2, tr("pt")), "lineWidth", tr("Line width"));
    m_look = named(new Chooser, "look", tr("Theme"));
    m_look->addItems({tr("Light"), tr("Dark")});
    m_legend = named(new QCheckBox(tr("Legend")), "legend", tr("Legend"));
    m_legend->setChecked(true);
    m_scaleBars = named(new QCheckBox(tr("Scale bars, no axes")), "scaleBars", tr("Scale bars, no axes"));
    m_otherUnit = new QLabel;
    m_otherUnit->setObjectName(QStringLiteral("otherUnit"));
    m_otherUnit->setProperty("role", QStringLiteral("faint"));
}

void FigureForm::addRows(QFormLayout* rows)
{
    rows->addRow(tr("Preset"), sideBySide({m_preset, m_save, m_remove}, m_preset));
    rows->addRow(tr("Size"), sideBySide({m_width, m_height, m_unit}, m_unit));
    rows->addRow(tr("Resolution"), sideBySide({m_dpi, m_otherUnit}, m_otherUnit));
    rows->addRow(tr("Font, lines"), sideBySide({m_font, m_line, m_look}, m_look));
    rows->addRow({}, sideBySide({m_legend, m_scaleBars}, m_scaleBars));
}

void FigureForm::listen()
{
    connect(m_preset, &QComboBox::activated, this, &FigureForm::choosePreset);
    connect(m_save, &QPushButton::clicked, this, &FigureForm::savePreset);
    connect(m_remove, &QPushButton::clicked, this, &FigureForm::removePreset);
    connect(m_unit, &QComboBox::currentIndexChanged, this, [this] {
        const QSizeF value(m_width->value(), m_height->value());
        showUnit({inPixels() ? value : value * 25.4 / m_dpi->value(), m_dpi->value()});
        edited();
    });
    for (QDoubleSpinBox* box : {m_width, m_height, m_dpi, m_font, m_line})
        connect(box, &QDoubleSpinBox::valueChanged, this, &FigureForm::edited);
    for (QCheckBox* box : {m_legend, m_scaleBars}) connect(box, &QCheckBox::toggled, this, &FigureForm::edited);
    connect(m_look, &QComboBox::currentIndexChanged, this, &FigureForm::edited);
}

bool FigureForm::inPixels() const { return m_unit->currentIndex() == 1; }

FigureSize FigureForm::size() const
{
    const QSizeF value(m_width->value(), m_height->value());
    return {inPixels() ? value * 25.4 / m_dpi->value() : value, m_dpi->value()};
}

FigureStyle FigureForm::style() const
{
    return {.theme = m_look->currentIndex() == 0 ? &lightTheme() : &darkTheme(),
            .fontSize = m_font->value(),
            .lineWidth = m_line->value(),
            .legend = m_legend->isChecked(),
            .scaleBars = m_scaleBars->isEnabled() && m_scaleBars->isChecked()};
}

/// Puts a size into the fields, in the unit that is chosen.
void FigureForm::showUnit(const FigureSize& size)
{
    const QSizeF value = inPixels() ? QSizeF(size.pixels()) : size.millimetres;
    for (const auto& [box, length] : {std::pair(m_width, value.width()), std::pair(m_height, value.height())}) {
        const QSignalBlocker quiet(box);
        box->setDecimals(inPixels() ? 0 : 1);
        box->setRange(inPixels() ? 100 : 20, inPixels() ? 30'000 : 2000);
        box->setSuffix(inPixels() ? tr(" px") : tr(" mm"));
        box->setValue(length);
    }
}

void FigureForm::setRaster(bool on)
{
    m_raster = on;
    showOtherUnit();
}

void FigureForm::setPlots(std::size_t count)
{
    m_plots = count;
    m_scaleBars->setEnabled(count > 0);
    const auto index = static_cast<std::size_t>(m_preset->currentIndex());
    if (index < m_presets.size() && m_presets[index].heightOfPlot > 0) choosePreset(m_preset->currentIndex());
}

/// The size in the unit that the fields do not have.
void FigureForm::showOtherUnit()
{
    m_dpi->setEnabled(m_raster || inPixels());
    const auto numbers = [](const QString& pattern, QSizeF s) { return pattern.arg(shown(s.width()), shown(s.height())); };
    if (inPixels()) m_otherUnit->setText(numbers(tr("%1 × %2 mm"), size().millimetres));
    else m_otherUnit->setText(m_raster ? numbers(tr("%1 × %2 pixels"), size().pixels()) : tr("vector"));
}

void FigureForm::edited()
{
    chooseQuietly(m_preset, m_preset->count() - 1);
    m_remove->setEnabled(false);
    showOtherUnit();
    emit changed();
}

void FigureForm::listPresets()
{
    const QSignalBlocker quiet(m_preset);
    m_preset->clear();
    m_presets = figurePresets();
    for (FigurePreset& own : ownPresets()) m_presets.push_back(std::move(own));
    for (const FigurePreset& preset : m_presets) m_preset->addItem(preset.name);
    m_preset->addItem(tr("Own settings"));
}

void FigureForm::chooseLast()
{
    const auto last = std::ranges::find(m_presets, QSettings().value(lastPreset).toString(), &FigurePreset::name);
    choosePreset(last == m_presets.end() ? 0 : static_cast<int>(last - m_presets.begin()));
}

void FigureForm::rememberPreset() const { QSettings().setValue(lastPreset, m_preset->currentText()); }

void FigureForm::choosePreset(int index)
{
    const bool own = index >= static_cast<int>(figurePresets().size()) && index < static_cast<int>(m_presets.size());
    chooseQuietly(m_preset, index);
    m_remove->setEnabled(own);
    if (index < static_cast<int>(m_presets.size())) apply(m_presets[static_cast<std::size_t>(index)], own);
}

void FigureForm::apply(const FigurePreset& preset, bool own)
{
    chooseQuietly(m_unit, preset.inPixels ? 1 : 0);
    setQuietly(m_dpi, preset.size.dpi);
    FigureSize size = preset.size;
    size.millimetres.setHeight(std::max(size.millimetres.height(), preset.heightOfPlot * static_cast<double>(m_plots)));
    showUnit(size);
    setQuietly(m_font, preset.style.fontSize);
    setQuietly(m_line, preset.style.lineWidth);
    if (own) {
        chooseQuietly(m_look, preset.style.theme->dark ? 1 : 0);
        checkQuietly(m_legend, preset.style.legend);
        checkQuietly(m_scaleBars, preset.style.scaleBars);
    }
    showOtherUnit();
    emit changed();
}

void FigureForm::savePreset()
{
    QWidget* window = m_preset->window();
    const bool isOwn = m_remove->isEnabled();
    const QString name =
        QInputDialog::getText(window, tr("Save preset"), tr("Name of the preset"), QLineEdit::Normal, isOwn ? m_preset->currentText() : "")
            .trimmed();
    if (name.isEmpty()) return;
    const auto ours = figurePresets();
    if (std::ranges::find(ours, name, &FigurePreset::name) != ours.end() || name == m_preset->itemText(m_preset->count() - 1)) {
        QMessageBox::warning(window, tr("Save preset"), tr("“%1” is the name of a preset of the program: choose another.").arg(name));
        return;
    }
    FigureStyle whole = style();
    whole.scaleBars = m_scaleBars->isChecked();
    saveOwnPreset({name, size(), whole, inPixels()});
    listPresets();
    choosePreset(m_preset->findText(name, Qt::MatchExactly | Qt::MatchCaseSensitive));
}

void FigureForm::removePreset()
{
    removeOwnPreset(m_preset->currentText());
    listPresets();
    edited();
}

}
