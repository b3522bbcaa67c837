// SPDX-License-Identifier: GPL-3.0-or-later
#include "sentence.h"

namespace rheobase {

Sentence::operator std::string() const
{
    std::string text;
    for (std::string_view rest = pattern; !rest.empty();) {
        const std::size_t place = rest.size() > 1 && rest[0] == '%' ? static_cast<std::size_t>(rest[1] - '1') : parts.size();
        const bool isPlace = place < parts.size();
        text += isPlace ? std::string_view(parts[place]) : rest.substr(0, 1); // a part may itself have a %
        rest.remove_prefix(isPlace ? 2 : 1);
    }
    return text;
}

}
