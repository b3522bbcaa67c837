// SPDX-License-Identifier: GPL-3.0-or-later
#include "caption.h"

#include "sealed.h"
#include "words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

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
        if (isSealed(e, q)) changed += QStringLiteral(", %1 ").arg(fromView(q.symbol)) + Words::tr("sealed");
        else if (e.parameters[i] != q.value) changed += listed({&q, 1}, {&e.parameters[i], 1});
    }
    return spoken(e.model->name) + (changed.isEmpty() ? Words::tr(", default parameters") : changed);
}

QString noiseSentence(const Experiment& e)
{
    const double values[] = {e.noise.sigma, e.noise.tau};
    return capitalised(spoken(nameOf(e.noise.kind))) + listed(noiseQuantities(e.noise.kind, injected(e)), values);
}

/// "Held at −65 mV. Prepulse −100 mV for 50 ms. 11 steps to −40 … 60 mV for 20 ms."
QStringList clampSentences(const Experiment& e)
{
    const VoltageClamp& c = e.clamp;
    const std::string_view unit = e.model->state[0].unit;
    const auto [least, most] = std::ranges::minmax(c.steps);
    QStringList sentences{Words::tr("Voltage clamp, held at %1").arg(shown(c.hold, unit))};
    if (c.hasPrepulse) sentences << Words::tr("Prepulse %1 for %2").arg(shown(c.prepulse, unit), shown(c.prepulseWidth, "ms"));
    if (c.steps.size() == 1) sentences << Words::tr("Step to %1 for %2").arg(shown(least, unit), shown(c.width, "ms"));
    else
        sentences << Words::tr("%n steps to %1 … %2 for %3", nullptr, static_cast<int>(c.steps.size()))
                         .arg(shown(least), shown(most, unit), shown(c.width, "ms"));
    if (c.hasTail) sentences << Words::tr("Tail at %1 for %2").arg(shown(c.tail, unit), shown(c.tailWidth, "ms"));
    for (std::size_t i = 0; i < c.blocked.size(); ++i)
        if (c.blocked[i] != 0)
            sentences << Words::tr("%1 blocked by %2").arg(fromView(e.model->parameters[i].symbol), shown(c.blocked[i], "%"));
    if (c.seriesResistance != 0)
        sentences << Words::tr("Series resistance %1").arg(shown(c.seriesResistance, quotient(e.model->state[0].unit, injected(e).unit)));
    if (c.subtractsLeak) sentences << Words::tr("Leak subtracted by quarter steps");
    return sentences;
}

}

QString captionOf(const Experiment& experiment)
{
    QStringList sentences{modelSentence(experiment)};
    if (isClamped(experiment)) return (sentences + clampSentences(experiment)).join(QStringLiteral(". ")) + u'.';
    for (const StimulusComponent& c : experiment.stimulus) sentences << stimulusSentence(c, injected(experiment));
    if (experiment.stimulus.repeat > 0) sentences << Words::tr("Repeated every %1").arg(shown(experiment.stimulus.repeat, repetition.unit));
    if (experiment.noise.kind != Noise::Kind::none) sentences << noiseSentence(experiment);
    return sentences.join(QStringLiteral(". ")) + u'.';
}

}
