// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QMargins>
#include <QSize>

#include <functional>
#include <string_view>

class QApplication;
class QLayout;
class QObject;
class QWidget;

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
    QColor pencil, notYet, chosen; // a prediction; two grounds, which come with an edge, a weight or a sign
    QColor traces[6];              // gates, ionic currents, in order
    QColor ghosts[8];              // kept traces: none is a live one's, and each reaches 3:1 on the panel
};

/// The look that a user chose.
enum class Look { system, light, dark };

const Theme& lightTheme();
const Theme& darkTheme();
/// The theme in force. What is baked in by it follows with keepDressed().
const Theme& theme();
/// Makes a look the application's: palette, style sheet, fonts.
void applyLook(QApplication& application, Look look);
Look currentLook();

/// How large text, lines and distances are: 1 … 2 times as at first; and whether letters must be read from the back of a room, so that
/// those below 12 px are 12 px before they are scaled.
struct TextSize {
    double scale = 1;
    bool fromAfar = false;

    bool operator==(const TextSize&) const = default;
};
inline constexpr double leastScale = 1, greatestScale = 2;
TextSize textSize();
/// Makes a size the application's.
void applyTextSize(QApplication& application, const TextSize& size);

/// Lengths, given in px at 100 %, in the size in force: whole pixels, at least 1 where there is any; exact ones for painting.
int scaled(double px);
QSize scaled(const QSize& size);
QMargins scaled(const QMargins& margins);
double exactly(double px);
/// The height of letters that are `px` high at 100 %.
int letters(double px);

/// Does it now, and again whenever another look or size is in force, as long as the owner lives: what a widget bakes in, such as icons,
/// colours of rich text, fixed lengths.
void keepDressed(QObject* owner, std::function<void()> dress);
/// Margins and spacing of a layout in px at 100 %; spacing −1: the style's.
void pad(QLayout* layout, const QMargins& margins, int spacing = -1);
void pad(QWidget* widget, const QMargins& margins);

/// Fonts in the size in force: the interface's (Inter where installed), and the serif of formulas (STIX where installed), in points at
/// 100 %.
QFont interfaceFont(double points, int weight = QFont::Normal);
QFont formulaFont(double points, bool italic);

/// The colour of a quantity of a model wherever it appears: I orange, V blue, threshold vermillion, rest green, others by order.
QColor colourOf(const Quantity& quantity, const Theme& theme);
inline QColor colourOf(const Quantity& quantity) { return colourOf(quantity, theme()); }

}
