// SPDX-License-Identifier: GPL-3.0-or-later
#include "prose.h"
#include "syntax.h"
#include "target.h"

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr std::pair<std::string_view, std::string_view> signs[] = {
    {"\\", "/"},       {"{", "\\{"},       {"}", "\\}"},       {"$", "\\$"},      {"&", "\\&"},       {"#", "\\#"},
    {"%", "\\%"},      {"_", "\\_"},       {"^", "\\^{}"},     {"~", "\\~{}"},    {"µ", "$\\mu$"},    {"μ", "$\\mu$"},
    {"²", "$^2$"},     {"³", "$^3$"},      {"⁻¹", "$^{-1}$"},  {"⁻", "$^-$"},     {"°", "$^\\circ$"}, {"Ω", "$\\Omega$"},
    {"·", "$\\cdot$"}, {"∞", "$\\infty$"}, {"–", "--"},        {"−", "$-$"},      {"…", "\\dots{}"},  {"Δ", "$\\Delta$"},
    {"τ", "$\\tau$"},  {"σ", "$\\sigma$"}, {"α", "$\\alpha$"}, {"β", "$\\beta$"}, {"’", "'"},         {"₀", "$_0$"},
};

/// Plain text as LaTeX sets it; what it has no letter for becomes a question mark, but for the letters of Europe.
std::string set(std::string_view text)
{
    std::string result;
    while (!text.empty()) {
        const auto it = std::ranges::find_if(signs, [&](const auto& sign) { return text.starts_with(sign.first); });
        const auto lead = static_cast<unsigned char>(text.front());
        std::size_t length = it != std::end(signs) ? it->first.size() : 1;
        if (it != std::end(signs)) result += it->second;
        else if (lead < 0x80) result += text.front();
        else {
            length = std::min(text.size(), lead < 0xe0 ? std::size_t{2} : lead < 0xf0 ? std::size_t{3} : std::size_t{4});
            result += lead == 0xc3 ? std::string(text.substr(0, length)) : "?";
        }
        text.remove_prefix(length);
    }
    return result;
}

std::string unitInWords(std::string_view unit) { return unit.empty() ? "1" : set(unit); }

std::string aligned(std::vector<std::string> formulas)
{
    std::string text = "\\begin{align}\n";
    for (std::string& f : formulas) {
        for (const std::string_view sign : {" = ", " \\leftarrow ", " \\ge "})
            if (const auto at = f.find(sign); at != f.npos && f.find('&') == f.npos) {
                f.insert(at + 1, "&");
                break;
            }
        text += "  " + f + (&f == &formulas.back() ? "\n" : " \\\\\n");
    }
    return text + "\\end{align}\n";
}

std::string table(const std::vector<ProseRow>& rows, const std::string& source)
{
    std::string text = "\\begin{table}[ht]\n  \\centering\n  \\caption{Parameters and initial states. Symbols and equations: " + set(source)
                       + ".}\n  \\begin{tabular}{llll}\n    \\toprule\n    Symbol & Value & Unit & Meaning \\\\\n    \\midrule\n";
    for (const ProseRow& r : rows)
        text += "    $" + r.symbol + "$ & $" + r.value + "$ & " + unitInWords(r.unit) + " & " + set(r.meaning) + " \\\\\n";
    return text + "    \\bottomrule\n  \\end{tabular}\n\\end{table}\n";
}

std::string spikes(const Script& script, const Prose& p)
{
    if (p.spike.empty()) return {};
    if (p.resets.empty())
        return "A spike was a rise of the membrane potential through the spike level, $" + p.spike + "$ "
               + set(std::string(script.model().state[0].unit)) + ", after it had been below $" + latexNumber(rearmLevel(script.experiment))
               + "$ " + set(std::string(script.model().state[0].unit)) + " since the last one.\n";
    std::string text = "A spike was emitted where $" + p.spike + "$; then\n" + aligned(p.resets);
    if (!p.refractory.empty()) text += "and the membrane potential stayed there for the refractory period $" + p.refractory + "$.\n";
    return text;
}

std::string solution(const Script& script, const Prose& p)
{
    const Experiment& e = script.experiment;
    std::string text = "The equations were solved in Rheobase " + set(script.version) + " (solver: " + set(p.solver) + ", step size "
                       + shortest(e.dt) + " ms) over " + shortest(e.duration) + " ms";
    if (!script.isClamped() && e.noise.kind != Noise::Kind::none)
        text += std::string(", with ") + (e.noise.kind == Noise::Kind::white ? "white" : "Ornstein--Uhlenbeck")
                + " noise of $\\sigma = " + latexNumber(e.noise.sigma) + "$ " + set(std::string(e.model->input.unit))
                + (e.noise.kind == Noise::Kind::white ? " $\\sqrt{\\mathrm{ms}}$" : " and $\\tau = " + latexNumber(e.noise.tau) + "$ ms")
                + " added to the current (seed " + std::to_string(e.seed) + ")";
    text += ".";
    if (!script.expected.spikes.empty() && e.noise.kind == Noise::Kind::none)
        text += " The neuron fired " + std::to_string(script.expected.spikes.size()) + " spikes"
                + (script.expected.until < e.duration ? " up to " + shortest(script.expected.until) + " ms" : "") + ", the first at "
                + shortest(std::round(script.expected.spikes[0] * 1e4) / 1e4) + " ms.";
    return text + "\n";
}

constexpr std::string_view file = R"(% @made@
% Compile with pdflatex, or take what stands between \begin{document} and \end{document}.
\documentclass{article}
\usepackage[utf8]{inputenc}
\usepackage{amsmath}
\usepackage{booktabs}
\begin{document}

\section*{Methods: @title@}

The model is that of @source@.
@equations@
@parts@@given@
@spikes@
@solution@
@table@
\end{document}
)";

}

std::string writeLatex(const Script& script)
{
    const Prose p = proseOf(script);
    const Quantity given = rheobase::given(script.experiment);
    std::vector<ProseRow> rows = p.parameters;
    rows.insert(rows.end(), p.start.begin(), p.start.end());
    for (std::size_t i = p.parameters.size(); i < rows.size(); ++i) rows[i].meaning += ", at the start";
    const std::string what = std::string(script.isClamped() ? "The commanded potential" : "The injected current") + " was, in "
                             + unitInWords(given.unit) + " with $t$ in ms,\n\\begin{equation}\n  " + p.given + "\n\\end{equation}";
    return filled(file, {{"made", p.made},
                         {"title", set(p.title)},
                         {"source", set(p.source)},
                         {"equations", p.equations.empty() ? "" : aligned(p.equations)},
                         {"parts", p.parts.empty() ? "" : "Here\n" + aligned(p.parts)},
                         {"given", what},
                         {"spikes", spikes(script, p)},
                         {"solution", solution(script, p)},
                         {"table", table(rows, p.source)}});
}

}
