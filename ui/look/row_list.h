// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace rheobase {

/// Makes a table a list of rows with columns: rows are chosen, one at a time, and there is no grid.
void makeRowList(QTableView& view);

}
