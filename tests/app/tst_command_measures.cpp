// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue.h"
#include "experiment_file.h"
#include "measures.h"
#include "program.h"
#include "solver.h"

#include <QJsonArray>

#include <cmath>

using namespace rheobase;

namespace {

QString text(std::string_view view) { return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size())); }

}

/// The list of measures, and the summary of a run, which reads it.
class TestCommandMeasures : public QObject {
    Q_OBJECT

private slots:
    void listsEach()
    {
        const Outcome outcome = run({"measures"});
        SUCCEEDED(outcome);
        const auto lines = outcome.out.split('\n');
        for (std::size_t i = 0; i < measures().size(); ++i) {
            const QString line = QString::fromUtf8(lines[static_cast<qsizetype>(i)]), unit = text(measures()[i].unit);
            QVERIFY2(line.trimmed().startsWith(text(measures()[i].id) + u' '), qPrintable(line));
            QVERIFY2(line.endsWith("  " + text(measures()[i].definition)), qPrintable(line));
            QVERIFY2(unit == text(currentUnit) || unit == text(resistanceUnit) || line.contains(u' ' + unit + u' '), qPrintable(line));
        }
        QVERIFY(outcome.out.contains("nA, µA/cm²"));
        QVERIFY(outcome.out.contains(text(windowDefinition).toUtf8()));
    }

    void listsAsJson()
    {
        const Outcome outcome = run({"measures", "--json"});
        SUCCEEDED(outcome);
        const QJsonArray listed = jsonOf(outcome)["measures"].toArray();
        QCOMPARE(static_cast<std::size_t>(listed.size()), measures().size());
        for (qsizetype i = 0; i < listed.size(); ++i) {
            const Measure& measure = measures()[static_cast<std::size_t>(i)];
            QCOMPARE(listed[i]["id"].toString(), text(measure.id));
            QCOMPARE(listed[i]["meaning"].toString(), text(measure.meaning));
            QCOMPARE(listed[i]["definition"].toString(), text(measure.definition));
            QVERIFY(listed[i]["unit"].isString() && listed[i]["unit"].toString() != text(currentUnit));
            QVERIFY(listed[i]["unit"].toString() != text(resistanceUnit));
        }
    }

    void isTold()
    {
        QVERIFY(run({"--help"}).out.contains("rheobase measures [--json]"));
        const Outcome help = run({"measures", "--help"});
        SUCCEEDED(help);
        QVERIFY(help.out.contains("Usage: ") && help.out.contains("--json"));
        refused({"measures", "rate"}, {"\"rate\" is one word too many"});
        refused({"measures", "--jsn"}, {"--jsn", "--json"});
        refused({"mesures"}, {"mesures", "measures"});
    }

    /// Every number of the summary is the table's, of a recorded run.
    void theSummaryAgrees_data()
    {
        QTest::addColumn<int>("model");
        QTest::addColumn<QString>("stimulus");
        for (std::size_t i = 0; i < catalogue().size(); ++i)
            for (const char* stimulus : {"constant", "step:start=20,end=150", "pulse-train:start=10,width=5", "constant:amplitude=0"})
                QTest::addRow("%s, %s", catalogue()[i].id.data(), stimulus) << static_cast<int>(i) << stimulus;
    }
    void theSummaryAgrees()
    {
        QFETCH(int, model);
        QFETCH(QString, stimulus);
        const Outcome outcome =
            run({"run", text(catalogue()[static_cast<std::size_t>(model)].id), "--stimulus", stimulus, "--duration", "300", "--json"});
        SUCCEEDED(outcome);
        const QJsonValue summary = jsonOf(outcome);
        const Experiment e = fromJson(summary["experiment"].toObject(), nullptr).value();
        Trace trace(*e.model);
        const auto solver = makeSolver(e);
        solver->recordNow(Mark::start, trace);
        solver->advance(static_cast<std::uint64_t>(std::llround(300 / e.dt)), 1, trace);
        const MeasuredRun whole = measured(trace, e, 0, 300);
        const auto compare = [&](const char* group, std::initializer_list<std::pair<const char*, const char*>> keys) {
            for (const auto& [key, id] : keys) {
                const auto value = measure(id).ofRun(whole);
                const QJsonValue told = summary[QLatin1String(group)][QLatin1String(key)];
                QVERIFY2(value ? std::abs(told.toDouble(NAN) - *value) <= 1e-12 * std::abs(*value) : told.isNull(), key);
            }
        };
        compare("spikes", {{"rate_Hz", "rate"},
                           {"meanRate_Hz", "mean-rate"},
                           {"latency_ms", "latency"},
                           {"first_ms", "spike.first"},
                           {"last_ms", "spike.last"}});
        compare("intervals", {{"first_ms", "isi.first"},
                              {"last_ms", "isi.last"},
                              {"mean_ms", "isi.mean"},
                              {"standardDeviation_ms", "isi.sd"},
                              {"coefficientOfVariation", "cv"},
                              {"adaptationIndex", "adaptation"},
                              {"shortest_ms", "isi.shortest"},
                              {"longest_ms", "isi.longest"}});
        QCOMPARE(summary["spikes"]["count"].toInt(), static_cast<int>(trace.spikes().size()));
        const auto rest = measure("rest").ofExperiment(e, {}), rheobase = measure("rheobase").ofExperiment(e, {});
        QVERIFY(rest ? summary["rest_mV"].toDouble() == *rest : summary["rest_mV"].isNull());
        QVERIFY(rheobase ? summary["rheobase"]["spike"].toDouble() == *rheobase : summary["rheobase"].isNull());
    }

    /// The time that rates are of is told.
    void tellsTheTimeOfRates()
    {
        const QStringList step{"run", leaky, "--stimulus", "step:start=100,end=600,amplitude=3", "--duration", "1000"};
        const QJsonValue summary = jsonOf(run(step + QStringList{"--json"}));
        QCOMPARE(summary["stimulusOn"]["from_ms"].toDouble(), 100);
        QCOMPARE(summary["stimulusOn"]["to_ms"].toDouble(), 600);
        const double T = 2 + 8 * std::log(25.0 / 10), latency = 8 * std::log(30.0 / 10), count = std::floor((500 - latency) / T) + 1;
        QCOMPARE(summary["spikes"]["count"].toDouble(), count);
        QVERIFY(std::abs(summary["spikes"]["rate_Hz"].toDouble() - 1000 / T) < 1e-8);
        QVERIFY(std::abs(summary["spikes"]["meanRate_Hz"].toDouble() - count / 0.5) < 1e-8);
        QVERIFY(std::abs(summary["spikes"]["latency_ms"].toDouble() - latency) < 1e-8);
        QVERIFY(run(step).out.contains("Hz from 100 to 600 ms"));
    }
};

QTEST_GUILESS_MAIN(TestCommandMeasures)
#include "tst_command_measures.moc"
