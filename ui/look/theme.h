// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <string_view>

class QApplication;

namespace rheobase {

struct Quantity;

/// Every colour of the program, one table a theme. Traces differ in more than colour where they share a plot
/// (order, label), and reach a contrast of 3:1 on their ground (Okabe & Ito's set).
struct Theme {
    bool dark;
    QColor window, panel, raised, border, grid; // grounds and lines
    QColor text, faint, disabled;               // words: faint is still 4.5:1 on its ground
    QColor accent, onAccent, danger;            // the run button; what was refused
    QColor potential, current, threshold, rest, reset, ghost;
    QColor traces[6]; // gates, ionic currents, in order
    QColor ghosts[8]; // kept traces: none is a live one's, and each reaches 3:1 on the panel
};

/// The look that a user chose.
enum class Look { system, light, dark };

const Theme& lightTheme();
const Theme& darkTheme();
/// The theme in force. Widgets read it when they paint and on QEvent::PaletteChange.
const Theme& theme();
/// Makes a look the application's: palette, style sheet, fonts. Sends PaletteChange to every widget.
void applyLook(QApplication& application, Look look);
Look currentLook();

/// Fonts: the interface's (Inter where installed), and the serif of formulas (STIX where installed), in points.
QFont interfaceFont(double points, int weight = QFont::Normal);
QFont formulaFont(double points, bool italic);

/// The colour of a quantity of a model wherever it appears: I orange, V blue, threshold vermillion, rest green, others by order.
QColor colourOf(const Quantity& quantity, const Theme& theme);
inline QColor colourOf(const Quantity& quantity) { return colourOf(quantity, theme()); }

}
