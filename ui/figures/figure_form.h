// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure_presets.h"

#include <QObject>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QPushButton;

namespace rheobase {

/// The rows of a form that tell how large a figure is and how it is drawn; all of it can be saved as a preset.
class FigureForm : public QObject {
    Q_OBJECT
public:
    explicit FigureForm(QFormLayout* rows);

    FigureSize size() const;
    FigureStyle style() const;
    /// Chooses the preset that was used last.
    void chooseLast();
    void rememberPreset() const;
    /// Whether the figure is made of pixels.
    void setRaster(bool on);
    /// How many plots of the trace the figure shows; none: there are no axes that scale bars could stand for.
    void setPlots(std::size_t count);

signals:
    void changed();

private:
    void makeFields();
    void addRows(QFormLayout* rows);
    void listen();
    void listPresets();
    void choosePreset(int index);
    void apply(const FigurePreset& preset, bool own);
    void savePreset();
    void removePreset();
    void showUnit(const FigureSize& size);
    void showOtherUnit();
    void edited();
    bool inPixels() const;

    std::vector<FigurePreset> m_presets; // ours, then the user's
    QComboBox *m_preset, *m_unit, *m_look;
    QPushButton *m_save, *m_remove;
    QDoubleSpinBox *m_width, *m_height, *m_dpi, *m_font, *m_line;
    QCheckBox *m_legend, *m_scaleBars;
    QLabel* m_otherUnit;
    std::size_t m_plots = 0;
    bool m_raster = true;
};

}
