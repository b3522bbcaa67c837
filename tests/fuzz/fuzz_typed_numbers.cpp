// SPDX-License-Identifier: GPL-3.0-or-later
// Any text typed for any quantity; the first byte says for which.
#include "catalogue.h"
#include "experiment.h"
#include "fuzz.h"
#include "typed.h"

#include <cmath>

using namespace rheobase;

namespace {

/// Every quantity that a person sets.
std::vector<Quantity> everyQuantity()
{
    std::vector<Quantity> all{runDuration, stepSize};
    for (const Model& model : catalogue()) {
        all.push_back(model.input);
        for (const auto table : {model.parameters, model.state}) all.insert(all.end(), table.begin(), table.end());
        for (const StimulusShape& shape : stimulusShapes())
            for (const Quantity& quantity : quantities(shape, model.input)) all.push_back(quantity);
        for (const Quantity& quantity : noiseQuantities(Noise::Kind::ornsteinUhlenbeck, model.input)) all.push_back(quantity);
    }
    return all;
}

void requireSaid(const Sentence& sentence) { requireSentence(QByteArray::fromStdString(sentence)); }

}

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    static const std::vector<Quantity> all = everyQuantity();
    if (size == 0) return 0;
    const Quantity& quantity = all[bytes[0] % all.size()];
    const std::string_view text(reinterpret_cast<const char*>(bytes) + 1, size - 1);
    const QByteArray told = QByteArray::fromStdString(identifier(quantity.symbol) + " from " + std::string(text));

    const Typed read = typed(text, quantity);
    require(!read.value || read.problem.empty(), "a number, and a sentence why it is none", told);
    if (!read.problem.empty()) requireSaid(read.problem);
    if (!read.value) return 0;
    if (const Sentence sentence = problem(quantity, *read.value); !sentence.empty()) {
        requireSaid(sentence);
        return 0;
    }
    require(std::isfinite(*read.value) && quantity.domain.contains(*read.value), "a number outside its domain", told);
    for (const std::string_view unit : {std::string_view(), std::string_view(quantity.unit)}) {
        const Typed again = typed(shortest(*read.value) + ' ' + std::string(unit), quantity);
        require(again.value && *again.value == *read.value, "what was shown reads back as another number", told);
    }
    return 0;
}
