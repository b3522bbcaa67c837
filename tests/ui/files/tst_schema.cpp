// SPDX-License-Identifier: GPL-3.0-or-later
// The schema of documents, by Python's jsonschema: what the program writes is valid, and what it refuses for its form is not.
#include "catalogue.h"
#include "experiment_file.h"
#include "words.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace rheobase;

namespace {

const QString schemaPath = QStringLiteral(RHEOBASE_SOURCES "/resources/experiment.schema.json");

/// Prints the names of the documents in a folder that are not valid, in order.
constexpr char judge[] = "import json, os, sys\n"
                         "from jsonschema import Draft202012Validator as Validator\n"
                         "schema = json.load(open(sys.argv[1], encoding='utf-8'))\n"
                         "Validator.check_schema(schema)\n"
                         "for name in sorted(os.listdir(sys.argv[2])):\n"
                         "    document = json.load(open(os.path.join(sys.argv[2], name), encoding='utf-8'))\n"
                         "    if not Validator(schema).is_valid(document): print(name)\n";

QByteArray python(const QStringList& arguments, int* status)
{
    QProcess process;
    process.start("/usr/bin/python3", arguments);
    *status = process.waitForFinished(120'000) && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return process.readAllStandardOutput() + process.readAllStandardError();
}

QJsonObject json(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

/// Documents to be judged at once.
class Documents {
public:
    void add(const QString& name, const QJsonObject& document)
    {
        QFile file(m_folder.filePath(QStringLiteral("%1 %2").arg(m_count++, 5, 10, QChar(u'0')).arg(QString(name).replace(u'/', u'|'))));
        if (file.open(QIODevice::WriteOnly)) file.write(QJsonDocument(document).toJson());
    }
    int count() const { return m_count; }
    QStringList invalid() const
    {
        int status;
        const QByteArray said = python({"-c", judge, schemaPath, m_folder.path()}, &status);
        if (status != 0) qFatal("%s", said.constData());
        return QString::fromUtf8(said).split(u'\n', Qt::SkipEmptyParts);
    }
    QStringList all() const { return QDir(m_folder.path()).entryList(QDir::Files, QDir::Name); }

private:
    QTemporaryDir m_folder;
    int m_count = 0;
};

/// An experiment with something of everything.
Experiment rich(const Model& model)
{
    Experiment e = defaultExperiment(model);
    e.initial[0] = e.model->state[0].min;
    e.stimulus.clear();
    for (const StimulusShape& shape : stimulusShapes()) e.stimulus.push_back(component(shape, model.input));
    e.stimulus.repeat = 500;
    e.noise = {Noise::Kind::ornsteinUhlenbeck, 1, 3};
    if (!clampRefusal(model).empty()) return e;
    e.mode = Mode::voltageClamp;
    e.clamp.hasPrepulse = e.clamp.subtractsLeak = true;
    for (std::size_t i = 0; i < e.parameters.size(); ++i)
        if (model.parameters[i].part == Part::conductance) e.clamp.blocked[i] = 50;
    return e;
}

/// Every document that differs from this one by one thing that makes it none: another type, a key that is missing or strange.
void addMutants(Documents& documents, const QJsonValue& part, const QString& where,
                const std::function<QJsonObject(const QJsonValue&)>& put)
{
    documents.add(where + " of another type", put(part.isBool() ? QJsonValue("true") : QJsonValue(true)));
    if (part.isArray())
        for (qsizetype i = 0; i < part.toArray().size(); ++i)
            addMutants(documents, part.toArray()[i], QStringLiteral("%1[%2]").arg(where).arg(i), [&put, part, i](const QJsonValue& value) {
                QJsonArray changed = part.toArray();
                changed[i] = value;
                return put(changed);
            });
    if (!part.isObject()) return;
    const QJsonObject object = part.toObject();
    const auto with = [&put, object](const QString& key, const QJsonValue& value) {
        QJsonObject changed = object;
        changed[key] = value;
        return put(changed);
    };
    documents.add(where + " with a strange key", with("strange key", QJsonObject{{"value", 1}}));
    for (const QString& key : object.keys())
        addMutants(documents, object[key], where + '.' + key, [&with, key](const QJsonValue& value) { return with(key, value); });
}

QStringList listIn(const QJsonValue& value)
{
    QStringList texts;
    for (const QJsonValue text : value.toArray()) texts << text.toString();
    return texts;
}

template<class Rows> QStringList idsOf(const Rows& rows)
{
    QStringList ids;
    for (const auto& row : rows) ids << fromView(row.id);
    return ids;
}

}

class TestSchema : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        int status;
        python({"-c", "import jsonschema; jsonschema.Draft202012Validator"}, &status);
        if (status != 0) QSKIP("/usr/bin/python3 has no jsonschema: Debian's python3-jsonschema has it.");
    }
    void namesWhatTheProgramKnows();
    void everyDocumentIsValid();
    void mutantsAreNot();
    void missingKeysAreNot();
};

/// A model needs no word in the schema; what documents of all models have in common agrees with the program's tables.
void TestSchema::namesWhatTheProgramKnows()
{
    const QJsonObject schema = json(schemaPath), properties = schema["properties"].toObject();
    QCOMPARE(properties["format"]["const"].toString(), QString(experimentFormat));
    QCOMPARE(properties["version"]["enum"].toArray().last().toInt(), experimentVersion);
    QCOMPARE(listIn(properties["solver"]["enum"]), idsOf(solverDescriptions()));
    QStringList noises;
    for (const std::string_view id : noiseIds) noises << fromView(id);
    QCOMPARE(listIn(properties["noise"]["properties"]["kind"]["enum"]), noises);
    QCOMPARE(properties["dt_ms"]["minimum"].toDouble(), stepSize.domain.least);
    QCOMPARE(properties["dt_ms"]["maximum"].toDouble(), stepSize.domain.most);
    QCOMPARE(properties["duration_ms"]["minimum"].toDouble(), runDuration.domain.least);
    QCOMPARE(properties["duration_ms"]["maximum"].toDouble(), runDuration.domain.most);
    QCOMPARE(properties["repeat_ms"]["minimum"].toDouble(), 0.0);
    QCOMPARE(properties["repeat_ms"]["maximum"].toDouble(), repetition.domain.most);
    QVERIFY(listIn(properties["mode"]["enum"]) == (QStringList{"current-clamp", "voltage-clamp"}));
    QStringList ofClamp = properties["clamp"]["properties"].toObject().keys(), known{"steps", "chosen", "blocked"};
    for (const ClampSetting& setting : clampSettings(catalogue()[0])) known << QString::fromStdString(identifier(setting.quantity.symbol));
    for (const char* name : {"prepulse", "tail", "capacitive", "subtractsLeak"}) known << name;
    known.sort();
    ofClamp.sort();
    QCOMPARE(ofClamp, known);
    const QJsonArray shapes = properties["stimulus"]["items"]["oneOf"].toArray();
    QCOMPARE(static_cast<std::size_t>(shapes.size()), stimulusShapes().size());
    for (qsizetype i = 0; i < shapes.size(); ++i) {
        const StimulusShape& shape = stimulusShapes()[static_cast<std::size_t>(i)];
        QStringList keys;
        for (const Quantity& value : shape.values) keys << fromView(value.symbol);
        QCOMPARE(shapes[i]["properties"]["shape"]["const"].toString(), fromView(shape.id));
        QCOMPARE(listIn(shapes[i]["required"]), keys);
        QCOMPARE(shapes[i]["maxProperties"].toInt(), keys.size() + 1);
    }
}

void TestSchema::everyDocumentIsValid()
{
    Documents documents;
    for (const Model& model : catalogue()) {
        const QString id = fromView(model.id);
        const Experiment e = defaultExperiment(model);
        documents.add(id, toJson(e));
        Experiment sealed = e;
        sealed.seal = {"lesson", "step", {identifier(model.parameters[0].symbol)}};
        documents.add(id + ", sealed", toJson(sealed));
        const Change changes[] = {{12.5, "Change R to 14 MΩ"}};
        documents.add(id + ", rich", toJson(rich(model), changes));
        for (const StimulusShape& shape : stimulusShapes()) {
            Experiment next = e;
            next.stimulus = {component(shape, model.input)};
            documents.add(id + ", " + fromView(shape.id), toJson(next));
        }
        for (const Noise::Kind kind : {Noise::Kind::none, Noise::Kind::white, Noise::Kind::ornsteinUhlenbeck}) {
            Experiment next = e;
            next.noise.kind = kind;
            next.seed = kind == Noise::Kind::white ? 18'446'744'073'709'551'557u : 0;
            documents.add(id + ", noise", toJson(next));
        }
        for (const SolverKind solver : solversFor(model)) {
            Experiment next = e;
            next.solver = solver;
            documents.add(id + ", " + fromView(description(solver).id), toJson(next));
        }
    }
    for (const char* folder : {":/presets", RHEOBASE_SOURCES "/tests/documents/v1"})
        for (QDirIterator file(folder, {"*.json", "*.rheobase"}, QDir::Files, QDirIterator::Subdirectories); file.hasNext();)
            if (const QJsonObject document = json(file.next()); document.contains("format")) documents.add(file.filePath(), document);
    QVERIFY(documents.count() > 60);
    QCOMPARE(documents.invalid(), QStringList());
}

void TestSchema::mutantsAreNot()
{
    Documents documents;
    for (const Model& model : catalogue()) {
        const Change changes[] = {{12.5, "Change R to 14 MΩ"}};
        const QJsonObject whole = toJson(rich(model), changes);
        addMutants(documents, whole, {}, [](const QJsonValue& value) { return value.toObject(); });
    }
    QVERIFY(documents.count() > 500);
    QCOMPARE(documents.invalid(), documents.all());
}

/// Wherever the program misses a key that every model has.
void TestSchema::missingKeysAreNot()
{
    Documents documents;
    for (const Model& model : catalogue()) {
        const QJsonObject whole = toJson(rich(model));
        for (const QString& key : whole.keys()) {
            if (key == "spikeLevel" || key == "repeat_ms" || key == "mode" || key == "clamp") continue;
            QJsonObject document = whole;
            document.remove(key);
            QVERIFY2(!fromJson(document, nullptr), qPrintable(key));
            documents.add("without " + key, document);
        }
        for (std::size_t i = 0; i < stimulusShapes().size(); ++i)
            for (const Quantity& value : stimulusShapes()[i].values) {
                QJsonArray stimulus = whole["stimulus"].toArray();
                QJsonObject part = stimulus[static_cast<qsizetype>(i)].toObject();
                part.remove(fromView(value.symbol));
                stimulus[static_cast<qsizetype>(i)] = part;
                QJsonObject document = whole;
                document["stimulus"] = stimulus;
                documents.add("without " + fromView(value.symbol), document);
            }
    }
    QCOMPARE(documents.invalid(), documents.all());
}

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
