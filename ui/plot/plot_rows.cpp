// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot_rows.h"

#include "columns.h"
#include "sealed.h"
#include "words.h"

#include <QCoreApplication>

#include <algorithm>

namespace rheobase {

namespace {

QString titled(const QString& name, std::string_view unit)
{
    return unit.empty() ? capitalised(name) : QStringLiteral("%1 (%2)").arg(capitalised(name), fromView(unit));
}

/// What terms of one part are called together.
struct Kind {
    const char* id;
    const char* name;
};

Kind kindOf(Part part)
{
    switch (part) {
    case Part::ionicCurrent: return {"currents", QT_TRANSLATE_NOOP("Plot", "ionic currents")};
    case Part::rate: return {"rates", QT_TRANSLATE_NOOP("Plot", "rates")};
    case Part::timeConstant: return {"time-constants", QT_TRANSLATE_NOOP("Plot", "time constants")};
    case Part::steadyState: return {"steady-states", QT_TRANSLATE_NOOP("Plot", "steady states")};
    case Part::charge: return {"charge", QT_TRANSLATE_NOOP("Plot", "charges")};
    default: return {"others", QT_TRANSLATE_NOOP("Plot", "other terms")};
    }
}

void addTerm(std::vector<PlotRow>& rows, const Quantity& term, std::size_t column)
{
    const Kind kind = kindOf(term.part);
    const auto it = std::ranges::find(rows, QString(kind.id), &PlotRow::id);
    if (it == rows.end()) {
        rows.push_back({kind.id, titleOf(term), {column}, false});
        return;
    }
    it->columns.push_back(column);
    it->title = titled(QCoreApplication::translate("Plot", kind.name), term.unit);
}

}

QString titleOf(const Quantity& q) { return titled(QStringLiteral("%1 %2").arg(nameSpoken(q.meaning), fromView(q.symbol)), q.unit); }

std::vector<PlotRow> plotRows(const Model& model)
{
    const Columns columns(model);
    const auto& V = columns[Columns::potential].quantity;
    std::vector<PlotRow> rows{{"potential", titleOf(V), {Columns::potential}, true},
                              {"current", titleOf(columns[Columns::given].quantity), {Columns::given}, true}};
    for (std::size_t i = 1; i < model.state.size(); ++i) {
        const Quantity& q = model.state[i];
        const bool isGate = q.part == Part::gate;
        const QString id = isGate ? QStringLiteral("gates") : "states-" + QString::fromStdString(identifier(q.unit));
        const auto it = std::ranges::find(rows, id, &PlotRow::id);
        if (it == rows.end()) {
            rows.push_back({id, titleOf(q), {columns.of(Role::state, i)}, true});
            continue;
        }
        it->columns.push_back(columns.of(Role::state, i));
        it->title = titled(
            isGate ? QCoreApplication::translate("Plot", "gating variables") : QCoreApplication::translate("Plot", "other states"), q.unit);
    }
    for (std::size_t i = 0; i < model.terms.size(); ++i) addTerm(rows, model.terms[i], columns.of(Role::term, i));
    return rows;
}

std::vector<PlotRow> plotRows(const Experiment& experiment)
{
    auto rows = plotRows(*experiment.model);
    std::ranges::find(rows, QStringLiteral("current"), &PlotRow::id)->title = titleOf(recordedCurrent(experiment));
    const auto tells = concealedTerms(experiment);
    const Columns columns(*experiment.model);
    std::erase_if(rows, [&](const PlotRow& row) {
        for (std::size_t i = 0; i < tells.size(); ++i)
            if (tells[i] && std::ranges::find(row.columns, columns.of(Role::term, i)) != row.columns.end()) return true;
        return false;
    });
    return rows;
}

}
