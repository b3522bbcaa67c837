// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>
#include <string>
#include <vector>

namespace rheobase {

/// A column of numbers: its name in files, "V_mV", and its unit, "mV".
struct NumberColumn {
    std::string name, unit;
    std::vector<double> values{};
};

/// A table of numbers as files for other programs hold it, with the experiment that it came from.
struct NumberTable {
    QByteArray experiment;                       ///< its document, in one line
    std::optional<std::vector<double>> spikes{}; ///< ms
    std::vector<NumberColumn> columns{};
};

}
