// SPDX-License-Identifier: GPL-3.0-or-later
#include "html.h"
#include "refusal.h"
#include "sketch.h"

namespace rheobase {

namespace {

using Kind = Feature::Kind;

std::string shownAcross(const Sketch& sketch, double x) { return shownValue(x, std::string_view(sketch.across.quantity.unit)); }
std::string shownUp(const Sketch& sketch, double y) { return shownValue(y, std::string_view(sketch.up.quantity.unit)); }

}

std::string Sketch::axes() const
{
    const auto words = [](const SketchAxis& axis) {
        const std::string unit(std::string_view(axis.quantity.unit));
        return axis.name + ' ' + shortest(axis.least) + " … " + shortest(axis.most) + (unit.empty() ? "" : " " + unit);
    };
    return words(across) + ", " + words(up);
}

Sentence wordsOf(const Sketch& sketch, const Feature& f)
{
    const std::string from = shownAcross(sketch, f.from), to = shownAcross(sketch, f.to), value = shownUp(sketch, f.value);
    const std::string tolerance = shownUp(sketch, f.tolerance), name = sketch.up.name;
    const std::vector<std::string> parts{from, to};
    switch (f.kind) {
    case Kind::value: return said("%1 = %2 ± %3 at %4", {name, value, tolerance, to});
    case Kind::difference: return said("%1 changes by %2 ± %3 from %4 to %5", {name, value, tolerance, from, to});
    case Kind::rises: return said("It rises from %1 to %2", parts);
    case Kind::falls: return said("It falls from %1 to %2", parts);
    case Kind::slopeFalls: return said("It gets less steep from %1 to %2", parts);
    case Kind::slopeRises: return said("It gets steeper from %1 to %2", parts);
    case Kind::flat: return said("It is flat from %1 to %2", parts);
    case Kind::straight: return said("It is straight from %1 to %2", parts);
    case Kind::onePeak: return said("It has one peak from %1 to %2", parts);
    case Kind::below:
        return f.from == f.to ? said("It is below %1 at %2", {value, to}) : said("It is below %1 from %2 to %3", {value, from, to});
    case Kind::above:
        return f.from == f.to ? said("It is above %1 at %2", {value, to}) : said("It is above %1 from %2 to %3", {value, from, to});
    case Kind::spike: return said("It has a spike from %1 to %2", parts);
    case Kind::startsBelow: return said("It begins below %1", {value});
    case Kind::jumpsAbove: return said("It jumps to more than %1", {value});
    case Kind::zero: return said("It is zero from %1 to %2", parts);
    case Kind::before: return said("It comes before the other curve");
    case Kind::path: break;
    }
    std::string directions;
    for (const std::string& direction : f.directions) directions += (directions.empty() ? "" : ", ") + direction;
    return said("It goes %1", {directions});
}

}
