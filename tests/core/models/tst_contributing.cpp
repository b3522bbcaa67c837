// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiled_model.h"
#include "statement.h"
#include "support.h"
#include <contributed_model.h>

#include <QFile>
#include <QRegularExpression>

using namespace rheobase;

namespace {

const Model& contributed()
{
    static const Model model = modelOf<TermanWang>();
    return model;
}

QString guide()
{
    QFile file(RHEOBASE_SOURCES "/CONTRIBUTING.md");
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

}

/// The model of CONTRIBUTING.md, as it stands there, is a model.
class TestContributing : public QObject {
    Q_OBJECT

private slots:
    void firesAsItSays();
    void printsItself();
    void isNotShipped();
};

void TestContributing::firesAsItSays()
{
    const auto said = QRegularExpression("It fires every ([\\d.]+) ms").match(guide());
    QVERIFY(said.hasMatch());
    for (const SolverKind solver : solversFor(contributed())) {
        Experiment e = defaultExperiment(contributed());
        e.solver = solver;
        QVERIFY(problem(e).empty());
        const Outcome run = simulate(e, 1000);
        QVERIFY(!run.divergence);
        const auto spikes = run.trace.spikes();
        QVERIFY(spikes.size() > 5);
        COMPARE_WITHIN(spikes.back() - spikes[spikes.size() - 2], said.captured(1).toDouble(), 0.1);
    }
}

void TestContributing::printsItself()
{
    const auto all = statements(contributed());
    QCOMPARE(text(all[0], contributed()), std::string("dv/dt = 3 * v - v^3 + 2 - w + I"));
    QCOMPARE(text(all[1], contributed()), std::string("dw/dt = epsilon * (w_inf - w)"));
}

void TestContributing::isNotShipped()
{
    QVERIFY(!findModel(contributed().id)); // then it would be an example no longer
}

QTEST_GUILESS_MAIN(TestContributing)
#include "tst_contributing.moc"
