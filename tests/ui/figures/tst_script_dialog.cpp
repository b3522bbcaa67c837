// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue.h"
#include "files.h"
#include "robot.h"
#include "script_dialog.h"
#include "theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace rheobase;

namespace {

/// The dialog on a short run, with its script made.
struct Desk {
    std::unique_ptr<ScriptDialog> dialog;

    explicit Desk(const char* model = "hodgkin-huxley", Noise noise = {})
    {
        Experiment e = defaultExperiment(*findModel(model));
        e.duration = 60;
        e.noise = noise;
        dialog = std::make_unique<ScriptDialog>(e);
    }
    void open() const
    {
        dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(dialog.get()));
        QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("save")->isEnabled(), 20'000);
    }
    template<class W> W* find(const char* name) const { return dialog->findChild<W*>(QLatin1String(name)); }
    QString script() const { return find<QPlainTextEdit>("script")->toPlainText(); }
    void choose(std::string_view id) const
    {
        auto* box = find<QComboBox>("target");
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        for (std::size_t i = 0; targets()[i].id != id; ++i) QTest::keyClick(box, Qt::Key_Down);
    }
};

}

/// The dialog that hands an experiment over.
class TestScriptDialog : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("RheobaseTests");
        QCoreApplication::setApplicationName("tst_script_dialog");
        applyLook(*qApp, Look::light);
    }

    void everyTargetIsShown()
    {
        const Desk desk;
        desk.open();
        QVERIFY(desk.find<QPlainTextEdit>("script")->isReadOnly());
        QVERIFY(!desk.find<QLabel>("unsaid")->isVisible());
        QStringList scripts;
        for (const Target& target : targets()) {
            desk.choose(target.id);
            QVERIFY(desk.script().size() > 500 && !scripts.contains(desk.script()));
            QVERIFY(!desk.find<QLabel>("meaning")->text().isEmpty());
            scripts << desk.script();
        }
        QVERIFY(scripts.front().contains("solve_ivp") && scripts.back().startsWith("# Hodgkin"));
    }

    void whatIsLeftOutStandsAbove()
    {
        const Desk desk("hodgkin-huxley", {Noise::Kind::white, 0.5, 5});
        desk.open();
        QVERIFY(desk.find<QLabel>("unsaid")->isVisible());
        QVERIFY(desk.find<QLabel>("unsaid")->text().startsWith("SciPy has no noise"));
        desk.choose("latex");
        QVERIFY(!desk.find<QLabel>("unsaid")->isVisible());
    }

    void copiesTheScript()
    {
        const Desk desk;
        desk.open();
        desk.choose("brian2");
        const QString script = desk.script();
        QTest::mouseClick(desk.find<QPushButton>("copy"), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), script);
        QVERIFY(!desk.dialog->isVisible());
    }

    void savesTheScript()
    {
        const Desk desk;
        desk.open();
        desk.choose("octave");
        const QTemporaryDir folder;
        const QString path = folder.filePath("squid.m"), script = desk.script();
        once<QFileDialog>([path](QFileDialog* ask) {
            ask->findChild<QLineEdit*>("fileNameEdit")->setText(path); // typing would open a list over the button
            QTest::mouseClick(ask->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save), Qt::LeftButton);
        });
        QTest::mouseClick(desk.find<QPushButton>("save"), Qt::LeftButton);
        QCOMPARE(QString::fromUtf8(contentOf(path)), script);
        QVERIFY(!desk.dialog->isVisible());
    }

    void everythingHasANameAndIsReachedByKeys()
    {
        const Desk desk;
        desk.open();
        for (const char* name : {"target", "script", "save", "copy"}) {
            const auto* widget = desk.find<QWidget>(name);
            QVERIFY(widget->focusPolicy() & Qt::TabFocus);
            QVERIFY(!widget->accessibleName().isEmpty());
        }
    }
};

QTEST_MAIN(TestScriptDialog)
#include "tst_script_dialog.moc"
