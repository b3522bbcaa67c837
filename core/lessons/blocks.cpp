// SPDX-License-Identifier: GPL-3.0-or-later
#include "blocks.h"

#include "quantity.h"
#include "text.h"

#include <md4c.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace rheobase {

using namespace reading;

namespace {

constexpr std::size_t mostBytes = 1'000'000, mostLine = 4000;
const std::vector<std::string> fenceWords{"start", "ask", "check", "hint", "show", "seal", "teacher"};

/// True of well-formed UTF-8 without control characters but tabs and line ends.
bool isText(std::string_view bytes)
{
    for (std::size_t i = 0; i < bytes.size();) {
        const auto c = static_cast<unsigned char>(bytes[i]);
        const std::size_t length = c < 0x80 ? 1 : c >= 0xC2 && c < 0xE0 ? 2 : c >= 0xE0 && c < 0xF0 ? 3 : c >= 0xF0 && c < 0xF5 ? 4 : 0;
        if (length == 0 || i + length > bytes.size() || (c < ' ' && c != '\n' && c != '\t')) return false;
        for (std::size_t k = 1; k < length; ++k)
            if ((static_cast<unsigned char>(bytes[i + k]) & 0xC0) != 0x80) return false;
        i += length;
    }
    return true;
}

std::vector<Line> numbered(std::string_view text, std::size_t first)
{
    std::vector<Line> lines;
    for (const std::string_view line : linesOf(text)) lines.push_back({first++, std::string(line)});
    return lines;
}

/// What md4c tells of a text, as far as lessons are made of it. It is C, through which nothing can be thrown: the first refusal is kept.
class Reader {
public:
    Reader(std::string_view text, std::size_t firstLine) : m_text(text), m_firstLine(firstLine)
    {
        m_starts.push_back(0);
        for (std::size_t at = 0; (at = m_text.find('\n', at)) != m_text.npos;) m_starts.push_back(++at);
    }

    std::vector<Block> blocks;

    void read()
    {
        MD_PARSER parser{};
        parser.flags = MD_FLAG_NOINDENTEDCODEBLOCKS;
        parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) { return static_cast<Reader*>(self)->enter(type, detail); };
        parser.leave_block = [](MD_BLOCKTYPE type, void* detail, void* self) { return static_cast<Reader*>(self)->leave(type, detail); };
        parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) { return static_cast<Reader*>(self)->span(type, detail); };
        parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
        parser.text = [](MD_TEXTTYPE type, const char* text, unsigned size, void* self) {
            return static_cast<Reader*>(self)->text(type, {text, size});
        };
        const int result = md_parse(m_text.data(), static_cast<unsigned>(m_text.size()), &parser, this);
        if (m_refusal) throw *m_refusal;
        if (result != 0) throw Refusal{m_firstLine, said("There is not enough memory to read the lesson.")};
    }

private:
    /// The line on which something stands that md4c points at; of what it made itself, that of what came before.
    std::size_t lineAt(const char* at)
    {
        if (at >= m_text.data() && at < m_text.data() + m_text.size())
            m_line = static_cast<std::size_t>(std::ranges::upper_bound(m_starts, static_cast<std::size_t>(at - m_text.data()))
                                              - m_starts.begin())
                     - 1;
        return m_firstLine + m_line;
    }
    /// That of the next fence, of which md4c points at nothing where it has no word.
    std::size_t lineOfFence()
    {
        if (!blocks.empty() && blocks.back().kind == Block::Kind::fence)
            m_line = std::max(m_line, blocks.back().line + blocks.back().lines.size() + 2 - m_firstLine);
        const auto isFence = [&](std::size_t start) {
            return m_text.substr(start).starts_with("```") || m_text.substr(start).starts_with("~~~");
        };
        while (m_line + 1 < m_starts.size() && !isFence(m_starts[m_line])) ++m_line;
        return m_firstLine + m_line;
    }
    int refuse(std::size_t line, Sentence sentence)
    {
        m_refusal = {line, std::move(sentence)};
        return 1;
    }
    int enter(MD_BLOCKTYPE type, void* detail)
    {
        if (type == MD_BLOCK_QUOTE || type == MD_BLOCK_UL || type == MD_BLOCK_OL) ++m_depth;
        if (type == MD_BLOCK_H) {
            m_isHeading = static_cast<MD_BLOCK_H_DETAIL*>(detail)->level <= 2;
            m_heading.clear();
            m_headingLine = 0;
        }
        return type == MD_BLOCK_CODE ? enterFence(static_cast<MD_BLOCK_CODE_DETAIL*>(detail)->info) : 0;
    }
    int enterFence(const MD_ATTRIBUTE& info)
    {
        std::string_view words(info.text, info.size);
        const std::size_t line = info.size > 0 ? lineAt(info.text) : lineOfFence();
        if (m_depth > 0) return refuse(line, said("A block stands at the margin, not inside of a list or a quotation."));
        const std::string word(until(words, " "));
        if (std::ranges::find(fenceWords, word) == fenceWords.end())
            return refuse(line, word.empty()
                                    ? said("A block begins with a word behind its ```: start, ask, check, hint, show, seal or teacher.")
                                    : said("\"%1\" is no block of a lesson; the nearest is \"%2\".",
                                           {brief(word), nearest(brief(word), fenceWords)}));
        blocks.push_back({Block::Kind::fence, line, word, std::string(words), {}});
        m_isFence = true;
        m_content.clear();
        return 0;
    }
    int leave(MD_BLOCKTYPE type, void*)
    {
        if (type == MD_BLOCK_QUOTE || type == MD_BLOCK_UL || type == MD_BLOCK_OL) --m_depth;
        if (type == MD_BLOCK_H && std::exchange(m_isHeading, false)) return leaveHeading();
        if (type == MD_BLOCK_CODE && std::exchange(m_isFence, false)) blocks.back().lines = numbered(m_content, blocks.back().line + 1);
        return 0;
    }
    /// "What is left? {#left}"
    int leaveHeading()
    {
        std::string_view title = trimmed(m_heading);
        const std::size_t brace = title.rfind("{#");
        const bool hasId = m_depth == 0 && title.ends_with('}') && brace != title.npos;
        const std::string id(hasId ? title.substr(brace + 2, title.size() - brace - 3) : "");
        title = trimmed(title.substr(0, brace));
        if (!isId(id) || title.empty())
            return refuse(m_headingLine > 0 ? m_headingLine : lineAt(nullptr),
                          said("A step begins with \"## Title {#id}\", not with \"%1\".", {brief(m_heading)}));
        blocks.push_back({Block::Kind::heading, m_headingLine, id, std::string(title), {}});
        return 0;
    }
    int span(MD_SPANTYPE type, void* detail)
    {
        if (type != MD_SPAN_A && type != MD_SPAN_IMG) return 0;
        const MD_ATTRIBUTE& goal =
            type == MD_SPAN_A ? static_cast<MD_SPAN_A_DETAIL*>(detail)->href : static_cast<MD_SPAN_IMG_DETAIL*>(detail)->src;
        const std::string_view to(goal.text, goal.size);
        const std::size_t line = lineAt(goal.text);
        if (type == MD_SPAN_A && !to.starts_with("https://") && !to.starts_with("http://"))
            return refuse(line, said("A link leads to a page of the web (https://…), not to \"%1\".", {brief(to)}));
        if (type == MD_SPAN_IMG && (to.find(':') != to.npos || to.find("..") != to.npos || to.find('\\') != to.npos || to.starts_with('/')))
            return refuse(line, said("A picture lies in the lesson's own folder: name its file, not \"%1\".", {brief(to)}));
        return 0;
    }
    int text(MD_TEXTTYPE type, std::string_view text)
    {
        const std::size_t line = lineAt(text.data());
        if (type == MD_TEXT_HTML)
            return refuse(line, said("A lesson has no HTML; leave out \"%1\".", {brief(trimmed(text.substr(0, text.find('\n'))))}));
        if (m_isFence) m_content += text;
        if (!m_isHeading) return 0;
        if (m_headingLine == 0) m_headingLine = line;
        m_heading += text;
        return 0;
    }

    std::string_view m_text;
    std::vector<std::size_t> m_starts; // of the lines
    std::size_t m_firstLine, m_line = 0, m_headingLine = 0;
    int m_depth = 0;
    bool m_isFence = false, m_isHeading = false;
    std::string m_content, m_heading;
    std::optional<Refusal> m_refusal;
};

/// The first line after a block; refuses a fence that is not closed.
std::size_t endOf(const Block& block, const std::vector<Line>& lines)
{
    if (block.kind == Block::Kind::heading) return block.line + 1;
    const std::size_t closing = block.line + block.lines.size() + 1;
    if (closing > lines.size() || !(lines[closing - 1].text.starts_with("```") || lines[closing - 1].text.starts_with("~~~")))
        throw Refusal{block.line, said("This block is not closed; end it with a line of ```.")};
    return closing + 1;
}

/// The text from one line on, before another; no block where there is none.
void addProse(std::vector<Block>& blocks, const std::vector<Line>& lines, std::size_t from, std::size_t end)
{
    while (from < end && lines[from - 1].text.empty()) ++from;
    while (from < end && lines[end - 2].text.empty()) --end;
    Block prose{Block::Kind::prose, from, {}, {}, {}};
    for (std::size_t i = from; i < end; ++i) prose.rest += lines[i - 1].text + '\n';
    if (from < end) blocks.push_back(std::move(prose));
}

}

void refuseName(std::size_t line, std::string_view name, std::span<const std::string> names)
{
    if (names.empty()) throw Refusal{line, said("There is no \"%1\" here, nor anything else of the kind.", {brief(name)})};
    throw Refusal{line, said("There is no \"%1\" here; the nearest is \"%2\".", {brief(name), nearest(brief(name), names)})};
}

Blocks::Blocks(std::string_view file)
{
    if (file.size() > mostBytes) throw Refusal{1, said("A lesson has at most 1 MB; this one has more: shorten it, or split it.")};
    const std::string text = replaced(std::string(file.starts_with("\xEF\xBB\xBF") ? file.substr(3) : file), "\r\n", "\n");
    if (!isText(text)) throw Refusal{1, said("This is no text in UTF-8; save it as such.")};
    const std::vector<Line> lines = numbered(text, 1);
    for (const Line& line : lines)
        if (line.text.size() > mostLine) throw Refusal{line.number, said("This line is longer than any of a lesson; break it.")};
    std::size_t first = 1; // after the head
    if (!lines.empty() && lines[0].text == "---") {
        while (first < lines.size() && lines[first].text != "---") head.push_back(lines[first++]);
        if (first >= lines.size()) throw Refusal{1, said("The head of the lesson is not closed; end it with a line of ---.")};
        ++first;
    } else throw Refusal{1, said("A lesson begins with its head between two lines of ---.")};
    std::size_t offset = 0;
    for (std::size_t i = 0; i < first; ++i) offset = text.find('\n', offset) == text.npos ? text.size() : text.find('\n', offset) + 1;
    Reader reader(std::string_view(text).substr(offset), first + 1);
    reader.read();
    std::size_t next = first + 1;
    for (Block& block : reader.blocks) {
        addProse(blocks, lines, next, block.line);
        next = endOf(block, lines);
        blocks.push_back(std::move(block));
    }
    addProse(blocks, lines, next, lines.size() + 1);
}

}
