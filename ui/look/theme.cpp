// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme.h"

#include "quantity.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QLabel>
#include <QLayout>
#include <QPalette>
#include <QProxyStyle>
#include <QRegularExpression>
#include <QWidget>

#include <algorithm>
#include <cmath>
#include <map>

namespace rheobase {

namespace {

// clang-format off
const Theme light{
    .dark = false,
    .window = "#f1f3f8", .panel = "#ffffff", .raised = "#ffffff", .border = "#d9dde6", .grid = "#eceef3",
    .text = "#141a24", .faint = "#586274", .disabled = "#9aa2b1",
    .accent = "#0072b2", .onAccent = "#ffffff", .danger = "#b3261e",
    .potential = "#0072b2", .current = "#c77700", .threshold = "#d55e00", .rest = "#008a64", .reset = "#6b5b95", .ghost = "#9db1c2",
    .pencil = "#76859a", .notYet = "#fdf3e4", .chosen = "#e8f1f8",
    .traces = {"#d55e00", "#009e73", "#a8558a", "#0072b2", "#000000", "#8a6d00"},
    .ghosts = {"#9a7ee6", "#60991f", "#b26d62", "#386663", "#701f99", "#e62e46", "#e62ec1", "#2e2ee6"},
};

const Theme dark{
    .dark = true,
    .window = "#0f1318", .panel = "#14191f", .raised = "#1b2128", .border = "#2c343e", .grid = "#222932",
    .text = "#e8ecf2", .faint = "#9aa5b4", .disabled = "#5b6675",
    .accent = "#56b4e9", .onAccent = "#0b1116", .danger = "#ff8a80",
    .potential = "#56b4e9", .current = "#f0a92e", .threshold = "#ff7f3f", .rest = "#2fc79a", .reset = "#b9a8e8", .ghost = "#4f5b69",
    .pencil = "#8e9bab", .notYet = "#33291a", .chosen = "#1c2c38",
    .traces = {"#ff7f3f", "#2fc79a", "#e39ad0", "#56b4e9", "#f0e442", "#e8ecf2"},
    .ghosts = {"#a82ee6", "#29cc29", "#b24756", "#7c8046", "#6c6c80", "#e62ea8", "#198019", "#2e77e6"},
};
// clang-format on

const Theme* inForce = &light;
Look chosen = Look::system;
TextSize sizeInForce;

/// Tells what has baked in the look that there is another.
class Change : public QObject {
    Q_OBJECT
signals:
    void happened();
};

Change& change()
{
    static Change theOne;
    return theOne;
}

/// The usual style with its lengths in the size in force.
class ScaledStyle : public QProxyStyle {
public:
    ScaledStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override
    {
        const int length = QProxyStyle::pixelMetric(metric, option, widget);
        switch (metric) {
        case PM_LayoutLeftMargin:
        case PM_LayoutTopMargin:
        case PM_LayoutRightMargin:
        case PM_LayoutBottomMargin:
        case PM_LayoutHorizontalSpacing:
        case PM_LayoutVerticalSpacing:
        case PM_SliderThickness:
        case PM_SmallIconSize:
        case PM_ButtonIconSize:
        case PM_ListViewIconSize:
        case PM_TabBarIconSize:
        case PM_MessageBoxIconSize:
        case PM_IndicatorWidth:
        case PM_IndicatorHeight:
        case PM_ExclusiveIndicatorWidth:
        case PM_ExclusiveIndicatorHeight: return length > 0 ? scaled(length) : length;
        default: return length;
        }
    }
};

constexpr double leastFromAfar = 12; // px

/// A size of letters in points at 100 %, as it is now.
double inSize(double points) { return sizeInForce.scale * (sizeInForce.fromAfar ? std::max(points, 0.75 * leastFromAfar) : points); }

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

/// Lengths and sizes of letters in the style sheet in the size in force; of a difference "6-1px" both lengths, so that a wider border
/// leaves what it holds in place.
QString withLengths(const QString& sheet)
{
    static const QRegularExpression length(QStringLiteral("\\b(\\d+(?:\\.\\d+)?)(?:-(\\d+))?(px|pt)"));
    QString result;
    qsizetype end = 0;
    for (auto all = length.globalMatch(sheet); all.hasNext();) {
        const QRegularExpressionMatch match = all.next();
        result += sheet.mid(end, match.capturedStart() - end);
        const double value = match.captured(1).toDouble();
        if (match.captured(3) == u"pt") result += QStringLiteral("%1pt").arg(inSize(value));
        else result += QStringLiteral("%1px").arg(value < 1 ? exactly(value) : scaled(value) - scaled(match.captured(2).toDouble()));
        end = match.capturedEnd();
    }
    return result + sheet.mid(end);
}

/// The style sheet, in which @NAME is a colour of the theme or, with its address, an icon.
QString styleSheetOf(const Theme& t)
{
    const std::map<QString, QColor> colours{
        {"window", t.window},     {"panel", t.panel},   {"raised", t.raised},     {"border", t.border},
        {"grid", t.grid},         {"text", t.text},     {"faint", t.faint},       {"danger", t.danger},
        {"disabled", t.disabled}, {"accent", t.accent}, {"onAccent", t.onAccent}, {"pencil", t.pencil},
        {"notYet", t.notYet},     {"chosen", t.chosen}, {"amber", t.current},     {"green", t.rest},
    };
    const QString look = t.dark ? QStringLiteral("dark") : QStringLiteral("light");
    QFile file(QStringLiteral(":/style.qss"));
    if (!file.open(QIODevice::ReadOnly)) return {};
    const QString sheet = QString::fromUtf8(file.readAll());
    static const QRegularExpression named(QStringLiteral("@(\\w+)"));
    QString styled;
    qsizetype end = 0;
    for (auto all = named.globalMatch(sheet); all.hasNext();) {
        const QRegularExpressionMatch match = all.next();
        const QString name = match.captured(1);
        const auto colour = colours.find(name);
        styled += sheet.mid(end, match.capturedStart() - end);
        styled += colour != colours.end() ? colour->second.name() : QStringLiteral(":/icons/%1-%2.svg").arg(name, look);
        end = match.capturedEnd();
    }
    return withLengths(styled + sheet.mid(end));
}

bool systemIsDark()
{
    static const bool isDark = QApplication::style()->standardPalette().color(QPalette::Window).lightness() < 128
                               || QApplication::palette().color(QPalette::Window).lightness() < 128;
    return isDark;
}

/// Brings all that the application has drawn to the look in force. The sheet comes last: it gives palettes and fonts to widgets, and they
/// are its own until it goes.
void dress(QApplication& application)
{
    static bool isStyled = false;
    application.setStyleSheet({});
    if (!std::exchange(isStyled, true)) application.setStyle(new ScaledStyle);
    application.setPalette(paletteOf(*inForce));
    application.setFont(interfaceFont(9.5));
    application.setStyleSheet(styleSheetOf(*inForce));
    emit change().happened();
    // Labels remember their size, the least one that has been given to them included.
    for (QWidget* widget : QApplication::allWidgets()) {
        QEvent changed(QEvent::FontChange);
        if (qobject_cast<QLabel*>(widget)) QCoreApplication::sendEvent(widget, &changed);
    }
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
    dress(application);
}

TextSize textSize() { return sizeInForce; }

void applyTextSize(QApplication& application, const TextSize& size)
{
    if (size == sizeInForce) return;
    sizeInForce = size;
    sizeInForce.scale = std::clamp(size.scale, leastScale, greatestScale);
    dress(application);
}

double exactly(double px) { return sizeInForce.scale * px; }

int scaled(double px)
{
    return px > 0 ? std::max(1, static_cast<int>(std::lround(exactly(px)))) : static_cast<int>(std::lround(exactly(px)));
}

QSize scaled(const QSize& size) { return {scaled(size.width()), scaled(size.height())}; }

QMargins scaled(const QMargins& m) { return {scaled(m.left()), scaled(m.top()), scaled(m.right()), scaled(m.bottom())}; }

int letters(double px) { return scaled(sizeInForce.fromAfar ? std::max(px, leastFromAfar) : px); }

void keepDressed(QObject* owner, std::function<void()> dress)
{
    dress();
    QObject::connect(&change(), &Change::happened, owner, std::move(dress));
}

void pad(QLayout* layout, const QMargins& margins, int spacing)
{
    keepDressed(layout, [layout, margins, spacing] {
        layout->setContentsMargins(scaled(margins));
        if (spacing >= 0) layout->setSpacing(scaled(spacing));
    });
}

void pad(QWidget* widget, const QMargins& margins)
{
    keepDressed(widget, [widget, margins] { widget->setContentsMargins(scaled(margins)); });
}

QFont interfaceFont(double points, int weight)
{
    const QString family = firstInstalled({"Inter", "Noto Sans", "DejaVu Sans"});
    QFont font = family.isEmpty() ? QFontDatabase::systemFont(QFontDatabase::GeneralFont) : QFont(family);
    font.setPointSizeF(inSize(points));
    font.setWeight(static_cast<QFont::Weight>(weight));
    return font;
}

QFont formulaFont(double points, bool italic)
{
    const QString family = firstInstalled({"STIX Two Text", "STIX", "STIXGeneral", "DejaVu Serif"});
    QFont font(family.isEmpty() ? QStringLiteral("serif") : family);
    font.setStyleHint(QFont::Serif);
    font.setPointSizeF(inSize(points));
    font.setItalic(italic);
    return font;
}

QColor colourOf(const Quantity& quantity, const Theme& t)
{
    switch (quantity.part) {
    case Part::membranePotential: return t.potential;
    case Part::injectedCurrent: return t.current;
    case Part::threshold:
    case Part::rheobase: return t.threshold;
    case Part::reset: return t.reset;
    case Part::restingPotential:
    case Part::resistance: return t.rest;
    default: break;
    }
    // Channels and gates: what belongs together has one colour, the usual ones their own.
    const std::pair<std::string_view, QColor> usual[] = {
        {"L", t.rest},      {"Na", t.traces[0]}, {"K", t.traces[2]}, {"Ca", t.traces[5]},
        {"A", t.traces[4]}, {"m", t.traces[0]},  {"h", t.traces[1]}, {"n", t.traces[2]},
    };
    const std::string_view base = quantity.symbol.substr(0, quantity.symbol.find('_'));
    const std::string_view name = quantity.part == Part::steadyState || owner(quantity).empty() ? base : owner(quantity);
    for (const auto& [who, colour] : usual)
        if (who == name) return colour;
    std::size_t sum = 0;
    for (const char c : name) sum = 31 * sum + static_cast<unsigned char>(c);
    return t.traces[sum % std::size(t.traces)];
}

}

#include "theme.moc"
