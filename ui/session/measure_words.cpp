// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure_words.h"

#include "meanings.h"
#include "words.h"

#include <QLocale>

#include <cmath>

namespace rheobase {

QString nameOf(const Measure& measure) { return spoken(measure.meaning); }

QString definitionOf(std::string_view id)
{
    QString text = QStringLiteral("<p>%1</p>").arg(spoken(measure(id).definition).toHtmlEscaped());
    if (const Meaning* meaning = meaningOf(id)) text += QStringLiteral("<p>%1</p>").arg(spoken(meaning->text).toHtmlEscaped());
    return text;
}

QString shown(const std::optional<double>& value, const Measure& measure, const Model& model, int digits)
{
    if (!value) return QStringLiteral("—");
    if (!measure.unit.empty()) return shown(*value, unitOf(measure, model), digits);
    if (measure.id == "spikes") return QLocale().toString(static_cast<qulonglong>(*value));
    return QLocale().toString(std::abs(*value) < 5e-4 ? 0 : *value, 'f', 3).replace(u'-', u'−');
}

}
