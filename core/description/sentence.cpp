// SPDX-License-Identifier: GPL-3.0-or-later
#include "sentence.h"

namespace rheobase {

Sentence::operator std::string() const
{
    std::string text(pattern);
    for (std::size_t i = parts.size(); i-- > 0;) // from the last: a part may itself have a %
        if (const auto place = text.find('%' + std::to_string(i + 1)); place != text.npos) text.replace(place, 2, parts[i]);
    return text;
}

}
