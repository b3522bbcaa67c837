// SPDX-License-Identifier: GPL-3.0-or-later
#include "row_list.h"

#include <QHeaderView>
#include <QTableView>

namespace rheobase {

void makeRowList(QTableView& view)
{
    view.setSelectionBehavior(QAbstractItemView::SelectRows);
    view.setSelectionMode(QAbstractItemView::SingleSelection);
    view.setTabKeyNavigation(false);
    view.setShowGrid(false);
    view.setWordWrap(false);
    view.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.verticalHeader()->hide();
    QHeaderView& heads = *view.horizontalHeader();
    heads.setSectionResizeMode(QHeaderView::Fixed);
    heads.setHighlightSections(false);
    heads.setSectionsClickable(false);
    heads.setMinimumSectionSize(1);
}

}
