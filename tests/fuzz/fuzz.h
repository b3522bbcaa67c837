// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

/// What each fuzz target is: something done with any bytes, which ends the program where the outcome is not what it must be.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

namespace rheobase {

/// Ends the program with a message, unless what must hold holds.
inline void require(bool holds, const char* what, const QByteArray& told = {})
{
    if (holds) return;
    std::fprintf(stderr, "fuzz: %s: %s\n", what, told.constData());
    std::abort();
}

/// Ends the program unless this is a sentence: it ends as one, and no place for a part of it is left open.
inline void requireSentence(const QByteArray& sentence) { require(sentence.endsWith('.') && sentence.size() > 1, "no sentence", sentence); }

}
