// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "syntax.h"

namespace rheobase {

/// What the scripts in Python share. `script` outlives it.
class PythonText {
public:
    PythonText(const Script& script, const Dialect& dialect) : m_script(script), m_write(script, dialect) {}
    const Writer& writer() const { return m_write; }
    const Names& names() const { return m_write.names(); }

    /// The docstring, with what the script does and needs.
    std::string docstring(std::string_view purpose, std::span<const Sentence> unsaid) const;
    /// "C = 1  # µF/cm², membrane capacitance", a line each.
    std::string parameters() const;
    /// The numeric initial states, in brackets, and what they are.
    std::string initial() const;
    /// Names of the states that are carried on, "V, m, h, n".
    std::string states() const;
    /// The terms as assignments, a line each.
    std::string terms(std::string_view indent) const;
    /// The expected values and how they are compared.
    std::string expected() const;

private:
    const Script& m_script;
    Writer m_write;
};

/// "# The injected current in µA/cm²" or the commanded potential.
std::string givenMeaning(const Script& script);

/// Tells how far the array `spikes` is off, and exits by it.
inline constexpr std::string_view checkSpikes =
    R"(print(f"{len(spikes)} spikes in {duration} ms:", *(f"{t:.5f}" for t in spikes[:20]), "..." if len(spikes) > 20 else "")
compared = spikes[spikes <= compare_until]
if len(compared) != len(expected):
    sys.exit(f"Rheobase finds {len(expected)} spikes up to {compare_until} ms, and here are {len(compared)}.")
off = max(np.abs(compared - expected), default=0)
print(f"At most {off:.2g} ms off those of Rheobase (tolerance {tolerance} ms).")
sys.exit(not off <= tolerance)
)";

}
