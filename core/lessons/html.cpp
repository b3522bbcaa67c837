// SPDX-License-Identifier: GPL-3.0-or-later
#include "html.h"

#include "judge.h"
#include "nice.h"
#include "sealed.h"
#include "setting.h"
#include "shadow_run.h"
#include "text.h"

#include <md4c.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <limits>

namespace rheobase {

namespace {

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }

/// Symbols with what stands behind their "_" set below.
std::string withSubscripts(std::string_view text)
{
    std::string made;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isBelow = text[i] == '_' && i > 0 && isLetter(text[i - 1]) && i + 1 < text.size() && isLetter(text[i + 1]);
        std::size_t end = i + 1;
        while (isBelow && end < text.size() && isLetter(text[end])) ++end;
        made += isBelow ? "<sub>" + std::string(text.substr(i + 1, end - i - 1)) + "</sub>" : std::string(1, text[i]);
        i = end - 1;
    }
    return made;
}

/// Writes what md4c tells as tags.
class Writer {
public:
    std::string html;

    void enter(MD_BLOCKTYPE type, void* detail)
    {
        const std::string tag = tagOf(type, detail);
        if (!tag.empty()) html += '<' + tag + '>';
    }
    void leave(MD_BLOCKTYPE type, void* detail)
    {
        const std::string tag = tagOf(type, detail);
        if (!tag.empty() && tag != "hr") html += "</" + tag + ">\n";
    }
    void span(MD_SPANTYPE type, void* detail, bool isBegin)
    {
        const auto* link = type == MD_SPAN_A ? static_cast<MD_SPAN_A_DETAIL*>(detail) : nullptr;
        const auto* picture = type == MD_SPAN_IMG ? static_cast<MD_SPAN_IMG_DETAIL*>(detail) : nullptr;
        if (picture) {
            m_isPicture = isBegin;
            html += isBegin ? "<img src=\"" + escaped({picture->src.text, picture->src.size}) + "\" alt=\"" : "\">";
        } else if (m_isPicture) return;
        else if (link) html += isBegin ? "<a href=\"" + escaped({link->href.text, link->href.size}) + "\">" : "</a>";
        else html += std::string(isBegin ? "<" : "</") + (type == MD_SPAN_STRONG ? "strong>" : type == MD_SPAN_CODE ? "code>" : "em>");
    }
    void text(MD_TEXTTYPE type, std::string_view text)
    {
        if (type == MD_TEXT_BR && !m_isPicture) html += "<br>";
        else if (type == MD_TEXT_SOFTBR || type == MD_TEXT_BR) html += '\n';
        else if (type == MD_TEXT_ENTITY) html += text;
        else if (type == MD_TEXT_CODE) html += escaped(text);
        else if (type != MD_TEXT_NULLCHAR) html += withSubscripts(escaped(text));
    }

private:
    static std::string tagOf(MD_BLOCKTYPE type, void* detail)
    {
        switch (type) {
        case MD_BLOCK_QUOTE: return "blockquote";
        case MD_BLOCK_UL: return "ul";
        case MD_BLOCK_OL: return "ol";
        case MD_BLOCK_LI: return "li";
        case MD_BLOCK_HR: return "hr";
        case MD_BLOCK_P: return "p";
        case MD_BLOCK_H: return 'h' + std::to_string(std::max(3u, static_cast<MD_BLOCK_H_DETAIL*>(detail)->level));
        default: return {};
        }
    }
    bool m_isPicture = false;
};

/// Places on paper.
class Axes {
public:
    /// The numbers up begin and end with round ones, unless they are to stay as they are.
    Axes(double width, double height, Range across, Range up, bool isRound = true)
        : m_width(width), m_height(height), m_across(across), m_up(up), m_step(niceAtLeast((up.second - up.first) / 4))
    {
        if (isRound) m_up = {std::floor(up.first / m_step) * m_step, std::ceil(up.second / m_step) * m_step};
    }
    double x(double t) const { return left + (m_width - left - 3) * (t - m_across.first) / (m_across.second - m_across.first); }
    double y(double V) const { return 3 + (m_height - bottom - 3) * (m_up.second - V) / (m_up.second - m_up.first); }
    std::string drawn(const std::string& across, const std::string& up) const
    {
        const auto [least, most] = m_across;
        const double foot = y(m_up.first);
        std::string svg = line(x(least), foot, x(most), foot) + line(x(least), foot, x(least), y(m_up.second));
        for (const double V : ticks(m_up, m_step))
            svg += line(x(least) - 1, y(V), x(least), y(V)) + label(x(least) - 1.5, y(V) + 1, "end", shownValue(V, ""));
        for (const double t : ticks(m_across, niceAtLeast((most - least) / 5)))
            svg += line(x(t), foot, x(t), foot + 1) + label(x(t), foot + 4, "middle", shownValue(t, ""));
        return svg + label(x(most), foot + 7.5, "end", across) + label(x(least) + 1, y(m_up.second) + 2.5, "start", up);
    }
    std::string point(double t, double V) const { return number(x(t)) + ',' + number(y(V)) + ' '; }
    std::string line(const Stroke& points, const char* colour, const char* width) const
    {
        std::string made;
        for (const auto& [t, V] : points)
            made += point(std::clamp(t, m_across.first, m_across.second), std::clamp(V, m_up.first, m_up.second));
        return std::string("<polyline fill=\"none\" stroke=\"") + colour + "\" stroke-width=\"" + width + "\" points=\"" + made + "\"/>";
    }
    /// All of it, with lines that are drawn already.
    std::string svg(const std::string& across, const std::string& up, const std::string& lines) const
    {
        const std::string wide = std::to_string(static_cast<int>(m_width)), high = std::to_string(static_cast<int>(m_height));
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + wide + "mm\" height=\"" + high + "mm\" viewBox=\"0 0 " + wide + ' '
               + high + "\"><g stroke=\"black\" stroke-width=\"0.2\" font-size=\"2.8\" font-family=\"sans-serif\">"
               + reading::replaced(drawn(across, up), "<text ", "<text stroke=\"none\" fill=\"black\" ") + "</g>" + lines + "</svg>";
    }

private:
    static constexpr double left = 13, bottom = 9;
    static std::string number(double value)
    {
        char text[32];
        std::snprintf(text, sizeof text, "%.2f", value);
        return text;
    }
    static std::string line(double x1, double y1, double x2, double y2)
    {
        return "<line x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x2) + "\" y2=\"" + number(y2) + "\"/>";
    }
    static std::string label(double x, double y, const char* anchor, const std::string& text)
    {
        return "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" + anchor + "\">" + text + "</text>";
    }
    static std::vector<double> ticks(Range range, double step)
    {
        std::vector<double> made;
        for (double k = std::ceil(range.first / step - 1e-9); k * step <= range.second + 1e-9 * step; ++k) made.push_back(k * step);
        return made;
    }
    double m_width, m_height;
    Range m_across, m_up;
    double m_step;
};

/// An axis as a lesson writes it, "V -72 … -58 mV": its range, and what stands at it.
std::optional<std::pair<Range, std::string>> axisIn(std::string_view text)
{
    const auto numberIn = [](std::string_view word) {
        double value = std::numeric_limits<double>::quiet_NaN();
        std::from_chars(word.data(), word.data() + word.size(), value);
        return value;
    };
    const std::string name(reading::until(text, " "));
    const double least = numberIn(reading::until(text, "…"));
    const double most = numberIn(reading::until(text, " "));
    if (!(least < most)) return std::nullopt;
    return std::pair(Range(least, most), name + (text.empty() ? "" : " (" + std::string(text) + ")"));
}

}

std::string escaped(std::string_view text)
{
    std::string made;
    for (const char c : text) {
        if (c == '&') made += "&amp;";
        else if (c == '<') made += "&lt;";
        else if (c == '>') made += "&gt;";
        else if (c == '"') made += "&quot;";
        else made += c;
    }
    return made;
}

std::string toHtml(std::string_view markdown)
{
    Writer writer;
    MD_PARSER parser{};
    parser.flags = MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_NOHTML;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) { return static_cast<Writer*>(self)->enter(type, detail), 0; };
    parser.leave_block = [](MD_BLOCKTYPE type, void* detail, void* self) { return static_cast<Writer*>(self)->leave(type, detail), 0; };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) { return static_cast<Writer*>(self)->span(type, detail, true), 0; };
    parser.leave_span = [](MD_SPANTYPE type, void* detail, void* self) { return static_cast<Writer*>(self)->span(type, detail, false), 0; };
    parser.text = [](MD_TEXTTYPE type, const char* text, unsigned size, void* self) {
        return static_cast<Writer*>(self)->text(type, {text, size}), 0;
    };
    md_parse(markdown.data(), static_cast<unsigned>(markdown.size()), &parser, &writer);
    return std::move(writer.html);
}

std::string shownValue(double value, std::string_view unit)
{
    char text[40];
    std::snprintf(text, sizeof text, "%.4g", std::abs(value) < 1e-12 ? 0 : value);
    return reading::replaced(text, "-", "−") + (unit.empty() ? "" : " ") + std::string(unit);
}

std::string withValues(std::string_view text, const Step& step)
{
    const Experiment& e = step.experiment;
    const auto hidden = concealed(e);
    const auto isListed = [](const std::vector<std::string>& names, const std::string& name) {
        return std::ranges::find(names, name) != names.end();
    };
    std::string made;
    while (!text.empty()) {
        const std::size_t open = text.find('{'), close = text.find('}', std::min(open, text.size()));
        made += text.substr(0, open);
        if (open == text.npos || close == text.npos) return open == text.npos ? made : made + std::string(text.substr(open));
        const std::string name(text.substr(open + 1, close - open - 1));
        text.remove_prefix(close + 1);
        const auto derived = indexOf(e.model->derived, name), state = indexOf(e.model->state, name);
        if (isListed(step.scene.hide, name) || isListed(hidden, name) || (state && isSealed(e))) made += '?';
        else if (const auto setting = settingOf(e, name)) made += shownValue(valueOf(e, name), setting->unit);
        else if (derived) made += shownValue(e.model->derivedFrom(e.parameters)[*derived], e.model->derived[*derived].unit);
        else if (state) made += shownValue(start(e).state[*state], e.model->state[*state].unit);
        else made += name;
    }
    return made;
}

std::string runPlot(const Experiment& experiment, std::size_t column, double duration, bool withCurve, double width, double height,
                    const Experiment* other)
{
    constexpr std::size_t most = 500;
    const Deadline deadline(std::chrono::milliseconds(patience), {});
    const auto run = shadowRun(experiment, duration, true, deadline.token());
    if (!run) return {};
    const Trace& trace = run->trace;
    Extent all = trace.extent(column, 0, trace.rows());
    if (const auto second = other ? shadowRun(*other, duration, true, deadline.token()) : nullptr) {
        const Extent also = second->trace.extent(column, 0, second->trace.rows());
        all = {std::min(all.least, also.least), std::max(all.most, also.most)};
    }
    const double room = std::max<double>(1, 0.1 * (all.most - all.least));
    const Axes axes(width, height, {0, duration}, {all.least - room, all.most + room});
    std::string curve;
    const std::size_t bin = std::max<std::size_t>(1, trace.rows() / most);
    for (std::size_t row = 0; row < trace.rows() && withCurve; row += bin) {
        const std::size_t end = std::min(row + bin, trace.rows());
        const Extent extent = trace.extent(column, row, end);
        curve += axes.point(trace.time(row), extent.least);
        if (extent.most > extent.least) curve += axes.point(trace.time(end - 1), extent.most);
    }
    const std::string line = "<polyline fill=\"none\" stroke=\"black\" stroke-width=\"0.35\" points=\"" + curve + "\"/>";
    const Quantity up = trace.columns()[column].quantity;
    return axes.svg("t (ms)", std::string(up.symbol) + (up.unit.empty() ? "" : " (" + std::string(up.unit) + ")"), line);
}

std::string strokePlot(std::string_view axes, const Stroke& stroke, const Stroke& curve, double width, double height)
{
    const auto across = axisIn(reading::until(axes, ",")), up = axisIn(axes);
    if (!across || !up) return {};
    const Axes made(width, height, across->first, up->first, false);
    std::string lines;
    if (!stroke.empty()) lines += made.line(stroke, "#76859a", "1.1");
    if (!curve.empty()) lines += made.line(curve, "black", "0.35");
    return made.svg(across->second, up->second, lines);
}

}
