// SPDX-License-Identifier: GPL-3.0-or-later
// Documents of the versions before open, and give the run that they gave. tests/documents/v1 was written by Rheobase 0.1, with the spikes
// and the last potential of a run of 1000 ms.
#include "catalogue.h"
#include "experiment_file.h"
#include "trace.h"
#include "words.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <cmath>

using namespace rheobase;

namespace {

const QString v1 = QStringLiteral(RHEOBASE_SOURCES "/tests/documents/v1");

QJsonObject json(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

const Model& squid() { return *findModel("hodgkin-huxley"); }

QJsonObject with(QJsonObject document, const QString& key, const QString& state, double value, const QString& unit = {})
{
    QJsonObject states = document[key].toObject();
    states[state] = QJsonObject{{"value", value}};
    if (!unit.isEmpty()) states[state] = QJsonObject{{"value", value}, {"unit", unit}};
    document[key] = states;
    return document;
}

Experiment readBack(const QJsonObject& document)
{
    QString error;
    const auto read = fromJson(document, &error);
    if (!read) qWarning("%s", qPrintable(error));
    return read.value_or(Experiment());
}

}

class TestDocumentVersions : public QObject {
    Q_OBJECT
private slots:
    void everyModelHasOne();
    void runAsTheyDid_data();
    void runAsTheyDid();
    void tellWhereTheyStart_data() { rowPerModel(); }
    void tellWhereTheyStart();
    void startWhereTheyStarted();
    void gatesFollowThePotential();
    void roundingIsNoChoice();
    void keepExtremeStarts();
    void refuseAnImpossibleStart();

private:
    static void rowPerModel()
    {
        QTest::addColumn<QString>("id");
        for (const Model& model : catalogue()) QTest::newRow(model.id.data()) << fromView(model.id);
    }
};

void TestDocumentVersions::everyModelHasOne()
{
    QStringList endings;
    for (const QFileInfo& file : QDir(v1).entryInfoList(QDir::Files)) endings << file.suffix();
    for (const char* ending : {"rheobase", "png", "svg", "pdf", "csv", "npz"}) QVERIFY2(endings.contains(ending), ending);
}

void TestDocumentVersions::runAsTheyDid_data()
{
    QTest::addColumn<QString>("path");
    for (const QFileInfo& file : QDir(v1).entryInfoList(QDir::Files))
        if (file.suffix() != u"json") QTest::newRow(qPrintable(file.fileName())) << file.filePath();
}

void TestDocumentVersions::runAsTheyDid()
{
    QFETCH(QString, path);
    QString error;
    const auto experiment = loadExperiment(path, &error);
    QVERIFY2(experiment, qPrintable(error));
    QCOMPARE(experiment->duration, 1000.0);
    const QJsonValue expected = json(v1 + "/expected.json")[fromView(experiment->model->id)];
    Trace trace(*experiment->model);
    const auto solver = makeSolver(*experiment);
    solver->recordNow(Mark::start, trace);
    solver->advance(static_cast<std::uint64_t>(std::llround(experiment->duration / experiment->dt)), 100, trace);
    const QJsonArray spikes = expected["spikes_ms"].toArray();
    QCOMPARE(trace.spikes().size(), static_cast<std::size_t>(spikes.size()));
    for (std::size_t i = 0; i < trace.spikes().size(); ++i)
        QVERIFY2(std::abs(trace.spikes()[i] - spikes[static_cast<qsizetype>(i)].toDouble()) < 1e-6, qPrintable(QString::number(i)));
    QVERIFY(std::abs(solver->neuron().state[0] - expected["V_mV"].toDouble()) < 1e-6);
    QVERIFY(spikes.size() > 10 || experiment->model->id == "passive");
}

/// Every state, whatever sets it.
void TestDocumentVersions::tellWhereTheyStart()
{
    QFETCH(QString, id);
    const Model& model = *findModel(id.toStdString());
    Experiment e = defaultExperiment(model);
    e.initial.back() = 0.5 * (model.state.back().min + model.state.back().max);
    const QJsonObject document = toJson(e), states = document["start"].toObject();
    QCOMPARE(static_cast<std::size_t>(states.size()), model.state.size());
    for (std::size_t i = 0; i < model.state.size(); ++i) {
        const QString name = QString::fromStdString(identifier(model.state[i].symbol));
        QCOMPARE(states[name]["value"].toDouble(), start(e).state[i]);
        QCOMPARE(states[name]["unit"].toString(), fromView(model.state[i].unit));
    }
    QCOMPARE(document["initial"].toObject().size(), 1);
    QVERIFY(readBack(document) == e);
}

/// A program with another habit would have written the same document.
void TestDocumentVersions::startWhereTheyStarted()
{
    for (const Model& model : catalogue()) {
        const Experiment e = defaultExperiment(model);
        const double elsewhere = start(e).state[0] - 1;
        const Quantity& V = model.state[0];
        const Experiment read = readBack(with(toJson(e), "start", fromView(identifier(V.symbol)), elsewhere, fromView(V.unit)));
        QCOMPARE(start(read).state[0], elsewhere);
        QVERIFY(read.initial[0] == elsewhere);
        QVERIFY(readBack(toJson(read)) == read);
    }
    const Experiment e = defaultExperiment(squid());
    QVERIFY(readBack(with(toJson(e), "start", "h", 0.25)).initial == (std::vector<std::optional<double>>{{}, {}, 0.25, {}}));
}

/// Gates that stand where they rest at this potential stay free.
void TestDocumentVersions::gatesFollowThePotential()
{
    Experiment e = defaultExperiment(squid());
    e.initial[0] = -70;
    QJsonObject document = toJson(e);
    document["initial"] = QJsonObject();
    QVERIFY(readBack(document) == e);
}

void TestDocumentVersions::roundingIsNoChoice()
{
    const Experiment e = defaultExperiment(squid());
    const double h = start(e).state[2];
    QVERIFY(readBack(with(toJson(e), "start", "h", h * (1 + 1e-14))) == e);
    QVERIFY(readBack(with(toJson(e), "start", "h", h * (1 + 1e-10))) != e);
}

/// What was saved can be opened, however far the start is from anything that makes sense.
void TestDocumentVersions::keepExtremeStarts()
{
    for (const Model& model : catalogue())
        for (const double V : {-1e9, -1e5, 1e5, 1e9}) {
            Experiment e = defaultExperiment(model);
            e.initial[0] = V;
            QVERIFY(readBack(toJson(e)) == e);
        }
}

void TestDocumentVersions::refuseAnImpossibleStart()
{
    QString error;
    QVERIFY(!fromJson(with(toJson(defaultExperiment(squid())), "start", "h", 2), &error));
    QVERIFY2(error.contains("initial h") && error.endsWith(u'.'), qPrintable(error));
}

QTEST_MAIN(TestDocumentVersions)
#include "tst_document_versions.moc"
