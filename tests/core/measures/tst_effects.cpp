// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue.h"
#include "effects.h"

#include <QTest>

using namespace rheobase;

/// Whatever can be set says what it does, and does not say its name again.
class TestEffects : public QObject {
    Q_OBJECT
private slots:
    void ofAllThatCanBeSet_data()
    {
        QTest::addColumn<QString>("meaning");
        QTest::addColumn<QString>("effect");
        const auto row = [](std::string_view of, const Quantity& q) {
            const auto text = [](std::string_view s) { return QString::fromUtf8(s.data(), static_cast<qsizetype>(s.size())); };
            QTest::addRow("%s %s", std::string(of).c_str(), std::string(q.symbol).c_str()) << text(q.meaning) << text(effectOf(q));
        };
        for (const Model& model : catalogue()) {
            for (const Quantity& q : model.parameters) row(model.id, q);
            row(model.id, model.state[0]);
        }
        const Quantity& input = catalogue()[0].input;
        row("input", input);
        for (const StimulusShape& shape : stimulusShapes())
            for (const Quantity& q : quantities(shape, input)) row(shape.id, q);
        for (const Quantity& q : noiseQuantities(Noise::Kind::ornsteinUhlenbeck, input)) row("noise", q);
        row("run", runDuration);
        row("run", stepSize);
    }
    void ofAllThatCanBeSet()
    {
        QFETCH(QString, meaning);
        QFETCH(QString, effect);
        QVERIFY(effect.size() > 30 && effect.endsWith(u'.'));
        QVERIFY(effect.compare(meaning + u'.', Qt::CaseInsensitive) != 0);
        QVERIFY(effect.split(u' ').size() > meaning.split(u' ').size());
    }
};

QTEST_APPLESS_MAIN(TestEffects)
#include "tst_effects.moc"
