// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <QRegularExpression>
#include <QStandardPaths>

using namespace rheobase;

/// What shells complete, asked of the shells themselves.
class TestCompletion : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void bashCompletes_data();
    void bashCompletes();
    void bashCompletesFiles();
    void scriptsParse_data();
    void scriptsParse();
    void everyOptionIsInEveryScript_data() { scriptsParse_data(); }
    void everyOptionIsInEveryScript();
    void theManualNamesEveryOption();
    void fishCompletes();
    void refusesOtherShells();

private:
    QTemporaryDir m_folder;
};

namespace {

const QStringList commands{"models",         "measures",     "run",           "sweep",       "rheobase",       "strength-duration",
                           "solve",          "clamp",        "lessons",       "lesson test", "lesson publish", "lesson handout",
                           "lesson answers", "lesson words", "lesson reports"};

/// Every long option that --help of a command lists.
QStringList optionsOf(const QString& command)
{
    const QString help = QString::fromUtf8(run(command.split(u' ') << "--help").out);
    QStringList options;
    for (auto it = QRegularExpression("^  (?:-\\w, )?--([a-z-]+)", QRegularExpression::MultilineOption).globalMatch(help); it.hasNext();)
        options << it.next().captured(1);
    return options;
}

/// What bash offers where the last word ends, as readline asks for it.
QStringList offered(const QTemporaryDir& folder, const QStringList& words)
{
    QStringList quoted;
    for (QString word : words) quoted << u'\'' + word.replace("'", "'\\''") + u'\'';
    const Outcome outcome =
        shell(QString("compopt() { :; }; source completion.bash; COMP_WORDS=(rheobase %1); COMP_CWORD=%2; "
                      "$(complete -p rheobase | sed 's/.*-F \\([^ ]*\\).*/\\1/') rheobase; printf '%s\\n' \"${COMPREPLY[@]}\"")
                  .arg(quoted.join(u' '))
                  .arg(words.size()),
              folder.path());
    return QString::fromUtf8(outcome.out).split(u'\n', Qt::SkipEmptyParts);
}

}

void TestCompletion::initTestCase()
{
    for (const char* name : {"bash", "zsh", "fish"}) {
        const Outcome script = run({"completion", name});
        SUCCEEDED(script);
        QFile file(m_folder.filePath(QString("completion.%1").arg(name)));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(script.out) > 1000);
    }
}

void TestCompletion::bashCompletes_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char* name, const QStringList& words, const QStringList& expected) {
        QTest::newRow(name) << words << expected;
    };
    row("commands", {"m"}, {"models", "measures"});
    row("models", {"run", "izh"}, {"izhikevich", "izhikevich-2007"});
    row("options", {"run", hh, "--sp"}, {"--spike-level", "--spike-rearm", "--spikes"});
    row("options of another command", {"sweep", hh, "--ov"}, {"--over"});
    row("none that another command has", {"rheobase", hh, "--ov"}, {});
    row("presets", {"run", hh, "--preset", "anode"}, {"anode-break"});
    row("presets of a model without that", {"run", leaky, "--preset", "anode"}, {});
    row("parameters", {"run", hh, "--set", "g_"}, {"g_Na=", "g_K=", "g_L="});
    row("states", {"run", hh, "--initial", "V"}, {"V="});
    row("solvers", {"run", hh, "--solver", "r"}, {"rk4"});
    row("after an equals sign", {"run", hh, "--solver", "=", "r"}, {"rk4"});
    row("right after it", {"run", hh, "--noise", "="}, {"none", "white", "ornstein-uhlenbeck"});
    row("stimuli", {"run", hh, "--stimulus", "st"}, {"step"});
    row("what is varied", {"sweep", leaky, "--over", "E"}, {"E_L="});
    row("measures", {"solve", leaky, "--make", "laten"}, {"latency="});
    row("a number", {"run", hh, "--duration", ""}, {});
    row("acts", {"lesson", "p"}, {"publish"});
    row("options of acts", {"lesson", "reports", "--v"}, {"--verify"});
    row("shells", {"completion", ""}, {"bash", "zsh", "fish"});
}

void TestCompletion::bashCompletes()
{
    QFETCH(QStringList, words);
    QFETCH(QStringList, expected);
    QStringList found = offered(m_folder, words);
    found.sort();
    expected.sort();
    QCOMPARE(found, expected);
}

void TestCompletion::bashCompletesFiles()
{
    const QTemporaryDir folder;
    QVERIFY(QFile::copy(m_folder.filePath("completion.bash"), folder.filePath("completion.bash")));
    for (const char* name : {"my run.npz", "other.csv"}) QVERIFY(QFile(folder.filePath(name)).open(QIODevice::WriteOnly));
    QCOMPARE(offered(folder, {"my"}), QStringList{"my run.npz"});
    QCOMPARE(offered(folder, {"run", "oth"}), QStringList{"other.csv"});
    QCOMPARE(offered(folder, {"run", hh, "--csv", "oth"}), QStringList{"other.csv"});
}

void TestCompletion::scriptsParse_data()
{
    QTest::addColumn<QString>("shellName");
    for (const char* name : {"bash", "zsh", "fish"}) QTest::newRow(name) << name;
}

void TestCompletion::scriptsParse()
{
    QFETCH(QString, shellName);
    if (QStandardPaths::findExecutable(shellName).isEmpty()) QSKIP("It is not installed.");
    QProcess process;
    process.start(shellName, {"-n", m_folder.filePath("completion." + shellName)});
    const Outcome outcome = finished(process);
    SUCCEEDED(outcome);
}

void TestCompletion::everyOptionIsInEveryScript()
{
    QFETCH(QString, shellName);
    const QByteArray script = contentOf(m_folder.filePath("completion." + shellName));
    const QString form = shellName == "fish" ? " -l %1 " : shellName == "zsh" ? "--%1[" : "--%1";
    for (const QString& command : commands) {
        QVERIFY2(script.contains(command.toUtf8()), qPrintable(command));
        for (const QString& option : optionsOf(command))
            QVERIFY2(script.contains(form.arg(option).toUtf8()), qPrintable(command + ' ' + option));
    }
}

void TestCompletion::theManualNamesEveryOption()
{
    QByteArray manual = contentOf(RHEOBASE_SOURCES "/resources/linux/rheobase.1");
    manual.replace("\\-", "-");
    for (const QString& command : commands + QStringList{"completion"}) {
        QVERIFY2(manual.contains(command.toUtf8()), qPrintable(command));
        if (command == "completion") continue;
        const QStringList options = optionsOf(command);
        QVERIFY2(options.contains("json") && options.contains("help"), qPrintable(command));
        for (const QString& option : options) QVERIFY2(manual.contains("--" + option.toUtf8()), qPrintable(command + ' ' + option));
    }
}

void TestCompletion::fishCompletes()
{
    if (QStandardPaths::findExecutable("fish").isEmpty()) QSKIP("It is not installed.");
    const auto asked = [&](const QString& line) {
        QProcess process;
        QProcessEnvironment environment = withoutDisplay();
        environment.insert("HOME", m_folder.path());
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_folder.path());
        process.start("fish", {"--no-config", "-c", QString("source completion.fish; complete -C '%1'").arg(line)});
        QStringList words;
        for (const QString& found : QString::fromUtf8(finished(process).out).split(u'\n', Qt::SkipEmptyParts))
            words << found.section(u'\t', 0, 0);
        words.sort();
        return words;
    };
    QCOMPARE(asked("rheobase me"), QStringList{"measures"});
    QCOMPARE(asked("rheobase run izh"), (QStringList{"izhikevich", "izhikevich-2007"}));
    QCOMPARE(asked("rheobase run hodgkin-huxley --spike-"), (QStringList{"--spike-level", "--spike-rearm"}));
    QCOMPARE(asked("rheobase run hodgkin-huxley --set g_"), (QStringList{"g_K=", "g_L=", "g_Na="}));
    QCOMPARE(asked("rheobase lesson pub"), QStringList{"publish"});
}

void TestCompletion::refusesOtherShells()
{
    refused({"completion"}, {"completion", "bash, zsh, fish"});
    refused({"completion", "bsh"}, {"bsh", "bash"});
    refused({"completion", "bash", "zsh"}, {"one"});
}

QTEST_GUILESS_MAIN(TestCompletion)
#include "tst_completion.moc"
