// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is not a model asks for parts, never for the symbols of single models.
#include "catalogue.h"
#include "sources.h"

#include <QRegularExpression>
#include <QTest>

using namespace rheobase;

namespace {

/// Every symbol with a subscript of any model, and its spelling in files: "t_ref", "τ_m", "tau_m".
QStringList symbols()
{
    QStringList all;
    for (const Model& model : catalogue())
        for (const auto table : {model.parameters, model.state, model.terms, model.derived})
            for (const Quantity& q : table)
                if (q.symbol.find('_') != q.symbol.npos)
                    all << QString::fromUtf8(q.symbol.data(), static_cast<qsizetype>(q.symbol.size()))
                        << QString::fromStdString(identifier(q.symbol));
    all.removeDuplicates();
    return all;
}

/// "core/run/trace.cpp names V_th": literals that are a symbol, outside models, comments and tests.
QStringList violations(const Files& files)
{
    QStringList escaped;
    for (const QString& symbol : symbols()) escaped << QRegularExpression::escape(symbol);
    const QRegularExpression literal("\"(" + escaped.join('|') + ")\""), comment("//[^\n]*");
    QStringList found;
    for (auto it = files.begin(); it != files.end(); ++it) {
        if (it.key().startsWith("core/models/") || it.key().startsWith("tests/") || it.key().endsWith(".txt")) continue;
        QString text = *it;
        for (auto matches = literal.globalMatch(text.remove(comment)); matches.hasNext();)
            found << QString("%1 names %2").arg(it.key(), matches.next().captured(1));
    }
    return found;
}

}

class TestSymbols : public QObject {
    Q_OBJECT

private slots:
    void modelsAloneNameTheirSymbols();
    void aSymbolElsewhereIsFound();
};

void TestSymbols::modelsAloneNameTheirSymbols()
{
    QVERIFY(symbols().contains("V_th") && symbols().contains("tau_m"));
    const QStringList found = violations(sourceFiles());
    QVERIFY2(found.isEmpty(), qPrintable(found.join('\n')));
}

void TestSymbols::aSymbolElsewhereIsFound()
{
    Files files = sourceFiles();
    files["ui/plot/trace_row.cpp"] += "\nconst bool is = q.symbol == \"V_th\"; // planted\n";
    files["core/run/trace.cpp"] += "\n// \"g_Na\" in a comment\n";
    QCOMPARE(violations(files), QStringList{"ui/plot/trace_row.cpp names V_th"});
}

QTEST_GUILESS_MAIN(TestSymbols)
#include "tst_symbols.moc"
