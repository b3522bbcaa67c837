// SPDX-License-Identifier: GPL-3.0-or-later
// Text that is larger, in the window and in a presentation: every letter that is painted is looked at.
#include "catalogue.h"
#include "circuit_layout.h"
#include "main_window.h"
#include "plot.h"
#include "plot_view.h"
#include "presentation.h"
#include "quantity_editor.h"
#include "robot.h"
#include "screens.h"
#include "trace_stack.h"

#include <QDockWidget>
#include <QFontInfo>
#include <QLabel>
#include <QLayout>
#include <QPaintEngine>
#include <QSplitter>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

using namespace rheobase;

namespace {

/// A word as it is painted: its height in px, and whether all of it can be seen.
struct Word {
    QString text;
    double size;
    bool isWhole;
};

/// Paints nothing, and writes down every word.
class Listener : public QPaintEngine {
public:
    Listener() : QPaintEngine(AllFeatures) {}
    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState& state) override
    {
        if (state.state() & DirtyTransform) m_transform = state.transform();
    }
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}
    void drawPath(const QPainterPath&) override {}
    void drawPolygon(const QPointF*, int, PolygonDrawMode) override {}
    void drawImage(const QRectF&, const QImage&, const QRectF&, Qt::ImageConversionFlags) override {}
    void drawTextItem(const QPointF& at, const QTextItem& item) override
    {
        const QString text = item.text().trimmed();
        if (text.isEmpty()) return;
        const QFontMetricsF metrics(item.font());
        const QRectF ink = metrics.tightBoundingRect(item.text()).translated(at);
        const QRect place = m_transform.mapRect(ink).toAlignedRect().adjusted(1, 1, -1, -1);
        const bool isWhole = systemClip().isEmpty() || QRegion(place).subtracted(systemClip()).isEmpty();
        const double stretch = std::hypot(m_transform.m11(), m_transform.m12());
        words.push_back({text, stretch * QFontInfo(item.font()).pixelSize(), isWhole});
    }
    Type type() const override { return User; }

    std::vector<Word> words;

private:
    QTransform m_transform;
};

class Paper : public QPaintDevice {
public:
    explicit Paper(QSize size) : m_size(size) {}
    QPaintEngine* paintEngine() const override { return &m_engine; }
    const std::vector<Word>& words() const { return m_engine.words; }

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth: return m_size.width();
        case PdmHeight: return m_size.height();
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY: return 96;
        case PdmDepth: return 32;
        case PdmDevicePixelRatio: return 1;
        case PdmDevicePixelRatioScaled: return static_cast<int>(devicePixelRatioFScale());
        default: return 0;
        }
    }

private:
    QSize m_size;
    mutable Listener m_engine;
};

std::vector<Word> wordsOf(QWidget& widget)
{
    Paper paper(widget.size());
    widget.render(&paper, {}, {}, QWidget::DrawChildren);
    return paper.words();
}

QString pathOf(const QObject* object)
{
    QStringList names;
    for (; object; object = object->parent())
        names.prepend(object->objectName().isEmpty() ? object->metaObject()->className() : object->objectName());
    return names.join(u'/');
}

bool isSeen(const QWidget* widget) { return widget->isVisible() && !widget->visibleRegion().isEmpty(); }

/// Labels and buttons that are smaller than what they say.
QStringList cramped(const QWidget& window)
{
    QStringList found;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        const auto* label = qobject_cast<const QLabel*>(widget);
        const auto* button = qobject_cast<const QToolButton*>(widget);
        if (!isSeen(widget) || widget->objectName().startsWith("qt_") || widget->parent()->inherits("QTabBar")) continue;
        const bool isWrapped = label && label->wordWrap();
        QSize need;
        if (isWrapped && !label->text().isEmpty()) need = {0, label->heightForWidth(label->width())};
        else if (label && !label->text().isEmpty()) need = label->minimumSizeHint();
        else if (button) need = button->minimumSizeHint();
        if (need.width() > widget->width() + 1 || need.height() > widget->height() + 1) // where halves of pixels are rounded
            found << QStringLiteral("%1 needs %2×%3, has %4×%5")
                         .arg(pathOf(widget))
                         .arg(need.width())
                         .arg(need.height())
                         .arg(widget->width())
                         .arg(widget->height());
    }
    return found;
}

/// What stands in one layout and over its neighbour.
QStringList overlaps(const QWidget& window)
{
    QStringList found;
    for (const QLayout* layout : window.findChildren<QLayout*>()) {
        if (layout->inherits("QMainWindowLayout") || layout->inherits("QDockWidgetLayout")) continue;
        std::vector<const QWidget*> seen;
        for (int i = 0; i < layout->count(); ++i)
            if (const QWidget* widget = layout->itemAt(i)->widget(); widget && isSeen(widget)) seen.push_back(widget);
        for (std::size_t i = 0; i < seen.size(); ++i)
            for (std::size_t k = 0; k < i; ++k)
                if (seen[i]->geometry().intersects(seen[k]->geometry())) found << pathOf(seen[i]) + " over " + pathOf(seen[k]);
    }
    return found;
}

/// The window's words in a language.
class Spoken {
public:
    explicit Spoken(const QString& code)
    {
        if (code == "en") return;
        QLocale::setDefault(QLocale(code));
        for (QTranslator* t : {&m_program, &m_tables}) {
            if (!t->load(QStringLiteral(":/translations/%1_%2.qm").arg(t == &m_program ? "rheobase" : "tables", code)))
                qFatal("no %s", qPrintable(code));
            QCoreApplication::installTranslator(t);
        }
    }
    ~Spoken()
    {
        QLocale::setDefault(QLocale::c());
        for (QTranslator* t : {&m_program, &m_tables}) QCoreApplication::removeTranslator(t);
    }

private:
    QTranslator m_program, m_tables;
};

}

class TestPresentation : public QObject {
    Q_OBJECT
public:
    static void initMain() { useScreens({QRect(0, 0, 1920, 1080)}); }

private:
    std::unique_ptr<MainWindow> m_window;

    void open(const char* model, QSize size = {1440, 900})
    {
        m_window = std::make_unique<MainWindow>(defaultExperiment(*findModel(model)));
        m_window->resize(size);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_VERIFY(!m_window->session().trace().empty() && m_window->session().rheobase());
    }
    template<class W> W* find(const char* name) const { return m_window->findChild<W*>(QLatin1String(name)); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus && focus->window() == m_window.get() ? focus : m_window.get(), key, modifiers);
    }
    bool isPresenting() const { return find<QWidget>("presentation")->isVisible(); }
    std::vector<QuantityEditor*> presentedEditors() const
    {
        const auto all = find<QWidget>("pinned")->findChildren<QuantityEditor*>();
        return {all.begin(), all.end()};
    }
    /// Complaints on what is seen now.
    QStringList complaints(double leastText, bool isPage) const
    {
        QStringList found = cramped(*m_window) + overlaps(*m_window);
        for (const Word& word : wordsOf(*m_window)) {
            if (word.size < leastText - 0.01) found << QStringLiteral("“%1” is %2 px high").arg(word.text).arg(word.size);
            if (isPage && !word.isWhole) found << QStringLiteral("“%1” is cut off").arg(word.text);
        }
        for (const Plot* plot : m_window->findChildren<Plot*>())
            if (isSeen(plot) && plot->wordFont().pixelSize() < leastText) found << pathOf(plot);
        return found;
    }

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("RheobaseTests");
        QCoreApplication::setApplicationName("tst_presentation");
        applyLook(*qApp, Look::dark);
    }
    void init() { QSettings().clear(); }
    void cleanup()
    {
        m_window.reset();
        applyTextSize(*qApp, {});
    }

    void nothingIsSmallOrClipped_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("model");
        QTest::addColumn<double>("scale");
        QStringList languages{"en"};
        for (const QString& file : QDir(":/translations").entryList({"rheobase_*.qm"}))
            languages << file.section('_', 1).section('.', 0, 0);
        for (const QString& language : languages)
            for (const char* model : {"leaky-integrate-and-fire", "hodgkin-huxley"})
                for (const double scale : {1.5, 2.0})
                    QTest::addRow("%s %s %g", qPrintable(language), model, scale) << language << model << scale;
    }
    void nothingIsSmallOrClipped()
    {
        QFETCH(QString, language);
        QFETCH(QString, model);
        QFETCH(double, scale);
        const Spoken spoken(language);
        QSettings().setValue("presentedScale", scale);
        QSettings().setValue("pins/" + model, QStringList{"amplitude", model[0] == 'h' ? "g_K" : "R", "C", "E_L"});
        open(qPrintable(model), {1920, 1080});
        m_window->session().pause();
        press(Qt::Key_F11);
        QTRY_VERIFY(isPresenting());
        m_window->resize(1920, 1080);
        QTRY_COMPARE(m_window->size(), QSize(1920, 1080));
        QCOMPARE(textSize().scale, scale);
        QCOMPARE(presentedEditors().size(), 4);
        QVERIFY(waitForFrames(20));
        QStringList found = complaints(12 * scale, true);
        QVERIFY2(found.isEmpty(), qPrintable(found.join('\n')));
        const auto docks = m_window->findChildren<QDockWidget*>();
        for (int i = 1; i < 9; ++i) {
            press(static_cast<Qt::Key>(Qt::Key_1 + i), Qt::ControlModifier);
            QVERIFY(waitForFrames(20));
            QTRY_VERIFY2((found = complaints(12 * scale, false)).isEmpty(),
                         qPrintable(QStringLiteral("view %1:\n").arg(i) + found.join('\n')));
            QVERIFY2(found.isEmpty(), qPrintable(QStringLiteral("view %1:\n").arg(i) + found.join('\n')));
        }
    }

    /// The same in the ordinary window, dock by dock.
    void theWindowHasRoomForLargeText_data() { nothingIsSmallOrClipped_data(); }
    void theWindowHasRoomForLargeText()
    {
        QFETCH(QString, language);
        QFETCH(QString, model);
        QFETCH(double, scale);
        const Spoken spoken(language);
        open(qPrintable(model), {1920, 1080});
        m_window->resizeDocks({find<QDockWidget>("circuit")}, {400}, Qt::Horizontal);
        for (int i = 0; i < 4 * (scale - 1); ++i) press(Qt::Key_Plus, Qt::ControlModifier);
        QTRY_COMPARE(textSize().scale, scale);
        m_window->session().pause();
        for (QDockWidget* dock : m_window->findChildren<QDockWidget*>()) {
            dock->show();
            dock->raise();
            QVERIFY(waitForFrames(20));
            QStringList found;
            QTRY_VERIFY2((found = complaints(1, false)).isEmpty(), qPrintable(dock->objectName() + ":\n" + found.join('\n')));
        }
    }

    /// Sizes follow the keys at once, and stay.
    void keysChangeTheSizeOfText()
    {
        open("leaky-integrate-and-fire");
        auto* title = m_window->findChild<QuantityEditor*>()->findChild<QLabel*>();
        const int before = QFontInfo(title->font()).pixelSize();
        press(Qt::Key_Plus, Qt::ControlModifier);
        QTRY_VERIFY(QFontInfo(title->font()).pixelSize() > before);
        press(Qt::Key_Equal, Qt::ControlModifier);
        QTRY_COMPARE(textSize().scale, 1.5);
        m_window->saveSettings();
        QCOMPARE(QSettings().value("textScale").toDouble(), 1.5);
        press(Qt::Key_Minus, Qt::ControlModifier);
        QTRY_COMPARE(textSize().scale, 1.25);
        for (int i = 0; i < 9; ++i) press(Qt::Key_Plus, Qt::ControlModifier);
        QTRY_COMPARE(textSize().scale, greatestScale);
        press(Qt::Key_0, Qt::ControlModifier);
        QTRY_COMPARE(textSize().scale, 1.0);
        QTRY_COMPARE(QFontInfo(title->font()).pixelSize(), before);
    }

    /// It ends as it began, by either key, whatever was looked at meanwhile.
    void endsAsItBegan_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("F11") << int(Qt::Key_F11);
        QTest::newRow("Esc") << int(Qt::Key_Escape);
    }
    void endsAsItBegan()
    {
        QFETCH(int, key);
        open("leaky-integrate-and-fire");
        find<QDockWidget>("phase")->raise();
        auto* splitter = m_window->findChild<QSplitter*>();
        splitter->setSizes({360, splitter->width() - 360});
        QVERIFY(waitForFrames(10));
        const auto places = [&] {
            QStringList all{QStringLiteral("%1×%2").arg(m_window->width()).arg(m_window->height())};
            for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
                if (!isSeen(widget) || widget->objectName().startsWith("qt_") || widget->inherits("QToolTip")) continue;
                const QRect place(widget->mapTo(m_window.get(), QPoint()), widget->size());
                if (qobject_cast<const QLabel*>(widget)) continue; // of numbers that run
                all << QStringLiteral("%1 %2 %3 %4 %5")
                           .arg(pathOf(widget))
                           .arg(place.x())
                           .arg(place.y())
                           .arg(place.width())
                           .arg(place.height());
            }
            all.sort();
            return all;
        };
        m_window->session().pause();
        QVERIFY(waitForFrames(10));
        const QStringList before = places();
        press(Qt::Key_F11);
        QTRY_VERIFY(isPresenting());
        QCOMPARE(presentedEditors().size(), 1);
        QCOMPARE(presentedEditors().front()->objectName(), QString("amplitude"));
        press(Qt::Key_2, Qt::ControlModifier);
        press(Qt::Key_5, Qt::ControlModifier);
        QTRY_VERIFY(isSeen(find<QWidget>("phase-plane")) || isSeen(find<QWidget>("impedance")));
        press(static_cast<Qt::Key>(key));
        QTRY_VERIFY(!isPresenting());
        QTRY_VERIFY(isSeen(find<QWidget>("phase-plane")));
        QTRY_COMPARE(m_window->size(), QSize(1440, 900));
        QStringList after;
        const bool isAsBefore = QTest::qWaitFor([&] { return (after = places()) == before; });
        QCOMPARE(after.size(), before.size());
        for (qsizetype i = 0; i < before.size(); ++i) QCOMPARE(after[i], before[i]);
        QVERIFY(isAsBefore);
        QCOMPARE(textSize(), TextSize{});
    }

    /// A pin is set by the button or the key, is kept, and is what stays.
    void pinsStay()
    {
        open("leaky-integrate-and-fire");
        QuantityEditor *R = nullptr, *threshold = nullptr;
        for (auto* editor : m_window->findChildren<QuantityEditor*>()) {
            if (editor->objectName() == "R") R = editor;
            if (editor->objectName() == "V_th") threshold = editor;
        }
        R->slider().setFocus();
        auto* pin = R->findChild<QToolButton*>("pin");
        QTRY_VERIFY(pin->isVisible());
        QVERIFY(!threshold->findChild<QToolButton*>("pin")->isVisible());
        QTest::mouseClick(pin, Qt::LeftButton);
        QVERIFY(R->isPinned());
        threshold->slider().setFocus();
        press(Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY(threshold->isPinned());
        QVERIFY(pin->isVisible());
        press(Qt::Key_F11);
        QTRY_VERIFY(isPresenting());
        QCOMPARE(presentedEditors().size(), 2);
        R->slider().setFocus();
        press(Qt::Key_Right);
        QTRY_VERIFY(m_window->session().experiment().parameters[1] > 10);
        press(Qt::Key_P, Qt::ControlModifier); // unpinned here, too
        QTRY_COMPARE(presentedEditors().size(), 1);
        press(Qt::Key_F11);
        QTRY_VERIFY(!isPresenting());
        QCOMPARE(R->value(), m_window->session().experiment().parameters[1]);
        m_window.reset();
        open("leaky-integrate-and-fire");
        for (auto* editor : m_window->findChildren<QuantityEditor*>()) QCOMPARE(editor->isPinned(), editor->objectName() == "V_th");
    }

    void escapeEndsWhatIsTypedFirst()
    {
        open("leaky-integrate-and-fire");
        press(Qt::Key_F11);
        QTRY_VERIFY(isPresenting());
        auto* field = presentedEditors().front()->findChild<QLineEdit*>();
        write(field, "3");
        QTRY_COMPARE(presentedEditors().front()->value(), 3.0);
        QTest::keyClick(field, Qt::Key_Escape);
        QTRY_VERIFY(presentedEditors().front()->value() != 3.0);
        QVERIFY(isPresenting());
        find<QWidget>("presentation")->setFocus();
        field->clearFocus();
        press(Qt::Key_Escape);
        QTRY_VERIFY(!isPresenting());
    }

    /// Shortcuts of what is hidden work, and are told on wish, as clicks are.
    void keysAndClicksAreShownOnWish_data()
    {
        QTest::addColumn<bool>("presenting");
        QTest::newRow("window") << false;
        QTest::newRow("presentation") << true;
    }
    void keysAndClicksAreShownOnWish()
    {
        QFETCH(bool, presenting);
        open("leaky-integrate-and-fire");
        m_window->session().setSpeed(1);
        if (presenting) press(Qt::Key_F11);
        QTRY_COMPARE(isPresenting(), presenting);
        press(Qt::Key_F6);
        auto* shown = find<QWidget>("keyDisplay");
        QVERIFY(!shown->isVisible());
        for (QAction* action : m_window->findChildren<QAction*>())
            if (action->text() == "Show keys and clicks") action->trigger();
        m_window->findChild<TraceStack*>()->setFocus();
        const double before = m_window->session().trace().latestTime();
        QSignalSpy restarted(&m_window->session(), &Session::restarted);
        press(Qt::Key_F6);
        QTRY_COMPARE(restarted.size(), 1);
        QVERIFY(before >= 0);
        QTRY_VERIFY(shown->isVisible());
        QCOMPARE(find<QLabel>("keyCap")->text(), QString("F6"));
        QCOMPARE(find<QLabel>("keyWords")->text(), QString("Restart"));
        QTRY_VERIFY(!shown->isVisible());
        auto* ring = find<QWidget>("ring");
        QWidget* plot = reinterpret_cast<QWidget*>(m_window->findChild<TraceStack*>());
        QTest::mouseClick(plot, Qt::LeftButton, {}, QPoint(200, 60));
        QVERIFY(ring->isVisible());
        QVERIFY((ring->geometry().center() - plot->mapTo(m_window.get(), QPoint(200, 60))).manhattanLength() <= 2);
        QTRY_VERIFY(!ring->isVisible());
    }

    /// What draws its own letters takes them from the theme.
    void circuitsGrowWithTheText()
    {
        const Model& model = *findModel("hodgkin-huxley");
        applyTextSize(*qApp, {.scale = 1.5, .fromAfar = true});
        const CircuitLayout circuit = layOutCircuit(model, branchesOf(model), 1800);
        QVERIFY(QFontInfo(circuit.valueFont).pixelSize() >= 18 && QFontInfo(circuit.unitFont).pixelSize() >= 18);
        const double tall = circuit.size.height();
        applyTextSize(*qApp, {});
        QCOMPARE(layOutCircuit(model, branchesOf(model), 1200).size.height() * 1.5, tall);
    }
};

QTEST_MAIN(TestPresentation)
#include "tst_presentation.moc"
