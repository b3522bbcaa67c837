// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue.h"
#include "csv.h"
#include "data_file.h"
#include "experiment_file.h"
#include "presets.h"
#include "trace.h"

#include <QDirIterator>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <random>
#include <set>

using namespace rheobase;

namespace {

const Model& leaky() { return *findModel("leaky-integrate-and-fire"); }

/// Experiments with random values of everything.
class Chance {
public:
    explicit Chance(unsigned seed) : m_engine(seed) {}

    Experiment experiment(const Model& model)
    {
        Experiment e = defaultExperiment(model);
        do {
            for (std::size_t i = 0; i < e.parameters.size(); ++i) e.parameters[i] = within(model.parameters[i]);
        } while (brokenOrder(model, e.parameters));
        for (std::size_t i = 0; i < e.initial.size(); ++i) e.initial[i] = below(2) ? std::optional(within(model.state[i])) : std::nullopt;
        e.stimulus.clear();
        for (std::size_t count = below(4); count > 0; --count) e.stimulus.push_back(part(model.input));
        if (const auto end = endOf(e.stimulus); end && below(2)) e.stimulus.repeat = *end + within(repetition);
        e.noise = {static_cast<Noise::Kind>(below(3)), std::abs(within(model.input)), 0.1 + std::abs(within(model.input))};
        const auto solvers = solversFor(model);
        e.solver = solvers[below(solvers.size())];
        e.dt = within(stepSize);
        e.duration = within(runDuration);
        e.seed = m_engine() >> below(64);
        e.injection = within(model.input);
        if (model.hasSpikeLevel()) e.spikeLevel = within(model.state[0]);
        if (clampRefusal(model).empty()) clamp(e);
        return e;
    }

private:
    void clamp(Experiment& e)
    {
        VoltageClamp& c = e.clamp;
        const Model& model = *e.model;
        e.mode = static_cast<Mode>(below(2));
        for (const auto& [quantity, member] : clampSettings(model))
            c.*member = quantity.domain.leastAllowed() > 0 ? 1 + within(quantity) : within(quantity);
        c.hasPrepulse = below(2), c.hasTail = below(2), c.isCapacitive = below(2), c.subtractsLeak = below(2);
        if (c.repeat > 0) c.repeat = below(2) ? 0 : lengthOf(c) + 300;
        c.steps.resize(1 + below(20));
        for (double& step : c.steps) step = within(testPotential(model));
        c.chosen = below(c.steps.size());
        for (std::size_t i = 0; i < c.blocked.size(); ++i)
            if (model.parameters[i].part == Part::conductance && below(2)) c.blocked[i] = within(blockedShare(model.parameters[i]));
    }
    double within(const Quantity& q) { return std::uniform_real_distribution(q.min, q.max)(m_engine); }
    std::size_t below(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(m_engine); }
    StimulusComponent part(const Quantity& input)
    {
        const StimulusShape& shape = stimulusShapes()[below(stimulusShapes().size())];
        StimulusComponent made = component(shape, input);
        const auto rows = quantities(shape, input);
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (rows[i].symbol != "end") made.values[i] = rows[i].domain.whole ? std::floor(within(rows[i])) : within(rows[i]);
        if (const auto period = indexOf(rows, "period")) made.values[*period] += made.values[*indexOf(rows, "width")];
        if (const auto end = indexOf(rows, "end")) made.values[*end] = made.values[*indexOf(rows, "start")] + 0.1 + within(rows[*end]);
        return made;
    }

    std::mt19937_64 m_engine;
};

QString pathIn(const QTemporaryDir& folder, const QString& name) { return folder.filePath(name); }

void write(const QString& path, const QByteArray& text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

/// The document with the value at a path of keys replaced; removed where the value is undefined.
QJsonValue with(const QJsonValue& whole, QStringList path, const QJsonValue& value)
{
    if (path.isEmpty()) return value;
    const QString key = path.takeFirst();
    if (whole.isArray()) {
        QJsonArray array = whole.toArray();
        array[key.toInt()] = with(array[key.toInt()], path, value);
        return array;
    }
    QJsonObject object = whole.toObject();
    object[key] = with(object[key], path, value);
    return object;
}

}

class TestExperimentFile : public QObject {
    Q_OBJECT
private slots:
    void keepsEveryExperiment_data();
    void keepsEveryExperiment();
    void tellsUnits();
    void unitsConvert();
    void refuses_data();
    void refuses();
    void clampsAreWrittenWhereTheyAreMeant();
    void refusesClamps_data();
    void refusesClamps();
    void readsChanges();
    void refusesWhatIsNoDocument();
    void readsFromFiles_data();
    void readsFromFiles();
    void refusesFilesWithoutExperiment_data();
    void refusesFilesWithoutExperiment();
    void replacesAFileAsAWhole();
    void presetsStateTheirSource_data();
    void presetsStateTheirSource();
    void everyPresetIsLoaded();
};

void TestExperimentFile::keepsEveryExperiment_data()
{
    QTest::addColumn<int>("model");
    for (std::size_t i = 0; i < catalogue().size(); ++i) QTest::newRow(catalogue()[i].id.data()) << static_cast<int>(i);
}

void TestExperimentFile::keepsEveryExperiment()
{
    QFETCH(int, model);
    const Model& m = catalogue()[static_cast<std::size_t>(model)];
    Chance chance(7);
    for (int i = 0; i < 200; ++i) {
        const Experiment e = i == 0 ? defaultExperiment(m) : chance.experiment(m);
        const QByteArray line = toLine(e);
        QVERIFY(!line.contains('\n'));
        QString error;
        const auto read = fromText(line, &error);
        QVERIFY2(read, qPrintable(error));
        QVERIFY2(*read == e, line.constData());
    }
}

void TestExperimentFile::tellsUnits()
{
    const QJsonObject document = toJson(defaultExperiment(leaky()));
    QCOMPARE(document["format"].toString(), "rheobase-experiment");
    QCOMPARE(document["version"].toInt(), 2);
    QCOMPARE(document["parameters"]["R"]["unit"].toString(), "MΩ");
    QCOMPARE(document["stimulus"][0]["amplitude"]["unit"].toString(), "nA");
    const QByteArray text = QJsonDocument(toJson([] {
                                Experiment e = defaultExperiment(leaky());
                                e.parameters[0] = 0.1 + 0.2;
                                return e;
                            }()))
                                .toJson();
    QVERIFY2(text.contains("0.30000000000000004"), text.constData());
}

/// A unit of the same dimension is as good, and nothing is rounded.
void TestExperimentFile::unitsConvert()
{
    QJsonObject document = toJson(defaultExperiment(leaky())), parameters = document["parameters"].toObject();
    parameters["R"] = QJsonObject{{"value", 0.01}, {"unit", "GΩ"}};
    parameters["t_ref"] = QJsonObject{{"value", 0.0023}, {"unit", "s"}};
    document["parameters"] = parameters;
    QString error;
    const auto read = fromJson(document, &error);
    QVERIFY2(read, qPrintable(error));
    QCOMPARE(read->parameters[*indexOf(leaky().parameters, Part::resistance)], 10.0);
    QCOMPARE(read->parameters[*indexOf(leaky().parameters, Part::refractoryPeriod)], 2.3);
}

void TestExperimentFile::refuses_data()
{
    QTest::addColumn<QStringList>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QStringList>("said");
    const QJsonValue gone(QJsonValue::Undefined);
    QTest::newRow("format") << QStringList{"format"} << QJsonValue("other") << QStringList{"format", "rheobase-experiment"};
    QTest::newRow("newer version") << QStringList{"version"} << QJsonValue(3) << QStringList{"version", "3", "newer"};
    QTest::newRow("no such version") << QStringList{"version"} << QJsonValue(1.5) << QStringList{"version", "1.5", "whole"};
    QTest::newRow("no version") << QStringList{"version"} << gone << QStringList{"version", "missing"};
    QTest::newRow("unknown key") << QStringList{"parametres"} << QJsonValue(1) << QStringList{"parametres", "parameters"};
    QTest::newRow("model") << QStringList{"model"} << QJsonValue("leaky-integrate-and-fir")
                           << QStringList{"leaky-integrate-and-fir\"", "leaky-integrate-and-fire"};
    QTest::newRow("model type") << QStringList{"model"} << QJsonValue(3) << QStringList{"model", "text"};
    QTest::newRow("missing parameter") << QStringList{"parameters", "V_th"} << gone << QStringList{"parameters.V_th", "missing"};
    QTest::newRow("unknown parameter") << QStringList{"parameters", "Vth"} << QJsonValue(1)
                                       << QStringList{"parameters.Vth", "parameters.V_th"};
    QTest::newRow("parameter without unit") << QStringList{"parameters", "R", "unit"} << gone
                                            << QStringList{"parameters.R.unit", "missing"};
    QTest::newRow("wrong unit") << QStringList{"parameters", "R", "unit"} << QJsonValue("nF")
                                << QStringList{"parameters.R is a resistance", "10 nF is a capacitance"};
    QTest::newRow("plain number") << QStringList{"parameters", "R"} << QJsonValue(10) << QStringList{"parameters.R", "object"};
    QTest::newRow("text for number") << QStringList{"parameters", "R", "value"} << QJsonValue("10")
                                     << QStringList{"parameters.R.value", "number"};
    QTest::newRow("null") << QStringList{"parameters", "R", "value"} << QJsonValue() << QStringList{"parameters.R.value", "number"};
    QTest::newRow("outside physics") << QStringList{"parameters", "R", "value"} << QJsonValue(-1) << QStringList{"R", "greater than 0"};
    QTest::newRow("broken order") << QStringList{"parameters", "V_reset", "value"} << QJsonValue(0) << QStringList{"V_reset", "V_th"};
    QTest::newRow("unknown state") << QStringList{"initial", "U"} << QJsonValue(1) << QStringList{"initial.U", "initial.V"};
    QTest::newRow("no start") << QStringList{"start"} << gone << QStringList{"start", "missing"};
    QTest::newRow("unknown start") << QStringList{"start", "U"} << QJsonValue(1) << QStringList{"start.U", "start.V"};
    QTest::newRow("start unit") << QStringList{"start", "V", "unit"} << QJsonValue("A")
                                << QStringList{"start.V is a potential", "A is a current"};
    QTest::newRow("no duration") << QStringList{"duration_ms"} << gone << QStringList{"duration_ms", "missing"};
    QTest::newRow("duration") << QStringList{"duration_ms"} << QJsonValue(-1) << QStringList{"duration", "at least 0"};
    QTest::newRow("duration of version 1") << QStringList{"version"} << QJsonValue(1) << QStringList{"duration_ms", "Unknown"};
    QTest::newRow("stimulus type") << QStringList{"stimulus"} << QJsonValue(QJsonObject()) << QStringList{"stimulus", "list"};
    QTest::newRow("shape") << QStringList{"stimulus", "0", "shape"} << QJsonValue("constante")
                           << QStringList{"constante", "constant", "stimulus[0].shape"};
    QTest::newRow("stimulus key") << QStringList{"stimulus", "0", "amplitud"} << QJsonValue(1)
                                  << QStringList{"stimulus[0].amplitud\"", "stimulus[0].amplitude"};
    QTest::newRow("missing amplitude") << QStringList{"stimulus", "0", "amplitude"} << gone
                                       << QStringList{"stimulus[0].amplitude", "missing"};
    QTest::newRow("nothing to repeat") << QStringList{"repeat_ms"} << QJsonValue(100) << QStringList{"repeat", "nothing to repeat"};
    QTest::newRow("repeat type") << QStringList{"repeat_ms"} << QJsonValue("100") << QStringList{"repeat_ms", "number"};
    QTest::newRow("negative repeat") << QStringList{"repeat_ms"} << QJsonValue(-1) << QStringList{"repeat", "at least 0.001 ms"};
    QTest::newRow("view") << QStringList{"view"} << QJsonValue(QJsonObject{{"trigger", "onset"}})
                          << QStringList{"view.window_ms", "missing"};
    QTest::newRow("noise kind") << QStringList{"noise", "kind"} << QJsonValue("withe") << QStringList{"withe", "white"};
    QTest::newRow("noise key") << QStringList{"noise", "sigmas"} << QJsonValue(1) << QStringList{"noise.sigmas", "noise.sigma"};
    QTest::newRow("solver") << QStringList{"solver"} << QJsonValue("rk5") << QStringList{"rk5", "rk4"};
    QTest::newRow("dt") << QStringList{"dt_ms"} << QJsonValue(0) << QStringList{"at least"};
    QTest::newRow("dt type") << QStringList{"dt_ms"} << QJsonValue(true) << QStringList{"dt_ms", "number"};
    QTest::newRow("fractional seed") << QStringList{"seed"} << QJsonValue(1.5) << QStringList{"seed", "whole"};
    QTest::newRow("negative seed") << QStringList{"seed"} << QJsonValue("-1") << QStringList{"seed", "whole"};
    QTest::newRow("injection") << QStringList{"injection", "unit"} << QJsonValue("mV")
                               << QStringList{"injection is a current", "mV is a potential"};
    QTest::newRow("change without time") << QStringList{"changes"} << QJsonValue(QJsonArray{QJsonObject{{"text", "x"}}})
                                         << QStringList{"changes[0].time_ms", "missing"};
    QTest::newRow("name type") << QStringList{"name"} << QJsonValue(1) << QStringList{"name", "text"};
}

void TestExperimentFile::refuses()
{
    QFETCH(QStringList, path);
    QFETCH(QJsonValue, value);
    QFETCH(QStringList, said);
    const QJsonObject document = with(toJson(defaultExperiment(leaky())), path, value).toObject();
    QString error;
    QVERIFY(!fromJson(document, &error));
    for (const QString& word : said) QVERIFY2(error.contains(word), qPrintable(error));
    QVERIFY2(error.endsWith(u'.') && !error.contains(u'\n') && error.count(". ") == 0, qPrintable(error));
}

void TestExperimentFile::clampsAreWrittenWhereTheyAreMeant()
{
    const Model& squid = *findModel("hodgkin-huxley");
    Experiment e = defaultExperiment(squid);
    QVERIFY(!toJson(e).contains("mode") && !toJson(e).contains("clamp")); // as ever
    e.clamp.hold = -70;
    QVERIFY(!toJson(e).contains("mode"));
    QVERIFY(fromJson(toJson(e), nullptr) == e); // it is kept for later
    e.mode = Mode::voltageClamp;
    e.clamp.blocked[*indexOf(squid.parameters, "g_Na")] = 100;
    const QJsonObject document = toJson(e);
    QCOMPARE(document["mode"].toString(), "voltage-clamp");
    QCOMPARE(document["clamp"]["V_hold"]["value"].toDouble(), -70.0);
    QCOMPARE(document["clamp"]["blocked"]["g_Na"]["value"].toDouble(), 100.0);
    QVERIFY(fromJson(document, nullptr) == e);
    QJsonObject few = document;
    few["clamp"] = QJsonObject{{"V_hold", QJsonObject{{"value", -0.07}, {"unit", "V"}}}};
    const auto read = fromJson(few, nullptr);
    QVERIFY(read && read->clamp.hold == -70 && read->clamp.steps == defaultClamp(squid).steps);
}

void TestExperimentFile::refusesClamps_data()
{
    const auto row = [](const char* name, const Model& model, const QJsonObject& clamp, const QStringList& said) {
        QTest::newRow(name) << &model << clamp << said;
    };
    QTest::addColumn<const Model*>("model");
    QTest::addColumn<QJsonObject>("clamp");
    QTest::addColumn<QStringList>("said");
    const Model& squid = *findModel("hodgkin-huxley");
    const auto mV = [](double value) { return QJsonObject{{"value", value}, {"unit", "mV"}}; };
    row("jumps", leaky(), {{"V_hold", mV(-60)}}, {"Leaky", "current clamp"});
    row("strange key", squid, {{"V_hol", mV(-60)}}, {"clamp.V_hol", "V_hold"});
    row("unit", squid, {{"V_hold", QJsonObject{{"value", -60}, {"unit", "nA"}}}}, {"current"});
    row("no steps", squid, {{"steps", QJsonArray()}}, {"test potential"});
    row("step", squid, {{"steps", QJsonArray{3}}}, {"clamp.steps[0]"});
    row("chosen", squid, {{"chosen", 40}}, {"chosen"});
    row("switch", squid, {{"tail", 1}}, {"clamp.tail", "true or false"});
    row("blocked", squid, {{"blocked", QJsonObject{{"g_Ca", QJsonObject{{"value", 3}}}}}}, {"clamp.blocked.g_Ca"});
    row("too much", squid, {{"blocked", QJsonObject{{"g_Na", QJsonObject{{"value", 300}}}}}}, {"TTX", "100"});
}

void TestExperimentFile::refusesClamps()
{
    QFETCH(const Model*, model);
    QFETCH(QJsonObject, clamp);
    QFETCH(QStringList, said);
    QJsonObject document = toJson(defaultExperiment(*model));
    document["mode"] = "voltage-clamp";
    document["clamp"] = clamp;
    QString error;
    QVERIFY(!fromJson(document, &error));
    for (const QString& word : said) QVERIFY2(error.contains(word), qPrintable(error));
    QVERIFY2(error.endsWith(u'.') && !error.contains(u'\n'), qPrintable(error));
}

void TestExperimentFile::readsChanges()
{
    const Experiment e = defaultExperiment(leaky());
    const Change changes[] = {{12.5, "Change R to 14 MΩ"}};
    const QJsonObject document = toJson(e, changes);
    QCOMPARE(document["changes"][0]["time_ms"].toDouble(), 12.5);
    QCOMPARE(document["changes"][0]["text"].toString(), "Change R to 14 MΩ");
    QVERIFY(fromJson(document, nullptr) == e);
}

void TestExperimentFile::refusesWhatIsNoDocument()
{
    for (const char* text : {"", "{", "[]", "42", "{\"format\": \"rheobase-experiment\",}"}) {
        QString error;
        QVERIFY(!fromText(text, &error));
        QVERIFY2(error.endsWith(u'.'), qPrintable(error));
    }
}

void TestExperimentFile::readsFromFiles_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"a.rheobase", "a.png", "a.svg", "a.pdf", "a.csv", "a.npz", "a.mat"}) QTest::newRow(name) << name;
}

void TestExperimentFile::readsFromFiles()
{
    QFETCH(QString, name);
    const QTemporaryDir folder;
    const QString path = pathIn(folder, name);
    Chance chance(3);
    for (const Model& model : catalogue()) {
        const Experiment e = chance.experiment(model);
        QString error;
        if (name.endsWith("rheobase")) QVERIFY2(saveExperiment(path, e, &error), qPrintable(error));
        if (name.endsWith("csv")) write(path, csvHead(e) + "0,1,2\n");
        if (name.endsWith("npz") || name.endsWith("mat")) QVERIFY2(saveData(path, Trace(model), e, 0, 1, &error), qPrintable(error));
        if (name.endsWith("png")) {
            QImage image(20, 20, QImage::Format_RGB32);
            image.fill(Qt::white);
            image.setText("rheobase", QString::fromUtf8(toLine(e)));
            QVERIFY(image.save(path));
        }
        if (name.endsWith("svg")) {
            QSvgGenerator generator;
            generator.setFileName(path);
            generator.setDescription(QString::fromUtf8(toLine(e)));
            QPainter(&generator).drawEllipse(0, 0, 10, 10);
        }
        if (name.endsWith("pdf")) {
            QPdfWriter writer(path);
            writer.addFileAttachment("experiment.rheobase", toLine(e), "application/json");
            QPainter(&writer).drawEllipse(0, 0, 10, 10);
        }
        const auto read = loadExperiment(path, &error);
        QVERIFY2(read, qPrintable(error));
        QVERIFY(*read == e);
    }
}

void TestExperimentFile::refusesFilesWithoutExperiment_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("absent") << "absent.rheobase" << QByteArray();
    QTest::newRow("empty") << "empty.rheobase" << QByteArray("");
    QTest::newRow("text") << "a.txt" << QByteArray("Hello");
    QTest::newRow("broken picture") << "a.png" << QByteArray("\x89PNG\r\n\x1a\n nothing");
    QTest::newRow("other drawing") << "a.svg" << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'><desc>a dog</desc></svg>");
    QTest::newRow("broken drawing") << "a.svg" << QByteArray("<svg><desc>{");
    QTest::newRow("other paper")
        << "a.pdf"
        << QByteArray("%PDF-1.4\n1 0 obj\n<</EF <</F 2 0 R>> >>\nendobj\n2 0 obj\n<</Filter /FlateDecode>>\nstream\nabc\nendstream\n");
    QTest::newRow("truncated paper") << "a.pdf" << QByteArray("%PDF-1.4\n1 0 obj\n<</EF <</F 2 0 R>> >>\nendobj\n2 0 obj\n<<>>\nstr");
    QTest::newRow("other arrays") << "a.npz" << QByteArray("PK\x03\x04 of something else, and long enough");
    QTest::newRow("truncated arrays") << "a.npz" << QByteArray("PK\x03\x04\x14\0\0\0\0\0", 10);
    const QByteArray mat = "MATLAB 5.0 MAT-file, of another program" + QByteArray(85, ' ') + QByteArray("\0\1IM", 4);
    QTest::newRow("no variables") << "a.mat" << mat;
    QTest::newRow("truncated variable") << "a.mat" << mat + QByteArray("\x0e\0\0\0\xff\xff\xff\x7f\6\0\0\0", 12);
    QTest::newRow("broken packing") << "a.mat" << mat + QByteArray("\x0f\0\0\0\4\0\0\0abcd", 12);
    QTest::newRow("other table") << "a.csv" << QByteArray("# a: 1\nx,y\n1,2\n");
}

void TestExperimentFile::refusesFilesWithoutExperiment()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    const QTemporaryDir folder;
    if (!content.isNull()) write(pathIn(folder, name), content);
    QString error;
    QVERIFY(!loadExperiment(pathIn(folder, name), &error));
    QVERIFY2(error.contains(name) && error.endsWith(u'.'), qPrintable(error));
}

void TestExperimentFile::replacesAFileAsAWhole()
{
    const QTemporaryDir folder;
    const QString path = pathIn(folder, "a.rheobase");
    write(path, "old");
    const Experiment e = defaultExperiment(leaky());
    QString error;
    QVERIFY(saveExperiment(path, e, &error));
    QVERIFY(loadExperiment(path, &error) == e);
    QVERIFY(!saveExperiment(pathIn(folder, "nowhere/a.rheobase"), e, &error));
    QVERIFY2(error.contains("nowhere") && error.endsWith(u'.'), qPrintable(error));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{"a.rheobase"});
}

void TestExperimentFile::presetsStateTheirSource_data() { keepsEveryExperiment_data(); }

void TestExperimentFile::presetsStateTheirSource()
{
    QFETCH(int, model);
    const auto presets = presetsFor(catalogue()[static_cast<std::size_t>(model)]);
    QVERIFY(!presets.empty());
    std::set<QString> ids, names;
    for (const Preset& preset : presets) {
        QVERIFY2(!preset.id.isEmpty() && !preset.name.isEmpty(), qPrintable(preset.id));
        QVERIFY2(preset.source.contains(QRegularExpression("\\b(19|20)\\d\\d\\b")), qPrintable(preset.id + ": a source needs its year"));
        QVERIFY2(preset.question.endsWith(u'?') && preset.look.endsWith(u'.'), qPrintable(preset.id));
        QVERIFY2(problem(preset.experiment).empty(), qPrintable(preset.id));
        QVERIFY2(ids.insert(preset.id).second && names.insert(preset.name).second, qPrintable(preset.id));
        QVERIFY(preset.experiment.model == &catalogue()[static_cast<std::size_t>(model)]);
    }
}

void TestExperimentFile::everyPresetIsLoaded()
{
    std::size_t files = 0, loaded = 0;
    for (QDirIterator it(":/presets", QDir::Files, QDirIterator::Subdirectories); it.hasNext(); it.next()) ++files;
    for (const Model& model : catalogue()) loaded += presetsFor(model).size();
    QCOMPARE(loaded, files);
}

QTEST_MAIN(TestExperimentFile)
#include "tst_experiment_file.moc"
