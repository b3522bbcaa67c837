// SPDX-License-Identifier: GPL-3.0-or-later
// A sealed parameter is told nowhere: two neurons that differ in nothing else look the same, in every text, picture and file, as long as
// nothing was run.
#include "caption.h"
#include "circuit_view.h"
#include "data_file.h"
#include "draw_card.h"
#include "equation_panel.h"
#include "experiment_file.h"
#include "export.h"
#include "ghosts.h"
#include "lesson_dock.h"
#include "notice.h"
#include "plot.h"
#include "quantity_editor.h"
#include "rate_picture.h"
#include "rate_plot.h"
#include "seal.h"
#include "setting.h"
#include "stimulus_panel.h"
#include "student_folder.h"
#include "trace_plot.h"
#include "trace_stack.h"
#include "window_desk.h"

#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QHelpEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QTemporaryDir>
#include <QToolButton>
#include <QToolTip>
#include <QUndoStack>

using namespace rheobase;

namespace {

const Model& modelOf(const char* id) { return *findModel(id); }

/// Two neurons, one parameter of which is sealed and different; all else, where they start included, is the same.
Experiment sealedBy(const Model& model, std::size_t parameter, double value)
{
    Experiment e = defaultExperiment(model);
    const Neuron neuron = start(e);
    e.initial.assign(neuron.state.begin(), neuron.state.end());
    e.parameters[parameter] = value;
    e.seal = {"test", "step", {identifier(model.parameters[parameter].symbol)}};
    return e;
}

/// Possible values with digits of their own.
std::pair<double, double> unusualValues(const Model& model, std::size_t parameter)
{
    const Quantity& q = model.parameters[parameter];
    const auto [above, below] = orderLimits(model, model.defaults(), parameter);
    const double least = std::max({q.min, above, q.domain.least}), most = std::min({q.max, below, q.domain.most});
    return {least + 0.4172853 * (most - least), least + 0.7391264 * (most - least)};
}

/// What is said without being drawn, of all that can be seen.
QStringList textsOf(const MainWindow& window)
{
    QStringList texts{window.windowTitle()};
    for (const QAction* action : window.findChildren<QAction*>())
        if (action->isVisible()) texts << action->text() << action->toolTip() << action->statusTip();
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        if (auto* field = qobject_cast<QuantityEditor*>(widget)) texts << QString::number(field->value()); // also of those that are hidden
        if (!widget->isVisible() || widget->inherits("QTipLabel")) continue;
        texts << QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName() << widget->toolTip() << widget->statusTip()
              << widget->whatsThis() << widget->accessibleName() << widget->accessibleDescription();
        for (const char* name : {"text", "plainText", "placeholderText", "value", "title", "html"})
            if (const QVariant value = widget->property(name); value.isValid()) texts << QLatin1String(name) + u'=' + value.toString();
        if (const auto* box = qobject_cast<QComboBox*>(widget))
            for (int i = 0; i < box->count(); ++i) texts << box->itemText(i) << box->itemData(i, Qt::ToolTipRole).toString();
        if (QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(widget))
            for (const auto kind : {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help})
                texts << spoken->text(kind);
        if (const auto* plot = qobject_cast<Plot*>(widget)) {
            texts << plot->title() << plot->horizontalLabel();
            for (const Guide& guide : plot->guides()) texts << guide.label;
        }
    }
    for (QString& text : texts)
        if (text.contains("spikes: ")) text.clear(); // V as it is, at most once a second
    return texts;
}

/// What a pointer that goes over a view is told.
QStringList tipsOf(QWidget& view)
{
    QStringList texts;
    for (int row = 0; row < 8; ++row)
        for (int column = 0; column < 8; ++column) {
            const QPoint at(view.width() * (2 * column + 1) / 16, view.height() * (2 * row + 1) / 16);
            QHelpEvent event(QEvent::ToolTip, at, view.mapToGlobal(at));
            QApplication::sendEvent(&view, &event);
            texts << QToolTip::text();
        }
    QToolTip::hideText(); // soon, not at once
    texts.removeAll(QString());
    texts.removeDuplicates();
    texts.sort();
    return texts;
}

/// The first text that is another one.
QString firstDifference(const QStringList& a, const QStringList& b)
{
    for (qsizetype i = 0; i < std::min(a.size(), b.size()); ++i)
        if (a[i] != b[i]) return QStringLiteral("“%1”, then “%2”").arg(a[i], b[i]);
    return QStringLiteral("%1 texts, then %2").arg(a.size()).arg(b.size());
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A PDF without the time at which it was written and what is drawn by it.
QByteArray timeless(QByteArray bytes)
{
    for (const char* key : {"/CreationDate", "/ModDate", "/ID", "CreateDate", "ModifyDate", "MetadataDate", "DocumentID", "uuid:"})
        for (qsizetype at = 0; (at = bytes.indexOf(key, at)) >= 0; ++at) {
            const qsizetype end = bytes.indexOf('\n', at);
            bytes.remove(at, (end < 0 ? bytes.size() : end) - at);
        }
    return bytes;
}

/// Everything that the present neuron can be written to.
QMap<QString, QByteArray> filesOf(MainWindow& window, const QString& folder)
{
    Session& session = window.session();
    const Experiment& e = session.experiment();
    QMap<QString, QByteArray> files;
    QString error;
    const auto add = [&](const QString& name, auto save) {
        const QString path = folder + u'/' + name;
        if (!save(path)) error += QStringLiteral(" (not written)");
        files[name] = timeless(bytesOf(path)) + error.toUtf8();
        error.clear();
    };
    add("e.rheobase", [&](const QString& path) { return saveExperiment(path, e, &error, session.changes()); });
    for (const char* name : {"rows.csv", "rows.npz"})
        add(name, [&](const QString& path) { return saveData(path, session.trace(), e, 0, 1e9, &error, session.changes()); });
    add("spikes.csv", [&](const QString& path) { return saveSpikes(path, session.trace(), e, &error, session.changes()); });
    TraceFigure figure = window.findChild<TraceStack*>()->figure({});
    figure.caption = captionOf(e);
    for (const char* name : {"f.svg", "f.png", "f.pdf"})
        add(name, [&](const QString& path) { return saveFigure(path, FigureContent(figure), {}, {}, &error, session.changes()); });
    return files;
}

/// All that a student may see of a neuron, and take home.
struct Sight {
    QStringList texts;
    QImage picture;
    QMap<QString, QByteArray> files;
};

/// By what two neurons can be told apart.
QStringList differencesOf(const Sight& a, const Sight& b)
{
    QStringList found;
    if (a.texts != b.texts) found << firstDifference(a.texts, b.texts);
    for (const QString& file : a.files.keys())
        if (a.files[file] != b.files[file]) found << file;
    if (a.picture == b.picture) return found;
    a.picture.save(QDir::temp().filePath("leak-0.png"));
    b.picture.save(QDir::temp().filePath("leak-1.png"));
    return found << QStringLiteral("can be seen in leak-0.png, leak-1.png");
}

}

class TestLeaks : public QObject {
    Q_OBJECT

    std::unique_ptr<MainWindow> m_window;
    QTemporaryDir m_folder;

    Session& session() const { return m_window->session(); }
    bool show(const Experiment& e, int frames = 6)
    {
        session().undoStack().clear();
        session().load(e, "Begin");
        session().restart();
        const bool isBegun = QTest::qWaitFor([&] { return session().experiment() == e && session().trace().rows() == 1; }, 10'000);
        const auto isNamed = [](const Plot* plot) { return !plot->isVisible() || !plot->accessibleName().isEmpty(); };
        const auto areNamed = [&] { return std::ranges::all_of(m_window->findChildren<TracePlot*>(), isNamed); };
        return isBegun && QTest::qWaitFor(areNamed, 10'000) && waitForFrames(frames);
    }
    /// How the window is with an experiment; none where it does not come up, or a file is not written.
    std::optional<Sight> sightOf(const Experiment& e, int frames)
    {
        if (!show(e, frames) || !isSealed(session().experiment())) return std::nullopt;
        Sight sight{textsOf(*m_window), m_window->grab().toImage(), filesOf(*m_window, m_folder.path())};
        for (QWidget* place :
             {static_cast<QWidget*>(m_window->findChild<CircuitView*>()), static_cast<QWidget*>(m_window->findChild<EquationPanel*>())})
            if (place && place->isVisible()) sight.texts << tipsOf(*place);
        const auto isWritten = [](const QByteArray& bytes) { return !bytes.isEmpty() && !bytes.contains("not written"); };
        return std::ranges::all_of(sight.files, isWritten) ? std::optional(sight) : std::nullopt;
    }
    QDockWidget* view(const char* name) const { return m_window->findChild<QDockWidget*>(QLatin1String(name)); }

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale("en"));
        beginWindowTests("tst_leaks");
        m_window = openedWindow({1500, 950});
        QVERIFY(m_window);
        session().pause();
    }

    void nothingTells_data()
    {
        QTest::addColumn<QByteArray>("model");
        for (const Model& model : catalogue())
            QTest::newRow(std::string(model.id).c_str()) << QByteArray(model.id.data(), static_cast<qsizetype>(model.id.size()));
    }
    /// Every parameter of a model, in every text, picture and file.
    void nothingTells()
    {
        QFETCH(QByteArray, model);
        const Model& each = modelOf(model.constData());
        QVERIFY(show(sealedBy(each, 0, unusualValues(each, 0).second), 6)); // what comes with a model is there then
        QStringList leaks;
        for (std::size_t i = 0; i < each.parameters.size(); ++i) {
            const auto [one, other] = unusualValues(each, i);
            QStringList found;
            for (const int frames : {6, 40, 200}) { // a slow machine draws late, and a panel that got too large shrinks at leisure
                const auto a = sightOf(sealedBy(each, i, one), frames), b = sightOf(sealedBy(each, i, other), frames);
                QVERIFY(a && b);
                found = differencesOf(*a, *b);
                if (found.isEmpty()) break;
            }
            for (const QString& leak : found) leaks << QString::fromStdString(identifier(each.parameters[i].symbol)) + ": " + leak;
        }
        QVERIFY2(leaks.isEmpty(), qPrintable(leaks.join(u'\n')));
    }

    /// The level of a trigger, which is chosen when a model comes, and the initial potential do not look at what is sealed.
    void whatFollowsAModelDoesNotTell()
    {
        const Model& leaky = modelOf("leaky-integrate-and-fire");
        for (std::size_t i = 0; i < leaky.parameters.size(); ++i) {
            const auto [one, other] = unusualValues(leaky, i);
            QString told[2];
            for (const int k : {0, 1}) {
                QVERIFY(show(defaultExperiment(modelOf("passive"))));
                QVERIFY(show(sealedBy(leaky, i, k == 0 ? one : other)));
                told[k] = QString::number(m_window->findChild<TraceStack*>()->timebase().level());
                Experiment atRest = sealedBy(leaky, i, k == 0 ? one : other);
                atRest.initial.assign(leaky.state.size(), std::nullopt);
                QVERIFY(show(atRest));
                auto* initial = m_window->findChild<StimulusPanel*>()->findChild<QuantityEditor*>("V");
                QVERIFY(initial);
                told[k] += u' ' + QString::number(initial->value());
            }
            QCOMPARE(told[0], told[1]);
        }
    }

    /// What is computed by running the neuron is an experiment; what is calculated is not shown.
    void theRateCurveIsRunAndNotCalculated()
    {
        const Model& leaky = modelOf("leaky-integrate-and-fire");
        QDockWidget* const rate = view("rate");
        rate->show();
        rate->raise();
        auto& plot = *rate->findChild<RatePlot*>();
        const auto isFilled = [&] { return plot.isVisible() && plot.isSettled() && !plot.picture().scene().curve.isEmpty(); };
        QVERIFY(show(defaultExperiment(leaky)));
        QTRY_VERIFY_WITH_TIMEOUT(isFilled() && !plot.picture().scene().formula.isEmpty() && plot.picture().scene().rheobase, 30'000);
        QVERIFY(show(sealedBy(leaky, *indexOf(leaky.parameters, "R"), 14.3)));
        QTRY_VERIFY_WITH_TIMEOUT(isFilled() && plot.picture().scene().formula.isEmpty() && !plot.picture().scene().rheobase, 30'000);
        for (const char* name : {"phase", "map", "strength", "frequency", "ladder", "why", "gate-curves"}) {
            QVERIFY2(!view(name)->isVisible() && !view(name)->toggleViewAction()->isVisible(), name);
        }
    }

    /// Its file is read where its values can be drawn anew, and told nowhere else.
    void aSealedNeuronStaysInItsLesson()
    {
        StudentFolder folder;
        QVERIFY(show(defaultExperiment(modelOf("hodgkin-huxley"))));
        m_window->open(":/lessons/05-leak-forgets.lesson.md");
        QTRY_VERIFY(m_window->findChild<LessonDock*>());
        auto& run = m_window->findChild<LessonDock*>()->run();
        run.goTo(run.walk().lesson().steps.size() - 1);
        const Experiment sealed = session().experiment();
        QCOMPARE(sealed.seal, (Seal{"leak-forgets", "unknown", {"R"}}));
        const double R = valueOf(sealed, "R");
        QVERIFY(R >= 12 && R <= 25);

        const QString path = folder.path("mine.rheobase");
        QString error;
        QVERIFY(saveExperiment(path, sealed, &error));
        QVERIFY(!loadExperiment(path, &error));
        QVERIFY2(error.contains("holds a sealed neuron of the lesson \"leak-forgets\""), qPrintable(error));
        const auto again = loadExperiment(path, &error, session().veil().unseals);
        QVERIFY2(again && *again == sealed, qPrintable(error));
        Experiment next = sealed;
        setValue(next, "R", 10);
        QVERIFY(!session().edit(next).empty());

        Experiment tried = sealed;
        setValue(tried, "two-pulses.gap", 20);
        QVERIFY(session().edit(tried).empty());
        m_window->open(path);
        QTRY_COMPARE(session().experiment(), sealed);
        QVERIFY(m_window->findChild<LessonDock*>());

        m_window->findChild<Ghosts*>()->add(session().sharedTrace(), sealed, "kept");
        m_window->findChild<LessonDock*>()->findChild<QToolButton*>("leave")->click();
        QTRY_VERIFY(!m_window->findChild<LessonDock*>());
        QVERIFY(!isSealed(session().experiment()));
        QVERIFY(!session().undoStack().canRedo());
        for (const Ghost& ghost : m_window->findChild<Ghosts*>()->list()) QVERIFY(!isSealed(ghost.experiment));
        m_window->open(path);
        QTRY_VERIFY(m_window->findChild<Notice*>()->accessibleName().contains("mine.rheobase"));
        QVERIFY(!isSealed(session().experiment()));
        const QByteArray report = bytesOf(folder.path("leak-forgets.report.html"));
        QVERIFY(report.contains("rheobase-report"));
        QVERIFY(!report.contains(QByteArray::number(R)));
    }

    /// The class word and the name choose the neuron; an estimate gets points, and then it stays.
    void aClassWordChoosesTheNeuron()
    {
        StudentFolder folder;
        m_window->open(":/lessons/09-mystery.lesson.md");
        QTRY_VERIFY(m_window->findChild<DrawCard*>());
        auto& run = m_window->findChild<LessonDock*>()->run();
        const std::string chance = run.walk().report().draw;
        QVERIFY(!chance.empty());
        auto field = [&](const char* name) { return m_window->findChild<DrawCard*>()->findChild<QLineEdit*>(QLatin1String(name)); };
        write(field("drawName"), "  Ada ");
        write(field("drawWord"), "Owl");
        QTest::keyClick(field("drawWord"), Qt::Key_Return);
        QTRY_COMPARE(run.walk().report().draw, "owl/ada");
        QCOMPARE(run.walk().report().name, "Ada");
        const Seal& seal = session().experiment().seal;
        const double E_L = valueOf(session().experiment(), "E_L");
        QCOMPARE(E_L, drawnValue(*rangeOf(run.walk().lesson(), seal, "E_L"), "mystery", "quiet", "owl/ada", lessonStage()));
        const auto ask = std::ranges::find_if(run.walk().step().parts, [](const StepPart& part) {
            const auto* found = std::get_if<Ask>(&part);
            return found && found->id == "estimate-E_L";
        });
        QVERIFY(run.answer(std::get<Ask>(*ask), QString::number(E_L + 9)).empty());
        QCOMPARE(run.walk().replyTo(std::get<Ask>(*ask))->points, std::optional(0));
        QVERIFY(run.answer(std::get<Ask>(*ask), QString::number(E_L + 1)).empty());
        QCOMPARE(run.walk().replyTo(std::get<Ask>(*ask))->points, std::optional(1));
        QVERIFY(run.answer(std::get<Ask>(*ask), QString::number(E_L)).empty());
        QCOMPARE(run.walk().replyTo(std::get<Ask>(*ask))->points, std::optional(2));
        QTRY_VERIFY(!field("drawWord")->isEnabled());
        QTRY_VERIFY(run.walk().report().steps[0].stimuli == 1); // none was changed
        QCOMPARE(run.walk().report().steps[0].attempts, 3);
        m_window->findChild<LessonDock*>()->findChild<QToolButton*>("leave")->click();
        QTRY_VERIFY(!m_window->findChild<LessonDock*>());
    }
};

QTEST_MAIN(TestLeaks)
#include "tst_leaks.moc"
