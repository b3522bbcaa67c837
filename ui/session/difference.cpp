// SPDX-License-Identifier: GPL-3.0-or-later
#include "difference.h"

#include "sealed.h"
#include "words.h"

#include <QCoreApplication>

#include <algorithm>

namespace rheobase {

namespace {

/// The differences found so far.
struct Differences {
    Q_DECLARE_TR_FUNCTIONS(Difference)

public:
    std::vector<Difference> found;

    void add(const QString& name, double before, double after, std::string_view unit)
    {
        if (before == after) return;
        int digits = 4; // more where it takes more to see that they differ
        while (digits < 12 && shown(before, digits) == shown(after, digits)) ++digits;
        found.push_back({QStringLiteral("%1 %2 → %3").arg(name, shown(before, digits), shown(after, unit, digits)),
                         assignment(name.toStdString(), after, unit, digits),
                         {}});
    }
    void choose(const QString& before, const QString& after, const QString& step)
    {
        found.push_back({QStringLiteral("%1 → %2").arg(before, after), {}, step});
    }
};

QString nameOf(const Stimulus& stimulus)
{
    QStringList shapes;
    for (const StimulusComponent& component : stimulus) shapes << spoken(component.shape->name);
    return shapes.isEmpty() ? Differences::tr("no stimulus") : shapes.join(QStringLiteral(" + "));
}

/// What the step is called that makes one stimulus the other.
QString stepBetween(const Stimulus& before, const Stimulus& after)
{
    if (after.size() > before.size()) return Differences::tr("Add a shape");
    if (after.size() < before.size()) return Differences::tr("Remove a shape");
    const auto [was, is] = std::ranges::mismatch(before, after, {}, &StimulusComponent::shape, &StimulusComponent::shape);
    return Differences::tr("Choose %1").arg(spoken(is->shape->name));
}

void compareStimuli(Differences& all, const Experiment& before, const Experiment& after)
{
    const Stimulus &a = before.stimulus, &b = after.stimulus;
    if (!std::ranges::equal(a, b, {}, &StimulusComponent::shape, &StimulusComponent::shape))
        return all.choose(nameOf(a), nameOf(b), stepBetween(a, b));
    for (std::size_t i = 0; i < a.size(); ++i) {
        const auto rows = quantities(*a[i].shape, injected(after));
        for (std::size_t k = 0; k < rows.size(); ++k) {
            const QString name = rows[k].part == Part::amplitude ? fromView(injected(after).symbol) : spoken(rows[k].meaning);
            all.add(name, a[i].values[k], b[i].values[k], rows[k].unit);
        }
    }
}

/// "once → every 100 ms"
void compareRepetitions(Differences& all, double before, double after)
{
    const QString name = Differences::tr("repetition");
    if (before > 0 && after > 0) return all.add(name, before, after, repetition.unit);
    if (before == after) return;
    const auto text = [&](double repeat) {
        return repeat > 0 ? Differences::tr("every %1").arg(shown(repeat, repetition.unit)) : Differences::tr("once");
    };
    const QString step = after > 0 ? Differences::tr("Repeat the stimulus every %1").arg(shown(after, repetition.unit))
                                   : Differences::tr("Let the stimulus come once");
    all.choose(text(before), text(after), step);
}

void compareNoise(Differences& all, const Noise& before, const Noise& after, const Quantity& input)
{
    const QString name = spoken(nameOf(after.kind));
    if (before.kind != after.kind) return all.choose(spoken(nameOf(before.kind)), name, capitalised(name));
    const auto rows = noiseQuantities(after.kind, input);
    const double was[] = {before.sigma, before.tau}, is[] = {after.sigma, after.tau};
    for (std::size_t i = 0; i < rows.size(); ++i)
        all.add(Differences::tr("noise %1").arg(fromView(rows[i].symbol)), was[i], is[i], rows[i].unit);
}

/// "−40 … 60 mV in 11 steps"
QString familyOf(const VoltageClamp& clamp, const Unit& unit)
{
    const auto [least, most] = std::ranges::minmax(clamp.steps);
    if (clamp.steps.size() == 1) return shown(least, unit);
    return Differences::tr("%1 to %2 in %3 steps").arg(shown(least), shown(most, unit)).arg(clamp.steps.size());
}

void compareSteps(Differences& all, const VoltageClamp& before, const VoltageClamp& after, const Unit& unit)
{
    const auto chosen = [](const VoltageClamp& clamp) { return clamp.chosen < clamp.steps.size() ? clamp.steps[clamp.chosen] : 0; };
    if (before.steps == after.steps) return all.add(Differences::tr("chosen step"), chosen(before), chosen(after), unit);
    const auto [was, is] = std::ranges::mismatch(before.steps, after.steps);
    const bool isOne = before.steps.size() == after.steps.size() && std::equal(was + 1, before.steps.end(), is + 1);
    if (isOne) return all.add(Differences::tr("test potential"), *was, *is, unit);
    all.choose(familyOf(before, unit), familyOf(after, unit), Differences::tr("Test potentials %1").arg(familyOf(after, unit)));
}

void compareClamps(Differences& all, const Experiment& before, const Experiment& after)
{
    const Model& model = *after.model;
    const VoltageClamp &was = before.clamp, &is = after.clamp;
    const QString modes[] = {Differences::tr("current clamp"), Differences::tr("voltage clamp")};
    if (const QString name = modes[static_cast<std::size_t>(after.mode)]; before.mode != after.mode)
        all.choose(modes[static_cast<std::size_t>(before.mode)], name, Differences::tr("Choose %1").arg(name));
    for (const auto& [quantity, member] : clampSettings(model)) all.add(spoken(quantity.meaning), was.*member, is.*member, quantity.unit);
    const std::pair<QString, bool VoltageClamp::*> switches[] = {{Differences::tr("prepulse"), &VoltageClamp::hasPrepulse},
                                                                 {Differences::tr("tail"), &VoltageClamp::hasTail},
                                                                 {Differences::tr("capacitive transient"), &VoltageClamp::isCapacitive},
                                                                 {Differences::tr("leak subtraction"), &VoltageClamp::subtractsLeak}};
    for (const auto& [called, member] : switches) {
        if (was.*member == is.*member) continue;
        const QString& name = called;
        const auto text = [&](bool isOn) { return (isOn ? Differences::tr("with %1") : Differences::tr("without %1")).arg(name); };
        all.choose(text(was.*member), text(is.*member),
                   (is.*member ? Differences::tr("Add %1") : Differences::tr("Leave out %1")).arg(name));
    }
    compareSteps(all, was, is, model.state[0].unit);
    for (std::size_t i = 0; i < is.blocked.size(); ++i)
        all.add(Differences::tr("blocked %1").arg(fromView(model.parameters[i].symbol)), was.blocked[i], is.blocked[i], "%");
}

void compareStarts(Differences& all, const Experiment& before, const Experiment& after)
{
    for (std::size_t i = 0; i < after.initial.size(); ++i) {
        const auto &was = before.initial[i], &is = after.initial[i];
        if (was == is) continue;
        const Quantity& q = after.model->state[i];
        const auto text = [&](std::optional<double> value) { return value ? shown(*value, q.unit, 6) : Differences::tr("at rest"); };
        const QString start = Differences::tr("start of %1").arg(fromView(q.symbol));
        all.found.push_back(
            {QStringLiteral("%1: %2 → %3").arg(start, text(was), text(is)), Differences::tr("%1 to %2").arg(start, text(is)), {}});
    }
}

}

QString assignment(std::string_view symbol, double value, std::string_view unit, int digits)
{
    return Differences::tr("%1 to %2").arg(fromView(symbol), shown(value, unit, digits));
}

std::vector<Difference> differences(const Experiment& before, const Experiment& after)
{
    const Model& model = *after.model;
    Differences all;
    if (const QString name = spoken(model.name); before.model != &model) {
        all.choose(spoken(before.model->name), name, Differences::tr("Choose %1").arg(name));
        return all.found;
    }
    for (std::size_t i = 0; i < model.parameters.size(); ++i) {
        const Quantity& q = model.parameters[i];
        if (isSealed(before, q) || isSealed(after, q)) continue; // what it is or was is not told
        all.add(fromView(q.symbol), before.parameters[i], after.parameters[i], q.unit);
    }
    compareStimuli(all, before, after);
    compareRepetitions(all, before.stimulus.repeat, after.stimulus.repeat);
    compareNoise(all, before.noise, after.noise, model.input);
    compareClamps(all, before, after);
    if (const QString solver = spoken(description(after.solver).name); before.solver != after.solver)
        all.choose(spoken(description(before.solver).name), solver, Differences::tr("Solve by %1").arg(solver));
    all.add(QStringLiteral("Δt"), before.dt, after.dt, "ms");
    compareStarts(all, before, after);
    all.add(Differences::tr("spike level"), before.spikeLevel, after.spikeLevel, model.state[0].unit);
    if (model.hasSpikeLevel())
        all.add(Differences::tr("level that arms a spike"), rearmLevel(before), rearmLevel(after), model.state[0].unit);
    all.add(QStringLiteral("ΔI"), before.injection, after.injection, model.input.unit);
    all.add(Differences::tr("seed"), static_cast<double>(before.seed), static_cast<double>(after.seed), {});
    all.add(Differences::tr("duration"), before.duration, after.duration, runDuration.unit);
    return all.found;
}

QString editText(const Experiment& before, const Experiment& after)
{
    QStringList values, steps;
    for (const Difference& d : differences(before, after)) d.choice.isEmpty() ? values << d.value : steps << d.choice;
    if (!values.isEmpty()) steps << Differences::tr("Change %1").arg(values.join(Differences::tr(" and ")));
    return steps.join(QStringLiteral(", "));
}

QString difference(const Experiment& kept, const Experiment& live)
{
    QStringList parts;
    for (const Difference& d : differences(kept, live)) parts << d.label;
    if (parts.isEmpty()) return Differences::tr("the same experiment");
    if (parts.size() > 2) parts = {parts[0], parts[1], Differences::tr("and %n more", nullptr, static_cast<int>(parts.size()) - 2)};
    return parts.join(QStringLiteral(", "));
}

}
