// SPDX-License-Identifier: GPL-3.0-or-later
#include "sentence_lines.h"

#include "theme.h"

#include <utility>

namespace rheobase {

namespace {

/// A word, or the formula that it stands for and what follows it, such as a comma.
Box wordOf(const FormulaWriter& writer, const QString& word, std::span<const Box> values)
{
    const qsizetype mark = word.indexOf(u'%');
    if (mark < 0) return writer.words(word);
    Box value = values[static_cast<std::size_t>(word.at(mark + 1).digitValue() - 1)];
    value.colour = theme().text;
    std::vector<Box> pieces{std::move(value)};
    if (mark + 2 < word.size()) pieces.push_back(writer.words(word.mid(mark + 2)));
    return writer.row(std::move(pieces));
}

}

std::vector<Box> sentenceLines(const FormulaWriter& writer, const QString& pattern, std::span<const Box> values, double width, double space)
{
    std::vector<Box> lines, line;
    double used = 0;
    for (const QString& word : pattern.split(u' ')) {
        const Box box = wordOf(writer, word, values);
        if (used > 0 && used + space + box.width > width) {
            lines.push_back(writer.row(std::exchange(line, {})));
            used = 0;
        }
        if (!line.empty()) line.push_back(writer.words(QStringLiteral(" ")));
        line.push_back(box);
        used += space + box.width;
    }
    lines.push_back(writer.row(std::move(line)));
    return lines;
}

}
