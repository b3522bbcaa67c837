// SPDX-License-Identifier: GPL-3.0-or-later
// A random user who does many things at once. After each burst the window shows what the session holds, keeps no trace that nobody
// looks at, and has not grown. RHEOBASE_ROBOT_SEED and RHEOBASE_ROBOT_SECONDS choose another user, and how long he stays.
#include "burst_robot.h"
#include "editor_list.h"
#include "entry.h"
#include "quantity_panel.h"
#include "seed_box.h"
#include "stimulus_panel.h"

#include <QElapsedTimer>
#include <QSettings>
#include <QTranslator>

#include <malloc.h>
#include <unistd.h>

using namespace rheobase;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr double mostMegabytes = 6000, mostGrowth = 10; // what is freed stays for a while
#else
constexpr double mostMegabytes = 3000,
                 mostGrowth =
                     1.35; // two models' traces may live for a moment, and twelve kept ones; pages are made when they are first wanted
#endif

double megabytesNow()
{
    QFile file("/proc/self/statm");
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ')[1].toDouble() * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6 : 0;
}

int fromEnvironment(const char* name, int otherwise)
{
    bool isThere = false;
    const int value = qEnvironmentVariableIntValue(name, &isThere);
    return isThere ? value : otherwise;
}

QtMessageHandler usual;

/// What painters complain of is a fault.
void listen(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    usual(text.startsWith("QP") ? QtFatalMsg : type, context, text);
    if (text.startsWith("QP")) std::abort();
}

/// What the editors of the stimulus show, in their order: of each shape, then what is injected, noise, solver.
std::vector<double> shownStimulus(const Experiment& e)
{
    std::vector<double> values;
    for (const StimulusComponent& part : e.stimulus) values.insert(values.end(), part.values.begin(), part.values.end());
    values.push_back(e.stimulus.repeat > 0 ? e.stimulus.repeat : repetition.value);
    values.push_back(e.injection);
    if (e.noise.kind != Noise::Kind::none) values.push_back(e.noise.sigma);
    if (e.noise.kind == Noise::Kind::ornsteinUhlenbeck) values.push_back(e.noise.tau);
    for (const double value : {e.dt, e.duration, start(e).state[0]}) values.push_back(value);
    return values;
}

}

class TestBursts : public QObject {
    Q_OBJECT

    const unsigned m_seed = static_cast<unsigned>(fromEnvironment("RHEOBASE_ROBOT_SEED", 14));
    const int m_seconds = fromEnvironment("RHEOBASE_ROBOT_SECONDS", 30);
    std::mt19937 m_random{m_seed};
    std::deque<QString> m_done;
    std::unique_ptr<MainWindow> m_window;
    std::vector<std::weak_ptr<const Trace>> m_kept;
    QTranslator m_german;
    QTemporaryDir m_folder;

    Session& session() const { return m_window->session(); }
    /// Another window, perhaps in another language.
    void open() { open(catalogue()[m_random() % catalogue().size()]); }
    void open(const Model& model)
    {
        m_window.reset();
        if (m_random() % 2) QCoreApplication::installTranslator(&m_german);
        else QCoreApplication::removeTranslator(&m_german);
        QLocale::setDefault(m_random() % 2 ? QLocale(QLocale::German) : QLocale::c());
        m_window = std::make_unique<MainWindow>(defaultExperiment(model));
        m_window->resize(1440, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
    }
    void writeDocuments()
    {
        const auto write = [this](const QString& name, const QByteArray& content) {
            QFile file(m_folder.filePath(name));
            if (file.open(QIODevice::WriteOnly)) file.write(content);
        };
        int number = 0;
        for (const Model& model : catalogue()) {
            Experiment e = defaultExperiment(model);
            e.stimulus.push_back(component(*stimulusShape("pulse-train"), model.input));
            e.noise = {Noise::Kind::white, model.input.max / 50};
            e.seed = 12'345'678'901'234'567'890u;
            write(QString("%1.rheobase").arg(number++), toLine(e));
            e.stimulus.resize(30, component(*stimulusShape("sine"), model.input));
            write(QString("many-%1.rheobase").arg(number), toLine(e));
        }
        write("broken.rheobase", "{\"format\":");
        write("large.rheobase", QByteArray(17 << 20, ' '));
        write("picture.svg", "<svg><desc>none</desc></svg>");
    }
    /// Lets all that is due happen, dialogs and drawing too.
    static bool settle()
    {
        QElapsedTimer time;
        time.start();
        do QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        while (QApplication::activeModalWidget() || QApplication::activePopupWidget() || time.elapsed() < 40);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return time.elapsed() < 20'000;
    }
    QString editorsDiffer() const;
    QString choicesDiffer() const;
    QString tracesStay();
    QString oddity();
    QString story() const { return QString("seed %1 after: %2").arg(m_seed).arg(QStringList(m_done.begin(), m_done.end()).join("; ")); }
    double clear();

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("RheobaseTests");
        QCoreApplication::setApplicationName("tst_bursts");
        QApplication::setQuitOnLastWindowClosed(false);
        QVERIFY(m_german.load(":/translations/rheobase_de.qm"));
        applyLook(*qApp, Look::light);
        writeDocuments();
        usual = qInstallMessageHandler(listen);
    }
    void theWindowOutlivesThem();
};

/// The first editor that shows another value than the experiment has; empty where none does.
QString TestBursts::editorsDiffer() const
{
    const Experiment& e = session().experiment();
    for (const auto& [panel, values] :
         {std::pair<QWidget*, std::vector<double>>(m_window->findChild<QuantityPanel*>(), e.parameters),
          std::pair<QWidget*, std::vector<double>>(m_window->findChild<StimulusPanel*>(), shownStimulus(e))}) {
        std::vector<QuantityEditor*> editors;
        for (const EditorList* list : panel->findChildren<EditorList*>())
            editors.insert(editors.end(), list->editors().begin(), list->editors().end());
        if (editors.size() != values.size()) return QString("%1 editors for %2 values").arg(editors.size()).arg(values.size());
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto* field = editors[i]->findChild<QLineEdit*>();
            const QString name = editors[i]->objectName();
            if (editors[i]->value() != values[i]) return QString("%1 is %2, not %3").arg(name).arg(editors[i]->value()).arg(values[i]);
            if (editors[i]->slider().value() != values[i])
                return QString("%1's slider is at %2, not %3").arg(name).arg(editors[i]->slider().value()).arg(values[i]);
            const char sign = QLocale().decimalPoint() == u"," ? ',' : '.';
            const auto written = entry(field->text().toStdString(), values[i], {}, sign).value;
            if (field->hasFocus() || (written && std::abs(*written - values[i]) <= 1e-3 * std::abs(values[i]))) continue;
            return QString("%1 shows “%2” for %3").arg(name, field->text()).arg(values[i]);
        }
    }
    return {};
}

QString TestBursts::choicesDiffer() const
{
    const Experiment& e = session().experiment();
    const auto* models = m_window->findChild<QComboBox*>("models");
    if (models->currentIndex() != &session().model() - catalogue().data()) return "another model is chosen: " + models->currentText();
    const auto* panel = m_window->findChild<StimulusPanel*>();
    const auto differs = [panel](const QString& name, int index) {
        QComboBox* chosen = nullptr;
        for (auto* box : panel->findChildren<QComboBox*>(name))
            if (!box->isHidden() || !chosen) chosen = box;
        return !chosen || chosen->currentIndex() != index;
    };
    for (std::size_t i = 0; i < e.stimulus.size(); ++i)
        if (differs(QString("shape%1").arg(i), static_cast<int>(e.stimulus[i].shape - stimulusShapes().data())))
            return QString("shape %1 is another").arg(i);
    if (differs("noise", static_cast<int>(e.noise.kind))) return "the noise is another";
    if (const auto* seed = panel->findChild<SeedBox*>("seedBox"); seed->value() != e.seed || seed->text() != QString::number(e.seed))
        return QString("the seed is %1, not %2").arg(seed->text()).arg(e.seed);
    return {};
}

/// A trace that was let go of is gone, as nothing that is drawn holds it.
QString TestBursts::tracesStay()
{
    if (!m_window->stack().isVisible()) return {}; // who is not seen lets go when it is
    std::vector<const Trace*> owned{&session().trace()};
    for (const Ghost& ghost : m_window->findChild<Ghosts*>()->list()) owned.push_back(ghost.trace.get());
    const auto isStale = [&](const std::weak_ptr<const Trace>& trace) {
        const auto there = trace.lock();
        return there && std::ranges::find(owned, there.get()) == owned.end();
    };
    const bool gone = QTest::qWaitFor([&] { return std::ranges::none_of(m_kept, isStale); }, 5000);
    const auto count = std::ranges::count_if(m_kept, isStale);
    m_kept.clear();
    m_kept.push_back(session().sharedTrace());
    for (const Ghost& ghost : m_window->findChild<Ghosts*>()->list()) m_kept.push_back(ghost.trace);
    return gone ? QString() : QString("%1 traces are held that nobody owns").arg(count);
}

/// What is wrong; empty where all is well.
QString TestBursts::oddity()
{
    if (!settle()) return "the window takes longer than 20 s";
    if (const QString why = editorsDiffer(); !why.isEmpty()) return why;
    if (const QString why = choicesDiffer(); !why.isEmpty()) return why;
    if (const QString why = tracesStay(); !why.isEmpty()) return why;
    const double megabytes = megabytesNow();
    return megabytes < mostMegabytes ? QString() : QString("%1 MB").arg(megabytes);
}

/// Lets go of all that was made, and tells the memory (MB) of a window as at the first start.
double TestBursts::clear()
{
    m_kept.clear();
    QSettings().clear();
    QSettings().setValue("lessons/reports", m_folder.path());
    applyLook(*qApp, Look::light);
    open(catalogue()[0]);
    session().pause();
    session().restart();
    settle();
#if defined(__GLIBC__)
    malloc_trim(0); // what is free is not kept for later
#endif
    return megabytesNow();
}

void TestBursts::theWindowOutlivesThem()
{
    QElapsedTimer time;
    time.start();
    const qint64 end = 1000LL * m_seconds, stay = std::clamp<qint64>(end / 8, 3000, 20'000); // with one window
    open();
    std::vector<double> megabytes; // of every window when it was cleared
    double slowest = 0;
    int bursts = 0;
    for (qint64 reopened = 0; time.elapsed() < end; ++bursts) {
        if (time.elapsed() - reopened > stay) {
            reopened = time.elapsed();
            megabytes.push_back(clear());
            open();
            m_kept.clear();
            m_done.push_back("a new window");
        }
        const qint64 before = time.elapsed();
        BurstRobot robot(*m_window, static_cast<unsigned>(m_random()), m_folder.path(), m_done);
        robot.burst(5 + static_cast<int>(m_random() % 40));
        const QString why = oddity();
        QVERIFY2(why.isEmpty(), qPrintable(why + ": " + story()));
        slowest = std::max(slowest, static_cast<double>(time.elapsed() - before) / 1000);
        if (!m_window->isVisible()) m_window->show();
    }
    megabytes.push_back(clear());
    m_window.reset();
    QStringList told;
    for (const double each : megabytes) told << QString::number(each, 'f', 0);
    qInfo("%d bursts, the slowest %.1f s; MB after each window: %s", bursts, slowest, qPrintable(told.join(' ')));
    const auto half = megabytes.begin() + static_cast<std::ptrdiff_t>(std::max<std::size_t>(1, megabytes.size() / 2));
    const double warm = *std::max_element(megabytes.begin(), half); // what is made once is there
    QVERIFY2(megabytes.back() < mostGrowth * warm, qPrintable(story()));
}

QTEST_MAIN(TestBursts)
#include "tst_bursts.moc"
