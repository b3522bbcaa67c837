// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "script.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rheobase {

struct Dialect;

/// What an experiment may have that a target cannot say.
enum class Trait { noise, seed, clamp, seriesResistance, rearm, countedCrossing, publishedScript, waves, offGrid };

/// A language or program to which an experiment can be handed over.
struct Target {
    std::string_view id, name, suffix; ///< in commands, on screen, of its files
    std::string_view meaning;          ///< what is written, and what it needs to run
    const Dialect& (*dialect)();       ///< how it writes formulas; null of a text, which has them in LaTeX
    std::string (*write)(const Script& script);
    std::vector<Trait> leavesOut; ///< what it can only do without
    std::vector<Trait> refuses;   ///< what it cannot do without
};

/// Every target, in the order of the menu.
std::span<const Target> targets();
/// The target with this id; null where there is none.
const Target* findTarget(std::string_view id);

/// What was written, and a sentence on each thing that the target cannot say.
struct Handover {
    std::string text;             ///< empty where it is refused
    std::vector<Sentence> unsaid; ///< left out; stands in the text, too
    Sentence refusal;             ///< why nothing is written, with the remedy
};

/// Hands a script over.
Handover handOver(const Script& script, const Target& target);

/// Every sentence on what a target cannot say, with %1 for the target.
std::vector<std::string_view> limits();

/// What the target leaves out of the script.
std::vector<Sentence> unsaid(const Script& script, const Target& target);

/// True where an edge of what is given is between two steps.
bool isOffGrid(const Script& script);

// How each that runs writes formulas.
const Dialect& pythonDialect();
const Dialect& brianDialect();
const Dialect& octaveDialect();
const Dialect& nmodlDialect();
const Dialect& lemsDialect();

// A writer each; every one throws CannotSay.
std::string writeScipy(const Script& script);
std::string writeNotebook(const Script& script);
std::string writeBrian2(const Script& script);
std::string writeOctave(const Script& script);
std::string writeNeuron(const Script& script);
std::string writeNeuroml(const Script& script);
std::string writeLatex(const Script& script);
std::string writeMarkdown(const Script& script);

}
