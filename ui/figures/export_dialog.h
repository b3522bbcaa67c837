// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export.h"

#include <QDialog>
#include <QTimer>

#include <vector>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace rheobase {

class FigureForm;
class FigurePreview;

/// What a figure can show, under its name: the plots of the trace, or a view with its table.
struct Exhibit {
    QString name;
    FigureContent content;
    QByteArray table{}; ///< as PlotView::table(); that of the trace's plots is made when it is wanted
};

/// Asks what a figure shall show and look like, shows it, and writes it or puts it into the clipboard.
class ExportDialog : public QDialog {
    Q_OBJECT
public:
    /// At first it shows the exhibit at index `chosen`.
    ExportDialog(std::vector<Exhibit> exhibits, std::size_t chosen, const Session& session, QWidget* parent = nullptr);

private:
    QWidget* makeForm();
    void addPlots(QFormLayout* rows);
    QWidget* makeButtons();
    void listen();
    void chooseExhibit();
    void countPlots();
    void chooseFormat(int index);
    void refresh();
    void browse();
    void save();
    void copy();
    /// Says that nothing is chosen; true where it is so.
    bool isEmpty();
    const Exhibit& exhibit() const;
    FigureContent content() const;
    /// The ids of plots of the trace; none of another view.
    std::vector<QString> chosenRows() const;

    std::vector<Exhibit> m_exhibits;
    const Session& m_session;
    std::vector<PlotRow> m_rows;
    std::vector<QCheckBox*> m_shown;
    QComboBox *m_what, *m_format;
    QWidget* m_plots;
    QCheckBox* m_captioned;
    QLineEdit *m_caption, *m_path;
    QLabel* m_error;
    FigureForm* m_form;
    FigurePreview* m_preview;
    QTimer m_pace;
};

/// The dialog for a figure of one of several exhibits.
void exportFigure(QWidget* parent, std::vector<Exhibit> exhibits, std::size_t chosen, const Session& session);
/// Puts a figure into the clipboard, as a picture and as a table.
void copyFigure(const Exhibit& exhibit, const Session& session, const FigureSize& size = {{160, 100}, 192},
                const FigureStyle& style = {.fontSize = 9});

}
