// SPDX-License-Identifier: GPL-3.0-or-later
#include "prose.h"
#include "syntax.h"
#include "target.h"

#include <cmath>

namespace rheobase {

namespace {

/// Plain text with nothing in it that Markdown or HTML would act on.
std::string set(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        if (c == '<') result += "&lt;";
        else if (c == '&') result += "&amp;";
        else if (std::string_view("\\`*_[]#|$~>").find(c) != std::string_view::npos) (result += '\\') += c;
        else result += c;
    }
    return result;
}

std::string displayed(const std::vector<std::string>& formulas)
{
    std::string text;
    for (const std::string& f : formulas) text += "$$" + f + "$$\n\n";
    return text;
}

std::string table(const std::vector<ProseRow>& rows)
{
    std::string text = "| symbol | value | unit | meaning |\n|---|---|---|---|\n";
    for (const ProseRow& r : rows) text += "| $" + r.symbol + "$ | $" + r.value + "$ | " + set(r.unit) + " | " + set(r.meaning) + " |\n";
    return text;
}

}

std::string writeMarkdown(const Script& script)
{
    const Prose p = proseOf(script);
    const Experiment& e = script.experiment;
    std::string text = "# " + set(p.title) + "\n\n" + set(p.source) + "\n\n## Equations\n\n" + displayed(p.equations);
    if (!p.parts.empty()) text += "where\n\n" + displayed(p.parts);
    if (!p.spike.empty()) text += "A spike: $" + p.spike + "$" + (p.resets.empty() ? "" : ", and then") + "\n\n" + displayed(p.resets);
    if (!p.refractory.empty()) text += "The potential stays there for $" + p.refractory + "$.\n\n";
    text += "## Parameters\n\n" + table(p.parameters) + "\n## Experiment\n\n";
    text += std::string(script.isClamped() ? "Commanded potential" : "Injected current") + " in "
            + set(given(e).unit.empty() ? "its own unit" : std::string(given(e).unit)) + ", with $t$ in ms:\n\n$$" + p.given
            + "$$\n\nAt the start:\n\n" + table(p.start) + "\n";
    for (const std::string& line : settingLines(script)) text += "- " + set(line) + "\n";
    text += "- Duration: " + shortest(e.duration) + " ms.\n";
    if (!script.expected.spikes.empty()) {
        text += "- Spikes in ms" + std::string(e.noise.kind == Noise::Kind::none ? "" : ", without the noise") + ": ";
        for (std::size_t i = 0; i < script.expected.spikes.size() && i < 20; ++i)
            text += (i ? ", " : "") + shortest(std::round(script.expected.spikes[i] * 1e4) / 1e4);
        text += script.expected.spikes.size() > 20 ? " …\n" : "\n";
    }
    return text + "\n" + set(p.made) + "\n";
}

}
