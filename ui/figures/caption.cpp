// SPDX-License-Identifier: GPL-3.0-or-later
#include "caption.h"

#include "words.h"

#include <QCoreApplication>
#include <QStringList>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Caption)
};

/// ", start 20 ms, amplitude 2.4 nA"
QString listed(std::span<const Quantity> table, std::span<const double> values)
{
    QString text;
    for (std::size_t i = 0; i < table.size(); ++i)
        text += QStringLiteral(", %1 %2").arg(fromView(table[i].symbol), shown(values[i], table[i].unit));
    return text;
}

QString stimulusSentence(const StimulusComponent& c, const Quantity& input)
{
    QString text = spoken(c.shape->name);
    const auto table = quantities(*c.shape, input);
    for (std::size_t i = 0; i < table.size(); ++i)
        text += QStringLiteral(", %1 %2").arg(spoken(table[i].meaning), shown(c.values[i], table[i].unit));
    return text;
}

QString modelSentence(const Experiment& e)
{
    QString changed;
    for (std::size_t i = 0; i < e.parameters.size(); ++i) {
        const Quantity& q = e.model->parameters[i];
        if (e.parameters[i] != q.value) changed += listed({&q, 1}, {&e.parameters[i], 1});
    }
    return spoken(e.model->name) + (changed.isEmpty() ? Words::tr(", default parameters") : changed);
}

QString noiseSentence(const Experiment& e)
{
    const double values[] = {e.noise.sigma, e.noise.tau};
    return capitalised(spoken(nameOf(e.noise.kind))) + listed(noiseQuantities(e.noise.kind, e.model->input), values);
}

}

QString captionOf(const Experiment& experiment)
{
    QStringList sentences{modelSentence(experiment)};
    for (const StimulusComponent& c : experiment.stimulus) sentences << stimulusSentence(c, experiment.model->input);
    if (experiment.stimulus.repeat > 0) sentences << Words::tr("Repeated every %1").arg(shown(experiment.stimulus.repeat, repetition.unit));
    if (experiment.noise.kind != Noise::Kind::none) sentences << noiseSentence(experiment);
    return sentences.join(QStringLiteral(". ")) + u'.';
}

}
