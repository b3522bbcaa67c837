// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiment_file.h"
#include "program.h"
#include "report_page.h"

#include <QDir>
#include <QJsonArray>
#include <QRegularExpression>

using namespace rheobase;

/// What commands print with --json is what resources/json.md promises, and no more.
class TestCommandJson : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyCommandHasASection();
    void isWhatThePageSays_data();
    void isWhatThePageSays();
    void commandsOfAnExperimentHaveIt_data() { isWhatThePageSays_data(); }
    void commandsOfAnExperimentHaveIt();
    void hasStandardOutputAlone();

private:
    QTemporaryDir m_folder;
};

namespace {

QString page()
{
    QFile file(RHEOBASE_SOURCES "/resources/json.md");
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// What the page says under a heading.
QString section(const QString& heading) { return page().section("\n## " + heading + '\n', 1).section("\n## ", 0, 0); }

/// What stands in `quotes` of this kind.
QStringList quotedIn(const QString& text, const char* form)
{
    QStringList found;
    for (auto it = QRegularExpression(form, QRegularExpression::MultilineOption).globalMatch(text); it.hasNext();)
        found << it.next().captured(1);
    return found;
}

/// The keys that a section promises: the first cells of its table.
QStringList promised(const QString& text) { return quotedIn(text, "^\\| `(\\w+)` \\|"); }

/// Every key that occurs. What is named by the tables of a model is not gone into.
void collectKeys(const QJsonValue& value, QSet<QString>& keys)
{
    static const QStringList named{"experiment", "columns", "derived", "finalState", "meanings"};
    for (const QJsonValue& part : value.toArray()) collectKeys(part, keys);
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        keys.insert(it.key());
        if (!named.contains(it.key()) || it.value().isArray()) collectKeys(it.value(), keys);
    }
}

}

void TestCommandJson::initTestCase()
{
    QFile report(m_folder.filePath("ada.html"));
    QVERIFY(report.open(QIODevice::WriteOnly) && report.write(reportOf("Ada", "half-life")) > 0);
    QVERIFY(QDir(m_folder.path()).mkdir("class") && report.copy(m_folder.filePath("class/ada.html")));
    QFile names(m_folder.filePath("names.txt"));
    QVERIFY(names.open(QIODevice::WriteOnly) && names.write("Ada\nBob\n") > 0);
}

void TestCommandJson::isWhatThePageSays_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("hasExperiment");
    const auto row = [](const QString& heading, const QStringList& arguments, bool hasExperiment = true) {
        QTest::newRow(qPrintable(heading)) << heading.split(u' ') + arguments << hasExperiment;
    };
    row("models", {}, false);
    row("measures", {}, false);
    row("run", {hh, "--duration", "50", "--csv", "a.csv"});
    row("sweep", {leaky, "--over", "I=0:5:3", "--duration", "50"});
    row("rheobase", {hh});
    row("strength-duration", {leaky, "--widths", "1:10:3"});
    row("solve", {leaky, "--make", "rate=50"});
    row("clamp", {hh, "--hold", "-65", "--step", "-20,20"});
    row("export", {hh, "--to", "scipy"});
    row("lessons", {}, false);
    row("lesson test", {"tau"}, false);
    row("lesson publish", {"tau"}, false);
    row("lesson handout", {"tau"}, false);
    row("lesson answers", {"tau"}, false);
    row("lesson seal", {"mystery", "--class", "rain", "--names", "names.txt"}, false);
    row("lesson words", {"tau"}, false);
    row("lesson class", {"class"}, false);
    row("lesson reports", {"ada.html", "--verify"}, false);
}

/// Whatever --help lists prints JSON, unless the page says that it does not.
void TestCommandJson::everyCommandHasASection()
{
    QStringList sections = quotedIn(page(), "^## (.*)$");
    const QStringList exceptions = quotedIn(page().section("\n\n", -1), "`(?:rheobase )?([a-z-]+)`");
    QStringList commands = quotedIn(QString::fromUtf8(run({"--help"}).out), "^  rheobase ([a-z][a-z-]*) ");
    commands.removeAll("lesson");
    for (const QString& act : quotedIn(QString::fromUtf8(run({"lesson", "--help"}).out), "^  rheobase (lesson \\w+) ")) commands << act;
    QVERIFY(commands.size() > 12);
    for (const QString& command : exceptions) commands.removeAll(command);
    sections.sort();
    commands.sort();
    QCOMPARE(commands, sections);
}

void TestCommandJson::isWhatThePageSays()
{
    QFETCH(QStringList, arguments);
    const QString text = section(QTest::currentDataTag());
    const Outcome outcome = run(arguments + QStringList{"--json"}, m_folder.path());
    SUCCEEDED(outcome);
    const QJsonObject found = jsonOf(outcome).toObject();
    QCOMPARE(found["version"].toString(), QString(RHEOBASE_VERSION));
    for (const QString& key : promised(text)) QVERIFY2(found.contains(key), qPrintable(key));
    QVERIFY(!promised(text).isEmpty());
    QStringList known = promised(text) << "version"
                                       << "experiment";
    for (const QString& key : found.keys()) QVERIFY2(known.contains(key), qPrintable(key));
    QSet<QString> keys;
    collectKeys(found, keys);
    known << quotedIn(text, "`(\\w+)`");
    for (const QString& key : keys) QVERIFY2(known.contains(key), qPrintable(key));
}

void TestCommandJson::commandsOfAnExperimentHaveIt()
{
    QFETCH(QStringList, arguments);
    QFETCH(bool, hasExperiment);
    const QJsonObject found = jsonOf(run(arguments + QStringList{"--json"}, m_folder.path())).toObject();
    QCOMPARE(found.contains("experiment"), hasExperiment);
    if (!hasExperiment) return;
    QString error;
    const auto experiment = fromJson(found["experiment"].toObject(), &error);
    QVERIFY2(experiment, qPrintable(error));
    QCOMPARE(QString::fromUtf8(experiment->model->id.data()), found["model"].toString());
}

void TestCommandJson::hasStandardOutputAlone()
{
    refused({"sweep", leaky, "--over", "I=0:1:2", "--csv", "-", "--json"}, {"--csv -", "--json", "standard output"});
    refused({"lesson", "publish", "tau", "-o", "-", "--json"}, {"--output -", "--json"});
    refused({"strength-duration", leaky, "--npz", "-", "--json"}, {"--npz -", "--json"});
}

QTEST_GUILESS_MAIN(TestCommandJson)
#include "tst_command_json.moc"
