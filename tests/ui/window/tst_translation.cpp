// SPDX-License-Identifier: GPL-3.0-or-later
// Every language of the program says all of it: the words of the window, those of core's tables, and in the room they have.
#include "catalogue.h"
#include "effects.h"
#include "main_window.h"
#include "meanings.h"
#include "measures.h"
#include "presets.h"
#include "quantity_editor.h"
#include "solution.h"
#include "solver.h"
#include "spike_table.h"
#include "target.h"
#include "trace_row.h"
#include "words.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QStyleOptionComboBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTranslator>
#include <QXmlStreamReader>

#include <array>
#include <map>

using namespace rheobase;

namespace {

const QString folder = QStringLiteral(":/translations");

QStringList languages()
{
    QStringList codes;
    for (const QString& file : QDir(folder).entryList({"rheobase_*.qm"})) codes << file.section(u'_', 1).section(u'.', 0, 0);
    return codes;
}

/// A language spoken for as long as this lives, as the program speaks it.
class Spoken {
public:
    explicit Spoken(const QString& code) : m_before(QLocale())
    {
        QLocale::setDefault(QLocale(code.isEmpty() ? "en" : code));
        for (QTranslator& words : m_words)
            if (words.load((&words == m_words ? "rheobase_" : "tables_") + code, folder)) qApp->installTranslator(&words);
    }
    ~Spoken()
    {
        for (QTranslator& words : m_words) qApp->removeTranslator(&words);
        QLocale::setDefault(m_before);
    }

private:
    QLocale m_before;
    QTranslator m_words[2];
};

/// A message of a file of translations.
struct Message {
    QString source;
    QStringList translations;
    bool isFinished = true;
};

using Messages = std::map<std::pair<QString, QString>, Message>; // by context and source

Messages messagesOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    Messages messages;
    QString context;
    Message message;
    for (QXmlStreamReader xml(&file); !xml.atEnd();) {
        if (xml.readNext() == QXmlStreamReader::EndElement && xml.name() == u"message") messages[{context, message.source}] = message;
        if (xml.tokenType() != QXmlStreamReader::StartElement) continue;
        if (xml.name() == u"message") message = {};
        else if (xml.name() == u"name") context = xml.readElementText();
        else if (xml.name() == u"source") message.source = xml.readElementText();
        else if (xml.name() == u"numerusform") message.translations << xml.readElementText();
        else if (xml.name() == u"translation") {
            message.isFinished = !xml.attributes().hasAttribute("type");
            if (xml.readNext() == QXmlStreamReader::Characters && !xml.text().trimmed().isEmpty())
                message.translations << xml.text().toString();
            else if (xml.isStartElement() && xml.name() == u"numerusform") message.translations << xml.readElementText();
        }
    }
    return messages;
}

/// What a translation must keep: places of values, tags, the space or dots at an end.
QStringList kept(const QString& text)
{
    static const QRegularExpression marks("%\\d|%n|</?\\w+>|^ | $|…$|\\(\\*.*\\)$");
    QStringList found;
    for (auto it = marks.globalMatch(text); it.hasNext();) found << it.next().captured();
    found.sort();
    return found;
}

void add(QStringList& texts, std::span<const Quantity> table)
{
    for (const Quantity& q : table) {
        texts << fromView(q.meaning);
        if (!effectOf(q).empty()) texts << fromView(effectOf(q));
    }
}

/// All that core's tables and the presets say to a person. A model whose name is not translated speaks English.
QStringList textsOfTables(const QTranslator& words)
{
    QStringList texts{fromView(stepSize.meaning), fromView(runDuration.meaning), fromView(runDuration.symbol),
                      fromView(repetition.meaning)};
    add(texts, std::array{stepSize, runDuration});
    for (const Model& model : catalogue()) {
        if (words.translate("Tables", model.name.data()).isEmpty()) {
            qWarning("The model %s is not translated.", model.id.data());
            continue;
        }
        texts << fromView(model.name) << fromView(model.brief) << fromView(model.input.meaning);
        for (const auto& table : {model.parameters, model.state, model.terms, model.derived}) add(texts, table);
        for (const auto kind : {Noise::Kind::white, Noise::Kind::ornsteinUhlenbeck}) add(texts, noiseQuantities(kind, model.input));
        const QDir presets(":/presets/" + fromView(model.id));
        for (const QString& name : presets.entryList({"*.json"})) {
            QFile file(presets.filePath(name));
            if (!file.open(QIODevice::ReadOnly)) return {};
            const QJsonObject preset = QJsonDocument::fromJson(file.readAll()).object();
            texts << preset["name"].toString() << preset["question"].toString() << preset["look"].toString();
        }
    }
    for (const ClampSetting& setting : clampSettings(catalogue()[0])) add(texts, {&setting.quantity, 1});
    add(texts, std::array{testPotential(catalogue()[0]), blockedShare(catalogue()[0].parameters[0])});
    Experiment clamped = defaultExperiment(catalogue()[0]);
    clamped.mode = Mode::voltageClamp;
    add(texts, std::array{given(clamped), recordedCurrent(clamped)});
    for (const StimulusShape& shape : stimulusShapes()) {
        texts << fromView(shape.name) << fromView(shape.meaning);
        add(texts, shape.values);
    }
    for (const SolverDescription& solver : solverDescriptions()) texts << fromView(solver.name);
    for (const auto kind : {Noise::Kind::none, Noise::Kind::white, Noise::Kind::ornsteinUhlenbeck}) texts << fromView(nameOf(kind));
    for (const Measure& measure : measures()) texts << fromView(measure.meaning) << fromView(measure.definition);
    for (const Target& target : targets()) texts << fromView(target.name) << fromView(target.meaning);
    for (const std::string_view limit : limits()) texts << fromView(limit);
    for (const Meaning& meaning : meanings()) texts << fromView(meaning.word) << fromView(meaning.text);
    return texts;
}

/// Sentences of core: an experiment broken in each way, runs that cannot go on.
QStringList sentencesOfCore()
{
    std::vector<Sentence> sentences;
    const auto broken = [&](const char* model, auto&& change) {
        Experiment e = defaultExperiment(*findModel(model));
        change(e);
        sentences.push_back(problem(e));
    };
    const auto stopped = [&](const char* model, auto&& change) {
        Experiment e = defaultExperiment(*findModel(model));
        change(e);
        struct : Recorder {
            void record(Mark, double, double, std::span<const double>, std::span<const double>) override {}
        } nowhere;
        const auto solver = makeSolver(e);
        solver->advance(200, 1, nowhere);
        const Divergence why = solver->divergence().value_or(Divergence{});
        sentences.insert(sentences.end(), {why.reason, why.remedy});
    };
    const char *const leaky = "leaky-integrate-and-fire", *const hh = "hodgkin-huxley";
    const auto shaped = [](const char* shape, std::size_t value, double to) {
        return [=](Experiment& e) {
            e.stimulus = {component(*stimulusShape(shape), e.model->input)};
            e.stimulus[0].values[value] = to;
        };
    };
    broken(leaky, [](Experiment& e) { e.parameters[0] = NAN; });
    broken(leaky, [](Experiment& e) { e.parameters[0] = 0; });
    broken(leaky, [](Experiment& e) { e.parameters[5] = -1; });
    broken(leaky, [](Experiment& e) { e.parameters[4] = e.parameters[3]; });
    broken(hh, [](Experiment& e) { e.parameters[7] = 100; });
    broken(hh, [](Experiment& e) { e.solver = SolverKind::exact; });
    broken(hh, [](Experiment& e) { e.spikeLevel = NAN; });
    broken(leaky, shaped("step", 1, 0));
    broken(leaky, [](Experiment& e) { e.stimulus.repeat = 50; });
    broken(leaky, [&](Experiment& e) { shaped("step", 1, 60)(e), e.stimulus.repeat = 50; });
    broken(leaky, shaped("pulse-train", 1, 99));
    const auto clamped = [&](const char* model, auto&& change) {
        broken(model, [&](Experiment& e) { e.mode = Mode::voltageClamp, change(e.clamp); });
    };
    clamped(leaky, [](VoltageClamp&) {});
    clamped(hh, [](VoltageClamp& c) { c.steps.clear(); });
    clamped(hh, [](VoltageClamp& c) { c.steps.assign(mostClampSteps + 1, 0); });
    clamped(hh, [](VoltageClamp& c) { c.chosen = 99; });
    clamped(hh, [](VoltageClamp& c) { c.repeat = 1; });
    clamped(hh, [](VoltageClamp& c) { c.hold = NAN; });
    stopped(hh, [](Experiment& e) { e.solver = SolverKind::forwardEuler, e.dt = 1; });
    for (const SolverKind kind : {SolverKind::exact, SolverKind::exponentialEuler, SolverKind::dormandPrince})
        stopped("passive", [kind](Experiment& e) { e.solver = kind, e.stimulus[0].values[0] = 1e308; });
    stopped("perfect-integrate-and-fire", [](Experiment& e) { e.parameters[3] = 0, e.stimulus[0].values[0] = 1e9; });
    const auto unreached = [&](const char* what, double value, const char* by) {
        Experiment e = defaultExperiment(*findModel(leaky));
        e.stimulus[0].values[0] = 1;
        const Goal goal{what, value, by};
        const Sentence why = problem(e, goal);
        sentences.push_back(why.empty() ? solve(e, goal)->reason : why);
    };
    unreached("rates", 1, "I");
    unreached("rate", NAN, "I");
    unreached("rate", 1, "Vth");
    unreached("rate", 1e4, "I");
    unreached("spikes", 20.5, "I");
    unreached("tau", 20, "V_th");
    unreached("half-width", 1, "I");
    QStringList patterns;
    for (const Sentence& sentence : sentences) patterns << fromView(sentence.pattern);
    return patterns;
}

/// What lessons say: every pattern of a said("…") in their room.
QStringList sentencesOfLessons()
{
    static const QRegularExpression call(R"re(said\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+))re"), literal(R"re("((?:[^"\\]|\\.)*)")re");
    QStringList patterns;
    for (const QFileInfo& source : QDir(RHEOBASE_SOURCES "/core/lessons").entryInfoList({"*.cpp"})) {
        QFile file(source.filePath());
        if (!file.open(QIODevice::ReadOnly)) return {};
        for (auto it = call.globalMatch(QString::fromUtf8(file.readAll())); it.hasNext();) {
            QString pattern;
            for (auto part = literal.globalMatch(it.next().captured(1)); part.hasNext();) pattern += part.next().captured(1);
            patterns << pattern.replace("\\\"", "\"");
        }
    }
    return patterns;
}

}

class TestTranslation : public QObject {
    Q_OBJECT

    static void languageRows()
    {
        QTest::addColumn<QString>("code");
        for (const QString& code : languages()) QTest::newRow(qPrintable(code)) << code;
    }
    static QString source(const QString& name) { return QStringLiteral(RHEOBASE_SOURCES "/resources/translations/") + name; }

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("RheobaseTests");
        QCoreApplication::setApplicationName("tst_translation");
        applyLook(*qApp, Look::light);
        QVERIFY(languages().contains("de"));
    }

    void tablesAreTranslated_data() { languageRows(); }
    void tablesAreTranslated()
    {
        QFETCH(QString, code);
        QTranslator words;
        QVERIFY(words.load("tables_" + code, folder));
        const QStringList texts = textsOfTables(words), sentences = sentencesOfCore(), lessons = sentencesOfLessons();
        QVERIFY(texts.size() > 100 && lessons.size() > 100);
        for (const QString& text : texts + sentences + lessons) {
            QVERIFY2(!text.isEmpty(), "a preset that cannot be read, or a run that should have ended");
            const QString said = words.translate("Tables", text.toUtf8());
            QVERIFY2(!said.isEmpty(), qPrintable(text + ": add it to tables_" + code + ".ts"));
            QVERIFY2(kept(said) == kept(text) && said.contains(" (") >= text.contains(" ("), qPrintable(said));
        }
    }

    /// Lines of the plots have names of their own, shorter than their parameters'.
    void guidesAreTranslated_data() { languageRows(); }
    void guidesAreTranslated()
    {
        QFETCH(QString, code);
        for (const Model& model : catalogue()) {
            const auto plain = potentialGuides(defaultExperiment(model), std::nullopt, theme());
            const Spoken language(code);
            const auto said = potentialGuides(defaultExperiment(model), std::nullopt, theme());
            for (std::size_t i = 0; i < said.size(); ++i) {
                const QString name = said[i].label.section(u' ', 0, -2);
                QVERIFY2(said[i].faint || name != plain[i].label.section(u' ', 0, -2), qPrintable(name));
            }
        }
    }

    void messagesAreFinished_data() { languageRows(); }
    void messagesAreFinished()
    {
        QFETCH(QString, code);
        const Messages messages = messagesOf(source("rheobase_" + code + ".ts"));
        QVERIFY(messages.size() > 200);
        for (const auto& [key, message] : messages) {
            QVERIFY2(message.isFinished && !message.translations.isEmpty(), qPrintable(message.source));
            for (const QString& said : message.translations) QVERIFY2(kept(said) == kept(message.source), qPrintable(said));
        }
    }

    /// The files hold what the program says now, no less and no more: `./dev words` brings them there.
    void messagesAreTheProgramsOwn_data() { languageRows(); }
    void messagesAreTheProgramsOwn()
    {
        QFETCH(QString, code);
        const QTemporaryDir scratch;
        const QString known = source("rheobase_" + code + ".ts"), fresh = scratch.filePath("fresh.ts");
        QVERIFY(QFile::copy(known, fresh));
        QProcess update;
        update.setWorkingDirectory(RHEOBASE_SOURCES);
        update.start(LUPDATE, {"-silent", "ui", "app/window.cpp", "-no-obsolete", "-locations", "none", "-ts", fresh});
        QVERIFY(update.waitForFinished() && update.exitCode() == 0);
        QVERIFY2(!update.readAllStandardError().contains("Qualifying"), "lupdate mistakes a function's context");
        const Messages before = messagesOf(known), after = messagesOf(fresh);
        for (const auto& [key, message] : after)
            QVERIFY2(before.contains(key), qPrintable(key.first + ": " + key.second + ": translate it after ./dev words"));
        QCOMPARE(after.size(), before.size());
    }

    void theWindowSpeaksGerman()
    {
        const Spoken german("de");
        MainWindow window(defaultExperiment(*findModel("leaky-integrate-and-fire")));
        QCOMPARE(window.findChild<QToolButton*>("restart")->text(), "Neustart");
        QCOMPARE(window.findChild<QComboBox*>("models")->currentText(), "Integrate-and-Fire mit Leck");
        QCOMPARE(window.findChild<QComboBox*>("shape0")->currentText(), "Konstanter Strom");
        const auto* threshold = window.findChild<QuantityEditor*>("V_th");
        QVERIFY2(threshold->accessibleName().startsWith("Schwelle"), qPrintable(threshold->accessibleName()));
        Experiment impossible = window.session().experiment();
        impossible.dt = 0;
        QCOMPARE(spoken(problem(impossible)), "dt muss mindestens 1e−06 ms sein.");
        QCOMPARE(spoken(Sentence{"%1 must be at least %2.", {"width", "0.001 ms"}}), "width muss mindestens 0,001 ms sein.");
        const SpikeTable spikes;
        QCOMPARE(spikes.headerData(SpikeTable::time, Qt::Horizontal, Qt::DisplayRole).toString(), "Zeit\nms");
        QVERIFY(SpikeTable::meaning(SpikeTable::rate).contains("Momentane Feuerrate"));
    }

    void nothingIsClipped_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("model");
        for (const QString& code : QStringList{""} + languages())
            for (const Model& model : catalogue()) {
                const QString id = fromView(model.id);
                QTest::addRow("%s %s", qPrintable(code.isEmpty() ? "en" : code), qPrintable(id)) << code << id;
            }
    }
    void nothingIsClipped()
    {
        QFETCH(QString, code);
        QFETCH(QString, model);
        const Spoken language(code);
        Experiment e = defaultExperiment(*findModel(model.toStdString()));
        e.noise.kind = Noise::Kind::ornsteinUhlenbeck;
        for (const char* shape : {"step", "pulse-train", "two-pulses", "ramp", "sine"})
            e.stimulus.push_back(component(*stimulusShape(shape), e.model->input));
        MainWindow window(e);
        window.resize(1280, 720);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QCOMPARE(window.size(), QSize(1280, 720));
        window.findChild<QToolButton*>("solverHeading")->click();
        QTRY_VERIFY_WITH_TIMEOUT(window.session().rheobase() || !std::isfinite(e.model->spikeLevel), 30'000);
        auto* base = window.findChild<QComboBox*>("timebase");
        for (int kind = base->count() - 1; kind >= 0; --kind) {
            base->setCurrentIndex(kind);
            emit base->activated(kind);
            QTRY_COMPARE(clipped(window).join(" | "), QString());
            QCOMPARE(window.size(), QSize(1280, 720));
        }
        QTest::mouseClick(window.findChild<QToolButton*>("allPresets"), Qt::LeftButton);
        QTRY_VERIFY(window.findChild<QWidget*>("gallery")->isVisible());
        QTRY_COMPARE(clipped(window).join(" | "), QString());
    }

private:
    static QStringList clipped(const QWidget& window)
    {
        QStringList words;
        for (const auto* label : window.findChildren<QLabel*>())
            if (label->isVisible() && !label->wordWrap() && (label->sizeHint().width() > label->width() || label->text().endsWith(u'…')))
                words << label->text();
        for (const auto* button : window.findChildren<QAbstractButton*>())
            if (button->isVisible() && !button->text().isEmpty() && button->sizeHint().width() > button->width()) words << button->text();
        for (const auto* box : window.findChildren<QComboBox*>()) {
            QStyleOptionComboBox look;
            look.initFrom(box);
            const QRect room = box->style()->subControlRect(QStyle::CC_ComboBox, &look, QStyle::SC_ComboBoxEditField, box);
            if (box->objectName() != "presets" && room.width() < box->fontMetrics().horizontalAdvance(box->currentText()))
                words << box->currentText();
        }
        return words;
    }
};

QTEST_MAIN(TestTranslation)
#include "tst_translation.moc"
