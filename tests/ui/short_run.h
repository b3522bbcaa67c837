// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue.h"
#include "figure.h"
#include "files.h"
#include "words.h"

#include <QTest>

#include <cmath>

/// What the tests of exports share: a run, and what is in tables.
namespace rheobase {

/// A short run of a model, with values that need all their digits.
struct Run {
    Experiment experiment;
    Trace trace;

    explicit Run(const Model& model) : experiment(defaultExperiment(model)), trace(model)
    {
        experiment.parameters[0] *= 1.1;
        experiment.stimulus[0].values[0] = model.input.max / 3;
        experiment.noise = {Noise::Kind::white, model.input.max / 30};
        experiment.seed = 18'446'744'073'709'551'557u;
        const auto solver = makeSolver(experiment);
        solver->recordNow(Mark::start, trace);
        solver->advance(static_cast<std::uint64_t>(60 / experiment.dt), 1, trace);
    }
    TraceFigure content() const
    {
        return {.trace = std::make_shared<const Trace>(trace),
                .experiment = experiment,
                .from = 10,
                .to = 60,
                .rows = {"potential", "current"}};
    }
};

inline bool isOneSentence(const QString& text)
{
    return text.endsWith(u'.') && !text.contains(u'\n') && !text.contains(QStringLiteral(". "));
}

/// The numbers of a table, a row a list; the header as `names`.
inline std::vector<std::vector<double>> tableIn(const QByteArray& csv, QByteArrayList* names)
{
    std::vector<std::vector<double>> rows;
    for (const QByteArray& line : csv.trimmed().split('\n')) {
        if (line.startsWith('#')) continue;
        if (names->isEmpty()) {
            *names = line.split(',');
            continue;
        }
        std::vector<double>& row = rows.emplace_back();
        for (const QByteArray& number : line.split(',')) row.push_back(number.isEmpty() ? std::nan("") : number.toDouble());
    }
    return rows;
}

inline void addModels()
{
    QTest::addColumn<QString>("id");
    for (const Model& model : catalogue()) QTest::newRow(model.id.data()) << fromView(model.id);
}

inline const Model& modelOf(const QString& id) { return *findModel(id.toStdString()); }
inline const Model& leaky() { return *findModel("leaky-integrate-and-fire"); }

}
