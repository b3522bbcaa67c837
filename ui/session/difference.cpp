// SPDX-License-Identifier: GPL-3.0-or-later
#include "difference.h"

#include "words.h"

#include <QCoreApplication>

#include <algorithm>

namespace rheobase {

namespace {

/// The differences found so far, in words.
struct Differences {
    Q_DECLARE_TR_FUNCTIONS(Difference)

public:
    QStringList parts;

    void add(const QString& kept, const QString& live)
    {
        if (kept != live) parts << QStringLiteral("%1 → %2").arg(kept, live);
    }
    void add(const QString& name, double kept, double live, std::string_view unit)
    {
        if (kept == live) return;
        int digits = 4; // more where it takes more to see that they differ
        while (digits < 12 && shown(kept, digits) == shown(live, digits)) ++digits;
        parts << QStringLiteral("%1 %2 → %3").arg(name, shown(kept, digits), shown(live, unit, digits));
    }
};

QString nameOf(const Stimulus& stimulus)
{
    QStringList shapes;
    for (const StimulusComponent& component : stimulus) shapes << spoken(component.shape->name);
    return shapes.isEmpty() ? Differences::tr("no stimulus") : shapes.join(QStringLiteral(" + "));
}

void compareStimuli(Differences& found, const Experiment& kept, const Experiment& live)
{
    const Stimulus &a = kept.stimulus, &b = live.stimulus;
    if (!std::ranges::equal(a, b, {}, &StimulusComponent::shape, &StimulusComponent::shape)) return found.add(nameOf(a), nameOf(b));
    for (std::size_t i = 0; i < a.size(); ++i) {
        const auto rows = quantities(*a[i].shape, live.model->input);
        for (std::size_t k = 0; k < rows.size(); ++k) {
            const QString name = rows[k].symbol == "amplitude" ? plainText(live.model->input.symbol) : spoken(rows[k].meaning);
            found.add(name, a[i].values[k], b[i].values[k], rows[k].unit);
        }
    }
}

QString nameOf(const Noise& noise)
{
    switch (noise.kind) {
    case Noise::Kind::none: return Differences::tr("no noise");
    case Noise::Kind::white: return Differences::tr("white noise");
    case Noise::Kind::ornsteinUhlenbeck: return Differences::tr("Ornstein–Uhlenbeck noise");
    }
    return {};
}

void compareNoise(Differences& found, const Experiment& kept, const Experiment& live)
{
    if (kept.noise.kind != live.noise.kind) return found.add(nameOf(kept.noise), nameOf(live.noise));
    const auto rows = noiseQuantities(live.noise.kind, live.model->input);
    const double before[] = {kept.noise.sigma, kept.noise.tau}, now[] = {live.noise.sigma, live.noise.tau};
    for (std::size_t i = 0; i < rows.size(); ++i)
        found.add(Differences::tr("noise %1").arg(fromView(rows[i].symbol)), before[i], now[i], rows[i].unit);
}

void compareStarts(Differences& found, const Experiment& kept, const Experiment& live)
{
    const auto text = [](std::optional<double> value) { return value ? shown(*value, 6) : Differences::tr("at rest"); };
    for (std::size_t i = 0; i < live.initial.size(); ++i)
        if (kept.initial[i] != live.initial[i])
            found.parts << Differences::tr("start of %1: %2 → %3")
                               .arg(plainText(live.model->state[i].symbol), text(kept.initial[i]), text(live.initial[i]));
}

}

QString difference(const Experiment& kept, const Experiment& live)
{
    if (kept.model != live.model) return QStringLiteral("%1 → %2").arg(spoken(kept.model->name), spoken(live.model->name));
    Differences found;
    for (std::size_t i = 0; i < kept.parameters.size(); ++i) {
        const Quantity& q = kept.model->parameters[i];
        found.add(plainText(q.symbol), kept.parameters[i], live.parameters[i], q.unit);
    }
    compareStimuli(found, kept, live);
    compareNoise(found, kept, live);
    found.add(spoken(description(kept.solver).name), spoken(description(live.solver).name));
    found.add(QStringLiteral("Δt"), kept.dt, live.dt, "ms");
    compareStarts(found, kept, live);
    found.add(Differences::tr("spike level"), kept.spikeLevel, live.spikeLevel, live.model->state[0].unit);
    found.add(QStringLiteral("ΔI"), kept.injection, live.injection, live.model->input.unit);
    found.add(Differences::tr("seed"), static_cast<double>(kept.seed), static_cast<double>(live.seed), {});
    QStringList parts = found.parts;
    if (parts.isEmpty()) return Differences::tr("the same experiment");
    if (parts.size() > 2) parts = {parts[0], parts[1], Differences::tr("and %n more", nullptr, static_cast<int>(parts.size()) - 2)};
    return parts.join(QStringLiteral(", "));
}

}
