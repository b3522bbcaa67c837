// SPDX-License-Identifier: GPL-3.0-or-later
// A robot user who knows other programs: what it expects of lists, fields, keys, documents and docks.
#include "catalogue.h"
#include "circuit_view.h"
#include "column.h"
#include "data_file.h"
#include "frequency_plot.h"
#include "main_window.h"
#include "presets.h"
#include "quantity_editor.h"
#include "robot.h"
#include "spikes_panel.h"
#include "trace_plot.h"
#include "trace_stack.h"

#include <QAbstractItemView>
#include <QAction>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QDockWidget>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>
#include <QWheelEvent>

#include <algorithm>
#include <functional>

using namespace rheobase;

class TestManners : public QObject {
    Q_OBJECT

    std::unique_ptr<MainWindow> m_window;

    Session& session() const { return m_window->session(); }
    template<class W> W* find(const char* name) const { return m_window->findChild<W*>(QLatin1String(name)); }
    QuantityEditor* editor(const char* name) const { return find<QuantityEditor>(name); }
    QLineEdit* field(const char* name) const { return editor(name)->findChild<QLineEdit*>(); }
    Column* parameters() const
    {
        const auto all = m_window->findChildren<Column*>();
        return *std::ranges::find(all, QString("Parameters and stimulus"), &Column::accessibleName);
    }
    QAction* entry(const QString& text) const
    {
        const auto actions = m_window->findChildren<QAction*>();
        const auto found = std::ranges::find(actions, text, &QAction::text);
        return found == actions.end() ? nullptr : *found;
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get(), key, modifiers);
    }
    void click(QWidget* widget) const { QTest::mouseClick(widget, Qt::LeftButton); }
    bool plotsHaveTheKeyboard() const { return qobject_cast<TraceStack*>(QApplication::focusWidget()) || isInPlots(); }
    bool isInPlots() const { return m_window->stack().isAncestorOf(QApplication::focusWidget()); }
    QDockWidget* dock(const char* id) const { return find<QDockWidget>(id); }
    /// Docks behind others are moved out of the window.
    bool isSeen(const QDockWidget* view) const
    {
        return view->isVisible() && m_window->rect().contains(view->mapTo(m_window.get(), view->rect().center()));
    }
    void bringUp(const char* id) const
    {
        dock(id)->show();
        dock(id)->raise();
        QTRY_VERIFY(isSeen(dock(id)));
    }
    void open(const Experiment& experiment)
    {
        m_window.reset();
        m_window = std::make_unique<MainWindow>(experiment);
        m_window->resize(1280, 720);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_VERIFY(!session().trace().empty());
    }
    static void wheel(QWidget* widget)
    {
        const QPointF place = widget->rect().center();
        for (; widget; widget = widget->parentWidget()) { // as it goes on where it is ignored
            QWheelEvent event(place, widget->mapToGlobal(place), {}, {0, -120}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(widget, &event);
            if (event.isAccepted()) return;
        }
    }
    static const Preset& preset(const char* model, const QString& id)
    {
        static std::vector<Preset> presets;
        presets = presetsFor(*findModel(model));
        return *std::ranges::find(presets, id, &Preset::id);
    }
    QString done() const { return find<QLabel>("done")->text(); }

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("RheobaseTests");
        QCoreApplication::setApplicationName("tst_manners");
        QLocale::setDefault(QLocale::English);
        applyLook(*qApp, Look::light);
    }
    void init()
    {
        QSettings().clear();
        open(defaultExperiment(*findModel("leaky-integrate-and-fire")));
    }
    void cleanup() { m_window.reset(); }

    void theWheelOverAListScrollsThePanel()
    {
        m_window->stack().setFocus();
        auto* shapes = find<QComboBox>("shape0");
        auto* column = parameters();
        QVERIFY(column->isAncestorOf(shapes));
        const int before = column->verticalScrollBar()->value();
        QVERIFY(column->verticalScrollBar()->maximum() > before);
        wheel(shapes);
        QVERIFY(column->verticalScrollBar()->value() > before);
        for (QComboBox* box : m_window->findChildren<QComboBox*>()) {
            const int chosen = box->currentIndex();
            QVERIFY2(box->focusPolicy() != Qt::WheelFocus, qPrintable(box->objectName()));
            wheel(box);
            QCOMPARE(box->currentIndex(), chosen);
        }
    }

    void listsShowAllTheirRows_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"models", "presets", "shape0", "noise", "timebase"}) QTest::newRow(name) << QString(name);
    }
    void listsShowAllTheirRows()
    {
        QFETCH(QString, name);
        auto* box = m_window->findChild<QComboBox*>(name);
        click(box);
        QTRY_VERIFY(box->view()->isVisible());
        const QAbstractItemView* rows = box->view();
        for (int row = 0; row < box->count(); ++row) {
            const QRect place = rows->visualRect(box->model()->index(row, 0));
            QVERIFY2(rows->viewport()->rect().contains(place), qPrintable(box->itemText(row)));
            QVERIFY2(place.width() >= rows->sizeHintForIndex(box->model()->index(row, 0)).width(), qPrintable(box->itemText(row)));
            QVERIFY(place.height() >= rows->fontMetrics().height() + 6);
        }
        box->hidePopup();
    }

    void returnAndEscapeGiveTheKeyboardBack_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("Return") << int(Qt::Key_Return);
        QTest::newRow("Enter") << int(Qt::Key_Enter);
        QTest::newRow("Escape") << int(Qt::Key_Escape);
    }
    void returnAndEscapeGiveTheKeyboardBack()
    {
        QFETCH(int, key);
        click(field("amplitude"));
        QTRY_VERIFY(field("amplitude")->hasFocus());
        press(Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field("amplitude"), "2.2");
        press(static_cast<Qt::Key>(key));
        QTRY_VERIFY(plotsHaveTheKeyboard());
        QCOMPARE(session().experiment().stimulus[0].values[0], key == Qt::Key_Escape ? 2.1 : 2.2);
        press(Qt::Key_K);
        QTRY_VERIFY(dock("kept")->isVisible());
        QCOMPARE(session().experiment().stimulus[0].values[0], key == Qt::Key_Escape ? 2.1 : 2.2);
    }
    void afterTabTheFieldKeepsIt()
    {
        editor("amplitude")->slider().setFocus();
        press(Qt::Key_Tab);
        QTRY_VERIFY(field("amplitude")->hasFocus());
        press(Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field("amplitude"), "2.2");
        press(Qt::Key_Return);
        waitForFrames(5);
        QVERIFY(field("amplitude")->hasFocus());
    }
    void whatIsToBeMendedKeepsIt()
    {
        click(field("amplitude"));
        QTest::keyClicks(field("amplitude"), "abc");
        press(Qt::Key_Return);
        waitForFrames(5);
        QVERIFY(field("amplitude")->hasFocus());
        press(Qt::Key_Escape);
        QTRY_VERIFY(plotsHaveTheKeyboard());
    }
    void digitsAtASliderAreMeantForItsField()
    {
        editor("R")->slider().setFocus();
        QTest::keyClicks(&editor("R")->slider(), "1");
        QTRY_VERIFY(field("R")->hasFocus());
        waitForFrames(3);
        QTest::keyClicks(field("R"), "2");
        press(Qt::Key_Return);
        QCOMPARE(session().experiment().parameters[*indexOf(session().model().parameters, "R")], 12.0);
    }
    void aMarkerIsToldOf()
    {
        editor("R")->slider().setFocus();
        find<QToolButton>("run")->setFocus();
        press(Qt::Key_5);
        waitForFrames(5);
        QVERIFY(done().isEmpty());
        m_window->stack().setFocus();
        press(Qt::Key_5);
        QTRY_VERIFY(done().contains("Marker 5"));
    }

    void numbersNeverLeaveThePanel_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("shape");
        for (const Model& model : catalogue())
            for (const StimulusShape& shape : stimulusShapes())
                QTest::addRow("%s, %s", model.id.data(), shape.id.data()) << QString(model.id.data()) << QString(shape.id.data());
    }
    void numbersNeverLeaveThePanel()
    {
        QFETCH(QString, model);
        QFETCH(QString, shape);
        Experiment experiment = defaultExperiment(*findModel(model.toStdString()));
        experiment.stimulus = {component(*stimulusShape(shape.toStdString()), experiment.model->input)};
        open(experiment);
        m_window->resize(m_window->minimumSizeHint());
        auto* column = parameters();
        const auto fits = [&] {
            const auto fields = column->findChildren<QLineEdit*>();
            return std::ranges::all_of(fields, [&](const QLineEdit* box) {
                if (!box->isVisible()) return true;
                const int right = box->mapTo(column->viewport(), QPoint(box->width(), 0)).x();
                return right <= column->viewport()->width() && box->width() >= 60;
            });
        };
        QTRY_VERIFY(fits());
        QVERIFY(column->findChildren<QLineEdit*>().size() > 3);
    }

    void copiesWhatTheKeyboardIsAt()
    {
        QTRY_VERIFY_WITH_TIMEOUT(session().trace().spikes().size() > 3, 20'000);
        session().pause();
        bringUp("spikes");
        auto* table = find<QTableView>("spikeTable");
        QTRY_VERIFY(table->model()->rowCount() > 3);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(1, 1)).center());
        press(Qt::Key_C, Qt::ControlModifier);
        const QString rows = QGuiApplication::clipboard()->text();
        QVERIFY2(rows.startsWith("2\t") && !rows.contains('\n'), qPrintable(rows));
        QTRY_VERIFY(done().contains("1 row copied"));

        bringUp("frequency");
        auto* impedance = m_window->findChild<FrequencyPlot*>();
        QTest::mouseClick(impedance, Qt::LeftButton, {}, {20, impedance->height() - 5});
        QTRY_VERIFY(impedance->hasFocus() || impedance->isAncestorOf(QApplication::focusWidget()));
        press(Qt::Key_C, Qt::ControlModifier);
        QVERIFY2(QGuiApplication::clipboard()->text().contains("Z"), qPrintable(QGuiApplication::clipboard()->text().left(80)));

        m_window->stack().setFocus();
        press(Qt::Key_C, Qt::ControlModifier);
        QVERIFY2(QGuiApplication::clipboard()->text().contains("V"), qPrintable(QGuiApplication::clipboard()->text().left(80)));
        QTRY_VERIFY(done().contains("Figure copied"));
    }

    void theTitleNamesTheDocument()
    {
        QVERIFY(m_window->windowTitle().startsWith("Leaky integrate-and-fire"));
        QVERIFY(!m_window->isWindowModified());
        QTest::keyClick(&editor("R")->slider(), Qt::Key_Right);
        QTRY_VERIFY(m_window->isWindowModified());
        const QTemporaryDir folder;
        once<QFileDialog>([&](QFileDialog* dialog) {
            dialog->findChild<QLineEdit*>("fileNameEdit")->setText(folder.filePath("mine"));
            click(dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save));
        });
        press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(QFile::exists(folder.filePath("mine.rheobase")));
        QVERIFY(m_window->windowTitle().startsWith("mine.rheobase"));
        QVERIFY(!m_window->isWindowModified());
        QTRY_VERIFY(done().contains("mine.rheobase"));
        QTest::keyClick(&editor("R")->slider(), Qt::Key_Right);
        QTRY_VERIFY(m_window->isWindowModified());
        m_window->activateWindow();
        QTRY_VERIFY(m_window->isActiveWindow());
        press(Qt::Key_S, Qt::ControlModifier); // where it is
        QTRY_VERIFY(!m_window->isWindowModified());
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(m_window->isWindowModified());
        auto* recent = qobject_cast<QMenu*>(entry("Open recent")->menu());
        emit recent->aboutToShow();
        QCOMPARE(recent->actions().first()->text(), "mine.rheobase");
        recent->actions().first()->trigger();
        QTRY_VERIFY(!m_window->isWindowModified());
    }

    /// A table is an experiment, too.
    void tablesOpen_data()
    {
        QTest::addColumn<QString>("name");
        for (const DataFormat& format : dataFormats) QTest::newRow(format.ending) << QString("a.") + format.ending;
    }
    void tablesOpen()
    {
        QFETCH(QString, name);
        const QTemporaryDir folder;
        Experiment experiment = defaultExperiment(*findModel("morris-lecar"));
        experiment.parameters[0] *= 1.5;
        QString error;
        QVERIFY2(saveData(folder.filePath(name), Trace(*experiment.model), experiment, 0, 1, &error), qPrintable(error));
        QStringList filters;
        once<QFileDialog>([&](QFileDialog* dialog) {
            filters = dialog->nameFilters();
            dialog->findChild<QLineEdit*>("fileNameEdit")->setText(folder.filePath(name));
            click(dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Open));
        });
        press(Qt::Key_O, Qt::ControlModifier);
        QTRY_VERIFY2(m_window->windowTitle().startsWith("Morris"), qPrintable(m_window->windowTitle()));
        QVERIFY2(filters.value(0).contains('*' + name.mid(1)), qPrintable(filters.join(u' ')));
    }

    void unsavedWorkIsAskedAbout()
    {
        QTest::keyClick(&editor("R")->slider(), Qt::Key_Right);
        QTRY_VERIFY(m_window->isWindowModified());
        once<QMessageBox>([](QMessageBox* box) { QTest::keyClick(box, Qt::Key_Escape); });
        m_window->close();
        QVERIFY(m_window->isVisible());
        const QTemporaryDir folder;
        once<QMessageBox>([&](QMessageBox* box) {
            once<QFileDialog>([&](QFileDialog* dialog) {
                dialog->findChild<QLineEdit*>("fileNameEdit")->setText(folder.filePath("mine.rheobase"));
                click(dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save));
            });
            click(box->button(QMessageBox::Save));
        });
        m_window->close();
        QVERIFY(!m_window->isVisible());
        QVERIFY(QFile::exists(folder.filePath("mine.rheobase")));
    }
    void whatIsBroughtAlongIsNotAskedAbout()
    {
        click(find<QComboBox>("presets"));
        find<QComboBox>("presets")->hidePopup();
        choose(find<QComboBox>("presets"), 1);
        QTRY_VERIFY(session().experiment() == presetsFor(session().model())[1].experiment);
        QVERIFY(!m_window->isWindowModified());
        m_window->close();
        QVERIFY(!m_window->isVisible());
    }

    void anOldExtremeIsForgottenAtRestart()
    {
        open(defaultExperiment(*findModel("passive")));
        auto* plot = m_window->stack().plot("potential");
        write(field("amplitude"), "9");
        press(Qt::Key_Return);
        const double wide = plot->verticalRange().second - plot->verticalRange().first;
        QTRY_VERIFY_WITH_TIMEOUT(plot->verticalRange().second - plot->verticalRange().first > 2 * wide, 20'000);
        session().pause();
        QTRY_VERIFY(!session().status().running);
        const double extreme = plot->verticalRange().second;
        click(find<QToolButton>("restart"));
        waitForFrames(12); // a range that only calms down takes far longer
        QVERIFY2(plot->verticalRange().second < extreme, qPrintable(QString::number(plot->verticalRange().second)));
    }

    void aSpeedIsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<double>("speed"); // 100: as before
        QTest::newRow("in its unit") << "70" << 70.0;
        QTest::newRow("in seconds") << "2 s" << 2000.0;
        QTest::newRow("computed") << "*2" << 200.0;
        QTest::newRow("as fast as it goes") << "max" << std::numeric_limits<double>::infinity();
        QTest::newRow("no number") << "quick" << 100.0;
        QTest::newRow("too slow") << "0" << 100.0;
        QTest::newRow("no time") << "3 nA" << 100.0;
    }
    void aSpeedIsTyped()
    {
        QFETCH(QString, typed);
        QFETCH(double, speed);
        m_window->resize(1920, 1000); // where there is room for the field
        auto* speedField = find<QLineEdit>("shownSpeed");
        QTRY_VERIFY(speedField->isVisible());
        click(speedField);
        press(Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(speedField, typed);
        press(Qt::Key_Return);
        QCOMPARE(session().speed(), speed);
        QCOMPARE(speedField->property("refused").toBool(), speed == 100);
        if (speed == 100) QVERIFY(speedField->accessibleDescription().endsWith('.'));
        else QTRY_VERIFY(plotsHaveTheKeyboard());
        press(Qt::Key_Escape);
        QTRY_VERIFY(plotsHaveTheKeyboard());
        QVERIFY(!speedField->property("refused").toBool());
    }

    void stepsToTheNextSpike()
    {
        session().pause();
        QTRY_VERIFY(!session().status().running);
        const auto before = session().trace().spikes().size();
        press(Qt::Key_F7, Qt::ShiftModifier);
        QTRY_COMPARE_WITH_TIMEOUT(session().trace().spikes().size(), before + 1, 20'000);
        QVERIFY(session().trace().latestTime() - session().trace().spikes().back() <= session().experiment().dt);
        write(field("amplitude"), "0");
        press(Qt::Key_Return);
        press(Qt::Key_F7, Qt::ShiftModifier);
        const auto said = [this] { return find<QWidget>("notice")->isVisible(); };
        QTRY_VERIFY_WITH_TIMEOUT(said(), 20'000);
        QCOMPARE(session().trace().spikes().size(), before + 1);
    }

    void oneSpikeIsOne()
    {
        session().pause();
        click(find<QToolButton>("restart"));
        QTRY_COMPARE(session().trace().spikes().size(), 0u);
        QTRY_VERIFY(find<QLabel>("spikes")->text().endsWith(" spikes"));
        press(Qt::Key_F7, Qt::ShiftModifier);
        QTRY_COMPARE(session().trace().spikes().size(), 1u);
        QTRY_VERIFY(find<QLabel>("spikes")->text().endsWith(" spike"));
    }

    void aDockComesToTheFrontWhereItWas()
    {
        const auto tabs = [this] {
            for (const QTabBar* bar : m_window->findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly))
                if (bar->count() > 3) {
                    QStringList texts;
                    for (int i = 0; i < bar->count(); ++i) texts << bar->tabText(i);
                    return texts;
                }
            return QStringList();
        };
        QTRY_VERIFY(tabs().contains("Map"));
        const QStringList before = tabs();
        QAction* toggle = dock("map")->toggleViewAction();
        toggle->trigger();
        QTRY_VERIFY(!dock("map")->isVisible());
        toggle->trigger();
        QTRY_VERIFY(isSeen(dock("map")));
        QTRY_COMPARE(tabs(), before);
    }

    /// From the top bar down, each panel from top to bottom and its rows from left to right.
    void tabGoesAsTheEyeDoes()
    {
        QWidget* const first = find<QComboBox>("models");
        first->setFocus();
        std::vector<QWidget*> order;
        do {
            order.push_back(QApplication::focusWidget());
            press(Qt::Key_Tab);
        } while (QApplication::focusWidget() != first && order.size() < 200);
        QVERIFY(order.size() > 40 && order.size() < 200);
        const auto* column = parameters();
        const auto region = [&](const QWidget* widget) {
            return find<QWidget>("topBar")->isAncestorOf(widget)     ? 0
                   : column->isAncestorOf(widget)                    ? 1
                   : m_window->centralWidget()->isAncestorOf(widget) ? 2
                                                                     : 3;
        };
        const auto place = [&](const QWidget* widget) { return widget->mapTo(m_window.get(), QPoint(0, widget->height() / 2)); };
        for (std::size_t i = 1; i < order.size(); ++i) {
            const QWidget *before = order[i - 1], *after = order[i];
            const QString words = QString("%1 \"%2\" (%3) then %4 \"%5\" (%6)")
                                      .arg(before->metaObject()->className(), before->accessibleName())
                                      .arg(region(before))
                                      .arg(after->metaObject()->className(), after->accessibleName())
                                      .arg(region(after));
            QVERIFY2(region(before) <= region(after), qPrintable(words));
            if (region(before) != region(after)) continue;
            const QPoint a = place(before), b = place(after);
            const bool isSameRow = std::abs(a.y() - b.y()) <= std::max(before->height(), after->height()) / 2;
            QVERIFY2(isSameRow ? a.x() <= b.x() : a.y() < b.y(), qPrintable(words));
        }
    }
};

QTEST_MAIN(TestManners)
#include "tst_manners.moc"
