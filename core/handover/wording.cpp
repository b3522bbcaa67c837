// SPDX-License-Identifier: GPL-3.0-or-later
#include "syntax.h"

#include <algorithm>

namespace rheobase {

namespace {

constexpr std::pair<std::string_view, std::string_view> inLetters[] = {
    {"µ", "u"},   {"μ", "u"},   {"²", "2"},     {"³", "3"},     {"⁻¹", "^-1"}, {"⁻", "-"},     {"°", "deg"}, {"–", "-"},
    {"—", "-"},   {"−", "-"},   {"’", "'"},     {"é", "e"},     {"ö", "oe"},   {"ü", "ue"},    {"ä", "ae"},  {"Δ", "Delta"},
    {"∞", "inf"}, {"Ω", "Ohm"}, {"α", "alpha"}, {"β", "beta"},  {"τ", "tau"},  {"σ", "sigma"}, {"φ", "phi"}, {"·", "*"},
    {"…", "..."}, {"≤", "<="},  {"×", "x"},     {"√", "sqrt "}, {"›", ">"},    {"▸", ">"},     {"ó", "o"},
};

bool isControl(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

std::string replaced(std::string text, std::string_view what, std::string_view by)
{
    for (std::size_t at = 0; (at = text.find(what, at)) != text.npos; at += by.size()) text.replace(at, what.size(), by);
    return text;
}

std::string ofSpikes(const Script& script)
{
    const Experiment& e = script.experiment;
    if (!e.model->fires() || script.isClamped()) return {};
    if (e.model->jumps) return "A spike: the threshold is reached; the state is reset.";
    const std::string unit = " " + std::string(e.model->state[0].unit);
    return "A spike: " + std::string(e.model->state[0].symbol) + " rises through " + shortest(e.spikeLevel) + unit + ", having been below "
           + shortest(rearmLevel(e)) + unit + " since the last one.";
}

}

std::string filled(std::string_view pattern, std::initializer_list<std::pair<std::string_view, std::string>> texts)
{
    std::string result;
    while (!pattern.empty()) {
        const auto open = pattern.find('@'), close = open == pattern.npos ? open : pattern.find('@', open + 1);
        if (close == pattern.npos) break;
        const std::string_view name = pattern.substr(open + 1, close - open - 1);
        const auto text = std::ranges::find(texts, name, &std::pair<std::string_view, std::string>::first);
        result += pattern.substr(0, open);
        if (text == texts.end()) result += '@', pattern.remove_prefix(open + 1);
        else result += text->second, pattern.remove_prefix(close + 1);
    }
    return result + std::string(pattern);
}

std::string inComment(std::string_view text)
{
    std::string line;
    for (const char c : text) line += isControl(c) ? ' ' : c;
    for (const std::string_view separator : {"\u2028", "\u2029", "\u0085"}) line = replaced(line, separator, " ");
    line = replaced(line, "\"\"\"", "'''");
    line = replaced(line, "\\", "/");
    line = replaced(line, "*/", "* /");
    line = replaced(line, "]]>", "]] >");
    return line;
}

std::string inAscii(std::string_view text)
{
    std::string line = inComment(text);
    for (const auto& [sign, letters] : inLetters) line = replaced(line, sign, letters);
    std::string ascii;
    for (const char c : line)
        if (static_cast<unsigned char>(c) < 0x80) ascii += c;
        else if ((static_cast<unsigned char>(c) & 0xc0) == 0xc0) ascii += '?';
    return ascii;
}

std::string described(const Quantity& q)
{
    const std::string unit(q.unit), meaning(q.meaning);
    return inComment(unit.empty() ? meaning : meaning.empty() ? unit : unit + ", " + meaning);
}

std::string listed(std::span<const double> numbers, std::string_view indent, std::string_view lineEnd)
{
    constexpr std::size_t width = 100;
    std::string text, line(indent);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const std::string number = shortest(numbers[i]) + (i + 1 < numbers.size() ? "," : "");
        if (line.size() + number.size() + 1 > width) {
            text += line + std::string(lineEnd) + "\n";
            line = indent;
        }
        line += (line.size() > indent.size() ? " " : "") + number;
    }
    return text + line;
}

std::vector<std::string> headLines(const Script& script)
{
    const Model& model = script.model();
    return {inComment(std::string(model.name) + (script.isClamped() ? " in voltage clamp" : " in current clamp")), "",
            inComment("Source: " + std::string(model.source)), inComment("Made by Rheobase " + script.version + ": " + script.made)};
}

std::vector<std::string> settingLines(const Script& script)
{
    const Experiment& e = script.experiment;
    std::vector<std::string> texts{"Rheobase itself: solver " + std::string(description(e.solver).id) + ", step size " + shortest(e.dt)
                                   + " ms, seed " + std::to_string(e.seed) + "."};
    if (e.noise.kind != Noise::Kind::none && !script.isClamped()) {
        std::string noise = "Noise: " + std::string(noiseIds[static_cast<std::size_t>(e.noise.kind)]) + ", sigma " + shortest(e.noise.sigma)
                            + " " + std::string(e.model->input.unit);
        if (e.noise.kind == Noise::Kind::white) noise += " times the root of ms";
        else noise += ", tau " + shortest(e.noise.tau) + " ms";
        texts.push_back(noise + ".");
    }
    if (const std::string spikes = ofSpikes(script); !spikes.empty()) texts.push_back(spikes);
    for (std::string& text : texts) text = inComment(text);
    return texts;
}

std::string lines(std::span<const std::string> texts, std::string_view before)
{
    std::string all;
    for (const std::string& text : texts) {
        std::string line = std::string(before) + text;
        line.erase(line.find_last_not_of(' ') + 1);
        all += line + "\n";
    }
    return all;
}

}
