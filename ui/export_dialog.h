// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export.h"

#include <QDialog>
#include <QTimer>

#include <vector>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;

namespace rheobase {

/// Asks what a figure shall look like, shows it, and writes it.
class ExportDialog : public QDialog {
    Q_OBJECT
public:
    ExportDialog(const FigureContent& content, const Session& session, QWidget* parent = nullptr);

private:
    class Preview;
    void makeFields();
    QWidget* makeForm();
    void listen();
    void choosePreset(int index);
    void chooseFormat(int index);
    void refresh();
    void browse();
    void save();
    FigureContent content() const;
    FigureSize figureSize() const;
    FigureStyle figureStyle() const;

    Trace m_trace; // of the time that is shown
    FigureContent m_content;
    const Session& m_session;
    std::vector<PlotRow> m_rows;
    std::vector<QCheckBox*> m_shown;
    QComboBox *m_preset, *m_format, *m_look;
    QDoubleSpinBox *m_width, *m_height, *m_dpi, *m_font, *m_line;
    QCheckBox *m_legend, *m_captioned;
    QLineEdit *m_caption, *m_path;
    QLabel *m_pixels, *m_error;
    Preview* m_preview;
    QTimer m_pace;
};

/// The dialog for a figure of what a session shows.
void exportFigure(QWidget* parent, const FigureContent& content, const Session& session);
/// Asks for a file and writes the rows between two times (ms) as CSV; says what went wrong.
void exportData(QWidget* parent, const Session& session, double from = -HUGE_VAL, double to = HUGE_VAL);
/// Asks for a file and writes the spike times as CSV; says what went wrong.
void exportSpikes(QWidget* parent, const Session& session);
/// Puts a figure into the clipboard.
void copyFigure(const FigureContent& content);

}
