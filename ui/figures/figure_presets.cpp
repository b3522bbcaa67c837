// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure_presets.h"

#include "theme.h"

#include <QCoreApplication>
#include <QSettings>
#include <QUrl>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Export)
};

const QString folder = QStringLiteral("export/presets");

/// A name as a group of the settings, where a slash would begin another.
QString encoded(const QString& name) { return QString::fromLatin1(QUrl::toPercentEncoding(name)); }

}

std::vector<FigurePreset> figurePresets()
{
    return {
        {Words::tr("One column, 85 mm"), {{85, 55}, 600}, {.fontSize = 8, .lineWidth = 0.75}, false, 27.5},
        {Words::tr("Two columns, 180 mm"), {{180, 90}, 600}, {.fontSize = 8, .lineWidth = 0.75}, false, 27.5},
        {Words::tr("Slide 16:9, 1920 × 1080"), {QSizeF(1920, 1080) * 25.4 / 144, 144}, {.fontSize = 18, .lineWidth = 2}, true},
        {Words::tr("Poster, 400 mm"), {{400, 260}, 300}, {.fontSize = 24, .lineWidth = 3}},
    };
}

std::vector<FigurePreset> ownPresets()
{
    std::vector<FigurePreset> presets;
    QSettings store;
    store.beginGroup(folder);
    for (const QString& group : store.childGroups()) {
        store.beginGroup(group);
        const FigureStyle style{.theme = store.value("dark").toBool() ? &darkTheme() : &lightTheme(),
                                .fontSize = store.value("fontSize", 8).toDouble(),
                                .lineWidth = store.value("lineWidth", 0.75).toDouble(),
                                .legend = store.value("legend", true).toBool(),
                                .scaleBars = store.value("scaleBars").toBool()};
        const QSizeF millimetres(store.value("width", 85).toDouble(), store.value("height", 55).toDouble());
        presets.push_back({QUrl::fromPercentEncoding(group.toLatin1()),
                           {millimetres, store.value("dpi", 600).toDouble()},
                           style,
                           store.value("inPixels").toBool()});
        store.endGroup();
    }
    return presets;
}

void saveOwnPreset(const FigurePreset& preset)
{
    QSettings store;
    store.beginGroup(folder + u'/' + encoded(preset.name));
    store.setValue("width", preset.size.millimetres.width());
    store.setValue("height", preset.size.millimetres.height());
    store.setValue("dpi", preset.size.dpi);
    store.setValue("inPixels", preset.inPixels);
    store.setValue("fontSize", preset.style.fontSize);
    store.setValue("lineWidth", preset.style.lineWidth);
    store.setValue("dark", preset.style.theme->dark);
    store.setValue("legend", preset.style.legend);
    store.setValue("scaleBars", preset.style.scaleBars);
}

void removeOwnPreset(const QString& name) { QSettings().remove(folder + u'/' + encoded(name)); }

}
