// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue.h"
#include "program.h"

#include <QDirIterator>
#include <QTemporaryDir>

using namespace rheobase;

namespace {

/// Every model's defaults and every preset, by a name for a file.
QMap<QString, QStringList> experiments()
{
    QMap<QString, QStringList> all;
    for (const Model& model : catalogue()) {
        const QString id = QString::fromUtf8(model.id.data(), static_cast<qsizetype>(model.id.size()));
        all[id] = {id};
        QDirIterator presets(RHEOBASE_SOURCES "/resources/presets/" + id, {"*.json"});
        while (presets.hasNext()) {
            const QString file = presets.next();
            all[id + '-' + QFileInfo(file).baseName()] = {file};
        }
    }
    return all;
}

/// Runs what is in its first argument's folder, two at a time in processes that have loaded SciPy, or only compiles it; names what fails.
constexpr char runner[] = R"py(
import contextlib, io, multiprocessing, pathlib, runpy, sys
import numpy, scipy.integrate, scipy.special

def outcome(path):
    said = io.StringIO()
    try:
        if sys.argv[2] == "compile":
            compile(path.read_text(), str(path), "exec")
            return None
        with contextlib.redirect_stdout(said):
            runpy.run_path(str(path), run_name="__main__")
    except SystemExit as end:
        return None if not end.code else f"{path.name}: {end.code} {said.getvalue()}"
    except Exception as error:
        return f"{path.name}: {error!r}"
    return None

if __name__ == "__main__":
    scripts = sorted(pathlib.Path(sys.argv[1]).glob("*.py"))
    with multiprocessing.Pool(2) as pool:
        failed = [text for text in pool.map(outcome, scripts, 1) if text]
    print(*failed, sep="\n")
    print(len(scripts), "scripts")
    sys.exit(bool(failed))
)py";

Outcome runScripts(const QString& folder, const QString& how)
{
    QProcess process;
    process.start("/usr/bin/python3", {"-c", runner, folder, how});
    if (!process.waitForFinished(240'000)) return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

bool hasSciPy()
{
    QProcess process;
    process.start("/usr/bin/python3", {"-c", "import scipy"});
    return process.waitForFinished(60'000) && process.exitCode() == 0;
}

}

/// rheobase export: the scripts of every model and preset run and check themselves.
class TestCommandExport : public QObject {
    Q_OBJECT

private slots:
    void everyExperimentRunsInSciPy()
    {
        if (!hasSciPy()) QSKIP("/usr/bin/python3 has no SciPy: Debian's python3-scipy has it.");
        const QTemporaryDir folder;
        const auto all = experiments();
        for (auto it = all.begin(); it != all.end(); ++it) {
            SUCCEEDED(run(QStringList{"export"} + *it
                          + QStringList{"--to", "scipy", "--duration", "200", "-o", folder.filePath(it.key() + ".py")}));
        }
        const Outcome outcome = runScripts(folder.path(), "run");
        QVERIFY2(outcome.status == 0, outcome.out + outcome.error);
        QCOMPARE(outcome.out.trimmed(), QByteArray::number(all.size()) + " scripts");
    }

    void everyModelCompilesForBrianAndNeuron()
    {
        if (!hasSciPy()) QSKIP("/usr/bin/python3 has no SciPy: Debian's python3-scipy has it.");
        const QTemporaryDir folder;
        for (const Model& model : catalogue())
            for (const QString target : {"brian2", "neuron"}) {
                const QString id = QString::fromUtf8(model.id.data(), static_cast<qsizetype>(model.id.size()));
                SUCCEEDED(run({"export", id, "--to", target, "--duration", "50", "-o", folder.filePath(id + '-' + target + ".py")}));
            }
        const Outcome outcome = runScripts(folder.path(), "compile");
        QVERIFY2(outcome.status == 0, outcome.out + outcome.error);
    }

    void aScriptThatIsOffSaysSo()
    {
        if (!hasSciPy()) QSKIP("/usr/bin/python3 has no SciPy: Debian's python3-scipy has it.");
        const QTemporaryDir folder;
        const QString file = folder.filePath("x.py");
        SUCCEEDED(run({"export", leaky, "--to", "scipy", "--duration", "100", "-o", file}));
        QByteArray text = contentOf(file);
        QVERIFY(text.contains("\nC = 0.8  # nF"));
        text.replace("\nC = 0.8 ", "\nC = 0.81 ");
        QFile changed(file);
        QVERIFY(changed.open(QIODevice::WriteOnly) && changed.write(text) == text.size());
        changed.close();
        const Outcome outcome = runScripts(folder.path(), "run");
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.out.contains("ms off those of Rheobase"), outcome.out);
    }

    void aClampRuns()
    {
        if (!hasSciPy()) QSKIP("/usr/bin/python3 has no SciPy: Debian's python3-scipy has it.");
        const QTemporaryDir folder;
        QFile document(folder.filePath("clamp.json"));
        QVERIFY(QFile::copy(RHEOBASE_SOURCES "/tests/fuzz/corpus/documents/clamp.json", document.fileName()));
        SUCCEEDED(run({"export", document.fileName(), "--to", "scipy", "-o", folder.filePath("clamp.py")}));
        const Outcome outcome = runScripts(folder.path(), "run");
        QVERIFY2(outcome.status == 0, outcome.out + outcome.error);
        const Outcome none = run({"export", document.fileName(), "--to", "neuron"});
        QCOMPARE(none.status, 1);
        QCOMPARE(none.error, QByteArray("rheobase: NEURON cannot be handed a voltage clamp.\n"));
    }

    void whatCannotBeSaidNeedsConsent()
    {
        const QTemporaryDir folder;
        const QStringList noisy{"export", leaky, "--to", "scipy", "--noise", "white:sigma=0.2", "-o", folder.filePath("x.py")};
        const Outcome refused = run(noisy);
        QCOMPARE(refused.status, 1);
        QVERIFY(refused.error.startsWith("rheobase: SciPy has no noise") && refused.error.contains("--approximate"));
        QVERIFY(filesIn(folder).isEmpty());
        const Outcome made = run(noisy + QStringList{"--approximate"});
        QCOMPARE(made.status, 0);
        QVERIFY(made.error.startsWith("rheobase: SciPy has no noise"));
        QCOMPARE(filesIn(folder), QStringList{"x.py"});
    }

    void standardOutputIsTheDefault()
    {
        const Outcome made = run({"export", hh, "--to", "markdown", "--duration", "50"});
        SUCCEEDED(made);
        QVERIFY(made.out.startsWith("# Hodgkin–Huxley\n"));
        const Outcome dash = run({"export", hh, "--to", "markdown", "--duration", "50", "-o", "-"});
        SUCCEEDED(dash);
        QCOMPARE(dash.out.count('\n'), made.out.count('\n'));
    }

    void wrongLinesAreRefused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QStringList>("said");
        QTest::newRow("no target") << QStringList{"export", hh} << QStringList{"--to TARGET"};
        QTest::newRow("unknown target") << QStringList{"export", hh, "--to", "scypi"} << QStringList{"unknown target", "scipy"};
        QTest::newRow("no model") << QStringList{"export", "--to", "scipy"} << QStringList{"needs a model"};
        QTest::newRow("empty file") << QStringList{"export", hh, "--to", "scipy", "-o", ""} << QStringList{"--output needs"};
    }
    void wrongLinesAreRefused()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QStringList, said);
        refused(arguments, said);
    }
};

QTEST_GUILESS_MAIN(TestCommandExport)
#include "tst_command_export.moc"
