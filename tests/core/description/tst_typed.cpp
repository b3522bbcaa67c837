// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers with units as they are typed: every unit of the dimension converts without rounding, any other is refused by name.
#include "support.h"
#include "typed.h"

#include <QTest>

using namespace rheobase;

namespace {

/// Every quantity of a model that a person may set.
std::vector<Quantity> quantitiesOf(const Model& model)
{
    std::vector<Quantity> all(model.parameters.begin(), model.parameters.end());
    all.insert(all.end(), model.state.begin(), model.state.end());
    all.push_back(model.input);
    for (const StimulusShape& shape : stimulusShapes())
        for (const Quantity& q : quantities(shape, model.input)) all.push_back(q);
    return all;
}

/// As it stands right after a number: one that begins with a digit needs a space.
std::string written(std::string_view unit) { return (unit.starts_with('1') ? " " : "") + std::string(unit); }

}

class TestTyped : public QObject {
    Q_OBJECT

private slots:
    void ownUnits_data() { addModels(); }
    void ownUnits();
    void conversions_data();
    void conversions();
    void refusals_data();
    void refusals();

private:
    static void addModels()
    {
        QTest::addColumn<QString>("id");
        for (const Model& model : catalogue())
            QTest::newRow(model.id.data()) << QString::fromUtf8(model.id.data(), qsizetype(model.id.size()));
    }
};

void TestTyped::ownUnits()
{
    QFETCH(QString, id);
    for (const Quantity& q : quantitiesOf(*findModel(id.toStdString())))
        for (const double value : {q.value, q.min, q.max, 1.0 / 3}) {
            const std::string number = shortest(value);
            QCOMPARE(typed(number, q).value.value(), value);
            QCOMPARE(typed(number + written(q.unit), q).value.value(), value);
            QCOMPARE(typed(' ' + number + "  " + written(q.unit) + ' ', q).value.value(), value);
        }
}

void TestTyped::conversions_data()
{
    QTest::addColumn<QByteArray>("unit");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("value");
    const auto row = [](const char* unit, const char* text, double value) {
        QTest::newRow(text) << QByteArray(unit) << QByteArray(text) << value;
    };
    row("nA", "200pA", 0.2);
    row("nA", "0.0023 µA", 2.3);
    row("nA", "0.0023uA", 2.3);
    row("nA", "2100 pA", 2.1);
    row("MΩ", "0.02 GΩ", 20);
    row("MΩ", "10000kOhm", 10);
    row("MΩ", "0.01GOhm", 10);
    row("ms", "0.01s", 10);
    row("ms", "1e-2 s", 10);
    row("ms", "250us", 0.25);
    row("mV", "-0.065 V", -65);
    row("mV", "0e2147483647 kV", 0);
    row("nF", "800 pF", 0.8);
    row("µA/cm²", "100 nA/mm^2", 10);
    row("mS/cm²", "0.12 S/cm2", 120);
    row("Hz", "0.05kHz", 50);
}

void TestTyped::conversions()
{
    QFETCH(QByteArray, unit);
    QFETCH(QByteArray, text);
    QFETCH(double, value);
    Quantity q{"x", {}, 0, 0, 1, "anything"};
    q.unit = Unit::read(std::string_view(unit.constData(), std::size_t(unit.size()))).value();
    const auto is = typed(text.toStdString(), q).value;
    QVERIFY(is.has_value());
    QVERIFY2(*is == value, qPrintable(QString::number(*is, 'g', 17))); // to the last bit
}

void TestTyped::refusals_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("dimension") << "10 nF"
                               << "R is a resistance; 10 nF is a capacitance.";
    QTest::newRow("upper and lower case") << "10 ms"
                                          << "R is a resistance; 10 ms is a time.";
    QTest::newRow("no unit") << "10 parsec"
                             << "R is in MΩ, so \"10 parsec\" cannot be read.";
    QTest::newRow("no number") << "many"
                               << "R needs a number such as 10, not \"many\".";
    QTest::newRow("comma") << "10,5"
                           << "R needs a number such as 10, not \"10,5\".";
    QTest::newRow("nothing") << ""
                             << "R needs a number such as 10, not \"\".";
}

void TestTyped::refusals()
{
    QFETCH(QString, text);
    QFETCH(QString, sentence);
    const Model& model = *findModel("leaky-integrate-and-fire");
    const Typed read = typed(text.toStdString(), model.parameters[*indexOf(model.parameters, Part::resistance)]);
    QVERIFY(!read.value);
    QCOMPARE(QString::fromStdString(read.problem), sentence);
}

QTEST_GUILESS_MAIN(TestTyped)
#include "tst_typed.moc"
