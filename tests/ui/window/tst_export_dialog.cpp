// SPDX-License-Identifier: GPL-3.0-or-later
// The dialog of exports, by a robot user: it chooses, types, saves a preset, copies, and gives up a long export.
#include "export_data.h"
#include "export_dialog.h"
#include "figure_presets.h"
#include "figure_preview.h"
#include "main_window.h"
#include "plot_view.h"
#include "trace_stack.h"
#include "view_desk.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QMessageBox>
#include <QMimeData>
#include <QProgressDialog>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace rheobase;

namespace {

Experiment experimentOf(const char* model) { return defaultExperiment(*findModel(model)); }

/// The dialog for a paused run, as the window opens it.
struct Desk : ViewDesk<TraceStack> {
    std::unique_ptr<ExportDialog> dialog;

    explicit Desk(const char* model = "leaky-integrate-and-fire") : ViewDesk(model, {700, 500}) {}
    void open()
    {
        QVERIFY(live(300));
        dialog = std::make_unique<ExportDialog>(std::vector<Exhibit>{{"Plots of the trace", view.figure()}}, 0, session);
        dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(dialog.get()));
    }
    template<class W> W* find(const char* name) const { return dialog->findChild<W*>(QLatin1String(name)); }
    double value(const char* name) const { return find<QDoubleSpinBox>(name)->value(); }
    void type(const char* name, const QString& text) const
    {
        auto* box = find<QDoubleSpinBox>(name);
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, text);
        QTest::keyClick(box, Qt::Key_Tab);
    }
    void choose(const char* name, const QString& text) const
    {
        auto* box = find<QComboBox>(name);
        const int wanted = box->findText(text, Qt::MatchStartsWith);
        QVERIFY2(wanted >= 0, qPrintable(text));
        rheobase::choose(box, wanted);
    }
    void check(const char* name) const { QTest::keyClick(find<QCheckBox>(name), Qt::Key_Space); }
    void click(const char* name) const { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    void savePreset(const QString& name) const
    {
        once<QInputDialog>([name](QInputDialog* ask) {
            ask->findChild<QLineEdit*>()->selectAll();
            QTest::keyClicks(ask->findChild<QLineEdit*>(), name);
            QTest::keyClick(ask, Qt::Key_Return);
        });
        click("savePreset");
    }
    QImage preview() const { return dialog->findChild<FigurePreview*>()->grab().toImage(); }
};

}

class TestExportDialog : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("RheobaseTests");
        QCoreApplication::setApplicationName("tst_export_dialog");
        applyLook(*qApp, Look::light);
    }
    void init() { QSettings().clear(); }

    void presetsFillTheFields()
    {
        Desk desk;
        desk.open();
        QCOMPARE(desk.value("width"), 85.0);
        QCOMPARE(desk.value("fontSize"), 8.0);
        desk.choose("preset", "Two columns");
        QCOMPARE(desk.value("width"), 180.0);
        desk.choose("preset", "Slide");
        QCOMPARE(desk.value("width"), 1920.0);
        QCOMPARE(desk.find<QDoubleSpinBox>("width")->suffix(), " px");
        QCOMPARE(desk.value("fontSize"), 18.0);
        desk.choose("preset", "Poster");
        QCOMPARE(desk.value("width"), 400.0);
        QCOMPARE(desk.find<QDoubleSpinBox>("width")->suffix(), " mm");
        desk.type("fontSize", "20");
        QCOMPARE(desk.find<QComboBox>("preset")->currentText(), "Own settings");
        QCOMPARE(desk.value("width"), 400.0);
    }

    void morePlotsMakeAColumnHigher()
    {
        Desk desk("hodgkin-huxley");
        desk.open();
        QCOMPARE(desk.value("height"), 82.5);
        desk.check("gates");
        QCOMPARE(desk.value("height"), 55.0);
        desk.choose("preset", "Slide");
        desk.check("gates");
        QCOMPARE(desk.value("height"), 1080.0);
    }

    void eitherDecimalSignIsOne()
    {
        Desk desk;
        desk.open();
        for (const auto& [text, size] : {std::pair("7,5", 7.5), {"8.5", 8.5}}) {
            desk.type("fontSize", text);
            QCOMPARE(desk.value("fontSize"), size);
        }
    }

    void sizesAreInMillimetresOrPixels()
    {
        Desk desk;
        desk.open();
        const QTemporaryDir folder;
        desk.type("dpi", "200");
        desk.type("width", "127");
        QVERIFY2(desk.find<QLabel>("otherUnit")->text().contains("1000 × "), qPrintable(desk.find<QLabel>("otherUnit")->text()));
        desk.choose("unit", "pixels");
        QCOMPARE(desk.value("width"), 1000.0);
        desk.type("height", "555");
        desk.type("dpi", "100");
        QCOMPARE(desk.value("width"), 1000.0); // the pixels stay
        QVERIFY2(desk.find<QLabel>("otherUnit")->text().contains("254 × "), qPrintable(desk.find<QLabel>("otherUnit")->text()));
        write(desk.find<QLineEdit>("path"), folder.filePath("a.png"));
        desk.click("write");
        QCOMPARE(QImage(folder.filePath("a.png")).size(), QSize(1000, 555));
        QCOMPARE(qRound(QImage(folder.filePath("a.png")).dotsPerMeterX() * 0.0254), 100);
    }

    void presetsAreSavedAndRemoved()
    {
        const QString name = "Thesis / left, 50 %";
        {
            Desk desk;
            desk.open();
            desk.choose("preset", "Slide");
            desk.type("fontSize", "21.5");
            desk.choose("look", "Dark");
            desk.check("scaleBars");
            desk.check("legend");
            desk.savePreset(name);
            QCOMPARE(desk.find<QComboBox>("preset")->currentText(), name);
            once<QMessageBox>([](QMessageBox* refusal) {
                QVERIFY2(refusal->text().contains("choose another"), qPrintable(refusal->text()));
                QTest::mouseClick(refusal->button(QMessageBox::Ok), Qt::LeftButton);
            });
            desk.savePreset("Poster, 400 mm"); // one of ours
        }
        QCOMPARE(ownPresets().size(), std::size_t{1});
        Desk desk;
        desk.open();
        QCOMPARE(desk.value("width"), 85.0);
        desk.choose("preset", name);
        QCOMPARE(desk.value("width"), 1920.0);
        QCOMPARE(desk.value("fontSize"), 21.5);
        QCOMPARE(desk.find<QComboBox>("look")->currentText(), "Dark");
        QVERIFY(desk.find<QCheckBox>("scaleBars")->isChecked() && !desk.find<QCheckBox>("legend")->isChecked());
        desk.type("lineWidth", "3");
        desk.savePreset(name); // replaced
        QCOMPARE(ownPresets().size(), std::size_t{1});
        QCOMPARE(ownPresets().front().style.lineWidth, 3.0);
        desk.click("removePreset");
        QVERIFY(ownPresets().empty());
        QCOMPARE(desk.find<QComboBox>("preset")->findText(name), -1);
        QCOMPARE(desk.value("fontSize"), 21.5); // what is seen stays
        QVERIFY(!desk.find<QPushButton>("removePreset")->isEnabled());
    }

    void theLastPresetAndFolderAreRemembered()
    {
        const QTemporaryDir folder;
        {
            Desk desk;
            desk.open();
            desk.choose("preset", "Two columns");
            write(desk.find<QLineEdit>("path"), folder.filePath("a.svg"));
            desk.choose("format", "SVG");
            desk.click("write");
            QVERIFY(QFileInfo::exists(folder.filePath("a.svg")));
        }
        Desk desk;
        desk.open();
        QCOMPARE(desk.find<QComboBox>("preset")->currentText(), figurePresets()[1].name);
        const QString path = desk.find<QLineEdit>("path")->text();
        QVERIFY2(path.startsWith(folder.path() + "/leaky-integrate-and-fire-20") && path.endsWith(".png"), qPrintable(path));
    }

    void thePreviewFollows()
    {
        Desk desk("hodgkin-huxley");
        desk.open();
        const auto follows = [&](auto act) {
            const QImage before = desk.preview();
            act();
            return QTest::qWaitFor([&] { return desk.preview() != before; });
        };
        QVERIFY(follows([&] { desk.check("scaleBars"); }));
        QVERIFY(follows([&] { desk.check("gates"); }));
        QVERIFY(follows([&] { desk.check("captioned"); }));
        QVERIFY(follows([&] { write(desk.find<QLineEdit>("caption"), "Fig. 1"); }));
        QVERIFY(follows([&] { desk.choose("look", "Dark"); }));
        QVERIFY(follows([&] { desk.type("height", "140"); }));
        QVERIFY(follows([&] { desk.type("fontSize", "12"); }));
    }

    void nothingChosenIsTold()
    {
        Desk desk;
        desk.open();
        const QTemporaryDir folder;
        desk.check("potential");
        desk.check("current");
        write(desk.find<QLineEdit>("path"), folder.filePath("a.png"));
        desk.click("write");
        QVERIFY(desk.dialog->isVisible());
        QVERIFY(desk.find<QLabel>("error")->text().startsWith("No plot is chosen"));
        desk.click("copy");
        QVERIFY(desk.dialog->isVisible());
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void aFileIsReplacedWhenAsked()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath("a.png");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
        file.close();
        Desk desk;
        desk.open();
        write(desk.find<QLineEdit>("path"), path);
        once<QMessageBox>([](QMessageBox* ask) { QTest::mouseClick(ask->button(QMessageBox::No), Qt::LeftButton); });
        desk.click("write");
        QCOMPARE(QFileInfo(path).size(), qint64{4});
        once<QMessageBox>([](QMessageBox* ask) { QTest::mouseClick(ask->button(QMessageBox::Yes), Qt::LeftButton); });
        desk.click("write");
        QVERIFY(!QImage(path).isNull());
    }

    void picturesAndNumbersAreCopied()
    {
        Desk desk;
        desk.open();
        desk.check("current"); // the potential alone
        desk.click("copy");
        const QMimeData* mime = QGuiApplication::clipboard()->mimeData();
        QVERIFY(!QImage::fromData(mime->data("image/png")).isNull());
        QVERIFY(mime->hasImage() && mime->data("image/svg+xml").contains("<svg"));
        const QStringList lines = mime->text().trimmed().split('\n');
        QCOMPARE(lines.front(), "time_ms\tV_mV");
        QCOMPARE(lines.back().split('\t').size(), 2);
        const TraceFigure content = desk.view.figure();
        const std::size_t rows = desk.session.trace().rows() - desk.session.trace().firstAt(content.from);
        QCOMPARE(static_cast<std::size_t>(lines.size()), rows + 1);
        QVERIFY(mime->data("text/csv").startsWith("time_ms,V_mV\n"));
    }

    void viewsAreOffered()
    {
        MainWindow window(experimentOf("leaky-integrate-and-fire"));
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        auto* dock = window.findChild<QDockWidget*>("rate");
        dock->raise();
        auto* view = dock->findChild<PlotView*>();
        QTRY_VERIFY(view->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(view->isSettled(), 20'000);
        const QTemporaryDir folder;
        const QString path = folder.filePath("rate.svg");
        once<ExportDialog>([&](ExportDialog* dialog) {
            auto* what = dialog->findChild<QComboBox*>("what");
            QCOMPARE(what->currentIndex(), 0);
            QCOMPARE(what->count(), 2); // what is seen
            what->setFocus();
            QTest::keyClick(what, Qt::Key_Down);
            QCOMPARE(what->currentText(), dock->toggleViewAction()->text());
            QVERIFY(!dialog->findChild<QCheckBox*>("scaleBars")->isEnabled() && !dialog->findChild<QCheckBox*>("potential")->isEnabled());
            write(dialog->findChild<QLineEdit*>("path"), path);
            QTest::mouseClick(dialog->findChild<QPushButton*>("write"), Qt::LeftButton);
        });
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_E, Qt::ControlModifier);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("Firing rate"));
    }

    void everythingHasANameAndIsReachedByKeys()
    {
        Desk desk;
        desk.open();
        for (const char* type : {"QComboBox", "QDoubleSpinBox", "QCheckBox", "QPushButton", "QLineEdit"})
            for (const QWidget* widget : desk.dialog->findChildren<QWidget*>())
                if (widget->inherits(type) && widget->objectName() != "qt_spinbox_lineedit" && widget->isEnabled()) {
                    QVERIFY2(widget->focusPolicy() & Qt::TabFocus, qPrintable(widget->objectName()));
                    auto* button = qobject_cast<const QAbstractButton*>(widget);
                    QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                             qPrintable(widget->objectName()));
                }
    }

    void longExportsAreGivenUp_data()
    {
        QTest::addColumn<bool>("cancelled");
        QTest::newRow("cancelled") << true;
        QTest::newRow("to the end") << false;
    }
    void longExportsAreGivenUp()
    {
        QFETCH(bool, cancelled);
        Session session(experimentOf("hodgkin-huxley"));
        session.advanceBy(20'000);
        QTRY_VERIFY_WITH_TIMEOUT(!session.trace().empty() && session.trace().latestTime() > 19'999, 60'000);
        QWidget window;
        window.show();
        const QTemporaryDir folder;
        const QString path = folder.filePath("a.csv");
        once<QFileDialog>([=](QFileDialog* dialog) {
            dialog->findChild<QLineEdit*>("fileNameEdit")->setText(path);
            QTest::mouseClick(dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save), Qt::LeftButton);
        });
        bool seen = false;
        once<QProgressDialog>([&](QProgressDialog* dialog) {
            seen = dialog->labelText().contains("a.csv");
            if (cancelled) QTest::mouseClick(dialog->findChild<QPushButton*>(), Qt::LeftButton);
        });
        exportData(&window, session);
        QVERIFY(seen);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), cancelled ? 0 : 1);
        QVERIFY(cancelled || QFileInfo(path).size() > 1'000'000);
    }
};

QTEST_MAIN(TestExportDialog)
#include "tst_export_dialog.moc"
