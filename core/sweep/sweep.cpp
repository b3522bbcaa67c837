// SPDX-License-Identifier: GPL-3.0-or-later
#include "sweep.h"

#include "answers.h"
#include "measures.h"
#include "nice.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace rheobase {

namespace {

/// What fits into memory with ease.
constexpr std::size_t mostPoints = 4'000'000;

Sentence problemOf(const SweepAxis& axis, const Experiment& e)
{
    const auto quantity = sweptQuantity(e, axis.name);
    if (!quantity && axis.name == "I") {
        const std::string shape(e.stimulus[0].shape->id);
        return {"I: the stimulus %1 has no amplitude; name one of its values, such as \"%2\".",
                {shape, shape + "." + identifier(e.stimulus[0].shape->values[0].symbol)}};
    }
    if (!quantity) return {"nothing to sweep is called \"%1\"; the nearest is \"%2\".", {axis.name, nearest(axis.name, sweepableNames(e))}};
    if (axis.count < 1) return {"%1 needs at least 1 value.", {axis.name}};
    if (axis.count > mostPoints) return {"%1 needs at most %2 values.", {axis.name, std::to_string(mostPoints)}};
    if (!std::isfinite(axis.from) || !std::isfinite(axis.to)) return {"%1 must go from one finite number to another.", {axis.name}};
    for (std::size_t i = 0; quantity->domain.whole && i < axis.count; ++i) {
        Sentence p = problem(*quantity, axis.at(i));
        if (p.empty()) continue;
        p.parts[0].insert(0, axis.name + " = " + shortest(axis.at(i)) + ": ");
        return p;
    }
    if (axis.logarithmic && !(axis.from > 0 && axis.to > 0)) return {"%1 must stay above 0 to go in equal ratios (log).", {axis.name}};
    return {};
}

/// Every limit on an experiment is a limit on single values or a linear one, so it holds everywhere if it does at the corners.
Sentence problemAtCorners(const Sweep& sweep)
{
    for (unsigned corner = 0; corner < 1u << sweep.axes.size(); ++corner) {
        Sweep one = sweep;
        std::string where;
        for (std::size_t i = 0; i < one.axes.size(); ++i) {
            SweepAxis& axis = one.axes[i];
            axis.from = axis.to = axis.at((corner >> i & 1) * (axis.count - 1));
            axis.count = 1;
            where += (i > 0 ? ", " : "") + axis.name + " = " + shortest(axis.from);
        }
        if (Sentence p = problem(experimentAt(one, 0)); !p.empty()) {
            p.parts[0].insert(0, where + ": ");
            return p;
        }
    }
    return {};
}

constexpr SweepAnswer answered[] = {
    {"spikes", "spikes", [](const SweepPoint& p) { return static_cast<double>(p.spikes); }},
    {"latency", "latency", [](const SweepPoint& p) { return p.latency; }},
    {"rate", "rate", [](const SweepPoint& p) { return p.rate; }},
    {"isi.first", "first_interval", [](const SweepPoint& p) { return p.firstInterval; }},
    {"isi.last", "last_interval", [](const SweepPoint& p) { return p.lastInterval; }},
    {"cv", "variation", [](const SweepPoint& p) { return p.variation; }},
    {"lowest", "lowest", [](const SweepPoint& p) { return p.lowest; }},
    {"highest", "highest", [](const SweepPoint& p) { return p.highest; }},
};

}

std::span<const SweepAnswer> sweepAnswers() { return answered; }

const SweepAnswer& sweepAnswer(std::string_view measure) { return *std::ranges::find(answered, measure, &SweepAnswer::measure); }

std::string columnName(const SweepAnswer& answer, const Model& model)
{
    const std::string_view unit = measure(answer.measure).unit;
    const std::string of = unit == "mV" ? columnName(model.state[0]) : identifier(unit);
    return std::string(answer.column) + (of.empty() ? "" : "_") + of;
}

double SweepAxis::at(std::size_t i) const
{
    if (!logarithmic || i == 0 || i + 1 == count) return evenly(from, to, i, count);
    return from * std::pow(to / from, static_cast<double>(i) / static_cast<double>(count - 1));
}

std::optional<Quantity> sweptQuantity(const Experiment& e, std::string_view name)
{
    const auto place = Grid::placeOf(e, name);
    if (!place) return std::nullopt;
    if (place->kind == Grid::Place::Kind::parameter) return e.model->parameters[place->value];
    if (name == "I") return injected(e);
    return quantities(*e.stimulus[place->component].shape, injected(e))[place->value];
}

double sweptValue(const Experiment& e, std::string_view name)
{
    const Grid::Place place = Grid::placeOf(e, name).value();
    if (place.kind == Grid::Place::Kind::parameter) return e.parameters[place.value];
    return e.stimulus.empty() ? 0 : e.stimulus[place.component].values[place.value];
}

std::vector<std::string> sweepableNames(const Experiment& e)
{
    std::vector<std::string> names;
    for (const Quantity& q : e.model->parameters) names.push_back(identifier(q.symbol));
    if (Grid::placeOf(e, "I")) names.emplace_back("I");
    for (const StimulusComponent& c : e.stimulus)
        for (const Quantity& q : c.shape->values) {
            const std::string name = std::string(c.shape->id) + "." + identifier(q.symbol);
            if (std::ranges::find(names, name) == names.end()) names.push_back(name);
        }
    return names;
}

Sentence problem(const Sweep& sweep)
{
    const Experiment& e = sweep.experiment;
    if (const Sentence p = problem(e); !p.empty()) return p;
    if (sweep.axes.empty() || sweep.axes.size() > 2) return {"A sweep varies one value or two.", {}};
    std::size_t size = 1;
    for (const SweepAxis& axis : sweep.axes) {
        if (const Sentence p = problemOf(axis, e); !p.empty()) return p;
        size *= axis.count;
    }
    if (sweep.axes.size() == 2 && Grid::placeOf(e, sweep.axes[0].name) == Grid::placeOf(e, sweep.axes[1].name))
        return {"%1 and %2 are the same value: vary another one.", {sweep.axes[0].name, sweep.axes[1].name}};
    if (size > mostPoints)
        return {"%1 neurons are too many: a sweep has at most %2 points.", {std::to_string(size), std::to_string(mostPoints)}};
    if (!(e.duration > 0)) return {"%1 must be greater than %2.", {"duration", "0 ms"}};
    if (!(sweep.rateError >= 0 && sweep.rateError < 1)) return {"rate-error must be at least 0 and less than 1.", {}};
    if (sweep.staggered && sweep.rateError > 0) return {"staggered and rate-error exclude each other: leave one out.", {}};
    if (!(sweep.settle >= 0 && sweep.settle < 1)) return {"settle must be at least 0 and less than 1.", {}};
    return problemAtCorners(sweep);
}

std::size_t sizeOf(const Sweep& sweep)
{
    return std::transform_reduce(sweep.axes.begin(), sweep.axes.end(), std::size_t{1}, std::multiplies<>(),
                                 [](const SweepAxis& axis) { return axis.count; });
}

Experiment experimentAt(const Sweep& sweep, std::size_t index) { return Grid(sweep).experimentAt(index); }

std::vector<std::size_t> coarseToFine(const Sweep& sweep)
{
    const std::size_t rows = sweep.axes.size() > 1 ? sweep.axes[0].count : 1, columns = sweep.axes.back().count;
    const auto isOn = [](std::size_t i, std::size_t count, std::size_t stride) { return i % stride == 0 || i + 1 == count; };
    std::vector<std::size_t> order;
    order.reserve(rows * columns);
    const std::size_t coarsest = std::max<std::size_t>(1, std::bit_floor(std::max(rows, columns) / 8));
    for (std::size_t stride = coarsest; stride > 0; stride /= 2)
        for (std::size_t i = 0; i < rows; ++i) {
            if (!isOn(i, rows, stride)) continue;
            for (std::size_t j = 0; j < columns; ++j) {
                const bool isOld = stride < coarsest && isOn(i, rows, 2 * stride) && isOn(j, columns, 2 * stride);
                if (isOn(j, columns, stride) && !isOld) order.push_back(i * columns + j);
            }
        }
    return order;
}

std::vector<SweepPoint> run(const Sweep& sweep, std::stop_token stop, unsigned threads,
                            const std::function<void(std::size_t done)>& progress)
{
    std::vector<std::size_t> indices(sizeOf(sweep));
    std::iota(indices.begin(), indices.end(), std::size_t{0});
    return run(sweep, indices, stop, threads, progress);
}

std::vector<SweepPoint> run(const Sweep& sweep, std::span<const std::size_t> indices, std::stop_token stop, unsigned threads,
                            const std::function<void(std::size_t done)>& progress)
{
    std::vector<SweepPoint> all(indices.size());
    std::mutex mutex;
    std::size_t done = 0;
    answer(Grid(sweep), indices, all, stop, threads, [&](std::span<const std::size_t>, std::span<const SweepPoint> points) {
        const std::lock_guard lock(mutex);
        done += points.size();
        if (progress) progress(done);
    });
    if (done < all.size()) all.clear();
    return all;
}

}
