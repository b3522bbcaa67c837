// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue.h"
#include "editor_list.h"
#include "quantity_editor.h"
#include "quantity_panel.h"
#include "reading_question.h"
#include "session.h"
#include "theme.h"
#include "words.h"

#include <QApplication>
#include <QLabel>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include <cmath>

using namespace rheobase;

namespace {

const Model& leaky() { return *findModel("leaky-integrate-and-fire"); }

/// The panel of a model, shown, with the hand of a robot user on its editors.
class Hand {
public:
    explicit Hand(const Model& model) : m_session(defaultExperiment(model)), m_panel(m_session)
    {
        m_panel.resize(420, 900);
        m_panel.show();
        m_panel.activateWindow();
    }
    QuantityEditor& editor(const std::string& name) const { return *m_panel.findChild<QuantityEditor*>(QString::fromStdString(name)); }
    QLineEdit& field(const std::string& name) const { return *editor(name).findChild<QLineEdit*>(); }
    double value(const std::string& name) const { return m_session.experiment().parameters[*indexOf(m_session.model().parameters, name)]; }
    void write(const std::string& name, const QString& text) const
    {
        QLineEdit& box = field(name);
        focus(box);
        box.selectAll();
        for (const QChar letter : text) { // QTest knows keys of ASCII alone
            QKeyEvent key(QEvent::KeyPress, 0, {}, letter);
            QCoreApplication::sendEvent(&box, &key);
        }
    }
    void enter(const std::string& name, const QString& text) const
    {
        write(name, text);
        QTest::keyClick(&field(name), Qt::Key_Return);
    }
    /// Gives the focus, and waits for what the field does of it.
    static void focus(QWidget& widget)
    {
        widget.setFocus();
        QTRY_VERIFY(widget.hasFocus());
        QCoreApplication::processEvents();
    }
    /// What an editor says of the last thing typed; empty where it took it.
    QString refusal(const std::string& name) const
    {
        for (const QLabel* label : editor(name).findChildren<QLabel*>())
            if (label->property("role") == "refusal" && label->isVisible())
                return label->text().remove(QRegularExpression(QStringLiteral("</?(i|sub)>")));
        return {};
    }
    /// What an editor asks back; null where it asks nothing.
    ReadingQuestion* question(const std::string& name) const
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return editor(name).findChild<ReadingQuestion*>();
    }
    QList<QToolButton*> answers(const std::string& name) const
    {
        return question(name) ? question(name)->findChildren<QToolButton*>() : QList<QToolButton*>();
    }
    Session& session() { return m_session; }
    QWidget& panel() { return m_panel; }

private:
    Session m_session;
    QuantityPanel m_panel;
};

void addParameters()
{
    QTest::addColumn<int>("model");
    QTest::addColumn<int>("row");
    for (std::size_t m = 0; m < catalogue().size(); ++m)
        for (std::size_t i = 0; i < catalogue()[m].parameters.size(); ++i)
            QTest::addRow("%s, %s", catalogue()[m].id.data(), identifier(catalogue()[m].parameters[i].symbol).c_str())
                << static_cast<int>(m) << static_cast<int>(i);
}

/// The model and the quantity of a row of the data.
std::pair<const Model&, const Quantity&> subject()
{
    const Model& model = catalogue()[static_cast<std::size_t>(*static_cast<int*>(QTest::qData("model", qMetaTypeId<int>())))];
    return {model, model.parameters[static_cast<std::size_t>(*static_cast<int*>(QTest::qData("row", qMetaTypeId<int>())))]};
}

/// A value inside the slider that no order of the model forbids: a little off the default.
double nearby(const Quantity& q) { return q.value + (q.value != 0 ? q.value : 1) * 0.015625; }

bool isOneSentence(const QString& text) { return text.endsWith(u'.') && !text.contains(u'\n') && !text.contains(QStringLiteral(". ")); }

void wheel(QWidget& widget, int notches, Qt::KeyboardModifiers modifiers = {})
{
    const QPointF place = widget.rect().center();
    QWheelEvent event(place, widget.mapToGlobal(place), {}, {0, 120 * notches}, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&widget, &event);
}

}

class TestQuantityEditor : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { applyLook(*qApp, Look::light); }
    void typingIsExact_data() { addParameters(); }
    void typingIsExact();
    void arithmeticChangesThePresentValue();
    void aNumberWithTwoReadingsIsAskedBack();
    void theQuestionIsAnsweredByKeys();
    void theLanguagesOwnSignIsNeverAskedBack();
    void valuesBesideTheSliderWidenIt_data() { addParameters(); }
    void valuesBesideTheSliderWidenIt();
    void aWidenedRangeComesBack_data() { addParameters(); }
    void aWidenedRangeComesBack();
    void theHandIsFinerNearAMark();
    void stepsAreRoundNumbers();
    void refusalsAreExplained_data();
    void refusalsAreExplained();
    void impossibleValuesAreRefused_data() { addParameters(); }
    void impossibleValuesAreRefused();
    void escapeTakesTypingBack();
    void theMarkTogglesTheDefault_data() { addParameters(); }
    void theMarkTogglesTheDefault();
    void doubleClickResets_data() { addParameters(); }
    void doubleClickResets();
    void keysStepFineAndCoarse_data() { addParameters(); }
    void keysStepFineAndCoarse();
    void theWheelStepsAFocusedSliderOnly();
    void resetStaysBelowThreshold();
    void logarithmicSlidersMultiply();
    void everythingHasAName_data() { addParameters(); }
    void everythingHasAName();
};

void TestQuantityEditor::typingIsExact()
{
    const auto [model, q] = subject();
    const std::string name = identifier(q.symbol);
    Hand hand(model);
    const double wanted = nearby(q) * (1 + 1e-15);
    for (const QChar sign : {u'.', u','}) {
        const QString text = QString::number(wanted, 'g', 17);
        if (sign == u',' && text.size() - text.indexOf(u'.') == 4) continue; // three digits after it: it might group thousands
        hand.write(name, QString(text).replace('.', sign));
        QCOMPARE(hand.value(name), wanted); // at once
        QTest::keyClick(&hand.field(name), Qt::Key_Return);
        QVERIFY(hand.value(name) == wanted && hand.editor(name).value() == wanted);
        hand.session().undoStack().undo();
        QCOMPARE(hand.value(name), q.value);
    }
}

void TestQuantityEditor::arithmeticChangesThePresentValue()
{
    Hand hand(leaky());
    for (const auto& [text, value] : {std::pair("*2", 20.0),
                                      {"/4", 5.0},
                                      {"+=5", 10.0},
                                      {"-=2,5", 7.5},
                                      {"+50", 50.0},
                                      {"50+5", 55.0},
                                      {"20/3", 20.0 / 3},
                                      {"2,5*4", 10.0},
                                      {"12 MΩ", 12.0},
                                      {"0,012 GOhm", 12.0},
                                      {"12000 kΩ", 12.0},
                                      {"1e1", 10.0}}) {
        hand.enter("R", text);
        QCOMPARE(hand.value("R"), value);
        QVERIFY(hand.refusal("R").isEmpty());
    }
    hand.enter("R", "10 nF"); // of another dimension
    QVERIFY2(hand.refusal("R").endsWith("R is a resistance; 10 nF is a capacitance."), qPrintable(hand.refusal("R")));
    hand.enter("R", "1e5");
    QCOMPARE(hand.field("R").text(), QStringLiteral("100000")); // as a person writes it
    hand.enter("V_th", QStringLiteral("−45"));                  // a true minus
    QCOMPARE(hand.value("V_th"), -45.0);
}

void TestQuantityEditor::aNumberWithTwoReadingsIsAskedBack()
{
    Hand hand(leaky());
    hand.write("R", "1,00");
    QCOMPARE(hand.value("R"), 1.0); // while it is one
    hand.write("R", "1,000");
    QCOMPARE(hand.value("R"), 10.0); // nothing is set
    QVERIFY(hand.question("R") == nullptr);
    QTest::keyClick(&hand.field("R"), Qt::Key_Return);
    QVERIFY(hand.question("R") && hand.question("R")->isVisible());
    QCOMPARE(hand.answers("R").size(), 2);
    QCOMPARE(hand.answers("R")[0]->text(), QStringLiteral("1\u202fMΩ"));
    QCOMPARE(hand.answers("R")[1]->text(), QStringLiteral("1000\u202fMΩ"));
    QCOMPARE(hand.value("R"), 10.0);
    QCOMPARE(hand.field("R").text(), QStringLiteral("1,000")); // it stays to be mended
    QVERIFY(hand.refusal("R").isEmpty());
    QTest::mouseClick(hand.answers("R")[1], Qt::LeftButton);
    QCOMPARE(hand.value("R"), 1000.0);
    QVERIFY(hand.question("R") == nullptr && hand.field("R").hasFocus());
    hand.session().undoStack().undo();
    QCOMPARE(hand.value("R"), 10.0);

    hand.enter("R", "1,000");
    hand.write("R", "12"); // what is typed instead answers it, too
    QVERIFY(hand.question("R") == nullptr);
    QCOMPARE(hand.value("R"), 12.0);
    hand.enter("E_L", "-54,387");
    Hand::focus(hand.field("C")); // left alone it stays, and nothing is set
    QVERIFY(hand.question("E_L"));
    QCOMPARE(hand.value("E_L"), leaky().parameters[*indexOf(leaky().parameters, "E_L")].value);
}

void TestQuantityEditor::theQuestionIsAnsweredByKeys()
{
    Hand hand(leaky());
    hand.enter("R", "1,500");
    QTest::keyClick(&hand.field("R"), Qt::Key_Tab);
    QTRY_VERIFY(hand.answers("R")[0]->hasFocus());
    QTest::keyClick(hand.answers("R")[0], Qt::Key_Right);
    QTRY_VERIFY(hand.answers("R")[1]->hasFocus());
    QTest::keyClick(hand.answers("R")[1], Qt::Key_Left);
    QTRY_VERIFY(hand.answers("R")[0]->hasFocus());
    QTest::keyClick(hand.answers("R")[0], Qt::Key_Return);
    QCOMPARE(hand.value("R"), 1.5);
    hand.enter("R", "2,000");
    Hand::focus(*hand.answers("R")[1]);
    QTest::keyClick(hand.answers("R")[1], Qt::Key_Escape);
    QVERIFY(hand.question("R") == nullptr && hand.value("R") == 1.5 && hand.field("R").hasFocus());
    hand.enter("R", "2,000");
    QTest::keyClick(&hand.field("R"), Qt::Key_Escape);
    QVERIFY(hand.question("R") == nullptr && hand.value("R") == 1.5);
    for (const QToolButton* answer : hand.answers("R")) QVERIFY(!answer->accessibleName().isEmpty());
}

void TestQuantityEditor::theLanguagesOwnSignIsNeverAskedBack()
{
    const QLocale before;
    for (const auto& [language, own, other] : {std::tuple("de", "1,000", "1.000"), {"en", "1.000", "1,000"}}) {
        QLocale::setDefault(QLocale(QLatin1String(language)));
        Hand hand(leaky());
        hand.enter("R", own);
        QVERIFY(hand.question("R") == nullptr);
        QCOMPARE(hand.value("R"), 1.0);
        hand.enter("R", other);
        QVERIFY(hand.question("R"));
        QCOMPARE(hand.value("R"), 1.0);
    }
    QLocale::setDefault(before);
}

void TestQuantityEditor::valuesBesideTheSliderWidenIt()
{
    const auto [model, q] = subject();
    const std::string name = identifier(q.symbol);
    Hand hand(model);
    const double beyond = q.max + (q.max - q.min) / 2;
    Experiment next = hand.session().experiment();
    next.parameters[*indexOf(model.parameters, name)] = beyond;
    hand.enter(name, QString::number(beyond, 'g', 17));
    if (!problem(next).empty()) {
        QCOMPARE(hand.value(name), q.value);
        QVERIFY2(isOneSentence(hand.refusal(name)), qPrintable(hand.refusal(name)));
        return;
    }
    QCOMPARE(hand.value(name), beyond);
    const QuantitySlider& slider = hand.editor(name).slider();
    QVERIFY(slider.positionOf(beyond) < slider.width() && slider.positionOf(q.max) < slider.positionOf(beyond));
}

void TestQuantityEditor::aWidenedRangeComesBack()
{
    const auto [model, q] = subject();
    const std::string name = identifier(q.symbol);
    Hand hand(model);
    const QuantitySlider& slider = hand.editor(name).slider();
    const double end = slider.positionOf(q.max), beyond = q.max + (q.max - q.min) / 2;
    Experiment next = hand.session().experiment();
    next.parameters[*indexOf(model.parameters, name)] = beyond;
    if (!problem(next).empty()) return;
    hand.enter(name, QString::number(beyond, 'g', 17));
    QVERIFY(slider.positionOf(q.max) < end);
    hand.session().undoStack().undo();
    QCOMPARE(slider.positionOf(q.max), end);
    hand.session().undoStack().redo();
    QVERIFY(slider.positionOf(q.max) < end);
    QTest::keyClick(&hand.editor(name).slider(), Qt::Key_Left); // the hand's own moves leave it as it is
    QVERIFY(slider.positionOf(q.max) < end);
    QTest::keyClick(&hand.editor(name).slider(), Qt::Key_Delete);
    QCOMPARE(hand.value(name), q.value);
    QCOMPARE(slider.positionOf(q.max), end);
}

void TestQuantityEditor::theHandIsFinerNearAMark()
{
    const Quantity& input = leaky().input;
    QuantitySlider slider(input);
    slider.resize(110, 22);
    const auto perPixel = [&](double value) { return 1 / (slider.positionOf(value + 0.5) - slider.positionOf(value - 0.5)); };
    const double plain = perPixel(2);
    slider.setTicks({{2, "rheobase"}});
    slider.setValue(2);
    const double at = slider.positionOf(2);
    QVERIFY2(0.01 / (slider.positionOf(2.005) - slider.positionOf(1.995)) < plain / 4, qPrintable(QString::number(plain)));
    QCOMPARE(slider.positionOf(input.min) - 8, 0.0);
    QVERIFY(std::abs(slider.positionOf(input.max) - (slider.width() - 8)) < 1e-9);
    double before = -1; // the order stays
    for (double value = input.min; value <= input.max; value += 0.01) {
        QVERIFY(slider.positionOf(value) > before);
        before = slider.positionOf(value);
    }
    QSignalSpy moved(&slider, &QuantitySlider::moved);
    QTest::mousePress(&slider, Qt::LeftButton, {}, QPoint(qRound(at), 11));
    QTest::mouseEvent(QTest::MouseMove, &slider, Qt::LeftButton, {}, QPoint(qRound(at) + 1, 11));
    QTest::mouseRelease(&slider, Qt::LeftButton, {}, QPoint(qRound(at) + 1, 11));
    QVERIFY(!moved.isEmpty());
    const double step = moved.last()[0].toDouble() - 2;
    QVERIFY2(step > 0 && step < 0.025, qPrintable(QString::number(step)));
}

void TestQuantityEditor::stepsAreRoundNumbers()
{
    QuantitySlider slider(leaky().input);
    slider.resize(110, 22);
    slider.setTicks({{2, "rheobase"}});
    slider.setValue(2.177);
    QSignalSpy moved(&slider, &QuantitySlider::moved);
    const auto step = [&](Qt::Key key) {
        QTest::keyClick(&slider, key);
        return moved.last()[0].toDouble();
    };
    double before = 2.177;
    for (int i = 0; i < 5; ++i) {
        const double now = step(Qt::Key_Right), steps = now / 0.01;
        QVERIFY2(now > before && std::abs(steps - std::round(steps)) < 1e-6, qPrintable(QString::number(now, 'g', 17)));
        before = now;
    }
    QVERIFY(step(Qt::Key_Left) < before);
}

void TestQuantityEditor::refusalsAreExplained_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("said");
    for (const char* text : {"abc", "*", "/0", "1..2", "", "--3", "*x", "nan", "inf", "5 kg"})
        QTest::addRow("R = %s", text) << "R" << text << "";
    QTest::newRow("no resistance") << "R"
                                   << "0"
                                   << "greater than 0";
    QTest::newRow("negative resistance") << "R"
                                         << "-3"
                                         << "greater than 0";
    QTest::newRow("negative capacitance") << "C"
                                          << "-1"
                                          << "greater than 0";
    QTest::newRow("negative refractory period") << "t_ref"
                                                << "-1"
                                                << "at least 0";
    QTest::newRow("reset above threshold") << "V_reset"
                                           << "-40"
                                           << "below Vth";
    QTest::newRow("threshold below reset") << "V_th"
                                           << "-80"
                                           << "below Vth";
}

void TestQuantityEditor::refusalsAreExplained()
{
    QFETCH(QString, name);
    QFETCH(QString, typed);
    QFETCH(QString, said);
    Hand hand(leaky());
    const Experiment before = hand.session().experiment();
    const std::string id = name.toStdString();
    hand.write(id, typed);
    if (typed.isEmpty()) QTest::keyClick(&hand.field(id), Qt::Key_Delete);
    QTest::keyClick(&hand.field(id), Qt::Key_Return);
    const QString sentence = hand.refusal(id);
    QVERIFY2(isOneSentence(sentence) && sentence.contains(said), qPrintable(sentence));
    QVERIFY(hand.field(id).property("refused").toBool());
    if (said.isEmpty()) QVERIFY2(sentence.contains(typed) || !sentence.isEmpty(), qPrintable(sentence));
    QCOMPARE(hand.value(id), before.parameters[*indexOf(leaky().parameters, id)]);
    hand.enter(id, QString::number(hand.value(id), 'g', 17));
    QVERIFY(hand.refusal(id).isEmpty());
}

void TestQuantityEditor::impossibleValuesAreRefused()
{
    const auto [model, q] = subject();
    const std::string name = identifier(q.symbol);
    Hand hand(model);
    for (const auto& [value, bound] : {std::pair(q.domain.least - 1, q.domain.least), {q.domain.most + 1, q.domain.most}})
        for (const QString& text : {QString::number(value, 'g', 17), QString(value < 0 ? "-1e300" : "1e300")}) {
            hand.enter(name, text);
            QCOMPARE(hand.value(name), q.value);
            const QString said = hand.refusal(name);
            const bool saysBound = said.contains(QString::fromStdString(shortest(bound)).replace(u'-', u'−'));
            const bool saysName =
                said.contains(QString::fromStdString(name).remove(u'_')) || said.contains(fromView(q.symbol).remove(u'_'));
            QVERIFY2(isOneSentence(said) && saysName && saysBound, qPrintable(said));
        }
}

void TestQuantityEditor::escapeTakesTypingBack()
{
    Hand hand(leaky());
    hand.write("R", "33");
    QCOMPARE(hand.value("R"), 33.0);
    QTest::keyClick(&hand.field("R"), Qt::Key_Escape);
    QCOMPARE(hand.value("R"), 10.0);
}

void TestQuantityEditor::theMarkTogglesTheDefault()
{
    const auto [model, q] = subject();
    const std::string name = identifier(q.symbol);
    Hand hand(model);
    auto* mark = hand.editor(name).findChild<QToolButton*>("offDefault");
    QVERIFY(!mark->isVisible());
    hand.enter(name, QString::number(nearby(q), 'g', 17));
    QTRY_VERIFY(mark->isVisible());
    const QString off = mark->text();
    QTest::mouseClick(mark, Qt::LeftButton);
    QCOMPARE(hand.value(name), q.value);
    QVERIFY(mark->isVisible() && mark->text() != off); // not by colour alone
    QTest::mouseClick(mark, Qt::LeftButton);
    QCOMPARE(hand.value(name), nearby(q));
    QCOMPARE(mark->text(), off);
}

void TestQuantityEditor::doubleClickResets()
{
    const auto [model, q] = subject();
    const std::string name = identifier(q.symbol);
    Hand hand(model);
    hand.enter(name, QString::number(nearby(q), 'g', 17));
    QVERIFY(hand.value(name) != q.value);
    QuantitySlider& slider = hand.editor(name).slider();
    const QPoint handle(qRound(slider.positionOf(slider.value())), slider.height() / 2);
    QTest::mouseDClick(&slider, Qt::LeftButton, {}, handle);
    QCOMPARE(hand.value(name), q.value);
}

void TestQuantityEditor::keysStepFineAndCoarse()
{
    const auto [model, q] = subject();
    const std::string name = identifier(q.symbol);
    Hand hand(model);
    QuantitySlider& slider = hand.editor(name).slider();
    Hand::focus(slider);
    // Away from the nearer end, so that no step is cut.
    const Qt::Key key = slider.positionOf(q.value) < slider.width() / 2.0 ? Qt::Key_Right : Qt::Key_Left;
    const auto stepWith = [&, scale = q.scale](Qt::KeyboardModifiers modifiers) {
        const double before = hand.value(name);
        QTest::keyClick(&slider, key, modifiers);
        const double after = hand.value(name);
        hand.session().undoStack().undo();
        return scale == Scale::logarithmic ? std::abs(std::log(after / before)) : std::abs(after - before);
    };
    const double fine = stepWith(Qt::ShiftModifier), normal = stepWith({});
    QVERIFY2(fine > 0 && normal > 2 * fine, qPrintable(QString("%1 %2").arg(fine).arg(normal)));
    const double coarse = stepWith(Qt::ControlModifier);
    QVERIFY2(coarse > 2 * normal || !model.orders.empty(), qPrintable(QString("%1 %2").arg(coarse).arg(normal)));
}

void TestQuantityEditor::theWheelStepsAFocusedSliderOnly()
{
    Hand hand(leaky());
    QuantitySlider& slider = hand.editor("R").slider();
    Hand::focus(hand.field("C"));
    wheel(slider, 1);
    QCOMPARE(hand.value("R"), 10.0); // the panel scrolls
    Hand::focus(slider);
    wheel(slider, 1);
    const double up = hand.value("R");
    QVERIFY(up > 10);
    wheel(slider, -1);
    QVERIFY(hand.value("R") < up);
    wheel(slider, 1, Qt::ControlModifier);
    QVERIFY(hand.value("R") > up);
}

void TestQuantityEditor::resetStaysBelowThreshold()
{
    Hand hand(leaky());
    QuantitySlider& slider = hand.editor("V_reset").slider();
    Hand::focus(slider);
    QTest::keyClick(&slider, Qt::Key_End);
    QVERIFY(hand.value("V_reset") > -65 && hand.value("V_reset") < hand.value("V_th"));
    QuantitySlider& threshold = hand.editor("V_th").slider();
    Hand::focus(threshold);
    QTest::keyClick(&threshold, Qt::Key_Home);
    QVERIFY(hand.value("V_th") > hand.value("V_reset"));
    QVERIFY(hand.refusal("V_th").isEmpty() && hand.refusal("V_reset").isEmpty());
}

void TestQuantityEditor::logarithmicSlidersMultiply()
{
    for (const Model& model : catalogue())
        for (const Quantity& q : model.parameters) {
            QuantitySlider slider(q);
            slider.resize(400, 20);
            const double half = slider.positionOf(q.scale == Scale::logarithmic ? std::sqrt(q.min * q.max) : (q.min + q.max) / 2);
            QVERIFY2(std::abs(half - 200) < 1, q.symbol.data());
        }
}

void TestQuantityEditor::everythingHasAName()
{
    const auto [model, q] = subject();
    Hand hand(model);
    const QuantityEditor& editor = hand.editor(identifier(q.symbol));
    for (const QWidget* control : {static_cast<const QWidget*>(&editor), static_cast<const QWidget*>(editor.findChild<QuantitySlider*>()),
                                   static_cast<const QWidget*>(editor.findChild<QLineEdit*>())}) {
        QVERIFY(control->accessibleName().contains(fromView(q.symbol)));
        QVERIFY(q.unit.empty() || control->accessibleName().contains(fromView(q.unit)));
    }
    QVERIFY(!editor.findChild<QToolButton*>()->accessibleName().isEmpty());
    for (const QWidget* control :
         {static_cast<const QWidget*>(editor.findChild<QuantitySlider*>()), static_cast<const QWidget*>(editor.findChild<QLineEdit*>())})
        QVERIFY(control->focusPolicy() & Qt::TabFocus);
}

QTEST_MAIN(TestQuantityEditor)
#include "tst_quantity_editor.moc"
