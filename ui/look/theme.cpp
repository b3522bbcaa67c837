// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>

namespace rheobase {

namespace {

// clang-format off
const Theme light{
    .dark = false,
    .window = "#f1f3f8", .panel = "#ffffff", .raised = "#ffffff", .border = "#d9dde6", .grid = "#eceef3",
    .text = "#141a24", .faint = "#586274", .disabled = "#9aa2b1",
    .accent = "#0072b2", .onAccent = "#ffffff", .danger = "#b3261e",
    .potential = "#0072b2", .current = "#c77700", .threshold = "#d55e00", .rest = "#008a64", .reset = "#6b5b95", .ghost = "#9db1c2",
    .traces = {"#d55e00", "#009e73", "#a8558a", "#0072b2", "#000000", "#8a6d00"},
    .ghosts = {"#9a7ee6", "#60991f", "#b26d62", "#386663", "#701f99", "#e62e46", "#e62ec1", "#2e2ee6"},
};

const Theme dark{
    .dark = true,
    .window = "#0f1318", .panel = "#14191f", .raised = "#1b2128", .border = "#2c343e", .grid = "#222932",
    .text = "#e8ecf2", .faint = "#9aa5b4", .disabled = "#5b6675",
    .accent = "#56b4e9", .onAccent = "#0b1116", .danger = "#ff8a80",
    .potential = "#56b4e9", .current = "#f0a92e", .threshold = "#ff7f3f", .rest = "#2fc79a", .reset = "#b9a8e8", .ghost = "#4f5b69",
    .traces = {"#ff7f3f", "#2fc79a", "#e39ad0", "#56b4e9", "#f0e442", "#e8ecf2"},
    .ghosts = {"#a82ee6", "#29cc29", "#b24756", "#7c8046", "#6c6c80", "#e62ea8", "#198019", "#2e77e6"},
};
// clang-format on

const Theme* inForce = &light;
Look chosen = Look::system;

QString firstInstalled(std::initializer_list<const char*> families)
{
    static const QStringList installed = QFontDatabase::families();
    for (const char* family : families)
        if (installed.contains(QLatin1String(family))) return QLatin1String(family);
    return {};
}

QPalette paletteOf(const Theme& t)
{
    QPalette p;
    using Role = QPalette::ColorRole;
    const std::pair<Role, QColor> colours[] = {
        {Role::Window, t.window},      {Role::WindowText, t.text},
        {Role::Base, t.panel},         {Role::AlternateBase, t.window},
        {Role::Text, t.text},          {Role::Button, t.raised},
        {Role::ButtonText, t.text},    {Role::BrightText, t.danger},
        {Role::Highlight, t.accent},   {Role::HighlightedText, t.onAccent},
        {Role::ToolTipBase, t.raised}, {Role::ToolTipText, t.text},
        {Role::Link, t.accent},        {Role::PlaceholderText, t.faint},
        {Role::Mid, t.border},         {Role::Light, t.raised},
        {Role::Dark, t.border},
    };
    for (const auto& [role, colour] : colours) p.setColor(role, colour);
    for (const Role role : {Role::WindowText, Role::Text, Role::ButtonText}) p.setColor(QPalette::Disabled, role, t.disabled);
    return p;
}

/// The style sheet with @name replaced by the theme's colour of that name.
QString styleSheetOf(const Theme& t)
{
    QString sheet = QStringLiteral(R"(
        * { outline: none; }
        QMainWindow, QDialog { background: @window; }
        #topBar, #statusLine { background: @panel; }
        #topBar { border-bottom: 1px solid @border; }
        #statusLine { border-top: 1px solid @border; }
        #statusLine QLabel { color: @faint; }
        #column, QScrollArea { background: @panel; }
        QLabel[role="section"] { color: @faint; font-weight: 600; letter-spacing: 0.5px; padding-left: 2px; }
        QLabel[role="faint"] { color: @faint; }
        QLabel[role="refusal"] { color: @danger; }
        #notice { background: @raised; border: 1px solid @danger; border-radius: 6px; }
        QToolButton, QPushButton { background: @raised; color: @text; border: 1px solid @border; border-radius: 6px; padding: 5px 10px; }
        QToolButton:hover, QPushButton:hover { border-color: @accent; }
        QToolButton:focus, QPushButton:focus { border: 2px solid @accent; padding: 4px 9px; }
        QToolButton:pressed, QToolButton:checked, QPushButton:pressed, QPushButton:checked { background: @grid; }
        QToolButton:disabled, QPushButton:disabled { color: @disabled; }
        QToolButton[role="primary"], QPushButton[role="primary"], QPushButton:default { background: @accent; color: @onAccent; border-color: @accent; font-weight: 600; }
        QToolButton[role="primary"]:focus, QPushButton[role="primary"]:focus { border: 2px solid @text; padding: 4px 9px; }
        QToolButton[role="flat"], #notice QToolButton { background: transparent; border: none; padding: 2px 4px; }
        QToolButton[role="flat"]:focus { border: 1px solid @accent; padding: 1px 3px; }
        rheobase--ScopeBar QToolButton { padding: 5px 6px; }
        rheobase--ScopeBar QToolButton:focus { padding: 4px 5px; }
        QToolButton::menu-indicator { image: none; width: 0; }
        QComboBox { background: @raised; color: @text; border: 1px solid @border; border-radius: 6px; padding: 5px 8px; }
        QComboBox:hover { border-color: @accent; }
        QComboBox::drop-down { border: none; width: 24px; }
        QComboBox::down-arrow { image: url(@chevron); width: 12px; height: 12px; }
        QComboBox:focus { border: 2px solid @accent; padding: 4px 7px; }
        QComboBox QAbstractItemView { background: @raised; color: @text; border: 1px solid @border; selection-background-color: @accent; selection-color: @onAccent; padding: 2px; }
        QLineEdit, QSpinBox, QDoubleSpinBox, QPlainTextEdit, QTextEdit { background: @raised; color: @text; border: 1px solid @border; border-radius: 5px; padding: 3px 6px; selection-background-color: @accent; selection-color: @onAccent; }
        QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QPlainTextEdit:focus { border-color: @accent; }
        QLineEdit[refused="true"] { border-color: @danger; }
        QCheckBox::indicator, QListWidget::indicator { width: 13px; height: 13px; border: 1px solid @faint; border-radius: 3px; background: @raised; }
        QCheckBox::indicator:checked, QListWidget::indicator:checked { border-color: @accent; background: @accent; image: url(@check); }
        QCheckBox::indicator:disabled, QListWidget::indicator:disabled { border-color: @border; }
        QCheckBox:focus { color: @accent; }
        QListWidget { background: @panel; border: 1px solid @panel; }
        QListWidget:focus { border: 1px solid @accent; border-radius: 5px; }
        QListWidget::item { padding: 3px 2px; border-radius: 4px; }
        QListWidget::item:selected { background: @grid; color: @text; }
        QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: @border; }
        QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: @accent; }
        QSlider::handle:horizontal { width: 10px; height: 10px; margin: -5px 0; border-radius: 7px; border: 2px solid @accent; background: @panel; }
        QSlider:focus { border-radius: 4px; background: @grid; }
        QMainWindow::separator { background: @border; width: 1px; height: 1px; }
        QDockWidget { color: @text; font-weight: 600; }
        QDockWidget::title { background: @panel; padding: 6px 12px; border-bottom: 1px solid @border; }
        QTabBar { background: @panel; }
        QTabBar::tab { background: @panel; color: @faint; border: none; border-bottom: 2px solid @border; padding: 9px 6px 7px 6px; }
        QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; font-weight: 600; }
        QTabBar::tab:hover { color: @text; }
        QTabBar::tab:focus { background: @grid; }
        QStatusBar { background: @panel; }
        QStatusBar::item { border: none; }
        QMenu { background: @raised; color: @text; border: 1px solid @border; padding: 4px; }
        QMenu::item { padding: 5px 26px 5px 22px; border-radius: 4px; }
        QMenu::item:selected { background: @accent; color: @onAccent; }
        QMenu::item:disabled { color: @disabled; }
        QMenu::separator { height: 1px; background: @border; margin: 4px 6px; }
        QToolTip { background: @raised; color: @text; border: 1px solid @border; padding: 4px; }
        QSplitter::handle { background: @border; }
        QSplitter::handle:horizontal { width: 1px; }
        QTableView { background: @panel; color: @text; border: 1px solid @border; border-radius: 8px; selection-background-color: @accent; selection-color: @onAccent; }
        QTableView:focus { border: 1px solid @accent; }
        QHeaderView { background: @panel; }
        QHeaderView::section { background: @panel; color: @faint; border: none; border-bottom: 1px solid @border; padding: 3px; }
        QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
        QScrollBar::handle:horizontal { background: @border; border-radius: 4px; min-width: 28px; margin: 1px; }
        QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
        QScrollBar::handle:vertical { background: @border; border-radius: 4px; min-height: 28px; margin: 1px; }
        QScrollBar::handle:vertical:hover { background: @disabled; }
        QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
        QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
    )");
    for (const char* icon : {"chevron", "check"})
        sheet.replace(QLatin1Char('@') + QLatin1String(icon) + QLatin1Char(')'),
                      QStringLiteral(":/icons/%1-%2.svg)").arg(QLatin1String(icon), QLatin1String(t.dark ? "dark" : "light")));
    const std::pair<const char*, QColor> names[] = {
        {"@window", t.window}, {"@panel", t.panel},       {"@raised", t.raised}, {"@border", t.border},
        {"@grid", t.grid},     {"@text", t.text},         {"@faint", t.faint},   {"@disabled", t.disabled},
        {"@accent", t.accent}, {"@onAccent", t.onAccent}, {"@danger", t.danger},
    };
    for (const auto& [name, colour] : names) sheet.replace(QLatin1String(name) + QLatin1String(";"), colour.name() + QLatin1String(";"));
    for (const auto& [name, colour] : names) sheet.replace(QLatin1String(name) + QLatin1String(" "), colour.name() + QLatin1String(" "));
    return sheet;
}

bool systemIsDark()
{
    static const bool isDark = QApplication::style()->standardPalette().color(QPalette::Window).lightness() < 128
                               || QApplication::palette().color(QPalette::Window).lightness() < 128;
    return isDark;
}

}

const Theme& lightTheme() { return light; }
const Theme& darkTheme() { return dark; }
const Theme& theme() { return *inForce; }
Look currentLook() { return chosen; }

void applyLook(QApplication& application, Look look)
{
    const bool isDark = look == Look::dark || (look == Look::system && systemIsDark());
    chosen = look;
    inForce = isDark ? &dark : &light;
    application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    application.setFont(interfaceFont(9.5));
    application.setStyleSheet(styleSheetOf(*inForce));
    application.setPalette(paletteOf(*inForce));
}

QFont interfaceFont(double points, int weight)
{
    const QString family = firstInstalled({"Inter", "Noto Sans", "DejaVu Sans"});
    QFont font = family.isEmpty() ? QFontDatabase::systemFont(QFontDatabase::GeneralFont) : QFont(family);
    font.setPointSizeF(points);
    font.setWeight(static_cast<QFont::Weight>(weight));
    return font;
}

QFont formulaFont(double points, bool italic)
{
    const QString family = firstInstalled({"STIX Two Text", "STIX", "STIXGeneral", "DejaVu Serif"});
    QFont font(family.isEmpty() ? QStringLiteral("serif") : family);
    font.setStyleHint(QFont::Serif);
    font.setPointSizeF(points);
    font.setItalic(italic);
    return font;
}

QColor colourOf(std::string_view symbol, const Theme& t)
{
    const std::pair<std::string_view, QColor> known[] = {
        {"V", t.potential},    {"I", t.current},     {"V_th", t.threshold}, {"I_th", t.threshold}, {"V_reset", t.reset},
        {"V_rest", t.rest},    {"E_L", t.rest},      {"I_L", t.rest},       {"g_L", t.rest},       {"R", t.rest},
        {"m", t.traces[0]},    {"h", t.traces[1]},   {"n", t.traces[2]},    {"I_Na", t.traces[0]}, {"g_Na", t.traces[0]},
        {"E_Na", t.traces[0]}, {"I_K", t.traces[2]}, {"g_K", t.traces[2]},  {"E_K", t.traces[2]},
    };
    for (const auto& [name, colour] : known)
        if (name == symbol) return colour;
    const auto subscript = symbol.find('_');
    if (symbol.ends_with("_∞")) return colourOf(symbol.substr(0, subscript), t);
    if (subscript != symbol.npos) return colourOf(symbol.substr(subscript + 1), t);
    std::size_t sum = 0;
    for (const char c : symbol) sum = 31 * sum + static_cast<unsigned char>(c);
    return t.traces[sum % std::size(t.traces)];
}

}
