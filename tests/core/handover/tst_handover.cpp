// SPDX-License-Identifier: GPL-3.0-or-later
#include "support.h"
#include "syntax.h"
#include "target.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <map>
#include <set>

using namespace rheobase;

namespace {

/// What would end a comment, a string, a tag or a formula, each with something that is then code.
constexpr std::string_view hostile =
    "\"\"\"\nraise SystemExit(7)\n'''*/ ]]> --> \" ' \\ ${}% }{ \\input{x} <script>alert(1)</script>\n%}\nexit(7)\n\u2028x";

Experiment shortRun(const Model& model)
{
    Experiment e = defaultExperiment(model);
    e.duration = 60;
    return e;
}

Script scriptFor(const Experiment& e)
{
    Script script = scriptOf(e);
    script.version = "1";
    script.made = "by a test";
    return script;
}

/// A leaky neuron, all of whose names and words are hostile.
Model hostileModel()
{
    static std::vector<Quantity> parameters, state, terms;
    Model model = *findModel("leaky-integrate-and-fire");
    const auto spoiled = [](std::span<const Quantity> table) {
        std::vector<Quantity> rows(table.begin(), table.end());
        for (Quantity& q : rows) q.symbol = q.meaning = hostile;
        return rows;
    };
    parameters = spoiled(model.parameters), state = spoiled(model.state), terms = spoiled(model.terms);
    model.parameters = parameters, model.state = state, model.terms = terms;
    model.name = model.source = model.input.meaning = model.input.symbol = hostile;
    return model;
}

Script hostileScript(const Model& model)
{
    Experiment e = shortRun(*findModel("leaky-integrate-and-fire"));
    e.model = &model;
    Script script = scriptOf(shortRun(*findModel("leaky-integrate-and-fire")));
    script.experiment = e;
    script.version = script.made = hostile;
    return script;
}

std::string textFor(const Script& script, std::string_view target) { return handOver(script, *findTarget(target)).text; }

/// Python's exit status for a program, and what it said.
int python(const QStringList& arguments, const QByteArray& file, QByteArray& said)
{
    const QTemporaryDir folder;
    QFile script(folder.filePath("script.py"));
    if (!script.open(QIODevice::WriteOnly) || script.write(file) != file.size()) return -1;
    script.close();
    QProcess process;
    process.start("/usr/bin/python3", arguments + QStringList{script.fileName()});
    if (!process.waitForFinished(60'000)) return -1;
    said = process.readAllStandardOutput() + process.readAllStandardError();
    return process.exitCode();
}

bool hasSciPy()
{
    QProcess process;
    process.start("/usr/bin/python3", {"-c", "import scipy"});
    return process.waitForFinished(60'000) && process.exitCode() == 0;
}

/// Every function of functions.h, of arguments x = 0.7 and y = 1.9.
std::vector<Symbol> everyFunction(Symbol x, Symbol y)
{
    return {exp(x),
            log(x),
            sqrt(x),
            abs(-x),
            sinh(x),
            cosh(x),
            tanh(x),
            sigmoid(x),
            expLinear(x),
            expLinear(x - x),
            pow(x, y),
            pow(-x, Symbol(2)),
            min(x, y),
            max(x, y),
            select(x < y, x, y),
            select(y <= x, x, y),
            x - (y - x) / (x * y) / x,
            -(x + y) * x,
            x / (y / x),
            pow(x, Symbol(-1.5))};
}

}

/// Scripts for other programs: what every target writes, and that nothing breaks out of it.
class TestHandover : public QObject {
    Q_OBJECT

private slots:
    void everyTargetWritesEveryModel()
    {
        for (const Model& model : catalogue()) {
            const Script script = scriptFor(shortRun(model));
            for (const Target& target : targets()) {
                const Handover made = handOver(script, target);
                QVERIFY2(made.refusal.empty(), std::string(made.refusal).c_str());
                QVERIFY(made.text.size() > 500 && made.text.find('@' + std::string("expected@")) == std::string::npos);
                for (std::size_t i = 0; i < model.parameters.size(); ++i)
                    QVERIFY2(made.text.find(shortest(script.parameters[i])) != std::string::npos, target.id.data());
                QVERIFY(made.text.find("Rheobase 1") != std::string::npos);
            }
        }
    }

    void everyLanguageKnowsEveryFunction()
    {
        const Script script = scriptFor(shortRun(*findModel("passive")));
        const Symbol x = Symbol::named(Role::parameter, 0, script.model().parameters[0]);
        for (const Target& target : targets()) {
            if (!target.dialect) continue;
            const Writer write(script, target.dialect());
            for (const Symbol f : everyFunction(x, Symbol(1.9))) QVERIFY(!write(f).empty());
        }
    }

    void aFunctionThatALanguageLacksIsNamed()
    {
        static constexpr SymbolicFunction gamma{"gamma", Notation::named, [](const double*) { return 0.0; }};
        const Script script = scriptFor(shortRun(*findModel("passive")));
        try {
            Writer(script, octaveDialect())(Symbol::of(gamma, {Symbol(1), {}, {}}, {}));
            QFAIL("it was written");
        } catch (const CannotSay& it) {
            QCOMPARE(std::string(it.sentence),
                     std::string("Octave has no function gamma, which the model's equations use; choose another target."));
        }
    }

    void pythonComputesWhatTheProgramDoes()
    {
        if (!hasSciPy()) QSKIP("/usr/bin/python3 has no SciPy: Debian's python3-scipy has it.");
        const Script script = scriptFor(shortRun(*findModel("passive")));
        const Symbol x = Symbol::named(Role::parameter, 0, script.model().parameters[0]);
        const Writer write(script, pythonDialect());
        const double values[] = {0.7, 0, 0};
        std::string program =
            "import numpy as np\nfrom scipy.special import exprel, expit\n" + write.names().parameter(0) + " = 0.7\nfor a, b in [\n";
        for (const Symbol f : everyFunction(x, Symbol(1.9)))
            program += "    (" + write(f) + ", " + shortest(evaluate(f, Values{values, {}, {}, {}})) + "),\n";
        program += "]:\n    assert abs(a - b) < 1e-13 * max(1, abs(b)), (a, b)\n";
        QByteArray said;
        QVERIFY2(python({}, QByteArray::fromStdString(program), said) == 0, said.constData());
    }

    void namesAreLegalAndTellApart()
    {
        static const QRegularExpression legal("^[A-Za-z][A-Za-z0-9_]*$");
        for (const Model& model : catalogue())
            for (const Target& target : targets()) {
                if (!target.dialect) continue;
                const Dialect& dialect = target.dialect();
                const Names names(model, dialect);
                std::set<std::string> all(dialect.reserved.begin(), dialect.reserved.end());
                const std::size_t reserved = all.size();
                std::size_t count = 1;
                all.insert(names.input());
                for (const auto& [role, table] : std::map{std::pair{Role::parameter, model.parameters}, std::pair{Role::state, model.state},
                                                          std::pair{Role::term, model.terms}})
                    for (std::size_t i = 0; i < table.size(); ++i, ++count) {
                        QVERIFY(legal.match(QString::fromStdString(names.of(role, i))).hasMatch());
                        all.insert(names.of(role, i));
                    }
                QCOMPARE(all.size(), reserved + count);
            }
    }

    void segmentsGiveWhatTheStimulusGives()
    {
        Experiment e = shortRun(*findModel("hodgkin-huxley"));
        e.stimulus.clear();
        for (const StimulusShape& shape : stimulusShapes()) e.stimulus.push_back(component(shape, e.model->input));
        e.duration = 300;
        e.stimulus.repeat = 260;
        const Script script = scriptFor(e);
        Quantity t;
        t.symbol = "t";
        const Symbol time = Symbol::named(Role::given, 0, t);
        QCOMPARE(script.segments.front().from, 0.);
        QCOMPARE(script.segments.back().to, 300.);
        for (std::size_t i = 0; i < script.segments.size(); ++i) {
            const Segment& s = script.segments[i];
            if (i > 0) QCOMPARE(s.from, script.segments[i - 1].to);
            for (const double at : {s.from, 0.3 * s.from + 0.7 * s.to}) {
                const double now[] = {at};
                Drive drive(e.stimulus);
                drive.seek(at);
                QVERIFY(std::abs(evaluate(givenBy(s, time), Values{{}, {}, {}, {}, 0, now}) - drive.at(at)) < 1e-9);
            }
        }
    }

    void spikesAreThoseOfAFineRun()
    {
        Experiment e = shortRun(*findModel("leaky-integrate-and-fire"));
        e.duration = 200;
        const Script script = scriptFor(e);
        const Outcome run = simulate(e, e.duration);
        QCOMPARE(script.expected.spikes.size(), run.trace.spikes().size());
        for (std::size_t i = 0; i < script.expected.spikes.size(); ++i)
            QVERIFY(std::abs(script.expected.spikes[i] - run.trace.spikes()[i]) < script.expected.tolerance);
        QVERIFY(script.expected.tolerance >= 1e-4 && script.expected.tolerance < 0.1);
    }

    void samplesStandInForSpikes()
    {
        const Script rests = scriptFor(shortRun(*findModel("passive")));
        QVERIFY(rests.expected.spikes.empty() && rests.expected.samples.size() >= 2);
        Experiment e = shortRun(*findModel("hodgkin-huxley"));
        e.mode = Mode::voltageClamp;
        e.clamp = defaultClamp(*e.model);
        const Script clamped = scriptFor(e);
        QVERIFY(clamped.clampCurrent && clamped.expected.spikes.empty());
        const double length = lengthOf(e.clamp);
        QCOMPARE(clamped.restarts.size(), e.clamp.steps.size());
        for (e.clamp.chosen = 0; e.clamp.chosen < e.clamp.steps.size(); ++e.clamp.chosen) {
            const Outcome run = simulate(e, length);
            const double begin = clamped.restarts[e.clamp.chosen];
            std::size_t compared = 0;
            for (const Sample& s : clamped.expected.samples) {
                if (s.time < begin || s.time >= begin + length) continue;
                const std::size_t row = run.trace.firstAt(s.time - begin - 1e-9);
                QVERIFY(std::abs(run.trace.input()[row] - s.value) < 1e-3 * std::max(1.0, std::abs(s.value)));
                ++compared;
            }
            QVERIFY(compared >= 4);
        }
    }

    void whatATargetCannotSayIsNamed()
    {
        Experiment e = shortRun(*findModel("hodgkin-huxley"));
        e.noise = {Noise::Kind::white, 0.5, 5};
        const Script script = scriptFor(e);
        for (const Target& target : targets()) {
            const Handover made = handOver(script, target);
            QCOMPARE(made.unsaid.empty(), target.dialect == nullptr);
            for (const Sentence& sentence : made.unsaid)
                QVERIFY2(std::string(sentence).find(target.name) != std::string::npos, std::string(sentence).c_str());
            if (target.id == "scipy") QVERIFY(made.text.find("Not said here: SciPy has no noise") != std::string::npos);
        }
        QVERIFY(textFor(script, "brian2").find("randn()") != std::string::npos);
    }

    void aClampGoesWhereItCan()
    {
        Experiment e = shortRun(*findModel("hodgkin-huxley"));
        e.mode = Mode::voltageClamp;
        e.clamp = defaultClamp(*e.model);
        const Script script = scriptFor(e);
        for (const Target& target : targets()) {
            const bool can = target.id != "neuron" && target.id != "neuroml";
            const Handover made = handOver(script, target);
            QCOMPARE(made.refusal.empty(), can);
            QCOMPARE(!made.text.empty(), can);
        }
    }

    void tooManyPiecesAreRefused()
    {
        Experiment e = shortRun(*findModel("leaky-integrate-and-fire"));
        QVERIFY(handoverRefusal(e).empty());
        e.stimulus = {component(*stimulusShape("pulse-train"), e.model->input)};
        e.stimulus.repeat = 300;
        e.duration = 1e5;
        QVERIFY(std::string(handoverRefusal(e)).starts_with("what is given has more than 2000 pieces"));
    }

    void nothingBreaksOutOfPython()
    {
        const Model model = hostileModel();
        const Script script = hostileScript(model);
        QByteArray said;
        for (const char* target : {"scipy", "brian2", "neuron"}) {
            const QByteArray text = QByteArray::fromStdString(textFor(script, target));
            QVERIFY2(!text.contains("\nraise ") && !text.contains("\nexit(7)"), text);
            QVERIFY2(python({"-m", "py_compile"}, text, said) == 0, said.constData());
        }
        if (!hasSciPy()) QSKIP("/usr/bin/python3 has no SciPy: Debian's python3-scipy has it.");
        QVERIFY2(python({}, QByteArray::fromStdString(textFor(script, "scipy")), said) == 0, said.constData());
    }

    void nothingBreaksOutOfNotebooks()
    {
        const Model model = hostileModel();
        QJsonParseError error;
        const QJsonDocument notebook =
            QJsonDocument::fromJson(QByteArray::fromStdString(textFor(hostileScript(model), "notebook")), &error);
        QCOMPARE(error.error, QJsonParseError::NoError);
        QCOMPARE(notebook["nbformat"].toInt(), 4);
        QCOMPARE(notebook["nbformat_minor"].toInt(), 5);
        std::string code;
        std::set<QString> ids;
        for (const QJsonValue cell : notebook["cells"].toArray()) {
            ids.insert(cell["id"].toString());
            QVERIFY(cell["metadata"].isObject());
            QString source;
            for (const QJsonValue line : cell["source"].toArray()) source += line.toString();
            if (cell["cell_type"] == "code") code += source.toStdString() + "\n";
            else QVERIFY(!source.contains("<script"));
        }
        QCOMPARE(ids.size(), static_cast<std::size_t>(notebook["cells"].toArray().size()));
        QByteArray said;
        QVERIFY2(python({"-m", "py_compile"}, QByteArray::fromStdString(code), said) == 0, said.constData());
        QVERIFY(code.find("\nraise SystemExit") == std::string::npos);
    }

    void nothingBreaksOutOfTheOthers()
    {
        const Model model = hostileModel();
        const Script script = hostileScript(model);
        QXmlStreamReader xml(QByteArray::fromStdString(textFor(script, "neuroml")));
        QStringList elements;
        while (!xml.atEnd())
            if (xml.readNext() == QXmlStreamReader::StartElement) elements << xml.name().toString();
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(!elements.contains("script") && elements.contains("Simulation"));
        const std::string octave = textFor(script, "octave"), latex = textFor(script, "latex"), markdown = textFor(script, "markdown");
        QVERIFY(octave.find("\nexit") == std::string::npos && octave.find("\n%}") == std::string::npos);
        for (const char c : octave) QVERIFY(static_cast<unsigned char>(c) < 0x80);
        QVERIFY(latex.find("\\input{x}") == std::string::npos);
        QVERIFY(markdown.find("<script") == std::string::npos);
    }

    void attributesAreInTheOrderOfTheSchema()
    {
        const QString schema = qEnvironmentVariable("NEUROML_SCHEMA");
        if (!QFile::exists(schema)) QSKIP("NEUROML_SCHEMA names no file: NeuroML_v2.3.1.xsd of the NeuroML project.");
        const QTemporaryDir folder;
        for (const Model& model : catalogue()) {
            const std::string lems = textFor(scriptFor(shortRun(model)), "neuroml");
            const auto from = lems.find("<ComponentType"), to = lems.find("</ComponentType>");
            QFile file(folder.filePath("x.nml"));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("<neuroml xmlns=\"http://www.neuroml.org/schema/neuroml2\" id=\"x\">\n"
                       + QByteArray::fromStdString(lems.substr(from, to - from)) + "</ComponentType>\n</neuroml>\n");
            file.close();
            QProcess process;
            process.start("xmllint", {"--noout", "--schema", schema, file.fileName()});
            QVERIFY(process.waitForFinished(60'000));
            QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        }
    }
};

QTEST_GUILESS_MAIN(TestHandover)
#include "tst_handover.moc"
