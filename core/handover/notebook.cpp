// SPDX-License-Identifier: GPL-3.0-or-later
#include "prose.h"
#include "scipy.h"
#include "target.h"

#include <nlohmann/json.hpp>

namespace rheobase {

namespace {

using Json = nlohmann::ordered_json;

/// A notebook's cells in format 4.5, one after another.
class Cells {
public:
    void text(const std::string& source) { add("markdown", source); }
    void code(const std::string& source)
    {
        add("code", source);
        m_cells.back()["execution_count"] = nullptr;
        m_cells.back()["outputs"] = Json::array();
    }
    std::string notebook() const
    {
        const Json kernel{{"display_name", "Python 3"}, {"language", "python"}, {"name", "python3"}};
        const Json all{{"cells", m_cells},
                       {"metadata", {{"kernelspec", kernel}, {"language_info", {{"name", "python"}}}}},
                       {"nbformat", 4},
                       {"nbformat_minor", 5}};
        return all.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
    }

private:
    void add(std::string_view type, std::string source)
    {
        source.erase(source.find_last_not_of('\n') + 1);
        Json lines = Json::array();
        for (std::size_t from = 0; from < source.size();) {
            const std::size_t end = std::min(source.find('\n', from), source.size() - 1) + 1;
            lines.push_back(source.substr(from, end - from));
            from = end;
        }
        m_cells.push_back(
            {{"cell_type", type}, {"id", "cell-" + std::to_string(m_cells.size())}, {"metadata", Json::object()}, {"source", lines}});
    }
    Json m_cells = Json::array();
};

constexpr std::string_view figure = R"py(import matplotlib.pyplot as plt


def figure(spikes, solutions):
    fig, (above, below) = plt.subplots(2, 1, sharex=True, figsize=(8, 4.5), height_ratios=(3, 1))
    above.plot(np.concatenate([s.t for s in solutions]), np.concatenate(@values@), lw=1)
    if len(spikes) > 0:
        above.plot(spikes, np.full(len(spikes), above.get_ylim()[1]), "|", color="black", clip_on=False)
    above.set_ylabel("@quantity@")
    for begin, end, given in pieces:
        t = np.linspace(begin, end, 200)
        below.plot(t, [given(time) for time in t], color="C1", lw=1)
    below.set_ylabel("@given@")
    below.set_xlabel("time (ms)")
    plt.show()


figure(spikes, solutions))py";

constexpr std::string_view sliders = R"py(try:
    import ipywidgets

    if int(ipywidgets.__version__.split(".")[0]) < 7:
        raise ImportError("an old ipywidgets, which today's notebooks do not understand")
    from ipywidgets import FloatSlider, interact
except ImportError:
    print("With ipywidgets 7 or later installed there are sliders here.")
else:
    def simulate(**changed):
        globals().update(changed)
        figure(*run())

    interact(simulate, @sliders@))py";

std::string label(const Quantity& q)
{
    std::string text(q.symbol);
    std::erase_if(text, [](char c) { return c == '"' || c == '\\' || c == '$'; });
    return inComment(text + (q.unit.empty() ? "" : " (" + std::string(q.unit) + ")"));
}

std::string slidersOf(const Script& script, const PythonText& python)
{
    std::string rows;
    for (std::size_t i = 0; i < script.parameters.size(); ++i) {
        const Quantity& q = script.model().parameters[i];
        const double value = script.parameters[i], least = std::min(q.min, value), most = std::max(q.max, value);
        const Writer& write = python.writer();
        rows += "\n             " + python.names().parameter(i) + "=FloatSlider(" + write(value) + ", min=" + write(least)
                + ", max=" + write(most) + ", step=" + write((most - least) / 1000) + ", readout_format=\".4g\", continuous_update=False),";
    }
    return rows.substr(rows.find_first_not_of("\n "));
}

std::string formulas(const std::vector<std::string>& all)
{
    std::string text;
    for (const std::string& f : all) text += "$$" + f + "$$\n\n";
    return text;
}

std::string withoutSys(std::string imports)
{
    constexpr std::string_view sys = "import sys\n";
    imports.erase(0, sys.size());
    return imports.substr(imports.find_first_not_of('\n'));
}

std::string head(const Script& script, const Prose& p)
{
    std::string text = "# " + p.title + "\n\n" + p.source + "\n\n" + p.made + "\n";
    for (const std::string& line : settingLines(script)) text += "- " + line + "\n";
    for (const Sentence& left : unsaid(script, *findTarget("notebook"))) text += "- Not said here: " + inComment(std::string(left)) + "\n";
    std::string safe;
    for (const char c : text) safe += c == '<' ? "&lt;" : c == '$' ? "\\$" : std::string(1, c);
    return safe;
}

}

std::string writeNotebook(const Script& script)
{
    const PythonText python(script, pythonDialect());
    const ScipySections s = scipySections(script);
    const Prose p = proseOf(script);
    const std::string values = script.isClamped()
                                   ? "[[current(t, x, piece[2]) for t, x in zip(s.t, s.y.T)] for s, piece in zip(solutions, pieces)]"
                                   : "[s.y[0] for s in solutions]";
    const Quantity shown = script.isClamped() ? recordedCurrent(script.experiment) : script.model().state[0];
    const std::string drawn = filled(figure, {{"values", values}, {"quantity", label(shown)}, {"given", label(given(script.experiment))}});
    Cells cells;
    cells.text(head(script, p));
    cells.code(withoutSys(s.imports));
    cells.text("## Equations\n\n" + formulas(p.equations) + (p.parts.empty() ? "" : "where\n\n" + formulas(p.parts))
               + (p.resets.empty() ? "" : "and at a spike, where $" + p.spike + "$,\n\n" + formulas(p.resets)));
    cells.text("## Parameters\n\nChange a number and run the cells below it again.");
    cells.code(s.parameters);
    cells.text("## The experiment\n\n$$" + p.given + "$$");
    cells.code(s.experiment);
    cells.text("## The run");
    cells.code(s.equations + "\n\n" + s.run + "\n\nspikes, solutions = run()");
    cells.text("## The figure");
    cells.code(drawn);
    cells.text("## Sliders");
    cells.code(filled(sliders, {{"sliders", slidersOf(script, python)}}));
    cells.text(
        "## How far it is off what Rheobase computes\n\nWith the numbers that it was made with; beyond the tolerance the next cell fails.");
    cells.code(s.expected + "\n\n" + s.compare
               + "\n\nassert compare(spikes, solutions), \"The numbers are no longer those that it was made with.\"");
    return cells.notebook();
}

}
